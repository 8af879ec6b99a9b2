-- Printed from a migrated database by `npm run gen`. Do not edit; write a migration.

CREATE TABLE catalogue.comparison (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  service_id uuid,
  device_count integer NOT NULL,
  judged_on date NOT NULL,
  requirements jsonb NOT NULL,
  made_at timestamp with time zone NOT NULL,
  chosen_offer_id uuid,
  reason text,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_on_basis jsonb,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE catalogue.label (
  id uuid NOT NULL,
  model_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  scheme text NOT NULL,
  level text NOT NULL,
  number text NOT NULL,
  valid_until_on date,
  source text NOT NULL,
  checked_on date NOT NULL,
  checked_by uuid NOT NULL,
  withdrawn_at timestamp with time zone
);

CREATE TABLE catalogue.model (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  maker text NOT NULL,
  maker_key text NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  model_number text,
  use_months integer,
  cpu text,
  memory_gb integer,
  storage_gb integer,
  screen_inches numeric(4,1),
  os_family text,
  gtin text,
  passport_url text,
  footprint_kg numeric,
  footprint_source text,
  note text,
  version integer NOT NULL DEFAULT 1,
  merged_into_id uuid,
  cpu_cores integer
);

CREATE TABLE catalogue.offer (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  supplier text NOT NULL,
  product text NOT NULL,
  model_id uuid,
  month_price_ore bigint NOT NULL,
  document text,
  stated jsonb NOT NULL,
  "position" integer NOT NULL
);

CREATE TABLE catalogue.requirement (
  model_id uuid NOT NULL,
  key text NOT NULL,
  organisation_id uuid NOT NULL,
  value jsonb,
  source text,
  checked_on date NOT NULL,
  checked_by uuid NOT NULL
);

CREATE TABLE catalogue.service (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  family text NOT NULL,
  kind text NOT NULL,
  term_months integer NOT NULL,
  description text,
  includes text[] NOT NULL,
  least_memory_gb integer,
  least_storage_gb integer,
  least_screen_inches numeric(4,1),
  os_family text,
  copied_from_id uuid,
  closed_on date,
  version integer NOT NULL DEFAULT 1,
  least_cores integer,
  least_processor_year integer
);

CREATE TABLE catalogue.service_price (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  valid_from_on date NOT NULL,
  valid_until_on date,
  purchase_ore bigint NOT NULL,
  residual_ore bigint NOT NULL,
  return_basis_points integer NOT NULL,
  months integer NOT NULL,
  interest_basis_points integer NOT NULL,
  support_ore bigint NOT NULL,
  handling_ore bigint NOT NULL,
  round_to text NOT NULL,
  rule text NOT NULL,
  price_ore bigint NOT NULL,
  note text,
  decided_by uuid NOT NULL,
  decided_at timestamp with time zone NOT NULL
);

CREATE TABLE climate.reuse (
  device_id uuid NOT NULL,
  life integer NOT NULL,
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamp with time zone NOT NULL,
  on_day date NOT NULL,
  category text NOT NULL,
  displacement text NOT NULL,
  need_id uuid,
  method text NOT NULL,
  factor_version text NOT NULL,
  net_kg double precision,
  low_kg double precision,
  high_kg double precision,
  driver text,
  ivl_kg double precision,
  legacy_kg double precision,
  transport_km integer NOT NULL,
  entry_seq integer NOT NULL,
  counted boolean NOT NULL DEFAULT false,
  party_ids uuid[] NOT NULL
);

CREATE TABLE climate.reuse_count (
  organisation_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  span text NOT NULL,
  on_day date NOT NULL,
  category text NOT NULL,
  kind text NOT NULL,
  displacement text NOT NULL,
  count integer NOT NULL
);

CREATE TABLE custody.hand_in (
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  holder_id uuid,
  place_id uuid,
  handed_in_at timestamp with time zone NOT NULL,
  received_by uuid NOT NULL,
  condition text NOT NULL,
  remark text,
  lock_removed boolean
);

CREATE TABLE custody.hand_out (
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  holder_id uuid,
  unit_id uuid,
  handed_out_at timestamp with time zone NOT NULL,
  handed_out_by uuid NOT NULL,
  ends_on date,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  ended_at timestamp with time zone,
  due_on date
);

CREATE TABLE custody.movement (
  device_id uuid NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  giver_kind text NOT NULL,
  giver_organisation_id uuid,
  giver_id uuid,
  taker_kind text NOT NULL,
  taker_organisation_id uuid,
  taker_id uuid,
  moved_at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  entry_seq integer NOT NULL,
  party_ids uuid[] NOT NULL
);

CREATE TABLE custody.present (
  device_id uuid NOT NULL,
  account_kind text NOT NULL,
  organisation_id uuid,
  account_id uuid,
  unit_id uuid,
  since timestamp with time zone NOT NULL,
  movement_seq integer NOT NULL,
  party_ids uuid[] NOT NULL
);

CREATE TABLE database.migration (
  name text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now()
);

CREATE TABLE devices.device (
  id uuid NOT NULL,
  kind text NOT NULL,
  maker text NOT NULL DEFAULT ''::text,
  maker_key text NOT NULL DEFAULT ''::text,
  model text NOT NULL DEFAULT ''::text,
  model_id uuid,
  asset_tag text,
  serial_number text,
  serial_key text,
  imei text,
  imei2 text,
  mac_address text,
  name text,
  data_bearing boolean NOT NULL,
  status text NOT NULL,
  status_since timestamp with time zone NOT NULL,
  data_state text NOT NULL,
  grade text,
  life integer NOT NULL DEFAULT 1,
  owner_id uuid NOT NULL,
  partner_id uuid,
  party_ids uuid[] NOT NULL,
  purchased_on date,
  price_ore bigint,
  warranty_until_on date,
  ends_on date,
  order_number text,
  supplier_name text,
  os_name text,
  ram_mb integer,
  storage_gb integer,
  note text,
  registered_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  theft_marking text,
  last_seen_at timestamp with time zone,
  reserved_for uuid,
  reserved_until timestamp with time zone,
  os_version text,
  condition text,
  enrolled_at timestamp with time zone,
  drive_serials text,
  promised boolean NOT NULL DEFAULT false,
  search text NOT NULL GENERATED ALWAYS AS (devices.searched(asset_tag, serial_number, serial_key, imei, mac_address, theft_marking, drive_serials, maker, model)) STORED
);

CREATE TABLE devices.import_file (
  run_id uuid NOT NULL,
  seq integer NOT NULL,
  organisation_id uuid NOT NULL,
  bytes bytea NOT NULL
);

CREATE TABLE devices.import_mapping (
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  fingerprint bytea NOT NULL,
  preset text,
  mapping jsonb NOT NULL,
  key text NOT NULL,
  options jsonb NOT NULL,
  saved_at timestamp with time zone NOT NULL
);

CREATE TABLE devices.import_row (
  run_id uuid NOT NULL,
  work text NOT NULL,
  "row" integer NOT NULL,
  organisation_id uuid NOT NULL,
  outcome text NOT NULL,
  device_id uuid,
  changes jsonb,
  code text,
  field text,
  heading text,
  value text,
  first_row integer
);

CREATE TABLE devices.import_run (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  file_name text NOT NULL,
  file_size bigint NOT NULL,
  file_sha256 bytea NOT NULL,
  format text NOT NULL,
  encoding text,
  delimiter text,
  sheets text[] NOT NULL,
  headings text[] NOT NULL,
  preset text,
  mapping jsonb NOT NULL,
  key text NOT NULL,
  options jsonb NOT NULL,
  state text NOT NULL,
  work text NOT NULL DEFAULT 'check'::text,
  rows_total integer,
  place integer NOT NULL DEFAULT 0,
  rows integer NOT NULL DEFAULT 0,
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  not_applied integer NOT NULL DEFAULT 0,
  checked jsonb,
  refusal jsonb,
  uploaded_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  resumed_at timestamp with time zone,
  resumed_rows integer NOT NULL DEFAULT 0,
  finished_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE devices.listing (
  organisation_id uuid NOT NULL,
  device_id uuid NOT NULL,
  asset_tag text,
  serial_number text,
  kind text NOT NULL,
  maker text NOT NULL,
  model text NOT NULL,
  status text NOT NULL,
  status_since timestamp with time zone NOT NULL,
  data_state text NOT NULL,
  grade text,
  owner_id uuid NOT NULL,
  custodian_id uuid,
  holder_id uuid,
  unit_id uuid,
  place_id uuid,
  ends_on date,
  price_ore bigint,
  tag_sort text NOT NULL,
  serial_sort text NOT NULL,
  model_sort text NOT NULL,
  model_id uuid,
  memory_gb integer,
  storage_gb integer,
  os_family text,
  reserved_until timestamp with time zone
);

CREATE TABLE devices.mark (
  owner_id uuid NOT NULL,
  kind text NOT NULL,
  value_key text NOT NULL,
  device_id uuid NOT NULL
);

CREATE TABLE devices.tally (
  organisation_id uuid NOT NULL,
  facet text NOT NULL,
  status text,
  kind text,
  data_state text,
  grade text,
  own boolean,
  kept boolean,
  day date,
  count integer NOT NULL
);

CREATE TABLE devices.tally_change (
  organisation_id uuid NOT NULL,
  facet text NOT NULL,
  status text,
  kind text,
  data_state text,
  grade text,
  own boolean,
  kept boolean,
  day date,
  count integer NOT NULL
);

CREATE TABLE disposition.outcome (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  step text NOT NULL,
  proposed_step text NOT NULL,
  rule text NOT NULL,
  reason text,
  words text,
  owner_id uuid NOT NULL,
  partner_id uuid,
  organisation_id uuid NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  life integer NOT NULL,
  grade text NOT NULL,
  price_ore bigint,
  recipient text,
  receipt_number text,
  waste_due_on date,
  hazardous boolean,
  party_ids uuid[] NOT NULL
);

CREATE TABLE erasure.certificate (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  organisation_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  medium_id uuid NOT NULL,
  result_id uuid,
  kind text NOT NULL,
  content jsonb NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  revocation_reason text,
  superseded_by uuid,
  public_id text NOT NULL,
  party_ids uuid[] NOT NULL,
  record text NOT NULL,
  record_sha256 bytea NOT NULL,
  salt bytea,
  revocation_words text
);

CREATE TABLE erasure.evidence (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  file_name text NOT NULL,
  bytes bytea NOT NULL,
  format text NOT NULL,
  tool text,
  tool_version text,
  station_time_zone text,
  uploaded_at timestamp with time zone NOT NULL,
  uploaded_by uuid NOT NULL,
  station_id uuid,
  run_id uuid,
  signature bytea
);

CREATE TABLE erasure.medium (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  serial text NOT NULL,
  serial_key text NOT NULL,
  model text,
  capacity_bytes bigint,
  native_bytes bigint,
  kind text NOT NULL,
  state text NOT NULL,
  proven_movement integer,
  recorded_at timestamp with time zone NOT NULL,
  recorded_by uuid NOT NULL
);

CREATE TABLE erasure.report_profile (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  profile jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid NOT NULL
);

CREATE TABLE erasure.result (
  id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  session integer NOT NULL,
  drive integer NOT NULL,
  device_id uuid,
  medium_id uuid,
  suggested_medium_id uuid,
  serial text,
  facts jsonb NOT NULL,
  decision text NOT NULL,
  reasons text[] NOT NULL,
  level text NOT NULL,
  state text NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  recorded_by uuid NOT NULL,
  matched_by uuid,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  review_reason text,
  party_ids uuid[] NOT NULL,
  escalated_at timestamp with time zone,
  escalated_by uuid,
  escalation_reason text
);

CREATE TABLE erasure.station (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  place text,
  time_zone text NOT NULL,
  public_key bytea NOT NULL,
  person_id uuid NOT NULL,
  token_id uuid NOT NULL,
  software text,
  enrolled_at timestamp with time zone NOT NULL,
  enrolled_by uuid NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  clock_offset_ms bigint NOT NULL,
  revoked_at timestamp with time zone,
  revoked_by uuid
);

CREATE TABLE erasure.used (
  sha256 bytea NOT NULL,
  evidence_id uuid NOT NULL,
  organisation_id uuid NOT NULL
);

CREATE TABLE goals.exposure (
  organisation_id uuid NOT NULL,
  device_id uuid NOT NULL,
  ended_at timestamp with time zone NOT NULL,
  proven_at timestamp with time zone
);

CREATE TABLE goals.exposure_count (
  organisation_id uuid NOT NULL,
  month date NOT NULL,
  hours integer NOT NULL,
  count integer NOT NULL
);

CREATE TABLE goals.flow (
  organisation_id uuid NOT NULL,
  day date NOT NULL,
  step text NOT NULL,
  count integer NOT NULL
);

CREATE TABLE goals.idle_month (
  organisation_id uuid NOT NULL,
  month date NOT NULL,
  idle integer NOT NULL,
  owned integer NOT NULL
);

CREATE TABLE goals.target (
  organisation_id uuid NOT NULL,
  figure text NOT NULL,
  value numeric NOT NULL,
  decided_on date NOT NULL
);

CREATE TABLE grading.inspection (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  inspected_by uuid NOT NULL,
  inspected_at timestamp with time zone NOT NULL,
  life integer NOT NULL,
  findings jsonb NOT NULL,
  battery_percent integer,
  rule text NOT NULL,
  cosmetic text NOT NULL,
  functional text,
  grade text NOT NULL,
  steps jsonb NOT NULL,
  party_ids uuid[] NOT NULL
);

CREATE TABLE journal.entry (
  subject_id uuid NOT NULL,
  seq integer NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamp with time zone NOT NULL,
  body text NOT NULL,
  hash bytea NOT NULL,
  party_ids uuid[] NOT NULL,
  xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
  "position" bigint NOT NULL GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE journal.listener (
  name text NOT NULL,
  xact xid8 NOT NULL DEFAULT '0'::xid8,
  "position" bigint NOT NULL DEFAULT 0
);

CREATE TABLE ordering.comment (
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  words text,
  made_at timestamp with time zone NOT NULL,
  made_by uuid NOT NULL,
  removed_at timestamp with time zone,
  removed_by uuid
);

CREATE TABLE ordering.leaver_return (
  device_id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  was_ends_on date,
  set_ends_on date NOT NULL
);

CREATE TABLE ordering.match_proposal (
  run_id uuid NOT NULL,
  need_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  device_id uuid,
  cost jsonb,
  next_device_id uuid,
  next_cost_ore bigint,
  kept_away jsonb
);

CREATE TABLE ordering.match_run (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  need_ids uuid[] NOT NULL,
  carbon_price_ore bigint NOT NULL,
  made_at timestamp with time zone NOT NULL,
  made_by uuid NOT NULL,
  done_at timestamp with time zone,
  total_ore bigint,
  met integer,
  candidates integer,
  seconds numeric,
  version integer NOT NULL DEFAULT 1,
  price_list_id uuid
);

CREATE TABLE ordering.match_wish (
  run_id uuid NOT NULL,
  need_id uuid NOT NULL,
  device_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  wish text NOT NULL
);

CREATE TABLE ordering.need (
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  "position" integer NOT NULL,
  state text NOT NULL,
  holder_id uuid,
  unit_id uuid,
  kind text NOT NULL,
  least_memory_gb integer,
  least_storage_gb integer,
  least_screen_inches numeric(4,1),
  os_family text,
  least_grade text,
  place_id uuid,
  needed_from_on date NOT NULL,
  until_on date,
  special_need text,
  way text NOT NULL,
  service_id uuid,
  new_reason text,
  new_words text,
  price_ore bigint,
  device_id uuid,
  replaces_id uuid,
  delivered_at timestamp with time zone,
  purchase_ore bigint,
  purchase_vat text,
  warranty_months integer,
  purchase_end text,
  least_cores integer,
  least_processor_year integer
);

CREATE TABLE ordering.need_profile (
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  lines jsonb NOT NULL
);

CREATE TABLE ordering."order" (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  unit_id uuid,
  orderer_id uuid NOT NULL,
  coding jsonb NOT NULL DEFAULT '{}'::jsonb,
  made_at timestamp with time zone NOT NULL,
  submitted_at timestamp with time zone,
  decided_at timestamp with time zone,
  decided_by uuid,
  words text,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE organisations.account (
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  email_key text NOT NULL,
  password_hash text NOT NULL,
  failed_count integer NOT NULL DEFAULT 0,
  locked_until timestamp with time zone,
  disabled_at timestamp with time zone
);

CREATE TABLE organisations.api_token (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  used_at timestamp with time zone
);

CREATE TABLE organisations.coding_part (
  organisation_id uuid NOT NULL,
  key text NOT NULL,
  "position" integer NOT NULL,
  name text NOT NULL,
  source text NOT NULL,
  compulsory boolean NOT NULL,
  digits_only boolean NOT NULL,
  least_length integer NOT NULL,
  most_length integer NOT NULL,
  sie_dimension integer,
  default_code text
);

CREATE TABLE organisations.coding_value (
  organisation_id uuid NOT NULL,
  part text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  valid_from_on date,
  valid_until_on date
);

CREATE TABLE organisations.counter (
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  value bigint NOT NULL
);

CREATE TABLE organisations.organisation (
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  organisation_number text,
  settings jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at timestamp with time zone NOT NULL
);

CREATE TABLE organisations.partnership (
  organisation_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  since_on date NOT NULL,
  until_on date
);

CREATE TABLE organisations.person (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  email text,
  username text,
  unit_id uuid,
  starts_on date,
  leaves_on date,
  purged_at timestamp with time zone,
  profile text
);

CREATE TABLE organisations.place (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  address text
);

CREATE TABLE organisations.role_grant (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL
);

CREATE TABLE organisations.session (
  token_hash bytea NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);

CREATE TABLE organisations.unit (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  parent_id uuid,
  kind text NOT NULL,
  name text NOT NULL,
  cost_centre text,
  closed_on date
);

CREATE TABLE proofs.checkpoint (
  organisation_id uuid NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL,
  note text NOT NULL,
  signed_at timestamp with time zone NOT NULL
);

CREATE TABLE proofs.cosignature (
  organisation_id uuid NOT NULL,
  size bigint NOT NULL,
  name text NOT NULL,
  key_id text NOT NULL,
  line text NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL
);

CREATE TABLE proofs.daily_head (
  organisation_id uuid NOT NULL,
  day date NOT NULL,
  size bigint NOT NULL,
  mailed_at timestamp with time zone,
  unsent text
);

CREATE TABLE proofs.log (
  organisation_id uuid NOT NULL,
  size bigint NOT NULL,
  edge bytea NOT NULL
);

CREATE TABLE proofs.log_entry (
  organisation_id uuid NOT NULL,
  index bigint NOT NULL,
  subject_id uuid NOT NULL,
  seq integer NOT NULL,
  leaf_hash bytea NOT NULL
);

CREATE TABLE proofs.log_group (
  organisation_id uuid NOT NULL,
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL
);

CREATE TABLE proofs.paper (
  batch_id uuid NOT NULL,
  place integer NOT NULL,
  organisation_id uuid NOT NULL,
  certificate_id uuid NOT NULL,
  number text NOT NULL,
  bytes bytea,
  refusal text
);

CREATE TABLE proofs.paper_batch (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  name text NOT NULL,
  language text NOT NULL,
  base_url text NOT NULL,
  state text NOT NULL,
  total integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone
);

CREATE TABLE proofs.registrar (
  organisation_id uuid NOT NULL,
  email text NOT NULL,
  set_at timestamp with time zone NOT NULL
);

CREATE TABLE proofs.witness (
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  key_id text NOT NULL,
  vkey text NOT NULL,
  registered_at timestamp with time zone NOT NULL,
  registered_by uuid NOT NULL,
  ended_at timestamp with time zone
);

CREATE TABLE resale.employee_purchase (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  number text NOT NULL,
  person_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  device_id uuid NOT NULL,
  state text NOT NULL,
  kind text NOT NULL,
  maker text NOT NULL,
  model text NOT NULL,
  serial_number text,
  grade text NOT NULL,
  price_ore bigint NOT NULL,
  vat text NOT NULL,
  warranty_months integer NOT NULL,
  payment text NOT NULL,
  ordered_at timestamp with time zone NOT NULL,
  fetch_by timestamp with time zone NOT NULL,
  handed_over_at timestamp with time zone,
  handed_over_by uuid,
  ended_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  market_ore bigint
);

CREATE TABLE resale.listing (
  device_id uuid NOT NULL,
  id uuid NOT NULL,
  seller_id uuid NOT NULL,
  state text NOT NULL,
  purchase_id uuid,
  buyer_id uuid,
  reserved_until timestamp with time zone,
  kind text NOT NULL,
  maker text NOT NULL,
  maker_key text NOT NULL,
  model text NOT NULL,
  model_key text NOT NULL,
  grade text NOT NULL,
  calculation jsonb NOT NULL,
  battery_percent integer,
  memory_gb integer,
  storage_gb integer,
  os_family text,
  price_ore bigint NOT NULL,
  vat text NOT NULL,
  warranty_months integer NOT NULL,
  words text,
  published_at timestamp with time zone NOT NULL,
  published_by uuid NOT NULL,
  ended_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  audience text NOT NULL DEFAULT 'customers'::text,
  market_ore bigint
);

CREATE TABLE resale.listing_photo (
  device_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  "position" integer NOT NULL,
  seller_id uuid NOT NULL,
  photo_id uuid NOT NULL,
  alt text NOT NULL
);

CREATE TABLE resale.photo (
  id uuid NOT NULL,
  seller_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  type text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes bytea NOT NULL,
  made_at timestamp with time zone NOT NULL,
  made_by uuid NOT NULL
);

CREATE TABLE resale.price (
  device_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  seq integer NOT NULL,
  seller_id uuid NOT NULL,
  price_ore bigint NOT NULL,
  set_at timestamp with time zone NOT NULL,
  set_by uuid NOT NULL
);

CREATE TABLE resale.price_list (
  id uuid NOT NULL,
  seller_id uuid NOT NULL,
  name text NOT NULL,
  valid_from_on date NOT NULL,
  valid_until_on date NOT NULL,
  made_at timestamp with time zone NOT NULL,
  made_by uuid NOT NULL
);

CREATE TABLE resale.price_list_row (
  price_list_id uuid NOT NULL,
  seller_id uuid NOT NULL,
  maker text NOT NULL,
  maker_key text NOT NULL,
  model text NOT NULL,
  model_key text NOT NULL,
  grade text NOT NULL,
  price_ore bigint NOT NULL
);

CREATE TABLE resale.purchase (
  id uuid NOT NULL,
  number text NOT NULL,
  seller_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  state text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  made_by uuid NOT NULL,
  reserved_until timestamp with time zone,
  confirmed_at timestamp with time zone,
  sent_at timestamp with time zone,
  sent_by uuid,
  received_at timestamp with time zone,
  ended_at timestamp with time zone,
  to_name text,
  to_address text,
  place_id uuid,
  reference text,
  case_id uuid,
  version integer NOT NULL DEFAULT 1,
  order_id uuid
);

CREATE TABLE resale.purchase_line (
  purchase_id uuid NOT NULL,
  "position" integer NOT NULL,
  seller_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  device_id uuid NOT NULL,
  buyer_device_id uuid,
  state text NOT NULL,
  kind text NOT NULL,
  maker text NOT NULL,
  model text NOT NULL,
  serial_number text,
  grade text NOT NULL,
  memory_gb integer,
  storage_gb integer,
  os_family text,
  battery_percent integer,
  price_ore bigint NOT NULL,
  vat text NOT NULL,
  warranty_months integer NOT NULL,
  warranty_until_on date,
  received_at timestamp with time zone,
  need_id uuid
);

CREATE TABLE resale.warranty_case (
  id uuid NOT NULL,
  number text NOT NULL,
  purchase_id uuid NOT NULL,
  "position" integer NOT NULL,
  seller_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  device_id uuid NOT NULL,
  state text NOT NULL,
  fault text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  opened_by uuid NOT NULL,
  answer text,
  answer_words text,
  answered_at timestamp with time zone,
  answered_by uuid,
  replacement_id uuid,
  return_by_on date,
  returned_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE returns.collection (
  id uuid NOT NULL,
  number text NOT NULL,
  sender_id uuid NOT NULL,
  receiver_id uuid NOT NULL,
  from_place_id uuid,
  from_place_name text,
  from_address text,
  state text NOT NULL,
  wanted_pickup_on date,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  sent_at timestamp with time zone,
  received_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE returns.discrepancy (
  collection_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  device_id uuid,
  code text NOT NULL,
  code_key text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  opened_by uuid NOT NULL,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_by_organisation_id uuid,
  resolution text,
  remark text,
  version integer NOT NULL DEFAULT 1,
  party_ids uuid[] NOT NULL
);

CREATE TABLE returns.line (
  collection_id uuid NOT NULL,
  device_id uuid NOT NULL,
  package_id uuid,
  state text NOT NULL,
  packed_at timestamp with time zone NOT NULL,
  packed_by uuid NOT NULL,
  received_at timestamp with time zone,
  asset_tag text,
  serial_number text,
  kind text NOT NULL,
  maker text NOT NULL,
  model text NOT NULL,
  tag_key text,
  serial_key text,
  imei_key text,
  sort_key text NOT NULL,
  status_before text NOT NULL,
  partner_before uuid,
  place_before uuid,
  party_ids uuid[] NOT NULL
);

CREATE TABLE returns.package (
  collection_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  seal text,
  party_ids uuid[] NOT NULL
);

CREATE TABLE returns.scan (
  collection_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  scan_id uuid NOT NULL,
  code text NOT NULL,
  at timestamp with time zone NOT NULL,
  taken_at timestamp with time zone NOT NULL,
  outcome text NOT NULL,
  device_id uuid,
  by_id uuid NOT NULL
);

CREATE TABLE server.answer (
  organisation_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer,
  body text,
  created_at timestamp with time zone NOT NULL
);

ALTER TABLE catalogue.comparison ADD CONSTRAINT comparison_check CHECK (((chosen_offer_id IS NULL) = (decided_at IS NULL)));

ALTER TABLE catalogue.comparison ADD CONSTRAINT comparison_check1 CHECK (((chosen_offer_id IS NULL) = (reason IS NULL)));

ALTER TABLE catalogue.comparison ADD CONSTRAINT comparison_chosen_offer_id_fkey FOREIGN KEY (chosen_offer_id) REFERENCES catalogue.offer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE catalogue.comparison ADD CONSTRAINT comparison_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES organisations.person(id);

ALTER TABLE catalogue.comparison ADD CONSTRAINT comparison_device_count_check CHECK ((device_count > 0));

ALTER TABLE catalogue.comparison ADD CONSTRAINT comparison_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE catalogue.comparison ADD CONSTRAINT comparison_pkey PRIMARY KEY (id);

ALTER TABLE catalogue.comparison ADD CONSTRAINT comparison_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id);

ALTER TABLE catalogue.label ADD CONSTRAINT label_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES organisations.person(id);

ALTER TABLE catalogue.label ADD CONSTRAINT label_model_id_fkey FOREIGN KEY (model_id) REFERENCES catalogue.model(id);

ALTER TABLE catalogue.label ADD CONSTRAINT label_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE catalogue.label ADD CONSTRAINT label_pkey PRIMARY KEY (id);

ALTER TABLE catalogue.model ADD CONSTRAINT model_check CHECK (((footprint_kg IS NULL) = (footprint_source IS NULL)));

ALTER TABLE catalogue.model ADD CONSTRAINT model_check1 CHECK ((merged_into_id <> id));

ALTER TABLE catalogue.model ADD CONSTRAINT model_cpu_cores_check CHECK ((cpu_cores > 0));

ALTER TABLE catalogue.model ADD CONSTRAINT model_footprint_kg_check CHECK ((footprint_kg > (0)::numeric));

ALTER TABLE catalogue.model ADD CONSTRAINT model_memory_gb_check CHECK ((memory_gb > 0));

ALTER TABLE catalogue.model ADD CONSTRAINT model_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES catalogue.model(id);

ALTER TABLE catalogue.model ADD CONSTRAINT model_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE catalogue.model ADD CONSTRAINT model_organisation_id_maker_key_name_key_key UNIQUE (organisation_id, maker_key, name_key);

ALTER TABLE catalogue.model ADD CONSTRAINT model_pkey PRIMARY KEY (id);

ALTER TABLE catalogue.model ADD CONSTRAINT model_screen_inches_check CHECK ((screen_inches > (0)::numeric));

ALTER TABLE catalogue.model ADD CONSTRAINT model_storage_gb_check CHECK ((storage_gb > 0));

ALTER TABLE catalogue.model ADD CONSTRAINT model_use_months_check CHECK ((use_months > 0));

ALTER TABLE catalogue.offer ADD CONSTRAINT offer_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES catalogue.comparison(id);

ALTER TABLE catalogue.offer ADD CONSTRAINT offer_comparison_id_position_key UNIQUE (comparison_id, "position");

ALTER TABLE catalogue.offer ADD CONSTRAINT offer_model_id_fkey FOREIGN KEY (model_id) REFERENCES catalogue.model(id);

ALTER TABLE catalogue.offer ADD CONSTRAINT offer_month_price_ore_check CHECK ((month_price_ore >= 0));

ALTER TABLE catalogue.offer ADD CONSTRAINT offer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE catalogue.offer ADD CONSTRAINT offer_pkey PRIMARY KEY (id);

ALTER TABLE catalogue.requirement ADD CONSTRAINT requirement_check CHECK (((value IS NULL) OR (source IS NOT NULL)));

ALTER TABLE catalogue.requirement ADD CONSTRAINT requirement_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES organisations.person(id);

ALTER TABLE catalogue.requirement ADD CONSTRAINT requirement_model_id_fkey FOREIGN KEY (model_id) REFERENCES catalogue.model(id);

ALTER TABLE catalogue.requirement ADD CONSTRAINT requirement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE catalogue.requirement ADD CONSTRAINT requirement_pkey PRIMARY KEY (model_id, key);

ALTER TABLE catalogue.requirement ADD CONSTRAINT requirement_value_check CHECK ((value <> 'null'::jsonb));

ALTER TABLE catalogue.service ADD CONSTRAINT service_copied_from_id_fkey FOREIGN KEY (copied_from_id) REFERENCES catalogue.service(id);

ALTER TABLE catalogue.service ADD CONSTRAINT service_least_cores_check CHECK ((least_cores > 0));

ALTER TABLE catalogue.service ADD CONSTRAINT service_least_memory_gb_check CHECK ((least_memory_gb > 0));

ALTER TABLE catalogue.service ADD CONSTRAINT service_least_processor_year_check CHECK ((least_processor_year > 2000));

ALTER TABLE catalogue.service ADD CONSTRAINT service_least_screen_inches_check CHECK ((least_screen_inches > (0)::numeric));

ALTER TABLE catalogue.service ADD CONSTRAINT service_least_storage_gb_check CHECK ((least_storage_gb > 0));

ALTER TABLE catalogue.service ADD CONSTRAINT service_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE catalogue.service ADD CONSTRAINT service_pkey PRIMARY KEY (id);

ALTER TABLE catalogue.service ADD CONSTRAINT service_term_months_check CHECK ((term_months > 0));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_check CHECK (((residual_ore >= 0) AND (residual_ore <= purchase_ore)));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_check1 CHECK ((valid_until_on >= valid_from_on));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES organisations.person(id);

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_handling_ore_check CHECK ((handling_ore >= 0));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_interest_basis_points_check CHECK ((interest_basis_points >= 0));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_months_check CHECK ((months > 0));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_pkey PRIMARY KEY (id);

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_price_ore_check CHECK ((price_ore >= 0));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_purchase_ore_check CHECK ((purchase_ore >= 0));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_return_basis_points_check CHECK (((return_basis_points >= 0) AND (return_basis_points <= 10000)));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_round_to_check CHECK ((round_to = ANY (ARRAY['ore'::text, 'krona'::text])));

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id);

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_service_id_valid_from_on_key UNIQUE (service_id, valid_from_on);

ALTER TABLE catalogue.service_price ADD CONSTRAINT service_price_support_ore_check CHECK ((support_ore >= 0));

ALTER TABLE climate.reuse ADD CONSTRAINT reuse_check CHECK ((((net_kg IS NULL) = (low_kg IS NULL)) AND ((net_kg IS NULL) = (high_kg IS NULL))));

ALTER TABLE climate.reuse ADD CONSTRAINT reuse_displacement_check CHECK ((displacement = ANY (ARRAY['documented'::text, 'market'::text, 'unknown'::text])));

ALTER TABLE climate.reuse ADD CONSTRAINT reuse_kind_check CHECK ((kind = ANY (ARRAY['sold'::text, 'redeployed'::text, 'donated'::text, 'failed'::text])));

ALTER TABLE climate.reuse ADD CONSTRAINT reuse_life_check CHECK ((life > 1));

ALTER TABLE climate.reuse ADD CONSTRAINT reuse_pkey PRIMARY KEY (device_id, life);

ALTER TABLE climate.reuse_count ADD CONSTRAINT reuse_count_pkey PRIMARY KEY (organisation_id, scope_id, span, on_day, category, kind, displacement);

ALTER TABLE climate.reuse_count ADD CONSTRAINT reuse_count_span_check CHECK ((span = ANY (ARRAY['day'::text, 'month'::text])));

ALTER TABLE custody.hand_in ADD CONSTRAINT hand_in_condition_check CHECK ((condition = ANY (ARRAY['good'::text, 'worn'::text, 'damaged'::text, 'broken'::text])));

ALTER TABLE custody.hand_in ADD CONSTRAINT hand_in_pkey PRIMARY KEY (device_id, id);

ALTER TABLE custody.hand_out ADD CONSTRAINT hand_out_pkey PRIMARY KEY (device_id, id);

ALTER TABLE custody.movement ADD CONSTRAINT movement_check CHECK (((giver_kind = 'outside'::text) = (giver_organisation_id IS NULL)));

ALTER TABLE custody.movement ADD CONSTRAINT movement_check1 CHECK (((taker_kind = 'outside'::text) = (taker_organisation_id IS NULL)));

ALTER TABLE custody.movement ADD CONSTRAINT movement_check2 CHECK ((((giver_kind IS DISTINCT FROM taker_kind) OR (giver_organisation_id IS DISTINCT FROM taker_organisation_id)) OR (giver_id IS DISTINCT FROM taker_id)));

ALTER TABLE custody.movement ADD CONSTRAINT movement_giver_kind_check CHECK ((giver_kind = ANY (ARRAY['outside'::text, 'depot'::text, 'person'::text, 'unit'::text, 'transit'::text])));

ALTER TABLE custody.movement ADD CONSTRAINT movement_pkey PRIMARY KEY (device_id, seq);

ALTER TABLE custody.movement ADD CONSTRAINT movement_seq_check CHECK ((seq > 0));

ALTER TABLE custody.movement ADD CONSTRAINT movement_taker_kind_check CHECK ((taker_kind = ANY (ARRAY['outside'::text, 'depot'::text, 'person'::text, 'unit'::text, 'transit'::text])));

ALTER TABLE custody.present ADD CONSTRAINT present_pkey PRIMARY KEY (device_id);

ALTER TABLE database.migration ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE devices.device ADD CONSTRAINT device_check CHECK ((data_bearing OR (data_state = 'notDataBearing'::text)));

ALTER TABLE devices.device ADD CONSTRAINT device_data_state_check CHECK ((data_state = ANY (ARRAY['notDataBearing'::text, 'unused'::text, 'holdsData'::text, 'erased'::text, 'destroyed'::text])));

ALTER TABLE devices.device ADD CONSTRAINT device_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text])));

