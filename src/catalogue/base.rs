//! The base edition: files that are part of the program, read once. What does not parse is left out, and a test says
//! that nothing is.

use std::collections::HashMap;
use std::sync::LazyLock;

use csv::StringRecord;

use crate::catalogue::entry::{
    Certainty, Certificaat, CertificaatKind, Dossier, Kerntaak, Keuzedeel, Kwalificatie,
    KwalificatieKind, Origin, Source, Status, Werkproces,
};
use crate::domain::{ComponentCode, Crebo, Entry, Title};

/// The name of the edition that is built in: the month in which it was collected.
pub const EDITION: &str = "Basis 2026-10";

/// The base edition in the order of its files.
#[derive(Debug)]
pub(super) struct Base {
    pub(super) kwalificaties: Vec<Kwalificatie>,
    pub(super) keuzedelen: Vec<Keuzedeel>,
    pub(super) certificaten: Vec<Certificaat>,
    /// Names of dossiers, also for an entry of the school that gives the number only.
    pub(super) dossiers: HashMap<Crebo, Title>,
}

pub(super) static BASE: LazyLock<Base> = LazyLock::new(|| read().0);

static SOURCES: LazyLock<HashMap<String, Source>> = LazyLock::new(|| {
    let text = include_str!("../../assets/catalogue/bronnen.csv");
    rows(text, &mut Vec::new(), source).into_iter().collect()
});

/// The edition, and the lines that do not parse.
fn read() -> (Base, Vec<String>) {
    let mut left_out = Vec::new();
    let text = include_str!("../../assets/catalogue/dossiers.csv");
    let dossiers: HashMap<Crebo, Title> =
        rows(text, &mut left_out, |row| Some((column(row, 0)?, column(row, 1)?)))
            .into_iter()
            .collect();

    let text = include_str!("../../assets/catalogue/kwalificaties.csv");
    let mut kwalificaties = rows(text, &mut left_out, |row| kwalificatie(row, &dossiers));
    let places: HashMap<Crebo, usize> =
        kwalificaties.iter().enumerate().map(|(at, k)| (k.crebo.clone(), at)).collect();

    let text = include_str!("../../assets/catalogue/werkprocessen.csv");
    rows(text, &mut left_out, |row| {
        let at = places.get(&column::<Crebo>(row, 0)?)?;
        add_part(&mut kwalificaties.get_mut(*at)?.kerntaken, row)
    });

    let text = include_str!("../../assets/catalogue/keuzedelen.csv");
    let keuzedelen = rows(text, &mut left_out, keuzedeel);
    let text = include_str!("../../assets/catalogue/certificaten.csv");
    let certificaten = rows(text, &mut left_out, certificaat);
    (Base { kwalificaties, keuzedelen, certificaten, dossiers }, left_out)
}

/// Every line after the header that `read` makes something of.
fn rows<T>(
    text: &str,
    left_out: &mut Vec<String>,
    mut read: impl FnMut(&StringRecord) -> Option<T>,
) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut found = Vec::new();
    for row in reader.records() {
        match row.as_ref().map(&mut read) {
            Ok(Some(entry)) => found.push(entry),
            Ok(None) | Err(_) => left_out.push(format!("{row:?}")),
        }
    }
    found
}

/// The value in a column, which may be empty when `T` is an `Option`.
fn column<T: Entry>(row: &StringRecord, at: usize) -> Option<T> {
    row.get(at).and_then(|text| T::parse(text).ok())
}

fn origin(row: &StringRecord, at: usize) -> Option<Origin> {
    SOURCES.get(row.get(at)?).map(Origin::Base)
}

fn source(row: &StringRecord) -> Option<(String, Source)> {
    let certainty = match row.get(1)? {
        "lijst" => Certainty::Listed,
        "ontleend" => Certainty::Borrowed,
        "onzeker" => Certainty::Doubtful,
        _ => return None,
    };
    Some((row.get(0)?.to_owned(), Source { certainty, text: column(row, 2)? }))
}

fn kwalificatie(row: &StringRecord, dossiers: &HashMap<Crebo, Title>) -> Option<Kwalificatie> {
    let kind = match row.get(3)? {
        "kwalificatie" => KwalificatieKind::Kwalificatie,
        "cross-over" => KwalificatieKind::CrossOver,
        "regionaal" => KwalificatieKind::Regionaal,
        _ => return None,
    };
    let status = match row.get(7)? {
        "actueel" => Status::Current,
        "tot-2026" => Status::Until2026,
        "onbekend" => Status::Unknown,
        "vervangen" => Status::Superseded,
        _ => return None,
    };
    Some(Kwalificatie {
        crebo: column(row, 0)?,
        name: column(row, 1)?,
        niveau: column(row, 2)?,
        kind,
        dossier: dossier(row, 4, dossiers)?,
        under: dossier(row, 5, dossiers)?,
        sectorkamer: column(row, 6)?,
        status,
        valid_from: column(row, 8)?,
        valid_to: None,
        replaced_by: column(row, 9)?,
        origin: origin(row, 10)?,
        kerntaken: Vec::new(),
    })
}

/// `Some(None)`: no dossier. `None`: one that has no name.
fn dossier(
    row: &StringRecord,
    at: usize,
    dossiers: &HashMap<Crebo, Title>,
) -> Option<Option<Dossier>> {
    match column::<Option<Crebo>>(row, at)? {
        Some(crebo) => {
            let name = dossiers.get(&crebo)?.clone();
            Some(Some(Dossier { crebo: Some(crebo), name }))
        }
        None => Some(None),
    }
}

/// A kerntaak, or a werkproces of the kerntaak in the lines before it.
fn add_part(kerntaken: &mut Vec<Kerntaak>, row: &StringRecord) -> Option<()> {
    let (code, title): (ComponentCode, Title) = (column(row, 1)?, column(row, 2)?);
    let origin = origin(row, 3)?;
    if code.is_kerntaak() {
        kerntaken.push(Kerntaak { code, title, origin, werkprocessen: Vec::new() });
    } else {
        let kerntaak = kerntaken.last_mut().filter(|k| k.code.as_str() == code.kerntaak())?;
        kerntaak.werkprocessen.push(Werkproces { code, title, origin });
    }
    Some(())
}

fn keuzedeel(row: &StringRecord) -> Option<Keuzedeel> {
    Some(Keuzedeel {
        code: column(row, 0)?,
        title: column(row, 1)?,
        sbu: column(row, 2)?,
        origin: origin(row, 3)?,
    })
}

fn certificaat(row: &StringRecord) -> Option<Certificaat> {
    let kind = match row.get(2)? {
        "onderdeel" => CertificaatKind::Onderdeel,
        "keuzedeel" => CertificaatKind::Keuzedeel,
        _ => return None,
    };
    let kwalificaties = row.get(3)?.split(';').filter(|code| !code.is_empty());
    Some(Certificaat {
        code: column(row, 0)?,
        title: column(row, 1)?,
        kind,
        kwalificaties: kwalificaties.map(|code| Crebo::parse(code).ok()).collect::<Option<_>>()?,
        origin: origin(row, 4)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_base_edition_parses() {
        assert_eq!(read().1, Vec::<String>::new());
        let sources = include_str!("../../assets/catalogue/bronnen.csv");
        assert_eq!(SOURCES.len(), sources.lines().count() - 1);
    }
}
