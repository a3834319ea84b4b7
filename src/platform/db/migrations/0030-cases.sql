-- Cases: one row of current state, an append-only list of what happened, uploads, reservations of case serials.
-- What a person wrote is sealed as a whole; only what lists and clocks need stands in the open.

create table case_file (
  region_code     text not null references regions (code),
  case_id         uuid not null,
  number          text,
  alias           text,
  service_id      text not null,
  revision        text not null,
  state           text not null,
  state_since     timestamptz not null,
  -- the state a hold or a return came from
  came_from       text,
  -- who acts now: a role, `applicant`, `system`, or null at an end
  turn            text,
  channel         text not null,
  account_id      text,
  helper_account  text,
  applicant_person uuid,
  applicant_role  text,
  village_code    text collate "C",
  subject_key     bytea,
  follow_up_hash  bytea,
  answers         bytea not null,
  contact         bytea,
  language        text not null default 'id',
  late            boolean not null default false,
  overdue         boolean not null default false,
  returns         integer not null default 0,
  submitted_at    timestamptz,
  complete_at     timestamptz,
  due_at          timestamptz,
  -- the office hours clock: since when, and when it stood still (kernel/service-clock.ts)
  clock           jsonb,
  hold_cause      text,
  hold_until      timestamptz,
  applicant_until timestamptz,
  issued_at       timestamptz,
  ended_at        timestamptz,
  taken_by        text,
  taken_at        timestamptz,
  -- who did which duty, for four eyes: {"verify": account}
  hands           jsonb not null default '{}',
  bundle_of       uuid,
  version         integer not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (region_code, case_id),
  unique (region_code, number)
);
create index case_work on case_file (region_code, turn, due_at, case_id) where turn is not null and turn not in ('applicant', 'system');
create index case_taken on case_file (region_code, taken_by, due_at) where taken_by is not null;
create index case_held on case_file (region_code, turn, due_at) where state = 'on_hold';
create index case_signing on case_file (region_code, due_at, case_id) where state = 'signing';
create index case_account on case_file (region_code, account_id, created_at desc, case_id);
create index case_helper on case_file (region_code, helper_account, created_at desc, case_id) where helper_account is not null;
create index case_subject on case_file (region_code, service_id, subject_key) where ended_at is null and subject_key is not null;
create index case_timers on case_file (region_code, applicant_until) where applicant_until is not null;
create index case_holds on case_file (region_code, hold_until) where hold_until is not null;
create index case_service_issued on case_file (region_code, service_id, issued_at) where issued_at is not null;
select enable_region_security('case_file');

create table case_event (
  region_code text not null,
  case_id     uuid not null,
  seq         integer not null,
  at          timestamptz not null,
  action      text not null,
  from_state  text,
  to_state    text,
  actor_account text,
  actor_role  text not null,
  unit        text,
  -- reasons, hold cause, decision: never a citizen's data
  detail      jsonb not null default '{}',
  -- free words of an officer or the applicant
  note        bytea,
  primary key (region_code, case_id, seq),
  foreign key (region_code, case_id) references case_file (region_code, case_id)
);
select enable_region_security('case_event', 'append');

create table case_upload (
  region_code text not null,
  case_id     uuid not null,
  upload_id   uuid not null,
  document_id text not null,
  file_hash   text not null,
  source_hash text not null,
  width       integer not null,
  height      integer not null,
  bytes       integer not null,
  pages       integer not null default 1,
  quality     text[] not null default '{}',
  created_at  timestamptz not null,
  removed_at  timestamptz,
  primary key (region_code, case_id, upload_id),
  foreign key (region_code, case_id) references case_file (region_code, case_id)
);
create index case_upload_source on case_upload (region_code, source_hash);
select enable_region_security('case_upload');

-- One fault of a returned file: which field or document, why, in plain words.
create table case_fault (
  region_code text not null,
  case_id     uuid not null,
  round       integer not null,
  seq         integer not null,
  place       text not null,
  reason      text not null,
  note        bytea,
  -- was it there to be seen in the round before? then the office should have named it
  avoidable   boolean not null default false,
  repaired_at timestamptz,
  created_at  timestamptz not null,
  primary key (region_code, case_id, round, seq),
  foreign key (region_code, case_id) references case_file (region_code, case_id)
);
select enable_region_security('case_fault');

-- Serials of the day, taken in blocks by each process; gaps are allowed.
create table case_serial (
  region_code text not null references regions (code),
  day         date not null,
  next        integer not null,
  primary key (region_code, day)
);
select enable_region_security('case_serial');

-- What happened per service and month, kept up to date by what changed, for the public page and the reports.
create table case_month (
  region_code text not null references regions (code),
  service_id  text not null,
  month       date not null,
  submitted   integer not null default 0,
  issued      integer not null default 0,
  on_time     integer not null default 0,
  returned    integer not null default 0,
  rejected    integer not null default 0,
  -- office minutes used until issue, as a histogram of half hours: bucket -> count
  minutes     jsonb not null default '{}',
  reasons     jsonb not null default '{}',
  primary key (region_code, service_id, month)
);
select enable_region_security('case_month');
