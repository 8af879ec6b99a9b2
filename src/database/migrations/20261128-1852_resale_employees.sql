-- Whom a listing is for: the customers of a shop, or the organisation's own employees.
ALTER TABLE resale.listing ADD COLUMN audience text NOT NULL DEFAULT 'customers'
  CHECK (audience IN ('customers', 'employees'));
CREATE INDEX listing_employees ON resale.listing (seller_id, kind, price_ore, id)
  WHERE state = 'listed' AND audience = 'employees';

-- What is for a partner's own employees is no customer's to see.
DROP POLICY customer ON resale.listing;
CREATE POLICY customer ON resale.listing FOR SELECT
  USING (buyer_id = organisations.current_id()
    OR (state = 'listed' AND audience = 'customers'
      AND seller_id = ANY ((SELECT resale.seller_ids())::uuid[])));

-- What an employee buys of the organisation. The person is an id here and everywhere but in the
-- register of people, where the name is purged.
CREATE TABLE resale.employee_purchase (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  number text NOT NULL,
  person_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  device_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('ordered', 'handedOver', 'cancelled', 'expired')),
  kind text NOT NULL,
  maker text NOT NULL,
  model text NOT NULL,
  serial_number text,
  grade text NOT NULL,
  -- All that the person pays, VAT included.
  price_ore bigint NOT NULL CHECK (price_ore >= 0),
  vat text NOT NULL CHECK (vat IN ('standard', 'margin')),
  warranty_months integer NOT NULL CHECK (warranty_months BETWEEN 0 AND 60),
  payment text NOT NULL CHECK (payment IN ('payroll', 'invoice')),
  ordered_at timestamptz NOT NULL,
  -- Kept until then for the person to fetch.
  fetch_by timestamptz NOT NULL,
  handed_over_at timestamptz,
  handed_over_by uuid,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (organisation_id, number),
  CHECK ((state = 'handedOver') = (handed_over_at IS NOT NULL))
);
-- No device is sold twice, whatever the actions believe.
CREATE UNIQUE INDEX employee_purchase_open ON resale.employee_purchase (device_id)
  WHERE state = 'ordered';
CREATE INDEX employee_purchase_latest ON resale.employee_purchase
  (organisation_id, ordered_at DESC, id DESC);
CREATE INDEX employee_purchase_person ON resale.employee_purchase (person_id, ordered_at);

ALTER TABLE resale.employee_purchase ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON resale.employee_purchase USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, UPDATE ON resale.employee_purchase TO omlopp_app;

-- The shop's index holds what every question of it asks, so that no row is read.
DROP INDEX resale.listing_shop;
CREATE INDEX listing_shop ON resale.listing (kind, seller_id, price_ore, grade, id)
  INCLUDE (state, audience, memory_gb, storage_gb, os_family, vat, purchase_id, buyer_id,
    reserved_until, device_id)
  WHERE state = 'listed';
