//! The paper side from facts to bytes, without a screen and without a store.
//!
//! `KEEP=dir` leaves every PDF there to look at, and every page as it is seen on a screen.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

#[path = "documents/calibration.rs"]
mod calibration;
#[path = "documents/cases.rs"]
mod cases;
#[path = "documents/certificaat_cases.rs"]
mod certificaat_cases;
#[path = "documents/certificaat_placing.rs"]
mod certificaat_placing;
#[path = "documents/frame.rs"]
mod frame;
#[path = "documents/mbo_cases.rs"]
mod mbo_cases;
#[path = "documents/mbo_placing.rs"]
mod mbo_placing;
#[path = "documents/placing.rs"]
mod placing;
#[path = "documents/proof.rs"]
mod proof;
#[path = "documents/raster.rs"]
mod raster;
#[path = "documents/read_back.rs"]
mod read_back;
#[path = "documents/recovery.rs"]
mod recovery;
#[path = "documents/verklaring_placing.rs"]
mod verklaring_placing;

use expect_test::expect_file;
use jiff::Timestamp;
use praktijkdossier::documents::compose as compose_any;
use praktijkdossier::documents::kept::{FORMAT, Kept};
use praktijkdossier::documents::layout::bundle::bundle;
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::style::{LEFT, RIGHT};
use praktijkdossier::documents::layout::{Standing, lay_out};
use praktijkdossier::documents::paper::{Paper, Sheet};
use praktijkdossier::documents::pdf::{PdfError, RenderOptions, Renderer, render};
use praktijkdossier::documents::picture::{Picture, PictureError, Pictures};
use praktijkdossier::documents::praktijkverklaring::compose;
use praktijkdossier::domain::Choice as _;
use praktijkdossier::domain::verklaring::Praktijkverklaring;

use cases::{Case, pictures};
use proof::{CONCEPT, FINAL, keep, said, valid};
use read_back::{Heard, hear};

/// Of every kind, every shape.
fn every_case() -> Vec<Case> {
    let mut all = cases::cases();
    all.extend(certificaat_cases::cases());
    all.extend(mbo_cases::cases());
    all
}

/// Of the kind and the case: for files.
fn named(Case { name, facts }: &Case) -> String {
    format!("{}-{name}", facts.kind().key())
}

fn made(verklaring: &Praktijkverklaring, options: &RenderOptions) -> Vec<u8> {
    render(&compose(verklaring, &pictures()), options).unwrap()
}

#[test]
fn paper_says_what_it_must() {
    for case in every_case() {
        let paper = compose_any(&case.facts, &pictures());
        expect_file![format!("golden/{}.txt", named(&case))].assert_eq(&paper.to_string());
    }
}

#[test]
fn every_shape_may_be_kept_for_ever_and_read_aloud() {
    let mut renderer = Renderer::new().unwrap();
    for case in every_case() {
        for options in [FINAL, CONCEPT] {
            let paper = compose_any(&case.facts, &pictures());
            let bytes = renderer.render(&paper, &options).unwrap();
            let name = format!("{}-{:?}", named(&case), options.standing).to_lowercase();
            keep(&name, &bytes);
            for profile in ["2a", "ua1"] {
                assert_eq!(valid(&bytes, profile), "", "{name} {profile}");
            }
            assert!(bytes == renderer.render(&paper, &options).unwrap(), "{name}: the same bytes");
        }
    }
}

#[test]
fn what_is_read_back_is_what_was_written() {
    let mut renderer = Renderer::new().unwrap();
    for case in every_case() {
        let name = named(&case);
        for options in [FINAL, CONCEPT] {
            let paper = compose_any(&case.facts, &pictures());
            let Heard { leaves, artifacts, strokes: _ } =
                hear(&renderer.render(&paper, &options).unwrap());
            let heard: Vec<(&str, String)> =
                leaves.iter().map(|leaf| (leaf.tag.as_str(), leaf.text.clone())).collect();
            assert_eq!(heard, said(&paper, options.standing), "{name}");
            let count = artifacts.len();
            for (index, artifacts) in artifacts.iter().enumerate() {
                let number = format!("Pagina {} van {count}", index + 1);
                let numbered = count > 1 || paper.sheet == Sheet::Blank;
                assert_eq!(artifacts.contains(&number), numbered, "{name}: {artifacts}");
                let head = index == 0 || artifacts.contains(&paper.running_head);
                assert!(head, "{name}: {artifacts}");
                let concept = artifacts.contains("CONCEPT");
                assert_eq!(concept, options.standing == Standing::Concept, "{name}");
            }
        }
    }
}

