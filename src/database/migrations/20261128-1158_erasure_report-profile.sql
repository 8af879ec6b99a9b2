-- How reports of tools that Omlopp does not know are read: which column means what. An
-- organisation's own, since a partner's list is that partner's.
CREATE TABLE erasure.report_profile (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  profile jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
ALTER TABLE erasure.report_profile ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON erasure.report_profile USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON erasure.report_profile TO omlopp_app;
