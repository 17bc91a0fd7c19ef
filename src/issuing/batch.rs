//! Many documents: what is still to be done, and what became of the rest.

use std::collections::VecDeque;
use std::collections::btree_map::{BTreeMap, Entry};
use std::path::PathBuf;

use crate::documents::kept::Kept;
use crate::documents::layout::Standing;
use crate::documents::pdf::{RenderOptions, Renderer};
use crate::documents::picture::Pictures;
use crate::domain::draft::{Draft, Wanted};
use crate::domain::{Day, ShortText};
use crate::files;
use crate::issuing::chunk::{Chunk, Done, Item, MOST_IN_CHUNK, Press, Printed, Progress};
use crate::issuing::outcome::{Made, Outcome, of_one, put};
use crate::issuing::ready::{self, Numbers, Ready, Typed};
use crate::issuing::{About, Naming, NotMade, file_name};
use crate::store::{Issue, Stamp, Store, StoreError};

/// How all documents of a batch are made.
#[derive(Clone, Debug)]
pub struct Order {
    /// Concepts are made with gaps and all, and are not registered.
    pub standing: Standing,
    /// Of signing.
    pub place: ShortText,
    pub date: Day,
    /// Where the files come. It is made if it is not there.
    pub folder: PathBuf,
    pub naming: Naming,
    pub bundling: Bundling,
}

/// How often in a row a chunk is made anew since its facts have changed meanwhile. What still changes then is left out.
const MOST_ANEW: usize = 5;

/// Pictures that are in memory at a time, up to 3 MB each. A batch with more goes in smaller chunks.
const MOST_PICTURES: usize = 32;

/// Whether documents also come behind each other in one file, at most [`MOST_IN_CHUNK`] each, for the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bundling {
    Loose,
    AlsoBundled,
}

/// Documents on their way to paper. The module says how it goes.
pub struct Batch {
    order: Order,
    stamp: Stamp,
    queue: VecDeque<Wanted>,
    /// With a chunk that is being printed.
    away: VecDeque<Wanted>,
    /// Of each, the how-manieth it was.
    places: BTreeMap<Wanted, usize>,
    outcomes: Vec<Outcome>,
    bundles: Vec<Result<PathBuf, NotMade>>,
    /// How often in a row facts had changed when they were printed.
    anew: usize,
    halted: Option<NotMade>,
    pictures: Pictures,
    renderers: Vec<Renderer>,
}

impl Batch {
    /// Of these documents, each once, in this order; made by and at this moment.
    pub fn new(wanted: impl IntoIterator<Item = Wanted>, order: Order, stamp: Stamp) -> Self {
        let mut places = BTreeMap::new();
        let mut queue = VecDeque::new();
        for one in wanted {
            if let Entry::Vacant(place) = places.entry(one) {
                place.insert(queue.len());
                queue.push_back(one);
            }
        }
        Self {
            order,
            stamp,
            queue,
            away: VecDeque::new(),
            places,
            outcomes: Vec::new(),
            bundles: Vec::new(),
            anew: 0,
            halted: None,
            pictures: Pictures::new(),
            renderers: Vec::new(),
        }
    }

    /// What would keep a document from being made, to be seen before the batch begins.
    pub fn look(
        &self,
        store: &Store,
        wanted: Wanted,
    ) -> Result<(Option<About>, Option<NotMade>), StoreError> {
        let draft = match self.draft(store, wanted) {
            Ok(draft) => draft,
            Err(error) => return of_one(error).map(|error| (None, Some(error))),
        };
        let obstacle = match self.order.standing {
            Standing::Concept => None,
            Standing::Final => ready::obstacle(store, &draft)?,
        };
        Ok((Some(About::of(&draft)), obstacle))
    }

    /// The next documents, with their numbers. `None`: all are done, or the batch has halted. A chunk that was given before
    /// and did not come back is given again.
    pub fn prepare(&mut self, store: &Store) -> Result<Option<Chunk>, StoreError> {
        self.prepare_beside(store, ready::NOTHING_TYPED)
    }