/// What the joiners and marks of all the world's names are drawn with, a validator does not look at.
#[test]
fn every_letter_reads_back() {
    let mut renderer = Renderer::new().unwrap();
    for name in [
        "A\u{200D}b c\u{200C}d",
        "ﬁﬂ ﬃ fi fl ffi",
        "Ĳ ĳ IJ ij Í́J́",
        "q\u{307}\u{323} Ŭ\u{300} o\u{31B}\u{323} \u{301}a",
        "a\u{34F}b ʻOkina Nǃxau Ǣǣ Ǆǆ ẞß ĸ ſ Ə ə Ɓ Ŋ",
        "Ș ș Ț ț Ş ş Ţ ţ Ģ ģ Ķ ķ Ļ ļ Ņ ņ Ŗ ŗ Ő ő Ű ű Ẁ ẁ Ỳ ỳ",
        "Μαρία Юлия",
        "a\u{301}\u{302}\u{303}\u{304} zzz\u{30A}zzz",
    ] {
        let verklaring = Praktijkverklaring { person: cases::named(name), ..cases::short() };
        let bytes = renderer.render(&compose(&verklaring, &pictures()), &FINAL).unwrap();
        let heard = hear(&bytes);
        assert!(heard.leaves.iter().any(|leaf| leaf.text == name), "{name}: {:?}", heard.leaves);
        assert_eq!(valid(&bytes, "2a"), "", "{name}");
    }
    let latin = (0xC0..=0x24F).chain(0x1E00..=0x1EFF).filter_map(char::from_u32);
    // Unicode advises against ŉ, and the typeface lacks it.
    let latin: Vec<char> = latin.filter(|letter| *letter != 'ŉ').collect();
    for letters in latin.chunks(100) {
        let name: String = letters.iter().collect();
        let verklaring = Praktijkverklaring { person: cases::named(&name), ..cases::short() };
        let bytes = renderer.render(&compose(&verklaring, &pictures()), &FINAL).unwrap();
        assert!(hear(&bytes).leaves.iter().any(|leaf| leaf.text == name), "{name}");
    }
}

/// The widths in a PDF know no kerning; what that adds up to is put right on the way.
#[test]
fn the_pen_of_a_viewer_goes_where_the_layout_meant() {
    let strokes = hear(&made(&cases::two_pages(), &FINAL)).strokes.remove(0);
    let number = strokes.last().unwrap();
    assert!((number.to - RIGHT.0).abs() < 0.1, "flush right: {number:?}");
    for words in ["Praktijkverklaring", "Jan-Willem Christiaan de Vries"] {
        let centred = strokes.iter().find(|stroke| stroke.text == words).unwrap();
        let off = centred.from + centred.to - LEFT.0 - RIGHT.0;
        assert!(off.abs() < 0.2, "in the middle: {words} {off}");
    }
}

/// A mark that stands on a letter of which no font has the two as one.
#[test]
fn marks_stand_on_their_letter() {
    let verklaring = Praktijkverklaring { person: cases::named("X\u{30C}"), ..cases::short() };
    let strokes = hear(&made(&verklaring, &FINAL)).strokes.remove(0);
    let letter = strokes.iter().find(|stroke| stroke.text == "X").unwrap();
    let mark = strokes.iter().find(|stroke| stroke.text == "\u{30C}").unwrap();
    let (below, above) = (letter.from + letter.to, mark.from * 2.0);
    assert!((below - above).abs() < (letter.to - letter.from), "{letter:?} {mark:?}");
}

#[test]
fn the_shapes_have_the_pages_they_are_meant_for() {
    for (verklaring, pages) in [
        (cases::short(), 1),
        (cases::two_pages(), 2),
        (cases::many(44), 3),
        (cases::everything(), 2),
    ] {
        assert_eq!(hear(&made(&verklaring, &FINAL)).artifacts.len(), pages);
    }
}

/// A file for the printer.
#[test]
fn many_documents_may_stand_in_one_file() {
    let (mut shaper, mut renderer) = (Shaper::new().unwrap(), Renderer::new().unwrap());
    let papers: Vec<Paper> = [cases::everything(), cases::hardest(), cases::two_pages()]
        .iter()
        .map(|verklaring| compose(verklaring, &pictures()))
        .collect();
    let documents =
        papers.iter().map(|paper| (String::new(), lay_out(paper, FINAL.standing, &mut shaper)));
    let pages = bundle("Drukbestand".to_owned(), documents);
    let bytes = renderer.write(&pages, &FINAL).unwrap();
    keep("drukbestand", &bytes);
    for profile in ["2a", "ua1"] {
        assert_eq!(valid(&bytes, profile), "", "{profile}");
    }
    let heard = hear(&bytes);
    let heard: Vec<(&str, String)> =
        heard.leaves.iter().map(|leaf| (leaf.tag.as_str(), leaf.text.clone())).collect();
    let expected: Vec<_> = papers.iter().flat_map(|paper| said(paper, FINAL.standing)).collect();
    assert_eq!(heard, expected);
}

