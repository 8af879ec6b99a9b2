CREATE SCHEMA custody;
GRANT USAGE ON SCHEMA custody TO omlopp_app;

-- Double entry: each movement takes one device from one custody account and gives it to another.
-- Account kinds: outside (maker, buyer, the world; no organisation), depot (an organisation's
-- own keeping, account = place or null), person (account = holder), unit (a shared device),
-- transit (between two organisations; organisation = the sender, account = the taker).
CREATE TABLE custody.movement (
  device_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  kind text NOT NULL,
  giver_kind text NOT NULL CHECK (giver_kind IN ('outside', 'depot', 'person', 'unit', 'transit')),
  giver_organisation_id uuid,
  giver_id uuid,
  taker_kind text NOT NULL CHECK (taker_kind IN ('outside', 'depot', 'person', 'unit', 'transit')),
  taker_organisation_id uuid,
  taker_id uuid,
  moved_at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  -- The number of the journal entry that tells of it.
  entry_seq integer NOT NULL,
  party_ids uuid[] NOT NULL,
  PRIMARY KEY (device_id, seq),
  CHECK ((giver_kind = 'outside') = (giver_organisation_id IS NULL)),
  CHECK ((taker_kind = 'outside') = (taker_organisation_id IS NULL)),
  CHECK (ROW (giver_kind, giver_organisation_id, giver_id)
    IS DISTINCT FROM ROW (taker_kind, taker_organisation_id, taker_id))
);

-- Where each device is now: the sum of its movements.
CREATE TABLE custody.present (
  device_id uuid PRIMARY KEY,
  account_kind text NOT NULL,
  organisation_id uuid,
  account_id uuid,
  unit_id uuid,
  since timestamptz NOT NULL,
  movement_seq integer NOT NULL,
  party_ids uuid[] NOT NULL
);

CREATE TABLE custody.hand_out (
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  holder_id uuid,
  unit_id uuid,
  handed_out_at timestamptz NOT NULL,
  handed_out_by uuid NOT NULL,
  ends_on date,
  confirmed_at timestamptz,
  confirmed_by uuid,
  ended_at timestamptz,
  PRIMARY KEY (device_id, id)
);
CREATE INDEX hand_out_holder ON custody.hand_out (organisation_id, holder_id) WHERE ended_at IS NULL;

CREATE TABLE custody.hand_in (
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  holder_id uuid,
  place_id uuid,
  handed_in_at timestamptz NOT NULL,
  received_by uuid NOT NULL,
  condition text NOT NULL CHECK (condition IN ('good', 'worn', 'damaged', 'broken')),
  -- The holder's own words; may name people, so it is never in the journal.
  remark text,
  lock_removed boolean,
  PRIMARY KEY (device_id, id)
);

ALTER TABLE custody.movement ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody.present ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody.hand_out ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody.hand_in ENABLE ROW LEVEL SECURITY;

CREATE POLICY parties_read ON custody.movement FOR SELECT
  USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY parties_append ON custody.movement FOR INSERT
  WITH CHECK (organisations.current_id() = ANY (party_ids));
CREATE POLICY parties_read ON custody.present FOR SELECT
  USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY parties_write ON custody.present FOR INSERT
  WITH CHECK (organisations.current_id() = ANY (party_ids));
CREATE POLICY parties_change ON custody.present FOR UPDATE
  USING (organisations.current_id() = ANY (party_ids)) WITH CHECK (true);
CREATE POLICY own ON custody.hand_out USING (organisation_id = organisations.current_id());
CREATE POLICY own ON custody.hand_in USING (organisation_id = organisations.current_id());

GRANT SELECT, INSERT ON custody.movement TO omlopp_app;
GRANT SELECT, INSERT, UPDATE ON custody.present TO omlopp_app;
GRANT SELECT, INSERT, UPDATE ON custody.hand_out TO omlopp_app;
GRANT SELECT, INSERT ON custody.hand_in TO omlopp_app;

-- Rewrites the listing rows of these devices for every party. It runs as its owner because it
-- writes other organisations' rows; it takes no content from the caller, only which devices,
-- and `former`: the organisations that may no longer be party to them. Without these the rows that
-- are to go would be looked for in the whole listing, whose key begins with the organisation.
-- Holder, unit, place, price and end date are the owner's or the holder's own affair.
-- In PL/pgSQL, which keeps its plans: before PostgreSQL 18 a function in SQL is planned at each call.
CREATE FUNCTION devices.refresh_listing(ids uuid[], former uuid[] DEFAULT '{}') RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO devices.listing (
    organisation_id, device_id, asset_tag, serial_number, kind, maker, model, status,
    status_since, data_state, grade, owner_id, custodian_id, holder_id, unit_id, place_id,
    ends_on, price_ore, tag_sort, serial_sort, model_sort)
  SELECT party, d.id, d.asset_tag, d.serial_number, d.kind, d.maker, d.model, d.status,
    d.status_since, d.data_state, d.grade, d.owner_id, c.organisation_id,
    CASE WHEN c.account_kind = 'person' AND c.organisation_id = party THEN c.account_id END,
    CASE WHEN c.organisation_id = party THEN c.unit_id END,
    CASE WHEN c.account_kind = 'depot' AND c.organisation_id = party THEN c.account_id END,
    CASE WHEN d.owner_id = party THEN d.ends_on END,
    CASE WHEN d.owner_id = party THEN d.price_ore END,
    upper(coalesce(d.asset_tag, '')), coalesce(d.serial_key, ''),
    upper(concat(d.maker, ' ', d.model))
  FROM devices.device d
  JOIN custody.present c ON c.device_id = d.id
  CROSS JOIN LATERAL unnest(d.party_ids) AS party
  WHERE d.id = ANY (ids)
  ON CONFLICT (organisation_id, device_id) DO UPDATE SET
    asset_tag = excluded.asset_tag, serial_number = excluded.serial_number,
    kind = excluded.kind, maker = excluded.maker, model = excluded.model,
    status = excluded.status, status_since = excluded.status_since,
    data_state = excluded.data_state, grade = excluded.grade, owner_id = excluded.owner_id,
    custodian_id = excluded.custodian_id, holder_id = excluded.holder_id,
    unit_id = excluded.unit_id, place_id = excluded.place_id, ends_on = excluded.ends_on,
    price_ore = excluded.price_ore, tag_sort = excluded.tag_sort,
    serial_sort = excluded.serial_sort, model_sort = excluded.model_sort;
  IF former <> '{}' THEN
    DELETE FROM devices.listing l USING devices.device d
    WHERE l.organisation_id = ANY (former) AND l.device_id = ANY (ids) AND d.id = l.device_id
      AND l.organisation_id <> ALL (d.party_ids);
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION devices.refresh_listing(uuid[], uuid[]) TO omlopp_app;
