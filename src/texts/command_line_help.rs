//! The help of the command line: what each command does and takes.

/// One line about each command, and what it takes. The words themselves are in `command_line`.
const COMMANDS: [(&str, &str, &str); 13] = [
    (
        "nieuw",
        "praktijkdossier nieuw DOSSIER [--nieuw-wachtwoord-bestand PAD]",
        "Maakt een nieuw, leeg dossier.\n\n\
         Met --nieuw-wachtwoord-bestand krijgt het dossier een wachtwoord: de eerste regel van dat\n\
         bestand (- is standaardinvoer). De herstelcode die dan verschijnt, hoort op papier.\n\
         Een bestand dat er al is, wordt nooit overschreven.",
    ),
    (
        "voorbeeld",
        "praktijkdossier voorbeeld DOSSIER [--leerlingen N] [--zaad GETAL] [--nieuw-wachtwoord-bestand PAD]",
        "Maakt een nieuw dossier met verzonnen mensen, leerbedrijven, stages en behaalde onderdelen.\n\n\
         --leerlingen N   hoeveel leerlingen (anders 60)\n\
         --zaad GETAL     hetzelfde getal geeft hetzelfde dossier (anders 1); gebruik dan ook --nu,\n\
         \u{20}                want de datums liggen rond vandaag",
    ),
    (
        "toon",
        "praktijkdossier toon DOSSIER WAT [--zoek TEKST] [--json]",
        "Laat zien wat er in een dossier staat.\n\n\
         WAT is leerlingen, leerbedrijven, stages, onderdelen, documenten, catalogus, geschiedenis of school.\n\n\
         --zoek TEKST   alleen waar alle woorden in voorkomen; accenten en hoofdletters tellen niet\n\
         --json         als JSON: id en alle velden, datums als jjjj-mm-dd, leeg als null. Wat zo\n\
         \u{20}              getoond wordt, neemt de opdracht zet terug.",
    ),
    (
        "zet",
        "praktijkdossier zet DOSSIER SOORT [--json BESTAND]",
        "Voegt gegevens toe of verandert ze, uit JSON. Alles of niets.\n\n\
         SOORT is leerling, leerbedrijf, stage, onderdeel of school. De JSON is één object of een\n\
         lijst. Met een id verandert dat gegeven, zonder id komt er een bij. Alleen velden die er\n\
         staan, veranderen; null maakt een veld leeg.\n\n\
         --json BESTAND   lees dit bestand en antwoord in JSON; - of weglaten is standaardinvoer\n\n\
         Een leerbedrijf mag lijsten praktijkopleiders en erkenningen hebben, een onderdeel een lijst\n\
         bewijs, de school een lijst praktijkbegeleiders. Een logo kan met logo-bestand of\n\
         branchelogo-bestand: het pad van een PNG of JPEG. Met een crebo (en een code) vult de\n\
         catalogus de namen en titels in die niet gegeven zijn.",
    ),
    (
        "gereed",
        "praktijkdossier gereed DOSSIER [SOORT] [--json]",
        "Zegt wat uitgegeven kan worden, en anders welk veld ontbreekt.\n\n\
         SOORT is praktijkverklaring, certificaat, mbo-verklaring, totaaloverzicht of overneemblad.\n\
         Zonder SOORT gaat het over praktijkverklaringen.",
    ),
    (
        "maak",
        "praktijkdossier maak DOSSIER SOORT (--leerling ID… | --alle) --plaats PLAATS --datum DATUM --naar MAP [--concept] [--json]",
        "Maakt documenten als PDF van alles wat klaar is, en zet ze in het register.\n\n\
         SOORT is praktijkverklaring, certificaat, mbo-verklaring, totaaloverzicht of overneemblad.\n\n\
         --leerling ID…   van deze leerlingen\n\
         --alle           van alle leerlingen\n\
         --plaats PLAATS  waar getekend wordt\n\
         --datum DATUM    wanneer: jjjj-mm-dd of dd-mm-jjjj\n\
         --naar MAP       waar de bestanden komen: praktijkverklaring-PV-2026-0001.pdf. Een bestand\n\
         \u{20}                dat er al is, wordt niet overschreven.\n\
         --concept        met het woord CONCEPT erop, ook als er gegevens ontbreken; zonder nummer\n\n\
         Wat al is uitgegeven, wordt overgeslagen: trek het eerst in als het niet meer klopt. Een\n\
         overneemblad is om over te nemen en komt niet in het register.",
    ),
    (
        "opnieuw",
        "praktijkdossier opnieuw DOSSIER NUMMER --naar BESTAND [--duplicaat]",
        "Maakt een uitgegeven document opnieuw, byte voor byte gelijk.\n\n\
         NUMMER staat op het document, zoals PV-2026-0001.\n\n\
         --naar BESTAND   waar de PDF komt; een bestand dat er al is, wordt niet overschreven\n\
         --duplicaat      met het woord Duplicaat erop",
    ),
    (
        "trekin",
        "praktijkdossier trekin DOSSIER NUMMER --reden TEKST",
        "Trekt een uitgegeven document in. Het blijft in het register staan.\n\n\
         Maak je daarna hetzelfde document nog eens, dan verwijst het nieuwe naar het ingetrokken.",
    ),
    (
        "keur",
        "praktijkdossier keur BESTAND [--json]",
        "Kijkt of een dossier of reservekopie heel is en zegt wat erin zit. Verandert niets.",
    ),
    (
        "reservekopie",
        "praktijkdossier reservekopie DOSSIER --naar BESTAND [--nieuw-wachtwoord-bestand PAD]",
        "Maakt een reservekopie van een dossier, en kijkt die na.\n\n\
         --naar BESTAND   waar hij komt. Een bestand dat er al is, wordt nooit overschreven.\n\n\
         De reservekopie opent met het wachtwoord of de herstelcode van het dossier. Met\n\
         --nieuw-wachtwoord-bestand krijgt hij een eigen wachtwoord: de eerste regel van dat bestand.\n\
         Van een dossier zonder wachtwoord is de reservekopie anders voor iedereen te lezen.",
    ),
    (
        "herstel",
        "praktijkdossier herstel BESTAND --naar DOSSIER",
        "Maakt weer een dossier van een reservekopie.\n\n\
         --naar DOSSIER   waar het komt. Een dossier dat er al is, wordt bewaard onder een andere naam\n\
         \u{20}                ernaast, en pas nadat de hele reservekopie is nagekeken.\n\n\
         Het dossier krijgt het wachtwoord dat het had. Had de reservekopie een eigen wachtwoord, dan\n\
         krijgt een dossier met een wachtwoord dat, en een nieuwe herstelcode.",
    ),
    (
        "red",
        "praktijkdossier red DOSSIER --naar NIEUW [--json]",
        "Redt uit een beschadigd dossier alles wat nog te lezen is, in een nieuw dossier.\n\n\
         --naar NIEUW     waar het nieuwe dossier komt. Een bestand dat er al is, wordt nooit overschreven.\n\n\
         Het beschadigde dossier blijft zoals het is. Wat niet te lezen is, wordt genoemd; er wordt niets\n\
         bij verzonnen. Het nieuwe dossier opent met hetzelfde wachtwoord. Is er een goede reservekopie,\n\
         zet dan liever die terug (herstel).",
    ),
    (
        "wachtwoord",
        "praktijkdossier wachtwoord DOSSIER [--nieuw-wachtwoord-bestand PAD] [--nieuwe-herstelcode] [--weghalen]",
        "Stelt het wachtwoord van een dossier in, wijzigt het of haalt het weg.\n\n\
         Zonder opties wordt een nieuw wachtwoord gevraagd.\n\n\
         --nieuw-wachtwoord-bestand PAD   het nieuwe wachtwoord: de eerste regel van dit bestand. Is die\n\
         \u{20}                                leeg, dan verandert er niets.\n\
         --nieuwe-herstelcode             maakt een andere herstelcode; de oude geldt dan niet meer\n\
         --weghalen                       haalt het wachtwoord weg. Daarna kan iedereen die bij het\n\
         \u{20}                                bestand kan, alles lezen.\n\n\
         Het wachtwoord van nu, of de herstelcode, komt uit --wachtwoord-bestand of wordt gevraagd. Wijzig\n\
         je alleen het wachtwoord, dan blijft de herstelcode gelden. Reservekopieën van eerder openen met\n\
         het wachtwoord van toen.",
    ),
];

