//! What the window says by itself: that something was done, or that it could not be.

use egui::accesskit::{Live, Role};
use egui::{Align2, Area, Frame, Id, Order, Ui};
use lucide_icons::Icon;

use crate::app::theme::palette;
use crate::app::widgets::button::{bare_icon, picture};
use crate::texts::common;

/// One thing said.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Notice {
    text: String,
    bad: bool,
    /// When it goes, in milliseconds of the window's own time; `None`: when it is closed.
    until: Option<u64>,
}

/// What is being said.
#[derive(Debug, Default)]
pub(crate) struct Notices(Vec<Notice>);

/// How long good news stays, in milliseconds.
const STAYS: u64 = 6_000;
/// How many are shown at once.
const MOST: usize = 4;

impl Notices {
    /// Something was done; it goes by itself.
    pub(crate) fn good(&mut self, text: String) {
        self.push(Notice { text, bad: false, until: Some(0) });
    }

    /// Something could not be done; it stays until it is closed.
    pub(crate) fn bad(&mut self, text: String) {
        self.push(Notice { text, bad: true, until: None });
    }

    fn push(&mut self, notice: Notice) {
        self.0.retain(|own| own.text != notice.text);
        self.0.push(notice);
        if self.0.len() > MOST {
            self.0.remove(0);
        }
    }

    /// Everything that was said went with what it was about.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn ui(&mut self, ui: &mut Ui) {
        let now = ui.input(|input| (input.time * 1_000.0) as u64);
        for notice in &mut self.0 {
            if notice.until == Some(0) {
                notice.until = Some(now + STAYS);
            }
        }
        self.0.retain(|notice| notice.until.is_none_or(|until| until > now));
        if let Some(next) = self.0.iter().filter_map(|notice| notice.until).min() {
            // Wakes the window once, when the first one goes.
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_millis(next.saturating_sub(now)));
        }
        let mut closed = None;
        Area::new(Id::unique("notices"))
            .anchor(Align2::RIGHT_BOTTOM, [-20.0, -20.0])
            .order(Order::Foreground)
            .show(ui.ctx(), |ui| {
                for (n, notice) in self.0.iter().enumerate() {
                    if notice_ui(ui, notice) {
                        closed = Some(n);
                    }
                }
            });
        if let Some(n) = closed {
            self.0.remove(n);
        }
    }
}

fn notice_ui(ui: &mut Ui, notice: &Notice) -> bool {
    let p = palette(ui);
    let (icon, ink) =
        if notice.bad { (Icon::CircleAlert, p.bad) } else { (Icon::CircleCheck, p.good) };
    Frame::popup(ui.style())
        .inner_margin(12)
        .show(ui, |ui| {
            ui.set_max_width(420.0);
            ui.horizontal_top(|ui| {
                picture(ui, icon, 18.0, ink);
                let said = ui.add(egui::Label::new(&notice.text).wrap());
                ui.ctx().accesskit_node_builder(said.id, |node| {
                    node.set_role(if notice.bad { Role::Alert } else { Role::Status });
                    // A label carries its text as a value; a status needs a name.
                    node.set_label(notice.text.clone());
                    node.set_live(if notice.bad { Live::Assertive } else { Live::Polite });
                });
                notice.bad && bare_icon(ui, Icon::X, common::CLOSE).clicked()
            })
            .inner
        })
        .inner
}
