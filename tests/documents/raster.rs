//! What is seen on a screen: ink where the layout puts it, and nowhere else.

use std::path::Path;

use praktijkdossier::documents::layout::page::{Artifact, Draw, Item, Mark, Page, Pages};
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::style::{BOTTOM, LEFT, RIGHT, TOP};
use praktijkdossier::documents::layout::{Standing, lay_out};
use praktijkdossier::documents::praktijkverklaring::compose;
use praktijkdossier::documents::raster::{Raster, Rasteriser, size};
use praktijkdossier::domain::verklaring::Praktijkverklaring;

use crate::cases::{self, pictures};

/// Actual size on a common screen, and half as large again.
const SCALES: [f32; 2] = [4.0 / 3.0, 2.0];

fn pages(verklaring: &Praktijkverklaring, standing: Standing) -> Pages {
    lay_out(&compose(verklaring, &pictures()), standing, &mut Shaper::new().unwrap())
}

/// Left, top, right and bottom in points of all that is not white; `None`: nothing.
fn ink(raster: &Raster, scale: f32, within: [f32; 4]) -> Option<[f32; 4]> {
    let mut found: Option<[f32; 4]> = None;
    let blank = vec![255; raster.width * 4];
    for (row, dots) in raster.rgba.chunks(blank.len()).enumerate() {
        let y = row as f32 / scale;
        if dots == blank || y < within[1] || y >= within[3] {
            continue;
        }
        for (column, dot) in dots.chunks(4).enumerate() {
            let x = column as f32 / scale;
            if x >= within[0] && x < within[2] && dot != [255; 4] {
                let [left, top, right, bottom] = found.unwrap_or([x, y, x, y]);
                let end = 1.0 / scale;
                found = Some([left.min(x), top.min(y), right.max(x + end), bottom.max(y + end)]);
            }
        }
    }
    found
}

const WHOLE: [f32; 4] = [0.0, 0.0, 1_000.0, 1_000.0];

