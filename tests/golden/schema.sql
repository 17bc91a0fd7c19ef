CREATE TABLE erkenning (
    id          INTEGER PRIMARY KEY,
    leerbedrijf INTEGER NOT NULL REFERENCES leerbedrijf (id),
    crebo       TEXT NOT NULL CHECK (length(crebo) = 5),
    van         TEXT CHECK (length(van) = 10),
    tot         TEXT CHECK (length(tot) = 10),
    removed_at  TEXT
) STRICT;

CREATE INDEX erkenning_leerbedrijf ON erkenning (leerbedrijf);

CREATE TABLE evidence (
    id         INTEGER PRIMARY KEY,
    onderdeel  INTEGER NOT NULL REFERENCES exam_component (id),
    datum      TEXT NOT NULL CHECK (length(datum) = 10),
    situatie   TEXT NOT NULL CHECK (situatie <> ''),
    wie        TEXT CHECK (wie <> ''),
    removed_at TEXT
) STRICT;

CREATE INDEX evidence_onderdeel ON evidence (onderdeel);

CREATE TABLE exam_component (
    id               INTEGER PRIMARY KEY,
    leerling         INTEGER NOT NULL REFERENCES learner (id),
    soort            TEXT NOT NULL CHECK (soort <> ''),
    stage            INTEGER REFERENCES traineeship (id),
    crebo            TEXT CHECK (length(crebo) = 5),
    kwalificatie     TEXT CHECK (kwalificatie <> ''),
    niveau           INTEGER CHECK (niveau BETWEEN 1 AND 4),
    code             TEXT CHECK (code <> ''),
    kerntaak         TEXT CHECK (kerntaak <> ''),
    titel            TEXT NOT NULL CHECK (titel <> ''),
    stand            TEXT CHECK (stand <> ''),
    vastgesteld_op   TEXT CHECK (length(vastgesteld_op) = 10),
    vastgesteld_door INTEGER REFERENCES praktijkopleider (id),
    resultaat        TEXT CHECK (resultaat <> ''),
    resultaat_op     TEXT CHECK (length(resultaat_op) = 10),
    deelexamen       INTEGER NOT NULL CHECK (deelexamen IN (0, 1)),
    bron             TEXT CHECK (bron <> ''),
    removed_at       TEXT
, certificaat INTEGER NOT NULL DEFAULT 0 CHECK (certificaat IN (0, 1)), dossier TEXT CHECK (dossier <> ''), dossier_crebo TEXT CHECK (length(dossier_crebo) = 5), beroepsvereisten TEXT CHECK (beroepsvereisten <> ''), besluit_examencommissie TEXT CHECK (length(besluit_examencommissie) = 10)) STRICT;

CREATE INDEX exam_component_leerling ON exam_component (leerling);

CREATE INDEX exam_component_stage ON exam_component (stage);

CREATE TABLE issued (
    id           INTEGER PRIMARY KEY,
    soort        TEXT NOT NULL CHECK (soort <> ''),
    jaar         INTEGER NOT NULL CHECK (jaar BETWEEN 1900 AND 2199),   -- of datum
    volgnummer   INTEGER NOT NULL CHECK (volgnummer > 0),
    leerling     INTEGER NOT NULL,
    stage        INTEGER,
    onderdeel    INTEGER,
    naam         TEXT,                                        -- as in a list; NULL: forgotten
    groep        TEXT,
    omschrijving TEXT,                                        -- for what
    plaats       TEXT NOT NULL CHECK (plaats <> ''),          -- of signing
    datum        TEXT NOT NULL CHECK (length(datum) = 10),    -- of signing
    gemaakt_op   TEXT NOT NULL CHECK (gemaakt_op <> ''),
    gemaakt_door TEXT NOT NULL,
    programma    TEXT NOT NULL CHECK (programma <> ''),       -- its version
    vorm         INTEGER NOT NULL CHECK (vorm > 0),           -- the format of inhoud
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64),   -- of the bytes of pdf
    vervangt     INTEGER UNIQUE REFERENCES issued (id),       -- the withdrawn one that this one corrects
    UNIQUE (soort, jaar, volgnummer)
) STRICT;

