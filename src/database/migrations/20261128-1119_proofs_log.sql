CREATE SCHEMA proofs;
GRANT USAGE ON SCHEMA proofs TO omlopp_app;

-- One log per organisation: the entries it made, in the order in which listeners hear of them. These
-- tables are distributed by organisation, as the log is, and not by device; nobody may update or
-- delete but the head of the log, which all the rest bears out.
CREATE TABLE proofs.log_entry (
  organisation_id uuid NOT NULL,
  index bigint NOT NULL CHECK (index >= 0),
  subject_id uuid NOT NULL,
  seq integer NOT NULL,
  leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
  PRIMARY KEY (organisation_id, index),
  UNIQUE (organisation_id, subject_id, seq)
);

-- Sixteen children of the tree with what they hash to, written once when the last one has come.
-- Thirty hashes, so that a row stays in its page.
CREATE TABLE proofs.log_group (
  organisation_id uuid NOT NULL,
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL CHECK (length(hashes) = 960),
  PRIMARY KEY (organisation_id, level, index)
);

-- The head of each log: its size and the hashes of the groups that are not full.
CREATE TABLE proofs.log (
  organisation_id uuid PRIMARY KEY,
  size bigint NOT NULL CHECK (size >= 0),
  edge bytea NOT NULL
);

-- Every head that was signed, as the signed text. `signed_at` never goes backwards within a log.
CREATE TABLE proofs.checkpoint (
  organisation_id uuid NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  note text NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, size)
);
CREATE INDEX checkpoint_signed ON proofs.checkpoint (organisation_id, signed_at);

-- Who outside may sign heads of the log beside it. A witness that is no longer trusted is ended; what
-- it signed before stays. The key is as verifiers are given keys: name+id+base64.
CREATE TABLE proofs.witness (
  organisation_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  key_id text NOT NULL CHECK (key_id ~ '^[0-9a-f]{8}$'),
  vkey text NOT NULL,
  registered_at timestamptz NOT NULL,
  registered_by uuid NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (organisation_id, name, key_id)
);

-- The line of a witness under a signed head: the first that came for each head.
CREATE TABLE proofs.cosignature (
  organisation_id uuid NOT NULL,
  size bigint NOT NULL,
  name text NOT NULL,
  key_id text NOT NULL,
  line text NOT NULL,
  -- As the witness says, and as it came here.
  signed_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, size, name, key_id)
);

-- Where the registrar is told of each day's head: an office rather than a person.
CREATE TABLE proofs.registrar (
  organisation_id uuid PRIMARY KEY,
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  set_at timestamptz NOT NULL
);

-- The last head of each day on which the log grew, and whether the registrar has been told.
CREATE TABLE proofs.daily_head (
  organisation_id uuid NOT NULL,
  day date NOT NULL,
  size bigint NOT NULL,
  mailed_at timestamptz,
  -- Why not, as a stable code: no-server, no-address, or failed.
  unsent text,
  PRIMARY KEY (organisation_id, day)
);
CREATE INDEX daily_head_day ON proofs.daily_head (day);

ALTER TABLE proofs.log_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE proofs.log_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE proofs.log ENABLE ROW LEVEL SECURITY;
ALTER TABLE proofs.checkpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE proofs.witness ENABLE ROW LEVEL SECURITY;
ALTER TABLE proofs.cosignature ENABLE ROW LEVEL SECURITY;
ALTER TABLE proofs.registrar ENABLE ROW LEVEL SECURITY;
ALTER TABLE proofs.daily_head ENABLE ROW LEVEL SECURITY;

-- Size and hashes of a log are for everybody, as is the log's whole purpose; which entries they are
-- the hashes of is for the parties of each entry.
CREATE POLICY own ON proofs.log_entry USING (organisation_id = organisations.current_id());
CREATE POLICY everybody_reads ON proofs.log_group FOR SELECT USING (true);
CREATE POLICY own_append ON proofs.log_group FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id());
CREATE POLICY everybody_reads ON proofs.log FOR SELECT USING (true);
CREATE POLICY own_begin ON proofs.log FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id());
CREATE POLICY own_grow ON proofs.log FOR UPDATE
  USING (organisation_id = organisations.current_id());
CREATE POLICY everybody_reads ON proofs.checkpoint FOR SELECT USING (true);
CREATE POLICY own_append ON proofs.checkpoint FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id());
CREATE POLICY everybody_reads ON proofs.cosignature FOR SELECT USING (true);
CREATE POLICY own_append ON proofs.cosignature FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id());
CREATE POLICY own ON proofs.witness USING (organisation_id = organisations.current_id());
CREATE POLICY own ON proofs.registrar USING (organisation_id = organisations.current_id());
CREATE POLICY everybody_reads ON proofs.daily_head FOR SELECT USING (true);
CREATE POLICY own_append ON proofs.daily_head FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id());
CREATE POLICY own_mail ON proofs.daily_head FOR UPDATE
  USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT ON proofs.log_entry, proofs.log_group, proofs.checkpoint, proofs.cosignature
  TO omlopp_app;
GRANT SELECT, INSERT, UPDATE ON proofs.log TO omlopp_app;
GRANT SELECT, INSERT, UPDATE (ended_at) ON proofs.witness TO omlopp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON proofs.registrar TO omlopp_app;
GRANT SELECT, INSERT, UPDATE (mailed_at, unsent) ON proofs.daily_head TO omlopp_app;

-- Where the entries on a subject stand that the acting organisation shares: also those that others
-- made, in their logs. It runs as its owner, since the place of another's entry is in another's log.
CREATE FUNCTION proofs.places(subject uuid)
  RETURNS TABLE (seq integer, body text, organisation_id uuid, index bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT e.seq, e.body, e.organisation_id, l.index
  FROM journal.entry e
  LEFT JOIN proofs.log_entry l ON l.organisation_id = e.organisation_id
    AND l.subject_id = e.subject_id AND l.seq = e.seq
  WHERE e.subject_id = subject AND organisations.current_id() = ANY (e.party_ids)
  ORDER BY e.seq;
END;
GRANT EXECUTE ON FUNCTION proofs.places(uuid) TO omlopp_app;
