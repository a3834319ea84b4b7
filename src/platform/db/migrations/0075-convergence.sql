-- Convergence: one picture of all agencies' work on the same families and villages. Programmes, target people and families,
-- services received, deliveries, agencies' own totals, rollups a village and quarter, assignments, priority villages, actions,
-- budget, case audits, foster parents. Names stay in the register: rows here carry keys only.

create table convergence_programme (
  region_code  text not null references regions (code),
  programme_id text not null,
  agency_id    text not null,
  name         text not null,
  about        jsonb not null,
  pillar       smallint not null check (pillar between 1 and 9),
  services     text[] not null,
  is_active    boolean not null default true,
  source       text not null default '',
  changed_by   text not null,
  changed_at   timestamptz not null,
  primary key (region_code, programme_id),
  foreign key (region_code, agency_id) references agency (region_code, agency_id)
);
select enable_region_security('convergence_programme', 'keep');

-- The people of target groups, kept from the register and its events; no name, no number.
create table convergence_person (
  region_code  text not null references regions (code),
  person_id    uuid not null,
  village_code text not null,
  family_id    uuid,
  sex          text not null check (sex in ('L', 'P')),
  birth_date   date not null,
  is_married   boolean not null,
  status       text not null check (status in ('active', 'moved', 'died')),
  changed_at   timestamptz not null,
  primary key (region_code, person_id)
);
create index convergence_person_village on convergence_person (region_code, village_code, person_id);
create index convergence_person_family on convergence_person (region_code, family_id) where family_id is not null;
select enable_region_security('convergence_person', 'keep');

-- Pregnant, after birth, couple-to-be, KEK, wasted …: with a first day, and a last one when someone noted it.
create table convergence_condition (
  region_code  text not null references regions (code),
  condition_id uuid not null,
  person_id    uuid not null,
  code         text not null,
  from_day     date not null,
  until_day    date,
  source       text not null,
  noted_by     text not null,
  noted_at     timestamptz not null,
  ended_by     text,
  primary key (region_code, condition_id)
);
create unique index convergence_condition_open on convergence_condition (region_code, person_id, code, from_day);
select enable_region_security('convergence_condition', 'keep');

-- A target family as it stands; its history lies in the two tables after it.
create table convergence_family (
  region_code  text not null references regions (code),
  family_id    uuid not null,
  village_code text not null,
  is_target    boolean not null,
  is_hpk       boolean not null,
  is_at_risk   boolean,
  factors      text[] not null default '{}',
  unknown      text[] not null default '{}',
  facts        jsonb not null default '{}',
  judged_on    date not null,
  changed_at   timestamptz not null,
  primary key (region_code, family_id)
);
create index convergence_family_village on convergence_family (region_code, village_code, family_id);
select enable_region_security('convergence_family', 'keep');

create table convergence_family_fact (
  region_code text not null references regions (code),
  fact_id     uuid not null,
  family_id   uuid not null,
  fact        text not null,
  value       text not null,
  on_day      date not null,
  source      text not null,
  noted_by    text not null,
  noted_at    timestamptz not null,
  primary key (region_code, fact_id)
);
create index convergence_family_fact_of on convergence_family_fact (region_code, family_id, fact, on_day);
select enable_region_security('convergence_family_fact', 'append');

create table convergence_risk_change (
  region_code text not null references regions (code),
  change_id   uuid not null,
  family_id   uuid not null,
  is_at_risk  boolean,
  came        text[] not null,
  went        text[] not null,
  on_day      date not null,
  source      text not null,
  noted_at    timestamptz not null,
  primary key (region_code, change_id)
);
create index convergence_risk_change_of on convergence_risk_change (region_code, family_id, on_day);
select enable_region_security('convergence_risk_change', 'append');

