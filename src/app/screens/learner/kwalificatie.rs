//! The button that shows a kwalificatie and chooses another one. A kwalificatie is chosen as a whole: number, name and
//! level belong together.

use egui::{Button, Id, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, KwalificatieFor};
use crate::app::dialogs::Dialog;
use crate::app::screens::catalogue::out_of_force;
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::mark;
use crate::app::widgets::field::Form;
use crate::app::widgets::pick::Pick;
use crate::catalogue::Catalogue;
use crate::domain::{Crebo, Day, Niveau, RecordKind, Spot, Title};
use crate::texts::window as text;

/// A kwalificatie that a record names, and where.
pub(crate) struct Named<'a> {
    pub(crate) label: &'a str,
    pub(crate) kind: RecordKind,
    pub(crate) id: i64,
    /// The keys of its name, number and level.
    pub(crate) fields: [&'static str; 3],
    pub(crate) crebo: Option<&'a Crebo>,
    pub(crate) name: Option<&'a Title>,
    pub(crate) niveau: Option<Niveau>,
    /// Against which day it must be in force; `None`: today.
    pub(crate) begin: Option<Day>,
    pub(crate) purpose: KwalificatieFor,
}

impl Named<'_> {
    /// Draws the button; the cursor comes here for what it fills.
    pub(crate) fn ui(&self, ui: &mut Ui, form: &mut Form<'_>, catalogue: &Catalogue) {
        ui.scope(|ui| self.draw(ui, form, catalogue));
        ui.add_space(theme::STEP);
    }

    fn draw(&self, ui: &mut Ui, form: &mut Form<'_>, catalogue: &Catalogue) {
        let shown = line(self.crebo, self.name, self.niveau);
        ui.spacing_mut().item_spacing.y = 2.0;
        let label = ui.label(theme::small(self.label).color(palette(ui).muted));
        let words = if shown.is_empty() { text::CHOOSE_KWALIFICATIE } else { shown.as_str() };
        let width = ui.available_width().min(2.0 * theme::FIELD + 120.0);
        let id = Id::unique(("kwalificatie of", self.kind, self.id));
        let known = self.crebo.and_then(|crebo| catalogue.kwalificatie(crebo));
        let begin = self.begin.unwrap_or(Day::new(form.today));
        let response = ui
            .horizontal_wrapped(|ui| {
                let button =
                    Button::new(words).truncate().right_text(theme::icon(Icon::ChevronRight));
                let add = |ui: &mut Ui| ui.add(button.min_size(Vec2::new(width, CONTROL)));
                let response = ui.push_id(id, add).inner.labelled_by(label.id);
                let p = palette(ui);
                for line in known.map(|known| out_of_force(known, begin)).unwrap_or_default() {
                    mark(ui, &line, p.warn, p.warn_soft);
                }
                response
            })
            .inner;
        // Its name is that of the field; what is chosen is heard too.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(words));
        if form.point.is_some_and(|spot| self.means(spot)) {
            response.request_focus();
            response.scroll_to_me(Some(egui::Align::Center));
            *form.point = None;
        }
        if response.clicked() {
            let (purpose, pick) = (self.purpose, Pick::default());
            form.actions.push(Action::Ask(Dialog::Kwalificatie { purpose, pick }));
        }
    }

    /// A level that a chosen kwalificatie does not say has a field of its own.
    pub(crate) fn asks_niveau(&self) -> bool {
        self.crebo.is_some() && self.niveau.is_none()
    }

    fn means(&self, spot: Spot) -> bool {
        let [name, crebo, niveau] = self.fields;
        spot.kind == self.kind
            && spot.id == self.id
            && ([name, crebo].contains(&spot.field) || !self.asks_niveau() && spot.field == niveau)
    }
}

/// Code, name and level of a kwalificatie in one line.
pub(crate) fn line(crebo: Option<&Crebo>, name: Option<&Title>, niveau: Option<Niveau>) -> String {
    let niveau = niveau.map(|niveau| format!("({})", niveau.in_words()));
    let parts = [crebo.map(Crebo::as_str), name.map(Title::as_str), niveau.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
