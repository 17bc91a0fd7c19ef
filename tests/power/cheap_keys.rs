//! A key file that opens quickly: a password is slow on purpose, and here the same one is tried thousands of times.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::run::{DOSSIER, PASSWORD};

const PURPOSE: &[u8] = b"praktijkdossier sleutel 1";

/// Wraps the key of the dossier in this folder anew, so that one guess at the password costs next to nothing.
#[expect(clippy::disallowed_methods, reason = "a test makes its own strange files")]
pub(crate) fn make_cheap(root: &Path) {
    let path = root.join(format!("{DOSSIER}.sleutels"));
    let mut file: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let slot = &file["sleuven"][0];
    let number = |name: &str| u32::try_from(slot[name].as_u64().unwrap()).unwrap();
    let bytes = |name: &str| from_hex(slot[name].as_str().unwrap());
    let cost = (number("geheugen"), number("rondes"), number("banen"));
    let (nonce, sealed) = (bytes("nonce"), bytes("sleutel"));
    let key = cipher(&bytes("zout"), cost)
        .decrypt(XNonce::from_slice(&nonce), Payload { msg: &sealed, aad: PURPOSE })
        .unwrap();
    let (salt, nonce) = ([7; 16], [7; 24]);
    let sealed = cipher(&salt, (8, 1, 1))
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: &key, aad: PURPOSE })
        .unwrap();
    let slots = json!([{
        "soort": "wachtwoord", "geheugen": 8, "rondes": 1, "banen": 1,
        "zout": hex(&salt), "nonce": hex(&nonce), "sleutel": hex(&sealed),
    }]);
    file["controle"] = hex(&Sha256::digest(serde_json::to_vec(&slots).unwrap())).into();
    file["sleuven"] = slots;
    std::fs::write(path, serde_json::to_vec_pretty(&file).unwrap()).unwrap();
}

fn cipher(salt: &[u8], (memory, passes, lanes): (u32, u32, u32)) -> XChaCha20Poly1305 {
    let mut key = [0; 32];
    let params = Params::new(memory, passes, lanes, Some(32)).unwrap();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(PASSWORD.as_bytes(), salt, &mut key)
        .unwrap();
    XChaCha20Poly1305::new(&key.into())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}
