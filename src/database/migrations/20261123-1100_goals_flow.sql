CREATE SCHEMA goals;
GRANT USAGE ON SCHEMA goals TO omlopp_app;

-- How many devices took each step on each day, as each party saw it: what the circle and its
-- figures are drawn from, without reading the journal again.
CREATE TABLE goals.flow (
  organisation_id uuid NOT NULL,
  day date NOT NULL,
  step text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organisation_id, day, step)
);

-- Days from the end of use to proven erasure, per device and life: the exposure time.
CREATE TABLE goals.exposure (
  organisation_id uuid NOT NULL,
  device_id uuid NOT NULL,
  ended_at timestamptz NOT NULL,
  proven_at timestamptz,
  PRIMARY KEY (organisation_id, device_id, ended_at)
);
CREATE INDEX exposure_proven ON goals.exposure (organisation_id, proven_at);

-- What the council or the department has decided.
CREATE TABLE goals.target (
  organisation_id uuid NOT NULL,
  figure text NOT NULL,
  value numeric NOT NULL,
  decided_on date NOT NULL,
  PRIMARY KEY (organisation_id, figure)
);

ALTER TABLE goals.flow ENABLE ROW LEVEL SECURITY;
ALTER TABLE goals.exposure ENABLE ROW LEVEL SECURITY;
ALTER TABLE goals.target ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON goals.flow FOR SELECT USING (organisation_id = organisations.current_id());
CREATE POLICY own ON goals.exposure FOR SELECT USING (organisation_id = organisations.current_id());
CREATE POLICY own ON goals.target USING (organisation_id = organisations.current_id());
GRANT SELECT ON goals.flow, goals.exposure TO omlopp_app;
GRANT SELECT, INSERT, UPDATE ON goals.target TO omlopp_app;

-- Counting reaches every party of an entry, so it runs as its owner and takes only counts.
CREATE FUNCTION goals.count_steps(parties uuid[], days date[], steps text[], counts integer[])
  RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  INSERT INTO goals.flow AS f (organisation_id, day, step, count)
  SELECT c.party, c.day, c.step, sum(c.count)
  FROM unnest(parties, days, steps, counts) AS c (party, day, step, count)
  GROUP BY c.party, c.day, c.step
  ON CONFLICT (organisation_id, day, step) DO UPDATE SET count = f.count + excluded.count;
END;
GRANT EXECUTE ON FUNCTION goals.count_steps(uuid[], date[], text[], integer[]) TO omlopp_app;

CREATE FUNCTION goals.begin_exposure(parties uuid[], devices uuid[], at timestamptz[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  INSERT INTO goals.exposure (organisation_id, device_id, ended_at)
  SELECT * FROM unnest(parties, devices, at) ON CONFLICT DO NOTHING;
END;
GRANT EXECUTE ON FUNCTION goals.begin_exposure(uuid[], uuid[], timestamptz[]) TO omlopp_app;

CREATE FUNCTION goals.end_exposure(devices uuid[], at timestamptz[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  UPDATE goals.exposure e SET proven_at = p.at
  FROM unnest(devices, at) AS p (device_id, at)
  WHERE e.device_id = p.device_id AND e.proven_at IS NULL AND e.ended_at <= p.at;
END;
GRANT EXECUTE ON FUNCTION goals.end_exposure(uuid[], timestamptz[]) TO omlopp_app;

CREATE INDEX exposure_device ON goals.exposure (device_id) WHERE proven_at IS NULL;
CREATE INDEX hand_out_ends ON custody.hand_out (organisation_id, ends_on) WHERE ends_on IS NOT NULL;
