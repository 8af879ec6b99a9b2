-- The way to a next user: what a partner has for sale, who has it kept, and what was sold.
CREATE SCHEMA resale;
GRANT USAGE ON SCHEMA resale TO omlopp_app;

-- The partners whose shops the organisation sees: those it works with for reuse.
CREATE FUNCTION resale.seller_ids() RETURNS uuid[]
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT ARRAY(
    SELECT p.partner_id FROM organisations.partnership p
    WHERE p.organisation_id = organisations.current_id() AND p.kind = 'reuse'
      AND p.state = 'active');
END;
GRANT EXECUTE ON FUNCTION resale.seller_ids() TO omlopp_app;

-- One device for sale. What the buyer is told stands here, so that nobody reads the device's own
-- row, which tells of those who had it before.
CREATE TABLE resale.listing (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  seller_id uuid NOT NULL REFERENCES organisations.organisation,
  state text NOT NULL CHECK (state IN ('listed', 'withdrawn', 'sold')),
  -- Kept for a purchase: until then, or for good once it is confirmed (null).
  purchase_id uuid,
  buyer_id uuid,
  reserved_until timestamptz,
  kind text NOT NULL,
  maker text NOT NULL,
  maker_key text NOT NULL,
  model text NOT NULL,
  model_key text NOT NULL,
  grade text NOT NULL CHECK (grade IN ('A', 'B', 'C')),
  -- The grade's calculation as the inspection gave it.
  calculation jsonb NOT NULL,
  battery_percent integer,
  memory_gb integer,
  storage_gb integer,
  os_family text,
  price_ore bigint NOT NULL CHECK (price_ore >= 0),
  vat text NOT NULL CHECK (vat IN ('standard', 'margin')),
  warranty_months integer NOT NULL CHECK (warranty_months BETWEEN 0 AND 60),
  words text,
  published_at timestamptz NOT NULL,
  published_by uuid NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (device_id, id),
  CHECK ((purchase_id IS NULL) = (buyer_id IS NULL)),
  CHECK ((state = 'listed') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX listing_open ON resale.listing (device_id) WHERE state = 'listed';
CREATE INDEX listing_id ON resale.listing (id);
CREATE INDEX listing_shop ON resale.listing (seller_id, kind, grade, price_ore, id)
  WHERE state = 'listed';
CREATE INDEX listing_purchase ON resale.listing (purchase_id) WHERE purchase_id IS NOT NULL;
CREATE INDEX listing_latest ON resale.listing (seller_id, published_at DESC, id DESC);

-- Each price that a listing has had; the first is the one it was published with.
CREATE TABLE resale.price (
  device_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  seller_id uuid NOT NULL,
  price_ore bigint NOT NULL CHECK (price_ore >= 0),
  set_at timestamptz NOT NULL,
  set_by uuid NOT NULL,
  PRIMARY KEY (device_id, listing_id, seq)
);

-- A picture, once however many listings show it. Where it was taken has been taken out.
CREATE TABLE resale.photo (
  id uuid PRIMARY KEY,
  seller_id uuid NOT NULL REFERENCES organisations.organisation,
  sha256 bytea NOT NULL,
  type text NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
  width integer NOT NULL CHECK (width > 0),
  height integer NOT NULL CHECK (height > 0),
  bytes bytea NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  UNIQUE (seller_id, sha256)
);
CREATE TABLE resale.listing_photo (
  device_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  seller_id uuid NOT NULL,
  photo_id uuid NOT NULL,
  -- What the picture shows, for who does not see it.
  alt text NOT NULL CHECK (length(alt) BETWEEN 1 AND 300),
  PRIMARY KEY (device_id, listing_id, position)
);

-- Prices by model and grade, valid from one day to another.
CREATE TABLE resale.price_list (
  id uuid PRIMARY KEY,
  seller_id uuid NOT NULL REFERENCES organisations.organisation,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  valid_from_on date NOT NULL,
  valid_until_on date NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  CHECK (valid_until_on >= valid_from_on)
);
CREATE INDEX price_list_seller ON resale.price_list (seller_id, valid_from_on DESC, id);
CREATE TABLE resale.price_list_row (
  price_list_id uuid NOT NULL REFERENCES resale.price_list,
  seller_id uuid NOT NULL,
  maker text NOT NULL,
  maker_key text NOT NULL,
  model text NOT NULL,
  model_key text NOT NULL,
  grade text NOT NULL CHECK (grade IN ('A', 'B', 'C')),
  price_ore bigint NOT NULL CHECK (price_ore >= 0),
  PRIMARY KEY (price_list_id, maker_key, model_key, grade)
);

-- What a customer buys of a partner, from the reservation to its receipt.
CREATE TABLE resale.purchase (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  seller_id uuid NOT NULL REFERENCES organisations.organisation,
  buyer_id uuid NOT NULL REFERENCES organisations.organisation,
  state text NOT NULL CHECK (state IN ('reserved', 'confirmed', 'sent', 'received', 'cancelled',
    'expired')),
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  reserved_until timestamptz,
  confirmed_at timestamptz,
  sent_at timestamptz,
  -- Who sent it: the seller's side of the sale is signed by this person when the buyer has received.
  sent_by uuid,
  received_at timestamptz,
  ended_at timestamptz,
  -- Where it goes, as the buyer wrote it, since the seller cannot read the buyer's places.
  to_name text,
  to_address text,
  place_id uuid,
  reference text,
  -- The warranty case that this replaces a device for; it costs nothing.
  case_id uuid,
  -- The need of an order that this meets, in the buyer's own register.
  need_id uuid,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (seller_id, number),
  CHECK (seller_id <> buyer_id)
);
CREATE INDEX purchase_seller ON resale.purchase (seller_id, made_at DESC, id DESC);
CREATE INDEX purchase_buyer ON resale.purchase (buyer_id, made_at DESC, id DESC);
CREATE INDEX purchase_waiting ON resale.purchase (reserved_until) WHERE state = 'reserved';

CREATE TABLE resale.purchase_line (
  purchase_id uuid NOT NULL REFERENCES resale.purchase,
  position integer NOT NULL CHECK (position > 0),
  seller_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  -- The device in the seller's register, and the one that it became in the buyer's.
  device_id uuid NOT NULL,
  buyer_device_id uuid,
  state text NOT NULL CHECK (state IN ('ordered', 'sent', 'received', 'cancelled')),
  kind text NOT NULL,
  maker text NOT NULL,
  model text NOT NULL,
  -- Told from the sending on.
  serial_number text,
  grade text NOT NULL,
  memory_gb integer,
  storage_gb integer,
  os_family text,
  battery_percent integer,
  price_ore bigint NOT NULL CHECK (price_ore >= 0),
  vat text NOT NULL CHECK (vat IN ('standard', 'margin')),
  warranty_months integer NOT NULL,
  -- Given when it is one that replaces another: the warranty runs on.
  warranty_until_on date,
  received_at timestamptz,
  PRIMARY KEY (purchase_id, position),
  CHECK ((state = 'received') = (buyer_device_id IS NOT NULL))
);
-- No device is sold twice, whatever the actions believe.
CREATE UNIQUE INDEX line_open ON resale.purchase_line (device_id) WHERE state IN ('ordered', 'sent');
CREATE INDEX line_buyer_device ON resale.purchase_line (buyer_device_id)
  WHERE buyer_device_id IS NOT NULL;

CREATE TABLE resale.warranty_case (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  purchase_id uuid NOT NULL REFERENCES resale.purchase,
  position integer NOT NULL,
  seller_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  -- The device in the buyer's register.
  device_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'repairing', 'replacing', 'refused', 'closed')),
  -- People's own words, never in the journal.
  fault text NOT NULL CHECK (length(fault) BETWEEN 1 AND 2000),
  opened_at timestamptz NOT NULL,
  opened_by uuid NOT NULL,
  answer text CHECK (answer IN ('repair', 'replacement', 'refusal')),
  answer_words text,
  answered_at timestamptz,
  answered_by uuid,
  replacement_id uuid,
  -- The last day that the replaced device comes back, and when it came.
  return_by_on date,
  returned_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (seller_id, number),
  FOREIGN KEY (purchase_id, position) REFERENCES resale.purchase_line,
  CHECK ((state = 'open') = (answer IS NULL)),
  CHECK ((answer = 'replacement') = (replacement_id IS NOT NULL))
);
CREATE INDEX case_purchase ON resale.warranty_case (purchase_id);
CREATE INDEX case_seller ON resale.warranty_case (seller_id, opened_at DESC, id DESC);
CREATE INDEX case_buyer ON resale.warranty_case (buyer_id, opened_at DESC, id DESC);
CREATE UNIQUE INDEX case_open ON resale.warranty_case (device_id)
  WHERE state IN ('open', 'repairing', 'replacing');

