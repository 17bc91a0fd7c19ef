//! A window on a computer that only exists for the test.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::Timestamp;
use jiff::civil::Date;
use praktijkdossier::app::{
    App, PathQuestion, Preferences, Printed, WithPath, WithPrinted, Work, World,
};
use praktijkdossier::files::SharedPlace;
use praktijkdossier::store::{Password, Store};

/// The day on which every test happens.
pub(crate) const TODAY: Date = jiff::civil::date(2026, 11, 24);

/// What the window asked of the computer, and what it will be answered.
#[derive(Default)]
pub(crate) struct Computer {
    /// The path that is chosen in the next dialogs.
    pub(crate) answer: RefCell<Option<PathBuf>>,
    pub(crate) asked: RefCell<Vec<PathQuestion>>,
    pub(crate) shown: RefCell<Vec<PathBuf>>,
    /// What was printed; what comes of it is said by `printing`.
    pub(crate) printed: RefCell<Vec<PathBuf>>,
    pub(crate) printing: Cell<Option<Printed>>,
    /// Slow work waits here, if it must.
    pub(crate) waits: Cell<Waits>,
    pub(crate) work: RefCell<VecDeque<Work>>,
    /// Who shares every place.
    pub(crate) shared: Cell<Option<SharedPlace>>,
    pub(crate) remembered: RefCell<Preferences>,
    /// How many seconds went by since the test began.
    pub(crate) gone: Cell<i64>,
}

/// Whether slow work is done at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Waits {
    #[default]
    No,
    Yes,
}

/// The computer as the window knows it. Work is done at once.
struct Desk {
    computer: Rc<Computer>,
    folder: PathBuf,
}

impl World for Desk {
    fn now(&self) -> Timestamp {
        let begin: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
        begin + jiff::SignedDuration::from_secs(self.computer.gone.get())
    }

    fn today(&self) -> Date {
        TODAY
    }

    fn who(&self) -> String {
        "toets".to_owned()
    }

    fn data_folder(&self) -> Option<PathBuf> {
        Some(self.folder.clone())
    }

    fn start(&self, _name: &'static str, work: Work) {
        match self.computer.waits.get() {
            Waits::No => work(),
            Waits::Yes => self.computer.work.borrow_mut().push_back(work),
        }
    }

    fn ask_path(&self, question: PathQuestion, then: WithPath) {
        self.computer.asked.borrow_mut().push(question);
        then(self.computer.answer.borrow().clone());
    }

    fn show(&self, path: &Path) -> bool {
        self.computer.shown.borrow_mut().push(path.to_owned());
        true
    }

    fn print(&self, path: PathBuf, then: WithPrinted) {
        self.computer.printed.borrow_mut().push(path);
        then(self.computer.printing.get().unwrap_or(Printed::Sent));
    }

    fn computer(&self) -> String {
        "TOETS-PC".to_owned()
    }

    fn shared_place(&self, _path: &Path) -> Option<SharedPlace> {
        self.computer.shared.get()
    }

    fn recall(&self) -> Preferences {
        self.computer.remembered.borrow().clone()
    }

    fn remember(&self, preferences: &Preferences) {
        *self.computer.remembered.borrow_mut() = preferences.clone();
    }
}

/// A window with the folder in which it lives.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) computer: Rc<Computer>,
    pub(crate) folder: tempfile::TempDir,
}

impl Window {
    /// The first start: no dossier was ever open.
    pub(crate) fn first_start() -> Self {
        Self::start(tempfile::tempdir().unwrap(), Rc::default(), None)
    }

    /// A window on a dossier that `fill` has filled.
    pub(crate) fn on(fill: impl FnOnce(&mut Store)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("toets.dossier");
        let (mut store, _) = Store::create(&path, None).unwrap();
        fill(&mut store);
        drop(store);
        Self::start(folder, Rc::default(), Some(path))
    }

    /// As [`Self::on`], a dossier with a password that is typed already.
    pub(crate) fn on_locked(password: &str, fill: impl FnOnce(&mut Store)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("toets.dossier");
        let typed = Password::new(password.to_owned());
        let (mut store, _) = Store::create(&path, Some(&typed)).unwrap();
        fill(&mut store);
        drop(store);
        let mut window = Self::start(folder, Rc::default(), Some(path));
        window.type_in("Wachtwoord", password);
        window.click("Openen");
        window
    }

    pub(crate) fn start(
        folder: tempfile::TempDir,
        computer: Rc<Computer>,
        dossier: Option<PathBuf>,
    ) -> Self {
        let desk = Desk { computer: computer.clone(), folder: folder.path().to_owned() };
        let harness = Harness::builder()
            .with_size(vec2(1_280.0, 3_000.0))
            .with_max_steps(40)
            .build_eframe(move |creation| App::new(&creation.egui_ctx, Box::new(desk), dossier));
        let mut window = Self { harness, computer, folder };
        window.settle();
        window
    }

    pub(crate) fn settle(&mut self) {
        self.harness.run();
    }

    /// So many seconds go by in which nothing is done.
    pub(crate) fn wait(&mut self, seconds: i64) {
        self.computer.gone.set(self.computer.gone.get() + seconds);
        self.harness.step();
        self.settle();
    }

    pub(crate) fn store(&self) -> &Store {
        self.harness.state().store().unwrap()
    }

    /// Clicks the button or link of this name; the last one where there are several.
    pub(crate) fn click(&mut self, label: &str) {
        self.harness
            .query_all_by_label(label)
            .rfind(|node| {
                let node = node.accesskit_node();
                let inert = matches!(node.role(), Role::Label | Role::ListBox | Role::ColumnHeader);
                !inert && node.raw_bounds().is_some()
            })
            .unwrap_or_else(|| panic!("nothing to click: {label}"))
            .click();
        self.settle();
    }

