//! Seeds, changed by dice that always fall the same: no panic, and what each reader asserts holds. At length this is done
//! by fuzzing (README.md), whose seeds are written by `SEEDS=dir cargo test --lib seeds_are_written`.

use std::fs;
use std::path::Path;

use oorandom::Rand32;

use super::*;
use crate::changes::Change;
use crate::domain::{Entry as _, Learner, PersonName, Traineeship};
use crate::domain::{Leerbedrijf, Title};

fn stamp() -> Stamp {
    Stamp { at: jiff::Timestamp::UNIX_EPOCH, who: "toets".to_owned() }
}

fn filled(store: &mut Store) {
    let naam = Some(PersonName::parse("Yıldız").unwrap());
    let learner = Learner { geslachtsnaam: naam, ..Learner::blank() };
    let id = store.apply(&Change::Add(learner.into()), &stamp()).unwrap().subject.id;
    let naam = Some(Title::parse("Bakkerij De Korenaar").unwrap());
    let company = Leerbedrijf { naam, ..Leerbedrijf::blank() };
    let at = store.apply(&Change::Add(company.into()), &stamp()).unwrap().subject.id;
    let id = crate::domain::Id::new(id);
    let traineeship = Traineeship::blank(id, crate::domain::Id::new(at));
    store.apply(&Change::Add(traineeship.into()), &stamp()).unwrap();
}

fn small() -> Store {
    let mut store = Store::in_memory().unwrap();
    filled(&mut store);
    store
}

fn dossier_seed(folder: &Path) -> Vec<u8> {
    let path = folder.join("zaad.dossier");
    let (mut store, _) = Store::create(&path, None).unwrap();
    filled(&mut store);
    drop(store);
    let bytes = fs::read(&path).unwrap();
    files::remove_own(&path);
    bytes
}

fn key_seed() -> Vec<u8> {
    let slot = |kind: &str| {
        format!(
            r#"{{"soort":"{kind}","geheugen":8,"rondes":1,"banen":1,"zout":"{0}","nonce":"{0}{1}","sleutel":"{0}{0}{0}"}}"#,
            "00".repeat(16),
            "00".repeat(8)
        )
    };
    let slots = format!("[{},{}]", slot("wachtwoord"), slot("herstelcode"));
    let sum = store::keys::hex(&<sha2::Sha256 as sha2::Digest>::digest(slots.as_bytes()));
    format!(r#"{{"versie":1,"sleuven":{slots},"controle":"{sum}"}}"#).into_bytes()
}

fn sealed_seed(folder: &Path) -> Vec<u8> {
    let path = folder.join("zaad.kopie");
    let go_on = &mut |_| std::ops::ControlFlow::Continue(());
    let now = jiff::Timestamp::UNIX_EPOCH;
    backup::write(&small(), &path, backup::Under::Dossiers, now, go_on).unwrap();
    let bytes = fs::read(&path).unwrap();
    files::remove_own(&path);
    bytes
}

fn line_seeds(folder: &Path) -> Vec<Vec<u8>> {
    let learners: Vec<_> = small().all::<Learner>().unwrap().iter().map(|one| one.id).collect();
    [small(), small().excerpt(&learners).unwrap(), Store::in_memory().unwrap()]
        .iter()
        .map(|store| {
            let lines = backup::hostile::lines_of(store, folder).unwrap();
            let contents = backup::Contents::of(store, jiff::Timestamp::UNIX_EPOCH).unwrap();
            let rows = u16::try_from(contents.rows()).unwrap();
            [rows.to_le_bytes().to_vec(), lines].concat()
        })
        .collect()
}

fn json_seeds() -> Vec<Vec<u8>> {
    [
        r#"[{"voornamen":"Zoë","geslachtsnaam":"Öztürk","geboortedatum":"2008-03-00","route":"pro",
            "voortgangstoetsen":[{"titel":"Rekenen","resultaat":"voldoende"}]},{"id":1,"groep":"4b"}]"#,
        r#"{"naam":"Bakkerij","leerbedrijf-id":"100077736","kvk":"01234567","logo-bestand":"/etc/passwd",
            "praktijkopleiders":[{"voornaam":"Jan"}],"erkenningen":[{"crebo":"25180","van":"2024-08-01"}]}"#,
        r#"{"leerling":1,"leerbedrijf":1,"crebo":"25180","uren-gerealiseerd":612,"uren-geschat":true}"#,
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

fn logo_seeds() -> Vec<Vec<u8>> {
    [image::ImageFormat::Png, image::ImageFormat::Jpeg]
        .map(|format| {
            let mut out = std::io::Cursor::new(Vec::new());
            let picture =
                image::RgbImage::from_fn(24, 16, |x, y| image::Rgb([x as u8 * 9, y as u8 * 9, 60]));
            picture.write_to(&mut out, format).unwrap();
            out.into_inner()
        })
        .to_vec()
}

fn marker_seed() -> Vec<u8> {
    br#"{"versie":1,"nieuw":".klas.1.deel","sleutels":true,"bewaard":"klas (voor herstel).dossier"}"#.to_vec()
}

