CREATE SCHEMA disposition;
GRANT USAGE ON SCHEMA disposition TO omlopp_app;

-- What was decided for a device, once per decision; nothing is changed afterwards.
CREATE TABLE disposition.outcome (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  step text NOT NULL CHECK (step IN ('internalReuse', 'resale', 'donation', 'parts', 'recycling',
    'recovery', 'disposal')),
  proposed_step text NOT NULL,
  rule text NOT NULL,
  -- Why a lower step than proposed, from a closed list; the words may name people and stay here.
  reason text,
  words text,
  owner_id uuid NOT NULL,
  -- The appointed partner at that moment, whether it or the owner decided.
  partner_id uuid,
  organisation_id uuid NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  -- The life that ended with this decision.
  life integer NOT NULL,
  grade text NOT NULL,
  price_ore bigint CHECK (price_ore >= 0),
  recipient text,
  receipt_number text,
  -- From here on it is waste: the last day of the duties, two working days after the decision.
  waste_due_on date,
  hazardous boolean,
  party_ids uuid[] NOT NULL,
  PRIMARY KEY (device_id, id),
  CHECK ((step IN ('recycling', 'recovery', 'disposal')) = (waste_due_on IS NOT NULL)),
  CHECK ((waste_due_on IS NULL) = (hazardous IS NULL)),
  CHECK (step <> 'donation' OR receipt_number IS NOT NULL)
);
-- The list as owner, and as partner.
CREATE INDEX outcome_owner
  ON disposition.outcome (owner_id, decided_at DESC, id DESC) INCLUDE (step);
CREATE INDEX outcome_partner
  ON disposition.outcome (partner_id, decided_at DESC, id DESC) INCLUDE (step)
  WHERE partner_id IS NOT NULL;

ALTER TABLE disposition.outcome ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties_read ON disposition.outcome FOR SELECT
  USING (organisations.current_id() = ANY (party_ids));
CREATE POLICY parties_append ON disposition.outcome FOR INSERT
  WITH CHECK (organisation_id = organisations.current_id()
    AND organisations.current_id() = ANY (party_ids));
GRANT SELECT, INSERT ON disposition.outcome TO omlopp_app;
