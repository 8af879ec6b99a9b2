CREATE SCHEMA catalogue;
GRANT USAGE ON SCHEMA catalogue TO omlopp_app;

CREATE TABLE catalogue.model (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  kind text NOT NULL,
  maker text NOT NULL,
  maker_key text NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  model_number text,
  -- Months of the decided period of use; null = not decided.
  use_months integer CHECK (use_months > 0),
  UNIQUE (organisation_id, maker_key, name_key)
);
ALTER TABLE catalogue.model ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON catalogue.model USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, UPDATE ON catalogue.model TO omlopp_app;
