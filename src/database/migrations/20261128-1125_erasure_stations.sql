-- Stations of the bench. Each signs what it reports with a key that never leaves it.
CREATE TABLE erasure.station (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  place text CHECK (length(place) BETWEEN 1 AND 200),
  time_zone text NOT NULL,
  -- Ed25519, raw. A key belongs to one station, also after it was revoked.
  public_key bytea NOT NULL UNIQUE CHECK (length(public_key) = 32),
  -- In whose name the station acts: a person of its own, so that its results can be reviewed.
  person_id uuid NOT NULL,
  token_id uuid NOT NULL,
  software text,
  enrolled_at timestamptz NOT NULL,
  enrolled_by uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  -- Server minus station, when they last met.
  clock_offset_ms bigint NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid,
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE UNIQUE INDEX station_name ON erasure.station (organisation_id, lower(name))
  WHERE revoked_at IS NULL;

ALTER TABLE erasure.station ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON erasure.station USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT ON erasure.station TO omlopp_app;
GRANT UPDATE (time_zone, software, seen_at, clock_offset_ms, revoked_at, revoked_by)
  ON erasure.station TO omlopp_app;

-- A document of a station, with its signature over the very bytes that are kept.
ALTER TABLE erasure.evidence
  ADD COLUMN station_id uuid,
  ADD COLUMN run_id uuid,
  ADD COLUMN signature bytea,
  ADD CHECK ((station_id IS NULL) = (run_id IS NULL) AND (station_id IS NULL) = (signature IS NULL));
-- A run is reported once, however often its document is sent.
CREATE UNIQUE INDEX evidence_run ON erasure.evidence (station_id, run_id)
  WHERE station_id IS NOT NULL;
