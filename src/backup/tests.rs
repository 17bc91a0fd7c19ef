//! What only the inside can try: every bit of a small backup with a password that is cheap to guess, and lines that no
//! program of ours would write. The rest stands in `tests/backup.rs`.

use std::fs;
use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use tempfile::TempDir;
use zstd::stream::write::Encoder;

use crate::backup::header::{Front, SealedKind};
use crate::backup::seal::Sealer;
use crate::backup::write::write_at;
use crate::backup::{Backup, BackupError, Contents, Flaw, Protection, Under};
use crate::files;
use crate::store::keys::{Cost, Lock};
use crate::store::{Password, Store};

const CHEAP: Cost = Cost { memory: 8, passes: 1, lanes: 1 };

fn now() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

fn verify(path: &Path, password: Option<&Password>) -> Result<Contents, BackupError> {
    Backup::open(path, password)?.verify(&mut |_| ControlFlow::Continue(()))
}

fn restore(path: &Path, to: &Path) -> Result<(), BackupError> {
    let noon = jiff::civil::date(2026, 3, 2).at(12, 0, 0, 0);
    let backup = Backup::open(path, None)?;
    backup.restore(to, noon, &mut |_| ControlFlow::Continue(())).map(|_| ())
}

/// A small backup under a password of its own.
fn small(password: &Password) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("kopie");
    let store = Store::in_memory().unwrap();
    let under = Under::Own(password);
    write_at(SealedKind::Backup, &store, &path, under, CHEAP, now(), &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap();
    (dir, path)
}

#[test]
fn every_flipped_bit_every_cut_and_every_extra_byte_of_a_closed_backup_is_noticed() {
    let password = Password::new("geheim".to_owned());
    let (dir, path) = small(&password);
    let whole = fs::read(&path).unwrap();
    verify(&path, Some(&password)).unwrap();
    let mut tried = 0;
    let mut refused = |bytes: &[u8]| {
        // Beside no file in particular, and not synced: so many would take minutes.
        let mut changed = files::NewFile::beside(&dir.path().join("veranderd")).unwrap();
        changed.write_all(bytes).unwrap();
        let found = verify(changed.path(), Some(&password));
        tried += 1;
        // A header that was touched is damage, not another password.
        assert!(
            matches!(found, Err(BackupError::Damaged(_) | BackupError::NotABackup)),
            "{tried}: {found:?}"
        );
    };
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            refused(&bytes);
        }
        refused(&whole[..at]);
    }
    for byte in [0, 0xFF] {
        refused(&[&whole[..], &[byte]].concat());
    }
    assert!(tried > 10_000, "{tried}");
}

/// A backup with these bytes inside, sealed as it should be.
fn sealed(packed: &[u8]) -> Vec<u8> {
    let (front, key) = Front::new(SealedKind::Backup, Protection::Geen, &Lock::known()).unwrap();
    let mut out = front.bytes().to_vec();
    let mut sealer = Sealer::new(&mut out, &front, &key);
    sealer.write_all(packed).unwrap();
    sealer.finish().unwrap();
    out
}

fn packed(lines: &[u8]) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new(), 3).unwrap();
    encoder.include_checksum(true).unwrap();
    encoder.write_all(lines).unwrap();
    encoder.finish().unwrap()
}

/// The lines of a backup of an empty dossier, without the sum at the end.
fn lines() -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("kopie");
    let store = Store::in_memory().unwrap();
    let go_on = &mut |_| ControlFlow::Continue(());
    super::write(&store, &path, Under::Dossiers, now(), go_on).unwrap();
    let bytes = fs::read(&path).unwrap();
    let mut input = &bytes[..];
    let front = Front::read(SealedKind::Backup, &mut input, |err| panic!("{err}")).unwrap();
    let key = front.key(&Lock::known()).unwrap();
    let unsealer = super::seal::Unsealer::new(input, &front, &key).unwrap();
    let text = io::read_to_string(zstd::Decoder::with_buffer(unsealer).unwrap()).unwrap();
    text.lines().filter(|line| !line.starts_with("{\"einde\"")).map(str::to_owned).collect()
}