ALTER TABLE devices.device ADD CONSTRAINT device_life_check CHECK ((life > 0));

ALTER TABLE devices.device ADD CONSTRAINT device_pkey PRIMARY KEY (id);

ALTER TABLE devices.device ADD CONSTRAINT device_price_ore_check CHECK ((price_ore >= 0));

ALTER TABLE devices.device ADD CONSTRAINT device_promised_for CHECK (((NOT promised) OR (reserved_for IS NOT NULL)));

ALTER TABLE devices.import_file ADD CONSTRAINT import_file_pkey PRIMARY KEY (run_id, seq);

ALTER TABLE devices.import_mapping ADD CONSTRAINT import_mapping_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));

ALTER TABLE devices.import_mapping ADD CONSTRAINT import_mapping_pkey PRIMARY KEY (organisation_id, name);

ALTER TABLE devices.import_row ADD CONSTRAINT import_row_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'refused'::text, 'notApplied'::text])));

ALTER TABLE devices.import_row ADD CONSTRAINT import_row_pkey PRIMARY KEY (run_id, work, "row");

ALTER TABLE devices.import_run ADD CONSTRAINT import_run_check CHECK ((rows = (((created + updated) + unchanged) + refused)));

ALTER TABLE devices.import_run ADD CONSTRAINT import_run_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'json'::text])));