CREATE TABLE issued_file (
    document INTEGER PRIMARY KEY REFERENCES issued (id),
    inhoud   TEXT NOT NULL,                                   -- what it says, as JSON
    pdf      BLOB NOT NULL
) STRICT;

CREATE TRIGGER issued_file_is_fixed BEFORE UPDATE ON issued_file
BEGIN SELECT RAISE(ABORT, 'register: a file is not changed'); END;

CREATE TRIGGER issued_file_once BEFORE INSERT ON issued_file
WHEN EXISTS (SELECT 1 FROM issued_file WHERE document = NEW.document)
    OR (SELECT naam FROM issued WHERE id = NEW.document) IS NULL
BEGIN SELECT RAISE(ABORT, 'register: a file is kept once'); END;

CREATE TRIGGER issued_file_stays BEFORE DELETE ON issued_file
WHEN (SELECT naam FROM issued WHERE id = OLD.document) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'register: a file stays'); END;

CREATE TRIGGER issued_is_fixed BEFORE UPDATE ON issued
WHEN NEW.id IS NOT OLD.id OR NEW.soort IS NOT OLD.soort OR NEW.jaar IS NOT OLD.jaar
    OR NEW.volgnummer IS NOT OLD.volgnummer OR NEW.leerling IS NOT OLD.leerling
    OR NEW.stage IS NOT OLD.stage OR NEW.onderdeel IS NOT OLD.onderdeel
    OR NEW.plaats IS NOT OLD.plaats OR NEW.datum IS NOT OLD.datum
    OR NEW.gemaakt_op IS NOT OLD.gemaakt_op OR NEW.gemaakt_door IS NOT OLD.gemaakt_door
    OR NEW.programma IS NOT OLD.programma OR NEW.vorm IS NOT OLD.vorm
    OR NEW.sha256 IS NOT OLD.sha256 OR NEW.vervangt IS NOT OLD.vervangt
    OR NEW.naam IS NOT NULL OR NEW.groep IS NOT NULL OR NEW.omschrijving IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'register: a line is not changed'); END;

CREATE INDEX issued_leerling ON issued (leerling);

CREATE TRIGGER issued_once BEFORE INSERT ON issued
WHEN EXISTS (SELECT 1 FROM issued WHERE id = NEW.id OR vervangt = NEW.vervangt
    OR (soort = NEW.soort AND jaar = NEW.jaar AND volgnummer = NEW.volgnummer))
BEGIN SELECT RAISE(ABORT, 'register: this number is taken'); END;

CREATE INDEX issued_onderdeel ON issued (onderdeel);

CREATE INDEX issued_stage ON issued (stage);

CREATE TRIGGER issued_stays BEFORE DELETE ON issued
BEGIN SELECT RAISE(ABORT, 'register: a line stays'); END;

CREATE TABLE journal (
    id             INTEGER PRIMARY KEY,
    at             TEXT NOT NULL,
    who            TEXT NOT NULL,                             -- the account that did it
    verb           TEXT NOT NULL,                             -- Change::verb, or undo or redo
    schema_version INTEGER NOT NULL,                          -- undo stops at a migration: older images, older columns
    subject_kind   TEXT NOT NULL,                             -- the table it was about
    subject_id     INTEGER NOT NULL,                          -- 0: several
    undoes         INTEGER REFERENCES journal (id)
) STRICT;

