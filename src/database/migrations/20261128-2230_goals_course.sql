-- What stood idle at the end of each month: the register keeps only the present, so it is measured
-- once a night and the last night of a month stays.
CREATE TABLE goals.idle_month (
  organisation_id uuid NOT NULL,
  month date NOT NULL,
  idle integer NOT NULL,
  owned integer NOT NULL,
  PRIMARY KEY (organisation_id, month)
);
ALTER TABLE goals.idle_month ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON goals.idle_month FOR SELECT USING (organisation_id = organisations.current_id());
GRANT SELECT ON goals.idle_month TO omlopp_app;

-- What was asked for and what was approved in the last week, for the circle.
CREATE INDEX order_submitted ON ordering.order (organisation_id, submitted_at)
  WHERE submitted_at IS NOT NULL;
CREATE INDEX order_decided ON ordering.order (organisation_id, decided_at)
  WHERE decided_at IS NOT NULL;
