//! Opening the window on a real screen: one renderer, then another, then a sentence.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::app::App;
use crate::app::desktop::Desktop;
use crate::texts::window as text;

/// There is no screen to open a window on.
#[derive(Debug, thiserror::Error)]
#[error("no window could be opened: {0}")]
pub struct NoWindow(String);

/// Opens the window and stays until it is closed. `who`: the account that works here.
pub fn open_window(
    dossier: Option<PathBuf>,
    clock: fn() -> Timestamp,
    who: &str,
) -> Result<(), NoWindow> {
    if !has_display() {
        return Err(NoWindow("no display".to_owned()));
    }
    let mut last = String::new();
    for renderer in renderers() {
        let (dossier, who) = (dossier.clone(), who.to_owned());
        let made = eframe::run_native(
            "praktijkdossier",
            options(renderer),
            Box::new(move |creation| {
                let world = Box::new(Desktop::new(clock, who));
                Ok(Box::new(App::new(&creation.egui_ctx, world, dossier)))
            }),
        );
        match made {
            Ok(()) => return Ok(()),
            Err(err) => last = err.to_string(),
        }
    }
    Err(NoWindow(last))
}

fn options(renderer: eframe::Renderer) -> eframe::NativeOptions {
    let mut viewport = egui::ViewportBuilder::default()
        .with_app_id("nl.praktijkdossier")
        .with_title(text::PROGRAM)
        .with_inner_size([1_280.0, 800.0])
        .with_min_inner_size([900.0, 560.0]);
    // Without it the window has the sign of the toolkit; that is no reason not to open.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")) {
        viewport = viewport.with_icon(icon);
    }
    eframe::NativeOptions {
        viewport,
        persist_window: true,
        renderer,
        ..eframe::NativeOptions::default()
    }
}

/// OpenGL first; a remote desktop often lacks it.
#[cfg(windows)]
fn renderers() -> Vec<eframe::Renderer> {
    vec![eframe::Renderer::Glow, eframe::Renderer::Wgpu]
}

#[cfg(not(windows))]
fn renderers() -> Vec<eframe::Renderer> {
    vec![eframe::Renderer::Glow]
}

#[cfg(all(unix, not(target_os = "macos")))]
fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn has_display() -> bool {
    true
}