ALTER TABLE devices.import_run ADD CONSTRAINT import_run_pkey PRIMARY KEY (id);

ALTER TABLE devices.import_run ADD CONSTRAINT import_run_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'running'::text, 'stopping'::text, 'stopped'::text, 'done'::text, 'failed'::text])));

ALTER TABLE devices.import_run ADD CONSTRAINT import_run_work_check CHECK ((work = ANY (ARRAY['check'::text, 'import'::text])));

ALTER TABLE devices.listing ADD CONSTRAINT listing_pkey PRIMARY KEY (organisation_id, device_id);

ALTER TABLE devices.mark ADD CONSTRAINT mark_kind_check CHECK ((kind = ANY (ARRAY['serial'::text, 'assetTag'::text, 'imei'::text])));

ALTER TABLE devices.mark ADD CONSTRAINT mark_pkey PRIMARY KEY (owner_id, kind, value_key);

ALTER TABLE devices.tally ADD CONSTRAINT tally_facet_check CHECK ((facet = ANY (ARRAY['standing'::text, 'since'::text, 'ends'::text, 'due'::text, 'home'::text])));

ALTER TABLE devices.tally ADD CONSTRAINT tally_key UNIQUE NULLS NOT DISTINCT (organisation_id, facet, status, kind, data_state, grade, own, kept, day);

ALTER TABLE devices.tally_change ADD CONSTRAINT tally_change_facet_check CHECK ((facet = ANY (ARRAY['standing'::text, 'since'::text, 'ends'::text, 'due'::text, 'home'::text])));

ALTER TABLE disposition.outcome ADD CONSTRAINT outcome_check CHECK (((step = ANY (ARRAY['recycling'::text, 'recovery'::text, 'disposal'::text])) = (waste_due_on IS NOT NULL)));

ALTER TABLE disposition.outcome ADD CONSTRAINT outcome_check1 CHECK (((waste_due_on IS NULL) = (hazardous IS NULL)));

ALTER TABLE disposition.outcome ADD CONSTRAINT outcome_check2 CHECK (((step <> 'donation'::text) OR (receipt_number IS NOT NULL)));

ALTER TABLE disposition.outcome ADD CONSTRAINT outcome_pkey PRIMARY KEY (device_id, id);

ALTER TABLE disposition.outcome ADD CONSTRAINT outcome_price_ore_check CHECK ((price_ore >= 0));

ALTER TABLE disposition.outcome ADD CONSTRAINT outcome_step_check CHECK ((step = ANY (ARRAY['internalReuse'::text, 'resale'::text, 'donation'::text, 'parts'::text, 'recycling'::text, 'recovery'::text, 'disposal'::text])));

ALTER TABLE erasure.certificate ADD CONSTRAINT certificate_check CHECK (((revoked_at IS NULL) = (revocation_reason IS NULL)));

ALTER TABLE erasure.certificate ADD CONSTRAINT certificate_check1 CHECK (((kind = 'erasure'::text) = (result_id IS NOT NULL)));

ALTER TABLE erasure.certificate ADD CONSTRAINT certificate_check2 CHECK ((record_sha256 = sha256(convert_to(record, 'UTF8'::name))));

ALTER TABLE erasure.certificate ADD CONSTRAINT certificate_kind_check CHECK ((kind = ANY (ARRAY['erasure'::text, 'destruction'::text])));

ALTER TABLE erasure.certificate ADD CONSTRAINT certificate_pkey PRIMARY KEY (device_id, id);

ALTER TABLE erasure.certificate ADD CONSTRAINT certificate_record_check CHECK (starts_with(record, '{'::text));

ALTER TABLE erasure.certificate ADD CONSTRAINT certificate_salt_check CHECK ((length(salt) = 16));

ALTER TABLE erasure.evidence ADD CONSTRAINT evidence_check CHECK ((((station_id IS NULL) = (run_id IS NULL)) AND ((station_id IS NULL) = (signature IS NULL))));

ALTER TABLE erasure.evidence ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);

ALTER TABLE erasure.medium ADD CONSTRAINT medium_capacity_bytes_check CHECK ((capacity_bytes > 0));

ALTER TABLE erasure.medium ADD CONSTRAINT medium_check CHECK (((state = ANY (ARRAY['erased'::text, 'destroyed'::text])) = (proven_movement IS NOT NULL)));

ALTER TABLE erasure.medium ADD CONSTRAINT medium_device_id_serial_key UNIQUE (device_id, serial);

ALTER TABLE erasure.medium ADD CONSTRAINT medium_kind_check CHECK ((kind = ANY (ARRAY['magnetic'::text, 'flash'::text, 'hybrid'::text, 'unknown'::text])));

ALTER TABLE erasure.medium ADD CONSTRAINT medium_native_bytes_check CHECK ((native_bytes > 0));

ALTER TABLE erasure.medium ADD CONSTRAINT medium_pkey PRIMARY KEY (device_id, id);

ALTER TABLE erasure.medium ADD CONSTRAINT medium_state_check CHECK ((state = ANY (ARRAY['inPlace'::text, 'removed'::text, 'erased'::text, 'destroyed'::text])));

ALTER TABLE erasure.report_profile ADD CONSTRAINT report_profile_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE erasure.result ADD CONSTRAINT result_check CHECK (((decision <> 'refuse'::text) OR (state = ANY (ARRAY['refused'::text, 'released'::text]))));

ALTER TABLE erasure.result ADD CONSTRAINT result_check1 CHECK (((medium_id IS NULL) OR (device_id IS NOT NULL)));

ALTER TABLE erasure.result ADD CONSTRAINT result_check2 CHECK (((escalated_at IS NULL) = (escalation_reason IS NULL)));

ALTER TABLE erasure.result ADD CONSTRAINT result_decision_check CHECK ((decision = ANY (ARRAY['issue'::text, 'review'::text, 'refuse'::text])));

ALTER TABLE erasure.result ADD CONSTRAINT result_level_check CHECK ((level = ANY (ARRAY['none'::text, 'clear'::text, 'purge'::text, 'destroy'::text])));

ALTER TABLE erasure.result ADD CONSTRAINT result_pkey PRIMARY KEY (id);

ALTER TABLE erasure.result ADD CONSTRAINT result_state_check CHECK ((state = ANY (ARRAY['issued'::text, 'awaitingReview'::text, 'refused'::text, 'unmatched'::text, 'released'::text])));

ALTER TABLE erasure.station ADD CONSTRAINT station_check CHECK (((revoked_at IS NULL) = (revoked_by IS NULL)));

ALTER TABLE erasure.station ADD CONSTRAINT station_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));

