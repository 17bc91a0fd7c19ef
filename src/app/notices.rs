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
    kind: Kind,
    /// When it goes, in milliseconds of the window's own time; `None`: when it is closed.
    until: Option<u64>,
}

/// How it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Good,
    /// Neither good nor bad.
    Plain,
    Bad,
}

/// What is being said.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    said: Vec<Notice>,
    /// Something new is said: its room is measured in one frame and drawn in the next.
    fresh: bool,
}

/// How long good news stays, in milliseconds.
const STAYS: u64 = 6_000;
/// How many are shown at once.
const MOST: usize = 4;

impl Notices {
    /// Something was done; it goes by itself.
    pub(crate) fn good(&mut self, text: String) {
        self.push(Notice { text, kind: Kind::Good, until: Some(0) });
    }

    /// Something to know; it goes by itself.
    pub(crate) fn plain(&mut self, text: String) {
        self.push(Notice { text, kind: Kind::Plain, until: Some(0) });
    }

    /// What could not be done has been done after all, or something else has.
    pub(crate) fn no_longer_bad(&mut self) {
        self.said.retain(|notice| notice.kind != Kind::Bad);
    }

    /// Something could not be done; it stays until it is closed.
    pub(crate) fn bad(&mut self, text: String) {
        self.push(Notice { text, kind: Kind::Bad, until: None });
    }

    fn push(&mut self, notice: Notice) {
        self.said.retain(|own| own.text != notice.text);
        self.said.push(notice);
        self.fresh = true;
        if self.said.len() > MOST {
            self.said.remove(0);
        }
    }

    /// Everything that was said went with what it was about.
    pub(crate) fn clear(&mut self) {
        self.said.clear();
    }

    pub(crate) fn ui(&mut self, ui: &mut Ui) {
        let now = ui.input(|input| (input.time * 1_000.0) as u64);
        for notice in &mut self.said {
            if notice.until == Some(0) {
                notice.until = Some(now + STAYS);
            }
        }
        self.said.retain(|notice| notice.until.is_none_or(|until| until > now));
        if let Some(next) = self.said.iter().filter_map(|notice| notice.until).min() {
            // Wakes the window once, when the first one goes.
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_millis(next.saturating_sub(now)));
        }
        if std::mem::take(&mut self.fresh) {
            ui.ctx().request_repaint();
        }
        let mut closed = None;
        Area::new(Id::unique("notices"))
            .anchor(Align2::RIGHT_BOTTOM, [-20.0, -20.0])
            .order(Order::Foreground)
            .show(ui.ctx(), |ui| {
                for (n, notice) in self.said.iter().enumerate() {
                    if notice_ui(ui, notice) {
                        closed = Some(n);
                    }
                }
            });
        if let Some(n) = closed {
            self.said.remove(n);
        }
    }
}

fn notice_ui(ui: &mut Ui, notice: &Notice) -> bool {
    let p = palette(ui);
    let (icon, ink) = match notice.kind {
        Kind::Good => (Icon::CircleCheck, p.good),
        Kind::Plain => (Icon::Info, p.muted),
        Kind::Bad => (Icon::CircleAlert, p.bad),
    };
    let bad = notice.kind == Kind::Bad;
    Frame::popup(ui.style())
        .inner_margin(12)
        .show(ui, |ui| {
            ui.set_width(400.0);
            ui.horizontal_top(|ui| {
                picture(ui, icon, 18.0, ink);
                let said = ui.add(egui::Label::new(&notice.text).wrap());
                ui.ctx().accesskit_node_builder(said.id, |node| {
                    node.set_role(if bad { Role::Alert } else { Role::Status });
                    // A label carries its text as a value; a status needs a name.
                    node.set_label(notice.text.clone());
                    node.set_live(if bad { Live::Assertive } else { Live::Polite });
                });
                bad && bare_icon(ui, Icon::X, common::CLOSE).clicked()
            })
            .inner
        })
        .inner
}
