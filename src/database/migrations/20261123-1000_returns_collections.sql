CREATE SCHEMA returns;
GRANT USAGE ON SCHEMA returns TO omlopp_app;

-- One sending of devices between two organisations. The receiver sees it from `sent` on.
CREATE TABLE returns.collection (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  sender_id uuid NOT NULL,
  receiver_id uuid NOT NULL,
  from_place_id uuid,
  -- As it stood when the collection was made: the receiver cannot read the sender's places.
  from_place_name text,
  from_address text,
  state text NOT NULL CHECK (state IN ('packing', 'sent', 'receiving', 'closed')),
  wanted_pickup_on date,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  sent_at timestamptz,
  -- The first scan at the receiver.
  received_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (sender_id <> receiver_id),
  CHECK ((state = 'packing') = (sent_at IS NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX collection_sender ON returns.collection (sender_id, id);
CREATE INDEX collection_receiver ON returns.collection (receiver_id, id);

CREATE TABLE returns.package (
  collection_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('box', 'cage', 'pallet')),
  seal text,
  party_ids uuid[] NOT NULL,
  PRIMARY KEY (collection_id, id),
  UNIQUE (collection_id, number)
);

-- One device of a collection, with its marks as the delivery note says them: a side that is no
-- longer party to the device still reads its own delivery note.
CREATE TABLE returns.line (
  collection_id uuid NOT NULL,
  device_id uuid NOT NULL,
  package_id uuid,
  state text NOT NULL CHECK (state IN ('packed', 'received', 'missing', 'takenBack')),
  packed_at timestamptz NOT NULL,
  packed_by uuid NOT NULL,
  received_at timestamptz,
  asset_tag text,
  serial_number text,
  kind text NOT NULL,
  maker text NOT NULL,
  model text NOT NULL,
  tag_key text,
  serial_key text,
  imei_key text,
  sort_key text COLLATE "C" NOT NULL,
  -- How the device stood before it was sent, for taking it back.
  status_before text NOT NULL,
  partner_before uuid,
  place_before uuid,
  party_ids uuid[] NOT NULL,
  PRIMARY KEY (collection_id, device_id),
  CHECK ((state = 'received') = (received_at IS NOT NULL))
);
-- No device is on its way in two collections.
CREATE UNIQUE INDEX line_open ON returns.line (device_id) WHERE state = 'packed';
CREATE INDEX line_order ON returns.line (collection_id, sort_key, device_id);
-- Scans are found by index, so that the plan does not depend on how many a batch is taken to hold.
CREATE INDEX line_tag ON returns.line (collection_id, tag_key) WHERE tag_key IS NOT NULL;
CREATE INDEX line_serial ON returns.line (collection_id, serial_key) WHERE serial_key IS NOT NULL;
CREATE INDEX line_imei ON returns.line (collection_id, imei_key) WHERE imei_key IS NOT NULL;
CREATE INDEX line_state ON returns.line (collection_id, state);

-- Each scan carries an id that the scanning device made, so that one sent twice counts once.
CREATE TABLE returns.scan (
  collection_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  scan_id uuid NOT NULL,
  code text NOT NULL,
  at timestamptz NOT NULL,
  taken_at timestamptz NOT NULL,
  outcome text NOT NULL,
  device_id uuid,
  by_id uuid NOT NULL,
  PRIMARY KEY (collection_id, organisation_id, scan_id)
);

CREATE TABLE returns.discrepancy (
  collection_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('missing', 'extra', 'mismatch')),
  device_id uuid,
  code text NOT NULL,
  code_key text NOT NULL,
  opened_at timestamptz NOT NULL,
  opened_by uuid NOT NULL,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_organisation_id uuid,
  resolution text,
  -- People's own words; never in the journal.
  remark text,
  version integer NOT NULL DEFAULT 1,
  party_ids uuid[] NOT NULL,
  PRIMARY KEY (collection_id, id),
  CHECK ((closed_at IS NULL) = (resolution IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CHECK (kind = 'extra' OR device_id IS NOT NULL)
);
CREATE UNIQUE INDEX discrepancy_missing ON returns.discrepancy (collection_id, device_id)
  WHERE kind = 'missing';
CREATE UNIQUE INDEX discrepancy_extra ON returns.discrepancy (collection_id, code_key)
  WHERE kind = 'extra';
CREATE INDEX discrepancy_open ON returns.discrepancy (opened_at) WHERE closed_at IS NULL;

ALTER TABLE returns.collection ENABLE ROW LEVEL SECURITY;
ALTER TABLE returns.package ENABLE ROW LEVEL SECURITY;
ALTER TABLE returns.line ENABLE ROW LEVEL SECURITY;
ALTER TABLE returns.scan ENABLE ROW LEVEL SECURITY;
ALTER TABLE returns.discrepancy ENABLE ROW LEVEL SECURITY;

CREATE POLICY sides ON returns.collection
  USING (sender_id = organisations.current_id()
    OR (receiver_id = organisations.current_id() AND state <> 'packing'));
-- The parties of what a collection holds: the sender alone while packing, then both.
CREATE POLICY sides ON returns.package USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY sides ON returns.line USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY sides ON returns.discrepancy USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY own ON returns.scan USING (organisation_id = organisations.current_id());

GRANT SELECT, INSERT, UPDATE ON returns.collection, returns.package, returns.discrepancy
  TO omlopp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON returns.line TO omlopp_app;
GRANT SELECT, INSERT ON returns.scan TO omlopp_app;
