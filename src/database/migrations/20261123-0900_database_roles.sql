-- The application works as omlopp_app, which row-level security binds. The user that connects
-- owns the tables, migrates, and takes this role inside every transaction of an organisation.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'omlopp_app') THEN
    BEGIN
      CREATE ROLE omlopp_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- another database of the same server made it at this instant
    END;
  END IF;
  IF NOT pg_has_role(current_user, 'omlopp_app', 'MEMBER') THEN
    EXECUTE format('GRANT omlopp_app TO %I', current_user);
  END IF;
END $$;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SCHEMA organisations;
GRANT USAGE ON SCHEMA organisations TO omlopp_app;

-- The organisation this transaction works for; null outside one, so that no row is seen.
CREATE FUNCTION organisations.current_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('omlopp.organisation', true), '')::uuid;
