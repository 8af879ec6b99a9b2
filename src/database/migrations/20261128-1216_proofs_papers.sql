-- Many certificates printed as work that can be left and come back to. The names of the files are
-- taken at the start; a file that is made stays made, whatever happens to the process.
CREATE TABLE proofs.paper_batch (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  name text NOT NULL,
  language text NOT NULL CHECK (language IN ('sv', 'en')),
  -- Where the one who asked reached the server: for the addresses on the papers.
  base_url text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'stopped', 'done')),
  total integer NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX paper_batch_history ON proofs.paper_batch (organisation_id, created_at DESC, id DESC);
CREATE INDEX paper_batch_open ON proofs.paper_batch (state) WHERE state = 'running';

CREATE TABLE proofs.paper (
  batch_id uuid NOT NULL,
  place integer NOT NULL,
  organisation_id uuid NOT NULL,
  certificate_id uuid NOT NULL,
  number text NOT NULL,
  bytes bytea,
  -- Why it is not printed.
  refusal text,
  PRIMARY KEY (batch_id, place),
  CHECK (bytes IS NULL OR refusal IS NULL)
);
ALTER TABLE proofs.paper ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX paper_to_make ON proofs.paper (batch_id, place) WHERE bytes IS NULL AND refusal IS NULL;

ALTER TABLE proofs.paper_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE proofs.paper ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON proofs.paper_batch USING (organisation_id = organisations.current_id());
CREATE POLICY own ON proofs.paper USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON proofs.paper_batch, proofs.paper TO omlopp_app;

-- Certificates are found by any part of number, serial or tag.
CREATE INDEX certificate_search ON erasure.certificate USING gin ((upper(number || ' '
  || coalesce(content #>> '{erasure,medium,serialNumber}', content #>> '{medium,serialNumber}', '')
  || ' ' || coalesce(content #>> '{device,serialNumber}', '')
  || ' ' || coalesce(content #>> '{device,assetTag}', ''))) gin_trgm_ops);
