//! Where pages lie that stand one below the other, and what of them is in sight. Knows no egui but its numbers.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, vec2};

/// Around the pages and between them.
pub(super) const GAP: f32 = 12.0;

/// Pages of one size in a view; in points of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stack {
    pub(super) page: Vec2,
    pub(super) count: usize,
    pub(super) view: Vec2,
}

/// A place on paper, as a part of the page from its left and top. Below 0 or above 1: beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    page: usize,
    part: Vec2,
}

impl Stack {
    pub(super) fn content(&self) -> Vec2 {
        let height = self.count as f32 * (self.page.y + GAP) + GAP;
        vec2((self.page.x + 2.0 * GAP).max(self.view.x), height.max(self.view.y))
    }

    /// The page, within the content. A page alone stands in the middle.
    pub(super) fn sheet(&self, number: usize) -> Rect {
        let content = self.content();
        let all = self.count as f32 * (self.page.y + GAP) - GAP;
        let first = ((content.y - all) * 0.5).max(GAP);
        let top = first + number as f32 * (self.page.y + GAP);
        Rect::from_min_size(Pos2::new((content.x - self.page.x) * 0.5, top), self.page)
    }

    pub(super) fn clamped(&self, offset: Vec2) -> Vec2 {
        offset.min(self.content() - self.view).max(Vec2::ZERO)
    }

    /// How far to scroll to have the top of a page at the top of the view.
    pub(super) fn top_of(&self, number: usize, across: f32) -> Vec2 {
        self.clamped(vec2(across, self.sheet(number).top() - GAP))
    }

    /// What lies at `at` in the view.
    pub(super) fn spot(&self, offset: Vec2, at: Vec2) -> Spot {
        let point = offset + at;
        let page = self.page_at(point.y);
        Spot { page, part: (point - self.sheet(page).min.to_vec2()) / self.page }
    }

    /// How far to scroll to have that place at `at` in the view.
    pub(super) fn showing(&self, spot: Spot, at: Vec2) -> Vec2 {
        self.clamped(self.sheet(spot.page).min.to_vec2() + spot.part * self.page - at)
    }

    /// The page of which most is in sight, as good as.
    pub(super) fn foremost(&self, offset: Vec2) -> usize {
        self.page_at(offset.y + self.view.y * 0.5)
    }

    pub(super) fn in_sight(&self, viewport: Rect) -> Range<usize> {
        self.page_at(viewport.top() + GAP)..self.page_at(viewport.bottom()) + 1
    }

    fn page_at(&self, y: f32) -> usize {
        let first = self.sheet(0).top() - GAP;
        let page = ((y - first) / (self.page.y + GAP)).max(0.0) as usize;
        page.min(self.count.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STACK: Stack = Stack { page: vec2(600.0, 800.0), count: 3, view: vec2(500.0, 400.0) };

    #[test]
    fn pages_stand_below_each_other_with_the_last_one_at_the_end() {
        assert_eq!(STACK.content(), vec2(624.0, 2_448.0));
        assert_eq!(STACK.sheet(2).bottom(), 2_448.0 - GAP);
        assert_eq!(STACK.top_of(1, 30.0), vec2(30.0, 812.0));
        assert_eq!(STACK.clamped(vec2(-5.0, 9_999.0)), vec2(0.0, 2_048.0));
    }

    #[test]
    fn what_is_small_stands_in_the_middle() {
        let alone = Stack { count: 1, view: vec2(1_000.0, 1_000.0), ..STACK };
        assert_eq!(alone.sheet(0).center(), Pos2::new(500.0, 500.0));
        assert_eq!(alone.clamped(vec2(9.0, 9.0)), Vec2::ZERO);
    }

    #[test]
    fn only_pages_in_sight_count() {
        let view = |top: f32| Rect::from_min_size(Pos2::new(0.0, top), STACK.view);
        assert_eq!(STACK.in_sight(view(0.0)), 0..1);
        assert_eq!(STACK.in_sight(view(600.0)), 0..2);
        assert_eq!(STACK.in_sight(view(2_048.0)), 2..3);
        assert_eq!(STACK.foremost(vec2(0.0, 600.0)), 0);
        assert_eq!(STACK.foremost(vec2(0.0, 700.0)), 1);
    }

    #[test]
    fn a_place_stays_where_it_is_while_pages_grow() {
        let at = vec2(200.0, 100.0);
        let spot = STACK.spot(vec2(80.0, 1_000.0), at);
        let larger = Stack { page: STACK.page * 1.5, ..STACK };
        let offset = larger.showing(spot, at);
        let again = larger.spot(offset, at);
        assert_eq!(again.page, spot.page);
        assert!((again.part - spot.part).length() < 1e-4);
    }
}