    /// As [`Self::prepare`], while someone may be typing.
    pub fn prepare_beside(
        &mut self,
        store: &Store,
        typed: Typed<'_>,
    ) -> Result<Option<Chunk>, StoreError> {
        self.take_back();
        if self.halted.is_some() {
            return Ok(None);
        }
        if let Err(error) = files::make_folder(&self.order.folder) {
            self.halted = Some(error.into());
            return Ok(None);
        }
        if self.outcomes.is_empty() && self.away.is_empty() {
            files::remove_left(&self.order.folder, |target| target.ends_with(".pdf"));
        }
        if self.pictures.count() >= MOST_PICTURES {
            self.pictures = Pictures::new();
        }
        let mut numbers = Numbers::default();
        let mut items = Vec::new();
        while items.len() < MOST_IN_CHUNK
            && self.pictures.count() < MOST_PICTURES
            && let Some(wanted) = self.queue.front().copied()
        {
            let (about, item) = self.item(store, wanted, &mut numbers, typed);
            match item {
                Ok(item) => {
                    self.away.push_back(wanted);
                    items.push(item);
                }
                Err(error) => {
                    let error = of_one(error)?;
                    if self.halts(&error, wanted) {
                        self.halted = Some(error);
                        break;
                    }
                    self.outcomes.push(Outcome { wanted, about, made: Made::Not(error) });
                }
            }
            self.queue.pop_front();
        }
        if items.is_empty() {
            return Ok(None);
        }
        let press = Press {
            options: RenderOptions { standing: self.order.standing, moment: self.stamp.at },
            folder: self.order.folder.clone(),
            bundling: self.order.bundling,
        };
        Ok(Some(Chunk {
            items,
            press,
            renderers: std::mem::take(&mut self.renderers),
            progress: Progress::default(),
        }))
    }

    /// Registers what was printed, all or nothing, and puts the files in their places. An error is of the dossier: then
    /// nothing of this chunk is registered, its files are gone, and all of it is still to be done.
    pub fn register(&mut self, store: &mut Store, printed: Printed) -> Result<(), StoreError> {
        self.register_beside(store, printed, ready::NOTHING_TYPED)
    }

    /// As [`Self::register`], while someone may be typing.
    pub fn register_beside(
        &mut self,
        store: &mut Store,
        printed: Printed,
        typed: Typed<'_>,
    ) -> Result<(), StoreError> {
        let Printed { done, failed, bundle, renderers } = printed;
        self.renderers = renderers;
        let (mut issues, mut files) = (Vec::new(), Vec::new());
        for Done { about, file, issue } in done {
            files.push((about, file, issue.as_ref().map(|issue| issue.number)));
            issues.extend(issue);
        }
        // Printing took a while: what was changed or issued meanwhile is read anew.
        if let Some(changed) = self.changed(store, &issues, typed)? {
            self.take_back();
            self.make_anew(changed, files.into_iter().map(|(about, ..)| about));
            return Ok(());
        }
        self.anew = 0;
        if !issues.is_empty()
            && let Err(error) = store.issue(&issues, &self.stamp)
        {
            self.take_back();
            return Err(error);
        }
        for (about, file, number) in files {
            self.away.pop_front();
            let made = put(file, number);
            self.outcomes.push(Outcome { wanted: about.wanted, about: Some(about), made });
        }
        self.bundles.extend(bundle.map(|bundle| {
            let file = bundle?;
            let path = file.place().to_owned();
            file.put()?;
            Ok(path)
        }));
        if let Some((about, error)) = failed {
            if self.halts(&error, about.wanted) {
                self.halted = Some(error);
            } else {
                self.away.pop_front();
                let made = Made::Not(error);
                self.outcomes.push(Outcome { wanted: about.wanted, about: Some(about), made });
            }
        }
        self.take_back();
        // A folder that cannot be synced, as on some shares, has its files all the same, and the register its bytes.
        files::sync_folder(&self.order.folder).ok();
        Ok(())
    }

    /// The first of these that would not be made now as it was printed.
    fn changed(
        &mut self,
        store: &Store,
        issues: &[Issue],
        typed: Typed<'_>,
    ) -> Result<Option<Wanted>, StoreError> {
        let mut numbers = Numbers::default();
        for Issue { wanted, number, content, .. } in issues {
            let now = self
                .draft(store, *wanted)
                .and_then(|draft| ready::not_wrong(&draft, typed).map(|()| draft))
                .and_then(|draft| Ready::of(store, &draft, &mut numbers, &mut self.pictures))
                .and_then(|ready| Ok((ready.registration, Kept::of(&ready.paper).text()?)));
            match now {
                Ok((Some(registration), text))
                    if registration.number == *number && text == *content =>
                {
                    numbers.given(*number);
                }
                Ok(_) => return Ok(Some(*wanted)),
                Err(error) => return of_one(error).map(|_obstacle| Some(*wanted)),
            }
        }
        Ok(None)
    }

