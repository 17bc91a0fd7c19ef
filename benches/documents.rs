//! What paper costs: the parts of one praktijkverklaring of two pages, a thousand of them on one core and on two, and a
//! hundred in one file.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may fail loudly")]

#[path = "../tests/documents/cases.rs"]
#[expect(dead_code, reason = "not every case is measured")]
mod cases;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use jiff::Timestamp;
use praktijkdossier::documents::layout::bundle::bundle;
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::{Standing, lay_out};
use praktijkdossier::documents::paper::Paper;
use praktijkdossier::documents::pdf::{RenderOptions, Renderer, render};
use praktijkdossier::documents::picture::Pictures;
use praktijkdossier::documents::praktijkverklaring::compose;
use praktijkdossier::documents::raster::Rasteriser;
use praktijkdossier::domain::verklaring::Praktijkverklaring;
use praktijkdossier::files::write_atomic;

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
    let mut fresh = (0x1E02..0x1EF9).cycle().filter_map(char::from_u32);
    group.bench_function("pdf, letters of which no font is kept", |b| {
        b.iter_batched(
            || {
                let name: String = fresh.by_ref().take(2).collect();
                let person =
                    Praktijkverklaring { person: cases::named(&name), ..cases::two_pages() };
                lay_out(&compose(&person, &Pictures::new()), Standing::Final, &mut shaper)
            },
            |pages| renderer.write(&pages, &OPTIONS).unwrap(),
            BatchSize::SmallInput,
        );
    });
    let bytes = renderer.write(&pages, &OPTIONS).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("praktijkverklaring.pdf");
    group.bench_function("disk", |b| b.iter(|| write_atomic(&path, black_box(&bytes)).unwrap()));
    group.bench_function("all but disk, renderer kept", |b| {
        b.iter(|| {
            renderer.render(&compose(black_box(&person), &Pictures::new()), &OPTIONS).unwrap()
        });
    });
    group.bench_function("all but disk, on its own", |b| {
        b.iter(|| render(&compose(black_box(&person), &Pictures::new()), &OPTIONS).unwrap());
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

/// Every so many-th of a thousand, with a renderer of its own; how many bytes.
fn share(first: usize, step: usize) -> usize {
    let mut renderer = Renderer::new().unwrap();
    let made = (first..1_000)
        .step_by(step)
        .map(|index| renderer.render(&paper(index), &OPTIONS).unwrap().len());
    made.sum()
}

fn thousand(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("1.000 praktijkverklaringen van twee pagina's");
    group.throughput(Throughput::Elements(1_000)).sample_size(10);
    group.bench_function("compose", |b| {
        b.iter(|| (0..1_000).map(|index| paper(index).blocks.len()).sum::<usize>());
    });
    group.bench_function("layout", |b| {
        let mut shaper = Shaper::new().unwrap();
        let papers: Vec<Paper> = (0..1_000).map(paper).collect();
        b.iter(|| {
            let laid_out = papers.iter().map(|paper| lay_out(paper, Standing::Final, &mut shaper));
            laid_out.map(|pages| pages.pages.len()).sum::<usize>()
        });
    });
    group.bench_function("all but disk, one core", |b| b.iter(|| share(0, 1)));
    group.bench_function("all but disk, two cores", |b| {
        b.iter(|| {
            std::thread::scope(|scope| {
                let other = scope.spawn(|| share(1, 2));
                share(0, 2) + other.join().unwrap()
            })
        });
    });
    group.finish();
}

fn together(criterion: &mut Criterion) {
    let mut group =
        criterion.benchmark_group("praktijkverklaringen van twee pagina's in een bestand");
    let mut renderer = Renderer::new().unwrap();
    let mut shaper = Shaper::new().unwrap();
    for count in [1_u32, 10, 100] {
        let papers = (0..count as usize).map(paper);
        let documents =
            papers.map(|paper| (String::new(), lay_out(&paper, Standing::Final, &mut shaper)));
        let pages = bundle("Drukbestand".to_owned(), documents);
        group.throughput(Throughput::Elements(count.into()));
        group.bench_function(count.to_string(), |b| {
            b.iter(|| renderer.write(black_box(&pages), &OPTIONS).unwrap());
        });
    }
    group.finish();
}

criterion_group!(benches, one, seen, thousand, together);
criterion_main!(benches);
