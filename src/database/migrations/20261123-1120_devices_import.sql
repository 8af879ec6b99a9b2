-- A list that somebody has sent in, and what came of it. The file lies here until its run is done,
-- so that a run can be taken up again after a crash; then only the outcome is kept.
CREATE TABLE devices.import_run (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  file_name text NOT NULL,
  file_size bigint NOT NULL,
  file_sha256 bytea NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'xlsx', 'json')),
  encoding text,
  delimiter text,
  sheets text[] NOT NULL,
  headings text[] NOT NULL,
  preset text,
  -- Columns and what they fill, constants, order of dates, words, continuation rows.
  mapping jsonb NOT NULL,
  key text NOT NULL,
  -- What the user has chosen of how to read and what to do with empty cells.
  options jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('uploaded', 'checking', 'checked', 'running', 'stopping',
    'stopped', 'done', 'failed')),
  -- What is at work or was last: the dry run or the import itself.
  work text NOT NULL DEFAULT 'check' CHECK (work IN ('check', 'import')),
  rows_total integer,
  -- Last row of the file that is dealt with; moved in the transaction of the batch itself.
  place integer NOT NULL DEFAULT 0,
  rows integer NOT NULL DEFAULT 0,
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  -- Differences that an import does not apply, such as another holder.
  not_applied integer NOT NULL DEFAULT 0,
  -- What the dry run said, kept beside what the import did.
  checked jsonb,
  -- Why the file as a whole is refused.
  refusal jsonb,
  uploaded_at timestamptz NOT NULL,
  started_at timestamptz,
  -- Rows and moment at which the work was last taken up: what is left is reckoned from there.
  resumed_at timestamptz,
  resumed_rows integer NOT NULL DEFAULT 0,
  finished_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (rows = created + updated + unchanged + refused)
);
CREATE INDEX import_run_history ON devices.import_run (organisation_id, uploaded_at DESC, id DESC);
CREATE INDEX import_run_open ON devices.import_run (state)
  WHERE state IN ('checking', 'running', 'stopping');

CREATE TABLE devices.import_file (
  run_id uuid NOT NULL,
  seq integer NOT NULL,
  organisation_id uuid NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (run_id, seq)
);
ALTER TABLE devices.import_file ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Every refused row, and a sample of what the others would change or have changed.
CREATE TABLE devices.import_row (
  run_id uuid NOT NULL,
  work text NOT NULL,
  row integer NOT NULL,
  organisation_id uuid NOT NULL,
  outcome text NOT NULL
    CHECK (outcome IN ('created', 'updated', 'unchanged', 'refused', 'notApplied')),
  device_id uuid,
  changes jsonb,
  code text,
  field text,
  heading text,
  value text,
  first_row integer,
  PRIMARY KEY (run_id, work, row)
);

CREATE TABLE devices.import_mapping (
  organisation_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- SHA-256 of the headings as compared: a file with the same headings gets the same mapping.
  fingerprint bytea NOT NULL,
  preset text,
  mapping jsonb NOT NULL,
  key text NOT NULL,
  options jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, name)
);
CREATE INDEX import_mapping_fingerprint ON devices.import_mapping (organisation_id, fingerprint);

ALTER TABLE devices.import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE devices.import_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE devices.import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE devices.import_mapping ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON devices.import_run USING (organisation_id = organisations.current_id());
CREATE POLICY own ON devices.import_file USING (organisation_id = organisations.current_id());
CREATE POLICY own ON devices.import_row USING (organisation_id = organisations.current_id());
CREATE POLICY own ON devices.import_mapping USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, UPDATE ON devices.import_run, devices.import_mapping TO omlopp_app;
GRANT SELECT, INSERT, DELETE ON devices.import_file, devices.import_row TO omlopp_app;
