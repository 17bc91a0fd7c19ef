//! How searching and opening grow with the number of learners. The figures of one run beside each other say something;
//! alone they say how busy the machine was. `cargo bench --bench store`; no gate, and not run in CI.
#![expect(clippy::unwrap_used, reason = "a bench may panic")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use praktijkdossier::changes::{Change, Purpose};
use praktijkdossier::domain::search::Index;
use praktijkdossier::domain::{Entry as _, Learner, LearnerNumber, PersonName, ShortText};
use praktijkdossier::store::{Stamp, Store};
use tempfile::TempDir;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// What someone types, key by key: a name with an accent and a group.
const TYPED: &str = "yildiz 4b";

const GIVEN: [&str; 12] = [
    "Anna",
    "Şükrü",
    "Jan-Willem",
    "Zoë",
    "Fatima",
    "Łukasz",
    "Sem",
    "Nguyễn",
    "Đorđe",
    "Aïsha",
    "Noor",
    "Bram",
];
const SURNAMES: [&str; 11] = [
    "Vries", "Yıldız", "Berg", "Öztürk", "Bakker", "Ma'arouf", "Jansen", "Visser", "Strauß", "Hof",
    "Çelik",
];

/// An invented learner; no two numbers are alike.
fn learner(n: usize) -> Learner {
    let pick =
        |from: &[&str], n: usize| from.get(n % from.len()).copied().unwrap_or_default().to_owned();
    let name = |text: String| PersonName::parse(&text).ok();
    Learner {
        voornamen: name(pick(&GIVEN, n)),
        geslachtsnaam: name(format!("{} {}", pick(&SURNAMES, n / 7), pick(&SURNAMES, n / 101))),
        leerlingnummer: LearnerNumber::parse(&format!("{n:06}")).ok(),
        groep: ShortText::parse(&format!("{}{}", n % 6 + 1, pick(&["a", "b", "c"], n / 6))).ok(),
        ..Learner::blank()
    }
}

struct Dossier {
    _folder: TempDir,
    path: PathBuf,
}

fn dossier(size: usize) -> Dossier {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dossier");
    let (mut store, _) = Store::create(&path, None).unwrap();
    let stamp = Stamp { at: jiff::Timestamp::UNIX_EPOCH, who: "bench".to_owned() };
    let numbers: Vec<usize> = (0..size).collect();
    for part in numbers.chunks(10_000) {
        let adds = part.iter().map(|n| Change::Add(learner(*n).into())).collect();
        store.apply(&Change::Together(Purpose::Example, adds), &stamp).unwrap();
    }
    Dossier { _folder: folder, path }
}

fn index(path: &Path) -> Index {
    let lines = Store::open(path, None).unwrap().learner_lines().unwrap();
    Index::of_folded(lines.iter().map(|line| line.folded.as_str()))
}

/// One search for each key of [`TYPED`].
fn search_per_keystroke(c: &mut Criterion) {
    let mut group = c.benchmark_group("search, all keys of one name");
    for size in SIZES {
        let index = index(&dossier(size).path);
        let typed: Vec<&str> =
            TYPED.char_indices().map(|(at, c)| &TYPED[..at + c.len_utf8()]).collect();
        group.throughput(Throughput::Elements(typed.len().try_into().unwrap()));
        group.bench_with_input(BenchmarkId::from_parameter(size), &index, |b, index| {
            b.iter(|| typed.iter().map(|keys| index.find(black_box(keys)).len()).sum::<usize>());
        });
    }
    group.finish();
}

fn open_and_list(c: &mut Criterion) {
    let mut group = c.benchmark_group("open and list");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    for size in [1_000, 100_000] {
        let dossier = dossier(size);
        group.throughput(Throughput::Elements(size.try_into().unwrap()));
        group.bench_with_input(BenchmarkId::from_parameter(size), &dossier.path, |b, path| {
            b.iter(|| Store::open(path, None).unwrap().learner_lines().unwrap().len());
        });
    }
    group.finish();
}

criterion_group!(benches, search_per_keystroke, open_and_list);
criterion_main!(benches);