/// One to eight changes: a bit, a byte, a piece that goes, comes twice or is cut off, a number that is at an edge.
fn changed(seed: &[u8], dice: &mut Rand32) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.rand_range(0..8) {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len() as u32;
        let at = dice.rand_range(0..length) as usize;
        let to = (at + dice.rand_range(1..33) as usize).min(bytes.len());
        match dice.rand_range(0..8) {
            0 | 1 => bytes[at] ^= 1 << dice.rand_range(0..8),
            2 => bytes[at] = dice.rand_u32() as u8,
            3 => drop(bytes.drain(at..to)),
            4 => {
                let piece = bytes[at..to].to_vec();
                bytes.splice(at..at, piece);
            }
            5 => bytes.truncate(at),
            6 => bytes[at..to].fill([0, 0xFF, b'[', b'9'][dice.rand_range(0..4) as usize]),
            _ => {
                let edges = ["-1", "9223372036854775808", "null", "\"", "{}", "1e999", "\\u0000"];
                let edge = edges[dice.rand_range(0..7) as usize];
                bytes.splice(at..at, edge.bytes());
            }
        }
    }
    bytes
}

fn feed(seeds: &[Vec<u8>], times: u32, mut reader: impl FnMut(&[u8])) {
    // `TIMES=1000` for a long run without what fuzzing needs.
    let more = std::env::var("TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1_u32);
    let times = times * more;
    let mut dice = Rand32::new(20_261_124);
    for seed in seeds {
        reader(seed);
        for _ in 0..times / seeds.len() as u32 {
            reader(&changed(seed, &mut dice));
        }
    }
}

#[test]
fn the_seeds_are_what_their_readers_expect() {
    let dir = tempfile::tempdir().unwrap();
    let opened = store::keys::read(&key_seed(), &Password::new(PASSWORD.to_owned()));
    assert!(matches!(opened, Err(StoreError::WrongPassword)), "{opened:?}");
    for seed in line_seeds(dir.path()) {
        let rows = u64::from(u16::from_le_bytes([seed[0], seed[1]]));
        backup::hostile::read(dir.path(), &seed[2..], rows).unwrap();
    }
    assert!(store::spoken_of(&marker_seed(), Path::new("/map/klas.dossier")).is_some());
    for seed in logo_seeds() {
        pictures::take_in(&seed).unwrap();
    }
    for seed in json_seeds() {
        assert!(transfer::objects(&seed).is_ok());
    }
}

#[test]
fn hostile_dossiers_do_no_harm() {
    let dir = tempfile::tempdir().unwrap();
    feed(&[dossier_seed(dir.path())], 300, |bytes| dossier(dir.path(), bytes));
}

#[test]
fn hostile_key_files_do_no_harm() {
    feed(&[key_seed()], 4_000, key_file);
}

#[test]
fn hostile_sealed_files_do_no_harm() {
    let dir = tempfile::tempdir().unwrap();
    feed(&[sealed_seed(dir.path())], 3_000, |bytes| sealed_file(dir.path(), bytes));
}

#[test]
fn hostile_lines_do_no_harm() {
    let dir = tempfile::tempdir().unwrap();
    feed(&line_seeds(dir.path()), 150, |bytes| lines(dir.path(), bytes));
}

#[test]
fn hostile_json_does_no_harm() {
    let store = small();
    feed(&json_seeds(), 6_000, |bytes| json(&store, bytes));
}

#[test]
fn hostile_logos_do_no_harm() {
    feed(&logo_seeds(), 4_000, logo);
}

#[test]
fn hostile_markers_do_no_harm() {
    feed(&[marker_seed()], 6_000, marker);
}

/// What one file may ask of a machine that opens it, in slots together.
#[test]
fn slots_that_ask_for_too_much_work_are_refused_at_once() {
    let text = String::from_utf8(key_seed()).unwrap();
    let slots = text.replace("\"geheugen\":8,\"rondes\":1", "\"geheugen\":1048576,\"rondes\":10");
    let begin = slots.find('[').unwrap();
    let end = slots.find(']').unwrap() + 1;
    let sum =
        store::keys::hex(&<sha2::Sha256 as sha2::Digest>::digest(&slots.as_bytes()[begin..end]));
    let file = format!("{}{},\"controle\":\"{sum}\"}}", &slots[..begin], &slots[begin..end]);
    let opened = store::keys::read(file.as_bytes(), &Password::new(PASSWORD.to_owned()));
    assert!(matches!(opened, Err(StoreError::KeyFile)), "{opened:?}");
}

/// The seeds for fuzzing, one folder for each target: `SEEDS=dir`.
#[test]
fn seeds_are_written() {
    let Some(to) = std::env::var_os("SEEDS") else { return };
    let dir = tempfile::tempdir().unwrap();
    for (target, seeds) in [
        ("dossier", vec![dossier_seed(dir.path())]),
        ("key_file", vec![key_seed()]),
        ("sealed_file", vec![sealed_seed(dir.path())]),
        ("lines", line_seeds(dir.path())),
        ("json", json_seeds()),
        ("logo", logo_seeds()),
        ("marker", vec![marker_seed()]),
    ] {
        let folder = Path::new(&to).join(target);
        files::make_folder(&folder).unwrap();
        for (n, seed) in seeds.iter().enumerate() {
            files::write_atomic(&folder.join(format!("zaad-{n}")), seed).unwrap();
        }
    }
}
