-- What a need asks of a device, beside the device in the listing: an order form looks through the
-- pool of a kind for what will do, and a need that nothing meets is held against all of it. The index
-- answers alone. Only rows of the pool carry it, since nobody asks it of others. What the device does
-- not say itself its model says (`model_id`), which is read at asking, so that a corrected or joined
-- model tells at once; `reserved_until` is endless where a reservation has no end.
ALTER TABLE devices.listing
  ADD COLUMN model_id uuid,
  ADD COLUMN memory_gb integer,
  ADD COLUMN storage_gb integer,
  ADD COLUMN os_family text,
  ADD COLUMN reserved_until timestamptz;

-- As `osFamilyOf` in devices/rules, which a test compares it with.
CREATE FUNCTION devices.os_family_of(os_name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN os_name ILIKE 'windows%' THEN 'windows' WHEN os_name ILIKE 'mac%' THEN 'macos'
    WHEN os_name ILIKE 'chrome%' THEN 'chromeos' WHEN os_name ILIKE 'ipados%' THEN 'ipados'
    WHEN os_name ILIKE 'ios%' THEN 'ios' WHEN os_name ILIKE 'android%' THEN 'android'
    WHEN os_name ILIKE '%linux%' OR os_name ILIKE 'ubuntu%' THEN 'linux' END
$$;

CREATE OR REPLACE FUNCTION devices.refresh_listing(ids uuid[], former uuid[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  WITH wanted AS (
    SELECT party AS organisation_id, d.id AS device_id, d.asset_tag, d.serial_number, d.kind,
      d.maker, d.model, d.status, d.status_since, d.data_state, d.grade, d.owner_id,
      c.organisation_id AS custodian_id,
      CASE WHEN c.account_kind = 'person' AND c.organisation_id = party THEN c.account_id END
        AS holder_id,
      CASE WHEN c.organisation_id = party THEN c.unit_id END AS unit_id,
      CASE WHEN c.account_kind = 'depot' AND c.organisation_id = party THEN c.account_id END
        AS place_id,
      CASE WHEN d.owner_id = party THEN d.ends_on END AS ends_on,
      CASE WHEN d.owner_id = party THEN d.price_ore END AS price_ore,
      upper(coalesce(d.asset_tag, '')) COLLATE "C" AS tag_sort,
      coalesce(d.serial_key, '') COLLATE "C" AS serial_sort,
      upper(concat(d.maker, ' ', d.model)) COLLATE "C" AS model_sort,
      CASE WHEN d.status = 'pool' THEN d.model_id END AS model_id,
      CASE WHEN d.status = 'pool' THEN d.ram_mb / 1024 END AS memory_gb,
      CASE WHEN d.status = 'pool' THEN d.storage_gb END AS storage_gb,
      CASE WHEN d.status = 'pool' AND d.os_name IS NOT NULL THEN devices.os_family_of(d.os_name) END
        AS os_family,
      CASE WHEN d.status = 'pool' AND d.reserved_for IS NOT NULL AND c.organisation_id = party
        THEN coalesce(d.reserved_until, 'infinity') END AS reserved_until
    FROM devices.device d
    JOIN custody.present c ON c.device_id = d.id
    CROSS JOIN LATERAL unnest(d.party_ids) AS party
    WHERE d.id = ANY (ids)
  ), changed AS MATERIALIZED (
    SELECT w.*, o.device_id IS NOT NULL AS was_listed, o.status AS was_status, o.kind AS was_kind,
      o.data_state AS had_data_state, o.grade AS had_grade,
      o.owner_id = o.organisation_id AS was_own,
      coalesce(o.custodian_id = o.organisation_id, false) AS was_kept,
      o.status_since AS stood_since, o.ends_on AS had_ends_on
    FROM wanted w
    LEFT JOIN devices.listing o
      ON o.organisation_id = w.organisation_id AND o.device_id = w.device_id
    WHERE (w.asset_tag, w.serial_number, w.kind, w.maker, w.model, w.status, w.status_since,
        w.data_state, w.grade, w.owner_id, w.custodian_id, w.holder_id, w.unit_id, w.place_id,
        w.ends_on, w.price_ore, w.tag_sort, w.serial_sort, w.model_sort, w.model_id,
        w.memory_gb, w.storage_gb, w.os_family, w.reserved_until, w.device_id)
      IS DISTINCT FROM (o.asset_tag, o.serial_number, o.kind, o.maker, o.model, o.status,
        o.status_since, o.data_state, o.grade, o.owner_id, o.custodian_id, o.holder_id, o.unit_id,
        o.place_id, o.ends_on, o.price_ore, o.tag_sort, o.serial_sort, o.model_sort, o.model_id,
        o.memory_gb, o.storage_gb, o.os_family, o.reserved_until, o.device_id)
  ), rewritten AS (
    UPDATE devices.listing l SET
      asset_tag = c.asset_tag, serial_number = c.serial_number, kind = c.kind, maker = c.maker,
      model = c.model, status = c.status, status_since = c.status_since,
      data_state = c.data_state, grade = c.grade, owner_id = c.owner_id,
      custodian_id = c.custodian_id, holder_id = c.holder_id, unit_id = c.unit_id,
      place_id = c.place_id, ends_on = c.ends_on, price_ore = c.price_ore,
      tag_sort = c.tag_sort, serial_sort = c.serial_sort, model_sort = c.model_sort,
      model_id = c.model_id, memory_gb = c.memory_gb, storage_gb = c.storage_gb,
      os_family = c.os_family, reserved_until = c.reserved_until
    FROM changed c
    WHERE c.was_listed AND l.organisation_id = c.organisation_id AND l.device_id = c.device_id
  ), written AS (
    INSERT INTO devices.listing (
      organisation_id, device_id, asset_tag, serial_number, kind, maker, model, status,
      status_since, data_state, grade, owner_id, custodian_id, holder_id, unit_id, place_id,
      ends_on, price_ore, tag_sort, serial_sort, model_sort, model_id, memory_gb, storage_gb,
      os_family, reserved_until)
    SELECT organisation_id, device_id, asset_tag, serial_number, kind, maker, model, status,
      status_since, data_state, grade, owner_id, custodian_id, holder_id, unit_id, place_id,
      ends_on, price_ore, tag_sort, serial_sort, model_sort, model_id, memory_gb, storage_gb,
      os_family, reserved_until
    FROM changed WHERE NOT was_listed
  ), gone AS (
    DELETE FROM devices.listing l USING devices.device d
    WHERE l.organisation_id = ANY (former) AND l.device_id = ANY (ids) AND d.id = l.device_id
      AND l.organisation_id <> ALL (d.party_ids)
    RETURNING l.*
  ), moved AS (
    SELECT organisation_id, status, kind, data_state, grade, own, kept, status_since, ends_on,
      sum(n) AS n
    FROM (
      SELECT organisation_id, status, kind, data_state, grade, owner_id = organisation_id AS own,
        coalesce(custodian_id = organisation_id, false) AS kept, status_since, ends_on, 1 AS n
      FROM changed
      UNION ALL
      SELECT organisation_id, was_status, was_kind, had_data_state, had_grade, was_own, was_kept,
        stood_since, had_ends_on, -1
      FROM changed WHERE was_listed
      UNION ALL
      SELECT organisation_id, status, kind, data_state, grade, owner_id = organisation_id,
        coalesce(custodian_id = organisation_id, false), status_since, ends_on, -1
      FROM gone
    ) AS m
    GROUP BY organisation_id, status, kind, data_state, grade, own, kept, status_since, ends_on
    HAVING sum(n) <> 0
  )
  INSERT INTO devices.tally_change
    (organisation_id, facet, status, kind, data_state, grade, own, kept, day, count)
  SELECT m.organisation_id, f.facet, f.status, f.kind, f.data_state, f.grade, f.own, f.kept, f.day,
    sum(m.n)
  FROM moved m
  CROSS JOIN LATERAL devices.facets_of(m.status, m.kind, m.data_state, m.grade, m.own, m.kept,
    m.status_since, m.ends_on) f
  GROUP BY m.organisation_id, f.facet, f.status, f.kind, f.data_state, f.grade, f.own, f.kept,
    f.day
  HAVING sum(m.n) <> 0;
END $$;

UPDATE devices.listing l SET model_id = d.model_id, memory_gb = d.ram_mb / 1024,
  storage_gb = d.storage_gb, os_family = devices.os_family_of(d.os_name),
  reserved_until = CASE WHEN d.reserved_for IS NOT NULL AND l.custodian_id = l.organisation_id
    THEN coalesce(d.reserved_until, 'infinity') END
FROM devices.device d WHERE d.id = l.device_id AND l.status = 'pool';

DROP INDEX devices.listing_pool;
CREATE INDEX listing_pool ON devices.listing (organisation_id, kind, grade DESC NULLS LAST, device_id)
  INCLUDE (place_id, custodian_id, data_state, model_id, memory_gb, storage_gb, os_family,
    reserved_until)
  WHERE status = 'pool';