    /// The name of the button that begins so.
    pub(crate) fn button_that_begins(&self, begin: &str) -> String {
        self.harness
            .query_all_by_role(Role::Button)
            .filter_map(|node| node.accesskit_node().label())
            .find(|label| label.starts_with(begin))
            .unwrap_or_else(|| panic!("no button: {begin}"))
    }

    /// The name of anything that begins so.
    pub(crate) fn label_with(&self, begin: &str) -> String {
        let all = self.harness.root().children_recursive();
        all.filter_map(|node| node.accesskit_node().label())
            .find(|label| label.starts_with(begin))
            .unwrap_or_else(|| panic!("nothing: {begin}"))
    }

    /// Whether the list of choices of this name has the cursor.
    pub(crate) fn list_focused(&self, label: &str) -> bool {
        let mut lists = self.harness.query_all_by_label(label);
        lists.any(|node| node.is_focused() && node.accesskit_node().role() == Role::ComboBox)
    }

    /// Clicks the row that begins so while these keys are held.
    pub(crate) fn click_row_with(&mut self, modifiers: Modifiers, begin: &str) {
        self.harness
            .query_all_by_role(Role::ListBoxOption)
            .rfind(|node| node.accesskit_node().label().is_some_and(|l| l.starts_with(begin)))
            .unwrap_or_else(|| panic!("no row: {begin}"))
            .click_modifiers(modifiers);
        self.settle();
    }

    /// Clicks the row of a list that begins so.
    pub(crate) fn open(&mut self, begin: &str) {
        self.harness
            .query_all_by_role(Role::ListBoxOption)
            .rfind(|node| node.accesskit_node().label().is_some_and(|l| l.starts_with(begin)))
            .unwrap_or_else(|| panic!("no row: {begin}"))
            .click();
        self.settle();
    }

    /// Puts this text in the field of this name, instead of what stood there, and leaves it.
    pub(crate) fn fill(&mut self, label: &str, text: &str) {
        self.type_in(label, text);
        self.press(Key::Tab);
    }

    /// As [`Self::fill`], and stays in the field.
    pub(crate) fn type_in(&mut self, label: &str, text: &str) {
        self.field(label).focus();
        self.settle();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.settle();
        self.field(label).type_text(text);
        self.settle();
    }

    /// Puts the cursor on the button of this name.
    pub(crate) fn focus(&mut self, label: &str) {
        self.harness
            .query_all_by_label(label)
            .find(|node| node.accesskit_node().role() != Role::Label)
            .unwrap_or_else(|| panic!("nothing to focus: {label}"))
            .focus();
        self.settle();
    }

    /// Where the button or tab of this name stands.
    pub(crate) fn place_of(&self, label: &str) -> egui::Rect {
        self.harness
            .query_all_by_label(label)
            .find(|node| node.accesskit_node().role() != Role::Label)
            .unwrap_or_else(|| panic!("not there: {label}"))
            .rect()
    }

    fn field<'a>(&'a self, label: &'a str) -> egui_kittest::Node<'a> {
        self.harness
            .query_all_by_label(label)
            .rfind(|node| {
                let role = node.accesskit_node().role();
                matches!(
                    role,
                    Role::TextInput
                        | Role::MultilineTextInput
                        | Role::SearchInput
                        | Role::PasswordInput
                )
            })
            .unwrap_or_else(|| panic!("no field: {label}"))
    }

    pub(crate) fn value(&self, label: &str) -> String {
        self.field(label).value().unwrap_or_default()
    }

    pub(crate) fn focused(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).any(|node| node.is_focused())
    }

    pub(crate) fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    pub(crate) fn command(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND | modifiers, key);
        self.settle();
    }

    /// Opens the list of choices of this name and takes one.
    pub(crate) fn choose(&mut self, label: &str, choice: &str) {
        self.open_list(label);
        self.click(choice);
    }

    /// Opens the list of choices of this name.
    pub(crate) fn open_list(&mut self, label: &str) {
        self.harness
            .query_all_by_label(label)
            .find(|node| node.accesskit_node().role() == Role::ComboBox)
            .unwrap_or_else(|| panic!("no list: {label}"))
            .click();
        self.settle();
    }

    /// Whether this stands anywhere in the window.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
            || self
                .harness
                .root()
                .children_recursive()
                .any(|node| node.accesskit_node().value().is_some_and(|value| value.contains(text)))
    }

    /// Everything that a screen reader finds in the window: names and what stands in fields.
    pub(crate) fn everything(&self) -> String {
        let all = self.harness.root().children_recursive();
        let texts = all.flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value(), node.description()]
        });
        texts.flatten().collect::<Vec<_>>().join("\n")
    }

    /// The boxes that can be ticked, by their words.
    pub(crate) fn ticks(&self) -> Vec<String> {
        self.harness
            .query_all_by_role(Role::CheckBox)
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    }

    /// The rows of a list that are drawn, as a screen reader names them.
    pub(crate) fn rows(&self) -> Vec<String> {
        self.harness
            .query_all_by_role(Role::ListBoxOption)
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    }

    /// The row with the cursor.
    pub(crate) fn chosen_row(&self) -> Option<String> {
        self.harness
            .query_all_by_role(Role::ListBoxOption)
            .find(|node| node.accesskit_node().is_selected() == Some(true))
            .and_then(|node| node.accesskit_node().label())
    }

    /// Clicks the head of the column of this name.
    pub(crate) fn sort_by(&mut self, column: &str) {
        self.harness
            .query_all_by_role(Role::ColumnHeader)
            .find(|node| node.accesskit_node().label().as_deref() == Some(column))
            .unwrap_or_else(|| panic!("no column: {column}"))
            .click();
        self.settle();
    }
}