/// With the end that belongs to these lines.
fn ended(lines: &[String], rows: u64) -> Vec<u8> {
    let mut text = lines.join("\n");
    text.push('\n');
    let sum = blake3::hash(text.as_bytes()).to_hex();
    text.push_str(&format!("{{\"einde\":{rows},\"blake3\":\"{sum}\"}}\n"));
    text.into_bytes()
}

/// What is said of these bytes, when nothing comes of them.
fn said(bytes: &[u8]) -> BackupError {
    let dir = tempfile::tempdir().unwrap();
    let (path, to) = (dir.path().join("kopie"), dir.path().join("dossier"));
    files::write_atomic(&path, bytes).unwrap();
    let restored = restore(&path, &to).unwrap_err();
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "{restored:?} leaves something");
    restored
}

fn flaw(bytes: &[u8]) -> Flaw {
    let said = said(bytes);
    let BackupError::Damaged(flaw) = said else { panic!("{said:?}") };
    flaw
}

#[test]
fn lines_of_another_hand_are_refused_and_leave_nothing() {
    let good = lines();
    let path = tempfile::tempdir().unwrap();
    let file = path.path().join("kopie");
    files::write_atomic(&file, &sealed(&packed(&ended(&good, 0)))).unwrap();
    verify(&file, None).unwrap();

    // With a learner, whose row is this.
    let with_row = |row: &str, told: &str| {
        let mut lines = good.clone();
        lines[0] = lines[0].replace(
            "\"learner\",\"regels\":0,\"verwijderd\":0",
            &format!("\"learner\",\"regels\":{told}"),
        );
        let at = lines.iter().position(|line| line.contains("\"tabel\":\"learner\"")).unwrap();
        lines.insert(at + 1, row.to_owned());
        sealed(&packed(&ended(&lines, 1)))
    };
    let columns = good.iter().find(|line| line.contains("\"tabel\":\"learner\"")).unwrap();
    let width = columns.matches("\",\"").count();
    // Everything empty but the id, the status and what is yes or no.
    let columns: serde_json::Value = serde_json::from_str(columns).unwrap();
    let row_with = |first: &str| {
        let values = columns["kolommen"].as_array().unwrap().iter().map(|column| {
            match column.as_str().unwrap() {
                "id" => first.to_owned(),
                "status" => "\"actief\"".to_owned(),
                "diploma" | "bpv_met_uren" => "0".to_owned(),
                _ => "null".to_owned(),
            }
        });
        format!("[{}]", values.collect::<Vec<_>>().join(","))
    };
    assert!(width > 20);
    let good_row = row_with("7");
    let dir = tempfile::tempdir().unwrap();
    let (file, to) = (dir.path().join("kopie"), dir.path().join("dossier"));
    files::write_atomic(&file, &with_row(&good_row, "1,\"verwijderd\":0")).unwrap();
    restore(&file, &to).unwrap();
    assert_eq!(Store::open(&to, None).unwrap().all::<crate::domain::Learner>().unwrap().len(), 1);

    for (row, told, expected) in [
        // Counts.
        (good_row.as_str(), "2,\"verwijderd\":0", Flaw::Line),
        (&good_row, "1,\"verwijderd\":1", Flaw::Counts),
        (&good_row, "0,\"verwijderd\":0", Flaw::Tables),
        (&good_row, "1,\"verwijderd\":2", Flaw::Manifest),
        // Values.
        ("[1]", "1,\"verwijderd\":0", Flaw::Line),
        ("{}", "1,\"verwijderd\":0", Flaw::Line),
        ("", "1,\"verwijderd\":0", Flaw::Line),
        (&row_with("1.5"), "1,\"verwijderd\":0", Flaw::Line),
        (&row_with("true"), "1,\"verwijderd\":0", Flaw::Line),
        (&row_with("[1]"), "1,\"verwijderd\":0", Flaw::Line),
        (&row_with("9223372036854775808"), "1,\"verwijderd\":0", Flaw::Line),
        (&row_with("{\"bytes\":1,\"bytes\":1}"), "1,\"verwijderd\":0", Flaw::Line),
        (&row_with("{\"bits\":1}"), "1,\"verwijderd\":0", Flaw::Line),
        (&row_with("{\"bytes\":18446744073709551615}"), "1,\"verwijderd\":0", Flaw::TooMuch),
        (&row_with("{\"bytes\":200000000}"), "1,\"verwijderd\":0", Flaw::Cut),
        (&row_with("{\"tekst\":3}"), "1,\"verwijderd\":0", Flaw::Line),
        (&row_with(&"[".repeat(100_000)), "1,\"verwijderd\":0", Flaw::Line),
        // Rules of the table.
        (&row_with("\"geen getal\""), "1,\"verwijderd\":0", Flaw::Row),
        (&good_row.replace("\"actief\"", "\"\""), "1,\"verwijderd\":0", Flaw::Row),
        (&good_row.replace("\"actief\"", "null"), "1,\"verwijderd\":0", Flaw::Row),
    ] {
        let told_of = |flaw: Flaw| format!("{flaw:?} of {row:.60} {told}");
        assert_eq!(told_of(flaw(&with_row(row, told))), told_of(expected));
    }

    // A reference to nobody.
    let at =
        columns["kolommen"].as_array().unwrap().iter().position(|c| c == "begeleider").unwrap();
    let mut values: Vec<&str> = good_row.trim_matches(['[', ']']).split(',').collect();
    values[at] = "99";
    assert_eq!(
        flaw(&with_row(&format!("[{}]", values.join(",")), "1,\"verwijderd\":0")),
        Flaw::Row
    );
}

