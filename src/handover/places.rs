//! Leerbedrijven and praktijkopleiders: those that are here already are used as they are, the others are added.

use crate::backup::Flaw;
use crate::changes::Change;
use crate::domain::fold::fold;
use crate::domain::{
    Erkenning, Id, Kvk, Leerbedrijf, LeerbedrijfId, LogoHash, Praktijkopleider, RecordKind,
    ShortText, Stored, Title,
};
use crate::handover::HandoverError;
use crate::handover::weave::Weave;
use crate::pictures;

impl Weave<'_> {
    /// The leerbedrijf here that this one of theirs is.
    pub(super) fn leerbedrijf(
        &mut self,
        id: Id<Leerbedrijf>,
    ) -> Result<Id<Leerbedrijf>, HandoverError> {
        if let Some(place) = self.places.get(&(RecordKind::Leerbedrijf, id.raw())) {
            return Ok(Id::new(*place));
        }
        let theirs = self.theirs.leerbedrijf(id)?.value;
        let marked = self.marked(id);
        let here = self.ours.all::<Leerbedrijf>()?;
        let same = here
            .iter()
            .find(|own| Some(own.id) == marked)
            .or_else(|| here.iter().find(|own| same_number(&own.value, &theirs)))
            .or_else(|| here.iter().find(|own| same_name(&own.value, &theirs)));
        if let Some(own) = same {
            self.settle(id, own.id);
            return Ok(own.id);
        }
        for logo in [&theirs.logo, &theirs.branche_logo].into_iter().flatten() {
            self.keep_picture(logo)?;
        }
        let name = theirs.naam.as_ref().map_or("", Title::as_str).to_owned();
        let ours = self.add(id, theirs, name);
        for Stored { id, value } in self.theirs.erkenningen_of(id)? {
            let crebo = value.crebo.as_str().to_owned();
            self.add(id, Erkenning { leerbedrijf: ours, ..value }, crebo);
        }
        Ok(ours)
    }

    /// The praktijkopleider here, at the leerbedrijf that is here, that this one of theirs is.
    pub(super) fn praktijkopleider(
        &mut self,
        id: Id<Praktijkopleider>,
    ) -> Result<Id<Praktijkopleider>, HandoverError> {
        if let Some(place) = self.places.get(&(RecordKind::Praktijkopleider, id.raw())) {
            return Ok(Id::new(*place));
        }
        let theirs = self.theirs.praktijkopleider(id)?.value;
        let leerbedrijf = self.leerbedrijf(theirs.leerbedrijf)?;
        let marked = self.marked(id);
        let here = self.ours.praktijkopleiders_of(leerbedrijf)?;
        let name = theirs.known_name();
        let same = here.iter().find(|own| Some(own.id) == marked).or_else(|| {
            here.iter().find(|own| !name.is_empty() && fold(&own.value.known_name()) == fold(&name))
        });
        if let Some(own) = same {
            self.settle(id, own.id);
            return Ok(own.id);
        }
        Ok(self.add(id, Praktijkopleider { leerbedrijf, ..theirs }, name))
    }

    /// A logo that came is a picture from outside, whatever its name says.
    fn keep_picture(&mut self, hash: &LogoHash) -> Result<(), HandoverError> {
        let there = self.ours.picture(hash)?.is_some();
        if there || !self.pictures.insert(hash.clone()) {
            return Ok(());
        }
        let png = self.theirs.picture(hash)?.ok_or(Flaw::Row)?;
        pictures::take_in(&png).map_err(|_no_picture| Flaw::Row)?;
        self.changes.push(Change::KeepPicture { hash: hash.clone(), png });
        Ok(())
    }
}

/// The number of SBB decides; without one, the KvK-nummer with the place, as one company has many establishments.
fn same_number(ours: &Leerbedrijf, theirs: &Leerbedrijf) -> bool {
    let id = |own: &Leerbedrijf| {
        own.leerbedrijf_id.as_ref().map(|id| LeerbedrijfId::as_str(id).to_owned())
    };
    if let (Some(ours), Some(theirs)) = (id(ours), id(theirs)) {
        return ours == theirs;
    }
    let kvk = |own: &Leerbedrijf| own.kvk.as_ref().map(|kvk| Kvk::as_str(kvk).to_owned());
    kvk(ours).is_some() && kvk(ours) == kvk(theirs) && !differ(place(ours), place(theirs))
}

/// The same name in the same place, and no number that says otherwise.
fn same_name(ours: &Leerbedrijf, theirs: &Leerbedrijf) -> bool {
    let name = |own: &Leerbedrijf| own.naam.as_ref().map(|name| fold(Title::as_str(name)));
    let id = |own: &Leerbedrijf| {
        own.leerbedrijf_id.as_ref().map(|id| LeerbedrijfId::as_str(id).to_owned())
    };
    let kvk = |own: &Leerbedrijf| own.kvk.as_ref().map(|kvk| Kvk::as_str(kvk).to_owned());
    name(ours).is_some()
        && name(ours) == name(theirs)
        && place(ours) == place(theirs)
        && !differ(id(ours), id(theirs))
        && !differ(kvk(ours), kvk(theirs))
}

fn place(own: &Leerbedrijf) -> Option<String> {
    own.vestigingsplaats.as_ref().map(|place| fold(ShortText::as_str(place)))
}

/// Both are known, and are not the same.
fn differ(one: Option<String>, other: Option<String>) -> bool {
    one.is_some() && other.is_some() && one != other
}
