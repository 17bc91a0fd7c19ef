//! A list of any length: only the rows in sight are drawn, one focus target for the keyboard, every row named for a
//! screen reader. Knows nothing of what is listed.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CursorIcon, EventFilter, FontId, Id, Key, Modifiers, Pos2, Rect, ScrollArea,
    Sense, TextStyle, Ui, UiBuilder, Vec2, WidgetInfo,
};
use lucide_icons::Icon;

use crate::app::listing::Sorted;
use crate::app::theme::{self, ROW, STEP, palette};
use crate::app::widgets::search::moved;

/// A column, with its share of the width and the least it needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) title: &'static str,
    pub(crate) share: f32,
    pub(crate) least: f32,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) weight: Weight,
    /// Another colour than that of the text.
    pub(crate) ink: Option<Color32>,
    /// How far it stands to the right of where its column begins.
    pub(crate) indent: f32,
}

/// How heavy a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Weight {
    #[default]
    Plain,
    Strong,
}

/// What a list shows.
pub(crate) struct List<'a> {
    /// Its name for a screen reader, and its identity.
    pub(crate) name: &'static str,
    pub(crate) columns: &'a [Column],
    pub(crate) length: usize,
    /// The cell in this row and column.
    pub(crate) cell: &'a dyn Fn(usize, usize) -> Cell,
    /// Whether several rows can be ticked.
    pub(crate) ticks: Option<Ticks<'a>>,
}

/// Rows that can be ticked, for something to do with several at once.
pub(crate) struct Ticks<'a> {
    pub(crate) ticked: &'a dyn Fn(usize) -> bool,
    /// All that are shown.
    pub(crate) all: bool,
    /// What the box in the head says for a screen reader.
    pub(crate) all_name: &'static str,
}

/// A wish about the ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tick {
    Toggle(usize),
    /// All rows from the one that was ticked last.
    UpTo(usize),
    All,
    Nothing,
}

/// What was done in it.
#[derive(Debug, Default)]
pub(crate) struct Listed {
    pub(crate) opened: Option<usize>,
    pub(crate) sort_by: Option<usize>,
    pub(crate) tick: Option<Tick>,
}

/// The room for a box to tick.
const BOX: f32 = 28.0;

