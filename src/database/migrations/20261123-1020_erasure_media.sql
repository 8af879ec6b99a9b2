CREATE SCHEMA erasure;
GRANT USAGE ON SCHEMA erasure TO omlopp_app;

-- The storage media of a device, read before anything is wiped.
CREATE TABLE erasure.medium (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  -- As written on the medium: a proof compares it strictly, a search its key.
  serial text NOT NULL,
  serial_key text NOT NULL,
  model text,
  capacity_bytes bigint CHECK (capacity_bytes > 0),
  -- Hidden areas included, where a tool could read it.
  native_bytes bigint CHECK (native_bytes > 0),
  kind text NOT NULL CHECK (kind IN ('magnetic', 'flash', 'hybrid', 'unknown')),
  state text NOT NULL CHECK (state IN ('inPlace', 'removed', 'erased', 'destroyed')),
  -- The device's latest movement when the medium was proven erased: once somebody has had the
  -- device after that, the proof says nothing of what the medium holds.
  proven_movement integer,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  PRIMARY KEY (device_id, id),
  CHECK ((state IN ('erased', 'destroyed')) = (proven_movement IS NOT NULL)),
  UNIQUE (device_id, serial)
);
CREATE INDEX medium_serial ON erasure.medium (serial_key);
CREATE INDEX medium_id ON erasure.medium (id);

-- The file as it came. Its bytes may tell of several customers' drives, so that only the
-- organisation that sent it in reads them; the others read the results on their own devices.
CREATE TABLE erasure.evidence (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  file_name text NOT NULL,
  bytes bytea NOT NULL,
  format text NOT NULL,
  tool text,
  tool_version text,
  station_time_zone text,
  uploaded_at timestamptz NOT NULL,
  uploaded_by uuid NOT NULL
);

-- Uniqueness over all organisations lives in a table keyed by what must be unique: the hash of a
-- file, and of one drive's run within it (nwipe appends to its log, so that a longer file holds
-- the runs of a shorter one).
CREATE TABLE erasure.used (
  sha256 bytea PRIMARY KEY,
  evidence_id uuid NOT NULL,
  organisation_id uuid NOT NULL
);

CREATE TABLE erasure.result (
  id uuid PRIMARY KEY,
  evidence_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  session integer NOT NULL,
  drive integer NOT NULL,
  device_id uuid,
  medium_id uuid,
  -- In quarantine: the medium whose serial is written differently, to be matched by a person.
  suggested_medium_id uuid,
  serial text,
  facts jsonb NOT NULL,
  decision text NOT NULL CHECK (decision IN ('issue', 'review', 'refuse')),
  reasons text[] NOT NULL,
  level text NOT NULL CHECK (level IN ('none', 'clear', 'purge', 'destroy')),
  state text NOT NULL
    CHECK (state IN ('issued', 'awaitingReview', 'refused', 'unmatched', 'released')),
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  matched_by uuid,
  reviewed_at timestamptz,
  reviewed_by uuid,
  -- A person's own words: here and on the certificate, never in the journal.
  review_reason text,
  party_ids uuid[] NOT NULL,
  CHECK (decision <> 'refuse' OR state IN ('refused', 'released')),
  CHECK (medium_id IS NULL OR device_id IS NOT NULL)
);
CREATE INDEX result_evidence ON erasure.result (evidence_id);
CREATE INDEX result_medium ON erasure.result (medium_id) WHERE medium_id IS NOT NULL;
CREATE INDEX result_device ON erasure.result (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX result_queue ON erasure.result (organisation_id, state, recorded_at DESC, id DESC);

-- One per medium. Never changed but for its end: revoked, or superseded by another.
CREATE TABLE erasure.certificate (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  organisation_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  medium_id uuid NOT NULL,
  result_id uuid,
  kind text NOT NULL CHECK (kind IN ('erasure', 'destruction')),
  -- What the paper says, with ids where it names people.
  content jsonb NOT NULL,
  issued_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid,
  revocation_reason text,
  superseded_by uuid,
  -- For the public page: chance, so that nobody counts or guesses certificates.
  public_id text NOT NULL,
  party_ids uuid[] NOT NULL,
  PRIMARY KEY (device_id, id),
  CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL)),
  CHECK ((kind = 'erasure') = (result_id IS NOT NULL))
);
CREATE INDEX certificate_id ON erasure.certificate (id);
CREATE INDEX certificate_medium ON erasure.certificate (medium_id);
CREATE INDEX certificate_issued ON erasure.certificate (issued_at DESC, id DESC);
CREATE INDEX certificate_public ON erasure.certificate (public_id);

