//! What paper costs on one core: the parts of one praktijkverklaring of two pages, and a thousand of them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may fail loudly")]

#[path = "../tests/documents/cases.rs"]
#[expect(dead_code, reason = "not every case is measured")]
mod cases;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::Timestamp;
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::{Standing, lay_out};
use praktijkdossier::documents::paper::Paper;
use praktijkdossier::documents::pdf::{RenderOptions, Renderer, render};
use praktijkdossier::documents::picture::Pictures;
use praktijkdossier::documents::praktijkverklaring::compose;
use praktijkdossier::documents::raster::Rasteriser;
use praktijkdossier::domain::verklaring::Praktijkverklaring;

const OPTIONS: RenderOptions =
    RenderOptions { standing: Standing::Final, moment: Timestamp::UNIX_EPOCH };

const FIRST: [&str; 8] =
    ["Fatima", "Jan-Willem", "Şükrü", "Zoë", "Ayşe", "Łukasz", "Noor", "Thị Ngọc"];
const LAST: [&str; 8] =
    ["el Amrani", "de Vries", "Ünal", "van ’t Hóf", "Çelik", "Kowalczyk", "Jansen", "Đặng"];

/// Names in turn, of which several need letters outside the common subset.
fn person(index: usize) -> Praktijkverklaring {
    let name = format!("{} {}", FIRST[index % 8], LAST[index / 8 % 8]);
    Praktijkverklaring { person: cases::named(&name), ..cases::two_pages() }
}

fn paper(index: usize) -> Paper {
    compose(&person(index), &Pictures::new())
}

fn one(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("praktijkverklaring van twee pagina's");
    let person = person(0);
    let paper = paper(0);
    group.bench_function("compose", |b| b.iter(|| compose(black_box(&person), &Pictures::new())));
    let mut shaper = Shaper::new().unwrap();
    group.bench_function("layout", |b| {
        b.iter(|| lay_out(black_box(&paper), Standing::Final, &mut shaper));
    });
    let pages = lay_out(&paper, Standing::Final, &mut shaper);
    let mut renderer = Renderer::new().unwrap();
    group
        .bench_function("pdf", |b| b.iter(|| renderer.write(black_box(&pages), &OPTIONS).unwrap()));
    group.bench_function("all, renderer kept", |b| {
        b.iter(|| renderer.render(black_box(&paper), &OPTIONS).unwrap());
    });
    group.bench_function("all, on its own", |b| {
        b.iter(|| render(black_box(&paper), &OPTIONS).unwrap());
    });
    group.finish();
}

/// A dense page with logos and the mark of a concept, in dots for a point: actual size, half as large again, and that on
/// a screen of twice the dots.
fn seen(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("een volle pagina op het scherm");
    let person = Praktijkverklaring { logo: cases::everything().logo, ..cases::many(44) };
    let paper = compose(&person, &cases::pictures());
    let pages = lay_out(&paper, Standing::Concept, &mut Shaper::new().unwrap());
    let page = pages.pages.iter().max_by_key(|page| page.items.len()).unwrap();
    group.bench_function("new rasteriser", |b| b.iter(|| Rasteriser::new().unwrap()));
    let mut rasteriser = Rasteriser::new().unwrap();
    for (name, scale) in [("100 %", 4.0 / 3.0), ("150 %", 2.0), ("150 %, fine", 4.0)] {
        group.bench_function(name, |b| b.iter(|| rasteriser.page(black_box(page), scale)));
    }
    group.finish();
}

fn thousand(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("1.000 praktijkverklaringen van twee pagina's");
    group.throughput(Throughput::Elements(1_000)).sample_size(10);
    group.bench_function("compose", |b| {
        b.iter(|| (0..1_000).map(|index| paper(index).blocks.len()).sum::<usize>());
    });
    group.bench_function("all", |b| {
        b.iter(|| {
            let mut renderer = Renderer::new().unwrap();
            let made = (0..1_000).map(|i| renderer.render(&paper(i), &OPTIONS).unwrap().len());
            made.sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, one, seen, thousand);
criterion_main!(benches);
