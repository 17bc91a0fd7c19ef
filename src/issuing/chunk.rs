//! Some documents of a batch on their way: rendered, and written beside their places. Needs no store, so it can go to
//! another thread.

use std::collections::{BTreeMap, VecDeque};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::documents::kept::Kept;
use crate::documents::layout::bundle::bundle;
use crate::documents::layout::page::Pages;
use crate::documents::paper::Paper;
use crate::documents::pdf::{PdfError, RenderOptions, Renderer};
use crate::files::{self, Waiting};
use crate::issuing::one::issue_of;
use crate::issuing::ready::Registration;
use crate::issuing::{About, Bundling, NotMade, names};
use crate::store::Issue;
use crate::texts::issuing as text;

/// As many as are in memory at a time, and as many as stand in one file for the printer.
pub const MOST_IN_CHUNK: usize = 100;

/// Documents that are to be rendered.
pub struct Chunk {
    pub(super) items: Vec<Item>,
    pub(super) press: Press,
    pub(super) renderers: Vec<Renderer>,
    pub(super) progress: Progress,
}

/// How far a chunk is, for who waits for it in another thread.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    printed: AtomicUsize,
    stopped: AtomicBool,
}

impl Progress {
    /// How many documents of it are printed.
    pub fn printed(&self) -> usize {
        self.0.printed.load(Ordering::Relaxed)
    }

    /// No more of it is printed. What comes back is not whole: it can only be dropped.
    pub fn stop(&self) {
        self.0.stopped.store(true, Ordering::Relaxed);
    }

    fn is_stopped(&self) -> bool {
        self.0.stopped.load(Ordering::Relaxed)
    }
}

/// How they are made, all alike.
#[derive(Clone, Debug)]
pub(super) struct Press {
    pub(super) options: RenderOptions,
    pub(super) folder: PathBuf,
    pub(super) bundling: Bundling,
}

pub(super) struct Item {
    pub(super) about: About,
    pub(super) paper: Paper,
    pub(super) place: PathBuf,
    pub(super) registration: Option<Registration>,
}

/// Documents that lie beside their places, and are not registered yet. Dropped, they are gone.
pub struct Printed {
    pub(super) done: Vec<Done>,
    /// The first that could not be made. Those behind it would have the wrong number, and are still to be done.
    pub(super) failed: Option<(About, NotMade)>,
    pub(super) bundle: Option<Result<Waiting, NotMade>>,
    pub(super) renderers: Vec<Renderer>,
}

pub(super) struct Done {
    pub(super) about: About,
    pub(super) file: Waiting,
    pub(super) issue: Option<Issue>,
}

impl Chunk {
    /// How many documents are in it.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.progress.clone()
    }

    /// Renders and writes, on all cores.
    pub fn print(self) -> Printed {
        let cores = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        self.print_on(cores)
    }

    /// As [`Chunk::print`], on so many cores; the bytes are the same.
    pub fn print_on(self, cores: NonZeroUsize) -> Printed {
        let Self { items, press, mut renderers, progress } = self;
        let abouts: Vec<About> = items.iter().map(|item| item.about.clone()).collect();
        let queue = Mutex::new(items.into_iter().enumerate().collect::<VecDeque<_>>());
        let (press, shared, progress) = (&press, &queue, &progress);
        let mut results: BTreeMap<usize, Made> = BTreeMap::new();
        thread::scope(|scope| {
            let workers: Vec<_> = (0..cores.get().min(abouts.len()))
                .map(|_| {
                    let renderer = renderers.pop();
                    scope.spawn(move || press.work(shared, renderer, progress))
                })
                .collect();
            // Of one that panicked nothing is known: what it had in hand counts as not made.
            for (renderer, made) in workers.into_iter().filter_map(|worker| worker.join().ok()) {
                renderers.extend(renderer);
                results.extend(made);
            }
        });
        press.gather(abouts, results, renderers)
    }
}

type Queue = Mutex<VecDeque<(usize, Item)>>;
/// A document with its pages, for the printer.
type Made = Result<(Done, Pages), NotMade>;

impl Press {
    /// Takes one after the other, until there are none left or one fails.
    fn work(
        &self,
        queue: &Queue,
        renderer: Option<Renderer>,
        progress: &Progress,
    ) -> (Option<Renderer>, Vec<(usize, Made)>) {
        let mut renderer = renderer;
        let mut made = Vec::new();
        while let Some((at, item)) = next(queue) {
            let result = self.print(item, &mut renderer);
            if result.is_err() {
                // Who is at an earlier one ends that; what is behind it is done again.
                queue.lock().unwrap_or_else(PoisonError::into_inner).clear();
            }
            made.push((at, result));
            progress.0.printed.fetch_add(1, Ordering::Relaxed);
            if progress.is_stopped() {
                break;
            }
        }
        (renderer, made)
    }

    fn print(&self, item: Item, renderer: &mut Option<Renderer>) -> Made {
        let Item { about, paper, place, registration } = item;
        let renderer = match renderer {
            Some(renderer) => renderer,
            None => renderer.insert(Renderer::new()?),
        };
        let pages = renderer.lay_out(&paper, self.options.standing);
        let pdf = renderer.write(&pages, &self.options)?;
        let file = files::write_beside(&place, &pdf)?;
        let issue = match registration {
            Some(registration) => {
                Some(issue_of(&about, registration, Kept::of(&paper).text()?, pdf))
            }
            None => None,
        };
        Ok((Done { about, file, issue }, pages))
    }

    /// What was made, up to the first that was not.
    fn gather(
        &self,
        abouts: Vec<About>,
        mut results: BTreeMap<usize, Made>,
        mut renderers: Vec<Renderer>,
    ) -> Printed {
        let (mut done, mut bundled) = (Vec::new(), Vec::new());
        let mut failed = None;
        for (at, about) in (0..).zip(abouts) {
            match results.remove(&at).unwrap_or(Err(NotMade::Pdf(PdfError::Drawing))) {
                Ok((one, pages)) => {
                    if self.bundling == Bundling::AlsoBundled {
                        bundled.push((one.label(), pages));
                    }
                    done.push(one);
                }
                Err(error) => {
                    failed = Some((about, error));
                    break;
                }
            }
        }
        let bundle = match renderers.first_mut() {
            Some(renderer) if !bundled.is_empty() => Some(self.bundle(bundled, renderer)),
            Some(_) | None => None,
        };
        Printed { done, failed, bundle, renderers }
    }

    fn bundle(
        &self,
        documents: Vec<(Label, Pages)>,
        renderer: &mut Renderer,
    ) -> Result<Waiting, NotMade> {
        let which = |label: Option<&(Label, Pages)>| {
            label.map(|(Label { which, .. }, _)| which.clone()).unwrap_or_default()
        };
        let (first, last) = (which(documents.first()), which(documents.last()));
        let documents = documents
            .into_iter()
            .map(|(Label { which, name }, pages)| (text::in_bundle(&which, &name), pages));
        let pages = bundle(text::bundle(&first, &last), documents);
        let pdf = renderer.write(&pages, &self.options)?;
        let place = self.folder.join(names::of_bundle(&first, &last));
        Ok(files::write_beside(&place, &pdf)?)
    }
}

/// How a document is called among others.
struct Label {
    which: String,
    name: String,
}

impl Done {
    fn label(&self) -> Label {
        let Self { about, file, issue } = self;
        let stem = || file.place().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let which = issue.as_ref().map_or_else(stem, |issue| issue.number.to_string());
        Label { which, name: about.name.clone() }
    }
}

fn next(queue: &Queue) -> Option<(usize, Item)> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
}
