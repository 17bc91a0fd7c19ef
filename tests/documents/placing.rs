//! Where things stand: within the margins, not on top of each other, and together with what they belong to.