ALTER TABLE resale.listing ENABLE ROW LEVEL SECURITY;
ALTER TABLE resale.price ENABLE ROW LEVEL SECURITY;
ALTER TABLE resale.photo ENABLE ROW LEVEL SECURITY;
ALTER TABLE resale.listing_photo ENABLE ROW LEVEL SECURITY;
ALTER TABLE resale.price_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE resale.price_list_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE resale.purchase ENABLE ROW LEVEL SECURITY;
ALTER TABLE resale.purchase_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE resale.warranty_case ENABLE ROW LEVEL SECURITY;
CREATE POLICY seller ON resale.listing USING (seller_id = organisations.current_id());
CREATE POLICY customer ON resale.listing FOR SELECT
  USING (buyer_id = organisations.current_id()
    OR (state = 'listed' AND seller_id = ANY ((SELECT resale.seller_ids())::uuid[])));
CREATE POLICY seller ON resale.price USING (seller_id = organisations.current_id());
CREATE POLICY seller ON resale.photo USING (seller_id = organisations.current_id());
CREATE POLICY customer ON resale.photo FOR SELECT
  USING (seller_id = ANY ((SELECT resale.seller_ids())::uuid[]));
CREATE POLICY seller ON resale.listing_photo USING (seller_id = organisations.current_id());
CREATE POLICY customer ON resale.listing_photo FOR SELECT
  USING (seller_id = ANY ((SELECT resale.seller_ids())::uuid[]));
CREATE POLICY seller ON resale.price_list USING (seller_id = organisations.current_id());
CREATE POLICY seller ON resale.price_list_row USING (seller_id = organisations.current_id());
CREATE POLICY sides ON resale.purchase
  USING (organisations.current_id() IN (seller_id, buyer_id));
CREATE POLICY sides ON resale.purchase_line
  USING (organisations.current_id() IN (seller_id, buyer_id));
CREATE POLICY sides ON resale.warranty_case
  USING (organisations.current_id() IN (seller_id, buyer_id));
GRANT SELECT, INSERT, UPDATE ON resale.listing, resale.purchase, resale.purchase_line,
  resale.warranty_case TO omlopp_app;
GRANT SELECT, INSERT ON resale.price, resale.photo, resale.price_list, resale.price_list_row
  TO omlopp_app;
GRANT SELECT, INSERT, DELETE ON resale.listing_photo TO omlopp_app;
