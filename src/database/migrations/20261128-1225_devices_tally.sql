-- How many devices stand where, kept in the transaction that moves them: counting a million rows of
-- the listing took 145 ms. A step appends what it changes and locks nothing, since a row that every
-- hand-out of an organisation counted up would let them in one at a time; the appended rows are
-- folded into the sums by a listener. Read both together, as devices.tallied does.
--
-- What is counted, by facet:
--   standing  each listed device, by status, kind, data state, grade, own and kept
--   since     what waits at a station, by the day (UTC) it came there
--   ends      what is out, by the last day of its period of use
--   due       hand-outs, by their last day
--   home      hand-outs that ended within thirty days of their last day, by that day
CREATE TABLE devices.tally (
  organisation_id uuid NOT NULL,
  facet text NOT NULL CHECK (facet IN ('standing', 'since', 'ends', 'due', 'home')),
  status text,
  kind text,
  data_state text,
  grade text,
  -- Owned by the organisation; in its custody.
  own boolean,
  kept boolean,
  day date,
  count integer NOT NULL,
  CONSTRAINT tally_key UNIQUE NULLS NOT DISTINCT
    (organisation_id, facet, status, kind, data_state, grade, own, kept, day)
);
CREATE INDEX tally_empty ON devices.tally (organisation_id) WHERE count = 0;

CREATE TABLE devices.tally_change (
  organisation_id uuid NOT NULL,
  facet text NOT NULL CHECK (facet IN ('standing', 'since', 'ends', 'due', 'home')),
  status text,
  kind text,
  data_state text,
  grade text,
  own boolean,
  kept boolean,
  day date,
  count integer NOT NULL
);
CREATE INDEX tally_change_own ON devices.tally_change (organisation_id);

ALTER TABLE devices.tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE devices.tally_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON devices.tally USING (organisation_id = organisations.current_id());
CREATE POLICY own ON devices.tally_change USING (organisation_id = organisations.current_id());
GRANT SELECT ON devices.tally TO omlopp_app;
-- A hand-out counts its own last day; everything else goes through the functions below.
GRANT SELECT, INSERT ON devices.tally_change TO omlopp_app;

CREATE VIEW devices.tallied WITH (security_invoker = true) AS
  SELECT * FROM devices.tally UNION ALL SELECT * FROM devices.tally_change;
GRANT SELECT ON devices.tallied TO omlopp_app;

-- Under which facets a row of the listing is counted.
CREATE FUNCTION devices.facets_of(is_status text, is_kind text, has_data_state text, has_grade text,
    is_own boolean, is_kept boolean, stands_since timestamptz, last_day date)
  RETURNS TABLE (facet text, status text, kind text, data_state text, grade text, own boolean,
    kept boolean, day date)
  LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
  SELECT f.* FROM (VALUES
    ('standing', is_status, is_kind, has_data_state, has_grade, is_own, is_kept, NULL::date),
    ('since', is_status, NULL, NULL, NULL, is_own, is_kept,
      CASE WHEN is_status IN ('inStock', 'handedIn', 'sent', 'received', 'erased', 'graded', 'pool')
        THEN (stands_since AT TIME ZONE 'UTC')::date END),
    ('ends', is_status, NULL, NULL, NULL, NULL, NULL,
      CASE WHEN is_status IN ('handedOut', 'inUse') THEN last_day END)
  ) AS f (facet, status, kind, data_state, grade, own, kept, day)
  WHERE f.facet = 'standing' OR f.day IS NOT NULL;
END;

