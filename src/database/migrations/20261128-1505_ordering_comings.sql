-- What somebody works as, as the directory says it: it decides what they need when they begin.
ALTER TABLE organisations.person ADD COLUMN profile text CHECK (length(profile) BETWEEN 1 AND 100);
CREATE INDEX person_starts ON organisations.person (organisation_id, starts_on)
  WHERE starts_on IS NOT NULL;
CREATE INDEX person_leaves ON organisations.person (organisation_id, leaves_on)
  WHERE leaves_on IS NOT NULL;

-- What a person of a profile needs: `[{"kind": "laptop", "leastMemoryGb": 8, …}]`.
CREATE TABLE ordering.need_profile (
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  lines jsonb NOT NULL,
  PRIMARY KEY (organisation_id, name)
);

-- A device whose period of use ends with its holder's last day, and when it would end otherwise.
CREATE TABLE ordering.leaver_return (
  device_id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  was_ends_on date,
  set_ends_on date NOT NULL,
  PRIMARY KEY (device_id, person_id)
);

ALTER TABLE ordering.need_profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE ordering.leaver_return ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ordering.need_profile USING (organisation_id = organisations.current_id());
CREATE POLICY own ON ordering.leaver_return USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON ordering.need_profile, ordering.leaver_return
  TO omlopp_app;
