//! Pieces to pages: what is kept together stays together, and the white that is left is shared out.
//!
//! Knows heights, not what is on a piece.

use crate::documents::layout::blocks::Drafted;
use crate::documents::layout::page::{Entry, Item, Page, Role};
use crate::documents::layout::piece::{Hold, Piece};
use crate::documents::layout::units::Pt;

/// The room for pieces on the first page and on those after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    pub(crate) first_top: Pt,
    pub(crate) next_top: Pt,
    pub(crate) bottom: Pt,
}

/// How much white one unit of stretch may gain, or lose if that spares a page.
const MOST_STRETCH: Pt = Pt(26.0);
const MOST_SQUEEZE: Pt = Pt(7.0);
/// The part of the white above a piece that is never lost.
const LEAST_WHITE: f32 = 0.3;

/// What became of the pieces.
pub(crate) struct Paginated {
    pub(crate) pages: Vec<Page>,
    pub(crate) outline: Vec<Entry>,
    /// How often what had to stand together does not, or does not fit its page, since it is too high for any.
    pub(crate) torn: usize,
}

pub(crate) fn paginate(drafted: Drafted, room: Room) -> Paginated {
    let Drafted { pieces, tree: _, repeats } = drafted;
    let mut outline = Vec::new();
    let mut pages = Vec::new();
    let mut torn = 0;
    for stretch in stretches(pieces) {
        let room = if pages.is_empty() { room } else { Room { first_top: room.next_top, ..room } };
        let spare = |pieces: &[Piece]| room.bottom - room.first_top - height(pieces, &repeats);
        let sheets = match per_unit(&stretch, spare(&stretch)) {
            Some(_) => vec![stretch],
            None => sheets(stretch, room, &repeats),
        };
        torn += sheets.windows(2).filter(|pair| ends_torn(pair.first())).count();
        // On later pages the table fills the page, or the end of the document leaves it white.
        let first = sheets.first().and_then(|sheet| per_unit(sheet, spare(sheet)));
        for (index, sheet) in sheets.into_iter().enumerate() {
            let (top, stretch) = match index {
                0 => (room.first_top, first.unwrap_or(Pt::ZERO)),
                _ => (room.next_top, Pt::ZERO),
            };
            if index > 0 && top + height(&sheet, &repeats) > room.bottom {
                torn += 1;
            }
            pages.push(place(sheet, pages.len(), top, stretch, &repeats, &mut outline));
        }
    }
    Paginated { pages, outline, torn }
}

fn ends_torn(sheet: Option<&Vec<Piece>>) -> bool {
    sheet.and_then(|sheet| sheet.last()).is_some_and(|piece| piece.keep >= Hold::Signing)
}

/// The pieces up to each that begins a page of its own.
fn stretches(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut stretches: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match stretches.last_mut().filter(|_| !piece.new_page) {
            Some(stretch) => stretch.push(piece),
            None => stretches.push(vec![piece]),
        }
    }
    stretches
}

fn sheets(pieces: Vec<Piece>, room: Room, repeats: &[Piece]) -> Vec<Vec<Piece>> {
    let mut sheets: Vec<Vec<Piece>> = vec![Vec::new()];
    for chain in chains(pieces, room.bottom - room.next_top, repeats) {
        let top = if sheets.len() == 1 { room.first_top } else { room.next_top };
        let join = chain.first().map_or(Pt::ZERO, |piece| piece.before);
        let fits = |sheet: &Vec<Piece>| {
            let taken = height(sheet, repeats) + join + height(&chain, &[]);
            sheet.is_empty() || top + taken <= room.bottom
        };
        match sheets.last_mut().filter(|sheet| fits(sheet)) {
            Some(sheet) => sheet.extend(chain),
            None => sheets.push(chain),
        }
    }
    sheets
}

/// Pieces that want to be on one page. A chain that is too high for any page comes apart where it holds least, and gives
/// way at its front, so that what closes the document keeps company.
fn chains(pieces: Vec<Piece>, room: Pt, repeats: &[Piece]) -> Vec<Vec<Piece>> {
    let mut chains = Vec::new();
    for chain in cut(pieces, Hold::Loose) {
        chains.extend(apart(chain, Hold::Company, room, repeats));
    }
    chains
}

/// After each piece that holds to the next no more than so.
fn cut(pieces: Vec<Piece>, most: Hold) -> Vec<Vec<Piece>> {
    let (mut parts, mut part) = (Vec::new(), Vec::new());
    for piece in pieces {
        let last = piece.keep <= most;
        part.push(piece);
        if last {
            parts.push(std::mem::take(&mut part));
        }
    }
    parts.extend(Some(part).filter(|part| !part.is_empty()));
    parts
}