fn keep(name: &str, raster: &Raster) {
    if let Some(folder) = std::env::var_os("KEEP") {
        let (width, height) = (raster.width as u32, raster.height as u32);
        let picture = image::RgbaImage::from_raw(width, height, raster.rgba.clone()).unwrap();
        picture.save(Path::new(&folder).join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn every_shape_is_seen_within_its_margins() {
    let mut rasteriser = Rasteriser::new().unwrap();
    for (name, verklaring) in cases::verklaringen() {
        for (number, page) in (1..).zip(&pages(&verklaring, Standing::Final).pages) {
            for scale in SCALES {
                let raster = rasteriser.page(page, scale);
                let [width, height] = size(scale).map(usize::from);
                assert_eq!((raster.width, raster.height), (width, height));
                assert_eq!(raster.rgba.len(), width * height * 4);
                let [left, top, right, bottom] = ink(&raster, scale, WHOLE).unwrap();
                let inside = left >= LEFT.0 - 2.0
                    && top >= TOP.0 - 2.0
                    && right <= RIGHT.0 + 2.0
                    && bottom <= BOTTOM.0 + 2.0;
                assert!(inside, "{name} {number}: {left} {top} {right} {bottom}");
                keep(&format!("{name}-{number}-{}", (scale * 75.0).round()), &raster);
            }
        }
    }
}

#[test]
fn a_page_seen_twice_is_the_same_also_after_others() {
    let mut used = Rasteriser::new().unwrap();
    let page = &pages(&cases::everything(), Standing::Concept).pages[0];
    let first = used.page(page, 1.5);
    used.page(&pages(&cases::hardest(), Standing::Final).pages[0], 2.0);
    assert!(used.page(page, 1.5) == first);
    assert!(Rasteriser::new().unwrap().page(page, 1.5) == first);
}

/// Each line by itself, so that no other ink is mistaken for it.
#[test]
fn a_line_lies_on_its_baseline_and_is_as_wide_as_it_says() {
    let mut rasteriser = Rasteriser::new().unwrap();
    let scale = 3.0;
    let mut lines = 0;
    for item in &pages(&cases::short(), Standing::Final).pages[0].items {
        let Draw::Text { line, x, baseline, .. } = &item.draw else { continue };
        let raster = rasteriser.page(&Page { items: vec![item.clone()] }, scale);
        let [left, top, right, bottom] = ink(&raster, scale, WHOLE).unwrap();
        // The room at the sides of a letter, and what hangs over.
        let side = line.size.0 * 0.12 + 0.5;
        assert!((left - x.0).abs() < side, "{} begins at {left}, not {}", line.text, x.0);
        let end = x.0 + line.width.0;
        assert!((right - end).abs() < side, "{} ends at {right}, not {end}", line.text);
        assert!(top < baseline.0 && top > baseline.0 - line.size.0, "{}", line.text);
        assert!(bottom >= baseline.0 - 0.5 && bottom < baseline.0 + line.size.0 * 0.3);
        lines += 1;
    }
    assert!(lines > 20);
}

#[test]
fn a_rule_is_where_it_says_and_sharp() {
    let mut rasteriser = Rasteriser::new().unwrap();
    let scale = 4.0 / 3.0;
    for item in &pages(&cases::short(), Standing::Final).pages[0].items {
        let Draw::Rule { x, y, width, .. } = item.draw else { continue };
        let raster = rasteriser.page(&Page { items: vec![item.clone()] }, scale);
        let [left, top, right, bottom] = ink(&raster, scale, WHOLE).unwrap();
        assert!((left - x.0).abs() < 1.0 && (right - (x + width).0).abs() < 1.0);
        assert!(top <= y.0 + 0.4 && bottom >= y.0 - 0.4, "{top} {} {bottom}", y.0);
        assert!(bottom - top < 1.1 / scale, "on one row of dots");
    }
}

#[test]
fn a_picture_fills_its_place_in_its_colours() {
    let mut rasteriser = Rasteriser::new().unwrap();
    let mut seen = 0;
    for item in &pages(&cases::everything(), Standing::Final).pages[0].items {
        let Draw::Picture { x, y, width, height, .. } = item.draw else { continue };
        let raster = rasteriser.page(&Page { items: vec![item.clone()] }, 2.0);
        let found = ink(&raster, 2.0, WHOLE).unwrap();
        let place = [x.0, y.0, (x + width).0, (y + height).0];
        for (found, place) in found.iter().zip(place) {
            assert!((found - place).abs() < 1.5, "{found} {place}");
        }
        // The ring at the left, in the middle of its height.
        let (column, row) = (((x.0 + 2.0) * 2.0) as usize, ((y + height * 0.5).0 * 2.0) as usize);
        let dot = &raster.rgba[(row * raster.width + column) * 4..][..4];
        assert!([[20, 70, 120, 255], [150, 60, 20, 255]].iter().any(|own| own == dot), "{dot:?}");
        seen += 1;
    }
    assert_eq!(seen, 2);
}

#[test]
fn the_mark_of_a_concept_lies_pale_along_the_diagonal_and_text_on_it_is_black() {
    let mut rasteriser = Rasteriser::new().unwrap();
    let page = &pages(&cases::short(), Standing::Concept).pages[0];
    let background = Mark::Artifact(Artifact::Background);
    let marks: Vec<Item> =
        page.items.iter().filter(|item| item.mark == background).cloned().collect();
    let mark = rasteriser.page(&Page { items: marks }, 1.0);
    let (width, height) = (mark.width as f32, mark.height as f32);
    let darkest = mark.rgba.chunks(4).map(|dot| dot[0]).min();
    assert_eq!(darkest, Some(230), "a tenth of black");
    let corner = |x: f32, y: f32| {
        let (x, y) = (x * width, y * height);
        ink(&mark, 1.0, [x, y, x + width * 0.3, y + height * 0.3])
    };
    assert!(corner(0.7, 0.0).is_some() && corner(0.0, 0.7).is_some());
    assert!(corner(0.0, 0.0).is_none() && corner(0.7, 0.7).is_none());
    let all = rasteriser.page(page, 2.0);
    assert!(all.rgba.chunks(4).any(|dot| dot[0] < 30), "the text is black");
    keep("concept", &all);
}

#[test]
fn the_largest_and_the_smallest_are_no_trouble() {
    let mut rasteriser = Rasteriser::new().unwrap();
    assert_eq!(rasteriser.page(&Page::default(), 0.0).rgba, [255; 4]);
    let [width, height] = size(1_000.0);
    assert!(width <= 16_000 && height <= 16_000);
    let tiny = rasteriser.page(&pages(&cases::longest(), Standing::Concept).pages[0], 0.01);
    assert_eq!((tiny.width, tiny.height), (6, 8));
}
