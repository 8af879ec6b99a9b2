-- What lists and device management say of a device, beside what it is sold as.
ALTER TABLE devices.device
  ADD COLUMN os_version text,
  -- In the words of whoever wrote the list; a grade is only ever given by an inspection.
  ADD COLUMN condition text,
  -- When device management took it in: it may still be locked to its owner there.
  ADD COLUMN enrolled_at timestamptz,
  -- Serial numbers of its drives, one a line, as a list says: media until somebody has looked.
  ADD COLUMN drive_serials text;

-- A search for a drive finds the device: erasure logs name drives. The expression of a generated
-- column is changed by making it anew.
DROP VIEW devices.searchable;
ALTER TABLE devices.device DROP COLUMN search;
ALTER TABLE devices.device ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (upper(
  coalesce(asset_tag, '') || ' ' || coalesce(serial_number, '') || ' ' ||
  coalesce(serial_key, '') || ' ' || coalesce(imei, '') || ' ' || coalesce(mac_address, '') || ' ' ||
  coalesce(theft_marking, '') || ' ' || coalesce(drive_serials, '') || ' ' || maker || ' ' || model
  )) STORED;
CREATE INDEX device_search ON devices.device USING gin (search gin_trgm_ops);

CREATE VIEW devices.searchable AS
  SELECT d.id, d.search FROM devices.device d
  WHERE organisations.current_id() = ANY (d.party_ids);
GRANT SELECT ON devices.searchable TO omlopp_app;
