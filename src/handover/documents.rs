//! What was issued to a learner elsewhere: kept with the bytes that were handed out, beside our own register and never
//! in it, as numbers of two schools must not mix.

use jiff::tz::TimeZone;

use crate::backup::Flaw;
use crate::changes::Change;
use crate::domain::{
    Day, Entry as _, FileHash, Id, Learner, Mark, Note, ReceivedDocument, RecordKind, ShortText,
    Stored, Title,
};
use crate::handover::HandoverError;
use crate::handover::weave::{Target, Weave, merged};
use crate::store::{RegisterLine, Withdrawal};

/// A document that came.
struct Came {
    /// Of theirs, where it came to them from elsewhere too.
    received: Option<Id<ReceivedDocument>>,
    mark: Option<Mark>,
    document: ReceivedDocument,
    pdf: Vec<u8>,
}

impl Weave<'_> {
    pub(super) fn documents_of(
        &mut self,
        theirs: Id<Learner>,
        ours: Id<Learner>,
        target: Target,
    ) -> Result<(), HandoverError> {
        let school = self.theirs.school()?.naam;
        let mut came = Vec::new();
        for line in self.theirs.register_of(theirs)?.into_iter().rev() {
            let mark = self.theirs.mark_of_issued(line.number)?;
            let pdf = self.theirs.issued_pdf(line.number)?;
            let document = of_line(line, ours, school.clone()).ok_or(Flaw::Row)?;
            came.push(Came { received: None, mark, document, pdf });
        }
        for Stored { id, value } in self.theirs.received_of(theirs)?.into_iter().rev() {
            let mark = self.their_marks.of(RecordKind::ReceivedDocument, id.raw()).cloned();
            let pdf = self.theirs.received_pdf(&value.file)?;
            let document = ReceivedDocument { learner: ours, ..value };
            came.push(Came { received: Some(id), mark, document, pdf });
        }
        let here = match target {
            Target::New => Vec::new(),
            Target::Known(id) => self.ours.received_of(id)?,
        };
        came.into_iter().try_for_each(|one| self.document(one, &here))
    }

    fn document(
        &mut self,
        came: Came,
        here: &[Stored<ReceivedDocument>],
    ) -> Result<(), HandoverError> {
        let Came { received, mark, document, pdf } = came;
        // It was issued here, and comes home.
        if mark.as_ref().is_some_and(|mark| self.our_marks.is_issued(mark)) {
            return Ok(());
        }
        if !pdf.starts_with(b"%PDF-") {
            return Err(Flaw::Row.into());
        }
        let name = document.number.as_str().to_owned();
        let theirs = received.unwrap_or(Id::new(0));
        if let Some(own) = here.iter().find(|own| own.value.file == document.file) {
            let (merged, fields) = merged(&own.value, &document);
            self.edit(theirs, own.id, merged, fields, name);
            return Ok(());
        }
        let hash = document.file.clone();
        self.changes.push(Change::KeepFile { hash, pdf });
        let id = self.add(theirs, document, name);
        if let (None, Some(mark)) = (received, mark) {
            let subject =
                crate::domain::Subject { kind: RecordKind::ReceivedDocument, id: id.raw() };
            self.changes.push(Change::Mark(subject, mark));
        }
        Ok(())
    }
}

/// `None`: it is no line that a register has.
fn of_line(
    line: RegisterLine,
    learner: Id<Learner>,
    school: Option<Title>,
) -> Option<ReceivedDocument> {
    let RegisterLine { number, description, place, date, sha256, replaces, withdrawal, .. } = line;
    let (withdrawn_on, reason) = match withdrawal {
        Some(Withdrawal { at, by: _, reason }) => {
            (Some(Day::new(at.to_zoned_datetime(TimeZone::UTC).date())), reason)
        }
        None => (None, None),
    };
    Some(ReceivedDocument {
        learner,
        kind: number.kind(),
        number: ShortText::parse(&number.to_string()).ok()?,
        school,
        description: description.and_then(|text| Note::parse(&text).ok()),
        place: ShortText::parse(&place).ok(),
        date,
        withdrawn_on,
        reason: reason.and_then(|text| ShortText::parse(&text).ok()),
        replaces: replaces.and_then(|number| ShortText::parse(&number.to_string()).ok()),
        file: FileHash::parse(&sha256).ok()?,
    })
}
