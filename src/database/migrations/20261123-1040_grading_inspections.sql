CREATE SCHEMA grading;
GRANT USAGE ON SCHEMA grading TO omlopp_app;

-- One row per inspection; an inspection is never changed, a regrade is a new one. The calculation
-- is kept as it was made, so that an old grade is explained by the rule of its own time.
CREATE TABLE grading.inspection (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  inspected_by uuid NOT NULL,
  inspected_at timestamptz NOT NULL,
  life integer NOT NULL,
  findings jsonb NOT NULL,
  battery_percent integer CHECK (battery_percent BETWEEN 0 AND 150),
  rule text NOT NULL,
  cosmetic text NOT NULL CHECK (cosmetic ~ '^C[0-9]$'),
  -- Null: not tested.
  functional text CHECK (functional ~ '^F[1-6]$'),
  grade text NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D', 'E')),
  steps jsonb NOT NULL,
  party_ids uuid[] NOT NULL,
  PRIMARY KEY (device_id, id)
);

ALTER TABLE grading.inspection ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties_read ON grading.inspection FOR SELECT
  USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY parties_append ON grading.inspection FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id()
    AND organisations.current_id() = ANY (party_ids));
GRANT SELECT, INSERT ON grading.inspection TO omlopp_app;
