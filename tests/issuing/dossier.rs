//! A dossier of invented people, and a look at what became of it.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use praktijkdossier::catalogue::Catalogue;
use praktijkdossier::changes::Change;
use praktijkdossier::documents::layout::Standing;
use praktijkdossier::domain::draft::Wanted;
use praktijkdossier::domain::{
    Day, DocumentKind, DocumentNumber, Entry as _, Learner, Leerbedrijf, LogoHash, ShortText,
    Stored,
};
use praktijkdossier::example;
use praktijkdossier::issuing::{Batch, Bundling, Made, Naming, Order, Outcome};
use praktijkdossier::store::{Stamp, Store};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

pub(crate) fn stamp() -> Stamp {
    Stamp { at: "2026-03-02T08:30:00Z".parse().unwrap(), who: "praktijkbureau".to_owned() }
}

/// With so many learners.
pub(crate) fn example(learners: u32) -> Store {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, learners);
    store
}

pub(crate) fn fill(store: &mut Store, learners: u32) {
    let change = example::changes(1, learners, date(2026, 3, 2), &Catalogue::new(&[]));
    store.apply(&change, &stamp()).unwrap();
}

/// Every leerbedrijf gets one of its own, and its branche another.
pub(crate) fn add_logos(store: &mut Store) {
    for (n, Stored { id, value }) in (0..).zip(store.all::<Leerbedrijf>().unwrap()) {
        let logo = Some(kept_picture(store, [20, n, 160]));
        let branche_logo = Some(kept_picture(store, [20, n, 60]));
        let with = Leerbedrijf { logo, branche_logo, ..value };
        store.apply(&Change::Edit(id.raw(), with.into()), &stamp()).unwrap();
    }
}

fn kept_picture(store: &mut Store, colour: [u8; 3]) -> LogoHash {
    let mut png = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(60, 30, image::Rgb(colour));
    picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
    let png = png.into_inner();
    let hash: String = Sha256::digest(&png).iter().map(|byte| format!("{byte:02x}")).collect();
    let hash = LogoHash::parse(&hash).unwrap();
    store.apply(&Change::KeepPicture { hash: hash.clone(), png }, &stamp()).unwrap();
    hash
}

pub(crate) fn place() -> ShortText {
    ShortText::parse("Zonderdam").unwrap()
}

pub(crate) fn day() -> Day {
    Day::parse("2026-03-02").unwrap()
}

pub(crate) fn number(typed: &str) -> DocumentNumber {
    DocumentNumber::parse(typed).unwrap()
}

pub(crate) fn order(folder: &Path) -> Order {
    Order {
        standing: Standing::Final,
        place: place(),
        date: day(),
        folder: folder.to_owned(),
        naming: Naming::WithoutName,
        bundling: Bundling::Loose,
    }
}

/// Of everyone, ready or not.
pub(crate) fn all(store: &Store, kind: DocumentKind) -> Vec<Wanted> {
    let learners = store.all::<Learner>().unwrap();
    learners.into_iter().flat_map(|Stored { id, .. }| store.wanted(kind, id).unwrap()).collect()
}

/// Of those that nothing keeps from being issued.
pub(crate) fn ready(store: &Store, kind: DocumentKind) -> Vec<Wanted> {
    let mut all = all(store, kind);
    all.retain(|wanted| {
        let draft = store.draft(*wanted, Some(place()), Some(day())).unwrap();
        draft.missing().is_empty()
    });
    all
}

pub(crate) fn batch(wanted: &[Wanted], order: Order) -> Batch {
    Batch::new(wanted.iter().copied(), order, stamp())
}

/// Until it is done or halts.
pub(crate) fn run(batch: &mut Batch, store: &mut Store) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    while let Some(chunk) = batch.prepare(store).unwrap() {
        let printed = chunk.print();
        batch.register(store, printed).unwrap();
        outcomes.extend(batch.take_outcomes());
    }
    outcomes.extend(batch.take_outcomes());
    outcomes
}

pub(crate) fn made(outcome: &Outcome) -> Option<(PathBuf, Option<DocumentNumber>)> {
    match &outcome.made {
        Made::File { path, number } => Some((path.clone(), *number)),
        Made::OnlyRegistered { .. } | Made::Not(_) => None,
    }
}

/// Every file in the folder with its bytes, half ones too.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let bytes = if path.is_dir() { Vec::new() } else { fs::read(&path).unwrap() };
            (path.file_name().unwrap().to_str().unwrap().to_owned(), bytes)
        })
        .collect();
    files.sort();
    files
}

/// The numbers in the register with their bytes, the oldest first.
pub(crate) fn register(store: &Store) -> Vec<(String, Vec<u8>)> {
    let lines = store.register().unwrap().into_iter().rev();
    lines.map(|l| (l.number.to_string(), store.issued_pdf(l.number).unwrap())).collect()
}

/// Each file holds the bytes of its number, and each number has its file.
pub(crate) fn files_are_those_of_the_register(folder: &Path, store: &Store) {
    let expected: Vec<(String, Vec<u8>)> = register(store)
        .into_iter()
        .map(|(number, pdf)| {
            let kind = self::number(&number).kind();
            let kind = praktijkdossier::domain::Choice::key(kind);
            (format!("{kind}-{number}.pdf"), pdf)
        })
        .collect();
    assert!(
        files(folder) == expected,
        "{:?}",
        files(folder).iter().map(|f| &f.0).collect::<Vec<_>>()
    );
}

pub(crate) fn folder() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("uitreiking");
    (dir, folder)
}

/// The learner of this gets another surname.
pub(crate) fn rename(store: &mut Store, wanted: Wanted, surname: &str) {
    let Stored { id, mut value } = store.draft(wanted, None, None).unwrap().learner().clone();
    value.geslachtsnaam = Some(praktijkdossier::domain::PersonName::parse(surname).unwrap());
    store.apply(&Change::Edit(id.raw(), value.into()), &stamp()).unwrap();
}