impl List<'_> {
    /// Draws the list in all the room there is. `walked`: the cursor was moved from elsewhere.
    pub(crate) fn ui(
        &self,
        ui: &mut Ui,
        cursor: &mut Option<usize>,
        sorted: Option<Sorted>,
    ) -> Listed {
        let mut out = Listed::default();
        let id = Id::unique(("list", self.name));
        let outer = ui.available_rect_before_wrap();
        let widths = self.widths(outer.width() - 2.0 * STEP - 16.0 - self.boxes());
        self.head_ui(ui, &widths, sorted, &mut out);
        let focus = ui.interact(outer, id, Sense::focusable_noninteractive());
        let before = ui.data(|data| data.get_temp::<Option<usize>>(id)).flatten();
        if focus.has_focus() && self.length > 0 {
            self.keys(ui, id, outer.height(), cursor, &mut out);
        }
        let show = cursor.filter(|at| before != Some(*at));
        let active = *cursor;
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::ListBox);
            node.set_label(self.name);
            if let Some(at) = active {
                node.set_active_descendant(self.row_id(at).accesskit_id());
            }
        });
        let body = Rect::from_min_max(Pos2::new(outer.left(), ui.cursor().top()), outer.max);
        ui.scope_builder(UiBuilder::new().max_rect(body).accessibility_parent(id), |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let mut area = ScrollArea::vertical().id_salt((self.name, "scroll")).auto_shrink(false);
            if let Some(offset) = show.and_then(|at| self.offset_to_show(ui, at, body.height())) {
                area = area.vertical_scroll_offset(offset);
            }
            area.show_rows(ui, ROW, self.length, |ui, rows| {
                for row in rows {
                    self.row_ui(ui, id, row, &widths, cursor, &mut out);
                }
            });
        });
        if focus.has_focus() {
            let stroke = ui.visuals().selection.stroke;
            ui.painter().rect_stroke(body, 6.0, stroke, egui::StrokeKind::Inside);
        }
        ui.data_mut(|data| data.insert_temp(id, *cursor));
        out
    }

    /// The room for boxes before the first column.
    fn boxes(&self) -> f32 {
        if self.ticks.is_some() { BOX } else { 0.0 }
    }

    fn row_id(&self, row: usize) -> Id {
        Id::unique(("row", self.name, row))
    }

    /// Each column gets the least it needs and its share of the rest; what does not fit any more is left out.
    fn widths(&self, width: f32) -> Vec<f32> {
        let mut shown: Vec<&Column> = Vec::new();
        let mut needed = 0.0;
        for column in self.columns {
            if !shown.is_empty() && needed + column.least > width {
                break;
            }
            needed += column.least;
            shown.push(column);
        }
        let shares: f32 = shown.iter().map(|c| c.share).sum();
        let rest = (width - needed).max(0.0);
        shown.iter().map(|c| c.least + rest * c.share / shares.max(0.01)).collect()
    }

    fn head_ui(&self, ui: &mut Ui, widths: &[f32], sorted: Option<Sorted>, out: &mut Listed) {
        let p = palette(ui);
        let (head, _) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), 28.0), Sense::hover());
        let mut x = head.left() + 2.0 * STEP + self.boxes();
        if let Some(ticks) = &self.ticks {
            let rect = Rect::from_min_size(head.min, Vec2::new(BOX + STEP, head.height()));
            let response = ui.interact(rect, Id::unique(("all of", self.name)), Sense::CLICK);
            response.widget_info(|| {
                WidgetInfo::selected(Role::CheckBox, true, ticks.all, ticks.all_name)
            });
            box_ui(ui, rect, ticks.all);
            if response.clicked() {
                out.tick = Some(if ticks.all { Tick::Nothing } else { Tick::All });
            }
        }
        for (n, (column, width)) in self.columns.iter().zip(widths).enumerate() {
            let rect =
                Rect::from_min_size(Pos2::new(x, head.top()), Vec2::new(*width, head.height()));
            let id = Id::unique(("head", self.name, n));
            let response =
                ui.interact(rect, id, Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, column.title));
            let ink = if response.hovered() { p.accent } else { p.muted };
            let painter = ui.painter().with_clip_rect(rect);
            let text = painter.text(
                rect.left_center(),
                Align2::LEFT_CENTER,
                column.title,
                theme::strong(12.0),
                ink,
            );
            if let Some(sorted) = sorted.filter(|sorted| sorted.column == n) {
                let icon = if sorted.backwards { Icon::ChevronDown } else { Icon::ChevronUp };
                let font = theme::icon_font(12.0);
                let at = Pos2::new(text.right() + STEP, rect.center().y);
                painter.text(at, Align2::LEFT_CENTER, char::from(icon), font, ink);
            }
            if response.clicked() {
                out.sort_by = Some(n);
            }
            x += width;
        }
        let line = egui::Stroke::new(1.0, p.line);
        ui.painter().hline(head.x_range(), head.bottom(), line);
    }

    fn keys(&self, ui: &Ui, id: Id, height: f32, cursor: &mut Option<usize>, out: &mut Listed) {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let page = (height / ROW).floor().max(1.0) as i64;
        let all = i64::try_from(self.length).unwrap_or(i64::MAX);
        if self.ticks.is_some() {
            self.tick_keys(ui, cursor, out);
        }
        let (by, enter) = ui.input_mut(|input| {
            let mut count = |key| input.count_and_consume_key(Modifiers::NONE, key) as i64;
            let by = count(Key::ArrowDown) - count(Key::ArrowUp)
                + page * (count(Key::PageDown) - count(Key::PageUp))
                + all * (count(Key::End) - count(Key::Home));
            (by, count(Key::Enter) > 0)
        });
        if by != 0 {
            *cursor = moved(*cursor, by, self.length);
        }
        if enter {
            out.opened = *cursor;
        }
    }

    /// Space ticks, Shift with an arrow ticks on, Ctrl+A ticks all.
    fn tick_keys(&self, ui: &Ui, cursor: &mut Option<usize>, out: &mut Listed) {
        ui.input_mut(|input| {
            let on = input.count_and_consume_key(Modifiers::SHIFT, Key::ArrowDown) as i64
                - input.count_and_consume_key(Modifiers::SHIFT, Key::ArrowUp) as i64;
            if on != 0 {
                *cursor = moved(*cursor, on, self.length);
                out.tick = cursor.map(Tick::UpTo);
            }
            if input.consume_key(Modifiers::NONE, Key::Space) {
                out.tick = cursor.map(Tick::Toggle);
            }
            if input.consume_key(Modifiers::COMMAND, Key::A) {
                out.tick = Some(Tick::All);
            }
        });
    }

    /// Where to scroll so that a row is in sight; `None`: it is.
    fn offset_to_show(&self, ui: &Ui, row: usize, height: f32) -> Option<f32> {
        let state =
            egui::scroll_area::State::load(ui.ctx(), ui.scope_id().with((self.name, "scroll")));
        let at = state.map_or(0.0, |state| state.clamped_offset().y);
        let (top, bottom) = (row as f32 * ROW, (row + 1) as f32 * ROW);
        if top < at {
            Some(top)
        } else if bottom > at + height {
            Some(bottom - height)
        } else {
            None
        }
    }

    fn row_ui(
        &self,
        ui: &mut Ui,
        list: Id,
        row: usize,
        widths: &[f32],
        cursor: &mut Option<usize>,
        out: &mut Listed,
    ) {
        let size = Vec2::new(ui.available_width(), ROW);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let cells: Vec<Cell> = (0..widths.len()).map(|column| (self.cell)(row, column)).collect();
        let name = cells
            .iter()
            .map(|c| c.text.as_str())
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        // `new_child` does not move the cursor of its parent; `scope_builder` would.
        let mut child = ui.new_child(
            UiBuilder::new()
                .scope_id(self.row_id(row))
                .max_rect(rect)
                .sense(Sense::CLICK)
                .accessibility_parent(list),
        );
        // Its response is as large as what it holds, and what is painted does not count.
        child.expand_to_include_rect(rect);
        let ticked = self.ticks.as_ref().map(|ticks| (ticks.ticked)(row));
        self.paint_row(&child, rect, &cells, widths, *cursor == Some(row));
        if let Some(ticked) = ticked {
            let room = Rect::from_min_size(rect.min, Vec2::new(BOX + STEP, rect.height()));
            box_ui(&child, room, ticked);
        }
        let response = child.response().on_hover_cursor(CursorIcon::PointingHand);
        let here = *cursor == Some(row);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, here, &name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(here);
            node.set_position_in_set(row + 1);
            node.set_size_of_set(self.length);
            if let Some(ticks) = &self.ticks {
                node.set_toggled((ticks.ticked)(row).into());
            }
        });
        if response.clicked() {
            *cursor = Some(row);
            match self.ticked_by(ui, &response, row) {
                Some(tick) => out.tick = Some(tick),
                None => out.opened = Some(row),
            }
        }
    }

    /// A click on the box of a row, or on the row with Ctrl or Shift, ticks it and does not open it.
    fn ticked_by(&self, ui: &Ui, response: &egui::Response, row: usize) -> Option<Tick> {
        self.ticks.as_ref()?;
        let modifiers = ui.input(|input| input.modifiers);
        let on_box = response
            .interact_pointer_pos()
            .is_some_and(|at| at.x < response.rect.left() + BOX + STEP);
        if modifiers.shift {
            Some(Tick::UpTo(row))
        } else {
            (on_box || modifiers.command).then_some(Tick::Toggle(row))
        }
    }

    fn paint_row(&self, ui: &Ui, rect: Rect, cells: &[Cell], widths: &[f32], here: bool) {
        let p = palette(ui);
        if here {
            ui.painter().rect_filled(rect, 6.0, p.accent_soft);
        } else if ui.rect_contains_pointer(rect) {
            ui.painter().rect_filled(rect, 6.0, ui.visuals().widgets.hovered.weak_bg_fill);
        }
        let mut x = rect.left() + 2.0 * STEP + self.boxes();
        for (cell, width) in cells.iter().zip(widths) {
            let ink = cell.ink.unwrap_or_else(|| ui.visuals().text_color());
            let font = match cell.weight {
                Weight::Strong => theme::strong(14.0),
                Weight::Plain => TextStyle::Body.resolve(ui.style()),
            };
            let galley = one_line(ui, &cell.text, font, ink, width - 3.0 * STEP - cell.indent);
            let at = Pos2::new(x + cell.indent, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, ink);
            x += width;
        }
        ui.painter().hline(
            rect.x_range(),
            rect.bottom(),
            egui::Stroke::new(1.0, p.line.gamma_multiply(0.5)),
        );
    }
}

/// A box with or without a tick, painted in the middle of this room.
fn box_ui(ui: &Ui, room: Rect, ticked: bool) {
    let p = palette(ui);
    let square = Rect::from_center_size(room.center(), Vec2::splat(16.0));
    let visuals = &ui.visuals().widgets.inactive;
    if ticked {
        ui.painter().rect_filled(square, 4.0, p.accent);
        let font = theme::icon_font(13.0);
        let tick = char::from(Icon::Check);
        ui.painter().text(square.center(), Align2::CENTER_CENTER, tick, font, p.on_accent);
    } else {
        let inside = egui::StrokeKind::Inside;
        ui.painter().rect(square, 4.0, visuals.bg_fill, visuals.bg_stroke, inside);
    }
}

/// Text on one line, cut off with an ellipsis where it is too long.
fn one_line(
    ui: &Ui,
    text: &str,
    font: FontId,
    ink: Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, ink));
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
