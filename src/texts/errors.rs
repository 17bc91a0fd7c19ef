//! What to say when something goes wrong: what happened, what it means for the data, what to do now.

use crate::backup::BackupError;
use crate::documents::kept::KeptError;
use crate::documents::pdf::PdfError;
use crate::files::{FileError, FileVerb};
use crate::handover::HandoverError;
use crate::issuing::NotMade;
use crate::pictures::PictureError;
use crate::store::StoreError;
use crate::texts::choices;

/// The sentence for a failure of the dossier's file.
pub fn store(error: &StoreError) -> String {
    let text = match error {
        StoreError::Busy => {
            "Dit dossier is al open in een ander programma of venster. Er is niets veranderd. Sluit het daar en probeer het opnieuw."
        }
        StoreError::NotFound => {
            "Dit bestand is er niet (meer). Misschien is het verplaatst, of zit de USB-stick er niet in. Kies een ander bestand."
        }
        StoreError::AlreadyThere => {
            "Er is al een bestand met deze naam. Het is niet overschreven. Kies een andere naam."
        }
        StoreError::TooNew { .. } => {
            "Dit dossier is gemaakt met een nieuwere versie van Praktijkdossier. Er is niets veranderd. Installeer de nieuwste versie en open het dan."
        }
        StoreError::NotOurs => {
            "Dit bestand is geen dossier van Praktijkdossier. Er is niets veranderd. Kies een ander bestand."
        }
        StoreError::NeedsPassword => {
            "Dit dossier heeft een wachtwoord. Er is niets geopend. Geef het wachtwoord en probeer het opnieuw."
        }
        StoreError::NoPassword => {
            "Dit dossier heeft geen wachtwoord, maar er is wel een wachtwoord gegeven. Er is niets geopend. Open het zonder wachtwoord."
        }
        StoreError::WrongPassword => {
            "Dit wachtwoord past niet. Er is niets veranderd. Probeer het opnieuw; let op hoofdletters."
        }
        StoreError::KeyFile => {
            "Het sleutelbestand (.sleutels) naast dit dossier ontbreekt of is beschadigd. Het dossier is niet veranderd. Zet het sleutelbestand terug naast het dossier."
        }
        StoreError::Gone { kind, .. } => {
            return format!(
                "Dit is er niet meer: {}. Er is niets veranderd. Misschien is het verwijderd; maak dat dan ongedaan.",
                choices::record(*kind)
            );
        }
        StoreError::BadRow { kind, id, .. } => {
            return format!(
                "De gegevens van {} nummer {id} zijn niet goed te lezen. Ze zijn niet veranderd. Laat het dossier nakijken met de opdracht keur.",
                choices::record(*kind)
            );
        }
        StoreError::Reference { kind } => {
            return format!(
                "Dit bestaat niet (meer) of past hier niet bij: {}. Er is niets veranderd. Kies iets anders.",
                choices::record(*kind)
            );
        }
        StoreError::NoPicture => {
            "Het logo staat niet in dit dossier. Er is niets veranderd. Kies het logo opnieuw."
        }
        StoreError::NoFile => "Het document staat niet in dit dossier. Er is niets veranderd.",
        StoreError::InUse => {
            "Dit kan niet weg, want andere gegevens gebruiken het nog. Er is niets veranderd. Haal het eerst daar weg."
        }
        StoreError::UndoBlocked => {
            "Ongedaan maken kan hier niet, want de gegevens zijn daarna op een andere manier veranderd. Er is niets veranderd. Verander zelf wat anders moet."
        }
        StoreError::NoDocument(number) => {
            return format!(
                "Document {number} staat niet in het register van dit dossier. Er is niets veranderd. Kijk het nummer na."
            );
        }
        StoreError::NotNext(number) => {
            return format!(
                "Het nummer {number} is intussen niet meer het volgende. Er is niets uitgegeven. Probeer het opnieuw."
            );
        }
        StoreError::Withdrawn(number) => {
            return format!("Document {number} was al ingetrokken. Er is niets veranderd.");
        }
        StoreError::NotToReplace(number) => {
            return format!(
                "Document {number} kan niet vervangen worden: het is niet ingetrokken, al vervangen of van iemand anders. Er is niets uitgegeven. Trek het eerst in."
            );
        }
        StoreError::Forgotten(number) => {
            return format!(
                "De inhoud van document {number} is voorgoed gewist. Het kan niet opnieuw gemaakt worden; het register is niet veranderd."
            );
        }
        StoreError::Full => {
            "De schijf is vol. De laatste wijziging is niet bewaard; al het andere wel. Maak ruimte op de schijf en probeer het opnieuw."
        }
        StoreError::Disk => {
            "De schijf gaf een fout bij het lezen of schrijven van het dossier. Er is niets veranderd. Probeer het opnieuw; blijft het misgaan, open dan een reservekopie op een andere schijf."
        }
        StoreError::NotKept => {
            "De schijf gaf een fout bij het bewaren. Het dossier is daarna opnieuw gelezen: de laatste wijziging staat er niet in, al het andere wel. Probeer het opnieuw; gebeurt dit vaker, maak dan een reservekopie op een andere schijf."
        }
        StoreError::Away => {
            "Het dossier is nu niet te bereiken. Misschien zit de USB-stick er niet meer in, of is de netwerkmap weg. Al het andere staat in het dossier. Sluit de schijf weer aan en probeer het opnieuw; dan blijkt ook of de laatste wijziging is bewaard."
        }
        StoreError::ReadOnly => {
            "In dit dossier mag niet geschreven worden. Er is niets veranderd. Zet het in een map waarin u mag schrijven."
        }
        StoreError::CannotOpen => {
            "Dit bestand kan niet geopend of gemaakt worden. Er is niets veranderd. Bestaat de map, en mag u erin schrijven?"
        }
        StoreError::Unfinished => {
            "Dit dossier is de vorige keer niet goed gesloten, bijvoorbeeld doordat de stroom uitviel. Er is niets kwijt. Open het één keer in het venster; dan herstelt het zichzelf."
        }
        StoreError::Shape => {
            "Dit dossier is anders opgebouwd dan deze versie van Praktijkdossier het maakt. Het is niet geopend en niet veranderd. Open het met het programma waarmee het is gemaakt, of open een reservekopie."
        }
        StoreError::Damaged => {
            "Dit dossier is beschadigd. Het is niet veranderd. Bewaar het en open een reservekopie."
        }
        StoreError::NothingToSave => {
            "In dit bestand is niets gevonden dat te lezen is. Het is niet veranderd, en er is geen nieuw dossier gemaakt. Zet een reservekopie terug."
        }
        StoreError::TooLargeToRead => {
            "Dit dossier is te groot om te bekijken terwijl het ergens anders open is. Er is niets veranderd. Sluit het daar en probeer het opnieuw."
        }
        StoreError::OnlyToRead => "Dit dossier is alleen-lezen geopend. Er is niets veranderd.",
        StoreError::NotTheSame => {
            "De nieuwe versie van dit dossier is niet precies gelijk aan de oude. Daarom is het dossier niet veranderd. Laat het nakijken met de opdracht keur en probeer het opnieuw."
        }
        StoreError::NotCopied => {
            "Dit dossier is van een oudere versie. Voor het wordt bijgewerkt, bewaart het programma een kopie ernaast, en dat lukte niet. Er is niets veranderd. Maak ruimte op de schijf, of zet het dossier in een map waar u bestanden mag maken."
        }
        StoreError::Setting(_) => {
            "Het dossier is niet geopend, want de veilige instellingen werken hier niet. Er is niets veranderd. Meld dit aan de makers."
        }
        StoreError::Random => {
            "Deze computer geeft geen willekeurige getallen voor een veilige sleutel. Er is niets gemaakt. Start de computer opnieuw en probeer het nog eens."
        }
        StoreError::Sql(_) => {
            "Er ging iets mis met het dossier. De laatste wijziging is niet bewaard; al het andere wel. Probeer het opnieuw; blijft het misgaan, sluit dan het programma en open het dossier weer."
        }
    };
    text.to_owned()
}

