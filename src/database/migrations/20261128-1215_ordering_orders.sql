CREATE SCHEMA ordering;
GRANT USAGE ON SCHEMA ordering TO omlopp_app;

-- An order gathers needs of one unit or person; it is approved as a whole.
CREATE TABLE ordering.order (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  number text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'declined', 'withdrawn',
    'partlyDelivered', 'delivered')),
  unit_id uuid REFERENCES organisations.unit,
  orderer_id uuid NOT NULL,
  -- The parts of the coding string by their names: {"ansvar": "4711", "konto": "6460", …}.
  coding jsonb NOT NULL DEFAULT '{}',
  made_at timestamptz NOT NULL,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  -- Why it was declined or withdrawn: words of people, not in the journal.
  words text,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (organisation_id, number)
);
CREATE INDEX order_latest ON ordering.order (organisation_id, made_at DESC, id DESC);
CREATE INDEX order_state ON ordering.order (organisation_id, state, made_at DESC, id DESC);

-- One device that somebody needs, and how the need is met.
CREATE TABLE ordering.need (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES ordering.order,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  position integer NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'reserved', 'onOrder', 'delivered', 'withdrawn')),
  holder_id uuid,
  unit_id uuid,
  kind text NOT NULL,
  least_memory_gb integer CHECK (least_memory_gb > 0),
  least_storage_gb integer CHECK (least_storage_gb > 0),
  least_screen_inches numeric(4, 1) CHECK (least_screen_inches > 0),
  os_family text,
  least_grade text CHECK (least_grade IN ('A', 'B', 'C', 'D')),
  place_id uuid,
  needed_from_on date NOT NULL,
  until_on date,
  special_need text,
  way text NOT NULL CHECK (way IN ('pool', 'new')),
  service_id uuid,
  -- Law 8: new is chosen for a reason, and the reports count it.
  new_reason text,
  new_words text,
  price_ore bigint CHECK (price_ore >= 0),
  device_id uuid,
  -- The device that this one takes the place of; its return is opened at the hand-out (law 3).
  replaces_id uuid,
  delivered_at timestamptz,
  UNIQUE (order_id, position),
  CHECK (holder_id IS NOT NULL OR unit_id IS NOT NULL),
  CHECK (until_on >= needed_from_on),
  CHECK ((way = 'new') = (new_reason IS NOT NULL)),
  CHECK ((state IN ('reserved', 'delivered')) <= (device_id IS NOT NULL))
);
CREATE INDEX need_state ON ordering.need (organisation_id, state, kind);
CREATE UNIQUE INDEX need_device ON ordering.need (device_id) WHERE state = 'reserved';

CREATE TABLE ordering.comment (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES ordering.order,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  words text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL
);
CREATE INDEX comment_order ON ordering.comment (order_id, made_at);

-- One search for the best devices for many needs at once.
CREATE TABLE ordering.match_run (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  number text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'done', 'accepted')),
  need_ids uuid[] NOT NULL,
  carbon_price_ore bigint NOT NULL CHECK (carbon_price_ore >= 0),
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  done_at timestamptz,
  total_ore bigint,
  met integer,
  candidates integer,
  seconds numeric,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (organisation_id, number)
);
CREATE TABLE ordering.match_wish (
  run_id uuid NOT NULL REFERENCES ordering.match_run,
  need_id uuid NOT NULL,
  device_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  wish text NOT NULL CHECK (wish IN ('pinned', 'forbidden')),
  PRIMARY KEY (run_id, need_id, device_id)
);
CREATE UNIQUE INDEX match_pinned ON ordering.match_wish (run_id, need_id) WHERE wish = 'pinned';
CREATE TABLE ordering.match_proposal (
  run_id uuid NOT NULL REFERENCES ordering.match_run,
  need_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  device_id uuid,
  -- The parts of the cost in öre by name, and of the next best choice.
  cost jsonb,
  next_device_id uuid,
  next_cost_ore bigint,
  -- What kept every device away, where none was found: how many failed each hard condition.
  kept_away jsonb,
  PRIMARY KEY (run_id, need_id)
);

ALTER TABLE ordering.order ENABLE ROW LEVEL SECURITY;
ALTER TABLE ordering.need ENABLE ROW LEVEL SECURITY;
ALTER TABLE ordering.comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE ordering.match_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE ordering.match_wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE ordering.match_proposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ordering.order USING (organisation_id = organisations.current_id());
CREATE POLICY own ON ordering.need USING (organisation_id = organisations.current_id());
CREATE POLICY own ON ordering.comment USING (organisation_id = organisations.current_id());
CREATE POLICY own ON ordering.match_run USING (organisation_id = organisations.current_id());
CREATE POLICY own ON ordering.match_wish USING (organisation_id = organisations.current_id());
CREATE POLICY own ON ordering.match_proposal USING (organisation_id = organisations.current_id());
GRANT SELECT, INSERT, UPDATE ON ordering.order, ordering.need, ordering.match_run TO omlopp_app;
GRANT SELECT, INSERT ON ordering.comment TO omlopp_app;
GRANT SELECT, INSERT, DELETE ON ordering.match_wish, ordering.match_proposal TO omlopp_app;
