//! The sentence for each refusal. No `_` arm: a new one does not compile until it has its sentence.

use crate::command_line::arguments::Command;
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::set::KINDS;
use crate::command_line::show::What;
use crate::domain::{Choice as _, DocumentKind};
use crate::pictures::PictureError;
use crate::texts::command_line_refusals as text;
use crate::texts::{command_line as words, errors};
use crate::transfer::{JsonType, MOST_BYTES, Place, Problem, ReadError, TextError};

pub(super) fn sentence(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Usage(usage) => usage_sentence(usage),
        Refusal::Store(error) | Refusal::Read(ReadError::Store(error)) => errors::store(error),
        Refusal::Backup(error) => errors::backup(error),
        Refusal::File(error) => errors::file(error),
        Refusal::Text(error) => text_sentence(*error),
        Refusal::Read(ReadError::At { place, problem }) => read_sentence(place, problem),
        Refusal::Input(_) => text::INPUT.to_owned(),
        Refusal::EmptyPassword => text::EMPTY_PASSWORD.to_owned(),
        Refusal::StrangePassword => text::STRANGE_PASSWORD.to_owned(),
        Refusal::HasNoPassword => text::HAS_NO_PASSWORD.to_owned(),
        Refusal::PasswordsDiffer => text::PASSWORDS_DIFFER.to_owned(),
        Refusal::WrongCode => text::WRONG_CODE.to_owned(),
        Refusal::NoSuchLearner(id) => text::no_such_learner(*id),
        Refusal::NothingToMake(kind) => text::nothing_to_make(*kind),
        Refusal::NothingMade(kind) => text::nothing_made(*kind),
        Refusal::Halted { why, made, of } => text::halted(&errors::not_made(why), *made, *of),
        Refusal::NotMade(error) => errors::not_made(error),
        Refusal::NotWhole => text::NOT_WHOLE.to_owned(),
        Refusal::Json(_) => text::OUR_FAULT.to_owned(),
        Refusal::Output(_) => text::OUTPUT.to_owned(),
    }
}

fn usage_sentence(usage: &Usage) -> String {
    match usage {
        Usage::UnknownCommand(word) => text::unknown_command(word),
        Usage::UnknownOption(word) => text::unknown_option(word),
        Usage::MissingValue(option) => text::missing_value(option),
        Usage::UnexpectedValue(option) => text::unexpected_value(option),
        Usage::Twice(option) => text::twice(option),
        Usage::TooMuch(word) => text::too_much(word),
        Usage::NotText => text::NOT_TEXT.to_owned(),
        Usage::NoDossier(command) => text::no_dossier(Command::word(*command)),
        Usage::NoBackup(command) => text::no_backup(Command::word(*command)),
        Usage::NoWhat => text::no_what(&whats()),
        Usage::UnknownWhat(word) => text::unknown_what(word, &whats()),
        Usage::NoKind => text::no_kind(&kinds()),
        Usage::UnknownKind(word) => text::unknown_kind(word, &kinds()),
        Usage::NoDocument => text::no_document(&documents()),
        Usage::UnknownDocument(word) => text::unknown_document(word, &documents()),
        Usage::NoNumber => text::NO_NUMBER.to_owned(),
        Usage::NotANumber(word) => text::not_a_number(word),
        Usage::NoOption(option) => text::no_option(option.word()),
        Usage::LearnersOrAll => text::LEARNERS_OR_ALL.to_owned(),
        Usage::Number(option) => text::number(option.word()),
        Usage::Field(option, error) => text::option_value(option.word(), *error),
        Usage::Moment => text::MOMENT.to_owned(),
        Usage::InputTwice => text::INPUT_TWICE.to_owned(),
        Usage::PasswordsFromInput => text::PASSWORDS_FROM_INPUT.to_owned(),
        Usage::TakeOrGive => text::TAKE_OR_GIVE.to_owned(),
        Usage::NoNewPassword => text::NO_NEW_PASSWORD.to_owned(),
        Usage::NewPasswordMeant => text::NEW_PASSWORD_MEANT.to_owned(),
        Usage::NoSearch => text::NO_SEARCH.to_owned(),
    }
}

fn whats() -> String {
    What::ALL.iter().map(|what| what.word()).collect::<Vec<_>>().join(", ")
}

fn documents() -> String {
    DocumentKind::KEYS.join(", ")
}

fn kinds() -> String {
    KINDS.map(words::kind).join(", ")
}

fn text_sentence(error: TextError) -> String {
    match error {
        TextError::TooLarge => text::too_large(MOST_BYTES),
        TextError::TooDeep => text::too_deep(),
        TextError::NotJson { line } => text::not_json(line),
        TextError::KeyTwice { line } => text::key_twice(line),
        TextError::NotObjects => text::not_objects(),
    }
}

fn read_sentence(Place { record, inside, field }: &Place, problem: &Problem) -> String {
    let what = match problem {
        Problem::UnknownField => text::UNKNOWN_FIELD.to_owned(),
        Problem::WrongType(expected) => expects(*expected).to_owned(),
        Problem::Field(error, input) => text::field(*error, *input),
        Problem::NoSuchRecord { kind, id } => text::no_such_record(*kind, *id),
        Problem::Twice => text::ID_TWICE.to_owned(),
        Problem::OfAnother => text::OF_ANOTHER.to_owned(),
        Problem::TwoPictures => text::TWO_LOGOS.to_owned(),
        Problem::PictureFile(_) => text::PICTURE_FILE.to_owned(),
        Problem::Picture(PictureError::NotAPicture) => text::NOT_A_PICTURE.to_owned(),
        Problem::Picture(PictureError::TooLarge) => text::PICTURE_TOO_LARGE.to_owned(),
    };
    text::at(*record, *inside, field.as_deref(), &what)
}

const fn expects(expected: JsonType) -> &'static str {
    match expected {
        JsonType::Text => text::EXPECTS_TEXT,
        JsonType::WholeNumber => text::EXPECTS_NUMBER,
        JsonType::Flag => text::EXPECTS_FLAG,
        JsonType::List => text::EXPECTS_LIST,
        JsonType::Object => text::EXPECTS_OBJECT,
    }
}
