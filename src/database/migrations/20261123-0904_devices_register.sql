CREATE SCHEMA devices;
GRANT USAGE ON SCHEMA devices TO omlopp_app;

CREATE TABLE devices.device (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  maker text NOT NULL DEFAULT '',
  maker_key text NOT NULL DEFAULT '',
  model text NOT NULL DEFAULT '',
  model_id uuid,
  asset_tag text,
  serial_number text,
  serial_key text,
  imei text,
  imei2 text,
  mac_address text,
  name text,
  data_bearing boolean NOT NULL,
  status text NOT NULL,
  status_since timestamptz NOT NULL,
  data_state text NOT NULL
    CHECK (data_state IN ('notDataBearing', 'unused', 'holdsData', 'erased', 'destroyed')),
  grade text CHECK (grade IN ('A', 'B', 'C', 'D', 'E')),
  -- Which life the device is in: 1 with its first holder, 2 after a recorded second life.
  life integer NOT NULL DEFAULT 1 CHECK (life > 0),
  owner_id uuid NOT NULL,
  -- The reuse partner appointed for it, from the sending until it comes back to the owner.
  partner_id uuid,
  -- Every organisation that is party to the device now: owner, custodian, taker in transit,
  -- appointed partner, financier. Row-level security reads this and nothing else.
  party_ids uuid[] NOT NULL,
  purchased_on date,
  price_ore bigint CHECK (price_ore >= 0),
  warranty_until_on date,
  -- Last day of the decided period of use.
  ends_on date,
  order_number text,
  supplier_name text,
  os_name text,
  ram_mb integer,
  storage_gb integer,
  note text,
  registered_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  -- What a search finds, upper case. It stands here and not in the listing, because a step rewrites
  -- the listing with all its indexes, while this index is touched only when a mark changes.
  search text NOT NULL GENERATED ALWAYS AS (upper(
    coalesce(asset_tag, '') || ' ' || coalesce(serial_number, '') || ' ' ||
    coalesce(serial_key, '') || ' ' || coalesce(imei, '') || ' ' || coalesce(mac_address, '') || ' ' ||
    maker || ' ' || model)) STORED,
  CHECK (data_bearing OR data_state = 'notDataBearing')
) WITH (fillfactor = 50);
CREATE INDEX device_search ON devices.device USING gin (search gin_trgm_ops);

-- Uniqueness of marks lives in a table keyed by the mark, since the device is keyed by its id.
-- A serial number is unique per owner and maker; asset tag and IMEI per owner.
CREATE TABLE devices.mark (
  owner_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('serial', 'assetTag', 'imei')),
  value_key text NOT NULL,
  device_id uuid NOT NULL,
  PRIMARY KEY (owner_id, kind, value_key)
);
CREATE INDEX mark_device ON devices.mark (device_id);

-- What each party's list shows: a projection of devices.device and custody.present, one row per
-- organisation that is party, written only by devices.refresh_listing() and the import.
CREATE TABLE devices.listing (
  organisation_id uuid NOT NULL,
  device_id uuid NOT NULL,
  asset_tag text,
  serial_number text,
  kind text NOT NULL,
  maker text NOT NULL,
  model text NOT NULL,
  status text NOT NULL,
  status_since timestamptz NOT NULL,
  data_state text NOT NULL,
  grade text,
  owner_id uuid NOT NULL,
  custodian_id uuid,
  holder_id uuid,
  unit_id uuid,
  place_id uuid,
  ends_on date,
  price_ore bigint,
  -- Sort keys: upper case, so that C order is the order people expect of numbers.
  tag_sort text COLLATE "C" NOT NULL,
  serial_sort text COLLATE "C" NOT NULL,
  model_sort text COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation_id, device_id)
);
CREATE INDEX listing_tag ON devices.listing (organisation_id, tag_sort, device_id);
CREATE INDEX listing_serial ON devices.listing (organisation_id, serial_sort, device_id);
CREATE INDEX listing_model ON devices.listing (organisation_id, model_sort, device_id);
CREATE INDEX listing_ends ON devices.listing (organisation_id, ends_on, device_id);
CREATE INDEX listing_status ON devices.listing (organisation_id, status, tag_sort, device_id);
CREATE INDEX listing_unit ON devices.listing (organisation_id, unit_id, tag_sort, device_id);
CREATE INDEX listing_holder ON devices.listing (organisation_id, holder_id) WHERE holder_id IS NOT NULL;

ALTER TABLE devices.device ENABLE ROW LEVEL SECURITY;
ALTER TABLE devices.mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE devices.listing ENABLE ROW LEVEL SECURITY;

CREATE POLICY parties ON devices.device FOR SELECT
  USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY register ON devices.device FOR INSERT
  WITH CHECK (owner_id = organisations.current_id());
-- Who acts is party before and after its own act (transit keeps both sides party until the taker
-- has accepted), so a row never slips out of the hands of the organisation that changes it.
CREATE POLICY change ON devices.device FOR UPDATE
  USING (organisations.current_id() = ANY (party_ids)) WITH CHECK (true);
CREATE POLICY own ON devices.mark USING (owner_id = organisations.current_id());
CREATE POLICY own ON devices.listing USING (organisation_id = organisations.current_id());

GRANT SELECT, INSERT, UPDATE ON devices.device TO omlopp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON devices.mark TO omlopp_app;
GRANT SELECT, INSERT ON devices.listing TO omlopp_app;

-- Under row-level security a LIKE may not use its index: the function behind it is not leakproof,
-- so it runs only after the policy has passed a row, and a search read every row of the organisation
-- (27 s at a million). The view carries the same condition as the policy, and leaves the order to
-- the planner.
CREATE VIEW devices.searchable AS
  SELECT d.id, d.search FROM devices.device d
  WHERE organisations.current_id() = ANY (d.party_ids);
GRANT SELECT ON devices.searchable TO omlopp_app;
