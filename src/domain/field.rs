//! A record as a list of fields, each of which reads and writes text.
//!
//! The same list serves the form in the window, the JSON of the command line, the columns of the file and the
//! history: one field is described once. See `docs/decisions/0001-records-are-lists-of-fields.md`.

use std::fmt::Debug;
use std::hash::Hash;

use jiff::civil::Date;

use crate::domain::{BirthDate, RecordKind};

/// What one field holds, between its type and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Not known, or not applicable.
    Empty,
    Text(String),
    Day(Date),
    Birth(BirthDate),
    Number(i64),
    /// The key of a choice, as stored.
    Choice(&'static str),
    Flag(bool),
    /// The id of another record.
    Ref(i64),
}

impl FieldValue {
    /// As it stands in a field on screen: dates as `dd-mm-jjjj`.
    pub fn shown(&self) -> String {
        match self {
            Self::Day(date) => crate::domain::day::shown(*date),
            Self::Birth(birth) => birth.to_string(),
            Self::Empty
            | Self::Text(_)
            | Self::Number(_)
            | Self::Choice(_)
            | Self::Flag(_)
            | Self::Ref(_) => self.stored(),
        }
    }

    /// As it stands in the file and in JSON: dates as `jjjj-mm-dd`, so that they sort. Empty text: not known.
    pub fn stored(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Day(date) => date.to_string(),
            Self::Birth(birth) => birth.stored(),
            Self::Number(number) | Self::Ref(number) => number.to_string(),
            Self::Choice(key) => (*key).to_owned(),
            Self::Flag(flag) => if *flag { "1" } else { "0" }.to_owned(),
        }
    }

    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(_)
            | Self::Day(_)
            | Self::Birth(_)
            | Self::Number(_)
            | Self::Choice(_)
            | Self::Flag(_)
            | Self::Ref(_) => false,
        }
    }
}

/// How a field is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    Line,
    /// Several lines.
    Note,
    Day,
    Birth,
    Number,
    /// One of these keys.
    Choice(&'static [&'static str]),
    Flag,
    Ref(RecordKind),
    /// The hash of a picture.
    Logo,
}

/// A value that can be typed.
pub trait Entry: Sized {
    const INPUT: Input;

    /// Reads what a person types; also what [`FieldValue::stored`] wrote. Empty text is [`FieldError::Required`],
    /// except for an `Option`.
    fn parse(typed: &str) -> Result<Self, FieldError>;

    fn value(&self) -> FieldValue;
}

impl<T: Entry> Entry for Option<T> {
    const INPUT: Input = T::INPUT;

    fn parse(typed: &str) -> Result<Self, FieldError> {
        if typed.trim().is_empty() { Ok(None) } else { T::parse(typed).map(Some) }
    }

    fn value(&self) -> FieldValue {
        self.as_ref().map_or(FieldValue::Empty, T::value)
    }
}

impl Entry for bool {
    const INPUT: Input = Input::Flag;

    fn parse(typed: &str) -> Result<Self, FieldError> {
        match typed.trim().to_lowercase().as_str() {
            "1" | "true" | "ja" => Ok(true),
            "" | "0" | "false" | "nee" => Ok(false),
            _ => Err(FieldError::Flag),
        }
    }

    fn value(&self) -> FieldValue {
        FieldValue::Flag(*self)
    }
}

/// The name of a field of one kind of record.
pub trait Field: Copy + Eq + Hash + Debug + Send + Sync + 'static {
    /// In the order of the form.
    const ALL: &'static [Self];

    /// Its name in JSON and its column in the file. Stored: never rename one.
    fn key(self) -> &'static str;

    fn input(self) -> Input;
}

/// Facts of one kind, field by field.
pub trait Record: Sized + Clone + PartialEq + Debug {
    const KIND: RecordKind;
    type Field: Field;

