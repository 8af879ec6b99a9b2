-- A theft marking is a mark like the others, except that one may stand on all devices of an
-- organisation: it names the owner. So it is searched by, and unique to nobody.
ALTER TABLE devices.device
  ADD COLUMN theft_marking text,
  -- When device management last heard from it; the owner's own affair.
  ADD COLUMN last_seen_at timestamptz;

-- A generated column takes another expression only by being made anew.
DROP VIEW devices.searchable;
ALTER TABLE devices.device DROP COLUMN search;
ALTER TABLE devices.device ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (upper(
  coalesce(asset_tag, '') || ' ' || coalesce(serial_number, '') || ' ' ||
  coalesce(serial_key, '') || ' ' || coalesce(imei, '') || ' ' || coalesce(mac_address, '') || ' ' ||
  coalesce(theft_marking, '') || ' ' || maker || ' ' || model)) STORED;
CREATE INDEX device_search ON devices.device USING gin (search gin_trgm_ops);

CREATE VIEW devices.searchable AS
  SELECT d.id, d.search FROM devices.device d
  WHERE organisations.current_id() = ANY (d.party_ids);
GRANT SELECT ON devices.searchable TO omlopp_app;