/// The sentence for a backup that could not be made, read or restored.
pub fn handover(error: &HandoverError) -> String {
    let error = match error {
        HandoverError::Store(error) => return store(error),
        HandoverError::File(error) => error,
    };
    match error {
        BackupError::NotABackup => {
            "Dit bestand is geen overdracht van Praktijkdossier. Er is niets veranderd. Kies een ander bestand."
        }
        BackupError::TooNew { .. } | BackupError::Store(StoreError::TooNew { .. }) => {
            "Deze overdracht is gemaakt met een nieuwere versie van Praktijkdossier. Er is niets veranderd. Installeer de nieuwste versie en probeer het dan."
        }
        BackupError::NeedsPassword | BackupError::NoPassword | BackupError::WrongPassword => {
            "Dit wachtwoord past niet op deze overdracht. Er is niets veranderd. Vraag het na bij wie de overdracht maakte; let op hoofdletters."
        }
        BackupError::Damaged(_) => {
            "Deze overdracht is beschadigd. Er is niets getoond en niets veranderd. Vraag om een nieuwe overdracht."
        }
        BackupError::NotAsWritten(_) => {
            "De overdracht is na het schrijven nagekeken en was niet goed. Hij is weer weggehaald; het dossier is niet veranderd. Kies een andere schijf of map, of draag minder leerlingen tegelijk over."
        }
        BackupError::Stopped => "Gestopt. Er is niets gemaakt en niets veranderd.",
        BackupError::File(error) => return file(error),
        BackupError::Store(error) => return store(error),
    }
    .to_owned()
}

