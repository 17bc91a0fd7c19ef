//! One field of a record: its name, the box, and below it what helps or what does not fit.
//!
//! What is typed goes to the drafts; that it was left becomes a wish. Whether it fits is decided there, not here.

use egui::text::{CCursor, CCursorRange};
use egui::{
    Align, ComboBox, Id, Key, Layout, Margin, Modifiers, Response, RichText, Stroke, TextEdit, Ui,
    Vec2,
};

use crate::app::action::{Action, Actions};
use crate::app::drafts::Drafts;
use crate::app::theme::{self, CONTROL, FIELD, palette};
use crate::app::widgets::calendar::calendar_ui;
use crate::domain::{
    AnyField, Day, Entry as _, Field as _, FieldError, FieldValue, Input, Record, RecordKind,
    Route, Spot,
};
use crate::texts::{choices, common, fields};

/// What every field of a form needs.
pub(crate) struct Form<'a> {
    pub(crate) drafts: &'a mut Drafts,
    pub(crate) actions: &'a mut Actions,
    /// The field that must get the cursor.
    pub(crate) point: &'a mut Option<Spot>,
    /// What a field that points at another record can point at.
    pub(crate) options: &'a [(RecordKind, Vec<(i64, String)>)],
    pub(crate) route: Option<Route>,
    pub(crate) today: jiff::civil::Date,
}

/// Whose fields are drawn: the record of the page keeps its place when it gets an id, others are known by theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    Page(i64),
    Other(i64),
}

impl Whose {
    const fn id(self) -> i64 {
        match self {
            Self::Page(id) | Self::Other(id) => id,
        }
    }
}

/// The height of a field with its name above and its help below.
const LABEL: f32 = 18.0;
const HELP: f32 = 18.0;
const NOTE: f32 = 96.0;

/// Draws fields beside and below each other, as many in a row as fit.
pub(crate) fn fields_ui<R: Record>(
    ui: &mut Ui,
    form: &mut Form<'_>,
    whose: Whose,
    record: &R,
    fields: &[R::Field],
) {
    let fields: Vec<(AnyField, FieldValue)> = fields
        .iter()
        .map(|f| (AnyField { key: f.key(), input: f.input() }, record.value(*f)))
        .collect();
    any_fields_ui(ui, form, R::KIND, whose, &fields);
}

/// As [`fields_ui`], for a record of which the kind is known only now.
pub(crate) fn any_fields_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    kind: RecordKind,
    whose: Whose,
    fields: &[(AnyField, FieldValue)],
) {
    let gap = 4.0 * theme::STEP;
    let width = ui.available_width();
    let columns = (((width + gap) / (FIELD + gap)).floor() as usize).clamp(1, 3);
    let cell = (width - gap * (columns as f32 - 1.0)) / columns as f32;
    let mut row: Vec<One> = Vec::new();
    for (field, value) in fields {
        let note = field.input == Input::Note;
        let wide = if note { width.min(2.0 * cell + gap) } else { cell };
        let one = One::new(kind, whose, *field, value.clone(), form.route, wide);
        if note {
            row_ui(ui, form, std::mem::take(&mut row));
            row_ui(ui, form, vec![one]);
            continue;
        }
        row.push(one);
        if row.len() == columns {
            row_ui(ui, form, std::mem::take(&mut row));
        }
    }
    row_ui(ui, form, row);
}

fn row_ui(ui: &mut Ui, form: &mut Form<'_>, row: Vec<One>) {
    if row.is_empty() {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0 * theme::STEP;
        for one in row {
            one.cell_ui(ui, form);
        }
    });
}

/// Draws one field in this width, without its name: that stands beside it.
pub(crate) fn compact_field_ui<R: Record>(
    ui: &mut Ui,
    form: &mut Form<'_>,
    whose: Whose,
    record: &R,
    field: R::Field,
    width: f32,
) {
    let any = AnyField { key: field.key(), input: field.input() };
    let one = One::new(R::KIND, whose, any, record.value(field), form.route, width);
    One { compact: true, ..one }.cell_ui(ui, form);
}

/// A field, apart from the type of its record.
struct One {
    spot: Spot,
    id: Id,
    value: FieldValue,
    optional: bool,
    label: String,
    hint: String,
    input: Input,
    width: f32,
    /// Without its name above it and its hint below: the words stand beside it.
    compact: bool,
}

