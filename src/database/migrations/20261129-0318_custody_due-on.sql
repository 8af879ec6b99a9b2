-- The day a hand-out is due moves: somebody extends it, a leaver's last day comes before it, what
-- replaces it has been handed out. `ends_on` stays what the receipt says; `due_on` is what the return
-- rate asks.
ALTER TABLE custody.hand_out ADD COLUMN due_on date;
UPDATE custody.hand_out SET due_on = ends_on WHERE ends_on IS NOT NULL;

-- What is still out is due on its device's day; what has come home was due on the last day that the
-- journal tells of before it came.
UPDATE custody.hand_out h SET due_on = d.ends_on
FROM devices.device d
WHERE d.id = h.device_id AND h.ended_at IS NULL AND h.due_on IS DISTINCT FROM d.ends_on;

UPDATE custody.hand_out h SET due_on = e.due_on
FROM (
  SELECT DISTINCT ON (o.device_id, o.id) o.device_id, o.id,
    (j.body::jsonb #>> '{content,set,endsOn}')::date AS due_on
  FROM journal.entry j
  JOIN custody.hand_out o ON o.device_id = j.subject_id
    AND j.at >= o.handed_out_at AND j.at < o.ended_at
  WHERE j.kind IN ('devices.changed', 'ordering.returnOpened', 'ordering.returnTakenBack',
      'resale.returnOpened')
    AND j.body::jsonb #> '{content,set}' ? 'endsOn'
  ORDER BY o.device_id, o.id, j.seq DESC
) e
WHERE h.device_id = e.device_id AND h.id = e.id AND h.due_on IS DISTINCT FROM e.due_on;

-- Nothing reads hand-outs by their day since they are counted.
DROP INDEX custody.hand_out_ends;

CREATE OR REPLACE FUNCTION devices.recount_tally() RETURNS bigint
  LANGUAGE sql SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  WITH counted AS (
    SELECT l.organisation_id, f.*, 1 AS n
    FROM devices.listing l CROSS JOIN LATERAL devices.facets_of(l.status, l.kind, l.data_state,
      l.grade, l.owner_id = l.organisation_id, coalesce(l.custodian_id = l.organisation_id, false),
      l.status_since, l.ends_on) f
    UNION ALL
    SELECT h.organisation_id, e.facet, NULL, NULL, NULL, NULL, NULL, NULL, h.due_on, 1
    FROM custody.hand_out h CROSS JOIN (VALUES ('due'), ('home')) AS e (facet)
    WHERE h.due_on IS NOT NULL
      AND (e.facet = 'due' OR h.ended_at < (h.due_on + 31)::timestamp AT TIME ZONE 'UTC')
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

SELECT devices.recount_tally();
DO $$
DECLARE wrong bigint := devices.recount_tally();
BEGIN
  ASSERT wrong = 0, format('%s counts of due days are not what the hand-outs say', wrong);
END $$;