ALTER TABLE erasure.station ADD CONSTRAINT station_pkey PRIMARY KEY (id);

ALTER TABLE erasure.station ADD CONSTRAINT station_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200)));

ALTER TABLE erasure.station ADD CONSTRAINT station_public_key_check CHECK ((length(public_key) = 32));

ALTER TABLE erasure.station ADD CONSTRAINT station_public_key_key UNIQUE (public_key);

ALTER TABLE erasure.used ADD CONSTRAINT used_pkey PRIMARY KEY (sha256);

ALTER TABLE goals.exposure ADD CONSTRAINT exposure_pkey PRIMARY KEY (organisation_id, device_id, ended_at);

ALTER TABLE goals.exposure_count ADD CONSTRAINT exposure_count_pkey PRIMARY KEY (organisation_id, month, hours);

ALTER TABLE goals.flow ADD CONSTRAINT flow_pkey PRIMARY KEY (organisation_id, day, step);

ALTER TABLE goals.idle_month ADD CONSTRAINT idle_month_pkey PRIMARY KEY (organisation_id, month);

ALTER TABLE goals.target ADD CONSTRAINT target_pkey PRIMARY KEY (organisation_id, figure);

ALTER TABLE grading.inspection ADD CONSTRAINT inspection_battery_percent_check CHECK (((battery_percent >= 0) AND (battery_percent <= 150)));

ALTER TABLE grading.inspection ADD CONSTRAINT inspection_cosmetic_check CHECK ((cosmetic ~ '^C[0-9]$'::text));

ALTER TABLE grading.inspection ADD CONSTRAINT inspection_functional_check CHECK ((functional ~ '^F[1-6]$'::text));

ALTER TABLE grading.inspection ADD CONSTRAINT inspection_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text])));

ALTER TABLE grading.inspection ADD CONSTRAINT inspection_pkey PRIMARY KEY (device_id, id);

ALTER TABLE journal.entry ADD CONSTRAINT entry_pkey PRIMARY KEY (subject_id, seq);

ALTER TABLE journal.entry ADD CONSTRAINT entry_seq_check CHECK ((seq > 0));

ALTER TABLE journal.listener ADD CONSTRAINT listener_pkey PRIMARY KEY (name);

ALTER TABLE ordering."order" ADD CONSTRAINT order_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE ordering."order" ADD CONSTRAINT order_organisation_id_number_key UNIQUE (organisation_id, number);

ALTER TABLE ordering."order" ADD CONSTRAINT order_pkey PRIMARY KEY (id);

ALTER TABLE ordering."order" ADD CONSTRAINT order_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text, 'partlyDelivered'::text, 'delivered'::text])));

ALTER TABLE ordering."order" ADD CONSTRAINT order_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisations.unit(id);

ALTER TABLE ordering.comment ADD CONSTRAINT comment_check CHECK (((words IS NULL) = (removed_at IS NOT NULL)));

ALTER TABLE ordering.comment ADD CONSTRAINT comment_check1 CHECK (((removed_at IS NULL) = (removed_by IS NULL)));

ALTER TABLE ordering.comment ADD CONSTRAINT comment_order_id_fkey FOREIGN KEY (order_id) REFERENCES ordering."order"(id);

ALTER TABLE ordering.comment ADD CONSTRAINT comment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE ordering.comment ADD CONSTRAINT comment_pkey PRIMARY KEY (id);

ALTER TABLE ordering.leaver_return ADD CONSTRAINT leaver_return_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE ordering.leaver_return ADD CONSTRAINT leaver_return_pkey PRIMARY KEY (device_id, person_id);

ALTER TABLE ordering.match_proposal ADD CONSTRAINT match_proposal_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE ordering.match_proposal ADD CONSTRAINT match_proposal_pkey PRIMARY KEY (run_id, need_id);

ALTER TABLE ordering.match_proposal ADD CONSTRAINT match_proposal_run_id_fkey FOREIGN KEY (run_id) REFERENCES ordering.match_run(id);

ALTER TABLE ordering.match_run ADD CONSTRAINT match_run_carbon_price_ore_check CHECK ((carbon_price_ore >= 0));

ALTER TABLE ordering.match_run ADD CONSTRAINT match_run_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE ordering.match_run ADD CONSTRAINT match_run_organisation_id_number_key UNIQUE (organisation_id, number);

ALTER TABLE ordering.match_run ADD CONSTRAINT match_run_pkey PRIMARY KEY (id);

ALTER TABLE ordering.match_run ADD CONSTRAINT match_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'accepted'::text])));

ALTER TABLE ordering.match_wish ADD CONSTRAINT match_wish_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE ordering.match_wish ADD CONSTRAINT match_wish_pkey PRIMARY KEY (run_id, need_id, device_id);

ALTER TABLE ordering.match_wish ADD CONSTRAINT match_wish_run_id_fkey FOREIGN KEY (run_id) REFERENCES ordering.match_run(id);

ALTER TABLE ordering.match_wish ADD CONSTRAINT match_wish_wish_check CHECK ((wish = ANY (ARRAY['pinned'::text, 'forbidden'::text])));

ALTER TABLE ordering.need ADD CONSTRAINT need_bought CHECK (((way = 'shop'::text) <= ((purchase_ore IS NOT NULL) AND (purchase_vat IS NOT NULL))));

ALTER TABLE ordering.need ADD CONSTRAINT need_check CHECK (((holder_id IS NOT NULL) OR (unit_id IS NOT NULL)));

ALTER TABLE ordering.need ADD CONSTRAINT need_check1 CHECK ((until_on >= needed_from_on));

ALTER TABLE ordering.need ADD CONSTRAINT need_check2 CHECK (((way = 'new'::text) = (new_reason IS NOT NULL)));

ALTER TABLE ordering.need ADD CONSTRAINT need_check3 CHECK (((state = ANY (ARRAY['reserved'::text, 'delivered'::text])) <= (device_id IS NOT NULL)));

ALTER TABLE ordering.need ADD CONSTRAINT need_held CHECK (((state = 'held'::text) <= (way = 'shop'::text)));

ALTER TABLE ordering.need ADD CONSTRAINT need_least_cores_check CHECK ((least_cores > 0));

ALTER TABLE ordering.need ADD CONSTRAINT need_least_grade_check CHECK ((least_grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text])));

ALTER TABLE ordering.need ADD CONSTRAINT need_least_memory_gb_check CHECK ((least_memory_gb > 0));

ALTER TABLE ordering.need ADD CONSTRAINT need_least_processor_year_check CHECK ((least_processor_year > 2000));

ALTER TABLE ordering.need ADD CONSTRAINT need_least_screen_inches_check CHECK ((least_screen_inches > (0)::numeric));

ALTER TABLE ordering.need ADD CONSTRAINT need_least_storage_gb_check CHECK ((least_storage_gb > 0));

ALTER TABLE ordering.need ADD CONSTRAINT need_order_id_fkey FOREIGN KEY (order_id) REFERENCES ordering."order"(id);

ALTER TABLE ordering.need ADD CONSTRAINT need_order_id_position_key UNIQUE (order_id, "position");

ALTER TABLE ordering.need ADD CONSTRAINT need_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE ordering.need ADD CONSTRAINT need_pkey PRIMARY KEY (id);

ALTER TABLE ordering.need ADD CONSTRAINT need_price_ore_check CHECK ((price_ore >= 0));

ALTER TABLE ordering.need ADD CONSTRAINT need_purchase_ore_check CHECK ((purchase_ore >= 0));

ALTER TABLE ordering.need ADD CONSTRAINT need_purchase_vat_check CHECK ((purchase_vat = ANY (ARRAY['standard'::text, 'margin'::text])));

ALTER TABLE ordering.need ADD CONSTRAINT need_state_check CHECK ((state = ANY (ARRAY['open'::text, 'held'::text, 'reserved'::text, 'onOrder'::text, 'delivered'::text, 'withdrawn'::text])));

ALTER TABLE ordering.need ADD CONSTRAINT need_warranty_months_check CHECK (((warranty_months >= 0) AND (warranty_months <= 60)));

ALTER TABLE ordering.need ADD CONSTRAINT need_way_check CHECK ((way = ANY (ARRAY['pool'::text, 'shop'::text, 'new'::text])));

ALTER TABLE ordering.need_profile ADD CONSTRAINT need_profile_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));

ALTER TABLE ordering.need_profile ADD CONSTRAINT need_profile_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE ordering.need_profile ADD CONSTRAINT need_profile_pkey PRIMARY KEY (organisation_id, name);

ALTER TABLE organisations.account ADD CONSTRAINT account_email_key_key UNIQUE (email_key);

ALTER TABLE organisations.account ADD CONSTRAINT account_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.account ADD CONSTRAINT account_person_id_fkey FOREIGN KEY (person_id) REFERENCES organisations.person(id);

ALTER TABLE organisations.account ADD CONSTRAINT account_pkey PRIMARY KEY (person_id);

ALTER TABLE organisations.api_token ADD CONSTRAINT api_token_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.api_token ADD CONSTRAINT api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES organisations.person(id);

ALTER TABLE organisations.api_token ADD CONSTRAINT api_token_pkey PRIMARY KEY (id);

ALTER TABLE organisations.api_token ADD CONSTRAINT api_token_token_hash_key UNIQUE (token_hash);

ALTER TABLE organisations.coding_part ADD CONSTRAINT coding_part_check CHECK (((most_length >= least_length) AND (most_length <= 40)));

ALTER TABLE organisations.coding_part ADD CONSTRAINT coding_part_key_check CHECK (((length(key) >= 1) AND (length(key) <= 40)));

ALTER TABLE organisations.coding_part ADD CONSTRAINT coding_part_least_length_check CHECK (((least_length >= 1) AND (least_length <= 40)));

ALTER TABLE organisations.coding_part ADD CONSTRAINT coding_part_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)));

ALTER TABLE organisations.coding_part ADD CONSTRAINT coding_part_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.coding_part ADD CONSTRAINT coding_part_pkey PRIMARY KEY (organisation_id, key);

ALTER TABLE organisations.coding_part ADD CONSTRAINT coding_part_source_check CHECK ((source = ANY (ARRAY['costCentres'::text, 'list'::text, 'any'::text])));

ALTER TABLE organisations.coding_value ADD CONSTRAINT coding_value_check CHECK ((valid_until_on >= valid_from_on));

ALTER TABLE organisations.coding_value ADD CONSTRAINT coding_value_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40)));

ALTER TABLE organisations.coding_value ADD CONSTRAINT coding_value_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

ALTER TABLE organisations.coding_value ADD CONSTRAINT coding_value_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.coding_value ADD CONSTRAINT coding_value_pkey PRIMARY KEY (organisation_id, part, code);

ALTER TABLE organisations.counter ADD CONSTRAINT counter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.counter ADD CONSTRAINT counter_pkey PRIMARY KEY (organisation_id, name);

ALTER TABLE organisations.organisation ADD CONSTRAINT organisation_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'reusePartner'::text, 'financier'::text, 'supplier'::text])));

ALTER TABLE organisations.organisation ADD CONSTRAINT organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

ALTER TABLE organisations.organisation ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE organisations.partnership ADD CONSTRAINT partnership_kind_check CHECK ((kind = ANY (ARRAY['reuse'::text, 'finance'::text, 'supply'::text])));

ALTER TABLE organisations.partnership ADD CONSTRAINT partnership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.partnership ADD CONSTRAINT partnership_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.partnership ADD CONSTRAINT partnership_pkey PRIMARY KEY (organisation_id, partner_id, kind);

ALTER TABLE organisations.partnership ADD CONSTRAINT partnership_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'active'::text, 'ended'::text])));

ALTER TABLE organisations.person ADD CONSTRAINT person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.person ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE organisations.person ADD CONSTRAINT person_profile_check CHECK (((length(profile) >= 1) AND (length(profile) <= 100)));

ALTER TABLE organisations.place ADD CONSTRAINT place_kind_check CHECK ((kind = ANY (ARRAY['depot'::text, 'site'::text])));

ALTER TABLE organisations.place ADD CONSTRAINT place_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

ALTER TABLE organisations.place ADD CONSTRAINT place_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.place ADD CONSTRAINT place_organisation_id_name_key UNIQUE (organisation_id, name);

ALTER TABLE organisations.place ADD CONSTRAINT place_pkey PRIMARY KEY (id);

ALTER TABLE organisations.role_grant ADD CONSTRAINT role_grant_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.role_grant ADD CONSTRAINT role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES organisations.person(id);

ALTER TABLE organisations.role_grant ADD CONSTRAINT role_grant_pkey PRIMARY KEY (person_id, role);

ALTER TABLE organisations.session ADD CONSTRAINT session_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.session ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES organisations.person(id);

ALTER TABLE organisations.session ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE organisations.unit ADD CONSTRAINT unit_kind_check CHECK ((kind = ANY (ARRAY['department'::text, 'unit'::text])));

ALTER TABLE organisations.unit ADD CONSTRAINT unit_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

ALTER TABLE organisations.unit ADD CONSTRAINT unit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE organisations.unit ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

ALTER TABLE proofs.checkpoint ADD CONSTRAINT checkpoint_pkey PRIMARY KEY (organisation_id, size);

ALTER TABLE proofs.checkpoint ADD CONSTRAINT checkpoint_root_check CHECK ((length(root) = 32));

ALTER TABLE proofs.checkpoint ADD CONSTRAINT checkpoint_size_check CHECK ((size > 0));

ALTER TABLE proofs.cosignature ADD CONSTRAINT cosignature_pkey PRIMARY KEY (organisation_id, size, name, key_id);

ALTER TABLE proofs.daily_head ADD CONSTRAINT daily_head_pkey PRIMARY KEY (organisation_id, day);

ALTER TABLE proofs.log ADD CONSTRAINT log_pkey PRIMARY KEY (organisation_id);

ALTER TABLE proofs.log ADD CONSTRAINT log_size_check CHECK ((size >= 0));

ALTER TABLE proofs.log_entry ADD CONSTRAINT log_entry_index_check CHECK ((index >= 0));

ALTER TABLE proofs.log_entry ADD CONSTRAINT log_entry_leaf_hash_check CHECK ((length(leaf_hash) = 32));

ALTER TABLE proofs.log_entry ADD CONSTRAINT log_entry_organisation_id_subject_id_seq_key UNIQUE (organisation_id, subject_id, seq);

ALTER TABLE proofs.log_entry ADD CONSTRAINT log_entry_pkey PRIMARY KEY (organisation_id, index);

ALTER TABLE proofs.log_group ADD CONSTRAINT log_group_hashes_check CHECK ((length(hashes) = 960));