/// Of a stream whose last byte is half an end of line, a reader that counts back would take that for part of the end.
#[test]
fn streams_end_with_a_whole_end_of_line() {
    let bytes = made(&cases::everything(), &FINAL);
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let ends = text.matches("endstream").count();
    assert!(ends > 10, "{ends}");
    assert_eq!(text.matches("\r\nendstream\nendobj\n").count(), ends);
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let mut renderer = Renderer::new().unwrap();
    let first = made(&cases::two_pages(), &FINAL);
    for verklaring in [cases::hardest(), cases::two_pages(), cases::everything()] {
        let paper = compose(&verklaring, &pictures());
        let again = renderer.render(&paper, &FINAL).unwrap();
        assert!(again == made(&verklaring, &FINAL), "a used renderer gives what a new one gives");
    }
    assert!(first == made(&cases::two_pages(), &FINAL), "also later in the same process");
}

#[test]
fn the_same_facts_give_the_same_bytes_in_threads_at_once() {
    let cases = [cases::short(), cases::everything(), cases::hardest()];
    let alone = cases.each_ref().map(|verklaring| made(verklaring, &FINAL));
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for (verklaring, alone) in cases.iter().zip(&alone) {
                    assert!(&made(verklaring, &FINAL) == alone);
                }
            });
        }
    });
}

#[test]
fn a_renderer_may_be_sent_to_a_thread_of_its_own() {
    let paper = compose(&cases::short(), &pictures());
    let mut renderer = Renderer::new().unwrap();
    let elsewhere = std::thread::scope(|scope| {
        scope.spawn(|| renderer.render(&paper, &FINAL).unwrap()).join().unwrap()
    });
    assert!(elsewhere == made(&cases::short(), &FINAL));
}

#[test]
fn another_moment_gives_another_id_but_the_same_words() {
    let later = RenderOptions { moment: Timestamp::from_second(1_780_000_000).unwrap(), ..FINAL };
    let (first, second) = (made(&cases::short(), &FINAL), made(&cases::short(), &later));
    assert!(first != second);
    assert_eq!(hear(&first).leaves, hear(&second).leaves);
    let text = String::from_utf8_lossy(&second).into_owned();
    assert!(text.contains("D:20260528202640Z") && text.contains("2026-05-28T20:26:40Z"));
}

#[test]
fn a_character_that_the_typeface_lacks_is_named_and_nothing_is_made() {
    let verklaring = Praktijkverklaring { person: cases::named("Li 漢 Wei"), ..cases::short() };
    let error = render(&compose(&verklaring, &pictures()), &FINAL).unwrap_err();
    assert!(matches!(error, PdfError::MissingCharacter { character: '漢' }), "{error:?}");
    assert_eq!(error.to_string(), "the typeface of paper has no character U+6F22");
}

#[test]
fn nothing_personal_stands_in_the_metadata() {
    let bytes = made(&cases::short(), &FINAL);
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let metadata = document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let xmp = document.get_object(metadata).unwrap().as_stream().unwrap().content.clone();
    let xmp = String::from_utf8(xmp).unwrap();
    assert!(xmp.contains(">Praktijkverklaring<"));
    for personal in ["Fatima", "Velden", "Wilgenhof", "Utrecht"] {
        assert!(!xmp.contains(personal));
    }
    assert!(bytes.ends_with(b"%%EOF\n"));
}

#[test]
fn what_is_no_picture_is_refused() {
    for bytes in [&b"no picture"[..], &[], &cases::logo(8, 8, [0; 3])[..40]] {
        assert_eq!(Picture::parse(bytes), Err(PictureError::Unreadable));
    }
    let huge = Picture::parse(&cases::logo(3_000, 300, [0; 3])).unwrap();
    assert_eq!((huge.width(), huge.height()), (1_000, 100));
}

#[test]
fn what_is_kept_of_a_paper_gives_the_same_paper() {
    for case in every_case() {
        let paper = compose_any(&case.facts, &pictures());
        let text = Kept::of(&paper).text().unwrap();
        let again = Kept::parse(FORMAT, &text).unwrap().paper(&kept_pictures()).unwrap();
        assert_eq!(again, paper, "{}", named(&case));
    }
}

/// Papers as dossiers keep them since the first version, one a line: never change or remove one. After a change of what a
/// paper is, they still say what they said.
#[test]
fn what_was_kept_before_says_what_it_said() {
    let kept = include_str!("kept/1.jsonl");
    let said = kept.lines().map(|line| {
        let kept = Kept::parse(1, line).unwrap();
        let paper = kept.paper(&kept_pictures()).unwrap();
        render(&paper, &FINAL).unwrap();
        format!("{paper}{:?} {:?}\n", paper.number, paper.sheet)
    });
    let said: Vec<String> = said.collect();
    assert_eq!(said.concat(), include_str!("kept/1.txt"));
}

/// Under the hash of their own files.
fn kept_pictures() -> Pictures {
    let mut pictures = Pictures::new();
    for (width, height, colour) in [(640, 200, [20, 70, 120]), (300, 300, [150, 60, 20])] {
        let png = cases::logo(width, height, colour);
        let hash = Picture::parse(&png).unwrap().hash().clone();
        pictures.insert(hash, &png).unwrap();
    }
    pictures
}
