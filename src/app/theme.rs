//! Colours, sizes and fonts: the only place where they are literal.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Frame, Margin, RichText,
    Stroke, TextStyle, Theme, Vec2, Visuals,
};
use lucide_icons::Icon;

/// The step of the grid, in points.
pub(crate) const STEP: f32 = 4.0;
/// The height of a field and of a button.
pub(crate) const CONTROL: f32 = 32.0;
/// The height of a row in a list.
pub(crate) const ROW: f32 = 36.0;
/// The width of the navigation.
pub(crate) const NAVIGATION: f32 = 188.0;
/// The widest that a page of fields becomes: wider lines read badly.
pub(crate) const PAGE: f32 = 1_040.0;
/// The widest that a room with a list becomes.
pub(crate) const ROOM: f32 = 1_760.0;
/// The narrowest that a field is.
pub(crate) const FIELD: f32 = 250.0;
/// The width of a dialog with fields, and of one with a list.
pub(crate) const DIALOG: f32 = 480.0;
pub(crate) const WIDE_DIALOG: f32 = 720.0;

const STRONG: &str = "strong";
const ICONS: &str = "icons";

/// What the rest of the window draws with, for the present theme.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    pub(crate) accent: Color32,
    pub(crate) on_accent: Color32,
    pub(crate) accent_soft: Color32,
    pub(crate) muted: Color32,
    pub(crate) line: Color32,
    pub(crate) card: Color32,
    pub(crate) good: Color32,
    pub(crate) good_soft: Color32,
    pub(crate) warn: Color32,
    pub(crate) warn_soft: Color32,
    pub(crate) bad: Color32,
    pub(crate) bad_soft: Color32,
    ground: Color32,
    side: Color32,
    text: Color32,
    strong: Color32,
    field: Color32,
    /// Around what can be used: three to one against its ground.
    edge: Color32,
    hover: Color32,
    press: Color32,
}

#[expect(clippy::disallowed_methods, reason = "this is the one place where colours are made")]
const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const LIGHT: Palette = Palette {
    accent: rgb(0x0B_5C_73),
    on_accent: rgb(0xFF_FF_FF),
    accent_soft: rgb(0xDD_EC_F0),
    muted: rgb(0x59_63_6B),
    line: rgb(0xD9_DE_E2),
    card: rgb(0xFF_FF_FF),
    good: rgb(0x1E_6B_3A),
    good_soft: rgb(0xE0_F1_E5),
    warn: rgb(0x85_52_00),
    warn_soft: rgb(0xFB_EE_D5),
    bad: rgb(0xA8_22_1E),
    bad_soft: rgb(0xFB_E4_E2),
    ground: rgb(0xF5_F6_F7),
    side: rgb(0xEC_EF_F1),
    text: rgb(0x24_2B_31),
    strong: rgb(0x0F_15_1A),
    field: rgb(0xFF_FF_FF),
    edge: rgb(0x89_94_9C),
    hover: rgb(0xE6_EB_EE),
    press: rgb(0xD5_DD_E2),
};

const DARK: Palette = Palette {
    accent: rgb(0x6C_C3_DA),
    on_accent: rgb(0x08_23_2C),
    accent_soft: rgb(0x1E_3C_47),
    muted: rgb(0xA3_AE_B6),
    line: rgb(0x3A_42_49),
    card: rgb(0x22_28_2D),
    good: rgb(0x7F_CF_98),
    good_soft: rgb(0x1F_3A_29),
    warn: rgb(0xE9_B4_5C),
    warn_soft: rgb(0x3D_30_18),
    bad: rgb(0xF2_93_8C),
    bad_soft: rgb(0x45_22_21),
    ground: rgb(0x1A_1F_23),
    side: rgb(0x15_19_1D),
    text: rgb(0xDC_E2_E6),
    strong: rgb(0xF4_F7_F9),
    field: rgb(0x16_1B_1F),
    edge: rgb(0x6C_78_81),
    hover: rgb(0x2E_36_3C),
    press: rgb(0x3B_45_4D),
};

/// Behind a logo in both themes: logos are made for white paper.
pub(crate) const PAPER: Color32 = Color32::WHITE;
/// Words on it.
pub(crate) const ON_PAPER: Color32 = rgb(0x59_63_6B);

/// Around it.
pub(crate) fn behind_paper(ui: &egui::Ui) -> Color32 {
    palette(ui).side
}

/// The colours of the present theme.
pub(crate) fn palette(ui: &egui::Ui) -> Palette {
    if ui.visuals().dark_mode { DARK } else { LIGHT }
}

