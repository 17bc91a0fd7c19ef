-- How long each kind of data is kept, and what goes when someone is forgotten (domain facts 8).

-- In years; NULL: the usual term.
ALTER TABLE school ADD COLUMN bewaar_subsidie INTEGER CHECK (bewaar_subsidie BETWEEN 1 AND 99);
ALTER TABLE school ADD COLUMN bewaar_examens INTEGER CHECK (bewaar_examens BETWEEN 1 AND 99);
ALTER TABLE school ADD COLUMN bewaar_nazorg INTEGER CHECK (bewaar_nazorg BETWEEN 1 AND 99);
ALTER TABLE school ADD COLUMN bewaar_overig INTEGER CHECK (bewaar_overig BETWEEN 1 AND 99);
-- Issued documents keep their content when their learner is forgotten.
ALTER TABLE school ADD COLUMN documenten_blijven INTEGER NOT NULL DEFAULT 0 CHECK (documenten_blijven IN (0, 1));

-- Since when pages wait to be written anew, so that nothing of who was forgotten is left in them; no row: none wait.
CREATE TABLE unswept (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    since TEXT NOT NULL
) STRICT;
