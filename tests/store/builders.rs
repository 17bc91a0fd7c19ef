//! Records to test with, and ways to look at a store as a whole. All people are invented.

use praktijkdossier::changes::{Change, Purpose};
use praktijkdossier::domain::{
    AnyRecord, Entry as _, FileHash, Id, Input, Learner, LogoHash, RecordKind,
};
use praktijkdossier::store::{Applied, Stamp, Store, StoreError};
use sha2::{Digest as _, Sha256};

pub(crate) fn stamp() -> Stamp {
    Stamp { at: "2026-03-02T08:30:00Z".parse().unwrap(), who: "praktijkbureau".to_owned() }
}

/// A value for every field of every kind that fits it; the first record of each kind, as they refer to each other.
pub(crate) fn example(kind: RecordKind, key: &str) -> &'static str {
    use RecordKind::{Erkenning, Leerbedrijf, OwnEntry, Traineeship};
    match (kind, key) {
        (Leerbedrijf, "naam") => "Bakkerij De Korenaar",
        (Leerbedrijf, "plaats") => "Nieuwegein",
        (Traineeship, "status") => "lopend",
        (Traineeship | Erkenning, "van") => "2025-09-01",
        (Traineeship, "tot") => "2026-02-13",
        (Erkenning, "tot") => "2028-08-31",
        (OwnEntry, "soort") => "werkproces",
        (OwnEntry, "bron") => "Kwalificatiedossier 2025, blz. 12",
        (RecordKind::ReceivedDocument, "soort") => "praktijkverklaring",
        (_, "naam") => "Praktijkschool 't Gilde",
        (_, "brin") => "25PW",
        (_, "plaats") => "Utrecht",
        (_, "voornaam") => "Fatma",
        (_, "voorvoegsel") => "van der",
        (_, "achternaam") => "Berg-Łukasz",
        (_, "functie") => "Coördinator stages",
        (_, "telefoon") => "+31 (0)30 123 45 67",
        (_, "email") => "stages@school.example",
        (_, "voornamen") => "Zoë Şükran",
        (_, "roepnaam") => "Zoë",
        (_, "geslachtsnaam") => "Öztürk",
        (_, "geboortedatum") => "2008-03-00",
        (_, "geboorteplaats") => "Gaziantep",
        (_, "geboorteland") => "Turkije",
        (_, "leerlingnummer") => "00123",
        (_, "groep") => "4b",
        (_, "route") => "pro",
        (_, "doelgroep") => "pro-leerling",
        (_, "start") => "2024-08-26",
        (_, "eind") => "2026-07-10",
        (_, "status") => "actief",
        (_, "notitie") => {
            "Eerste regel: \"zelf\" gekozen.\nTweede regel; 100% \\ 'n backslash, {\"a\": null}."
        }
        (_, "vestigingsplaats") => "Utrecht",
        (_, "leerbedrijf-id") => "100077736",
        (_, "kvk") => "01234567",
        (_, "adres") => "Dorpsstraat 1-b",
        (_, "postcode") => "1234 AB",
        (_, "crebo") => "25180",
        (_, "kwalificatie") => "Assistent dienstverlening en zorg",
        (_, "niveau") => "1",
        (_, "uren-afgesproken") => "640",
        (_, "uren-gerealiseerd") => "612",
        (_, "uren-geschat") => "1",
        (_, "overeenkomst") => "stage-overeenkomst",
        (_, "getekend-school") => "2025-08-28",
        (_, "getekend-leerling") => "2025-08-29",
        (_, "getekend-leerbedrijf") => "2025-08-30",
        (_, "getekend-ouder") => "2025-08-31",
        (_, "soort") => "werkproces",
        (_, "code") => "B1-K1-W2",
        (_, "kerntaak") => "Voert eenvoudige werkzaamheden uit",
        (_, "titel") => "Maakt de werkplek schoon",
        (_, "stand") => "kan-uitvoeren",
        (_, "vastgesteld-op") => "2026-02-10",
        (_, "resultaat") => "7,5",
        (_, "resultaat-op") => "2026-02-12",
        (_, "deelexamen") => "0",
        (_, "bron") => "Catalogus 2025",
        (_, "datum") => "2026-01-20",
        (_, "situatie") => "Maakte de oven schoon.\nVroeg zelf om hulp.",
        (_, "wie") => "Mevrouw Berg",
        (_, "dossier-crebo") => "23110",
        (_, "dossier") => "Entree",
        (_, "schoolblok" | "praktijkverklaring-met-nlqf" | "certificaat-zonder-nlqf") => "1",
        (_, "certificaat-met-waardering" | "certificaat-met-leerweg") => "1",
        (_, "certificaat-met-leerbedrijf" | "herdruk-als-duplicaat") => "1",
        (_, "naam-in-bestandsnaam" | "tekent" | "diploma" | "bpv-met-uren") => "1",
        (_, "documenten-blijven") => "1",
        (_, "bewaar-subsidie" | "bewaar-examens" | "bewaar-nazorg" | "bewaar-overig") => "7",
        (_, "certificaat") => "1",
        (_, "schoolblok-tekst") => "Uitgereikt door",
        (_, "certificaat-naar-rechts") => "-1,5",
        (_, "certificaat-omlaag") => "2,0",
        (_, "opleiding-crebo") => "25250",
        (_, "opleiding") => "Assistent bouwen, wonen en onderhoud",
        (_, "opleiding-niveau") => "1",
        (_, "startkwalificatie") => "nee",
        (_, "bpv-optie") => "optie-3",
        (_, "bpv-omschrijving") => "Hielp mee in de keuken.",
        (_, "overige-resultaten") => "VCA-basis",
        (_, "beoordeling") => "positief",
        (_, "beroepsvereisten") => "de Regeling certificaten",
        (_, "besluit-examencommissie") => "2026-02-13",
        (_, "toelichting") => "Na de eerste periode",
        (_, "nummer") => "PV-2025-0012",
        (_, "school") => "Praktijkschool De Overkant",
        (_, "omschrijving") => "Assistent logistiek",
        (_, "ingetrokken-op") => "2026-02-20",
        (_, "reden") => "De naam was verkeerd",
        (_, "vervangt") => "PV-2025-0011",
        (_, "bestand") => file_hash(),
        (_, "geldig-van") => "2021-08-01",
        (_, "geldig-tot") => "2027-07-31",
        (_, "vervangen-door") => "25251",
        (_, "logo" | "branchelogo") => hash(),
        (_, "begeleider" | "leerbedrijf" | "praktijkopleider" | "leerling" | "stage") => "1",
        (_, "vastgesteld-door" | "onderdeel") => "1",
        (_, _) => panic!("a new field: give it an example here"),
    }
}