-- What is due to whom in a quarter, and what came of it. One row a subject (person or family), service and quarter.
create table convergence_service (
  region_code  text not null references regions (code),
  period       text not null,
  subject_id   uuid not null,
  service      text not null,
  subject_kind text not null check (subject_kind in ('person', 'family')),
  village_code text not null,
  family_id    uuid,
  state        text not null check (state in ('due', 'received', 'not-entitled', 'refused', 'unknown')),
  given_on     date,
  giver        text,
  programme_id text,
  agency_id    text,
  reason       text,
  changed_by   text not null,
  changed_at   timestamptz not null,
  primary key (region_code, period, subject_id, service)
);
create index convergence_service_village on convergence_service (region_code, period, village_code, service, state);
create index convergence_service_family on convergence_service (region_code, family_id, period) where family_id is not null;
select enable_region_security('convergence_service', 'all');

-- Every delivery an agency says it made. Two agencies may name the same person: the person counts once above, both rows stay here.
create table convergence_delivery (
  region_code  text not null references regions (code),
  delivery_id  uuid not null,
  period       text not null,
  subject_id   uuid not null,
  service      text not null,
  village_code text not null,
  given_on     date not null,
  giver        text not null,
  programme_id text not null,
  agency_id    text not null,
  channel      text not null check (channel in ('single', 'upload', 'check')),
  upload_id    uuid,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (region_code, delivery_id),
  foreign key (region_code, programme_id) references convergence_programme
);
create unique index convergence_delivery_once on convergence_delivery (region_code, period, subject_id, service, programme_id, given_on);
create index convergence_delivery_village on convergence_delivery (region_code, period, village_code, service, agency_id);
select enable_region_security('convergence_delivery', 'append');

-- What an agency reports as its own total; a correction is a new version.
create table convergence_report (
  region_code  text not null references regions (code),
  period       text not null,
  village_code text not null,
  indicator    text not null,
  agency_id    text not null,
  version      integer not null check (version > 0),
  numerator    integer not null,
  denominator  integer not null,
  source       text not null,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (region_code, period, village_code, indicator, agency_id, version),
  foreign key (region_code, agency_id) references agency (region_code, agency_id),
  check (numerator between 0 and denominator)
);
select enable_region_security('convergence_report', 'append');

-- The village says that its list of people is whole: from then on the list, not the agencies' totals, is the base of the figures.
create table convergence_list (
  region_code  text not null references regions (code),
  period       text not null,
  village_code text not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (region_code, period, village_code)
);
select enable_region_security('convergence_list', 'all');

-- Rollups, made anew by a job for what changed.
create table convergence_value (
  region_code        text not null references regions (code),
  period             text not null,
  village_code       text not null,
  indicator          text not null,
  basis              text not null check (basis in ('list', 'report', 'none')),
  numerator          integer not null,
  denominator        integer not null,
  list_numerator     integer not null,
  list_denominator   integer not null,
  report_numerator   integer,
  report_denominator integer,
  waiting            integer not null,
  primary key (region_code, period, village_code, indicator)
);
select enable_region_security('convergence_value', 'all');

create table convergence_score (
  region_code  text not null references regions (code),
  period       text not null,
  village_code text not null,
  specific     numeric(4, 1),
  sensitive    numeric(4, 1),
  score        numeric(4, 1),
  score_n      text,
  score_d      text,
  grade        text,
  available    smallint not null,
  of_all       smallint not null,
  missing      integer not null,
  hpk_complete integer not null,
  hpk_of       integer not null,
  at_risk      integer not null,
  risk_known   integer not null,
  is_list      boolean not null,
  edition      text not null,
  updated_at   timestamptz not null,
  primary key (region_code, period, village_code)
);
select enable_region_security('convergence_score', 'all');

-- A gap given to a programme: which people and families of a village wait for which service.
create table convergence_assignment (
  region_code   text not null references regions (code),
  assignment_id uuid not null,
  period        text not null,
  village_code  text not null,
  service       text not null,
  programme_id  text not null,
  agency_id     text not null,
  due_on        date not null,
  note          text not null default '',
  assigned_by   text not null,
  assigned_at   timestamptz not null,
  primary key (region_code, assignment_id),
  foreign key (region_code, programme_id) references convergence_programme
);
create index convergence_assignment_agency on convergence_assignment (region_code, agency_id, due_on, assignment_id);
create index convergence_assignment_village on convergence_assignment (region_code, period, village_code, service);
select enable_region_security('convergence_assignment', 'keep');

