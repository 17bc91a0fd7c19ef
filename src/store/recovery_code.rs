//! The second way into a dossier: a code that is written on paper and typed by hand. Knows nothing of keys.

use zeroize::Zeroize as _;

use crate::store::StoreError;
use crate::store::keys::random;

/// Crockford's base 32: no letters that look like digits.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 160 random bits, and two characters that catch a typing error.
pub(super) const LENGTH: usize = 34;

/// A new recovery code, in groups that can be read aloud.
pub(super) fn new() -> Result<String, StoreError> {
    let mut bytes: [u8; 32] = random()?;
    let letter = |n: usize| ALPHABET.get(n % 32).copied().map_or('0', char::from);
    let mut code: String = bytes.iter().map(|b| letter(usize::from(*b))).collect();
    bytes.zeroize();
    let sum = check_sum(&code);
    code.push(letter(sum / 32));
    code.push(letter(sum));
    let letters: Vec<char> = code.chars().collect();
    Ok(letters
        .chunks(5)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("-"))
}

/// Whether a recovery code was copied well: this is it, as people type it.
pub(super) fn is_the_same(code: &str, typed: &str) -> bool {
    plain_code(code) == plain_code(typed)
}

fn check_sum(code: &str) -> usize {
    code.bytes().fold(7, |sum, b| (sum * 31 + usize::from(b)) % 1021)
}

/// A code as typed, without what people add or confuse.
pub(super) fn plain_code(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}
