//! What the compiler cannot say: which module may name which, where words for people live, what stays short.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod tidy {
    mod source;

    mod docs;
    mod layers;
    mod order;
    mod words;
}