create table convergence_assigned (
  region_code   text not null references regions (code),
  assignment_id uuid not null,
  subject_id    uuid not null,
  period        text not null,
  service       text not null,
  primary key (region_code, assignment_id, subject_id),
  foreign key (region_code, assignment_id) references convergence_assignment
);
-- Nobody waits on two programmes' lists for the same service and quarter.
create unique index convergence_assigned_once on convergence_assigned (region_code, period, service, subject_id);
select enable_region_security('convergence_assigned', 'all');

-- An uploaded list of deliveries: kept with its fingerprint, previewed, applied once.
create table convergence_upload (
  region_code  text not null references regions (code),
  upload_id    uuid not null,
  programme_id text not null,
  agency_id    text not null,
  service      text not null,
  file_hash    text not null,
  state        text not null check (state in ('previewed', 'applied')),
  added        integer not null default 0,
  known        integer not null default 0,
  refused      integer not null default 0,
  uploaded_by  text not null,
  uploaded_at  timestamptz not null,
  applied_at   timestamptz,
  primary key (region_code, upload_id),
  unique (region_code, programme_id, service, file_hash),
  foreign key (region_code, programme_id) references convergence_programme
);
select enable_region_security('convergence_upload', 'keep');

-- How far the register's events were read.
create table convergence_position (
  region_code text not null references regions (code),
  source      text not null,
  position    bigint not null,
  primary key (region_code, source)
);
select enable_region_security('convergence_position', 'keep');

-- Priority villages: a proposal by the program, a decision by a meeting that a second person confirms.
create table convergence_priority (
  region_code  text not null references regions (code),
  year         integer not null,
  decision_id  uuid not null,
  period       text not null,
  edition      text not null,
  proposal     jsonb not null,
  villages     jsonb not null,
  decided_on   date,
  minutes      text not null default '',
  decree       text not null default '',
  state        text not null check (state in ('drafted', 'confirmed')),
  drafted_by   text not null,
  drafted_at   timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  primary key (region_code, year, decision_id),
  check ((state = 'confirmed') = (confirmed_by is not null)),
  check (confirmed_by is distinct from drafted_by)
);
create unique index convergence_priority_confirmed on convergence_priority (region_code, year) where state = 'confirmed';
select enable_region_security('convergence_priority', 'keep');

create table convergence_village (
  region_code      text not null references regions (code),
  village_code     text not null,
  is_hard_to_reach boolean not null default false,
  changed_by       text not null,
  changed_at       timestamptz not null,
  primary key (region_code, village_code)
);
select enable_region_security('convergence_village', 'keep');

create table convergence_action (
  region_code  text not null references regions (code),
  year         integer not null,
  action       text not null,
  due_on       date not null,
  status       text not null check (status in ('not-started', 'in-work', 'submitted', 'verified')),
  output       text not null default '',
  score        numeric(5, 2),
  changed_by   text not null,
  changed_at   timestamptz not null,
  submitted_by text,
  verified_by  text,
  primary key (region_code, year, action),
  check (verified_by is distinct from submitted_by or verified_by is null)
);
select enable_region_security('convergence_action', 'keep');

create table convergence_action_note (
  region_code text not null references regions (code),
  note_id     uuid not null,
  year        integer not null,
  action      text not null,
  kind        text not null check (kind in ('evidence', 'comment', 'status')),
  body        text not null,
  file_hash   text,
  by_account  text not null,
  at          timestamptz not null,
  primary key (region_code, note_id),
  foreign key (region_code, year, action) references convergence_action
);
create index convergence_action_note_of on convergence_action_note (region_code, year, action, at);
select enable_region_security('convergence_action_note', 'append');

