//! The pages of a paper as they will be printed: drawn from the very pages that the PDF is written from.

mod bar;
mod sheets;
mod stack;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::emath::GuiRounding as _;
use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

use crate::app::theme::{self, palette};
use crate::app::widgets::preview::sheets::Sheets;
use crate::app::widgets::preview::stack::{GAP, Stack};
use crate::documents::layout::page::Pages;
use crate::documents::layout::style::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::documents::raster;
use crate::texts::preview as text;

/// What is shown.
#[derive(Clone, Debug)]
pub struct PreviewDocument {
    pub pages: Arc<Pages>,
    /// Another number for other pages: only then they are drawn again.
    pub generation: u64,
    /// What it is, for who cannot see it.
    pub title: String,
}

/// What one looks at, and how; kept by who shows it. Another document leaves it as it is.
#[derive(Default)]
pub struct Preview {
    zoom: Zoom,
    page: usize,
    offset: Vec2,
    /// How pages lay when they were last drawn.
    stack: Option<Stack>,
    /// Where to scroll in the next frame.
    go: Option<Go>,
    sheets: Sheets,
}

/// How large pages are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Zoom {
    #[default]
    WholePage,
    PageWidth,
    /// One is actual size, on a screen of 96 dots to an inch.
    Times(f32),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Go {
    Page(usize),
    By(Vec2),
    /// Once more: the area still knew the sizes of before.
    Again(Vec2),
}

/// Points of the screen to one on paper, at actual size.
const ACTUAL: f32 = 96.0 / 72.0;
/// The smallest and the largest that pages become.
const TIMES: [f32; 2] = [0.1, 3.0];
/// What the buttons lead through.
const STEPS: [f32; 13] = [0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0];
/// How far an arrow key scrolls.
const ARROW: f32 = 48.0;
/// The least height at which anything can be made out.
const LEAST: f32 = 160.0;

impl Preview {
    /// The number of the page that is looked at, from 1.
    pub fn page(&self) -> usize {
        self.page + 1
    }

    /// How large it is, in percents of actual size.
    pub fn percent(&self) -> f32 {
        self.stack.map_or(0.0, |stack| stack.page.x / (PAGE_WIDTH.0 * ACTUAL) * 100.0)
    }

    /// Makes pages as wide as there is room: where there is little height, a whole page is too small to read.
    pub fn read(&mut self) {
        self.zoom = Zoom::PageWidth;
    }

    /// As large as before, from the beginning.
    pub fn to_first_page(&mut self) {
        self.go = Some(Go::Page(0));
    }

    /// How often a page was drawn: for who looks in from outside, a test.
    pub fn drawn(&self) -> usize {
        self.sheets.drawn
    }