-- As before, and counted: rows that the step has changed nothing of are left as they are. The
-- caller has locked the devices, so what stands in the listing is what the last step left.
CREATE OR REPLACE FUNCTION devices.refresh_listing(ids uuid[], former uuid[] DEFAULT '{}') RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
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
  ), written AS (
    INSERT INTO devices.listing (
      organisation_id, device_id, asset_tag, serial_number, kind, maker, model, status,
      status_since, data_state, grade, owner_id, custodian_id, holder_id, unit_id, place_id,
      ends_on, price_ore, tag_sort, serial_sort, model_sort)
    SELECT organisation_id, device_id, asset_tag, serial_number, kind, maker, model, status,
      status_since, data_state, grade, owner_id, custodian_id, holder_id, unit_id, place_id,
      ends_on, price_ore, tag_sort, serial_sort, model_sort
    FROM changed
    ON CONFLICT (organisation_id, device_id) DO UPDATE SET
      asset_tag = excluded.asset_tag, serial_number = excluded.serial_number,
      kind = excluded.kind, maker = excluded.maker, model = excluded.model,
      status = excluded.status, status_since = excluded.status_since,
      data_state = excluded.data_state, grade = excluded.grade, owner_id = excluded.owner_id,
      custodian_id = excluded.custodian_id, holder_id = excluded.holder_id,
      unit_id = excluded.unit_id, place_id = excluded.place_id, ends_on = excluded.ends_on,
      price_ore = excluded.price_ore, tag_sort = excluded.tag_sort,
      serial_sort = excluded.serial_sort, model_sort = excluded.model_sort
  ), gone AS (
    DELETE FROM devices.listing l USING devices.device d
    WHERE l.organisation_id = ANY (former) AND l.device_id = ANY (ids) AND d.id = l.device_id
      AND l.organisation_id <> ALL (d.party_ids)
    RETURNING l.*
  ), moved AS (
    SELECT c.organisation_id, f.*, 1 AS n
    FROM changed c CROSS JOIN LATERAL devices.facets_of(c.status, c.kind, c.data_state, c.grade,
      c.owner_id = c.organisation_id, coalesce(c.custodian_id = c.organisation_id, false),
      c.status_since, c.ends_on) f
    UNION ALL
    SELECT c.organisation_id, f.*, -1
    FROM changed c CROSS JOIN LATERAL devices.facets_of(c.was_status, c.was_kind, c.had_data_state,
      c.had_grade, c.was_own, c.was_kept, c.stood_since, c.had_ends_on) f
    WHERE c.was_listed
    UNION ALL
    SELECT g.organisation_id, f.*, -1
    FROM gone g CROSS JOIN LATERAL devices.facets_of(g.status, g.kind, g.data_state, g.grade,
      g.owner_id = g.organisation_id, coalesce(g.custodian_id = g.organisation_id, false),
      g.status_since, g.ends_on) f
  )
  INSERT INTO devices.tally_change
    (organisation_id, facet, status, kind, data_state, grade, own, kept, day, count)
  SELECT m.organisation_id, m.facet, m.status, m.kind, m.data_state, m.grade, m.own, m.kept, m.day,
    sum(m.n)
  FROM moved m
  GROUP BY m.organisation_id, m.facet, m.status, m.kind, m.data_state, m.grade, m.own, m.kept, m.day
  HAVING sum(m.n) <> 0;
END $$;

-- Folds what is committed into the sums. One at a time: another that is at it leaves nothing to do.
CREATE FUNCTION devices.fold_tally() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(7362014559) THEN RETURN; END IF;
  WITH folded AS (DELETE FROM devices.tally_change RETURNING *)
  INSERT INTO devices.tally AS t
    (organisation_id, facet, status, kind, data_state, grade, own, kept, day, count)
  SELECT f.organisation_id, f.facet, f.status, f.kind, f.data_state, f.grade, f.own, f.kept, f.day,
    sum(f.count)
  FROM folded f
  GROUP BY f.organisation_id, f.facet, f.status, f.kind, f.data_state, f.grade, f.own, f.kept, f.day
  HAVING sum(f.count) <> 0
  ON CONFLICT ON CONSTRAINT tally_key DO UPDATE SET count = t.count + excluded.count;
  DELETE FROM devices.tally WHERE count = 0;
END $$;
REVOKE ALL ON FUNCTION devices.fold_tally() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION devices.fold_tally() TO omlopp_app;