    /// Makes a record from the text of each field. The first field that does not parse is named.
    fn read(text: impl Fn(Self::Field) -> String) -> Result<Self, (Self::Field, FieldError)>;

    fn value(&self, field: Self::Field) -> FieldValue;

    /// Whether what is typed fits a field.
    fn check(field: Self::Field, typed: &str) -> Result<(), FieldError>;

    /// Takes what is typed in one field; leaves the record as it was when that does not parse.
    fn set(&mut self, field: Self::Field, typed: &str) -> Result<(), FieldError>;
}

/// Why a text does not fit its field. The sentence for it is in `texts::field_error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum FieldError {
    #[error("may not be empty")]
    Required,
    #[error("longer than {max} characters")]
    TooLong { max: usize },
    #[error("holds a line break")]
    LineBreak,
    #[error("holds no letter")]
    NoLetter,
    #[error("not two digits and two letters")]
    Brin,
    #[error("not five digits")]
    Crebo,
    #[error("not a leerbedrijf-ID")]
    LeerbedrijfId,
    #[error("not eight digits")]
    Kvk,
    #[error("not a postal code")]
    PostalCode,
    #[error("not a kerntaak or werkproces code")]
    ComponentCode,
    #[error("not K or C with four digits")]
    UnitCode,
    #[error("not a level from 1 to 4")]
    Niveau,
    #[error("not a date")]
    DayShape,
    #[error("no such day in the calendar")]
    DayUnknown,
    #[error("year out of range")]
    DayYear,
    #[error("not a whole number from 0 to 9999")]
    Hours,
    #[error("not an e-mail address")]
    Email,
    #[error("not a phone number")]
    Phone,
    #[error("not one of the choices")]
    Choice,
    #[error("neither yes nor no")]
    Flag,
    #[error("not a record that exists")]
    Reference,
    #[error("not a result of the list")]
    Result,
    #[error("not a picture that is kept")]
    Logo,
    #[error("not a document that is kept")]
    File,
    #[error("not a number of millimetres from -30 to 30")]
    Shift,
    #[error("not a number of years")]
    Years,
}

/// Makes a record, its field names and the way between them from one table.
macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident, $field:ident {
            $( $(#[$field_doc:meta])* $member:ident / $variant:ident: $type:ty = $key:literal, )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $( $(#[$field_doc])* pub $member: $type, )+ }

        #[doc = concat!("The fields of a [`", stringify!($name), "`].")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $field { $( $(#[$field_doc])* $variant, )+ }

        impl $crate::domain::Field for $field {
            const ALL: &'static [Self] = &[$( Self::$variant, )+];

            fn key(self) -> &'static str {
                match self { $( Self::$variant => $key, )+ }
            }

            fn input(self) -> $crate::domain::Input {
                match self { $( Self::$variant => <$type as $crate::domain::Entry>::INPUT, )+ }
            }
        }

        impl $crate::domain::Record for $name {
            const KIND: $crate::domain::RecordKind = $crate::domain::RecordKind::$name;
            type Field = $field;

            fn read(text: impl Fn($field) -> String) -> Result<Self, ($field, $crate::domain::FieldError)> {
                Ok(Self {
                    $( $member: $crate::domain::Entry::parse(&text($field::$variant))
                        .map_err(|err| ($field::$variant, err))?, )+
                })
            }

            fn value(&self, field: $field) -> $crate::domain::FieldValue {
                match field { $( $field::$variant => $crate::domain::Entry::value(&self.$member), )+ }
            }

            fn check(field: $field, typed: &str) -> Result<(), $crate::domain::FieldError> {
                match field { $( $field::$variant => <$type as $crate::domain::Entry>::parse(typed).map(drop), )+ }
            }

            fn set(&mut self, field: $field, typed: &str) -> Result<(), $crate::domain::FieldError> {
                match field { $( $field::$variant => self.$member = $crate::domain::Entry::parse(typed)?, )+ }
                Ok(())
            }
        }
    };
}
pub(crate) use record;
