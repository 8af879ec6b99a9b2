CREATE SCHEMA server;
GRANT USAGE ON SCHEMA server, database TO omlopp_app;

-- The answer to each post that named an Idempotency-Key, written in the transaction of its action.
CREATE TABLE server.answer (
  organisation_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer,
  body text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, actor_id, key)
);
CREATE INDEX answer_created ON server.answer (created_at);
ALTER TABLE server.answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON server.answer USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, UPDATE ON server.answer TO omlopp_app;

-- The application may send jobs, and nothing else in the job tables.
CREATE FUNCTION database.send_job(name text, payload json, job_key text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => name, payload => payload, job_key => job_key, max_attempts => 10);
END $$;
REVOKE ALL ON FUNCTION database.send_job(text, json, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION database.send_job(text, json, text) TO omlopp_app;
