//! The school's own entries, laid over the base edition. Knows no screen and no file.

use std::collections::HashMap;

use crate::catalogue::base::Base;
use crate::catalogue::entry::{
    Certificaat, CertificaatKind, Dossier, Kerntaak, Keuzedeel, Kwalificatie, KwalificatieKind,
    Loose, LooseReason, Origin, Status, Werkproces,
};
use crate::domain::fold::fold;
use crate::domain::{
    ComponentCode, Crebo, Entry, Id, OwnEntry, OwnEntryKind, PartCode, Stored, Title, UnitCode,
};

/// The base edition with the school's entries in it.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) kwalificaties: Vec<Kwalificatie>,
    pub(super) keuzedelen: Vec<Keuzedeel>,
    pub(super) certificaten: Vec<Certificaat>,
    pub(super) loose: Vec<Loose>,
    places: HashMap<Crebo, usize>,
}

/// What stands lower in the tree comes later: a kerntaak may be entered before its kwalificatie.
const ORDER: [OwnEntryKind; 5] = [
    OwnEntryKind::Kwalificatie,
    OwnEntryKind::Kerntaak,
    OwnEntryKind::Werkproces,
    OwnEntryKind::Keuzedeel,
    OwnEntryKind::Certificaat,
];

pub(super) fn lay(base: &Base, own: &[Stored<OwnEntry>]) -> Laid {
    let mut laid = Laid {
        kwalificaties: base.kwalificaties.clone(),
        keuzedelen: base.keuzedelen.clone(),
        certificaten: base.certificaten.clone(),
        loose: Vec::new(),
        places: places(&base.kwalificaties),
    };
    for kind in ORDER {
        for entry in own.iter().filter(|entry| entry.value.kind == kind) {
            let placed = match kind {
                OwnEntryKind::Kwalificatie => laid.lay_kwalificatie(entry, &base.dossiers),
                OwnEntryKind::Kerntaak => laid.lay_kerntaak(entry),
                OwnEntryKind::Werkproces => laid.lay_werkproces(entry),
                OwnEntryKind::Keuzedeel => laid.lay_keuzedeel(entry),
                OwnEntryKind::Certificaat => laid.lay_certificaat(entry),
            };
            match placed {
                Ok(None) => {}
                Ok(Some(earlier)) => laid.set_aside(earlier, own),
                Err(why) => {
                    laid.loose.push(Loose { id: entry.id, title: entry.value.title.clone(), why });
                }
            }
        }
    }
    laid
}

/// The school's earlier entry that had the place, if any.
type Placed = Result<Option<Id<OwnEntry>>, LooseReason>;

impl Laid {
    pub(super) fn kwalificatie(&self, crebo: &Crebo) -> Option<&Kwalificatie> {
        self.places.get(crebo).and_then(|at| self.kwalificaties.get(*at))
    }

    /// Puts everything in the order in which it is shown.
    pub(super) fn sort(&mut self) {
        self.kwalificaties
            .sort_by_cached_key(|k| (k.status, fold(k.name.as_str()), k.crebo.clone()));
        self.places = places(&self.kwalificaties);
        self.keuzedelen.sort_by_cached_key(|k| (fold(k.title.as_str()), k.code.clone()));
        self.certificaten.sort_by_cached_key(|c| (fold(c.title.as_str()), c.code.clone()));
    }

    fn set_aside(&mut self, earlier: Id<OwnEntry>, own: &[Stored<OwnEntry>]) {
        let found = own.iter().find(|entry| entry.id == earlier);
        self.loose.extend(found.map(|entry| Loose {
            id: earlier,
            title: entry.value.title.clone(),
            why: LooseReason::Doubled,
        }));
    }

    fn lay_kwalificatie(
        &mut self,
        entry: &Stored<OwnEntry>,
        dossiers: &HashMap<Crebo, Title>,
    ) -> Placed {
        let own = &entry.value;
        let crebo = own.crebo.clone().ok_or(LooseReason::NoKwalificatie)?;
        let dossier = dossier(own, dossiers);
        // What the school enters is in force, unless it says what came instead.
        let status = if own.replaced_by.is_some() { Status::Superseded } else { Status::Current };
        if let Some(place) = self.places.get(&crebo).and_then(|at| self.kwalificaties.get_mut(*at))
        {
            let earlier = place.origin.own();
            place.name = own.title.clone();
            place.status = status;
            place.replaced_by.clone_from(&own.replaced_by);
            place.niveau = own.niveau.or(place.niveau);
            place.valid_from = own.valid_from.or(place.valid_from);
            place.valid_to = own.valid_to.or(place.valid_to);
            if dossier.is_some() {
                place.dossier.clone_from(&dossier);
                place.under = dossier;
            }
            place.origin = origin(entry);
            return Ok(earlier);
        }
        self.places.insert(crebo.clone(), self.kwalificaties.len());
        self.kwalificaties.push(Kwalificatie {
            crebo,
            name: own.title.clone(),
            niveau: own.niveau,
            kind: KwalificatieKind::Kwalificatie,
            dossier: dossier.clone(),
            under: dossier,
            sectorkamer: None,
            status,
            valid_from: own.valid_from,
            valid_to: own.valid_to,
            replaced_by: own.replaced_by.clone(),
            origin: origin(entry),
            kerntaken: Vec::new(),
        });
        Ok(None)
    }

    fn kerntaken(&mut self, own: &OwnEntry) -> Result<&mut Vec<Kerntaak>, LooseReason> {
        let at = own.crebo.as_ref().and_then(|crebo| self.places.get(crebo));
        at.and_then(|at| self.kwalificaties.get_mut(*at))
            .map(|kwalificatie| &mut kwalificatie.kerntaken)
            .ok_or(LooseReason::NoKwalificatie)
    }