/// A record with every field filled.
pub(crate) fn whole(kind: RecordKind) -> AnyRecord {
    AnyRecord::read(kind, |key| example(kind, key).to_owned()).unwrap()
}

/// A record with only what it cannot do without; records that it refers to are the first of their kind.
pub(crate) fn bare(kind: RecordKind) -> AnyRecord {
    let mut record = whole(kind);
    for field in kind.fields() {
        // Where it may not be empty, it stays.
        record.set(field.key, "").unwrap().ok();
    }
    record
}

/// The record with another value in one field.
pub(crate) fn with(mut record: AnyRecord, key: &str, typed: &str) -> AnyRecord {
    record.set(key, typed).unwrap().unwrap();
    record
}

pub(crate) fn learner(geslachtsnaam: &str) -> AnyRecord {
    with(bare(RecordKind::Learner), "geslachtsnaam", geslachtsnaam)
}

/// Bytes that stand for a logo: what is in them is none of the store's business.
pub(crate) const LOGO: &[u8] = b"\x89PNG\r\n\x1a\n een logo";

fn hash() -> &'static str {
    "2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c"
}

pub(crate) fn keep_picture(png: &[u8]) -> Change {
    Change::KeepPicture { hash: LogoHash::parse(&sha256(png)).unwrap(), png: png.to_owned() }
}

