CREATE TABLE organisations.organisation (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('user', 'reusePartner', 'financier', 'supplier')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  organisation_number text,
  settings jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL
);

CREATE TABLE organisations.partnership (
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  partner_id uuid NOT NULL REFERENCES organisations.organisation,
  kind text NOT NULL CHECK (kind IN ('reuse', 'finance', 'supply')),
  state text NOT NULL CHECK (state IN ('proposed', 'active', 'ended')),
  since_on date NOT NULL,
  until_on date,
  PRIMARY KEY (organisation_id, partner_id, kind)
);
CREATE INDEX partnership_partner ON organisations.partnership (partner_id);

CREATE TABLE organisations.unit (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  parent_id uuid,
  kind text NOT NULL CHECK (kind IN ('department', 'unit')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  cost_centre text,
  closed_on date
);
CREATE UNIQUE INDEX unit_name
  ON organisations.unit (organisation_id, coalesce(parent_id, organisation_id), lower(name));

CREATE TABLE organisations.place (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  kind text NOT NULL CHECK (kind IN ('depot', 'site')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  address text,
  UNIQUE (organisation_id, name)
);

-- People live here and nowhere else, so that they can be purged; everything else names their id.
CREATE TABLE organisations.person (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  name text NOT NULL,
  email text,
  username text,
  unit_id uuid,
  starts_on date,
  leaves_on date,
  purged_at timestamptz
);
CREATE UNIQUE INDEX person_email
  ON organisations.person (organisation_id, lower(email)) WHERE email IS NOT NULL;
CREATE INDEX person_username
  ON organisations.person (organisation_id, lower(username)) WHERE username IS NOT NULL;
CREATE INDEX person_name ON organisations.person USING gin (name gin_trgm_ops);

CREATE TABLE organisations.role_grant (
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  person_id uuid NOT NULL REFERENCES organisations.person,
  role text NOT NULL,
  PRIMARY KEY (person_id, role)
);

-- Sign-in crosses organisations, so the application role has no right to these three.
CREATE TABLE organisations.account (
  person_id uuid PRIMARY KEY REFERENCES organisations.person,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  email_key text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  failed_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  disabled_at timestamptz
);
CREATE TABLE organisations.session (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES organisations.person,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_person ON organisations.session (person_id);
CREATE TABLE organisations.api_token (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  person_id uuid NOT NULL REFERENCES organisations.person,
  name text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  used_at timestamptz
);
CREATE INDEX api_token_organisation ON organisations.api_token (organisation_id);

-- Counters behind numbers that people read, such as the collection S-2026-0187.
CREATE TABLE organisations.counter (
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  name text NOT NULL,
  value bigint NOT NULL,
  PRIMARY KEY (organisation_id, name)
);

ALTER TABLE organisations.organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.partnership ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.place ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.role_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.session ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.api_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations.counter ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON organisations.organisation
  USING (id = organisations.current_id());
CREATE POLICY partners ON organisations.organisation FOR SELECT
  USING (EXISTS (
    SELECT FROM organisations.partnership p
    WHERE (p.organisation_id = organisations.current_id() AND p.partner_id = organisation.id)
       OR (p.partner_id = organisations.current_id() AND p.organisation_id = organisation.id)));
CREATE POLICY either_side ON organisations.partnership
  USING (organisations.current_id() IN (organisation_id, partner_id));
CREATE POLICY own ON organisations.unit USING (organisation_id = organisations.current_id());
CREATE POLICY own ON organisations.place USING (organisation_id = organisations.current_id());
CREATE POLICY own ON organisations.person USING (organisation_id = organisations.current_id());
CREATE POLICY own ON organisations.role_grant USING (organisation_id = organisations.current_id());
CREATE POLICY own ON organisations.counter USING (organisation_id = organisations.current_id());
CREATE POLICY own ON organisations.api_token USING (organisation_id = organisations.current_id());
CREATE POLICY own ON organisations.account USING (organisation_id = organisations.current_id());
CREATE POLICY own ON organisations.session USING (organisation_id = organisations.current_id());

GRANT SELECT, INSERT, UPDATE ON organisations.partnership, organisations.unit, organisations.place,
  organisations.person, organisations.counter, organisations.api_token TO omlopp_app;
GRANT SELECT, UPDATE ON organisations.organisation TO omlopp_app;
GRANT SELECT, INSERT, DELETE ON organisations.role_grant TO omlopp_app;

-- A proposal needs the id of an organisation that is still a stranger: asked by number, told only
-- the id.
CREATE FUNCTION organisations.id_by_number(number text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT o.id FROM organisations.organisation o WHERE o.organisation_number = number LIMIT 1;
END;
GRANT EXECUTE ON FUNCTION organisations.id_by_number(text) TO omlopp_app;

-- An account for a person of one's own organisation; the hash is written, never read back.
CREATE FUNCTION organisations.open_account(person uuid, email_key text, password_hash text)
  RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  INSERT INTO organisations.account (person_id, organisation_id, email_key, password_hash)
    SELECT p.id, p.organisation_id, email_key, password_hash FROM organisations.person p
    WHERE p.id = person AND p.organisation_id = organisations.current_id()
  ON CONFLICT DO NOTHING
  RETURNING true;
END;
GRANT EXECUTE ON FUNCTION organisations.open_account(uuid, text, text) TO omlopp_app;