    fn lay_kerntaak(&mut self, entry: &Stored<OwnEntry>) -> Placed {
        let (own, code) = (&entry.value, component_code(&entry.value)?);
        if !code.is_kerntaak() {
            return Err(LooseReason::NoCode);
        }
        let kerntaken = self.kerntaken(own)?;
        if let Some(place) = kerntaken.iter_mut().find(|kerntaak| kerntaak.code == code) {
            let earlier = place.origin.own();
            place.title = own.title.clone();
            place.origin = origin(entry);
            return Ok(earlier);
        }
        kerntaken.push(Kerntaak {
            code,
            title: own.title.clone(),
            origin: origin(entry),
            werkprocessen: Vec::new(),
        });
        kerntaken.sort_by_key(|kerntaak| kerntaak.code.sort_key());
        Ok(None)
    }

    fn lay_werkproces(&mut self, entry: &Stored<OwnEntry>) -> Placed {
        let (own, code) = (&entry.value, component_code(&entry.value)?);
        if code.is_kerntaak() {
            return Err(LooseReason::NoCode);
        }
        let kerntaak = self
            .kerntaken(own)?
            .iter_mut()
            .find(|kerntaak| kerntaak.code.as_str() == code.kerntaak())
            .ok_or(LooseReason::NoKerntaak)?;
        let new = Werkproces { code, title: own.title.clone(), origin: origin(entry) };
        if let Some(place) = kerntaak.werkprocessen.iter_mut().find(|w| w.code == new.code) {
            let earlier = place.origin.own();
            *place = new;
            return Ok(earlier);
        }
        kerntaak.werkprocessen.push(new);
        kerntaak.werkprocessen.sort_by_key(|werkproces| werkproces.code.sort_key());
        Ok(None)
    }

    fn lay_keuzedeel(&mut self, entry: &Stored<OwnEntry>) -> Placed {
        let (own, code) = (&entry.value, unit_code(&entry.value)?);
        let at = place(&code, &own.title, self.keuzedelen.iter().map(|k| (&k.code, &k.title)));
        if let Some(place) = at.and_then(|at| self.keuzedelen.get_mut(at)) {
            let earlier = place.origin.own();
            place.code = code.or(place.code.take());
            place.title = own.title.clone();
            place.origin = origin(entry);
            return Ok(earlier);
        }
        let (title, origin) = (own.title.clone(), origin(entry));
        self.keuzedelen.push(Keuzedeel { code, title, sbu: None, origin });
        Ok(None)
    }

    fn lay_certificaat(&mut self, entry: &Stored<OwnEntry>) -> Placed {
        let (own, code) = (&entry.value, unit_code(&entry.value)?);
        let at = place(&code, &own.title, self.certificaten.iter().map(|c| (&c.code, &c.title)));
        if let Some(place) = at.and_then(|at| self.certificaten.get_mut(at)) {
            let earlier = place.origin.own();
            place.code = code.or(place.code.take());
            place.title = own.title.clone();
            place
                .kwalificaties
                .extend(own.crebo.clone().filter(|c| !place.kwalificaties.contains(c)));
            place.origin = origin(entry);
            return Ok(earlier);
        }
        // An entry of the school does not say its kind; only a keuzedeel has a K.
        let kind = match &code {
            Some(code) if code.as_str().starts_with('K') => CertificaatKind::Keuzedeel,
            Some(_) | None => CertificaatKind::Onderdeel,
        };
        self.certificaten.push(Certificaat {
            code,
            title: own.title.clone(),
            kind,
            kwalificaties: own.crebo.iter().cloned().collect(),
            origin: origin(entry),
        });
        Ok(None)
    }
}

fn places(kwalificaties: &[Kwalificatie]) -> HashMap<Crebo, usize> {
    (0..).zip(kwalificaties).map(|(at, kwalificatie)| (kwalificatie.crebo.clone(), at)).collect()
}

fn origin(entry: &Stored<OwnEntry>) -> Origin {
    Origin::Own { id: entry.id, source: entry.value.source.clone() }
}

/// The dossier that the school names, by number, by name or both.
fn dossier(own: &OwnEntry, dossiers: &HashMap<Crebo, Title>) -> Option<Dossier> {
    let crebo = own.dossier_crebo.clone();
    let known = || crebo.as_ref().and_then(|crebo| dossiers.get(crebo)).cloned();
    let number = || crebo.as_ref().and_then(|crebo| Title::parse(crebo.as_str()).ok());
    let name = own.dossier.clone().or_else(known).or_else(number)?;
    Some(Dossier { crebo, name })
}

fn component_code(own: &OwnEntry) -> Result<ComponentCode, LooseReason> {
    let code = own.code.as_ref().map(PartCode::as_str).ok_or(LooseReason::NoCode)?;
    ComponentCode::parse(code).or(Err(LooseReason::NoCode))
}

fn unit_code(own: &OwnEntry) -> Result<Option<UnitCode>, LooseReason> {
    let code = own.code.as_ref().map(|code| UnitCode::parse(code.as_str()));
    code.transpose().or(Err(LooseReason::NoCode))
}

/// Where the entry with this code stands; where one of the two has no code, the title decides.
fn place<'a>(
    code: &Option<UnitCode>,
    title: &Title,
    entries: impl Iterator<Item = (&'a Option<UnitCode>, &'a Title)> + Clone,
) -> Option<usize> {
    let same_code = |(have, _): (&Option<UnitCode>, &Title)| code.is_some() && have == code;
    let title = fold(title.as_str());
    let same_title = |(have, of): (&Option<UnitCode>, &Title)| {
        (code.is_none() || have.is_none()) && fold(of.as_str()) == title
    };
    entries.clone().position(same_code).or_else(|| entries.clone().position(same_title))
}
