CREATE SCHEMA climate;
GRANT USAGE ON SCHEMA climate TO omlopp_app;

-- One row per recorded second life (law 5): the key lets a life be counted once. A device that was
-- handled and got no further life is here too, as `failed`: the method deducts its handling.
-- Kilograms are double precision, as the rules reckon them; totals are never summed from these rows
-- but reckoned anew from the counts, since an interval does not add up.
CREATE TABLE climate.reuse (
  device_id uuid NOT NULL,
  life integer NOT NULL CHECK (life > 1),
  -- The owner, whose second life it is.
  organisation_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('sold', 'redeployed', 'donated', 'failed')),
  at timestamptz NOT NULL,
  on_day date NOT NULL,
  category text NOT NULL,
  displacement text NOT NULL CHECK (displacement IN ('documented', 'market', 'unknown')),
  need_id uuid,
  method text NOT NULL,
  factor_version text NOT NULL,
  -- Null where the factors have no figure for the kind.
  net_kg double precision,
  low_kg double precision,
  high_kg double precision,
  driver text,
  ivl_kg double precision,
  legacy_kg double precision,
  transport_km integer NOT NULL,
  entry_seq integer NOT NULL,
  counted boolean NOT NULL DEFAULT false,
  party_ids uuid[] NOT NULL,
  PRIMARY KEY (device_id, life),
  CHECK ((net_kg IS NULL) = (low_kg IS NULL) AND (net_kg IS NULL) = (high_kg IS NULL))
);

-- How many, so that a summary never reads the devices. The scope is the organisation itself for all
-- of it, or the unit that had the device last (redeployed: the unit that got it). Each is counted by
-- day and by month (which stands on its first day): a period is read as months and the days at its
-- ends, since nine years of days took 115 ms to add up at a million devices.
CREATE TABLE climate.reuse_count (
  organisation_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  span text NOT NULL CHECK (span IN ('day', 'month')),
  on_day date NOT NULL,
  category text NOT NULL,
  kind text NOT NULL,
  displacement text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organisation_id, scope_id, span, on_day, category, kind, displacement)
);

ALTER TABLE climate.reuse ENABLE ROW LEVEL SECURITY;
ALTER TABLE climate.reuse_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties_read ON climate.reuse FOR SELECT
  USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY parties_append ON climate.reuse FOR INSERT
  WITH CHECK (organisations.current_id() = ANY (party_ids) AND NOT counted);
CREATE POLICY own ON climate.reuse_count FOR SELECT
  USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT ON climate.reuse TO omlopp_app;
GRANT SELECT ON climate.reuse_count TO omlopp_app;

-- Counts the rows of these devices that are not counted yet. It runs as its owner, because a partner
-- that sells writes the count of the device's owner, and because which unit had the device is the
-- owner's own affair; it takes no content from the caller, only which devices.
CREATE FUNCTION climate.count_reuse(ids uuid[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  WITH fresh AS (
    UPDATE climate.reuse r SET counted = true
    WHERE r.device_id = ANY (ids) AND NOT r.counted
    RETURNING r.device_id, r.entry_seq, r.organisation_id, r.on_day, r.category, r.kind,
      r.displacement
  ), placed AS (
    SELECT f.*, (
      SELECT coalesce(h.taker ->> 'unitId', p.unit_id::text)::uuid
      FROM (
        SELECT e.body::jsonb #> '{content,move,taker}' AS taker
        FROM journal.entry e
        WHERE e.subject_id = f.device_id AND e.seq <= f.entry_seq
          AND e.kind IN ('custody.handedOut', 'devices.registered')
          AND e.body::jsonb #>> '{content,move,taker,kind}' IN ('person', 'unit')
        ORDER BY e.seq DESC LIMIT 1) h
      LEFT JOIN organisations.person p ON p.id = (h.taker ->> 'personId')::uuid
    ) AS unit_id
    FROM fresh f
  )
  INSERT INTO climate.reuse_count AS c
    (organisation_id, scope_id, span, on_day, category, kind, displacement, count)
  SELECT p.organisation_id, s.scope_id, t.span, t.on_day, p.category, p.kind, p.displacement,
    count(*)::int
  FROM placed p
  CROSS JOIN LATERAL (VALUES (p.organisation_id), (p.unit_id)) AS s (scope_id)
  CROSS JOIN LATERAL (VALUES ('day', p.on_day),
    ('month', date_trunc('month', p.on_day::timestamp)::date)) AS t (span, on_day)
  WHERE s.scope_id IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT (organisation_id, scope_id, span, on_day, category, kind, displacement)
    DO UPDATE SET count = c.count + excluded.count;
END;
REVOKE ALL ON FUNCTION climate.count_reuse(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION climate.count_reuse(uuid[]) TO omlopp_app;
