//! The paper side from facts to bytes, without a screen and without a store.
//!
//! `KEEP=dir` leaves every PDF there to look at.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "documents/cases.rs"]
mod cases;

use jiff::Timestamp;
use praktijkdossier::documents::layout::Standing;
use praktijkdossier::documents::pdf::{RenderOptions, Renderer};
use praktijkdossier::documents::praktijkverklaring::compose;
use praktijkdossier::domain::verklaring::Praktijkverklaring;

use cases::{cases, pictures};

fn options(standing: Standing) -> RenderOptions {
    RenderOptions { standing, moment: Timestamp::from_second(1_780_000_000).unwrap() }
}

fn pdf(name: &str, verklaring: &Praktijkverklaring, standing: Standing) -> Vec<u8> {
    let paper = compose(verklaring, &pictures());
    let bytes = Renderer::new().unwrap().render(&paper, &options(standing)).unwrap();
    if let Ok(folder) = std::env::var("KEEP") {
        praktijkdossier_keep(&folder, name, &bytes);
    }
    bytes
}

fn praktijkdossier_keep(folder: &str, name: &str, bytes: &[u8]) {
    use std::io::Write as _;
    let path = std::path::Path::new(folder).join(format!("{name}.pdf"));
    std::fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

#[test]
fn every_shape_is_made() {
    for case in cases() {
        pdf(case.name, &case.verklaring, Standing::Final);
    }
    pdf("concept", &cases::two_pages(), Standing::Concept);
}

#[test]
fn tmp_counts() {
    for n in 3..24 {
        let v = cases::many(n);
        let bytes = pdf("x", &v, Standing::Final);
        let s = String::from_utf8_lossy(&bytes).into_owned();
        eprintln!("{n}: {}", s.matches("/MediaBox").count());
    }
}
