-- The coding string of an organisation: its parts in order, and the codes that are listed with the
-- days they may be used. Without rows here, the plain parts of rules/coding.ts hold.
CREATE TABLE organisations.coding_part (
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 40),
  position integer NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  source text NOT NULL CHECK (source IN ('costCentres', 'list', 'any')),
  compulsory boolean NOT NULL,
  digits_only boolean NOT NULL,
  least_length integer NOT NULL CHECK (least_length BETWEEN 1 AND 40),
  most_length integer NOT NULL CHECK (most_length BETWEEN least_length AND 40),
  sie_dimension integer,
  default_code text,
  PRIMARY KEY (organisation_id, key)
);

-- A code is never removed: it expires, and what was posted by it can still be read.
CREATE TABLE organisations.coding_value (
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  part text NOT NULL,
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  valid_from_on date,
  valid_until_on date,
  PRIMARY KEY (organisation_id, part, code),
  CHECK (valid_until_on >= valid_from_on)
);

ALTER TABLE organisations.coding_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.coding_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON organisations.coding_part USING (organisation_id = organisations.current_id());
CREATE POLICY own ON organisations.coding_value USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, DELETE ON organisations.coding_part TO omlopp_app;
GRANT SELECT, INSERT, UPDATE ON organisations.coding_value TO omlopp_app;