ALTER TABLE proofs.log_group ADD CONSTRAINT log_group_pkey PRIMARY KEY (organisation_id, level, index);

ALTER TABLE proofs.paper ADD CONSTRAINT paper_check CHECK (((bytes IS NULL) OR (refusal IS NULL)));

ALTER TABLE proofs.paper ADD CONSTRAINT paper_pkey PRIMARY KEY (batch_id, place);

ALTER TABLE proofs.paper_batch ADD CONSTRAINT paper_batch_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text])));

ALTER TABLE proofs.paper_batch ADD CONSTRAINT paper_batch_pkey PRIMARY KEY (id);

ALTER TABLE proofs.paper_batch ADD CONSTRAINT paper_batch_state_check CHECK ((state = ANY (ARRAY['running'::text, 'stopped'::text, 'done'::text])));

ALTER TABLE proofs.registrar ADD CONSTRAINT registrar_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)));

ALTER TABLE proofs.registrar ADD CONSTRAINT registrar_pkey PRIMARY KEY (organisation_id);

ALTER TABLE proofs.witness ADD CONSTRAINT witness_key_id_check CHECK ((key_id ~ '^[0-9a-f]{8}$'::text));

ALTER TABLE proofs.witness ADD CONSTRAINT witness_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

ALTER TABLE proofs.witness ADD CONSTRAINT witness_pkey PRIMARY KEY (organisation_id, name, key_id);

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_check CHECK (((state = 'handedOver'::text) = (handed_over_at IS NOT NULL)));

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_market_ore_check CHECK ((market_ore >= 0));

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id);

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_organisation_id_number_key UNIQUE (organisation_id, number);

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_payment_check CHECK ((payment = ANY (ARRAY['payroll'::text, 'invoice'::text])));

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_pkey PRIMARY KEY (id);

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_price_ore_check CHECK ((price_ore >= 0));

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_state_check CHECK ((state = ANY (ARRAY['ordered'::text, 'handedOver'::text, 'cancelled'::text, 'expired'::text])));

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_vat_check CHECK ((vat = ANY (ARRAY['standard'::text, 'margin'::text])));

ALTER TABLE resale.employee_purchase ADD CONSTRAINT employee_purchase_warranty_months_check CHECK (((warranty_months >= 0) AND (warranty_months <= 60)));

ALTER TABLE resale.listing ADD CONSTRAINT listing_audience_check CHECK ((audience = ANY (ARRAY['customers'::text, 'employees'::text])));

ALTER TABLE resale.listing ADD CONSTRAINT listing_check CHECK (((purchase_id IS NULL) = (buyer_id IS NULL)));

ALTER TABLE resale.listing ADD CONSTRAINT listing_check1 CHECK (((state = 'listed'::text) = (ended_at IS NULL)));

ALTER TABLE resale.listing ADD CONSTRAINT listing_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text])));

ALTER TABLE resale.listing ADD CONSTRAINT listing_market_ore_check CHECK ((market_ore >= 0));

ALTER TABLE resale.listing ADD CONSTRAINT listing_pkey PRIMARY KEY (device_id, id);

ALTER TABLE resale.listing ADD CONSTRAINT listing_price_ore_check CHECK ((price_ore >= 0));

ALTER TABLE resale.listing ADD CONSTRAINT listing_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES organisations.organisation(id);

ALTER TABLE resale.listing ADD CONSTRAINT listing_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'withdrawn'::text, 'sold'::text])));

ALTER TABLE resale.listing ADD CONSTRAINT listing_vat_check CHECK ((vat = ANY (ARRAY['standard'::text, 'margin'::text])));

ALTER TABLE resale.listing ADD CONSTRAINT listing_warranty_months_check CHECK (((warranty_months >= 0) AND (warranty_months <= 60)));

ALTER TABLE resale.listing_photo ADD CONSTRAINT listing_photo_alt_check CHECK (((length(alt) >= 1) AND (length(alt) <= 300)));

ALTER TABLE resale.listing_photo ADD CONSTRAINT listing_photo_pkey PRIMARY KEY (device_id, listing_id, "position");

ALTER TABLE resale.listing_photo ADD CONSTRAINT listing_photo_position_check CHECK (("position" > 0));

ALTER TABLE resale.photo ADD CONSTRAINT photo_height_check CHECK ((height > 0));

ALTER TABLE resale.photo ADD CONSTRAINT photo_pkey PRIMARY KEY (id);

ALTER TABLE resale.photo ADD CONSTRAINT photo_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES organisations.organisation(id);

ALTER TABLE resale.photo ADD CONSTRAINT photo_seller_id_sha256_key UNIQUE (seller_id, sha256);

ALTER TABLE resale.photo ADD CONSTRAINT photo_type_check CHECK ((type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text])));

ALTER TABLE resale.photo ADD CONSTRAINT photo_width_check CHECK ((width > 0));

ALTER TABLE resale.price ADD CONSTRAINT price_pkey PRIMARY KEY (device_id, listing_id, seq);

ALTER TABLE resale.price ADD CONSTRAINT price_price_ore_check CHECK ((price_ore >= 0));

ALTER TABLE resale.price ADD CONSTRAINT price_seq_check CHECK ((seq > 0));

ALTER TABLE resale.price_list ADD CONSTRAINT price_list_check CHECK ((valid_until_on >= valid_from_on));

ALTER TABLE resale.price_list ADD CONSTRAINT price_list_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

ALTER TABLE resale.price_list ADD CONSTRAINT price_list_pkey PRIMARY KEY (id);

ALTER TABLE resale.price_list ADD CONSTRAINT price_list_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES organisations.organisation(id);

ALTER TABLE resale.price_list_row ADD CONSTRAINT price_list_row_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text])));

ALTER TABLE resale.price_list_row ADD CONSTRAINT price_list_row_pkey PRIMARY KEY (price_list_id, maker_key, model_key, grade);

ALTER TABLE resale.price_list_row ADD CONSTRAINT price_list_row_price_list_id_fkey FOREIGN KEY (price_list_id) REFERENCES resale.price_list(id);

ALTER TABLE resale.price_list_row ADD CONSTRAINT price_list_row_price_ore_check CHECK ((price_ore >= 0));

ALTER TABLE resale.purchase ADD CONSTRAINT purchase_buyer_id_fkey FOREIGN KEY (buyer_id) REFERENCES organisations.organisation(id);

ALTER TABLE resale.purchase ADD CONSTRAINT purchase_check CHECK ((seller_id <> buyer_id));

ALTER TABLE resale.purchase ADD CONSTRAINT purchase_pkey PRIMARY KEY (id);

ALTER TABLE resale.purchase ADD CONSTRAINT purchase_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES organisations.organisation(id);

ALTER TABLE resale.purchase ADD CONSTRAINT purchase_seller_id_number_key UNIQUE (seller_id, number);

ALTER TABLE resale.purchase ADD CONSTRAINT purchase_state_check CHECK ((state = ANY (ARRAY['reserved'::text, 'confirmed'::text, 'sent'::text, 'received'::text, 'cancelled'::text, 'expired'::text])));

ALTER TABLE resale.purchase_line ADD CONSTRAINT purchase_line_check CHECK (((state = 'received'::text) = (buyer_device_id IS NOT NULL)));

ALTER TABLE resale.purchase_line ADD CONSTRAINT purchase_line_pkey PRIMARY KEY (purchase_id, "position");

ALTER TABLE resale.purchase_line ADD CONSTRAINT purchase_line_position_check CHECK (("position" > 0));

ALTER TABLE resale.purchase_line ADD CONSTRAINT purchase_line_price_ore_check CHECK ((price_ore >= 0));

ALTER TABLE resale.purchase_line ADD CONSTRAINT purchase_line_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES resale.purchase(id);

ALTER TABLE resale.purchase_line ADD CONSTRAINT purchase_line_state_check CHECK ((state = ANY (ARRAY['ordered'::text, 'sent'::text, 'received'::text, 'cancelled'::text])));

ALTER TABLE resale.purchase_line ADD CONSTRAINT purchase_line_vat_check CHECK ((vat = ANY (ARRAY['standard'::text, 'margin'::text])));

ALTER TABLE resale.warranty_case ADD CONSTRAINT warranty_case_answer_check CHECK ((answer = ANY (ARRAY['repair'::text, 'replacement'::text, 'refusal'::text])));

ALTER TABLE resale.warranty_case ADD CONSTRAINT warranty_case_check CHECK (((state = 'open'::text) = (answer IS NULL)));

ALTER TABLE resale.warranty_case ADD CONSTRAINT warranty_case_check1 CHECK (((answer = 'replacement'::text) = (replacement_id IS NOT NULL)));

ALTER TABLE resale.warranty_case ADD CONSTRAINT warranty_case_fault_check CHECK (((length(fault) >= 1) AND (length(fault) <= 2000)));

ALTER TABLE resale.warranty_case ADD CONSTRAINT warranty_case_pkey PRIMARY KEY (id);

ALTER TABLE resale.warranty_case ADD CONSTRAINT warranty_case_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES resale.purchase(id);

ALTER TABLE resale.warranty_case ADD CONSTRAINT warranty_case_purchase_id_position_fkey FOREIGN KEY (purchase_id, "position") REFERENCES resale.purchase_line(purchase_id, "position");

ALTER TABLE resale.warranty_case ADD CONSTRAINT warranty_case_seller_id_number_key UNIQUE (seller_id, number);

ALTER TABLE resale.warranty_case ADD CONSTRAINT warranty_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'repairing'::text, 'replacing'::text, 'refused'::text, 'closed'::text])));

ALTER TABLE returns.collection ADD CONSTRAINT collection_check CHECK ((sender_id <> receiver_id));

ALTER TABLE returns.collection ADD CONSTRAINT collection_check1 CHECK (((state = 'packing'::text) = (sent_at IS NULL)));

ALTER TABLE returns.collection ADD CONSTRAINT collection_check2 CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL)));

ALTER TABLE returns.collection ADD CONSTRAINT collection_pkey PRIMARY KEY (id);

ALTER TABLE returns.collection ADD CONSTRAINT collection_state_check CHECK ((state = ANY (ARRAY['packing'::text, 'sent'::text, 'receiving'::text, 'closed'::text])));

ALTER TABLE returns.discrepancy ADD CONSTRAINT discrepancy_check CHECK (((closed_at IS NULL) = (resolution IS NULL)));

ALTER TABLE returns.discrepancy ADD CONSTRAINT discrepancy_check1 CHECK (((closed_at IS NULL) = (closed_by IS NULL)));

ALTER TABLE returns.discrepancy ADD CONSTRAINT discrepancy_check2 CHECK (((kind = 'extra'::text) OR (device_id IS NOT NULL)));

ALTER TABLE returns.discrepancy ADD CONSTRAINT discrepancy_kind_check CHECK ((kind = ANY (ARRAY['missing'::text, 'extra'::text, 'mismatch'::text])));

ALTER TABLE returns.discrepancy ADD CONSTRAINT discrepancy_pkey PRIMARY KEY (collection_id, id);

ALTER TABLE returns.line ADD CONSTRAINT line_check CHECK (((state = 'received'::text) = (received_at IS NOT NULL)));

ALTER TABLE returns.line ADD CONSTRAINT line_pkey PRIMARY KEY (collection_id, device_id);

ALTER TABLE returns.line ADD CONSTRAINT line_state_check CHECK ((state = ANY (ARRAY['packed'::text, 'received'::text, 'missing'::text, 'takenBack'::text])));

ALTER TABLE returns.package ADD CONSTRAINT package_collection_id_number_key UNIQUE (collection_id, number);

ALTER TABLE returns.package ADD CONSTRAINT package_kind_check CHECK ((kind = ANY (ARRAY['box'::text, 'cage'::text, 'pallet'::text])));

ALTER TABLE returns.package ADD CONSTRAINT package_number_check CHECK ((number > 0));

ALTER TABLE returns.package ADD CONSTRAINT package_pkey PRIMARY KEY (collection_id, id);

ALTER TABLE returns.scan ADD CONSTRAINT scan_pkey PRIMARY KEY (collection_id, organisation_id, scan_id);

ALTER TABLE server.answer ADD CONSTRAINT answer_pkey PRIMARY KEY (organisation_id, actor_id, key);

CREATE INDEX comparison_latest ON catalogue.comparison USING btree (organisation_id, made_at DESC, id DESC);

CREATE UNIQUE INDEX label_number ON catalogue.label USING btree (model_id, scheme, number) WHERE (withdrawn_at IS NULL);

CREATE INDEX model_merged ON catalogue.model USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);

CREATE INDEX model_named ON catalogue.model USING btree (organisation_id, maker_key, name COLLATE "sv-x-icu", id) WHERE (merged_into_id IS NULL);

CREATE UNIQUE INDEX service_name ON catalogue.service USING btree (organisation_id, lower(name)) WHERE (closed_on IS NULL);

CREATE INDEX hand_out_holder ON custody.hand_out USING btree (organisation_id, holder_id) WHERE (ended_at IS NULL);

CREATE INDEX device_model ON devices.device USING btree (model_id) WHERE (model_id IS NOT NULL);

CREATE INDEX device_search ON devices.device USING gin (search gin_trgm_ops);

CREATE INDEX import_mapping_fingerprint ON devices.import_mapping USING btree (organisation_id, fingerprint);

CREATE INDEX import_run_history ON devices.import_run USING btree (organisation_id, uploaded_at DESC, id DESC);

CREATE INDEX import_run_open ON devices.import_run USING btree (state) WHERE (state = ANY (ARRAY['checking'::text, 'running'::text, 'stopping'::text]));

CREATE INDEX listing_ends ON devices.listing USING btree (organisation_id, ends_on, device_id);

CREATE INDEX listing_going ON devices.listing USING btree (organisation_id, tag_sort, device_id) WHERE (status = ANY (ARRAY['ordered'::text, 'inStock'::text, 'handedOut'::text, 'inUse'::text, 'handedIn'::text, 'sent'::text, 'received'::text, 'erased'::text, 'graded'::text, 'pool'::text, 'missing'::text, 'stolen'::text]));

CREATE INDEX listing_holder ON devices.listing USING btree (organisation_id, holder_id) WHERE (holder_id IS NOT NULL);

CREATE INDEX listing_model ON devices.listing USING btree (organisation_id, model_sort, device_id);

CREATE INDEX listing_pool ON devices.listing USING btree (organisation_id, kind, grade DESC NULLS LAST, device_id) INCLUDE (place_id, custodian_id, data_state, model_id, memory_gb, storage_gb, os_family, reserved_until) WHERE (status = 'pool'::text);