#[test]
fn tables_that_are_not_ours_are_refused() {
    let good = lines();
    let changed = |from: &str, to: &str| {
        let lines: Vec<String> = good.iter().map(|line| line.replace(from, to)).collect();
        assert_ne!(lines, good, "{from}");
        flaw(&sealed(&packed(&ended(&lines, 0))))
    };
    for (from, to, expected) in [
        ("\"evidence\"", "\"sqlite_master\"", Flaw::Tables),
        ("\"evidence\"", "\"evidence; DROP TABLE learner\"", Flaw::Tables),
        ("\"evidence\"", "\"learner\"", Flaw::Tables),
        ("\"roepnaam\"", "\"geheim\"", Flaw::Tables),
        ("\"roepnaam\"", "\"roepnaam\\\") SELECT 1 --\"", Flaw::Tables),
        ("\"roepnaam\",", "", Flaw::Tables),
        ("\"roepnaam\"", "\"roepnaam\",\"roepnaam\"", Flaw::Tables),
        ("\"formaat\":1", "\"formaat\":2", Flaw::Manifest),
        ("\"gemaakt\":\"2026", "\"gemaakt\":\"x", Flaw::Manifest),
        ("\"versleuteld\":false", "\"versleuteld\":true", Flaw::Manifest),
        ("\"schema\":", "\"schema\":0,\"oud\":", Flaw::Manifest),
    ] {
        assert_eq!(changed(from, to), expected, "{from} {to}");
    }
    // One that is missing altogether.
    let mut fewer = good.clone();
    fewer.retain(|line| !line.contains("\"tabel\":\"evidence\""));
    assert_eq!(flaw(&sealed(&packed(&ended(&fewer, 0)))), Flaw::Tables);

    let newer: Vec<String> =
        good.iter().map(|line| line.replace("\"schema\":", "\"schema\":9000,\"oud\":")).collect();
    assert!(matches!(
        said(&sealed(&packed(&ended(&newer, 0)))),
        BackupError::TooNew { found: 9000, .. }
    ));
}

