-- What the certificaat, the mbo-verklaring and the school's own wishes for paper need (domain facts 0.1 to 0.3).

ALTER TABLE school ADD COLUMN schoolblok INTEGER NOT NULL DEFAULT 0 CHECK (schoolblok IN (0, 1));
ALTER TABLE school ADD COLUMN schoolblok_tekst TEXT CHECK (schoolblok_tekst <> '');
ALTER TABLE school ADD COLUMN praktijkverklaring_met_nlqf INTEGER NOT NULL DEFAULT 0 CHECK (praktijkverklaring_met_nlqf IN (0, 1));
ALTER TABLE school ADD COLUMN certificaat_zonder_nlqf INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_zonder_nlqf IN (0, 1));
ALTER TABLE school ADD COLUMN certificaat_met_waardering INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_met_waardering IN (0, 1));
ALTER TABLE school ADD COLUMN certificaat_met_leerweg INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_met_leerweg IN (0, 1));
ALTER TABLE school ADD COLUMN certificaat_met_leerbedrijf INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_met_leerbedrijf IN (0, 1));
-- In millimetres, with a comma: -1,5.
ALTER TABLE school ADD COLUMN certificaat_naar_rechts TEXT CHECK (certificaat_naar_rechts <> '');
ALTER TABLE school ADD COLUMN certificaat_omlaag TEXT CHECK (certificaat_omlaag <> '');
ALTER TABLE school ADD COLUMN herdruk_als_duplicaat INTEGER NOT NULL DEFAULT 0 CHECK (herdruk_als_duplicaat IN (0, 1));
ALTER TABLE school ADD COLUMN naam_in_bestandsnaam INTEGER NOT NULL DEFAULT 0 CHECK (naam_in_bestandsnaam IN (0, 1));

-- Who signs on behalf of the examencommissie.
CREATE TABLE ondertekenaar (
    id         INTEGER PRIMARY KEY,
    naam       TEXT CHECK (naam <> ''),
    functie    TEXT CHECK (functie <> ''),
    tekent     INTEGER NOT NULL CHECK (tekent IN (0, 1)),     -- what is made from now on
    removed_at TEXT
) STRICT;

-- The kwalificatie for which one is enrolled, and what an mbo-verklaring says beside results.
ALTER TABLE learner ADD COLUMN opleiding_crebo TEXT CHECK (length(opleiding_crebo) = 5);
ALTER TABLE learner ADD COLUMN opleiding TEXT CHECK (opleiding <> '');
ALTER TABLE learner ADD COLUMN opleiding_niveau INTEGER CHECK (opleiding_niveau BETWEEN 1 AND 4);
ALTER TABLE learner ADD COLUMN startkwalificatie TEXT CHECK (startkwalificatie <> '');
ALTER TABLE learner ADD COLUMN diploma INTEGER NOT NULL DEFAULT 0 CHECK (diploma IN (0, 1));
ALTER TABLE learner ADD COLUMN bpv_optie TEXT CHECK (bpv_optie <> '');
ALTER TABLE learner ADD COLUMN bpv_met_uren INTEGER NOT NULL DEFAULT 0 CHECK (bpv_met_uren IN (0, 1));
ALTER TABLE learner ADD COLUMN bpv_omschrijving TEXT CHECK (bpv_omschrijving <> '');
ALTER TABLE learner ADD COLUMN overige_resultaten TEXT CHECK (overige_resultaten <> '');

ALTER TABLE traineeship ADD COLUMN beoordeling TEXT CHECK (beoordeling <> '');

ALTER TABLE exam_component ADD COLUMN certificaat INTEGER NOT NULL DEFAULT 0 CHECK (certificaat IN (0, 1));
ALTER TABLE exam_component ADD COLUMN dossier TEXT CHECK (dossier <> '');
ALTER TABLE exam_component ADD COLUMN dossier_crebo TEXT CHECK (length(dossier_crebo) = 5);
ALTER TABLE exam_component ADD COLUMN beroepsvereisten TEXT CHECK (beroepsvereisten <> '');
ALTER TABLE exam_component ADD COLUMN besluit_examencommissie TEXT CHECK (length(besluit_examencommissie) = 10);
UPDATE exam_component SET certificaat = 1 WHERE soort = 'certificaat-onderdeel';

-- Formative tests, for the table Voortgangstoetsen of an mbo-verklaring.
CREATE TABLE voortgangstoets (
    id          INTEGER PRIMARY KEY,
    leerling    INTEGER NOT NULL REFERENCES learner (id),
    titel       TEXT NOT NULL CHECK (titel <> ''),
    toelichting TEXT CHECK (toelichting <> ''),
    resultaat   TEXT CHECK (resultaat <> ''),
    removed_at  TEXT
) STRICT;
CREATE INDEX voortgangstoets_leerling ON voortgangstoets (leerling);