impl One {
    fn new(
        kind: RecordKind,
        whose: Whose,
        field: AnyField,
        value: FieldValue,
        route: Option<Route>,
        width: f32,
    ) -> Self {
        let AnyField { key, input } = field;
        Self {
            spot: Spot { kind, id: whose.id(), field: key },
            id: match whose {
                Whose::Page(_) => Id::unique(("field", kind, "page", key)),
                Whose::Other(id) => Id::unique(("field", kind, id, key)),
            },
            value,
            optional: kind.check(key, "").is_some_and(|checked| checked.is_ok()),
            label: fields::label_for(kind, key, route),
            hint: fields::hint(kind, key, route),
            input,
            width,
            compact: false,
        }
    }

    fn cell_ui(&self, ui: &mut Ui, form: &mut Form<'_>) {
        let around = if self.compact { 0.0 } else { LABEL + HELP + 4.0 };
        let height = around + if self.input == Input::Note { NOTE } else { CONTROL };
        ui.allocate_ui_with_layout(
            Vec2::new(self.width, height),
            Layout::top_down(Align::Min),
            |ui| {
                ui.set_width(self.width);
                ui.set_min_height(height);
                ui.spacing_mut().item_spacing.y = 2.0;
                self.ui(ui, form);
            },
        );
    }

    /// What the field holds: what is typed, or what the file says.
    fn now(&self, form: &Form<'_>) -> String {
        form.drafts.get(self.spot).map_or_else(|| self.value.stored(), |draft| draft.text.clone())
    }