/// Bytes that stand for a document: what is in them is none of the store's business.
pub(crate) const PDF: &[u8] = b"%PDF-1.7 een document";

fn file_hash() -> &'static str {
    static HASH: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| sha256(PDF));
    &HASH
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

pub(crate) fn keep_file(pdf: &[u8]) -> Change {
    Change::KeepFile { hash: FileHash::parse(&sha256(pdf)).unwrap(), pdf: pdf.to_owned() }
}

pub(crate) fn add(store: &mut Store, record: AnyRecord) -> i64 {
    apply(store, &Change::Add(record)).unwrap().subject.id
}

pub(crate) fn apply(store: &mut Store, change: &Change) -> Result<Applied, StoreError> {
    store.apply(change, &stamp())
}

pub(crate) fn together(changes: Vec<Change>) -> Change {
    Change::Together(Purpose::SetFromJson, changes)
}

/// One record of every kind, with every field filled, each added by a change of its own.
pub(crate) fn fill(store: &mut Store) {
    apply(store, &keep_picture(LOGO)).unwrap();
    apply(store, &keep_file(PDF)).unwrap();
    for kind in RecordKind::ALL {
        assert_eq!(add(store, whole(*kind)), 1, "{kind:?}");
    }
}

pub(crate) fn filled() -> Store {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store);
    store
}

/// The kinds of record at which this kind can point.
pub(crate) fn points_at(kind: RecordKind) -> Vec<(&'static str, RecordKind)> {
    let mut out = Vec::new();
    for field in kind.fields() {
        if let Input::Ref(to) = field.input {
            out.push((field.key, to));
        }
    }
    out
}

/// Every row of every table of records, those put aside too: what undo must bring back to the letter.
pub(crate) fn rows(store: &Store) -> String {
    let other = [
        "journal",
        "journal_row",
        "picture",
        "issued",
        "issued_file",
        "withdrawal",
        "unswept",
        "received_file",
        "mark",
    ];
    lines(store, |table| !other.contains(&table))
}

/// Every row of the register: what nothing may change.
pub(crate) fn issued(store: &Store) -> String {
    lines(store, |table| ["issued", "issued_file", "withdrawal"].contains(&table))
}

/// Every row of every table.
pub(crate) fn everything(store: &Store) -> String {
    lines(store, |_| true)
}

pub(crate) fn journal_lines(store: &Store) -> usize {
    lines(store, |table| table == "journal").lines().count()
}

fn lines(store: &Store, of: impl Fn(&str) -> bool) -> String {
    let dump = store.dump().unwrap();
    let (_, data) = dump.split_at(dump.find("INSERT INTO").unwrap_or(dump.len()));
    // A value may hold a line break, so a line that does not begin a row belongs to the row before it.
    let mut out = String::new();
    let mut wanted = false;
    for line in data.lines() {
        if let Some(rest) = line.strip_prefix("INSERT INTO ") {
            wanted = of(rest.split(' ').next().unwrap());
        }
        if wanted {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

pub(crate) fn is_live(store: &Store, kind: RecordKind, id: i64) -> bool {
    match store.record(kind, id) {
        Ok(_) => true,
        Err(StoreError::Gone { .. }) => false,
        Err(other) => panic!("{other:?}"),
    }
}

/// The surnames of all learners, in order of id.
pub(crate) fn names(store: &Store) -> Vec<String> {
    let all = store.all::<Learner>().unwrap();
    all.into_iter().map(|l| l.value.geslachtsnaam.unwrap().as_str().to_owned()).collect()
}

pub(crate) fn learner_id(raw: i64) -> Id<Learner> {
    Id::new(raw)
}

/// Tries a change that must fail, in a store of which not one row may change by it.
pub(crate) fn refused(store: &mut Store, change: &Change) -> StoreError {
    let before = everything(store);
    let error = apply(store, change).unwrap_err();
    assert_eq!(everything(store), before, "{error:?}: {change:?}");
    error
}