    /// Once more, or if that was tried often enough, without the one that changes all the time. The others are still to be
    /// done, so each round that fails from then on leaves one behind, and there is an end to it.
    fn make_anew(&mut self, changed: Wanted, mut abouts: impl Iterator<Item = About>) {
        if self.anew < MOST_ANEW {
            self.anew += 1;
            return;
        }
        self.queue.retain(|wanted| *wanted != changed);
        let about = abouts.find(|about| about.wanted == changed);
        let made = Made::Not(NotMade::KeepsChanging);
        self.outcomes.push(Outcome { wanted: changed, about, made });
    }

    /// What became of documents since this was last asked, in the order in which they were wanted.
    pub fn take_outcomes(&mut self) -> Vec<Outcome> {
        let mut outcomes = std::mem::take(&mut self.outcomes);
        outcomes.sort_by_key(|outcome| self.places.get(&outcome.wanted).copied());
        outcomes
    }

    /// The files with several documents behind each other.
    pub fn bundles(&self) -> &[Result<PathBuf, NotMade>] {
        &self.bundles
    }

    /// As [`Self::bundles`], for who needs nothing else of it any more.
    pub fn into_bundles(self) -> Vec<Result<PathBuf, NotMade>> {
        self.bundles
    }

    /// Why the batch goes no further, although not all is done.
    pub const fn halted(&self) -> Option<&NotMade> {
        self.halted.as_ref()
    }

    /// As [`Batch::halted`], for who is done with the batch.
    pub fn into_halted(self) -> Option<NotMade> {
        self.halted
    }

    /// What is still to be done.
    pub fn left(&self) -> impl ExactSizeIterator<Item = Wanted> {
        let left: Vec<Wanted> = self.away.iter().chain(&self.queue).copied().collect();
        left.into_iter()
    }

    /// How many documents there are in all.
    pub fn total(&self) -> usize {
        self.places.len()
    }

    fn take_back(&mut self) {
        while let Some(wanted) = self.away.pop_back() {
            self.queue.push_front(wanted);
        }
    }

    fn draft(&self, store: &Store, wanted: Wanted) -> Result<Draft, NotMade> {
        let Order { place, date, .. } = &self.order;
        Ok(store.draft(wanted, Some(place.clone()), Some(*date))?)
    }

    /// What it is about, as far as that can be read, and what is to be made or why not.
    fn item(
        &mut self,
        store: &Store,
        wanted: Wanted,
        numbers: &mut Numbers,
        typed: Typed<'_>,
    ) -> (Option<About>, Result<Item, NotMade>) {
        match self.draft(store, wanted) {
            Ok(draft) => {
                let item = ready::not_wrong(&draft, typed)
                    .and_then(|()| self.item_of(store, &draft, numbers));
                (Some(About::of(&draft)), item)
            }
            Err(error) => (None, Err(error)),
        }
    }

    fn item_of(
        &mut self,
        store: &Store,
        draft: &Draft,
        numbers: &mut Numbers,
    ) -> Result<Item, NotMade> {
        let Ready { about, paper, registration } = match self.order.standing {
            Standing::Final => Ready::of(store, draft, numbers, &mut self.pictures),
            Standing::Concept => Ready::concept(store, draft, &mut self.pictures),
        }?;
        let number = registration.as_ref().map(|registration| registration.number);
        let name = file_name(&about, self.order.standing, number, self.order.naming);
        let place = self.order.folder.join(name);
        if files::is_there(&place) {
            return Err(NotMade::FileThere(place));
        }
        number.into_iter().for_each(|number| numbers.given(number));
        Ok(Item { about, paper, place, registration })
    }

    /// Whether what stops one document stops all that come after it.
    fn halts(&self, error: &NotMade, wanted: Wanted) -> bool {
        match error {
            NotMade::File(_) => true,
            // The next one would have the same number, and so the same name.
            NotMade::FileThere(_) => {
                self.order.standing == Standing::Final && wanted.kind().letters().is_some()
            }
            NotMade::Missing(_)
            | NotMade::Issued(_)
            | NotMade::WrongField(_)
            | NotMade::KeepsChanging
            | NotMade::NotRegistered
            | NotMade::MustBeIssued
            | NotMade::Store(_)
            | NotMade::Pdf(_)
            | NotMade::Kept(_) => false,
        }
    }
}
