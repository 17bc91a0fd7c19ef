//! Finding by typing: all words, in any order, without regard to accents and case.

use memchr::memmem::Finder;

use crate::domain::fold::fold;

/// Folded lines in one buffer, which a search walks once.
#[derive(Debug, Default)]
pub struct Index {
    text: String,
    /// Where each line starts in `text`, and the end of the last.
    starts: Vec<usize>,
}

impl Index {
    /// Makes an index of lines that are folded already, in the order in which hits are given.
    pub fn of_folded<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        let mut starts = vec![0];
        for line in lines {
            text.push_str(line);
            text.push('\n');
            starts.push(text.len());
        }
        Self { text, starts }
    }

    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The numbers of the lines that hold every word of what is typed, in order. Nothing typed: all.
    pub fn find(&self, typed: &str) -> Vec<u32> {
        let folded = fold(typed);
        let mut words: Vec<&str> = folded.split_whitespace().collect();
        // The longest word is the rarest: look for that one, and for the others only in its lines.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let Some((rarest, others)) = words.split_first() else {
            return (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).collect();
        };
        let rarest = Finder::new(rarest.as_bytes());
        let others: Vec<Finder<'_>> =
            others.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let text = self.text.as_bytes();
        let (mut hits, mut at, mut line) = (Vec::new(), 0, 0);
        while let Some(found) = text.get(at..).and_then(|rest| rarest.find(rest)) {
            line += self
                .starts
                .get(line..)
                .map_or(0, |rest| rest.partition_point(|start| *start <= at + found));
            let Some((from, to)) = self.starts.get(line - 1).zip(self.starts.get(line)) else {
                break;
            };
            let whole = text.get(*from..*to).unwrap_or_default();
            if others.iter().all(|word| word.find(whole).is_some()) {
                hits.push(u32::try_from(line - 1).unwrap_or(u32::MAX));
            }
            at = *to;
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn index(lines: &[&str]) -> Index {
        let folded: Vec<String> = lines.iter().map(|line| fold(line)).collect();
        Index::of_folded(folded.iter().map(String::as_str))
    }

    #[test]
    fn words_are_found_in_any_order_without_accents() {
        let index = index(&[
            "Anna de Vries 4b",
            "Şükrü Yıldız 3a",
            "Jan-Willem van 't Hof",
            "Zoë Öztürk-Nguyễn",
        ]);
        for (typed, hits) in [
            ("", vec![0, 1, 2, 3]),
            ("vries anna", vec![0]),
            ("sukru", vec![1]),
            ("YILDIZ 3A", vec![1]),
            ("hof jan", vec![2]),
            ("nguyen oz", vec![3]),
            ("an", vec![0, 2]),
            ("xyzzy", vec![]),
            ("anna xyzzy", vec![]),
        ] {
            assert_eq!(index.find(typed), hits, "{typed}");
        }
        assert_eq!(Index::default().find("a"), Vec::<u32>::new());
        assert_eq!(Index::default().find(""), Vec::<u32>::new());
    }

    proptest! {
        /// The walk through one buffer finds what a plain look at each line finds.
        #[test]
        fn finds_what_each_line_says(lines in proptest::collection::vec("[abc ]{0,6}", 0..12), typed in "[abc ]{0,4}") {
            let index = Index::of_folded(lines.iter().map(String::as_str));
            let plain: Vec<u32> = (0u32..)
                .zip(&lines)
                .filter(|(_, line)| typed.split_whitespace().all(|word| line.contains(word)))
                .map(|(n, _)| n)
                .collect();
            prop_assert_eq!(index.find(&typed), plain);
        }
    }
}