pub fn backup(error: &BackupError) -> String {
    match error {
        BackupError::NotABackup => {
            "Dit bestand is geen reservekopie van Praktijkdossier. Er is niets veranderd. Kies een ander bestand."
        }
        BackupError::TooNew { .. } => {
            "Deze reservekopie is gemaakt met een nieuwere versie van Praktijkdossier. Er is niets veranderd. Installeer de nieuwste versie en probeer het dan."
        }
        BackupError::NeedsPassword => {
            "Deze reservekopie heeft een wachtwoord. Er is niets veranderd. Geef het wachtwoord en probeer het opnieuw."
        }
        BackupError::NoPassword => {
            "Deze reservekopie heeft geen wachtwoord, maar er is wel een wachtwoord gegeven. Er is niets veranderd. Probeer het zonder wachtwoord."
        }
        BackupError::WrongPassword => {
            "Dit wachtwoord past niet op deze reservekopie. Er is niets veranderd. Gebruik het wachtwoord van toen hij is gemaakt, of de herstelcode; let op hoofdletters."
        }
        BackupError::Damaged(_) => {
            "Deze reservekopie is beschadigd. Er is niets veranderd. Gebruik een andere reservekopie, en bewaar deze."
        }
        BackupError::NotAsWritten(_) => {
            "De reservekopie is na het schrijven nagekeken en was niet goed. Hij is weer weggehaald; het dossier is niet veranderd. Kies een andere schijf of map en probeer het opnieuw."
        }
        BackupError::Stopped => "Gestopt. Er is niets gemaakt en niets veranderd.",
        BackupError::File(error) => return file(error),
        BackupError::Store(error) => return store(error),
    }
    .to_owned()
}

/// The sentence for a file that could not be read or written.
pub fn file(error: &FileError) -> String {
    format!("{} Het dossier is niet veranderd.", file_alone(error))
}

