-- What a model is: its specifications, the maker's own footprint, and what it was joined with.
ALTER TABLE catalogue.model
  ADD COLUMN cpu text,
  ADD COLUMN memory_gb integer CHECK (memory_gb > 0),
  ADD COLUMN storage_gb integer CHECK (storage_gb > 0),
  ADD COLUMN screen_inches numeric(4, 1) CHECK (screen_inches > 0),
  ADD COLUMN os_family text,
  ADD COLUMN gtin text,
  ADD COLUMN passport_url text,
  -- The maker's own statement of what making one weighs on the climate; a figure has a source.
  ADD COLUMN footprint_kg numeric CHECK (footprint_kg > 0),
  ADD COLUMN footprint_source text,
  ADD COLUMN note text,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  -- A duplicate stays as a name of the model it was joined with: devices keep the id they have.
  ADD COLUMN merged_into_id uuid REFERENCES catalogue.model,
  ADD CHECK ((footprint_kg IS NULL) = (footprint_source IS NULL)),
  ADD CHECK (merged_into_id <> id);
CREATE INDEX model_merged ON catalogue.model (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX model_named ON catalogue.model
  (organisation_id, maker_key, name COLLATE "sv-x-icu", id) WHERE merged_into_id IS NULL;

-- What is known of a model for each circular requirement. A row without value: somebody looked,
-- and it is unknown.
CREATE TABLE catalogue.requirement (
  model_id uuid NOT NULL REFERENCES catalogue.model,
  key text NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  value jsonb CHECK (value <> 'null'),
  source text,
  checked_on date NOT NULL,
  checked_by uuid NOT NULL REFERENCES organisations.person,
  PRIMARY KEY (model_id, key),
  CHECK (value IS NULL OR source IS NOT NULL)
);

CREATE TABLE catalogue.label (
  id uuid PRIMARY KEY,
  model_id uuid NOT NULL REFERENCES catalogue.model,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  scheme text NOT NULL,
  level text NOT NULL,
  number text NOT NULL,
  -- Null: the scheme sets no end.
  valid_until_on date,
  source text NOT NULL,
  checked_on date NOT NULL,
  checked_by uuid NOT NULL REFERENCES organisations.person,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX label_number ON catalogue.label (model_id, scheme, number)
  WHERE withdrawn_at IS NULL;

CREATE TABLE catalogue.service (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  name text NOT NULL,
  family text NOT NULL,
  kind text NOT NULL,
  term_months integer NOT NULL CHECK (term_months > 0),
  description text,
  includes text[] NOT NULL,
  least_memory_gb integer CHECK (least_memory_gb > 0),
  least_storage_gb integer CHECK (least_storage_gb > 0),
  least_screen_inches numeric(4, 1) CHECK (least_screen_inches > 0),
  os_family text,
  copied_from_id uuid REFERENCES catalogue.service,
  -- The last day that it can be ordered; what is in use goes on.
  closed_on date,
  version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX service_name ON catalogue.service
  (organisation_id, lower(name)) WHERE closed_on IS NULL;

-- A price is never edited: a new version begins on its day. The parts are what the price is
-- reckoned from, the price what the rule of that day gave.
CREATE TABLE catalogue.service_price (
  id uuid PRIMARY KEY,
  service_id uuid NOT NULL REFERENCES catalogue.service,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  valid_from_on date NOT NULL,
  -- Null: until the next version begins.
  valid_until_on date,
  purchase_ore bigint NOT NULL CHECK (purchase_ore >= 0),
  residual_ore bigint NOT NULL CHECK (residual_ore BETWEEN 0 AND purchase_ore),
  return_basis_points integer NOT NULL CHECK (return_basis_points BETWEEN 0 AND 10000),
  months integer NOT NULL CHECK (months > 0),
  interest_basis_points integer NOT NULL CHECK (interest_basis_points >= 0),
  support_ore bigint NOT NULL CHECK (support_ore >= 0),
  handling_ore bigint NOT NULL CHECK (handling_ore >= 0),
  round_to text NOT NULL CHECK (round_to IN ('ore', 'krona')),
  rule text NOT NULL,
  price_ore bigint NOT NULL CHECK (price_ore >= 0),
  note text,
  decided_by uuid NOT NULL REFERENCES organisations.person,
  decided_at timestamptz NOT NULL,
  UNIQUE (service_id, valid_from_on),
  CHECK (valid_until_on >= valid_from_on)
);

-- Offers on one need, judged by the same requirements.
CREATE TABLE catalogue.comparison (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  title text NOT NULL,
  kind text NOT NULL,
  service_id uuid REFERENCES catalogue.service,
  device_count integer NOT NULL CHECK (device_count > 0),
  judged_on date NOT NULL,
  requirements jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  chosen_offer_id uuid,
  reason text,
  decided_at timestamptz,
  decided_by uuid REFERENCES organisations.person,
  -- The comparison as it stood when it was decided: catalogue values change afterwards.
  decided_on_basis jsonb,
  version integer NOT NULL DEFAULT 1,
  CHECK ((chosen_offer_id IS NULL) = (decided_at IS NULL)),
  CHECK ((chosen_offer_id IS NULL) = (reason IS NULL))
);
CREATE INDEX comparison_latest ON catalogue.comparison (organisation_id, made_at DESC, id DESC);

CREATE TABLE catalogue.offer (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES catalogue.comparison,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  supplier text NOT NULL,
  product text NOT NULL,
  model_id uuid REFERENCES catalogue.model,
  month_price_ore bigint NOT NULL CHECK (month_price_ore >= 0),
  document text,
  -- Value by requirement, as the offer states it; what is not here is read from the model.
  stated jsonb NOT NULL,
  position integer NOT NULL,
  UNIQUE (comparison_id, position)
);
ALTER TABLE catalogue.comparison
  ADD FOREIGN KEY (chosen_offer_id) REFERENCES catalogue.offer DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE catalogue.requirement ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue.label ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue.service ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue.service_price ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue.comparison ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue.offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON catalogue.requirement USING (organisation_id = organisations.current_id());
CREATE POLICY own ON catalogue.label USING (organisation_id = organisations.current_id());
CREATE POLICY own ON catalogue.service USING (organisation_id = organisations.current_id());
CREATE POLICY own ON catalogue.service_price USING (organisation_id = organisations.current_id());
CREATE POLICY own ON catalogue.comparison USING (organisation_id = organisations.current_id());
CREATE POLICY own ON catalogue.offer USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, UPDATE ON catalogue.requirement, catalogue.label, catalogue.service,
  catalogue.comparison TO omlopp_app;
GRANT SELECT, INSERT ON catalogue.service_price TO omlopp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON catalogue.offer TO omlopp_app;

-- How many devices are of a model is asked by the model.
CREATE INDEX device_model ON devices.device (model_id) WHERE model_id IS NOT NULL;
