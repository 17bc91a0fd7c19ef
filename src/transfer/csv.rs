//! Rows as CSV that a spreadsheet opens without running anything in it.

/// What a spreadsheet may take for a formula when a cell begins so, also in full width.
const RUNS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// One row, with its end of line. Semicolons, as Dutch spreadsheets expect.
pub fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(";"))
}

/// Before the first row, so that a spreadsheet reads the letters right.
pub const MARK: char = '\u{FEFF}';

fn cell(text: &str) -> String {
    let begins = |line: &str| line.trim_start_matches([' ', '\u{A0}']).starts_with(RUNS);
    let guarded = begins(text) || text.lines().any(begins);
    let guard = if guarded { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, written) in [
            ("Anna \"de\" Vries; zo", "\"Anna \"\"de\"\" Vries; zo\""),
            ("=1+1", "\"'=1+1\""),
            ("  @SUM(A1)", "\"'  @SUM(A1)\""),
            ("-2", "\"'-2\""),
            ("＝1", "\"'＝1\""),
            ("\tx", "\"'\tx\""),
            ("goed\n=1", "\"'goed\n=1\""),
            ("2 - 1 = 1", "\"2 - 1 = 1\""),
            ("", "\"\""),
        ] {
            assert_eq!(cell(text), written, "{text:?}");
        }
        assert_eq!(row(["a", "=b"]), "\"a\";\"'=b\"\r\n");
    }
}