#[test]
fn what_is_packed_or_ended_wrongly_is_refused() {
    let good = ended(&lines(), 0);
    assert_eq!(flaw(&sealed(b"")), Flaw::Packing);
    assert_eq!(flaw(&sealed(b"geen zstd")), Flaw::Packing);
    assert_eq!(flaw(&sealed(&packed(b""))), Flaw::Cut);
    assert_eq!(flaw(&sealed(&packed(b"\n"))), Flaw::Manifest);
    assert_eq!(flaw(&sealed(&packed(&good[..good.len() - 1]))), Flaw::Cut);
    let text = String::from_utf8(good.clone()).unwrap();
    let without_end = &text[..text.find("{\"einde\"").unwrap()];
    assert_eq!(flaw(&sealed(&packed(without_end.as_bytes()))), Flaw::Cut);
    assert_eq!(
        flaw(&sealed(&packed(text.replace("\"einde\":0", "\"einde\":1").as_bytes()))),
        Flaw::Counts
    );
    let other_school = text.replace("\"school\":null", "\"school\":\"x\"");
    assert_eq!(flaw(&sealed(&packed(other_school.as_bytes()))), Flaw::Sum);
    assert_eq!(flaw(&sealed(&packed(&[&good[..], b"\n"].concat()))), Flaw::Behind);
    assert_eq!(flaw(&sealed(&[&packed(&good)[..], b"x"].concat())), Flaw::Behind);
    assert_eq!(flaw(&sealed(&[packed(&good), packed(b"x")].concat())), Flaw::Behind);
    let cut = packed(&good);
    assert_eq!(flaw(&sealed(&cut[..cut.len() - 1])), Flaw::Packing);
    // A line without end, and more than a small file may become.
    assert_eq!(flaw(&sealed(&packed(&vec![b' '; 17 << 20]))), Flaw::TooMuch);
}

#[test]
fn a_header_of_another_hand_is_refused() {
    let of = |json: &str| {
        use sha2::Digest as _;
        let mut bytes = SealedKind::Backup.magic().to_vec();
        bytes.extend(u32::try_from(json.len()).unwrap().to_le_bytes());
        bytes.extend(json.as_bytes());
        let sum = sha2::Sha256::digest(&bytes);
        bytes.extend(sum);
        bytes
    };
    for json in ["", "{}", "{\"versie\":1}", "[]", &"[".repeat(4000), &" ".repeat(5000)] {
        assert_eq!(flaw(&of(json)), Flaw::Header, "{json:.40}");
    }
    assert!(matches!(
        said(&of("{\"versie\":2,\"anders\":1}")),
        BackupError::TooNew { found: 2, ours: 1 }
    ));
    let huge = [&SealedKind::Backup.magic()[..], &u32::MAX.to_le_bytes()].concat();
    assert_eq!(flaw(&huge), Flaw::Header);
    assert!(matches!(said(b""), BackupError::NotABackup));
    assert!(matches!(said(b"SQLite format 3\0"), BackupError::NotABackup));

    // A password that would cost hours or all memory to try.
    let password = Password::new("geheim".to_owned());
    let (dir, path) = small(&password);
    let bytes = fs::read(&path).unwrap();
    let length = u32::from_le_bytes(bytes[8..12].try_into().unwrap()) as usize;
    let json = String::from_utf8(bytes[12..12 + length].to_vec()).unwrap();
    for (from, to) in [
        ("\"geheugen\":8", "\"geheugen\":4294967295"),
        ("\"geheugen\":8", "\"geheugen\":0"),
        ("\"rondes\":1", "\"rondes\":11"),
        ("\"banen\":1", "\"banen\":5"),
        ("\"bescherming\":\"eigen\"", "\"bescherming\":\"geen\""),
    ] {
        let changed = json.replace(from, to);
        assert_ne!(changed, json);
        let file = dir.path().join("veranderd");
        files::write_atomic(&file, &of(&changed)).unwrap();
        let found = Backup::open(&file, Some(&password)).unwrap_err();
        assert!(matches!(found, BackupError::Damaged(Flaw::Header)), "{to}: {found:?}");
    }
}