/// Sets fonts, sizes and both themes, and takes away what egui does by itself and a school would not expect.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.set_visuals_of(Theme::Light, visuals(Visuals::light(), LIGHT));
    ctx.set_visuals_of(Theme::Dark, visuals(Visuals::dark(), DARK));
    ctx.all_styles_mut(|style| {
        let size = |points, family| FontId::new(points, family);
        style.text_styles = [
            (TextStyle::Small, size(12.0, FontFamily::Proportional)),
            (TextStyle::Body, size(14.0, FontFamily::Proportional)),
            (TextStyle::Button, size(14.0, FontFamily::Proportional)),
            (TextStyle::Monospace, size(13.0, FontFamily::Monospace)),
            (TextStyle::Heading, size(22.0, strong_family())),
        ]
        .into();
        style.spacing.item_spacing = Vec2::new(2.0 * STEP, 2.0 * STEP);
        style.spacing.button_padding = Vec2::new(3.0 * STEP, STEP);
        style.spacing.interact_size.y = CONTROL;
        style.spacing.combo_height = 320.0;
        style.spacing.scroll = egui::style::ScrollStyle {
            bar_width: 10.0,
            floating_width: 6.0,
            floating_allocated_width: 12.0,
            foreground_color: true,
            dormant_background_opacity: 0.0,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.0,
            dormant_handle_opacity: 0.25,
            active_handle_opacity: 0.35,
            interact_handle_opacity: 0.6,
            ..egui::style::ScrollStyle::floating()
        };
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
        style.animation_time = 0.0;
        style.visuals.text_cursor.blink = false;
    });
    ctx.options_mut(|options| options.quit_shortcuts.clear());
}

fn visuals(mut visuals: Visuals, p: Palette) -> Visuals {
    let radius = CornerRadius::same(6);
    visuals.panel_fill = p.ground;
    visuals.window_fill = p.card;
    visuals.window_stroke = Stroke::new(1.0, p.line);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.faint_bg_color = p.ground;
    visuals.extreme_bg_color = p.field;
    visuals.text_edit_bg_color = Some(p.field);
    visuals.weak_text_color = Some(p.muted);
    visuals.hyperlink_color = p.accent;
    visuals.error_fg_color = p.bad;
    visuals.warn_fg_color = p.warn;
    visuals.selection.bg_fill = p.accent_soft;
    visuals.selection.stroke = Stroke::new(2.0, p.accent);
    visuals.text_cursor.stroke = Stroke::new(2.0, p.accent);
    visuals.text_cursor.blink = false;
    let widgets = &mut visuals.widgets;
    for (state, fill, text) in [
        (&mut widgets.noninteractive, p.card, p.text),
        (&mut widgets.inactive, p.field, p.text),
        (&mut widgets.hovered, p.hover, p.strong),
        (&mut widgets.active, p.press, p.strong),
        (&mut widgets.open, p.hover, p.strong),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, p.line);
        state.fg_stroke = Stroke::new(1.0, text);
        state.corner_radius = radius;
        state.expansion = 0.0;
    }
    visuals.widgets.inactive.bg_stroke = Stroke::new(1.0, p.edge);
    visuals.widgets.hovered.bg_stroke = Stroke::new(1.0, p.muted);
    visuals.widgets.active.bg_stroke = Stroke::new(1.0, p.accent);
    visuals
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let mut add = |name: &str, bytes: &'static [u8]| {
        fonts.font_data.insert(name.into(), Arc::new(FontData::from_static(bytes)));
    };
    add("inter", include_bytes!("../../fonts/Inter-Regular.otf"));
    add("inter-semibold", include_bytes!("../../fonts/Inter-SemiBold.otf"));
    add("noto", include_bytes!("../../fonts/NotoSans-Regular.ttf"));
    add("lucide", lucide_icons::LUCIDE_FONT_BYTES);
    let mut family = |family, names: &[&str]| {
        fonts.families.insert(family, names.iter().map(|name| (*name).into()).collect());
    };
    family(FontFamily::Proportional, &["inter", "noto"]);
    family(FontFamily::Monospace, &["noto"]);
    family(strong_family(), &["inter-semibold", "noto"]);
    // A family of its own: Inter has private-use glyphs that would hide the icons.
    family(FontFamily::Name(ICONS.into()), &["lucide"]);
    fonts
}

fn strong_family() -> FontFamily {
    FontFamily::Name(STRONG.into())
}

/// Heavier text of the given size.
pub(crate) fn strong(size: f32) -> FontId {
    FontId::new(size, strong_family())
}

/// Heavier text in the size of its surroundings.
pub(crate) fn bold(text: impl Into<String>) -> RichText {
    RichText::new(text).family(strong_family())
}

/// The title of a part of a page.
pub(crate) fn section(text: impl Into<String>) -> RichText {
    RichText::new(text).font(strong(16.0))
}

pub(crate) fn small(text: impl Into<String>) -> RichText {
    RichText::new(text).text_style(TextStyle::Small)
}

/// An icon as text; who draws it gives it an accessible name, or none where words stand beside it.
pub(crate) fn icon(icon: Icon) -> RichText {
    RichText::new(char::from(icon).to_string()).family(FontFamily::Name(ICONS.into()))
}

/// The font of icons, for who paints one.
pub(crate) fn icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS.into()))
}

/// The frame of a card on a page.
pub(crate) fn card(ui: &egui::Ui) -> Frame {
    let p = palette(ui);
    Frame::new()
        .fill(p.card)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(20, 16))
}

/// The frame of a message in a page, in a soft colour.
pub(crate) fn banner(fill: Color32) -> Frame {
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 8))
}

/// The frame behind the navigation.
pub(crate) fn side(ui: &egui::Ui) -> Frame {
    let fill = palette(ui).side;
    Frame::new().fill(fill).inner_margin(Margin::symmetric(12, 16))
}

/// The frame around a page.
pub(crate) fn page(ui: &egui::Ui) -> Frame {
    Frame::new().fill(palette(ui).ground).inner_margin(Margin {
        left: 28,
        right: 16,
        top: 20,
        bottom: 12,
    })
}