const HEAD: &str =
    "Praktijkdossier: leerlingen, stages en behaalde onderdelen, en de documenten daarvan.";

const COMMON: &str = "\
Bij elke opdracht:
  --wachtwoord-bestand PAD   het wachtwoord van het dossier: de eerste regel van dit bestand;
                             - is standaardinvoer. Anders wordt het gevraagd.
  --nu TIJDSTIP              zet de klok, zoals 2026-03-02T09:00:00Z
  --help                     deze uitleg, of die van een opdracht
  --version                  de versie

Zonder opdracht gaat het venster open. Een opdracht eindigt met 0 (gedaan), 1 (geweigerd, met een
zin die zegt waarom en wat er wel is gedaan) of 2 (verkeerd gebruikt).";

/// The help of the program, or of one command.
pub fn help(command: Option<&str>) -> String {
    let known = COMMANDS.iter().find(|(word, _, _)| Some(*word) == command);
    if let Some((_, use_of, about)) = known {
        return format!("{use_of}\n\n{about}");
    }
    let mut out = format!("{HEAD}\n\n  praktijkdossier [DOSSIER]\n      Opent het venster.\n");
    for (_, use_of, about) in COMMANDS {
        let first = about.lines().next().unwrap_or_default();
        out.push_str(&format!("  {use_of}\n      {first}\n"));
    }
    format!("{out}\n{COMMON}")
}

pub fn version(number: &str) -> String {
    format!("Praktijkdossier {number}")
}
