//! What stands in the lists: a learner and a leerbedrijf in words, column by column.

use crate::app::listing::Line;
use crate::domain::fold::fold;
use crate::domain::{
    Choice as _, Entry as _, Id, LearnerStatus, Leerbedrijf, Praktijkbegeleider, ShortText, Stored,
    Title,
};
use crate::store::{LearnerLine, Store, StoreError};
use crate::texts::choices;

/// A learner in the list, in words.
#[derive(Clone, Debug)]
pub(crate) struct LearnerRow {
    pub(crate) line: LearnerLine,
    pub(crate) begeleider: String,
}

/// The columns of the list of learners.
pub(crate) mod learner_column {
    pub(crate) const NAME: usize = 0;
    pub(crate) const GROUP: usize = 1;
    pub(crate) const NUMBER: usize = 2;
    pub(crate) const ROUTE: usize = 3;
    pub(crate) const BEGELEIDER: usize = 4;
    pub(crate) const STATUS: usize = 5;
    /// Not shown; only to narrow by.
    pub(crate) const DOELGROEP: usize = 6;
}

impl LearnerRow {
    pub(crate) fn new(line: LearnerLine, begeleiders: &[Stored<Praktijkbegeleider>]) -> Self {
        let mut row = Self { line, begeleider: String::new() };
        row.name_begeleider(begeleiders);
        row
    }

    /// Writes the name of the begeleider anew.
    pub(crate) fn name_begeleider(&mut self, begeleiders: &[Stored<Praktijkbegeleider>]) {
        let own = |b: &&Stored<Praktijkbegeleider>| Some(b.id.raw()) == self.line.begeleider;
        let found = begeleiders.iter().find(own);
        self.begeleider = found.map(|b| b.value.known_name()).unwrap_or_default();
    }

    pub(crate) fn status(&self) -> LearnerStatus {
        LearnerStatus::parse(&self.line.status).unwrap_or(LearnerStatus::Active)
    }
}

impl Line for LearnerRow {
    fn id(&self) -> i64 {
        self.line.id.raw()
    }

    fn folded(&self) -> &str {
        &self.line.folded
    }

    fn order(&self) -> &str {
        &self.line.sort_key
    }

    fn cell(&self, column: usize) -> String {
        let Self { line, begeleider } = self;
        match column {
            learner_column::NAME => line.name.clone(),
            learner_column::GROUP => line.groep.clone(),
            learner_column::NUMBER => line.leerlingnummer.clone(),
            learner_column::ROUTE => crate::domain::Route::ALL
                .iter()
                .find(|route| route.key() == line.route)
                .map(|route| choices::route_short(*route).to_owned())
                .unwrap_or_default(),
            learner_column::BEGELEIDER => begeleider.clone(),
            learner_column::STATUS => choices::learner_status(self.status()).to_owned(),
            learner_column::DOELGROEP => crate::domain::Doelgroep::ALL
                .iter()
                .find(|doelgroep| doelgroep.key() == line.doelgroep)
                .map(|doelgroep| choices::doelgroep(*doelgroep).to_owned())
                .unwrap_or_default(),
            _ => String::new(),
        }
    }
}

/// Every learner, in the order of the list.
pub(crate) fn learner_rows(
    store: &Store,
    begeleiders: &[Stored<Praktijkbegeleider>],
) -> Result<Vec<LearnerRow>, StoreError> {
    let lines = store.learner_lines()?;
    Ok(lines.into_iter().map(|line| LearnerRow::new(line, begeleiders)).collect())
}

/// A leerbedrijf in the list.
#[derive(Clone, Debug)]
pub(crate) struct LeerbedrijfRow {
    pub(crate) id: Id<Leerbedrijf>,
    pub(crate) name: String,
    pub(crate) place: String,
    pub(crate) leerbedrijf_id: String,
    pub(crate) kvk: String,
    folded: String,
    order: String,
}

/// The columns of the list of leerbedrijven.
pub(crate) mod leerbedrijf_column {
    pub(crate) const NAME: usize = 0;
    pub(crate) const PLACE: usize = 1;
    pub(crate) const LEERBEDRIJF_ID: usize = 2;
    pub(crate) const KVK: usize = 3;
}

impl Line for LeerbedrijfRow {
    fn id(&self) -> i64 {
        self.id.raw()
    }

    fn folded(&self) -> &str {
        &self.folded
    }

    fn order(&self) -> &str {
        &self.order
    }

    fn cell(&self, column: usize) -> String {
        match column {
            leerbedrijf_column::NAME => self.name.clone(),
            leerbedrijf_column::PLACE => self.place.clone(),
            leerbedrijf_column::LEERBEDRIJF_ID => self.leerbedrijf_id.clone(),
            leerbedrijf_column::KVK => self.kvk.clone(),
            _ => String::new(),
        }
    }
}

impl LeerbedrijfRow {
    pub(crate) fn new(Stored { id, value }: &Stored<Leerbedrijf>) -> Self {
        let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
        let name = text(value.naam.as_ref().map(Title::as_str));
        let place = text(value.vestigingsplaats.as_ref().map(ShortText::as_str));
        let leerbedrijf_id = text(value.leerbedrijf_id.as_ref().map(|id| id.as_str()));
        let kvk = text(value.kvk.as_ref().map(|kvk| kvk.as_str()));
        let folded = fold(&format!("{name} {place} {leerbedrijf_id} {kvk}"));
        let order = fold(&name);
        Self { id: *id, name, place, leerbedrijf_id, kvk, folded, order }
    }
}

/// Every leerbedrijf, by name.
pub(crate) fn leerbedrijf_rows(store: &Store) -> Result<Vec<LeerbedrijfRow>, StoreError> {
    let mut rows: Vec<LeerbedrijfRow> =
        store.all::<Leerbedrijf>()?.iter().map(LeerbedrijfRow::new).collect();
    rows.sort_by(|a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
    Ok(rows)
}

/// One leerbedrijf; `None` where it is gone, or cannot be read.
pub(crate) fn leerbedrijf_row(
    store: &Store,
    id: Id<Leerbedrijf>,
) -> Result<Option<LeerbedrijfRow>, StoreError> {
    match store.leerbedrijf(id) {
        Ok(stored) => Ok(Some(LeerbedrijfRow::new(&stored))),
        Err(StoreError::Gone { .. } | StoreError::BadRow { .. }) => Ok(None),
        Err(err) => Err(err),
    }
}
