//! A month to pick a day from. Beside a field in which one can also type.

use egui::{Button, Popup, PopupCloseBehavior, RichText, Sense, Ui, Vec2};
use jiff::civil::Date;
use lucide_icons::Icon;

use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::bare_icon;
use crate::domain::day::MONTHS;
use crate::texts::common;

const DAY: f32 = 34.0;

/// Draws the button; gives the day that was picked. `shown`: the day that the field holds, or where to begin.
pub(crate) fn calendar_ui(ui: &mut Ui, shown: Date, label: &str) -> Option<Date> {
    // Out of the way of Tab: who uses the keyboard types a day, or steps with the arrows.
    let button = Button::new(theme::icon(Icon::Calendar))
        .sense(Sense::CLICK)
        .frame_when_inactive(false)
        .min_size(Vec2::splat(CONTROL));
    ui.spacing_mut().button_padding.x = theme::STEP;
    let response =
        ui.add(button).accessible_name(common::pick_day(label)).on_hover_text(common::PICK_DAY);
    let id = response.id.with("month");
    if response.clicked() {
        ui.data_mut(|data| data.insert_temp(id, shown.first_of_month()));
    }
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let month = ui.data(|data| data.get_temp::<Date>(id)).unwrap_or(shown.first_of_month());
            ui.set_width(7.0 * DAY);
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            if let Some(other) = month_ui(ui, month) {
                ui.data_mut(|data| data.insert_temp(id, other.first_of_month()));
            }
            days_ui(ui, month, shown)
        })
        .and_then(|popup| popup.inner)
}

/// The name of the month between the way back and the way forth.
fn month_ui(ui: &mut Ui, month: Date) -> Option<Date> {
    let mut to = None;
    let name = MONTHS.get(usize::try_from(month.month() - 1).unwrap_or(0)).copied().unwrap_or("");
    ui.horizontal(|ui| {
        if bare_icon(ui, Icon::ChevronLeft, common::MONTH_BEFORE).clicked() {
            to = month.yesterday().ok();
        }
        let room = Vec2::new(7.0 * DAY - 2.0 * CONTROL, CONTROL);
        ui.add_sized(room, egui::Label::new(theme::bold(format!("{name} {}", month.year()))));
        if bare_icon(ui, Icon::ChevronRight, common::MONTH_AFTER).clicked() {
            to = month.last_of_month().tomorrow().ok();
        }
    });
    to
}

fn days_ui(ui: &mut Ui, month: Date, shown: Date) -> Option<Date> {
    let p = palette(ui);
    ui.horizontal(|ui| {
        for name in common::WEEKDAYS {
            ui.add_sized([DAY, 24.0], egui::Label::new(theme::small(name).color(p.muted)));
        }
    });
    let mut picked = None;
    let before = month.weekday().to_monday_zero_offset();
    let mut day = Some(month);
    let mut at = 0;
    while day.is_some_and(|day| day.month() == month.month()) {
        ui.horizontal(|ui| {
            for column in 0..7 {
                let blank = at == 0 && column < before;
                match day.filter(|day| !blank && day.month() == month.month()) {
                    None => drop(ui.allocate_space(Vec2::splat(DAY))),
                    Some(this) => {
                        if day_ui(ui, this, this == shown) {
                            picked = Some(this);
                        }
                        day = this.tomorrow().ok();
                    }
                }
            }
        });
        at += 1;
    }
    if picked.is_some() {
        ui.close();
    }
    picked
}

fn day_ui(ui: &mut Ui, day: Date, here: bool) -> bool {
    let p = palette(ui);
    let words = RichText::new(day.day().to_string());
    let words = if here { words.color(p.on_accent) } else { words };
    let mut button = Button::new(words).frame_when_inactive(here).min_size(Vec2::splat(DAY));
    if here {
        button = button.fill(p.accent);
    }
    ui.add(button).accessible_name(crate::domain::day::in_words(day)).clicked()
}
