//! A list in memory that is searched by typing, narrowed by column, and sorted. Knows nothing of how it is drawn.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::fold::fold;
use crate::domain::search::Index;

/// One line of a list.
pub(crate) trait Line {
    fn id(&self) -> i64;
    /// What is searched, folded.
    fn folded(&self) -> &str;
    /// Orders the list as it comes.
    fn order(&self) -> &str;
    /// What stands in a column: for sorting and narrowing.
    fn cell(&self, column: usize) -> String;
    /// Orders a column, where that is not by what stands in it.
    fn sort_key(&self, column: usize) -> String {
        self.cell(column).to_lowercase()
    }
}

/// Columns of which only one value is shown.
type Narrowing = Vec<(usize, String)>;

/// The lines, and which of them are shown.
#[derive(Debug)]
pub(crate) struct Listing<T> {
    lines: Vec<T>,
    index: Index,
    /// What is typed in the search field.
    pub(crate) typed: String,
    found_for: Option<Question>,
    shown: Vec<u32>,
    /// The line with the cursor, counted over what is shown.
    pub(crate) cursor: Option<usize>,
    /// Columns of which only one value is shown.
    pub(crate) narrowed: Narrowing,
    /// For which narrowing, and which lines fit it: worked out once, not at each keystroke.
    fits: Option<(Narrowing, Vec<bool>)>,
    /// For which column, and the place of each line in its order.
    ranks: Option<(usize, Vec<u32>)>,
    /// The values of columns that were asked for; gone when a line changes.
    values: BTreeMap<usize, Vec<String>>,
    /// Sorted by this column instead of by name.
    pub(crate) sorted: Option<Sorted>,
    /// How often what is shown was worked out.
    times_found: u64,
}

/// By which column, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sorted {
    pub(crate) column: usize,
    pub(crate) backwards: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    typed: String,
    narrowed: Narrowing,
    sorted: Option<Sorted>,
}

impl<T: Line> Listing<T> {
    /// Takes lines in the order of [`Line::order`].
    pub(crate) fn new(lines: Vec<T>) -> Self {
        let index = Index::of_folded(lines.iter().map(T::folded));
        Self {
            lines,
            index,
            typed: String::new(),
            found_for: None,
            shown: Vec::new(),
            cursor: None,
            narrowed: Vec::new(),
            fits: None,
            ranks: None,
            values: BTreeMap::new(),
            sorted: None,
            times_found: 0,
        }
    }

    pub(crate) fn all(&self) -> &[T] {
        &self.lines
    }

    /// Brings what is shown up to date with what is typed; costs nothing when nothing changed.
    pub(crate) fn find(&mut self) {
        let question = Question {
            typed: self.typed.clone(),
            narrowed: self.narrowed.clone(),
            sorted: self.sorted,
        };
        if self.found_for.as_ref() == Some(&question) {
            return;
        }
        let here = self.under_cursor().map(T::id);
        self.times_found += 1;
        self.prepare();
        self.shown = self.index.find(&self.typed);
        if let Some((_, fits)) = &self.fits {
            self.shown.retain(|n| fits.get(*n as usize).copied().unwrap_or(false));
        }
        if let Some((_, ranks)) = &self.ranks {
            self.shown.sort_unstable_by_key(|n| ranks.get(*n as usize).copied());
        }
        if self.sorted.is_some_and(|sorted| sorted.backwards) {
            self.shown.reverse();
        }
        let first_time = self.found_for.replace(question).is_none();
        let again = here.and_then(|id| self.place_of(id));
        self.cursor = again.or_else(|| (!first_time && !self.typed.is_empty()).then_some(0));
    }

