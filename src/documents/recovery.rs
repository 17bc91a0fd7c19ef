//! The sheet with the recovery code of a dossier.
//!
//! No document: it says nothing about any learner, bears no number and is not kept.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::documents::layout::Standing;
use crate::documents::layout::page::Pages;
use crate::documents::layout::recovery::lay_out;
use crate::documents::layout::shape::Shaper;
use crate::documents::pdf::{PdfError, RenderOptions, Renderer};
use crate::domain::day::shown;
use crate::texts::recovery as text;

/// What of a dossier stands on the sheet.
#[derive(Clone, Copy)]
pub struct Recovery<'a> {
    /// In groups, with a dash between them.
    pub code: &'a str,
    /// The name of the file.
    pub dossier: &'a str,
    /// Empty where it is not known.
    pub school: &'a str,
    pub day: Date,
}

/// What stands on the sheet.
pub struct Sheet {
    pub title: String,
    pub introduction: String,
    /// What is said, and what it is.
    pub facts: Vec<(String, String)>,
    pub code_label: String,
    /// In two lines: a long one is not copied well.
    pub code: [String; 2],
    /// A heading, and steps with the number before each.
    pub parts: Vec<(String, Vec<(String, String)>)>,
}

pub fn compose(recovery: Recovery<'_>) -> Sheet {
    let Recovery { code, dossier, school, day } = recovery;
    let mut facts = vec![(text::FILE.to_owned(), dossier.to_owned())];
    if !school.is_empty() {
        facts.push((text::SCHOOL.to_owned(), school.to_owned()));
    }
    facts.push((text::DAY.to_owned(), shown(day)));
    let parts = [(text::KEEP, text::KEEP_STEPS), (text::USE, text::USE_STEPS)];
    Sheet {
        title: text::TITLE.to_owned(),
        introduction: text::INTRODUCTION.to_owned(),
        facts,
        code_label: text::CODE.to_owned(),
        code: in_two_lines(code),
        parts: parts
            .into_iter()
            .map(|(heading, steps)| (heading.to_owned(), numbered(&steps)))
            .collect(),
    }
}

fn numbered(steps: &[&str]) -> Vec<(String, String)> {
    let steps = steps.iter().enumerate();
    steps.map(|(index, step)| (text::number(index + 1), (*step).to_owned())).collect()
}

/// How many groups stand in the first line.
const FIRST: usize = 4;

/// The groups of a code in two lines, for the eye.
pub fn in_two_lines(code: &str) -> [String; 2] {
    let groups: Vec<&str> = code.split('-').collect();
    let (first, second) = groups.split_at(FIRST.min(groups.len()));
    [first, second].map(|groups| groups.join(" – "))
}

/// The page as a file.
pub fn pdf(recovery: Recovery<'_>, moment: Timestamp) -> Result<Vec<u8>, PdfError> {
    let pages = pages(recovery, &mut Shaper::new()?);
    Renderer::new()?.write(&pages, &RenderOptions { standing: Standing::Final, moment })
}

pub fn pages(recovery: Recovery<'_>, shaper: &mut Shaper) -> Pages {
    lay_out(&compose(recovery), shaper)
}
