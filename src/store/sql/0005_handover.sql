-- What goes from one dossier to another (docs/decisions/0070-a-learner-travels-as-a-small-dossier.md).

-- By what a record is known when it comes back: drawn at random when it first leaves, and it goes along. Says nothing
-- about anyone. Outside the journal: undo takes the record away, and what it was known by does no harm.
CREATE TABLE mark (
    table_name TEXT NOT NULL CHECK (table_name <> ''),
    row_id     INTEGER NOT NULL,
    mark       TEXT NOT NULL UNIQUE CHECK (length(mark) = 32),
    PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

-- The bytes of documents that others issued, by their SHA-256. Only added to; outside the journal, as pictures are.
CREATE TABLE received_file (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    pdf  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- A document of a learner that another dossier issued. Not of the register: its number is of another school.
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
