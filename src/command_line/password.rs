//! `wachtwoord`: a first password, another one, or none any more.

use std::path::Path;

use zeroize::Zeroizing;

use crate::command_line::access;
use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::terminal::{STANDARD_INPUT, Terminal};
use crate::store::{self, Password, PasswordChange, Renewal};
use crate::texts::command_line as text;

/// `wachtwoord DOSSIER`.
pub(super) fn run(given: &Given, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
    let [dossier] = given.words([Usage::NoDossier(Command::Password)])?;
    let dossier = Path::new(dossier);
    let (new_code, take) = (given.flag(Opt::NewRecoveryCode), given.flag(Opt::TakeAway));
    let new_file = given.one(Opt::NewPassword);
    if take && (new_code || new_file.is_some()) {
        return Err(Usage::TakeOrGive.into());
    }
    let asks = !take && !new_code && new_file.is_none();
    if asks && !terminal.input_is_a_person {
        return Err(Usage::NoNewPassword.into());
    }
    let from_input = |option| given.one(option).is_some_and(|path| path == STANDARD_INPUT);
    if from_input(Opt::Password) && from_input(Opt::NewPassword) {
        return Err(Usage::PasswordsFromInput.into());
    }
    if !store::has_password(dossier)? {
        if take || (new_code && new_file.is_none()) || given.one(Opt::Password).is_some() {
            return Err(Refusal::HasNoPassword);
        }
        let new = new_password(given, terminal)?;
        let change = PasswordChange::give(dossier, &new)?;
        return finish(change, asks, &[text::PASSWORD_GIVEN], terminal);
    }
    let present = access::present_password(given, terminal)?;
    if take {
        PasswordChange::take(dossier, &present)?.apply()?;
        terminal.say(text::PASSWORD_TAKEN)?;
        return terminal.warn(text::NO_PASSWORD);
    }
    let (renewal, said) = if new_code && new_file.is_none() {
        (Renewal::RecoveryCode, &[text::CODE_CHANGED][..])
    } else {
        let new = new_password(given, terminal)?;
        if new_code {
            (Renewal::Both(new), &[text::PASSWORD_CHANGED, text::CODE_CHANGED][..])
        } else {
            (Renewal::Password(new), &[text::PASSWORD_CHANGED, text::CODE_KEPT][..])
        }
    };
    finish(PasswordChange::renew(dossier, &present, &renewal)?, asks, said, terminal)
}

/// Out of the file, or typed twice.
fn new_password(given: &Given, terminal: &mut Terminal<'_>) -> Result<Password, Refusal> {
    if let Some(password) = access::new_password(given, terminal)? {
        return Ok(password);
    }
    let new = access::typed_password(text::ASK_NEW_PASSWORD, terminal)?;
    if new == access::typed_password(text::ASK_AGAIN, terminal)? {
        Ok(new)
    } else {
        Err(Refusal::PasswordsDiffer)
    }
}

/// Tells the recovery code before it counts. Who typed the password types the code back; a script is not asked.
fn finish(
    change: PasswordChange,
    asks: bool,
    said: &[&str],
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    if let Some(code) = change.recovery_code() {
        terminal.say(&text::recovery_code(code))?;
        if asks {
            terminal.out.flush()?;
            let typed = Zeroizing::new(terminal.ask(text::ASK_CODE)?);
            if !change.is_recovery_code(&typed) {
                return Err(Refusal::WrongCode);
            }
        }
    }
    change.apply()?;
    said.iter().try_for_each(|line| terminal.say(line))
}