create table convergence_activity (
  region_code     text not null references regions (code),
  activity_id     uuid not null,
  year            integer not null,
  name            text not null,
  agency_id       text not null,
  budget_code     text not null,
  money_source    text not null check (money_source in ('apbd', 'dak', 'village-fund', 'partner')),
  indicators      text[] not null,
  villages        text[] not null,
  planned_rupiah  bigint not null check (planned_rupiah >= 0),
  realised_rupiah bigint not null check (realised_rupiah >= 0),
  planned_people  integer not null check (planned_people >= 0),
  reached_people  integer not null check (reached_people >= 0),
  changed_by      text not null,
  changed_at      timestamptz not null,
  primary key (region_code, activity_id),
  foreign key (region_code, agency_id) references agency (region_code, agency_id)
);
create index convergence_activity_year on convergence_activity (region_code, year, agency_id);
select enable_region_security('convergence_activity', 'keep');

-- Case audits: medical records. Names only to the audit team; findings are sealed.
create table convergence_audit (
  region_code text not null references regions (code),
  audit_id    uuid not null,
  year        integer not null,
  cycle       smallint not null check (cycle in (1, 2)),
  step        smallint not null default 0 check (step between 0 and 7),
  opened_by   text not null,
  opened_at   timestamptz not null,
  primary key (region_code, audit_id),
  unique (region_code, year, cycle)
);
select enable_region_security('convergence_audit', 'keep');

create table convergence_audit_step (
  region_code text not null references regions (code),
  audit_id    uuid not null,
  step        smallint not null check (step between 1 and 7),
  done_on     date not null,
  note        text not null,
  by_account  text not null,
  at          timestamptz not null,
  primary key (region_code, audit_id, step),
  foreign key (region_code, audit_id) references convergence_audit
);
select enable_region_security('convergence_audit_step', 'append');

create table convergence_audit_case (
  region_code  text not null references regions (code),
  case_id      uuid not null,
  audit_id     uuid not null,
  pseudonym    text not null,
  person_id    uuid not null,
  village_code text not null,
  kind         text not null check (kind in ('couple-to-be', 'pregnant', 'postpartum', 'child')),
  selection    text not null check (selection in ('no-improvement', 'many-cases', 'complete-data')),
  findings     bytea,
  plan         text,
  planned_by   text,
  approved_by  text,
  approved_on  date,
  primary key (region_code, case_id),
  unique (region_code, audit_id, person_id),
  unique (region_code, audit_id, pseudonym),
  foreign key (region_code, audit_id) references convergence_audit,
  check (approved_by is distinct from planned_by or approved_by is null)
);
select enable_region_security('convergence_audit_case', 'keep');

-- Foster parents: the giver sees a first name or a code, whatever the family agreed to, never a number or an address.
create table convergence_package (
  region_code    text not null references regions (code),
  package_id     uuid not null,
  code           text not null,
  giver_account  text not null,
  giver_kind     text not null check (giver_kind in ('person', 'company', 'state-company', 'zakat', 'community')),
  giver_name     text not null,
  kind           text not null check (kind in ('food', 'latrine', 'water', 'house', 'education')),
  person_id      uuid,
  family_id      uuid not null,
  village_code   text not null,
  months         smallint not null check (months between 1 and 24),
  amount_rupiah  bigint not null check (amount_rupiah > 0),
  consent        text not null check (consent in ('waiting', 'first-name', 'code', 'refused', 'withdrawn')),
  consent_on     date,
  state          text not null check (state in ('proposed', 'running', 'finished', 'stopped')),
  started_on     date,
  changed_by     text not null,
  changed_at     timestamptz not null,
  primary key (region_code, package_id),
  unique (region_code, code),
  check (state <> 'running' or consent in ('first-name', 'code'))
);
create index convergence_package_giver on convergence_package (region_code, giver_account, package_id);
select enable_region_security('convergence_package', 'keep');

create table convergence_package_event (
  region_code text not null references regions (code),
  event_id    uuid not null,
  package_id  uuid not null,
  kind        text not null check (kind in ('delivery', 'effect')),
  on_day      date not null,
  body        text not null,
  file_hash   text,
  by_account  text not null,
  at          timestamptz not null,
  primary key (region_code, event_id),
  foreign key (region_code, package_id) references convergence_package
);
create index convergence_package_event_of on convergence_package_event (region_code, package_id, on_day);
select enable_region_security('convergence_package_event', 'append');
