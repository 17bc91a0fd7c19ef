//! The sheet that shows how far a certificaat must move.

use jiff::Timestamp;
use praktijkdossier::documents::calibration::{pages, pdf};
use praktijkdossier::documents::layout::page::{Draw, Item, Page};
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::units::{Mm, Pt};
use praktijkdossier::documents::paper::Sheet;
use praktijkdossier::domain::{Entry as _, Shift};

use crate::placing::well_placed;
use crate::proof::{keep, valid};
use crate::read_back::hear;

fn shift(typed: &str) -> Option<Shift> {
    Shift::parse(typed).ok()
}

#[test]
fn the_sheet_may_be_kept_and_read_aloud() {
    for (name, right, down) in [
        ("recht", None, None),
        ("verschoven", shift("-1,5"), shift("2")),
        ("meest", shift("15"), shift("-15")),
    ] {
        let bytes = pdf(right, down, Timestamp::UNIX_EPOCH).unwrap();
        keep(&format!("uitlijnblad-{name}"), &bytes);
        for profile in ["2a", "ua1"] {
            assert_eq!(valid(&bytes, profile), "", "{name} {profile}");
        }
        let heard = hear(&bytes);
        let said: Vec<&str> = heard.leaves.iter().map(|leaf| leaf.text.as_str()).collect();
        assert_eq!(heard.leaves[0].tag, "H1");
        assert_eq!(said.len(), 8);
        assert!(said[3].starts_with("1. Print dit blad"), "{said:?}");
        assert!(bytes == pdf(right, down, Timestamp::UNIX_EPOCH).unwrap(), "the same bytes");
        let laid = pages(right, down, &mut Shaper::new().unwrap());
        let tenths = |shift: Option<Shift>| shift.map_or(0, Shift::tenths);
        well_placed(&laid, Sheet::Preprinted { right: tenths(right), down: tenths(down) });
    }
}

#[test]
fn what_is_set_now_is_said() {
    let heard = hear(&pdf(shift("-1,5"), None, Timestamp::UNIX_EPOCH).unwrap());
    assert_eq!(
        heard.leaves[2].text,
        "Nu is ingesteld: -1,5\u{a0}mm naar rechts en 0,0\u{a0}mm omlaag. Op dit blad is alles al zo verschoven."
    );
}

/// Where the arms of the crosses lie: rules of ten millimetres.
fn crosses(page: &Page) -> Vec<(Pt, Pt)> {
    let ten = Mm(10.0).pt();
    let arms = page.items.iter().filter_map(|Item { draw, .. }| match draw {
        Draw::Rule { x, y, width, .. } if (*width - ten).0.abs() < 0.01 => {
            Some((*x + *width * 0.5, *y))
        }
        Draw::Rule { .. } | Draw::Text { .. } | Draw::Picture { .. } | Draw::Watermark { .. } => {
            None
        }
    });
    arms.collect()
}

#[test]
fn the_crosses_stand_where_they_are_said_to_stand_and_move_as_a_certificaat_does() {
    let mut shaper = Shaper::new().unwrap();
    let close = |one: Pt, other: f32| (one - Mm(other).pt()).0.abs() < 0.01;
    let all = crosses(&pages(None, None, &mut shaper).pages[0]);
    let wanted = [(50.0, 50.0), (160.0, 50.0), (50.0, 250.0), (160.0, 250.0)];
    assert_eq!(all.len(), wanted.len());
    let moved = crosses(&pages(shift("-1,5"), shift("2"), &mut shaper).pages[0]);
    for (index, (x, y)) in wanted.into_iter().enumerate() {
        assert!(close(all[index].0, x) && close(all[index].1, y));
        assert!(close(moved[index].0, x - 1.5) && close(moved[index].1, y + 2.0));
    }
}