CREATE INDEX listing_serial ON devices.listing USING btree (organisation_id, serial_sort, device_id);

CREATE INDEX listing_status ON devices.listing USING btree (organisation_id, status, tag_sort, device_id);

CREATE INDEX listing_tag ON devices.listing USING btree (organisation_id, tag_sort, device_id);

CREATE INDEX listing_unit ON devices.listing USING btree (organisation_id, unit_id, tag_sort, device_id);

CREATE INDEX mark_device ON devices.mark USING btree (device_id);

CREATE INDEX tally_change_own ON devices.tally_change USING btree (organisation_id);

CREATE INDEX tally_empty ON devices.tally USING btree (organisation_id) WHERE (count = 0);

CREATE INDEX outcome_owner ON disposition.outcome USING btree (owner_id, decided_at DESC, id DESC) INCLUDE (step);

CREATE INDEX outcome_partner ON disposition.outcome USING btree (partner_id, decided_at DESC, id DESC) INCLUDE (step) WHERE (partner_id IS NOT NULL);

CREATE INDEX certificate_id ON erasure.certificate USING btree (id);

CREATE INDEX certificate_issued ON erasure.certificate USING btree (issued_at DESC, id DESC);

CREATE INDEX certificate_medium ON erasure.certificate USING btree (medium_id);

CREATE INDEX certificate_public ON erasure.certificate USING btree (public_id);