CREATE TABLE journal_row (
    journal_id INTEGER NOT NULL REFERENCES journal (id),
    seq        INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    leerling   INTEGER,                                       -- whose it is; NULL: of no learner
    before     TEXT,                                          -- JSON object; NULL: was not there
    after      TEXT,                                          -- JSON object; NULL: is gone
    PRIMARY KEY (journal_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_row_leerling ON journal_row (leerling, journal_id) WHERE leerling IS NOT NULL;

CREATE INDEX journal_row_subject ON journal_row (table_name, row_id);

CREATE INDEX journal_undoes ON journal (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE learner (
    id             INTEGER PRIMARY KEY,
    voornamen      TEXT CHECK (voornamen <> ''),              -- all official first names, as in the BRP
    roepnaam       TEXT CHECK (roepnaam <> ''),
    voorvoegsel    TEXT CHECK (voorvoegsel <> ''),
    geslachtsnaam  TEXT CHECK (geslachtsnaam <> ''),          -- surname at birth, as in the BRP
    geboortedatum  TEXT CHECK (length(geboortedatum) = 10),   -- 00 for a day or month that is not known
    geboorteplaats TEXT CHECK (geboorteplaats <> ''),
    geboorteland   TEXT CHECK (geboorteland <> ''),           -- NULL: the Netherlands
    leerlingnummer TEXT CHECK (length(leerlingnummer) BETWEEN 1 AND 20),
    groep          TEXT CHECK (groep <> ''),
    route          TEXT CHECK (route <> ''),
    doelgroep      TEXT CHECK (doelgroep <> ''),
    begeleider     INTEGER REFERENCES praktijkbegeleider (id),
    start          TEXT CHECK (length(start) = 10),
    eind           TEXT CHECK (length(eind) = 10),
    status         TEXT NOT NULL CHECK (status <> ''),
    email          TEXT CHECK (email <> ''),
    telefoon       TEXT CHECK (telefoon <> ''),
    notitie        TEXT CHECK (notitie <> ''),
    removed_at     TEXT
, opleiding_crebo TEXT CHECK (length(opleiding_crebo) = 5), opleiding TEXT CHECK (opleiding <> ''), opleiding_niveau INTEGER CHECK (opleiding_niveau BETWEEN 1 AND 4), startkwalificatie TEXT CHECK (startkwalificatie <> ''), diploma INTEGER NOT NULL DEFAULT 0 CHECK (diploma IN (0, 1)), bpv_optie TEXT CHECK (bpv_optie <> ''), bpv_met_uren INTEGER NOT NULL DEFAULT 0 CHECK (bpv_met_uren IN (0, 1)), bpv_omschrijving TEXT CHECK (bpv_omschrijving <> ''), overige_resultaten TEXT CHECK (overige_resultaten <> '')) STRICT;

CREATE TABLE leerbedrijf (
    id               INTEGER PRIMARY KEY,
    naam             TEXT CHECK (naam <> ''),                 -- as registered by SBB
    vestigingsplaats TEXT CHECK (vestigingsplaats <> ''),     -- as registered by SBB
    leerbedrijf_id   TEXT CHECK (length(leerbedrijf_id) BETWEEN 1 AND 20),
    kvk              TEXT CHECK (length(kvk) = 8),
    adres            TEXT CHECK (adres <> ''),
    postcode         TEXT CHECK (length(postcode) = 7),
    plaats           TEXT CHECK (plaats <> ''),
    telefoon         TEXT CHECK (telefoon <> ''),
    email            TEXT CHECK (email <> ''),
    logo             TEXT REFERENCES picture (hash),
    branchelogo      TEXT REFERENCES picture (hash),
    notitie          TEXT CHECK (notitie <> ''),
    removed_at       TEXT
) STRICT;

CREATE TABLE mark (
    table_name TEXT NOT NULL CHECK (table_name <> ''),
    row_id     INTEGER NOT NULL,
    mark       TEXT NOT NULL UNIQUE CHECK (length(mark) = 32),
    PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ondertekenaar (
    id         INTEGER PRIMARY KEY,
    naam       TEXT CHECK (naam <> ''),
    functie    TEXT CHECK (functie <> ''),
    tekent     INTEGER NOT NULL CHECK (tekent IN (0, 1)),     -- what is made from now on
    removed_at TEXT
) STRICT;

CREATE TABLE own_entry (
    id             INTEGER PRIMARY KEY,
    soort          TEXT NOT NULL CHECK (soort <> ''),
    crebo          TEXT CHECK (length(crebo) = 5),
    code           TEXT CHECK (code <> ''),
    titel          TEXT NOT NULL CHECK (titel <> ''),
    niveau         INTEGER CHECK (niveau BETWEEN 1 AND 4),
    dossier_crebo  TEXT CHECK (length(dossier_crebo) = 5),
    dossier        TEXT CHECK (dossier <> ''),
    geldig_van     TEXT CHECK (length(geldig_van) = 10),
    geldig_tot     TEXT CHECK (length(geldig_tot) = 10),
    vervangen_door TEXT CHECK (vervangen_door <> ''),
    bron           TEXT CHECK (bron <> ''),
    removed_at     TEXT
) STRICT;

CREATE TABLE picture (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    png  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE praktijkbegeleider (
    id          INTEGER PRIMARY KEY,
    voornaam    TEXT CHECK (voornaam <> ''),
    voorvoegsel TEXT CHECK (voorvoegsel <> ''),
    achternaam  TEXT CHECK (achternaam <> ''),
    functie     TEXT CHECK (functie <> ''),
    telefoon    TEXT CHECK (telefoon <> ''),
    email       TEXT CHECK (email <> ''),
    removed_at  TEXT
) STRICT;

CREATE TABLE praktijkopleider (
    id          INTEGER PRIMARY KEY,
    leerbedrijf INTEGER NOT NULL REFERENCES leerbedrijf (id),
    voornaam    TEXT CHECK (voornaam <> ''),
    voorvoegsel TEXT CHECK (voorvoegsel <> ''),
    achternaam  TEXT CHECK (achternaam <> ''),
    functie     TEXT CHECK (functie <> ''),
    telefoon    TEXT CHECK (telefoon <> ''),
    email       TEXT CHECK (email <> ''),
    removed_at  TEXT
) STRICT;

CREATE INDEX praktijkopleider_leerbedrijf ON praktijkopleider (leerbedrijf);

CREATE TABLE received_document (
    id             INTEGER PRIMARY KEY,
    leerling       INTEGER NOT NULL REFERENCES learner (id),
    soort          TEXT NOT NULL CHECK (soort <> ''),
    nummer         TEXT NOT NULL CHECK (nummer <> ''),
    school         TEXT CHECK (school <> ''),                  -- that issued it
    omschrijving   TEXT CHECK (omschrijving <> ''),
    plaats         TEXT CHECK (plaats <> ''),
    datum          TEXT NOT NULL CHECK (length(datum) = 10),
    ingetrokken_op TEXT CHECK (length(ingetrokken_op) = 10),
    reden          TEXT CHECK (reden <> ''),
    vervangt       TEXT CHECK (vervangt <> ''),                -- the number of the withdrawn one that it corrects
    bestand        TEXT NOT NULL REFERENCES received_file (hash),
    removed_at     TEXT
) STRICT;

CREATE INDEX received_document_leerling ON received_document (leerling);

CREATE TABLE received_file (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    pdf  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE school (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    naam       TEXT CHECK (naam <> ''),                       -- as in BRIN
    brin       TEXT CHECK (length(brin) = 4),
    plaats     TEXT CHECK (plaats <> ''),
    logo       TEXT REFERENCES picture (hash),
    removed_at TEXT
, schoolblok INTEGER NOT NULL DEFAULT 0 CHECK (schoolblok IN (0, 1)), schoolblok_tekst TEXT CHECK (schoolblok_tekst <> ''), praktijkverklaring_met_nlqf INTEGER NOT NULL DEFAULT 0 CHECK (praktijkverklaring_met_nlqf IN (0, 1)), certificaat_zonder_nlqf INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_zonder_nlqf IN (0, 1)), certificaat_met_waardering INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_met_waardering IN (0, 1)), certificaat_met_leerweg INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_met_leerweg IN (0, 1)), certificaat_met_leerbedrijf INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_met_leerbedrijf IN (0, 1)), certificaat_naar_rechts TEXT CHECK (certificaat_naar_rechts <> ''), certificaat_omlaag TEXT CHECK (certificaat_omlaag <> ''), herdruk_als_duplicaat INTEGER NOT NULL DEFAULT 0 CHECK (herdruk_als_duplicaat IN (0, 1)), naam_in_bestandsnaam INTEGER NOT NULL DEFAULT 0 CHECK (naam_in_bestandsnaam IN (0, 1)), bewaar_subsidie INTEGER CHECK (bewaar_subsidie BETWEEN 1 AND 99), bewaar_examens INTEGER CHECK (bewaar_examens BETWEEN 1 AND 99), bewaar_nazorg INTEGER CHECK (bewaar_nazorg BETWEEN 1 AND 99), bewaar_overig INTEGER CHECK (bewaar_overig BETWEEN 1 AND 99), documenten_blijven INTEGER NOT NULL DEFAULT 0 CHECK (documenten_blijven IN (0, 1))) STRICT;

CREATE TABLE traineeship (
    id                   INTEGER PRIMARY KEY,
    leerling             INTEGER NOT NULL REFERENCES learner (id),
    leerbedrijf          INTEGER NOT NULL REFERENCES leerbedrijf (id),
    praktijkopleider     INTEGER REFERENCES praktijkopleider (id),
    crebo                TEXT CHECK (length(crebo) = 5),
    kwalificatie         TEXT CHECK (kwalificatie <> ''),
    niveau               INTEGER CHECK (niveau BETWEEN 1 AND 4),
    van                  TEXT CHECK (length(van) = 10),
    tot                  TEXT CHECK (length(tot) = 10),
    uren_afgesproken     INTEGER CHECK (uren_afgesproken BETWEEN 0 AND 9999),
    uren_gerealiseerd    INTEGER CHECK (uren_gerealiseerd BETWEEN 0 AND 9999),
    uren_geschat         INTEGER NOT NULL CHECK (uren_geschat IN (0, 1)),
    overeenkomst         TEXT CHECK (overeenkomst <> ''),
    getekend_school      TEXT CHECK (length(getekend_school) = 10),
    getekend_leerling    TEXT CHECK (length(getekend_leerling) = 10),
    getekend_leerbedrijf TEXT CHECK (length(getekend_leerbedrijf) = 10),
    getekend_ouder       TEXT CHECK (length(getekend_ouder) = 10),
    status               TEXT NOT NULL CHECK (status <> ''),
    notitie              TEXT CHECK (notitie <> ''),
    removed_at           TEXT
, beoordeling TEXT CHECK (beoordeling <> '')) STRICT;

CREATE INDEX traineeship_leerbedrijf ON traineeship (leerbedrijf);

CREATE INDEX traineeship_leerling ON traineeship (leerling);

CREATE TABLE unswept (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    since TEXT NOT NULL
) STRICT;

CREATE TABLE voortgangstoets (
    id          INTEGER PRIMARY KEY,
    leerling    INTEGER NOT NULL REFERENCES learner (id),
    titel       TEXT NOT NULL CHECK (titel <> ''),
    toelichting TEXT CHECK (toelichting <> ''),
    resultaat   TEXT CHECK (resultaat <> ''),
    removed_at  TEXT
) STRICT;

CREATE INDEX voortgangstoets_leerling ON voortgangstoets (leerling);

CREATE TABLE withdrawal (
    document INTEGER PRIMARY KEY REFERENCES issued (id),
    op       TEXT NOT NULL CHECK (op <> ''),
    door     TEXT NOT NULL,
    reden    TEXT CHECK (reden <> '')                         -- NULL: forgotten
) STRICT;

CREATE TRIGGER withdrawal_is_fixed BEFORE UPDATE ON withdrawal
WHEN NEW.document IS NOT OLD.document OR NEW.op IS NOT OLD.op OR NEW.door IS NOT OLD.door
    OR NEW.reden IS NOT NULL
    OR (SELECT naam FROM issued WHERE id = OLD.document) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'register: a withdrawal is not changed'); END;

CREATE TRIGGER withdrawal_once BEFORE INSERT ON withdrawal
WHEN EXISTS (SELECT 1 FROM withdrawal WHERE document = NEW.document)
BEGIN SELECT RAISE(ABORT, 'register: withdrawn already'); END;

CREATE TRIGGER withdrawal_stays BEFORE DELETE ON withdrawal
BEGIN SELECT RAISE(ABORT, 'register: a withdrawal stays'); END;
