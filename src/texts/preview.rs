//! The words around the pages of a paper, as they are shown before it is printed.

pub const PREVIOUS: &str = "Vorige pagina";
pub const NEXT: &str = "Volgende pagina";
pub const SMALLER: &str = "Kleiner";
pub const LARGER: &str = "Groter";
pub const WHOLE_PAGE: &str = "Hele pagina";
pub const PAGE_WIDTH: &str = "Paginabreedte";
pub const ACTUAL: &str = "Ware grootte";
pub const ACTUAL_SHORT: &str = "100 %";
pub const NOTHING: &str = "Het voorbeeld kan niet worden getoond.";

/// Which page of how many.
pub fn page(number: usize, of: usize) -> String {
    format!("Pagina {number} van {of}")
}

/// The pages of a paper, all together.
pub fn of(title: &str) -> String {
    format!("Voorbeeld: {title}")
}

/// One of them.
pub fn page_of(title: &str, number: usize, of: usize) -> String {
    format!("{title}, pagina {number} van {of}")
}

pub fn percent(percent: f32) -> String {
    format!("{percent:.0} %")
}