    /// Works out narrowing and order anew where another one is asked for.
    fn prepare(&mut self) {
        if self.fits.as_ref().map(|(of, _)| of.as_slice()) != Some(self.narrowed.as_slice()) {
            let fits =
                |line: &T| self.narrowed.iter().all(|(column, only)| line.cell(*column) == *only);
            let fits = (!self.narrowed.is_empty()).then(|| self.lines.iter().map(fits).collect());
            self.fits = fits.map(|fits| (self.narrowed.clone(), fits));
        }
        let column = self.sorted.map(|sorted| sorted.column);
        if self.ranks.as_ref().map(|(of, _)| *of) != column {
            self.ranks = column.map(|column| (column, self.ranks_by(column)));
        }
    }

    fn ranks_by(&self, column: usize) -> Vec<u32> {
        let mut order: Vec<u32> = (0..).take(self.lines.len()).collect();
        let cell = |n: &u32| self.lines.get(*n as usize).map(|line| line.sort_key(column));
        order.sort_by_cached_key(cell);
        let mut ranks = vec![0; order.len()];
        for (rank, n) in (0..).zip(order) {
            if let Some(place) = ranks.get_mut(n as usize) {
                *place = rank;
            }
        }
        ranks
    }

    /// The lines that hold every word of this, apart from what the list itself shows.
    pub(crate) fn found(&self, typed: &str) -> impl Iterator<Item = &T> {
        self.index.find(typed).into_iter().filter_map(|n| self.lines.get(n as usize))
    }

    /// Another number as soon as other lines may be shown.
    pub(crate) const fn times_found(&self) -> u64 {
        self.times_found
    }

    pub(crate) fn shown(&self) -> usize {
        self.shown.len()
    }

    /// The line at this place of what is shown.
    pub(crate) fn at(&self, place: usize) -> Option<&T> {
        self.shown.get(place).and_then(|n| self.lines.get(*n as usize))
    }

    pub(crate) fn under_cursor(&self) -> Option<&T> {
        self.cursor.and_then(|place| self.at(place))
    }

    /// Puts a line in its place, or takes it away, and keeps the cursor where it was.
    pub(crate) fn update(&mut self, id: i64, line: Option<T>) {
        let here = self.under_cursor().map(T::id);
        self.lines.retain(|own| own.id() != id);
        if let Some(line) = line {
            let key = (line.order().to_owned(), line.id());
            let place =
                self.lines.partition_point(|own| (own.order(), own.id()) < (key.0.as_str(), key.1));
            self.lines.insert(place, line);
        }
        self.index = Index::of_folded(self.lines.iter().map(T::folded));
        self.values.clear();
        (self.fits, self.ranks) = (None, None);
        self.found_for = None;
        self.find();
        self.cursor = here.and_then(|id| self.place_of(id));
    }

    /// Adds lines that were not there, each in its place.
    pub(crate) fn add(&mut self, new: Vec<T>) {
        if new.is_empty() {
            return;
        }
        let mut lines = std::mem::take(&mut self.lines);
        lines.extend(new);
        lines.sort_by(|a, b| a.order().cmp(b.order()).then(a.id().cmp(&b.id())));
        self.renew(lines);
    }

    /// Takes all lines anew, in the order of [`Line::order`]; what is typed and chosen in the list stays.
    pub(crate) fn renew(&mut self, lines: Vec<T>) {
        let here = self.under_cursor().map(T::id);
        let fresh = Self::new(lines);
        let old = std::mem::replace(self, fresh);
        (self.typed, self.narrowed, self.sorted) = (old.typed, old.narrowed, old.sorted);
        self.times_found = old.times_found;
        self.find();
        self.cursor = here.and_then(|id| self.place_of(id));
    }

    /// Changes what every line shows; not what is searched in it, nor its place.
    pub(crate) fn reword(&mut self, reword: impl FnMut(&mut T)) {
        self.lines.iter_mut().for_each(reword);
        self.values.clear();
        (self.fits, self.ranks) = (None, None);
        self.found_for = None;
    }

