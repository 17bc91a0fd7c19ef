//! The praktijkverklaring: first a concept that may have gaps, then one that is complete.
//!
//! [`Concept::complete`] is its gate to paper that counts. Fields and rules: bijlage 10, "Resultaten beroepspraktijkvorming –
//! optie 3", of the Regeling modellen voor mbo-diploma, mbo-certificaat en mbo-verklaring (BWBR0031616; Stcrt.
//! 2021-1278); domain facts 0.1.

mod gaps;

use jiff::civil::Date;

use crate::domain::gap::{Complete, Missing};
use crate::domain::person::{Kwalificatie, Person};
use crate::domain::{
    ComponentKind, Crebo, Day, Erkenning, ExamComponent, Hours, Learner, Leerbedrijf, LogoHash,
    PartCode, Praktijkopleider, Route, Scale, School, ShortText, Stored, Title, Traineeship,
};

/// Everything that is printed, and nothing else. What is not known is left open, for a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Praktijkverklaring {
    pub person: Person,
    /// Decides whether the paper says leerling, student or kandidaat.
    pub route: Option<Route>,
    pub kwalificatie: Kwalificatie,
    /// "(NLQF2/EQF2)" behind the niveau.
    pub nlqf: bool,
    /// Realised hours at the leerbedrijf, more than 0.
    pub hours: Option<u16>,
    pub hours_estimated: bool,
    /// Of the kwalificatie itself.
    pub kerntaken: Vec<Kerntaak>,
    /// Of other kwalificaties, learnt at the same leerbedrijf.
    pub extra: Vec<Extra>,
    pub praktijkopleider: Option<String>,
    pub leerbedrijf: Option<String>,
    pub vestigingsplaats: Option<String>,
    pub leerbedrijf_id: Option<String>,
    pub place: Option<String>,
    pub date: Option<Date>,
    pub logo: Option<LogoHash>,
    /// Brings the obligatory sentence of the branche with it.
    pub branche_logo: Option<LogoHash>,
    /// Small, below the signatures, if the school wants it.
    pub school: Option<SchoolBlock>,
}

/// What the school adds outside the legal part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolBlock {
    pub name: Option<String>,
    pub brin: Option<String>,
    pub place: Option<String>,
    /// Instead of "Uitgereikt namens …".
    pub text: Option<String>,
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
    pub school: School,
    /// All components of the traineeship, of any kind and on any step of the scale.
    pub components: Vec<Stored<ExamComponent>>,
    /// Of signing.
    pub place: Option<ShortText>,
    pub date: Option<Day>,
}

impl Concept {
    /// What would be printed now, gaps and all.
    pub fn facts(&self) -> Praktijkverklaring {
        let (kerntaken, extra) = self.kerntaken();
        let traineeship = &self.traineeship.value;
        let Leerbedrijf { naam, vestigingsplaats, leerbedrijf_id, logo, branche_logo, .. } =
            &self.leerbedrijf.value;
        Praktijkverklaring {
            person: Person::of(&self.learner.value),
            route: self.learner.value.route,
            kwalificatie: Kwalificatie::of(
                traineeship.kwalificatie.as_ref(),
                traineeship.crebo.as_ref(),
                traineeship.niveau,
            ),
            nlqf: self.school.nlqf,
            hours: traineeship.hours_realised.map(Hours::number).filter(|hours| *hours > 0),
            hours_estimated: traineeship.hours_estimated,
            kerntaken,
            extra,
            praktijkopleider: self.praktijkopleider.as_ref().and_then(|p| p.value.full_name()),
            leerbedrijf: naam.as_ref().map(|naam| naam.as_str().to_owned()),
            vestigingsplaats: vestigingsplaats.as_ref().map(|place| place.as_str().to_owned()),
            leerbedrijf_id: leerbedrijf_id.as_ref().map(|id| id.as_str().to_owned()),
            place: self.place.as_ref().map(|place| place.as_str().to_owned()),
            date: self.date.map(Day::date),
            logo: logo.clone(),
            branche_logo: branche_logo.clone(),
            school: self.school.school_block.then(|| SchoolBlock::of(&self.school)),
        }
    }

    /// Everything that is missing, or the complete verklaring.
    pub fn complete(&self) -> Result<Complete<Praktijkverklaring>, Vec<Missing>> {
        Complete::of(self.facts(), self.missing())
    }

    /// Werkprocessen that stand at *kan uitvoeren*, whether or not all that belongs to it is filled in.
    pub fn able(&self) -> impl Iterator<Item = &Stored<ExamComponent>> {
        self.components.iter().filter(|c| {
            c.value.kind == ComponentKind::Werkproces && c.value.scale == Some(Scale::Able)
        })
    }

    /// Whether a werkproces belongs to another kwalificatie than that of the traineeship.
    pub fn is_extra(&self, component: &ExamComponent) -> bool {
        self.other_crebo(component).is_some()
    }

    /// The number of the other kwalificatie to which a werkproces belongs. Of its own kwalificatie it may have been left
    /// out: that puts a werkproces in no other place.
    fn other_crebo<'a>(&self, component: &'a ExamComponent) -> Option<&'a Crebo> {
        component
            .crebo
            .as_ref()
            .filter(|crebo| self.traineeship.value.crebo.as_ref() != Some(*crebo))
    }

    /// The werkprocessen for the table and for the Extra block, in order of code.
    fn kerntaken(&self) -> (Vec<Kerntaak>, Vec<Extra>) {
        let mut able: Vec<&ExamComponent> = self.able().map(|c| &c.value).collect();
        able.sort_by_key(|c| (self.other_crebo(c).cloned(), c.sort_key()));
        let mut own = Vec::new();
        let mut extra: Vec<Extra> = Vec::new();
        for component in able {
            let Some(crebo) = self.other_crebo(component).map(Crebo::as_str) else {
                add_werkproces(&mut own, component);
                continue;
            };
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

impl SchoolBlock {
    fn of(school: &School) -> Self {
        Self {
            name: school.naam.as_ref().map(|naam| naam.as_str().to_owned()),
            brin: school.brin.as_ref().map(|brin| brin.as_str().to_owned()),
            place: school.plaats.as_ref().map(|plaats| plaats.as_str().to_owned()),
            text: school.school_block_text.as_ref().map(|text| text.as_str().to_owned()),
        }
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
