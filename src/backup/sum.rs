//! The sum over all lines. Lines are short and BLAKE3 is quick only over much at once, so they are gathered first.

use blake3::Hasher;

const PIECE: usize = 64 * 1024;

pub(super) struct Sum {
    hasher: Hasher,
    gathered: Vec<u8>,
}

impl Sum {
    pub(super) fn new() -> Self {
        Self { hasher: Hasher::new(), gathered: Vec::with_capacity(PIECE) }
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        let Self { hasher, gathered } = self;
        if gathered.len() + bytes.len() > PIECE {
            hasher.update(gathered);
            gathered.clear();
        }
        if bytes.len() > PIECE {
            hasher.update(bytes);
        } else {
            gathered.extend_from_slice(bytes);
        }
    }

    /// Of all that was added so far.
    pub(super) fn so_far(&mut self) -> String {
        let Self { hasher, gathered } = self;
        hasher.update(gathered);
        gathered.clear();
        hasher.finalize().to_hex().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gathering_makes_no_difference() {
        let bytes: Vec<u8> = (0..300_000_u32).map(|n| n.to_le_bytes()[n as usize % 3]).collect();
        for size in [1, 7, 1_000, PIECE, PIECE + 1, 200_000] {
            let mut sum = Sum::new();
            bytes.chunks(size).for_each(|piece| sum.add(piece));
            assert_eq!(sum.so_far(), blake3::hash(&bytes).to_hex().as_str(), "{size}");
        }
    }
}