CREATE INDEX certificate_search ON erasure.certificate USING gin (upper(((((((number || ' '::text) || COALESCE((content #>> '{erasure,medium,serialNumber}'::text[]), (content #>> '{medium,serialNumber}'::text[]), ''::text)) || ' '::text) || COALESCE((content #>> '{device,serialNumber}'::text[]), ''::text)) || ' '::text) || COALESCE((content #>> '{device,assetTag}'::text[]), ''::text))) gin_trgm_ops);

CREATE INDEX certificate_witness ON erasure.certificate USING btree (((content #>> '{witness,personId}'::text[]))) WHERE ((kind = 'destruction'::text) AND (revoked_at IS NULL) AND (superseded_by IS NULL) AND (NOT ((content -> 'witness'::text) ? 'confirmed'::text)));

CREATE UNIQUE INDEX evidence_run ON erasure.evidence USING btree (station_id, run_id) WHERE (station_id IS NOT NULL);

CREATE INDEX medium_id ON erasure.medium USING btree (id);

CREATE INDEX medium_serial ON erasure.medium USING btree (serial_key);

CREATE INDEX result_awaiting ON erasure.result USING btree (organisation_id) WHERE (state = 'awaitingReview'::text);

CREATE INDEX result_device ON erasure.result USING btree (device_id) WHERE (device_id IS NOT NULL);

CREATE INDEX result_evidence ON erasure.result USING btree (evidence_id);

CREATE INDEX result_medium ON erasure.result USING btree (medium_id) WHERE (medium_id IS NOT NULL);

CREATE INDEX result_queue ON erasure.result USING btree (organisation_id, state, recorded_at DESC, id DESC);

CREATE UNIQUE INDEX station_name ON erasure.station USING btree (organisation_id, lower(name)) WHERE (revoked_at IS NULL);

CREATE INDEX exposure_device ON goals.exposure USING btree (device_id) WHERE (proven_at IS NULL);

CREATE INDEX entry_order ON journal.entry USING btree (xact, "position");

CREATE INDEX entry_when ON journal.entry USING btree (organisation_id, at);

CREATE INDEX comment_order ON ordering.comment USING btree (order_id, made_at);

CREATE UNIQUE INDEX match_pinned ON ordering.match_wish USING btree (run_id, need_id) WHERE (wish = 'pinned'::text);

CREATE UNIQUE INDEX need_device ON ordering.need USING btree (device_id) WHERE (state = 'reserved'::text);

CREATE INDEX need_state ON ordering.need USING btree (organisation_id, state, kind);

CREATE INDEX order_decided ON ordering."order" USING btree (organisation_id, decided_at) WHERE (decided_at IS NOT NULL);

CREATE INDEX order_latest ON ordering."order" USING btree (organisation_id, made_at DESC, id DESC);

CREATE INDEX order_state ON ordering."order" USING btree (organisation_id, state, made_at DESC, id DESC);

CREATE INDEX order_submitted ON ordering."order" USING btree (organisation_id, submitted_at) WHERE (submitted_at IS NOT NULL);

CREATE INDEX api_token_organisation ON organisations.api_token USING btree (organisation_id);

CREATE INDEX partnership_partner ON organisations.partnership USING btree (partner_id);

CREATE UNIQUE INDEX person_email ON organisations.person USING btree (organisation_id, lower(email)) WHERE (email IS NOT NULL);

CREATE INDEX person_leaves ON organisations.person USING btree (organisation_id, leaves_on) WHERE (leaves_on IS NOT NULL);

CREATE INDEX person_name ON organisations.person USING gin (name gin_trgm_ops);

CREATE INDEX person_starts ON organisations.person USING btree (organisation_id, starts_on) WHERE (starts_on IS NOT NULL);

CREATE INDEX person_username ON organisations.person USING btree (organisation_id, lower(username)) WHERE (username IS NOT NULL);

CREATE INDEX session_person ON organisations.session USING btree (person_id);

CREATE UNIQUE INDEX unit_name ON organisations.unit USING btree (organisation_id, COALESCE(parent_id, organisation_id), lower(name));

CREATE INDEX checkpoint_signed ON proofs.checkpoint USING btree (organisation_id, signed_at);

CREATE INDEX daily_head_day ON proofs.daily_head USING btree (day);

CREATE INDEX paper_batch_history ON proofs.paper_batch USING btree (organisation_id, created_at DESC, id DESC);

CREATE INDEX paper_batch_open ON proofs.paper_batch USING btree (state) WHERE (state = 'running'::text);

CREATE INDEX paper_to_make ON proofs.paper USING btree (batch_id, place) WHERE ((bytes IS NULL) AND (refusal IS NULL));

CREATE INDEX case_buyer ON resale.warranty_case USING btree (buyer_id, opened_at DESC, id DESC);

CREATE UNIQUE INDEX case_open ON resale.warranty_case USING btree (device_id) WHERE (state = ANY (ARRAY['open'::text, 'repairing'::text, 'replacing'::text]));

CREATE INDEX case_purchase ON resale.warranty_case USING btree (purchase_id);

CREATE INDEX case_seller ON resale.warranty_case USING btree (seller_id, opened_at DESC, id DESC);

CREATE INDEX employee_purchase_latest ON resale.employee_purchase USING btree (organisation_id, ordered_at DESC, id DESC);

CREATE UNIQUE INDEX employee_purchase_open ON resale.employee_purchase USING btree (device_id) WHERE (state = 'ordered'::text);

CREATE INDEX employee_purchase_person ON resale.employee_purchase USING btree (person_id, ordered_at);

CREATE INDEX line_buyer_device ON resale.purchase_line USING btree (buyer_device_id) WHERE (buyer_device_id IS NOT NULL);

CREATE INDEX line_need ON resale.purchase_line USING btree (need_id) WHERE (need_id IS NOT NULL);

CREATE UNIQUE INDEX line_open ON resale.purchase_line USING btree (device_id) WHERE (state = ANY (ARRAY['ordered'::text, 'sent'::text]));

CREATE INDEX listing_employees ON resale.listing USING btree (seller_id, kind, price_ore, id) WHERE ((state = 'listed'::text) AND (audience = 'employees'::text));

CREATE INDEX listing_id ON resale.listing USING btree (id);

CREATE INDEX listing_latest ON resale.listing USING btree (seller_id, published_at DESC, id DESC);

CREATE UNIQUE INDEX listing_open ON resale.listing USING btree (device_id) WHERE (state = 'listed'::text);

CREATE INDEX listing_purchase ON resale.listing USING btree (purchase_id) WHERE (purchase_id IS NOT NULL);

CREATE INDEX listing_shop ON resale.listing USING btree (kind, seller_id, price_ore, grade, id) INCLUDE (state, audience, memory_gb, storage_gb, os_family, vat, purchase_id, buyer_id, reserved_until, device_id) WHERE (state = 'listed'::text);

CREATE INDEX price_list_seller ON resale.price_list USING btree (seller_id, valid_from_on DESC, id);

CREATE INDEX purchase_buyer ON resale.purchase USING btree (buyer_id, made_at DESC, id DESC);

CREATE INDEX purchase_order ON resale.purchase USING btree (order_id) WHERE (order_id IS NOT NULL);

CREATE INDEX purchase_seller ON resale.purchase USING btree (seller_id, made_at DESC, id DESC);

CREATE INDEX purchase_waiting ON resale.purchase USING btree (reserved_until) WHERE (state = 'reserved'::text);

CREATE INDEX collection_receiver ON returns.collection USING btree (receiver_id, id);

CREATE INDEX collection_sender ON returns.collection USING btree (sender_id, id);

CREATE UNIQUE INDEX discrepancy_extra ON returns.discrepancy USING btree (collection_id, code_key) WHERE (kind = 'extra'::text);

CREATE UNIQUE INDEX discrepancy_missing ON returns.discrepancy USING btree (collection_id, device_id) WHERE (kind = 'missing'::text);

CREATE INDEX discrepancy_open ON returns.discrepancy USING btree (opened_at) WHERE (closed_at IS NULL);

CREATE INDEX line_imei ON returns.line USING btree (collection_id, imei_key) WHERE (imei_key IS NOT NULL);

CREATE UNIQUE INDEX line_open ON returns.line USING btree (device_id) WHERE (state = 'packed'::text);

CREATE INDEX line_order ON returns.line USING btree (collection_id, sort_key, device_id);

CREATE INDEX line_serial ON returns.line USING btree (collection_id, serial_key) WHERE (serial_key IS NOT NULL);

CREATE INDEX line_state ON returns.line USING btree (collection_id, state);

CREATE INDEX line_tag ON returns.line USING btree (collection_id, tag_key) WHERE (tag_key IS NOT NULL);

CREATE INDEX answer_created ON server.answer USING btree (created_at);

CREATE POLICY own ON catalogue.comparison FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON catalogue.label FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON catalogue.model FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON catalogue.offer FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON catalogue.requirement FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON catalogue.service FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON catalogue.service_price FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY parties_append ON climate.reuse FOR INSERT WITH CHECK (((organisations.current_id() = ANY (party_ids)) AND (NOT counted)));

CREATE POLICY parties_read ON climate.reuse FOR SELECT USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY own ON climate.reuse_count FOR SELECT USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON custody.hand_in FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON custody.hand_out FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY parties_append ON custody.movement FOR INSERT WITH CHECK ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY parties_read ON custody.movement FOR SELECT USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY parties_change ON custody.present FOR UPDATE USING ((organisations.current_id() = ANY (party_ids))) WITH CHECK (true);

CREATE POLICY parties_read ON custody.present FOR SELECT USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY parties_write ON custody.present FOR INSERT WITH CHECK ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY change ON devices.device FOR UPDATE USING ((organisations.current_id() = ANY (party_ids))) WITH CHECK (true);

CREATE POLICY parties ON devices.device FOR SELECT USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY register ON devices.device FOR INSERT WITH CHECK ((owner_id = organisations.current_id()));

CREATE POLICY own ON devices.import_file FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON devices.import_mapping FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON devices.import_row FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON devices.import_run FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON devices.listing FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON devices.mark FOR ALL USING ((owner_id = organisations.current_id()));

CREATE POLICY own ON devices.tally FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON devices.tally_change FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY parties_append ON disposition.outcome FOR INSERT WITH CHECK (((organisation_id = organisations.current_id()) AND (organisations.current_id() = ANY (party_ids))));

CREATE POLICY parties_read ON disposition.outcome FOR SELECT USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY change ON erasure.certificate FOR UPDATE USING ((EXISTS ( SELECT
   FROM devices.device d
  WHERE (d.id = certificate.device_id)))) WITH CHECK (true);

CREATE POLICY own_append ON erasure.certificate FOR INSERT WITH CHECK ((organisation_id = organisations.current_id()));

CREATE POLICY parties_read ON erasure.certificate FOR SELECT USING (((organisations.current_id() = ANY (party_ids)) OR (EXISTS ( SELECT
   FROM devices.device d
  WHERE (d.id = certificate.device_id)))));

CREATE POLICY own ON erasure.evidence FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY with_device ON erasure.medium FOR ALL USING ((EXISTS ( SELECT
   FROM devices.device d
  WHERE (d.id = medium.device_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM devices.device d
  WHERE (d.id = medium.device_id))));

CREATE POLICY own ON erasure.report_profile FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY change ON erasure.result FOR UPDATE USING (((organisation_id = organisations.current_id()) OR (EXISTS ( SELECT
   FROM devices.device d
  WHERE (d.id = result.device_id))))) WITH CHECK (true);

CREATE POLICY own_append ON erasure.result FOR INSERT WITH CHECK ((organisation_id = organisations.current_id()));

CREATE POLICY parties_read ON erasure.result FOR SELECT USING (((organisations.current_id() = ANY (party_ids)) OR (EXISTS ( SELECT
   FROM devices.device d
  WHERE (d.id = result.device_id)))));

CREATE POLICY own ON erasure.station FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON goals.exposure FOR SELECT USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON goals.exposure_count FOR SELECT USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON goals.flow FOR SELECT USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON goals.idle_month FOR SELECT USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON goals.target FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY parties_append ON grading.inspection FOR INSERT WITH CHECK (((organisation_id = organisations.current_id()) AND (organisations.current_id() = ANY (party_ids))));

CREATE POLICY parties_read ON grading.inspection FOR SELECT USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY own_append ON journal.entry FOR INSERT WITH CHECK ((organisation_id = organisations.current_id()));

CREATE POLICY parties_read ON journal.entry FOR SELECT USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY own ON ordering.comment FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON ordering.leaver_return FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON ordering.match_proposal FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON ordering.match_run FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON ordering.match_wish FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON ordering.need FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON ordering.need_profile FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON ordering."order" FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.account FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.api_token FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.coding_part FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.coding_value FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.counter FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.organisation FOR ALL USING ((id = organisations.current_id()));

CREATE POLICY partners ON organisations.organisation FOR SELECT USING ((EXISTS ( SELECT
   FROM organisations.partnership p
  WHERE (((p.organisation_id = organisations.current_id()) AND (p.partner_id = organisation.id)) OR ((p.partner_id = organisations.current_id()) AND (p.organisation_id = organisation.id))))));

CREATE POLICY either_side ON organisations.partnership FOR ALL USING (((organisations.current_id() = organisation_id) OR (organisations.current_id() = partner_id)));

CREATE POLICY own ON organisations.person FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.place FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.role_grant FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.session FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON organisations.unit FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY everybody_reads ON proofs.checkpoint FOR SELECT USING (true);

CREATE POLICY own_append ON proofs.checkpoint FOR INSERT WITH CHECK ((organisation_id = organisations.current_id()));

CREATE POLICY everybody_reads ON proofs.cosignature FOR SELECT USING (true);

CREATE POLICY own_append ON proofs.cosignature FOR INSERT WITH CHECK ((organisation_id = organisations.current_id()));

CREATE POLICY everybody_reads ON proofs.daily_head FOR SELECT USING (true);

CREATE POLICY own_append ON proofs.daily_head FOR INSERT WITH CHECK ((organisation_id = organisations.current_id()));

CREATE POLICY own_mail ON proofs.daily_head FOR UPDATE USING ((organisation_id = organisations.current_id()));

CREATE POLICY everybody_reads ON proofs.log FOR SELECT USING (true);

CREATE POLICY own_begin ON proofs.log FOR INSERT WITH CHECK ((organisation_id = organisations.current_id()));

CREATE POLICY own_grow ON proofs.log FOR UPDATE USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON proofs.log_entry FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY everybody_reads ON proofs.log_group FOR SELECT USING (true);

CREATE POLICY own_append ON proofs.log_group FOR INSERT WITH CHECK ((organisation_id = organisations.current_id()));

CREATE POLICY own ON proofs.paper FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON proofs.paper_batch FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON proofs.registrar FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON proofs.witness FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON resale.employee_purchase FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY customer ON resale.listing FOR SELECT USING (((buyer_id = organisations.current_id()) OR ((state = 'listed'::text) AND (audience = 'customers'::text) AND (seller_id = ANY (( SELECT resale.seller_ids() AS seller_ids)::uuid[])))));

CREATE POLICY seller ON resale.listing FOR ALL USING ((seller_id = organisations.current_id()));

CREATE POLICY customer ON resale.listing_photo FOR SELECT USING ((seller_id = ANY (( SELECT resale.seller_ids() AS seller_ids)::uuid[])));

CREATE POLICY seller ON resale.listing_photo FOR ALL USING ((seller_id = organisations.current_id()));

CREATE POLICY customer ON resale.photo FOR SELECT USING ((seller_id = ANY (( SELECT resale.seller_ids() AS seller_ids)::uuid[])));

CREATE POLICY seller ON resale.photo FOR ALL USING ((seller_id = organisations.current_id()));

CREATE POLICY seller ON resale.price FOR ALL USING ((seller_id = organisations.current_id()));

CREATE POLICY seller ON resale.price_list FOR ALL USING ((seller_id = organisations.current_id()));

CREATE POLICY seller ON resale.price_list_row FOR ALL USING ((seller_id = organisations.current_id()));

CREATE POLICY sides ON resale.purchase FOR ALL USING (((organisations.current_id() = seller_id) OR (organisations.current_id() = buyer_id)));

CREATE POLICY sides ON resale.purchase_line FOR ALL USING (((organisations.current_id() = seller_id) OR (organisations.current_id() = buyer_id)));

CREATE POLICY sides ON resale.warranty_case FOR ALL USING (((organisations.current_id() = seller_id) OR (organisations.current_id() = buyer_id)));

CREATE POLICY sides ON returns.collection FOR ALL USING (((sender_id = organisations.current_id()) OR ((receiver_id = organisations.current_id()) AND (state <> 'packing'::text))));

CREATE POLICY sides ON returns.discrepancy FOR ALL USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY sides ON returns.line FOR ALL USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY sides ON returns.package FOR ALL USING ((organisations.current_id() = ANY (party_ids)));

CREATE POLICY own ON returns.scan FOR ALL USING ((organisation_id = organisations.current_id()));

CREATE POLICY own ON server.answer FOR ALL USING ((organisation_id = organisations.current_id()));

GRANT INSERT, SELECT, UPDATE ON catalogue.comparison TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON catalogue.label TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON catalogue.model TO omlopp_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON catalogue.offer TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON catalogue.requirement TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON catalogue.service TO omlopp_app;

GRANT INSERT, SELECT ON catalogue.service_price TO omlopp_app;

GRANT INSERT, SELECT ON climate.reuse TO omlopp_app;

GRANT SELECT ON climate.reuse_count TO omlopp_app;

GRANT INSERT, SELECT ON custody.hand_in TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON custody.hand_out TO omlopp_app;

GRANT INSERT, SELECT ON custody.movement TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON custody.present TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON devices.device TO omlopp_app;

GRANT DELETE, INSERT, SELECT ON devices.import_file TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON devices.import_mapping TO omlopp_app;

GRANT DELETE, INSERT, SELECT ON devices.import_row TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON devices.import_run TO omlopp_app;

GRANT INSERT, SELECT ON devices.listing TO omlopp_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON devices.mark TO omlopp_app;

GRANT SELECT ON devices.searchable TO omlopp_app;

GRANT SELECT ON devices.tallied TO omlopp_app;

GRANT SELECT ON devices.tally TO omlopp_app;

GRANT INSERT, SELECT ON devices.tally_change TO omlopp_app;

GRANT INSERT, SELECT ON disposition.outcome TO omlopp_app;

GRANT INSERT, SELECT ON erasure.certificate TO omlopp_app;

GRANT INSERT, SELECT ON erasure.evidence TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON erasure.medium TO omlopp_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON erasure.report_profile TO omlopp_app;

GRANT INSERT, SELECT ON erasure.result TO omlopp_app;

GRANT INSERT, SELECT ON erasure.station TO omlopp_app;

GRANT SELECT ON goals.exposure TO omlopp_app;

GRANT SELECT ON goals.exposure_count TO omlopp_app;

GRANT SELECT ON goals.flow TO omlopp_app;

GRANT SELECT ON goals.idle_month TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON goals.target TO omlopp_app;

GRANT INSERT, SELECT ON grading.inspection TO omlopp_app;

GRANT INSERT, SELECT ON journal.entry TO omlopp_app;

GRANT INSERT, SELECT ON ordering.comment TO omlopp_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON ordering.leaver_return TO omlopp_app;

GRANT DELETE, INSERT, SELECT ON ordering.match_proposal TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON ordering.match_run TO omlopp_app;

GRANT DELETE, INSERT, SELECT ON ordering.match_wish TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON ordering.need TO omlopp_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON ordering.need_profile TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON ordering."order" TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON organisations.api_token TO omlopp_app;

GRANT DELETE, INSERT, SELECT ON organisations.coding_part TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON organisations.coding_value TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON organisations.counter TO omlopp_app;

GRANT SELECT, UPDATE ON organisations.organisation TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON organisations.partnership TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON organisations.person TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON organisations.place TO omlopp_app;

GRANT DELETE, INSERT, SELECT ON organisations.role_grant TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON organisations.unit TO omlopp_app;

GRANT INSERT, SELECT ON proofs.checkpoint TO omlopp_app;

GRANT INSERT, SELECT ON proofs.cosignature TO omlopp_app;

GRANT INSERT, SELECT ON proofs.daily_head TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON proofs.log TO omlopp_app;

GRANT INSERT, SELECT ON proofs.log_entry TO omlopp_app;

GRANT INSERT, SELECT ON proofs.log_group TO omlopp_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON proofs.paper TO omlopp_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON proofs.paper_batch TO omlopp_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON proofs.registrar TO omlopp_app;

GRANT INSERT, SELECT ON proofs.witness TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON resale.employee_purchase TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON resale.listing TO omlopp_app;

GRANT DELETE, INSERT, SELECT ON resale.listing_photo TO omlopp_app;

GRANT INSERT, SELECT ON resale.photo TO omlopp_app;

GRANT INSERT, SELECT ON resale.price TO omlopp_app;

GRANT INSERT, SELECT ON resale.price_list TO omlopp_app;

GRANT INSERT, SELECT ON resale.price_list_row TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON resale.purchase TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON resale.purchase_line TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON resale.warranty_case TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON returns.collection TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON returns.discrepancy TO omlopp_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON returns.line TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON returns.package TO omlopp_app;

GRANT INSERT, SELECT ON returns.scan TO omlopp_app;

GRANT INSERT, SELECT, UPDATE ON server.answer TO omlopp_app;

CREATE OR REPLACE FUNCTION climate.count_reuse(ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 WITH fresh AS (
          UPDATE climate.reuse r SET counted = true
           WHERE ((r.device_id = ANY (count_reuse.ids)) AND (NOT r.counted))
           RETURNING r.device_id,
             r.entry_seq,
             r.organisation_id,
             r.on_day,
             r.category,
             r.kind,
             r.displacement
         ), placed AS (
          SELECT f.device_id,
             f.entry_seq,
             f.organisation_id,
             f.on_day,
             f.category,
             f.kind,
             f.displacement,
             ( SELECT (COALESCE((h.taker ->> 'unitId'::text), (p.unit_id)::text))::uuid AS "coalesce"
                    FROM (( SELECT ((e.body)::jsonb #> '{content,move,taker}'::text[]) AS taker
                            FROM journal.entry e
                           WHERE ((e.subject_id = f.device_id) AND (e.seq <= f.entry_seq) AND (e.kind = ANY (ARRAY['custody.handedOut'::text, 'devices.registered'::text])) AND (((e.body)::jsonb #>> '{content,move,taker,kind}'::text[]) = ANY (ARRAY['person'::text, 'unit'::text])))
                           ORDER BY e.seq DESC
                          LIMIT 1) h
                      LEFT JOIN organisations.person p ON ((p.id = ((h.taker ->> 'personId'::text))::uuid)))) AS unit_id
            FROM fresh f
         )
  INSERT INTO climate.reuse_count AS c (organisation_id, scope_id, span, on_day, category, kind, displacement, count)  SELECT p.organisation_id,
             s.scope_id,
             t.span,
             t.on_day,
             p.category,
             p.kind,
             p.displacement,
             (count(*))::integer AS count
            FROM ((placed p
              CROSS JOIN LATERAL ( VALUES (p.organisation_id), (p.unit_id)) s(scope_id))
              CROSS JOIN LATERAL ( VALUES ('day'::text,p.on_day), ('month'::text,(date_trunc('month'::text, (p.on_day)::timestamp without time zone))::date)) t(span, on_day))
           WHERE (s.scope_id IS NOT NULL)
           GROUP BY p.organisation_id, s.scope_id, t.span, t.on_day, p.category, p.kind, p.displacement ON CONFLICT(organisation_id, scope_id, span, on_day, category, kind, displacement) DO UPDATE SET count = (c.count + excluded.count);
END
;

CREATE OR REPLACE FUNCTION database.send_job(name text, payload json, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => name, payload => payload, job_key => job_key, max_attempts => 10);
END $function$
;

CREATE OR REPLACE FUNCTION devices.facets_of(is_status text, is_kind text, has_data_state text, has_grade text, is_own boolean, is_kept boolean, stands_since timestamp with time zone, last_day date)
 RETURNS TABLE(facet text, status text, kind text, data_state text, grade text, own boolean, kept boolean, day date)
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT f.facet,
     f.status,
     f.kind,
     f.data_state,
     f.grade,
     f.own,
     f.kept,
     f.day
    FROM ( VALUES ('standing'::text,facets_of.is_status,facets_of.is_kind,facets_of.has_data_state,facets_of.has_grade,facets_of.is_own,facets_of.is_kept,NULL::date), ('since'::text,facets_of.is_status,NULL::text,NULL::text,NULL::text,facets_of.is_own,facets_of.is_kept,
                 CASE
                     WHEN (facets_of.is_status = ANY (ARRAY['inStock'::text, 'handedIn'::text, 'sent'::text, 'received'::text, 'erased'::text, 'graded'::text, 'pool'::text])) THEN ((facets_of.stands_since AT TIME ZONE 'UTC'::text))::date
                     ELSE NULL::date
                 END), ('ends'::text,facets_of.is_status,NULL::text,NULL::text,NULL::text,NULL::boolean,NULL::boolean,
                 CASE
                     WHEN (facets_of.is_status = ANY (ARRAY['handedOut'::text, 'inUse'::text])) THEN facets_of.last_day
                     ELSE NULL::date
                 END)) f(facet, status, kind, data_state, grade, own, kept, day)
   WHERE ((f.facet = 'standing'::text) OR (f.day IS NOT NULL));
END
;

CREATE OR REPLACE FUNCTION devices.fold_tally()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF NOT pg_try_advisory_xact_lock(7362014559) THEN RETURN; END IF;
  WITH folded AS (DELETE FROM devices.tally_change RETURNING *)
  INSERT INTO devices.tally AS t
    (organisation_id, facet, status, kind, data_state, grade, own, kept, day, count)
  SELECT f.organisation_id, f.facet, f.status, f.kind, f.data_state, f.grade, f.own, f.kept, f.day,
    sum(f.count)
  FROM folded f
  GROUP BY f.organisation_id, f.facet, f.status, f.kind, f.data_state, f.grade, f.own, f.kept, f.day
  HAVING sum(f.count) <> 0
  ON CONFLICT ON CONSTRAINT tally_key DO UPDATE SET count = t.count + excluded.count;
  DELETE FROM devices.tally WHERE count = 0;
END $function$
;

CREATE OR REPLACE FUNCTION devices.os_family_of(os_name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE
    WHEN os_name ILIKE 'windows%' THEN 'windows' WHEN os_name ILIKE 'mac%' THEN 'macos'
    WHEN os_name ILIKE 'chrome%' THEN 'chromeos' WHEN os_name ILIKE 'ipados%' THEN 'ipados'
    WHEN os_name ILIKE 'ios%' THEN 'ios' WHEN os_name ILIKE 'android%' THEN 'android'
    WHEN os_name ILIKE '%linux%' OR os_name ILIKE 'ubuntu%' THEN 'linux' END
$function$
;

CREATE OR REPLACE FUNCTION devices.recount_tally()
 RETURNS bigint
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 WITH counted AS (
          SELECT l.organisation_id,
             f.facet,
             f.status,
             f.kind,
             f.data_state,
             f.grade,
             f.own,
             f.kept,
             f.day,
             1 AS n
            FROM (devices.listing l
              CROSS JOIN LATERAL devices.facets_of(l.status, l.kind, l.data_state, l.grade, (l.owner_id = l.organisation_id), COALESCE((l.custodian_id = l.organisation_id), false), l.status_since, l.ends_on) f(facet, status, kind, data_state, grade, own, kept, day))
         UNION ALL
          SELECT h.organisation_id,
             e.facet,
             NULL::text,
             NULL::text,
             NULL::text,
             NULL::text,
             NULL::boolean,
             NULL::boolean,
             h.due_on,
             1
            FROM (custody.hand_out h
              CROSS JOIN ( VALUES ('due'::text), ('home'::text)) e(facet))
           WHERE ((h.due_on IS NOT NULL) AND ((e.facet = 'due'::text) OR (h.ended_at < (((h.due_on + 31))::timestamp without time zone AT TIME ZONE 'UTC'::text))))
         UNION ALL
          SELECT t.organisation_id,
             t.facet,
             t.status,
             t.kind,
             t.data_state,
             t.grade,
             t.own,
             t.kept,
             t.day,
             (- t.count)
            FROM devices.tallied t
         ), appended AS (
          INSERT INTO devices.tally_change (organisation_id, facet, status, kind, data_state, grade, own, kept, day, count)  SELECT c.organisation_id,
                     c.facet,
                     c.status,
                     c.kind,
                     c.data_state,
                     c.grade,
                     c.own,
                     c.kept,
                     c.day,
                     sum(c.n) AS sum
                    FROM counted c
                   GROUP BY c.organisation_id, c.facet, c.status, c.kind, c.data_state, c.grade, c.own, c.kept, c.day
                  HAVING (sum(c.n) <> 0)
           RETURNING 1 AS "?column?"
         )
  SELECT count(*) AS count
    FROM appended;
END
;

CREATE OR REPLACE FUNCTION devices.refresh_listing(ids uuid[], former uuid[] DEFAULT '{}'::uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  WITH wanted AS (
    SELECT party AS organisation_id, d.id AS device_id, d.asset_tag, d.serial_number, d.kind,
      d.maker, d.model, d.status, d.status_since, d.data_state, d.grade, d.owner_id,
      c.organisation_id AS custodian_id,
      CASE WHEN c.account_kind = 'person' AND c.organisation_id = party THEN c.account_id END
        AS holder_id,
      CASE WHEN c.organisation_id = party THEN c.unit_id END AS unit_id,
      CASE WHEN c.account_kind = 'depot' AND c.organisation_id = party THEN c.account_id END
        AS place_id,
      CASE WHEN d.owner_id = party THEN d.ends_on END AS ends_on,
      CASE WHEN d.owner_id = party THEN d.price_ore END AS price_ore,
      upper(coalesce(d.asset_tag, '')) COLLATE "C" AS tag_sort,
      coalesce(d.serial_key, '') COLLATE "C" AS serial_sort,
      upper(concat(d.maker, ' ', d.model)) COLLATE "C" AS model_sort,
      CASE WHEN d.status = 'pool' THEN d.model_id END AS model_id,
      CASE WHEN d.status = 'pool' THEN d.ram_mb / 1024 END AS memory_gb,
      CASE WHEN d.status = 'pool' THEN d.storage_gb END AS storage_gb,
      CASE WHEN d.status = 'pool' AND d.os_name IS NOT NULL THEN devices.os_family_of(d.os_name) END
        AS os_family,
      CASE WHEN d.status = 'pool' AND d.reserved_for IS NOT NULL AND c.organisation_id = party
        THEN coalesce(d.reserved_until, 'infinity') END AS reserved_until
    FROM devices.device d
    JOIN custody.present c ON c.device_id = d.id
    CROSS JOIN LATERAL unnest(d.party_ids) AS party
    WHERE d.id = ANY (ids)
  ), changed AS MATERIALIZED (
    SELECT w.*, o.device_id IS NOT NULL AS was_listed, o.status AS was_status, o.kind AS was_kind,
      o.data_state AS had_data_state, o.grade AS had_grade,
      o.owner_id = o.organisation_id AS was_own,
      coalesce(o.custodian_id = o.organisation_id, false) AS was_kept,
      o.status_since AS stood_since, o.ends_on AS had_ends_on
    FROM wanted w
    LEFT JOIN devices.listing o
      ON o.organisation_id = w.organisation_id AND o.device_id = w.device_id
    WHERE (w.asset_tag, w.serial_number, w.kind, w.maker, w.model, w.status, w.status_since,
        w.data_state, w.grade, w.owner_id, w.custodian_id, w.holder_id, w.unit_id, w.place_id,
        w.ends_on, w.price_ore, w.tag_sort, w.serial_sort, w.model_sort, w.model_id,
        w.memory_gb, w.storage_gb, w.os_family, w.reserved_until, w.device_id)
      IS DISTINCT FROM (o.asset_tag, o.serial_number, o.kind, o.maker, o.model, o.status,
        o.status_since, o.data_state, o.grade, o.owner_id, o.custodian_id, o.holder_id, o.unit_id,
        o.place_id, o.ends_on, o.price_ore, o.tag_sort, o.serial_sort, o.model_sort, o.model_id,
        o.memory_gb, o.storage_gb, o.os_family, o.reserved_until, o.device_id)
  ), rewritten AS (
    UPDATE devices.listing l SET
      asset_tag = c.asset_tag, serial_number = c.serial_number, kind = c.kind, maker = c.maker,
      model = c.model, status = c.status, status_since = c.status_since,
      data_state = c.data_state, grade = c.grade, owner_id = c.owner_id,
      custodian_id = c.custodian_id, holder_id = c.holder_id, unit_id = c.unit_id,
      place_id = c.place_id, ends_on = c.ends_on, price_ore = c.price_ore,
      tag_sort = c.tag_sort, serial_sort = c.serial_sort, model_sort = c.model_sort,
      model_id = c.model_id, memory_gb = c.memory_gb, storage_gb = c.storage_gb,
      os_family = c.os_family, reserved_until = c.reserved_until
    FROM changed c
    WHERE c.was_listed AND l.organisation_id = c.organisation_id AND l.device_id = c.device_id
  ), written AS (
    INSERT INTO devices.listing (
      organisation_id, device_id, asset_tag, serial_number, kind, maker, model, status,
      status_since, data_state, grade, owner_id, custodian_id, holder_id, unit_id, place_id,
      ends_on, price_ore, tag_sort, serial_sort, model_sort, model_id, memory_gb, storage_gb,
      os_family, reserved_until)
    SELECT organisation_id, device_id, asset_tag, serial_number, kind, maker, model, status,
      status_since, data_state, grade, owner_id, custodian_id, holder_id, unit_id, place_id,
      ends_on, price_ore, tag_sort, serial_sort, model_sort, model_id, memory_gb, storage_gb,
      os_family, reserved_until
    FROM changed WHERE NOT was_listed
  ), gone AS (
    DELETE FROM devices.listing l USING devices.device d
    WHERE l.organisation_id = ANY (former) AND l.device_id = ANY (ids) AND d.id = l.device_id
      AND l.organisation_id <> ALL (d.party_ids)
    RETURNING l.*
  ), moved AS (
    SELECT organisation_id, status, kind, data_state, grade, own, kept, status_since, ends_on,
      sum(n) AS n
    FROM (
      SELECT organisation_id, status, kind, data_state, grade, owner_id = organisation_id AS own,
        coalesce(custodian_id = organisation_id, false) AS kept, status_since, ends_on, 1 AS n
      FROM changed
      UNION ALL
      SELECT organisation_id, was_status, was_kind, had_data_state, had_grade, was_own, was_kept,
        stood_since, had_ends_on, -1
      FROM changed WHERE was_listed
      UNION ALL
      SELECT organisation_id, status, kind, data_state, grade, owner_id = organisation_id,
        coalesce(custodian_id = organisation_id, false), status_since, ends_on, -1
      FROM gone
    ) AS m
    GROUP BY organisation_id, status, kind, data_state, grade, own, kept, status_since, ends_on
    HAVING sum(n) <> 0
  )
  INSERT INTO devices.tally_change
    (organisation_id, facet, status, kind, data_state, grade, own, kept, day, count)
  SELECT m.organisation_id, f.facet, f.status, f.kind, f.data_state, f.grade, f.own, f.kept, f.day,
    sum(m.n)
  FROM moved m
  CROSS JOIN LATERAL devices.facets_of(m.status, m.kind, m.data_state, m.grade, m.own, m.kept,
    m.status_since, m.ends_on) f
  GROUP BY m.organisation_id, f.facet, f.status, f.kind, f.data_state, f.grade, f.own, f.kept,
    f.day
  HAVING sum(m.n) <> 0;
END $function$
;

CREATE OR REPLACE FUNCTION devices.searched(asset_tag text, serial_number text, serial_key text, imei text, mac_address text, theft_marking text, drive_serials text, maker text, model text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
BEGIN
  RETURN upper(concat_ws(' ', asset_tag, serial_number, serial_key, imei, mac_address, theft_marking,
    drive_serials, maker, model));
END $function$
;

CREATE OR REPLACE FUNCTION erasure.last_use(device uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT COALESCE(max(m.seq), 0) AS "coalesce"
    FROM custody.movement m
   WHERE ((m.device_id = last_use.device) AND (m.taker_kind = ANY (ARRAY['person'::text, 'unit'::text])));
END
;

CREATE OR REPLACE FUNCTION erasure.take_hashes(hashes bytea[], evidence uuid)
 RETURNS SETOF bytea
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO erasure.used (sha256, evidence_id, organisation_id)  SELECT h.h,
             take_hashes.evidence AS evidence,
             organisations.current_id() AS current_id
            FROM unnest(take_hashes.hashes) h(h)
           WHERE (organisations.current_id() IS NOT NULL)
           ORDER BY h.h ON CONFLICT DO NOTHING
   RETURNING used.sha256;
END
;

CREATE OR REPLACE FUNCTION goals.begin_exposure(parties uuid[], devices uuid[], at timestamp with time zone[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO goals.exposure (organisation_id, device_id, ended_at)  SELECT unnest.unnest,
             unnest.unnest_1 AS unnest,
             unnest.unnest_2 AS unnest
            FROM UNNEST(begin_exposure.parties, begin_exposure.devices, begin_exposure.at) unnest(unnest, unnest_1, unnest_2) ON CONFLICT DO NOTHING;
END
;

CREATE OR REPLACE FUNCTION goals.count_steps(parties uuid[], days date[], steps text[], counts integer[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO goals.flow AS f (organisation_id, day, step, count)  SELECT c.party,
             c.day,
             c.step,
             sum(c.count) AS sum
            FROM UNNEST(count_steps.parties, count_steps.days, count_steps.steps, count_steps.counts) c(party, day, step, count)
           GROUP BY c.party, c.day, c.step ON CONFLICT(organisation_id, day, step) DO UPDATE SET count = (f.count + excluded.count);
END
;

CREATE OR REPLACE FUNCTION goals.end_exposure(devices uuid[], at timestamp with time zone[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 WITH first_proof AS (
          SELECT e.organisation_id,
             e.device_id,
             e.ended_at,
             min(p.at) AS at
            FROM (UNNEST(end_exposure.devices, end_exposure.at) p(device_id, at)
              JOIN goals.exposure e ON (((e.device_id = p.device_id) AND (e.proven_at IS NULL) AND (e.ended_at <= p.at))))
           GROUP BY e.organisation_id, e.device_id, e.ended_at
         ), proven AS (
          UPDATE goals.exposure e SET proven_at = p.at
            FROM first_proof p
           WHERE ((e.organisation_id = p.organisation_id) AND (e.device_id = p.device_id) AND (e.ended_at = p.ended_at))
           RETURNING e.organisation_id,
             e.ended_at,
             e.proven_at
         )
  INSERT INTO goals.exposure_count AS c (organisation_id, month, hours, count)  SELECT p.organisation_id,
             (date_trunc('month'::text, (p.proven_at AT TIME ZONE 'UTC'::text)))::date AS date_trunc,
             (round((EXTRACT(epoch FROM (p.proven_at - p.ended_at)) / (3600)::numeric)))::integer AS round,
             count(*) AS count
            FROM proven p
           GROUP BY p.organisation_id, ((date_trunc('month'::text, (p.proven_at AT TIME ZONE 'UTC'::text)))::date), ((round((EXTRACT(epoch FROM (p.proven_at - p.ended_at)) / (3600)::numeric)))::integer) ON CONFLICT(organisation_id, month, hours) DO UPDATE SET count = (c.count + excluded.count);
END
;

CREATE OR REPLACE FUNCTION journal.heads(subjects uuid[], OUT subject_id uuid, OUT seq integer, OUT hash bytea)
 RETURNS SETOF record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN QUERY SELECT s.id, e.seq, e.hash
  FROM unnest(subjects) AS s (id)
  CROSS JOIN LATERAL (
    SELECT h.seq, h.hash FROM journal.entry h WHERE h.subject_id = s.id
    ORDER BY h.seq DESC LIMIT 1) e;
END $function$
;

CREATE OR REPLACE FUNCTION organisations.current_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('omlopp.organisation'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION organisations.id_by_number(number text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT o.id
    FROM organisations.organisation o
   WHERE (o.organisation_number = id_by_number.number)
  LIMIT 1;
END
;

CREATE OR REPLACE FUNCTION organisations.open_account(person uuid, email_key text, password_hash text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO organisations.account (person_id, organisation_id, email_key, password_hash)  SELECT p.id,
             p.organisation_id,
             open_account.email_key AS email_key,
             open_account.password_hash AS password_hash
            FROM organisations.person p
           WHERE ((p.id = open_account.person) AND (p.organisation_id = organisations.current_id())) ON CONFLICT DO NOTHING
   RETURNING true;
END
;

CREATE OR REPLACE FUNCTION proofs.places(subject uuid)
 RETURNS TABLE(seq integer, body text, organisation_id uuid, index bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT e.seq,
     e.body,
     e.organisation_id,
     l.index
    FROM (journal.entry e
      LEFT JOIN proofs.log_entry l ON (((l.organisation_id = e.organisation_id) AND (l.subject_id = e.subject_id) AND (l.seq = e.seq))))
   WHERE ((e.subject_id = places.subject) AND (organisations.current_id() = ANY (e.party_ids)))
   ORDER BY e.seq;
END
;

CREATE OR REPLACE FUNCTION resale.seller_ids()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT ARRAY( SELECT p.partner_id
            FROM organisations.partnership p
           WHERE ((p.organisation_id = organisations.current_id()) AND (p.kind = 'reuse'::text) AND (p.state = 'active'::text))) AS "array";
END
;
