-- A dossier of schema 1, with one record of every kind and one learner put aside. Never edited once it is shipped.
PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1349675844;
PRAGMA user_version = 1;
CREATE TABLE school (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    naam       TEXT CHECK (naam <> ''),                       -- as in BRIN
    brin       TEXT CHECK (length(brin) = 4),
    plaats     TEXT CHECK (plaats <> ''),
    logo       TEXT REFERENCES picture (hash),
    removed_at TEXT
) STRICT;
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
) STRICT;
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
) STRICT;
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
) STRICT;
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
INSERT INTO school VALUES (1, 'Praktijkschool ''t Gilde', '25PW', 'Utrecht', '2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c', NULL);
INSERT INTO praktijkbegeleider VALUES (1, 'Fatma', 'van der', 'Berg-Łukasz', 'Coördinator stages', '+31 (0)30 123 45 67', 'stages@school.example', NULL);
INSERT INTO learner VALUES (1, 'Zoë Şükran', 'Zoë', 'van der', 'Öztürk', '2008-03-00', 'Gaziantep', 'Turkije', '00123', '4b', 'pro', 'pro-leerling', 1, '2024-08-26', '2026-07-10', 'actief', 'stages@school.example', '+31 (0)30 123 45 67', 'Eerste regel: "zelf" gekozen.
Tweede regel; 100% \ ''n backslash, {"a": null}.', NULL);
INSERT INTO learner VALUES (2, NULL, NULL, NULL, 'Yıldız', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'actief', NULL, NULL, NULL, '2026-03-02T08:30:00Z');
INSERT INTO leerbedrijf VALUES (1, 'Bakkerij De Korenaar', 'Utrecht', '100077736', '01234567', 'Dorpsstraat 1-b', '1234 AB', 'Nieuwegein', '+31 (0)30 123 45 67', 'stages@school.example', '2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c', '2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c', 'Eerste regel: "zelf" gekozen.
Tweede regel; 100% \ ''n backslash, {"a": null}.', NULL);
INSERT INTO praktijkopleider VALUES (1, 1, 'Fatma', 'van der', 'Berg-Łukasz', 'Coördinator stages', '+31 (0)30 123 45 67', 'stages@school.example', NULL);
INSERT INTO erkenning VALUES (1, 1, '25180', '2025-09-01', '2028-08-31', NULL);
INSERT INTO traineeship VALUES (1, 1, 1, 1, '25180', 'Assistent dienstverlening en zorg', 1, '2025-09-01', '2026-02-13', 640, 612, 1, 'stage-overeenkomst', '2025-08-28', '2025-08-29', '2025-08-30', '2025-08-31', 'lopend', 'Eerste regel: "zelf" gekozen.
Tweede regel; 100% \ ''n backslash, {"a": null}.', NULL);
INSERT INTO exam_component VALUES (1, 1, 'werkproces', 1, '25180', 'Assistent dienstverlening en zorg', 1, 'B1-K1-W2', 'Voert eenvoudige werkzaamheden uit', 'Maakt de werkplek schoon', 'kan-uitvoeren', '2026-02-10', 1, '7,5', '2026-02-12', 0, 'Catalogus 2025', NULL);
INSERT INTO evidence VALUES (1, 1, '2026-01-20', 'Maakte de oven schoon.
Vroeg zelf om hulp.', 'Mevrouw Berg', NULL);
INSERT INTO own_entry VALUES (1, 'werkproces', '25180', 'B1-K1-W2', 'Maakt de werkplek schoon', 1, '23110', 'Entree', '2021-08-01', '2027-07-31', '25251', 'Kwalificatiedossier 2025, blz. 12', NULL);
INSERT INTO picture VALUES ('2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c', X'89504E470D0A1A0A2065656E206C6F676F');
INSERT INTO journal VALUES (1, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'school', 1, NULL);
INSERT INTO journal VALUES (2, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'praktijkbegeleider', 1, NULL);
INSERT INTO journal VALUES (3, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'learner', 1, NULL);
INSERT INTO journal VALUES (4, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'leerbedrijf', 1, NULL);
INSERT INTO journal VALUES (5, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'praktijkopleider', 1, NULL);
INSERT INTO journal VALUES (6, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'erkenning', 1, NULL);
INSERT INTO journal VALUES (7, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'traineeship', 1, NULL);
INSERT INTO journal VALUES (8, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'exam_component', 1, NULL);
INSERT INTO journal VALUES (9, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'evidence', 1, NULL);
INSERT INTO journal VALUES (10, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'own_entry', 1, NULL);
INSERT INTO journal VALUES (11, '2026-03-02T08:30:00Z', 'praktijkbureau', 'add', 1, 'learner', 2, NULL);
INSERT INTO journal VALUES (12, '2026-03-02T08:30:00Z', 'praktijkbureau', 'remove', 1, 'learner', 2, NULL);
INSERT INTO journal_row VALUES (1, 0, 'school', 1, NULL, NULL, '{"id":1,"naam":"Praktijkschool ''t Gilde","brin":"25PW","plaats":"Utrecht","logo":"2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c","removed_at":null}');
INSERT INTO journal_row VALUES (2, 0, 'praktijkbegeleider', 1, NULL, NULL, '{"id":1,"voornaam":"Fatma","voorvoegsel":"van der","achternaam":"Berg-Łukasz","functie":"Coördinator stages","telefoon":"+31 (0)30 123 45 67","email":"stages@school.example","removed_at":null}');
INSERT INTO journal_row VALUES (3, 0, 'learner', 1, 1, NULL, '{"id":1,"voornamen":"Zoë Şükran","roepnaam":"Zoë","voorvoegsel":"van der","geslachtsnaam":"Öztürk","geboortedatum":"2008-03-00","geboorteplaats":"Gaziantep","geboorteland":"Turkije","leerlingnummer":"00123","groep":"4b","route":"pro","doelgroep":"pro-leerling","begeleider":1,"start":"2024-08-26","eind":"2026-07-10","status":"actief","email":"stages@school.example","telefoon":"+31 (0)30 123 45 67","notitie":"Eerste regel: \"zelf\" gekozen.\nTweede regel; 100% \\ ''n backslash, {\"a\": null}.","removed_at":null}');
INSERT INTO journal_row VALUES (4, 0, 'leerbedrijf', 1, NULL, NULL, '{"id":1,"naam":"Bakkerij De Korenaar","vestigingsplaats":"Utrecht","leerbedrijf_id":"100077736","kvk":"01234567","adres":"Dorpsstraat 1-b","postcode":"1234 AB","plaats":"Nieuwegein","telefoon":"+31 (0)30 123 45 67","email":"stages@school.example","logo":"2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c","branchelogo":"2830e5276c80ef12d9afc8b47f20e5186e05642d1ba6a355e3e99d4568bba95c","notitie":"Eerste regel: \"zelf\" gekozen.\nTweede regel; 100% \\ ''n backslash, {\"a\": null}.","removed_at":null}');
INSERT INTO journal_row VALUES (5, 0, 'praktijkopleider', 1, NULL, NULL, '{"id":1,"leerbedrijf":1,"voornaam":"Fatma","voorvoegsel":"van der","achternaam":"Berg-Łukasz","functie":"Coördinator stages","telefoon":"+31 (0)30 123 45 67","email":"stages@school.example","removed_at":null}');
INSERT INTO journal_row VALUES (6, 0, 'erkenning', 1, NULL, NULL, '{"id":1,"leerbedrijf":1,"crebo":"25180","van":"2025-09-01","tot":"2028-08-31","removed_at":null}');
INSERT INTO journal_row VALUES (7, 0, 'traineeship', 1, 1, NULL, '{"id":1,"leerling":1,"leerbedrijf":1,"praktijkopleider":1,"crebo":"25180","kwalificatie":"Assistent dienstverlening en zorg","niveau":1,"van":"2025-09-01","tot":"2026-02-13","uren_afgesproken":640,"uren_gerealiseerd":612,"uren_geschat":1,"overeenkomst":"stage-overeenkomst","getekend_school":"2025-08-28","getekend_leerling":"2025-08-29","getekend_leerbedrijf":"2025-08-30","getekend_ouder":"2025-08-31","status":"lopend","notitie":"Eerste regel: \"zelf\" gekozen.\nTweede regel; 100% \\ ''n backslash, {\"a\": null}.","removed_at":null}');
INSERT INTO journal_row VALUES (8, 0, 'exam_component', 1, 1, NULL, '{"id":1,"leerling":1,"soort":"werkproces","stage":1,"crebo":"25180","kwalificatie":"Assistent dienstverlening en zorg","niveau":1,"code":"B1-K1-W2","kerntaak":"Voert eenvoudige werkzaamheden uit","titel":"Maakt de werkplek schoon","stand":"kan-uitvoeren","vastgesteld_op":"2026-02-10","vastgesteld_door":1,"resultaat":"7,5","resultaat_op":"2026-02-12","deelexamen":0,"bron":"Catalogus 2025","removed_at":null}');
INSERT INTO journal_row VALUES (9, 0, 'evidence', 1, 1, NULL, '{"id":1,"onderdeel":1,"datum":"2026-01-20","situatie":"Maakte de oven schoon.\nVroeg zelf om hulp.","wie":"Mevrouw Berg","removed_at":null}');
INSERT INTO journal_row VALUES (10, 0, 'own_entry', 1, NULL, NULL, '{"id":1,"soort":"werkproces","crebo":"25180","code":"B1-K1-W2","titel":"Maakt de werkplek schoon","niveau":1,"dossier_crebo":"23110","dossier":"Entree","geldig_van":"2021-08-01","geldig_tot":"2027-07-31","vervangen_door":"25251","bron":"Kwalificatiedossier 2025, blz. 12","removed_at":null}');
INSERT INTO journal_row VALUES (11, 0, 'learner', 2, 2, NULL, '{"id":2,"voornamen":null,"roepnaam":null,"voorvoegsel":null,"geslachtsnaam":"Yıldız","geboortedatum":null,"geboorteplaats":null,"geboorteland":null,"leerlingnummer":null,"groep":null,"route":null,"doelgroep":null,"begeleider":null,"start":null,"eind":null,"status":"actief","email":null,"telefoon":null,"notitie":null,"removed_at":null}');
INSERT INTO journal_row VALUES (12, 0, 'learner', 2, 2, '{"id":2,"voornamen":null,"roepnaam":null,"voorvoegsel":null,"geslachtsnaam":"Yıldız","geboortedatum":null,"geboorteplaats":null,"geboorteland":null,"leerlingnummer":null,"groep":null,"route":null,"doelgroep":null,"begeleider":null,"start":null,"eind":null,"status":"actief","email":null,"telefoon":null,"notitie":null,"removed_at":null}', '{"id":2,"voornamen":null,"roepnaam":null,"voorvoegsel":null,"geslachtsnaam":"Yıldız","geboortedatum":null,"geboorteplaats":null,"geboorteland":null,"leerlingnummer":null,"groep":null,"route":null,"doelgroep":null,"begeleider":null,"start":null,"eind":null,"status":"actief","email":null,"telefoon":null,"notitie":null,"removed_at":"2026-03-02T08:30:00Z"}');
