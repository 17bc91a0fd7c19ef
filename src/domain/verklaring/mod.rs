//! The praktijkverklaring: first a concept that may have gaps, then one that is complete.
//!
//! [`Concept::complete`] is the one gate to paper. Fields and rules: bijlage 10, "Resultaten beroepspraktijkvorming –
//! optie 3", of the Regeling modellen voor mbo-diploma, mbo-certificaat en mbo-verklaring (BWBR0031616; Stcrt.
//! 2021-1278); domain facts 0.1.

mod gaps;

use jiff::civil::Date;

use crate::domain::fold::fold;
use crate::domain::{
    BirthDate, ComponentKind, Crebo, Day, Erkenning, ExamComponent, Learner, Leerbedrijf, LogoHash,
    Niveau, PartCode, Praktijkopleider, Route, Scale, ShortText, Stored, Title, Traineeship,
};

pub use gaps::{Gap, Missing};

/// Everything that is printed, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Praktijkverklaring {
    /// Official first names in full, voorvoegsel and surname.
    pub name: String,
    pub born: BirthDate,
    pub birth_place: BirthPlace,
    /// Decides whether the paper says leerling, student or kandidaat.
    pub route: Option<Route>,
    pub kwalificatie: Kwalificatie,
    /// Realised hours at the leerbedrijf, more than 0.
    pub hours: u16,
    pub hours_estimated: bool,
    /// Of the kwalificatie itself.
    pub kerntaken: Vec<Kerntaak>,
    /// Of other kwalificaties, learnt at the same leerbedrijf.
    pub extra: Vec<Extra>,
    pub praktijkopleider: String,
    pub leerbedrijf: String,
    pub vestigingsplaats: String,
    pub leerbedrijf_id: String,
    pub place: String,
    pub date: Date,
    pub logo: Option<LogoHash>,
    /// Brings the obligatory sentence of the branche with it.
    pub branche_logo: Option<LogoHash>,
}

/// Where someone was born, as bijlage 4 wants it: place; abroad place and country; place unknown: the country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BirthPlace {
    Netherlands { place: String },
    Abroad { place: String, country: String },
    CountryOnly { country: String },
}

/// A kwalificatie as in the Crebo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kwalificatie {
    pub name: String,
    pub crebo: String,
    pub niveau: Niveau,
}

/// A kerntaak with those of its werkprocessen that the learner can perform; in order of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kerntaak {
    pub code: String,
    pub title: String,
    /// Code and title.
    pub werkprocessen: Vec<(String, String)>,
}

/// Werkprocessen of another kwalificatie than that of the traineeship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    pub kwalificatie: String,
    pub crebo: String,
    pub kerntaken: Vec<Kerntaak>,
}

/// The facts as they stand, with gaps.
#[derive(Clone, Debug)]
pub struct Concept {
    pub learner: Stored<Learner>,
    pub traineeship: Stored<Traineeship>,
    pub leerbedrijf: Stored<Leerbedrijf>,
    pub praktijkopleider: Option<Stored<Praktijkopleider>>,
    pub erkenningen: Vec<Stored<Erkenning>>,
    /// All components of the traineeship, of any kind and on any step of the scale.
    pub components: Vec<Stored<ExamComponent>>,
    /// Of signing.
    pub place: Option<ShortText>,
    pub date: Option<Day>,
}

impl Concept {
    /// Everything that is missing, or the complete verklaring.
    pub fn complete(&self) -> Result<Praktijkverklaring, Vec<Missing>> {
        let mut missing = self.missing();
        let (kerntaken, extra) = self.kerntaken();
        let parts =
            (self.learner_facts(), self.kwalificatie(), self.leerbedrijf_facts(), self.signing());
        if missing.is_empty()
            && let (
                Some((name, born, birth_place)),
                Some(kwalificatie),
                Some(company),
                Some((place, date)),
            ) = parts
            && let Some(praktijkopleider) =
                self.praktijkopleider.as_ref().and_then(|p| p.value.full_name())
            && let Some(hours) = self.traineeship.value.hours_realised
        {
            let (leerbedrijf, vestigingsplaats, leerbedrijf_id) = company;
            return Ok(Praktijkverklaring {
                name,
                born,
                birth_place,
                route: self.learner.value.route,
                kwalificatie,
                hours: hours.number(),
                hours_estimated: self.traineeship.value.hours_estimated,
                kerntaken,
                extra,
                praktijkopleider,
                leerbedrijf,
                vestigingsplaats,
                leerbedrijf_id,
                place,
                date,
                logo: self.leerbedrijf.value.logo.clone(),
                branche_logo: self.leerbedrijf.value.branche_logo.clone(),
            });
        }
        missing.dedup();
        Err(missing)
    }

