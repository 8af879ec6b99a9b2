CREATE SCHEMA journal;
GRANT USAGE ON SCHEMA journal TO omlopp_app;

-- One chain per subject (a device or an organisation). `body` is the canonical JSON (RFC 8785)
-- that was hashed, kept verbatim; it holds the hash of the entry before it. Nobody may update
-- or delete: a correction is a new entry.
CREATE TABLE journal.entry (
  subject_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  body text NOT NULL,
  hash bytea NOT NULL,
  -- The organisations that were party to the subject at that moment: they share the entry.
  party_ids uuid[] NOT NULL,
  -- Listeners read in the order of commits that are certain: by transaction, then position.
  xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
  position bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (subject_id, seq)
);
CREATE INDEX entry_order ON journal.entry (xact, position);
CREATE INDEX entry_when ON journal.entry (organisation_id, at);

CREATE TABLE journal.listener (
  name text PRIMARY KEY,
  xact xid8 NOT NULL DEFAULT '0',
  position bigint NOT NULL DEFAULT 0
);

ALTER TABLE journal.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties_read ON journal.entry FOR SELECT
  USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY own_append ON journal.entry FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id());
GRANT SELECT, INSERT ON journal.entry TO omlopp_app;

-- The last number and hash of a chain. As its owner, since the entry before may be one that the
-- acting organisation does not share; number and hash tell nothing of its content.
CREATE FUNCTION journal.head(subject uuid, OUT seq integer, OUT hash bytea) RETURNS SETOF record
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT e.seq, e.hash FROM journal.entry e WHERE e.subject_id = subject ORDER BY e.seq DESC LIMIT 1;
END;
GRANT EXECUTE ON FUNCTION journal.head(uuid) TO omlopp_app;