    fn ui(&self, ui: &mut Ui, form: &mut Form<'_>) {
        let p = palette(ui);
        let error = form.drafts.get(self.spot).and_then(|draft| draft.error);
        if error.is_some() {
            let widgets = &mut ui.visuals_mut().widgets;
            for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.noninteractive]
            {
                state.bg_stroke = Stroke::new(1.5, p.bad);
            }
        }
        let label = if self.input == Input::Flag { "" } else { self.label.as_str() };
        let label = (!self.compact).then(|| {
            let height = ui.cursor().top() + LABEL;
            let said = ui.add(egui::Label::new(theme::small(label).color(p.muted)).truncate());
            ui.add_space((height - ui.cursor().top()).max(0.0));
            said.id
        });
        let response = match self.input {
            Input::Choice(keys) => self.choice_ui(ui, form, keys),
            Input::Ref(kind) => self.ref_ui(ui, form, kind),
            Input::Flag => self.flag_ui(ui, form),
            Input::Day => {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    let response = self.text_ui(ui, form, self.width - CONTROL);
                    self.pick_ui(ui, form);
                    response
                })
                .inner
            }
            Input::Line | Input::Note | Input::Birth | Input::Number | Input::Logo => {
                self.text_ui(ui, form, self.width)
            }
        };
        let response = match label {
            _ if self.input == Input::Flag => response,
            Some(label) => response.labelled_by(label),
            None => response.accessible_name(&self.label),
        };
        if form.point.is_some_and(|spot| spot == self.spot) {
            response.request_focus();
            response.scroll_to_me(Some(Align::Center));
            *form.point = None;
        }
        self.below_ui(ui, error, response.has_focus());
    }

    fn below_ui(&self, ui: &mut Ui, error: Option<FieldError>, focused: bool) {
        let p = palette(ui);
        match error {
            Some(error) => {
                let text = fields::error(error);
                let said = ui.add(egui::Label::new(theme::small(&text).color(p.bad)).wrap());
                ui.ctx().accesskit_node_builder(said.id, |node| {
                    node.set_live(egui::accesskit::Live::Assertive);
                    node.set_label(text.clone());
                });
            }
            None if self.compact => {}
            None if focused || self.value.is_empty() => {
                ui.add(egui::Label::new(theme::small(&self.hint).color(p.muted)).truncate());
            }
            None => {}
        }
    }

    fn text_ui(&self, ui: &mut Ui, form: &mut Form<'_>, width: f32) -> Response {
        let draft = form.drafts.get(self.spot).map(|draft| draft.text.clone());
        let mut text = draft.unwrap_or_else(|| self.value.shown());
        if self.input == Input::Day && ui.memory(|memory| memory.has_focus(self.id)) {
            self.step_day(ui, form, &mut text);
        }
        let edit = if self.input == Input::Note {
            TextEdit::multiline(&mut text).desired_rows(4).min_size(Vec2::new(width, NOTE))
        } else {
            TextEdit::singleline(&mut text).min_size(Vec2::new(width, CONTROL))
        };
        let hint = RichText::new(self.placeholder()).color(palette(ui).muted);
        let response = ui.add(boxed(edit, self.id, width).hint_text(hint));
        if response.gained_focus() && !ui.input(|input| input.pointer.any_pressed()) {
            select_all(ui, self.id, &text);
        }
        if response.changed() {
            form.drafts.typed(self.spot, text);
        }
        if response.lost_focus() {
            form.actions.push(Action::Settle(self.spot));
        }
        response
    }

    const fn placeholder(&self) -> &'static str {
        match self.input {
            Input::Day | Input::Birth => common::DAY_FORM,
            Input::Line
            | Input::Note
            | Input::Number
            | Input::Choice(_)
            | Input::Flag
            | Input::Ref(_)
            | Input::Logo => "",
        }
    }

    /// The calendar beside a day.
    fn pick_ui(&self, ui: &mut Ui, form: &mut Form<'_>) {
        let held = match &self.value {
            FieldValue::Day(day) => Some(*day),
            FieldValue::Empty
            | FieldValue::Birth(_)
            | FieldValue::Text(_)
            | FieldValue::Number(_)
            | FieldValue::Choice(_)
            | FieldValue::Flag(_)
            | FieldValue::Ref(_) => None,
        };
        let picked = calendar_ui(ui, held.unwrap_or(form.today), &self.label);
        if let Some(day) = picked {
            form.actions.push(Action::Set(self.spot, crate::domain::day::shown(day)));
        }
    }

    /// Up and down go a day forth and back.
    fn step_day(&self, ui: &mut Ui, form: &mut Form<'_>, text: &mut String) {
        let step = ui.input_mut(|input| {
            let mut count = |key| i64::from(input.consume_key(Modifiers::NONE, key));
            count(Key::ArrowUp) - count(Key::ArrowDown)
        });
        let Ok(day) = Day::parse(text) else { return };
        let moved = day.date().checked_add(jiff::Span::new().days(step));
        if step != 0
            && let Ok(moved) = moved
        {
            *text = crate::domain::day::shown(moved);
            form.drafts.typed(self.spot, text.clone());
        }
    }

    fn choice_ui(&self, ui: &mut Ui, form: &mut Form<'_>, keys: &[&'static str]) -> Response {
        let word = |key: &str| choices::word(self.spot.kind, self.spot.field, key);
        let now = self.now(form);
        let options = keys.iter().map(|key| ((*key).to_owned(), word(key))).collect();
        self.combo_ui(ui, form, &now, options)
    }

    fn ref_ui(&self, ui: &mut Ui, form: &mut Form<'_>, kind: RecordKind) -> Response {
        let of_kind = form.options.iter().find(|(own, _)| *own == kind);
        let options = of_kind.map(|(_, options)| options.as_slice()).unwrap_or_default();
        let options = options.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
        let now = self.now(form);
        self.combo_ui(ui, form, &now, options)
    }

    fn combo_ui(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        now: &str,
        options: Vec<(String, String)>,
    ) -> Response {
        let shown = options.iter().find(|(key, _)| key == now).map(|(_, word)| word.as_str());
        let text = RichText::new(shown.unwrap_or(common::NOT_CHOSEN));
        let text = if shown.is_none() { text.color(palette(ui).muted) } else { text };
        let combo =
            ComboBox::from_id_salt(self.id).width(self.width).truncate().selected_text(text);
        let response = combo.show_ui(ui, |ui| {
            if self.optional && ui.selectable_label(now.is_empty(), common::NOT_CHOSEN).clicked() {
                form.actions.push(Action::Set(self.spot, String::new()));
                ui.close();
            }
            for (key, word) in &options {
                if ui.selectable_label(key == now, word).clicked() {
                    form.actions.push(Action::Set(self.spot, key.clone()));
                    ui.close();
                }
            }
        });
        response.response
    }

    fn flag_ui(&self, ui: &mut Ui, form: &mut Form<'_>) -> Response {
        let mut flag = self.value == FieldValue::Flag(true);
        let response = ui.checkbox(&mut flag, &self.label);
        if response.changed() {
            form.actions.push(Action::Set(self.spot, if flag { "1" } else { "0" }.to_owned()));
        }
        response
    }
}

/// A box for one line, as every one of them looks.
pub(crate) fn line_box(text: &mut String, id: Id, width: f32) -> TextEdit<'_> {
    boxed(TextEdit::singleline(text).min_size(Vec2::new(width, CONTROL)), id, width)
}

fn boxed(edit: TextEdit<'_>, id: Id, width: f32) -> TextEdit<'_> {
    edit.id(id).desired_width(width).margin(Margin::symmetric(10, 7))
}

/// Who comes into a field by key types over what stands there, as in any form.
fn select_all(ui: &Ui, id: Id, text: &str) {
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        let (first, last) = (CCursor::new(0), CCursor::new(text.chars().count()));
        state.cursor.set_char_range(Some(CCursorRange::two(first, last)));
        TextEdit::store_state(ui.ctx(), id, state);
    }
}