    /// Werkprocessen that stand at *kan uitvoeren*, whether or not all that belongs to it is filled in.
    pub fn able(&self) -> impl Iterator<Item = &Stored<ExamComponent>> {
        self.components.iter().filter(|c| {
            c.value.kind == ComponentKind::Werkproces && c.value.scale == Some(Scale::Able)
        })
    }

    /// Whether a werkproces belongs to another kwalificatie than that of the traineeship.
    pub fn is_extra(&self, component: &ExamComponent) -> bool {
        component.crebo.is_some() && component.crebo != self.traineeship.value.crebo
    }

    fn learner_facts(&self) -> Option<(String, BirthDate, BirthPlace)> {
        let learner = &self.learner.value;
        Some((learner.name().official(), learner.geboortedatum?, birth_place(learner)?))
    }

    fn kwalificatie(&self) -> Option<Kwalificatie> {
        let Traineeship { crebo, kwalificatie, niveau, .. } = &self.traineeship.value;
        Some(Kwalificatie {
            name: kwalificatie.as_ref()?.as_str().to_owned(),
            crebo: crebo.as_ref()?.as_str().to_owned(),
            niveau: (*niveau)?,
        })
    }

    fn leerbedrijf_facts(&self) -> Option<(String, String, String)> {
        let Leerbedrijf { naam, vestigingsplaats, leerbedrijf_id, .. } = &self.leerbedrijf.value;
        Some((
            naam.as_ref()?.as_str().to_owned(),
            vestigingsplaats.as_ref()?.as_str().to_owned(),
            leerbedrijf_id.as_ref()?.as_str().to_owned(),
        ))
    }

    fn signing(&self) -> Option<(String, Date)> {
        Some((self.place.as_ref()?.as_str().to_owned(), self.date?.date()))
    }

    /// The werkprocessen for the table and for the Extra block, in order of code.
    fn kerntaken(&self) -> (Vec<Kerntaak>, Vec<Extra>) {
        let mut able: Vec<&ExamComponent> = self.able().map(|c| &c.value).collect();
        // Of its own kwalificatie the number may have been left out: that puts a werkproces in no other place.
        able.sort_by_key(|c| {
            (c.crebo.as_ref().filter(|_| self.is_extra(c)).cloned(), c.sort_key())
        });
        let mut own = Vec::new();
        let mut extra: Vec<Extra> = Vec::new();
        for component in able {
            if !self.is_extra(component) {
                add_werkproces(&mut own, component);
                continue;
            }
            let crebo = component.crebo.as_ref().map_or("", Crebo::as_str);
            let name = component.kwalificatie.as_ref().map_or("", Title::as_str);
            if extra.last().is_none_or(|block| block.crebo != crebo) {
                extra.push(Extra {
                    kwalificatie: name.to_owned(),
                    crebo: crebo.to_owned(),
                    kerntaken: Vec::new(),
                });
            }
            if let Some(block) = extra.last_mut() {
                add_werkproces(&mut block.kerntaken, component);
            }
        }
        (own, extra)
    }
}

/// The field name under which a traineeship's list of werkprocessen is pointed at.
pub const WERKPROCESSEN: &str = "werkprocessen";

fn add_werkproces(kerntaken: &mut Vec<Kerntaak>, component: &ExamComponent) {
    let code = component.code.as_ref().map_or("", PartCode::as_str).to_owned();
    let kerntaak_code = component.code.as_ref().map_or("", PartCode::kerntaak);
    let kerntaak_title = component.kerntaak.as_ref().map_or("", Title::as_str);
    let same =
        kerntaken.last().is_some_and(|k| k.code == kerntaak_code && k.title == kerntaak_title);
    if !same {
        kerntaken.push(Kerntaak {
            code: kerntaak_code.to_owned(),
            title: kerntaak_title.to_owned(),
            werkprocessen: Vec::new(),
        });
    }
    if let Some(kerntaak) = kerntaken.last_mut() {
        let werkproces = (code, component.title.as_str().to_owned());
        // Recorded twice, it is still one werkproces.
        if !kerntaak.werkprocessen.contains(&werkproces) {
            kerntaak.werkprocessen.push(werkproces);
        }
    }
}

fn birth_place(learner: &Learner) -> Option<BirthPlace> {
    let place = learner.geboorteplaats.as_ref().map(|p| p.as_str().to_owned());
    let country = learner.geboorteland.as_ref().map(|c| c.as_str().to_owned());
    let abroad = country.filter(|c| fold(c) != "nederland");
    match (place, abroad) {
        (Some(place), None) => Some(BirthPlace::Netherlands { place }),
        (Some(place), Some(country)) => Some(BirthPlace::Abroad { place, country }),
        (None, Some(country)) => Some(BirthPlace::CountryOnly { country }),
        (None, None) => None,
    }
}
