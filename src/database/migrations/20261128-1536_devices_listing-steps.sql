-- A listing row that is there is rewritten in place: an insert that finds it there first locks it,
-- which is one more record in the log for each. And what many devices have in common is summed before
-- it is told by facets, since a batch of a hundred is mostly a handful of alike ones.
-- Who calls holds the lock on the device's row, so that its listing has one writer.
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
      upper(concat(d.maker, ' ', d.model)) COLLATE "C" AS model_sort
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
        w.ends_on, w.price_ore, w.tag_sort, w.serial_sort, w.model_sort, w.device_id)
      IS DISTINCT FROM (o.asset_tag, o.serial_number, o.kind, o.maker, o.model, o.status,
        o.status_since, o.data_state, o.grade, o.owner_id, o.custodian_id, o.holder_id, o.unit_id,
        o.place_id, o.ends_on, o.price_ore, o.tag_sort, o.serial_sort, o.model_sort, o.device_id)
  ), rewritten AS (
    UPDATE devices.listing l SET
      asset_tag = c.asset_tag, serial_number = c.serial_number, kind = c.kind, maker = c.maker,
      model = c.model, status = c.status, status_since = c.status_since,
      data_state = c.data_state, grade = c.grade, owner_id = c.owner_id,
      custodian_id = c.custodian_id, holder_id = c.holder_id, unit_id = c.unit_id,
      place_id = c.place_id, ends_on = c.ends_on, price_ore = c.price_ore,
      tag_sort = c.tag_sort, serial_sort = c.serial_sort, model_sort = c.model_sort
    FROM changed c
    WHERE c.was_listed AND l.organisation_id = c.organisation_id AND l.device_id = c.device_id
  ), written AS (
    INSERT INTO devices.listing (
      organisation_id, device_id, asset_tag, serial_number, kind, maker, model, status,
      status_since, data_state, grade, owner_id, custodian_id, holder_id, unit_id, place_id,
      ends_on, price_ore, tag_sort, serial_sort, model_sort)
    SELECT organisation_id, device_id, asset_tag, serial_number, kind, maker, model, status,
      status_since, data_state, grade, owner_id, custodian_id, holder_id, unit_id, place_id,
      ends_on, price_ore, tag_sort, serial_sort, model_sort
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
