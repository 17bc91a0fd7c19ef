//! Who signs what a school issues: the examencommissie, and the learner.

use crate::documents::paper::{Block, Signature};
use crate::domain::person::Signer;
use crate::texts::paper::{SIGNER, filled};

/// Of the examencommissie, with name and functie; the last is of the learner, who may sign a mbo-verklaring but need not.
/// Where nobody signs yet there is a gap.
pub(super) fn signatures(signers: &[Signer], label: &str, learner: &str) -> Block {
    let nobody = [Signer { name: None, functie: None }];
    let signers = if signers.is_empty() { &nobody } else { signers };
    let of_signer = |Signer { name, functie }: &Signer| Signature {
        label: SIGNER.to_owned(),
        name: filled(name.as_ref()),
        functie: Some(filled(functie.as_ref())),
    };
    let own = Signature { label: label.to_owned(), name: learner.to_owned(), functie: None };
    Block::Signatures(signers.iter().map(of_signer).chain([own]).collect())
}
