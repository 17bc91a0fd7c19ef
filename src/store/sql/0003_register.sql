-- The register of issued documents. A line and its file are written once and never changed; the triggers below are a net
-- under the program, which has no way to change them (docs/decisions/0006-the-register-is-only-added-to.md). They leave
-- open what forgetting someone will need, and nothing else: to blank name, group and description of a line, then to
-- delete its file.

-- leerling, stage and onderdeel point at nothing that SQLite guards: a record may be gone by undo, its paper is not.
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
CREATE INDEX issued_leerling ON issued (leerling);
CREATE INDEX issued_stage ON issued (stage);
CREATE INDEX issued_onderdeel ON issued (onderdeel);

CREATE TABLE issued_file (
    document INTEGER PRIMARY KEY REFERENCES issued (id),
    inhoud   TEXT NOT NULL,                                   -- what it says, as JSON
    pdf      BLOB NOT NULL
) STRICT;

CREATE TABLE withdrawal (
    document INTEGER PRIMARY KEY REFERENCES issued (id),
    op       TEXT NOT NULL CHECK (op <> ''),
    door     TEXT NOT NULL,
    reden    TEXT CHECK (reden <> '')                         -- NULL: forgotten
) STRICT;

-- INSERT OR REPLACE deletes without asking the triggers for DELETE.
CREATE TRIGGER issued_once BEFORE INSERT ON issued
WHEN EXISTS (SELECT 1 FROM issued WHERE id = NEW.id OR vervangt = NEW.vervangt
    OR (soort = NEW.soort AND jaar = NEW.jaar AND volgnummer = NEW.volgnummer))
BEGIN SELECT RAISE(ABORT, 'register: this number is taken'); END;

CREATE TRIGGER issued_stays BEFORE DELETE ON issued
BEGIN SELECT RAISE(ABORT, 'register: a line stays'); END;

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

CREATE TRIGGER issued_file_once BEFORE INSERT ON issued_file
WHEN EXISTS (SELECT 1 FROM issued_file WHERE document = NEW.document)
    OR (SELECT naam FROM issued WHERE id = NEW.document) IS NULL
BEGIN SELECT RAISE(ABORT, 'register: a file is kept once'); END;

CREATE TRIGGER issued_file_is_fixed BEFORE UPDATE ON issued_file
BEGIN SELECT RAISE(ABORT, 'register: a file is not changed'); END;

CREATE TRIGGER issued_file_stays BEFORE DELETE ON issued_file
WHEN (SELECT naam FROM issued WHERE id = OLD.document) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'register: a file stays'); END;

CREATE TRIGGER withdrawal_once BEFORE INSERT ON withdrawal
WHEN EXISTS (SELECT 1 FROM withdrawal WHERE document = NEW.document)
BEGIN SELECT RAISE(ABORT, 'register: withdrawn already'); END;

CREATE TRIGGER withdrawal_stays BEFORE DELETE ON withdrawal
BEGIN SELECT RAISE(ABORT, 'register: a withdrawal stays'); END;

CREATE TRIGGER withdrawal_is_fixed BEFORE UPDATE ON withdrawal
WHEN NEW.document IS NOT OLD.document OR NEW.op IS NOT OLD.op OR NEW.door IS NOT OLD.door
    OR NEW.reden IS NOT NULL
    OR (SELECT naam FROM issued WHERE id = OLD.document) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'register: a withdrawal is not changed'); END;