    /// Draws it in all the room there is, from 320 points wide.
    pub fn ui(&mut self, ui: &mut Ui, document: &PreviewDocument) {
        let count = document.pages.pages.len();
        self.page = self.page.min(count.saturating_sub(1));
        let said = (self.page, self.percent().round());
        self.bar_ui(ui, count);
        let room = vec2(ui.available_width(), ui.available_height().max(LEAST));
        let (frame, _) = ui.allocate_exact_size(room, Sense::hover());
        let area = frame.shrink(2.0);
        let id = Id::unique("preview");
        let focus = ui.interact(area, id, Sense::click_and_drag());
        if focus.clicked() || focus.drag_started() {
            focus.request_focus();
        }
        if self.stack.is_some_and(|stack| stack.content() != stack.view) {
            let cursor = if focus.dragged() { CursorIcon::Grabbing } else { CursorIcon::Grab };
            focus.clone().on_hover_cursor(cursor);
        }
        if focus.dragged() {
            self.go = Some(Go::By(-focus.drag_delta()));
        }
        if focus.has_focus() {
            self.keys(ui, id, count);
        }
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Group);
            node.set_label(text::of(&document.title));
        });
        ui.painter().rect_filled(frame, 3.0, theme::behind_paper(ui));
        if count > 0 {
            let at = self.pinched(ui, area);
            self.pages_ui(ui, document, area, at);
        }
        let (width, ink) = if focus.has_focus() {
            let ring = ui.visuals().selection.stroke;
            (ring.width, ring.color)
        } else {
            (1.0, palette(ui).line)
        };
        ui.painter().rect_stroke(frame, 3.0, Stroke::new(width, ink), StrokeKind::Inside);
        if said != (self.page, self.percent().round()) {
            ui.ctx().request_repaint();
        }
    }

    /// What the keyboard asks for while the pages have it.
    fn keys(&mut self, ui: &Ui, id: Id, count: usize) {
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let mut go = None;
            for (key, page) in [
                (Key::PageUp, self.page.saturating_sub(1)),
                (Key::PageDown, (self.page + 1).min(count.saturating_sub(1))),
                (Key::Home, 0),
                (Key::End, count.saturating_sub(1)),
            ] {
                if pressed(key) {
                    go = Some(Go::Page(page));
                }
            }
            for (key, by) in [
                (Key::ArrowUp, -Vec2::Y),
                (Key::ArrowDown, Vec2::Y),
                (Key::ArrowLeft, -Vec2::X),
                (Key::ArrowRight, Vec2::X),
            ] {
                if pressed(key) {
                    go = Some(Go::By(by * ARROW));
                }
            }
            self.go = go.or(self.go);
        });
    }

    /// The wheel with Ctrl, or two fingers: what is under the pointer stays there. Says what must stay where it is.
    fn pinched(&mut self, ui: &Ui, area: Rect) -> Vec2 {
        let by = ui.input(|input| input.zoom_delta());
        let pointer = ui.input(|input| input.pointer.hover_pos());
        match (pointer, self.stack) {
            (Some(pointer), Some(_)) if by != 1.0 && ui.rect_contains_pointer(area) => {
                let [least, most] = TIMES;
                self.zoom = Zoom::Times((self.percent() / 100.0 * by).clamp(least, most));
                pointer - area.min
            }
            _ => vec2(area.width() * 0.5, 0.0),
        }
    }

    /// `at`: what is there in the view stays there when sizes change.
    fn pages_ui(&mut self, ui: &mut Ui, document: &PreviewDocument, area: Rect, at: Vec2) {
        let fine = ui.pixels_per_point();
        let (scale, stack) = self.laid(ui, document.pages.pages.len(), area.size());
        // The room around does the dragging: it must be what one points at, or it loses the keyboard.
        let source = ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() };
        let mut area_of_pages = ScrollArea::both()
            .id_salt("pages")
            .auto_shrink(false)
            .content_margin(0)
            .scroll_source(source);
        let again = matches!(self.go, Some(Go::Again(_)));
        let wanted = self.wanted_offset(stack, at);
        if let Some(offset) = wanted {
            self.offset = offset;
            area_of_pages = area_of_pages.scroll_offset(offset);
        }
        self.stack = Some(stack);
        let builder = UiBuilder::new()
            .scope_id(Id::unique("preview pages"))
            .max_rect(area)
            .accessibility_parent(Id::unique("preview"));
        // `new_child` does not move the cursor of its parent: the room is taken already.
        let mut child = ui.new_child(builder);
        // It would spring back from where the pages did not reach before.
        let scroll = &mut child.spacing_mut().scroll;
        scroll.kinetic.rubber_band = false;
        scroll.kinetic.decay_time = 0.0;
        // Paper has an edge of its own.
        scroll.fade.strength = 0.0;
        let out = area_of_pages.show_viewport(&mut child, |ui, viewport| {
            let (content, _) = ui.allocate_exact_size(stack.content(), Sense::hover());
            let in_sight = stack.in_sight(viewport);
            for page in in_sight.clone() {
                let sheet = stack.sheet(page).translate(content.min.to_vec2());
                let sheet = Rect::from_min_size(sheet.min.round_to_pixels(fine), stack.page);
                self.page_ui(ui, document, page, sheet, scale);
            }
            self.sheets.tidy(&in_sight);
        });
        let offset = out.state.clamped_offset();
        if (offset - self.offset).abs().max_elem() < 0.5 {
            return;
        }
        if let Some(offset) = wanted.filter(|_| !again) {
            self.go = Some(Go::Again(offset));
            ui.ctx().request_discard("the area of the pages has another size");
        } else {
            self.offset = offset;
            self.page = stack.foremost(offset);
        }
    }

    fn page_ui(
        &mut self,
        ui: &mut Ui,
        document: &PreviewDocument,
        page: usize,
        sheet: Rect,
        scale: f32,
    ) -> Response {
        let p = palette(ui);
        let painter = ui.painter();
        painter.rect_stroke(sheet, 0.0, Stroke::new(1.0, p.line), StrokeKind::Outside);
        match self.sheets.get(ui, document, page, scale) {
            Some(texture) => {
                let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
                painter.image(texture, sheet, whole, theme::PAPER);
            }
            None => {
                painter.rect_filled(sheet, 0.0, theme::PAPER);
                let font = egui::TextStyle::Body.resolve(ui.style());
                let middle = egui::Align2::CENTER_CENTER;
                painter.text(sheet.center(), middle, text::NOTHING, font, theme::ON_PAPER);
            }
        }
        let response = ui.interact(sheet, Id::unique(("preview page", page)), Sense::hover());
        let name = text::page_of(&document.title, page + 1, document.pages.pages.len());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        response
    }

    /// Dots to a point of paper, and how pages lie at that size.
    fn laid(&self, ui: &Ui, count: usize, room: Vec2) -> (f32, Stack) {
        let fine = ui.pixels_per_point();
        let bar = ui.spacing().scroll.allocated_width();
        let mut view = room;
        loop {
            // What is rounded to whole dots must not be a dot too large.
            let free = (view - Vec2::splat(2.0 * GAP + 1.0 / fine)).max(Vec2::splat(1.0));
            let [least, most] = TIMES.map(|times| times * ACTUAL);
            let across = free.x / PAGE_WIDTH.0;
            let points = match self.zoom {
                Zoom::WholePage => across.min(free.y / PAGE_HEIGHT.0),
                Zoom::PageWidth => across,
                Zoom::Times(times) => times * ACTUAL,
            };
            let scale = points.clamp(least, most) * fine;
            let [width, height] = raster::size(scale).map(|dots| f32::from(dots) / fine);
            let stack = Stack { page: vec2(width, height), count, view };
            // A bar along one side may make one along the other needed.
            let over = stack.content();
            let next = vec2(
                if over.y > view.y { room.x - bar } else { room.x },
                if over.x > view.x { room.y - bar } else { room.y },
            );
            let next = next.min(view);
            if next == view {
                return (scale, stack);
            }
            view = next;
        }
    }

    /// Where to scroll to, if not where it is.
    fn wanted_offset(&mut self, stack: Stack, at: Vec2) -> Option<Vec2> {
        match (self.go.take(), self.stack) {
            (Some(Go::Page(page)), _) => {
                self.page = page;
                Some(stack.top_of(page, self.offset.x))
            }
            (Some(Go::By(by)), Some(old)) if old == stack => {
                let offset = stack.clamped(self.offset + by);
                self.page = stack.foremost(offset);
                Some(offset)
            }
            (Some(Go::Again(offset)), _) => Some(stack.clamped(offset)),
            (_, Some(old)) if old != stack => {
                if self.zoom == Zoom::WholePage {
                    return Some(stack.top_of(self.page, 0.0));
                }
                // Beside the page there is nothing that must stay where it is.
                let spot = old.spot(self.offset, at.min(old.view));
                Some(stack.showing(spot, at))
            }
            _ => None,
        }
    }
}