fn apart(chain: Vec<Piece>, most: Hold, room: Pt, repeats: &[Piece]) -> Vec<Vec<Piece>> {
    if chain.len() < 2 || height(&chain, repeats) <= room {
        return vec![chain];
    }
    let more = match most {
        Hold::Loose => Hold::Company,
        Hold::Company => Hold::Signing,
        Hold::Signing | Hold::Firm => Hold::Firm,
    };
    let mut parts = cut(chain, most);
    let mut tails = Vec::new();
    while let Some(mut tail) = parts.pop() {
        while let Some(mut longer) = parts.pop() {
            let alone = longer.len();
            longer.append(&mut tail);
            if height(&longer, repeats) > room {
                tail = longer.split_off(alone);
                parts.push(longer);
                break;
            }
            tail = longer;
        }
        tails.push(apart(tail, more, room, repeats));
    }
    tails.into_iter().rev().flatten().collect()
}

/// Of pieces that stand at the top of a page.
fn height(pieces: &[Piece], repeats: &[Piece]) -> Pt {
    let first = pieces.first();
    let repeated =
        first.and_then(|piece| repeats.get(piece.repeat?)).map_or(Pt::ZERO, |r| r.height);
    let without = first.map_or(Pt::ZERO, |piece| piece.before);
    pieces.iter().map(|piece| piece.before + piece.height).sum::<Pt>() + repeated - without
}

/// How much white a unit of stretch gains or loses so that the pieces fill one page; nothing if they do not fit.
fn per_unit(pieces: &[Piece], spare: Pt) -> Option<Pt> {
    let units: f32 = pieces.iter().skip(1).map(|piece| piece.stretch).sum();
    let each = if units > 0.0 { spare * (1.0 / units) } else { spare };
    if spare >= Pt::ZERO {
        return Some(each.min(MOST_STRETCH));
    }
    // Where there is little white, little can go: the rest is taken from where there is more.
    let gone = |squeeze: Pt| -> Pt {
        pieces.iter().skip(1).map(|piece| piece.before - white(piece, squeeze)).sum()
    };
    if gone(-MOST_SQUEEZE) < -spare {
        return None;
    }
    if each >= -MOST_SQUEEZE && pieces.iter().skip(1).all(|piece| lasts(piece, each)) {
        return Some(each);
    }
    let (mut little, mut enough) = (Pt::ZERO, -MOST_SQUEEZE);
    for _ in 0..16 {
        let middle = (little + enough) * 0.5;
        if gone(middle) < -spare { little = middle } else { enough = middle }
    }
    Some(enough)
}

/// Above a piece, by what a unit of stretch gains or loses; some of it always stays, so that nothing moves over what
/// stands above it or looks as if it belonged there.
fn white(piece: &Piece, each: Pt) -> Pt {
    (piece.before + each * piece.stretch).max(piece.before * LEAST_WHITE)
}

fn lasts(piece: &Piece, each: Pt) -> bool {
    each >= Pt::ZERO || piece.before + each * piece.stretch >= piece.before * LEAST_WHITE
}

fn place(
    sheet: Vec<Piece>,
    number: usize,
    top: Pt,
    stretch: Pt,
    repeats: &[Piece],
    entries: &mut Vec<Entry>,
) -> Page {
    let mut page = Page::default();
    let mut y = top;
    for (position, piece) in sheet.into_iter().enumerate() {
        if position > 0 {
            y += white(&piece, stretch);
        } else if let Some(head) = piece.repeat.and_then(|repeat| repeats.get(repeat)) {
            page.items.extend(lowered(head.items.clone(), y));
            y += head.height;
        }
        if let Some((text, role)) = piece.entry
            && role != Role::Minor
        {
            entries.push(Entry { text, page: number, top: y });
        }
        page.items.extend(lowered(piece.items, y));
        y += piece.height;
    }
    page
}

fn lowered(items: Vec<Item>, by: Pt) -> impl Iterator<Item = Item> {
    items.into_iter().map(move |Item { mark, draw }| Item { mark, draw: draw.moved(Pt::ZERO, by) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_is_squeezed_where_there_is_some() {
        let piece = |before: f32| Piece {
            before: Pt(before),
            height: Pt(10.0),
            stretch: 1.0,
            ..Piece::default()
        };
        let pieces = [piece(0.0), piece(2.0), piece(20.0)];
        let each = per_unit(&pieces, Pt(-8.0)).unwrap();
        let left: Vec<f32> = pieces.iter().skip(1).map(|piece| white(piece, each).0).collect();
        assert!(left[0] >= 0.6 && left[1] >= 6.0, "nothing on top of anything: {left:?}");
        assert!((left.iter().sum::<f32>() - 14.0).abs() < 0.01, "and all of it fits: {left:?}");
        assert_eq!(per_unit(&pieces, Pt(-9.5)), None, "there is no more to take");
    }
}