/// As the sentence for a file, where something else may have been done.
pub fn file_alone(error: &FileError) -> String {
    use std::io::ErrorKind;
    let name = error.path.display();
    let verb = match error.verb {
        FileVerb::Read => "gelezen",
        FileVerb::Write => "gemaakt",
    };
    let kind = error.source.kind();
    let why = if kind == ErrorKind::NotFound {
        "Het bestand of de map is er niet. Kies een andere plek."
    } else if kind == ErrorKind::PermissionDenied || kind == ErrorKind::ReadOnlyFilesystem {
        "Dat mag niet op deze plek. Kies een andere map."
    } else if kind == ErrorKind::StorageFull || kind == ErrorKind::QuotaExceeded {
        "De schijf is vol. Maak ruimte en probeer het opnieuw."
    } else if kind == ErrorKind::NotADirectory || kind == ErrorKind::AlreadyExists {
        "Op deze plek staat al een bestand. Kies een andere map."
    } else if kind == ErrorKind::FileTooLarge {
        "Het bestand is te groot. Kies een kleiner bestand."
    } else {
        "Is het misschien open in een ander programma? Sluit het daar en probeer het opnieuw."
    };
    format!("{name} kan niet {verb} worden. {why}")
}

/// The sentence for a paper that could not be made.
pub fn pdf(error: &PdfError) -> String {
    match error {
        PdfError::MissingCharacter { character } => format!(
            "Het teken {character} (U+{:04X}) kan niet op papier. Het document is niet gemaakt; uw gegevens zijn niet veranderd. Kijk of dit teken goed is getypt.",
            u32::from(*character)
        ),
        PdfError::Face(_)
        | PdfError::Subset(_)
        | PdfError::Drawing
        | PdfError::Packing
        | PdfError::Structure(_)
        | PdfError::Write(_) => {
            "Het document kon niet gemaakt worden. Dit had niet mogen gebeuren. Uw gegevens zijn niet veranderd. Meld dit aan de makers.".to_owned()
        }
    }
}

/// The sentence for a document that is not made. What is missing is listed elsewhere.
pub fn not_made(error: &NotMade) -> String {
    match error {
        NotMade::Missing(_) => "Er ontbreken gegevens.".to_owned(),
        NotMade::WrongField(_) => "In een veld staat iets dat niet past. Verbeter dat eerst.".to_owned(),
        NotMade::KeepsChanging => {
            "De gegevens veranderden steeds terwijl dit document werd gemaakt. Er is niets uitgegeven. Maak het opnieuw als er niemand meer aan werkt."
                .to_owned()
        }
        NotMade::Issued(number) => format!(
            "Dit is al uitgegeven als {number}. Maak dat opnieuw, of trek het eerst in als het niet meer klopt."
        ),
        NotMade::NotRegistered => {
            "Dit document komt niet in het register. Er is niets gemaakt.".to_owned()
        }
        NotMade::MustBeIssued => {
            "Dit document moet uitgegeven worden, met een nummer. Er is niets gemaakt.".to_owned()
        }
        NotMade::FileThere(path) => format!(
            "{} bestaat al en is niet overschreven. Haal het weg of kies een andere map.",
            path.display()
        ),
        NotMade::File(error) => file_alone(error),
        NotMade::Store(error) => store(error),
        NotMade::Pdf(error) => pdf(error),
        NotMade::Kept(KeptError::Format(_)) => {
            "Dit document is bewaard door een nieuwere versie van Praktijkdossier. Er is niets gemaakt. Installeer de nieuwste versie."
                .to_owned()
        }
        NotMade::Kept(KeptError::NoPicture) => {
            "Een logo van dit document staat niet meer in het dossier. Er is geen duplicaat gemaakt. Het document zelf kan wel opnieuw gemaakt worden."
                .to_owned()
        }
        NotMade::Kept(KeptError::Text(_)) => {
            "Wat dit document zegt, is niet meer te lezen. Er is geen duplicaat gemaakt. Het document zelf kan wel opnieuw gemaakt worden."
                .to_owned()
        }
    }
}

/// The sentence for a logo that is refused.
pub fn picture(error: PictureError) -> String {
    match error {
        PictureError::NotAPicture => {
            "Dit bestand is geen PNG of JPEG die te lezen is. Het logo is niet veranderd. Kies een andere afbeelding."
        }
        PictureError::TooLarge => {
            "Deze afbeelding is te groot. Het logo is niet veranderd. Kies een afbeelding van hoogstens 8.000 bij 8.000 punten."
        }
    }
    .to_owned()
}
