PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1349675844;
PRAGMA user_version = 3;
CREATE TABLE school (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    naam       TEXT CHECK (naam <> ''),                       -- as in BRIN
    brin       TEXT CHECK (length(brin) = 4),
    plaats     TEXT CHECK (plaats <> ''),
    logo       TEXT REFERENCES picture (hash),
    removed_at TEXT
, schoolblok INTEGER NOT NULL DEFAULT 0 CHECK (schoolblok IN (0, 1)), schoolblok_tekst TEXT CHECK (schoolblok_tekst <> ''), praktijkverklaring_met_nlqf INTEGER NOT NULL DEFAULT 0 CHECK (praktijkverklaring_met_nlqf IN (0, 1)), certificaat_zonder_nlqf INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_zonder_nlqf IN (0, 1)), certificaat_met_waardering INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_met_waardering IN (0, 1)), certificaat_met_leerweg INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_met_leerweg IN (0, 1)), certificaat_met_leerbedrijf INTEGER NOT NULL DEFAULT 0 CHECK (certificaat_met_leerbedrijf IN (0, 1)), certificaat_naar_rechts TEXT CHECK (certificaat_naar_rechts <> ''), certificaat_omlaag TEXT CHECK (certificaat_omlaag <> ''), herdruk_als_duplicaat INTEGER NOT NULL DEFAULT 0 CHECK (herdruk_als_duplicaat IN (0, 1)), naam_in_bestandsnaam INTEGER NOT NULL DEFAULT 0 CHECK (naam_in_bestandsnaam IN (0, 1))) STRICT;
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
CREATE TABLE erkenning (
    id          INTEGER PRIMARY KEY,
    leerbedrijf INTEGER NOT NULL REFERENCES leerbedrijf (id),
    crebo       TEXT NOT NULL CHECK (length(crebo) = 5),
    van         TEXT CHECK (length(van) = 10),
    tot         TEXT CHECK (length(tot) = 10),
    removed_at  TEXT
) STRICT;
CREATE INDEX erkenning_leerbedrijf ON erkenning (leerbedrijf);
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
CREATE INDEX traineeship_leerling ON traineeship (leerling);
CREATE INDEX traineeship_leerbedrijf ON traineeship (leerbedrijf);
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
CREATE TABLE evidence (
    id         INTEGER PRIMARY KEY,
    onderdeel  INTEGER NOT NULL REFERENCES exam_component (id),
    datum      TEXT NOT NULL CHECK (length(datum) = 10),
    situatie   TEXT NOT NULL CHECK (situatie <> ''),
    wie        TEXT CHECK (wie <> ''),
    removed_at TEXT
) STRICT;
CREATE INDEX evidence_onderdeel ON evidence (onderdeel);
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
CREATE INDEX journal_undoes ON journal (undoes) WHERE undoes IS NOT NULL;
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
CREATE INDEX journal_row_subject ON journal_row (table_name, row_id);
CREATE INDEX journal_row_leerling ON journal_row (leerling, journal_id) WHERE leerling IS NOT NULL;
CREATE TABLE ondertekenaar (
    id         INTEGER PRIMARY KEY,
    naam       TEXT CHECK (naam <> ''),
    functie    TEXT CHECK (functie <> ''),
    tekent     INTEGER NOT NULL CHECK (tekent IN (0, 1)),     -- what is made from now on
    removed_at TEXT
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
INSERT INTO school VALUES (1, 'Praktijkschool ''t Gilde', '25PW', 'Utrecht', '2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c', NULL, 1, 'Uitgereikt door', 1, 1, 1, 1, 1, '-1,5', '2,0', 1, 1);
INSERT INTO praktijkbegeleider VALUES (1, 'Fatma', 'van der', 'Berg-Łukasz', 'Coördinator stages', '+31 (0)30 123 45 67', 'stages@school.example', NULL);
INSERT INTO learner VALUES (1, 'Zoë Şükran', 'Zoë', 'van der', 'Öztürk', '2008-03-00', 'Gaziantep', 'Turkije', '00123', '4b', 'pro', 'pro-leerling', 1, '2024-08-26', '2026-07-10', 'actief', 'stages@school.example', '+31 (0)30 123 45 67', 'Eerste regel: "zelf" gekozen.
Tweede regel; 100% \ ''n backslash, {"a": null}.', NULL, '25250', 'Assistent bouwen, wonen en onderhoud', 1, 'nee', 1, 'optie-3', 1, 'Hielp mee in de keuken.', 'VCA-basis');
INSERT INTO learner VALUES (2, NULL, NULL, NULL, 'Yıldız', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'actief', NULL, NULL, NULL, '2026-03-02T08:30:00Z', NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL);
INSERT INTO leerbedrijf VALUES (1, 'Bakkerij De Korenaar', 'Utrecht', '100077736', '01234567', 'Dorpsstraat 1-b', '1234 AB', 'Nieuwegein', '+31 (0)30 123 45 67', 'stages@school.example', '2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c', '2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c', 'Eerste regel: "zelf" gekozen.
Tweede regel; 100% \ ''n backslash, {"a": null}.', NULL);
INSERT INTO praktijkopleider VALUES (1, 1, 'Fatma', 'van der', 'Berg-Łukasz', 'Coördinator stages', '+31 (0)30 123 45 67', 'stages@school.example', NULL);
INSERT INTO erkenning VALUES (1, 1, '25180', '2025-09-01', '2028-08-31', NULL);
INSERT INTO traineeship VALUES (1, 1, 1, 1, '25180', 'Assistent dienstverlening en zorg', 1, '2025-09-01', '2026-02-13', 640, 612, 1, 'stage-overeenkomst', '2025-08-28', '2025-08-29', '2025-08-30', '2025-08-31', 'lopend', 'Eerste regel: "zelf" gekozen.
Tweede regel; 100% \ ''n backslash, {"a": null}.', NULL, 'positief');
INSERT INTO exam_component VALUES (1, 1, 'werkproces', 1, '25180', 'Assistent dienstverlening en zorg', 1, 'B1-K1-W2', 'Voert eenvoudige werkzaamheden uit', 'Maakt de werkplek schoon', 'kan-uitvoeren', '2026-02-10', 1, '7,5', '2026-02-12', 0, 'Catalogus 2025', NULL, 1, 'Entree', '23110', 'de Regeling certificaten', '2026-02-13');
INSERT INTO evidence VALUES (1, 1, '2026-01-20', 'Maakte de oven schoon.
Vroeg zelf om hulp.', 'Mevrouw Berg', NULL);
INSERT INTO own_entry VALUES (1, 'werkproces', '25180', 'B1-K1-W2', 'Maakt de werkplek schoon', 1, '23110', 'Entree', '2021-08-01', '2027-07-31', '25251', 'Kwalificatiedossier 2025, blz. 12', NULL);
INSERT INTO picture VALUES ('2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c', X'89504E470D0A1A0A2065656E206C6F676F');
INSERT INTO journal VALUES (1, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'school', 1, NULL);
INSERT INTO journal VALUES (2, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'praktijkbegeleider', 1, NULL);
INSERT INTO journal VALUES (3, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'ondertekenaar', 1, NULL);
INSERT INTO journal VALUES (4, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'learner', 1, NULL);
INSERT INTO journal VALUES (5, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'leerbedrijf', 1, NULL);
INSERT INTO journal VALUES (6, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'praktijkopleider', 1, NULL);
INSERT INTO journal VALUES (7, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'erkenning', 1, NULL);
INSERT INTO journal VALUES (8, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'traineeship', 1, NULL);
INSERT INTO journal VALUES (9, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'exam_component', 1, NULL);
INSERT INTO journal VALUES (10, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'evidence', 1, NULL);
INSERT INTO journal VALUES (11, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'voortgangstoets', 1, NULL);
INSERT INTO journal VALUES (12, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'own_entry', 1, NULL);
INSERT INTO journal VALUES (13, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 3, 'learner', 2, NULL);
INSERT INTO journal VALUES (14, '2026-03-02T08:30:00Z', 'praktijkbureau', 'remove', 3, 'learner', 2, NULL);
INSERT INTO journal_row VALUES (1, 0, 'school', 1, NULL, NULL, '{"id":1,"naam":"Praktijkschool ''t Gilde","brin":"25PW","plaats":"Utrecht","logo":"2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c","schoolblok":1,"schoolblok_tekst":"Uitgereikt door","praktijkverklaring_met_nlqf":1,"certificaat_zonder_nlqf":1,"certificaat_met_waardering":1,"certificaat_met_leerweg":1,"certificaat_met_leerbedrijf":1,"certificaat_naar_rechts":"-1,5","certificaat_omlaag":"2,0","herdruk_als_duplicaat":1,"naam_in_bestandsnaam":1,"removed_at":null}');
INSERT INTO journal_row VALUES (2, 0, 'praktijkbegeleider', 1, NULL, NULL, '{"id":1,"voornaam":"Fatma","voorvoegsel":"van der","achternaam":"Berg-Łukasz","functie":"Coördinator stages","telefoon":"+31 (0)30 123 45 67","email":"stages@school.example","removed_at":null}');
INSERT INTO journal_row VALUES (3, 0, 'ondertekenaar', 1, NULL, NULL, '{"id":1,"naam":"Praktijkschool ''t Gilde","functie":"Coördinator stages","tekent":1,"removed_at":null}');
INSERT INTO journal_row VALUES (4, 0, 'learner', 1, 1, NULL, '{"id":1,"voornamen":"Zoë Şükran","roepnaam":"Zoë","voorvoegsel":"van der","geslachtsnaam":"Öztürk","geboortedatum":"2008-03-00","geboorteplaats":"Gaziantep","geboorteland":"Turkije","leerlingnummer":"00123","groep":"4b","route":"pro","doelgroep":"pro-leerling","begeleider":1,"start":"2024-08-26","eind":"2026-07-10","status":"actief","email":"stages@school.example","telefoon":"+31 (0)30 123 45 67","notitie":"Eerste regel: \"zelf\" gekozen.\nTweede regel; 100% \\ ''n backslash, {\"a\": null}.","opleiding_crebo":"25250","opleiding":"Assistent bouwen, wonen en onderhoud","opleiding_niveau":1,"startkwalificatie":"nee","diploma":1,"bpv_optie":"optie-3","bpv_met_uren":1,"bpv_omschrijving":"Hielp mee in de keuken.","overige_resultaten":"VCA-basis","removed_at":null}');
INSERT INTO journal_row VALUES (5, 0, 'leerbedrijf', 1, NULL, NULL, '{"id":1,"naam":"Bakkerij De Korenaar","vestigingsplaats":"Utrecht","leerbedrijf_id":"100077736","kvk":"01234567","adres":"Dorpsstraat 1-b","postcode":"1234 AB","plaats":"Nieuwegein","telefoon":"+31 (0)30 123 45 67","email":"stages@school.example","logo":"2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c","branchelogo":"2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c","notitie":"Eerste regel: \"zelf\" gekozen.\nTweede regel; 100% \\ ''n backslash, {\"a\": null}.","removed_at":null}');
INSERT INTO journal_row VALUES (6, 0, 'praktijkopleider', 1, NULL, NULL, '{"id":1,"leerbedrijf":1,"voornaam":"Fatma","voorvoegsel":"van der","achternaam":"Berg-Łukasz","functie":"Coördinator stages","telefoon":"+31 (0)30 123 45 67","email":"stages@school.example","removed_at":null}');
INSERT INTO journal_row VALUES (7, 0, 'erkenning', 1, NULL, NULL, '{"id":1,"leerbedrijf":1,"crebo":"25180","van":"2025-09-01","tot":"2028-08-31","removed_at":null}');
INSERT INTO journal_row VALUES (8, 0, 'traineeship', 1, 1, NULL, '{"id":1,"leerling":1,"leerbedrijf":1,"praktijkopleider":1,"crebo":"25180","kwalificatie":"Assistent dienstverlening en zorg","niveau":1,"van":"2025-09-01","tot":"2026-02-13","uren_afgesproken":640,"uren_gerealiseerd":612,"uren_geschat":1,"overeenkomst":"stage-overeenkomst","getekend_school":"2025-08-28","getekend_leerling":"2025-08-29","getekend_leerbedrijf":"2025-08-30","getekend_ouder":"2025-08-31","status":"lopend","notitie":"Eerste regel: \"zelf\" gekozen.\nTweede regel; 100% \\ ''n backslash, {\"a\": null}.","beoordeling":"positief","removed_at":null}');
INSERT INTO journal_row VALUES (9, 0, 'exam_component', 1, 1, NULL, '{"id":1,"leerling":1,"soort":"werkproces","stage":1,"crebo":"25180","kwalificatie":"Assistent dienstverlening en zorg","niveau":1,"code":"B1-K1-W2","kerntaak":"Voert eenvoudige werkzaamheden uit","titel":"Maakt de werkplek schoon","stand":"kan-uitvoeren","vastgesteld_op":"2026-02-10","vastgesteld_door":1,"resultaat":"7,5","resultaat_op":"2026-02-12","deelexamen":0,"bron":"Catalogus 2025","certificaat":1,"dossier":"Entree","dossier_crebo":"23110","beroepsvereisten":"de Regeling certificaten","besluit_examencommissie":"2026-02-13","removed_at":null}');
INSERT INTO journal_row VALUES (10, 0, 'evidence', 1, 1, NULL, '{"id":1,"onderdeel":1,"datum":"2026-01-20","situatie":"Maakte de oven schoon.\nVroeg zelf om hulp.","wie":"Mevrouw Berg","removed_at":null}');
INSERT INTO journal_row VALUES (11, 0, 'voortgangstoets', 1, 1, NULL, '{"id":1,"leerling":1,"titel":"Maakt de werkplek schoon","toelichting":"Na de eerste periode","resultaat":"7,5","removed_at":null}');
INSERT INTO journal_row VALUES (12, 0, 'own_entry', 1, NULL, NULL, '{"id":1,"soort":"werkproces","crebo":"25180","code":"B1-K1-W2","titel":"Maakt de werkplek schoon","niveau":1,"dossier_crebo":"23110","dossier":"Entree","geldig_van":"2021-08-01","geldig_tot":"2027-07-31","vervangen_door":"25251","bron":"Kwalificatiedossier 2025, blz. 12","removed_at":null}');
INSERT INTO journal_row VALUES (13, 0, 'learner', 2, 2, NULL, '{"id":2,"voornamen":null,"roepnaam":null,"voorvoegsel":null,"geslachtsnaam":"Yıldız","geboortedatum":null,"geboorteplaats":null,"geboorteland":null,"leerlingnummer":null,"groep":null,"route":null,"doelgroep":null,"begeleider":null,"start":null,"eind":null,"status":"actief","email":null,"telefoon":null,"notitie":null,"opleiding_crebo":null,"opleiding":null,"opleiding_niveau":null,"startkwalificatie":null,"diploma":0,"bpv_optie":null,"bpv_met_uren":0,"bpv_omschrijving":null,"overige_resultaten":null,"removed_at":null}');
INSERT INTO journal_row VALUES (14, 0, 'learner', 2, 2, '{"id":2,"voornamen":null,"roepnaam":null,"voorvoegsel":null,"geslachtsnaam":"Yıldız","geboortedatum":null,"geboorteplaats":null,"geboorteland":null,"leerlingnummer":null,"groep":null,"route":null,"doelgroep":null,"begeleider":null,"start":null,"eind":null,"status":"actief","email":null,"telefoon":null,"notitie":null,"opleiding_crebo":null,"opleiding":null,"opleiding_niveau":null,"startkwalificatie":null,"diploma":0,"bpv_optie":null,"bpv_met_uren":0,"bpv_omschrijving":null,"overige_resultaten":null,"removed_at":null}', '{"id":2,"voornamen":null,"roepnaam":null,"voorvoegsel":null,"geslachtsnaam":"Yıldız","geboortedatum":null,"geboorteplaats":null,"geboorteland":null,"leerlingnummer":null,"groep":null,"route":null,"doelgroep":null,"begeleider":null,"start":null,"eind":null,"status":"actief","email":null,"telefoon":null,"notitie":null,"opleiding_crebo":null,"opleiding":null,"opleiding_niveau":null,"startkwalificatie":null,"diploma":0,"bpv_optie":null,"bpv_met_uren":0,"bpv_omschrijving":null,"overige_resultaten":null,"removed_at":"2026-03-02T08:30:00Z"}');
INSERT INTO ondertekenaar VALUES (1, 'Praktijkschool ''t Gilde', 'Coördinator stages', 1, NULL);
INSERT INTO voortgangstoets VALUES (1, 1, 'Maakt de werkplek schoon', 'Na de eerste periode', '7,5', NULL);