    /// Every value that stands in a column, once, by the alphabet; the first `most` of them.
    pub(crate) fn values(&mut self, column: usize, most: usize) -> &[String] {
        let lines = &self.lines;
        self.values.entry(column).or_insert_with(|| {
            let values: BTreeSet<String> = lines.iter().map(|line| line.cell(column)).collect();
            let mut values: Vec<String> = values.into_iter().filter(|v| !v.is_empty()).collect();
            values.sort_by_cached_key(|value| fold(value));
            values.truncate(most);
            values
        })
    }

    /// Where a line stands in what is shown.
    pub(crate) fn place_of(&self, id: i64) -> Option<usize> {
        self.shown.iter().position(|n| self.lines.get(*n as usize).is_some_and(|l| l.id() == id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Word(i64, &'static str);

    impl Line for Word {
        fn id(&self) -> i64 {
            self.0
        }
        fn folded(&self) -> &str {
            self.1
        }
        fn order(&self) -> &str {
            self.1
        }
        fn cell(&self, column: usize) -> String {
            self.1.chars().nth(column).map(String::from).unwrap_or_default()
        }
    }

    fn shown(list: &mut Listing<Word>) -> Vec<i64> {
        list.find();
        (0..list.shown()).filter_map(|n| list.at(n)).map(Line::id).collect()
    }

    fn list() -> Listing<Word> {
        Listing::new(vec![Word(3, "anna b"), Word(1, "bert a"), Word(2, "cor a")])
    }

    #[test]
    fn typing_narrowing_and_sorting_go_together() {
        let mut list = list();
        assert_eq!(shown(&mut list), [3, 1, 2]);
        list.typed = "a".into();
        list.narrowed = vec![(0, "c".into())];
        assert_eq!(shown(&mut list), [2]);
        list.narrowed.clear();
        list.sorted = Some(Sorted { column: 1, backwards: false });
        assert_eq!(shown(&mut list), [1, 3, 2], "by the second letter: e, n, o");
        list.sorted = Some(Sorted { column: 1, backwards: true });
        assert_eq!(shown(&mut list), [2, 3, 1]);
        assert_eq!(list.values(0, 9), ["a", "b", "c"]);
    }

    #[test]
    fn values_are_by_the_alphabet_and_none_is_left_out_before_the_most() {
        let mut list = Listing::new(vec![Word(1, "z"), Word(2, "Éa"), Word(3, "E"), Word(4, "a")]);
        assert_eq!(list.values(0, 9), ["a", "E", "É", "z"]);
        let mut list =
            Listing::new((0..300).map(|n| Word(n, if n < 299 { "z" } else { "a" })).collect());
        assert_eq!(list.values(0, 1), ["a"], "of all, not of those that come first");
    }

    #[test]
    fn the_cursor_stays_on_its_line() {
        let mut list = list();
        list.find();
        list.cursor = Some(2);
        list.typed = "a".into();
        list.find();
        assert_eq!(list.under_cursor().map(Line::id), Some(2));
        list.update(3, Some(Word(3, "dora")));
        assert_eq!(shown(&mut list), [1, 2, 3]);
        assert_eq!(list.under_cursor().map(Line::id), Some(2));
        list.update(2, None);
        assert_eq!((shown(&mut list), list.cursor), (vec![1, 3], None));
    }

    #[test]
    fn new_lines_leave_what_is_typed_and_chosen() {
        let mut list = list();
        list.typed = "a".into();
        list.narrowed = vec![(0, "b".into())];
        list.sorted = Some(Sorted { column: 1, backwards: true });
        list.find();
        list.cursor = Some(0);
        assert_eq!(list.under_cursor().map(Line::id), Some(1));
        list.renew(vec![Word(4, "bas a"), Word(1, "bert a"), Word(5, "bo a"), Word(2, "cor a")]);
        assert_eq!(shown(&mut list), [5, 1, 4]);
        assert_eq!(list.under_cursor().map(Line::id), Some(1));
    }
}