ALTER TABLE erasure.medium ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure.evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure.used ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure.result ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure.certificate ENABLE ROW LEVEL SECURITY;

-- Who is party to a device now sees its media, results and certificates, also older ones: the
-- partner must know which drives the owner inventoried. devices.device guards itself.
CREATE POLICY with_device ON erasure.medium
  USING (EXISTS (SELECT FROM devices.device d WHERE d.id = medium.device_id))
  WITH CHECK (EXISTS (SELECT FROM devices.device d WHERE d.id = medium.device_id));
CREATE POLICY own ON erasure.evidence USING (organisation_id = organisations.current_id());
CREATE POLICY parties_read ON erasure.result FOR SELECT
  USING (organisations.current_id() = ANY (party_ids)
    OR EXISTS (SELECT FROM devices.device d WHERE d.id = result.device_id));
CREATE POLICY own_append ON erasure.result FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id());
-- A result waits until somebody settles it, or until another proof of the medium makes it needless.
CREATE POLICY change ON erasure.result FOR UPDATE
  USING (organisation_id = organisations.current_id()
    OR EXISTS (SELECT FROM devices.device d WHERE d.id = result.device_id)) WITH CHECK (true);
CREATE POLICY parties_read ON erasure.certificate FOR SELECT
  USING (organisations.current_id() = ANY (party_ids)
    OR EXISTS (SELECT FROM devices.device d WHERE d.id = certificate.device_id));
CREATE POLICY own_append ON erasure.certificate FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id());
CREATE POLICY change ON erasure.certificate FOR UPDATE
  USING (EXISTS (SELECT FROM devices.device d WHERE d.id = certificate.device_id))
  WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON erasure.medium TO omlopp_app;
GRANT SELECT, INSERT ON erasure.evidence TO omlopp_app;
GRANT SELECT, INSERT ON erasure.result, erasure.certificate TO omlopp_app;
GRANT UPDATE (device_id, medium_id, suggested_medium_id, decision, reasons, level, state,
  matched_by, reviewed_at, reviewed_by, review_reason, party_ids) ON erasure.result TO omlopp_app;
GRANT UPDATE (revoked_at, revoked_by, revocation_reason, superseded_by)
  ON erasure.certificate TO omlopp_app;

-- Takes hashes that nobody has used, whichever organisation; answers those that were free. As its
-- owner, since another organisation's use is not seen; it tells only that there was one.
CREATE FUNCTION erasure.take_hashes(hashes bytea[], evidence uuid) RETURNS SETOF bytea
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  INSERT INTO erasure.used (sha256, evidence_id, organisation_id)
  SELECT h, evidence, organisations.current_id() FROM unnest(hashes) AS h
  WHERE organisations.current_id() IS NOT NULL
  ORDER BY h
  ON CONFLICT DO NOTHING
  RETURNING used.sha256;
END;
GRANT EXECUTE ON FUNCTION erasure.take_hashes(bytea[], uuid) TO omlopp_app;

-- The last movement of each device into somebody's use. As its owner, since the movement may be
-- one that the acting organisation does not share; a number tells nothing of who.
CREATE FUNCTION erasure.last_use(device uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT coalesce(max(m.seq), 0) FROM custody.movement m
  WHERE m.device_id = device AND m.taker_kind IN ('person', 'unit');
END;
GRANT EXECUTE ON FUNCTION erasure.last_use(uuid) TO omlopp_app;