-- Counts everything anew and appends only what differs, so that it can run beside all other work:
-- one statement sees the listing and its counts as of the same instant.
-- @returns how many sums were wrong
CREATE FUNCTION devices.recount_tally() RETURNS bigint
  LANGUAGE sql SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  WITH counted AS (
    SELECT l.organisation_id, f.*, 1 AS n
    FROM devices.listing l CROSS JOIN LATERAL devices.facets_of(l.status, l.kind, l.data_state,
      l.grade, l.owner_id = l.organisation_id, coalesce(l.custodian_id = l.organisation_id, false),
      l.status_since, l.ends_on) f
    UNION ALL
    SELECT h.organisation_id, e.facet, NULL, NULL, NULL, NULL, NULL, NULL, h.ends_on, 1
    FROM custody.hand_out h CROSS JOIN (VALUES ('due'), ('home')) AS e (facet)
    WHERE h.ends_on IS NOT NULL
      AND (e.facet = 'due' OR h.ended_at < (h.ends_on + 31)::timestamp AT TIME ZONE 'UTC')
    UNION ALL
    SELECT t.organisation_id, t.facet, t.status, t.kind, t.data_state, t.grade, t.own, t.kept,
      t.day, -t.count
    FROM devices.tallied t
  ), appended AS (
    INSERT INTO devices.tally_change
      (organisation_id, facet, status, kind, data_state, grade, own, kept, day, count)
    SELECT c.organisation_id, c.facet, c.status, c.kind, c.data_state, c.grade, c.own, c.kept,
      c.day, sum(c.n)
    FROM counted c
    GROUP BY c.organisation_id, c.facet, c.status, c.kind, c.data_state, c.grade, c.own, c.kept,
      c.day
    HAVING sum(c.n) <> 0
    RETURNING 1
  )
  SELECT count(*) FROM appended;
END;
REVOKE ALL ON FUNCTION devices.recount_tally() FROM PUBLIC;

SELECT devices.recount_tally();
SELECT devices.fold_tally();

-- The figures ask how many results await a review; those of others in the table may be millions.
CREATE INDEX result_awaiting ON erasure.result (organisation_id) WHERE state = 'awaitingReview';

-- Days from hand-in to proven erasure, counted by month of proof and whole hours, so that a median
-- of a year is read from some thousand rows and not sorted out of hundreds of thousands.
CREATE TABLE goals.exposure_count (
  organisation_id uuid NOT NULL,
  month date NOT NULL,
  hours integer NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organisation_id, month, hours)
);
ALTER TABLE goals.exposure_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON goals.exposure_count FOR SELECT
  USING (organisation_id = organisations.current_id());
GRANT SELECT ON goals.exposure_count TO omlopp_app;

CREATE OR REPLACE FUNCTION goals.end_exposure(devices uuid[], at timestamptz[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  -- The first proof after the end of use, however many uses and proofs are heard at once.
  WITH first_proof AS (
    SELECT e.organisation_id, e.device_id, e.ended_at, min(p.at) AS at
    FROM unnest(devices, at) AS p (device_id, at)
    JOIN goals.exposure e
      ON e.device_id = p.device_id AND e.proven_at IS NULL AND e.ended_at <= p.at
    GROUP BY e.organisation_id, e.device_id, e.ended_at
  ), proven AS (
    UPDATE goals.exposure e SET proven_at = p.at
    FROM first_proof p
    WHERE e.organisation_id = p.organisation_id AND e.device_id = p.device_id
      AND e.ended_at = p.ended_at
    RETURNING e.organisation_id, e.ended_at, e.proven_at
  )
  INSERT INTO goals.exposure_count AS c (organisation_id, month, hours, count)
  SELECT p.organisation_id, date_trunc('month', p.proven_at AT TIME ZONE 'UTC')::date,
    round(extract(epoch FROM p.proven_at - p.ended_at) / 3600)::int, count(*)
  FROM proven p GROUP BY 1, 2, 3
  ON CONFLICT (organisation_id, month, hours) DO UPDATE SET count = c.count + excluded.count;
END;

INSERT INTO goals.exposure_count (organisation_id, month, hours, count)
SELECT organisation_id, date_trunc('month', proven_at AT TIME ZONE 'UTC')::date,
  round(extract(epoch FROM proven_at - ended_at) / 3600)::int, count(*)
FROM goals.exposure WHERE proven_at IS NOT NULL GROUP BY 1, 2, 3;
DROP INDEX goals.exposure_proven;

-- The last number and hash of many chains: one call of journal.head() for each took 18 µs.
CREATE FUNCTION journal.heads(subjects uuid[], OUT subject_id uuid, OUT seq integer, OUT hash bytea)
  RETURNS SETOF record
  LANGUAGE plpgsql STABLE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY SELECT s.id, e.seq, e.hash
  FROM unnest(subjects) AS s (id)
  CROSS JOIN LATERAL (
    SELECT h.seq, h.hash FROM journal.entry h WHERE h.subject_id = s.id
    ORDER BY h.seq DESC LIMIT 1) e;
END $$;
REVOKE ALL ON FUNCTION journal.heads(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.heads(uuid[]) TO omlopp_app;
DROP FUNCTION journal.head(uuid);
