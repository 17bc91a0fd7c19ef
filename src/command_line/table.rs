//! Columns for people: each as wide as what stands in it.

use std::io::{self, Write};

/// A head, and rows of as many cells.
pub(super) struct Table<const N: usize> {
    head: [&'static str; N],
    rows: Vec<[String; N]>,
}

/// A cell is cut here, unless it is the last of its row. JSON has all of it.
const WIDEST: usize = 48;
const GAP: &str = "  ";

impl<const N: usize> Table<N> {
    pub(super) const fn new(head: [&'static str; N]) -> Self {
        Self { head, rows: Vec::new() }
    }

    pub(super) fn add(&mut self, row: [String; N]) {
        self.rows.push(row.map(|cell| cell.replace('\n', " ")));
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut widths = self.head.map(length);
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(length(cell).min(WIDEST));
            }
        }
        let head = self.head.map(str::to_owned);
        for row in [&head].into_iter().chain(&self.rows) {
            let line: Vec<String> = (0..).zip(widths).zip(row).map(cell::<N>).collect();
            writeln!(out, "{}", line.join(GAP).trim_end())?;
        }
        Ok(())
    }
}

fn cell<const N: usize>(((at, width), text): ((usize, usize), &String)) -> String {
    if at + 1 == N {
        return text.clone();
    }
    let cut: String = if length(text) > width {
        text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
    } else {
        text.clone()
    };
    format!("{cut:<width$}")
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_and_only_the_last_is_never_cut() {
        let mut table = Table::new(["Nummer", "Naam", "Titel"]);
        table.add(["1".to_owned(), "Şükrü Yıldız".to_owned(), "x".repeat(60)]);
        table.add(["12".to_owned(), "n".repeat(60), String::new()]);
        let mut out = Vec::new();
        table.write(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[1].starts_with("1       Şükrü Yıldız  "), "{text}");
        assert!(lines[1].ends_with(&"x".repeat(60)), "{text}");
        assert_eq!(lines[2], format!("12      {}…", "n".repeat(47)));
    }
}
