-- What a search looks in, by way of a function. The server reads the expression of a generated column
-- anew for every statement that changes its table, also where nothing that is searched changes: for
-- seventeen operators that was half a millisecond of each step; a function is one.
CREATE FUNCTION devices.searched(asset_tag text, serial_number text, serial_key text, imei text,
  mac_address text, theft_marking text, drive_serials text, maker text, model text)
RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN upper(concat_ws(' ', asset_tag, serial_number, serial_key, imei, mac_address, theft_marking,
    drive_serials, maker, model));
END $$;

DROP VIEW devices.searchable;
ALTER TABLE devices.device DROP COLUMN search;
ALTER TABLE devices.device ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (
  devices.searched(asset_tag, serial_number, serial_key, imei, mac_address, theft_marking,
    drive_serials, maker, model)) STORED;
CREATE INDEX device_search ON devices.device USING gin (search gin_trgm_ops);

CREATE VIEW devices.searchable AS
  SELECT d.id, d.search FROM devices.device d
  WHERE organisations.current_id() = ANY (d.party_ids);
GRANT SELECT ON devices.searchable TO omlopp_app;
