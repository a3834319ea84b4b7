-- Duties towards those whose data we hold: their requests with a due time, the register of breaches, entries of the region's
-- own in the register of processing, and what retention removed. Words of people are sealed; rows here never vanish.

create table privacy_request (
  region_code text not null references regions (code),
  request_id  uuid not null,
  kind        text not null check (kind in ('access', 'correction', 'objection', 'erasure')),
  account_id  text not null,
  -- the register's key of the person, when the account is bound to one
  person_id   uuid,
  words       bytea not null,
  state       text not null check (state in ('open', 'proposed', 'granted', 'refused', 'withdrawn')),
  made_at     timestamptz not null,
  due_at      timestamptz not null,
  answer      bytea,
  -- a refusal is proposed by one and confirmed by another
  proposed_by text,
  proposed_at timestamptz,
  decided_by  text,
  decided_at  timestamptz,
  primary key (region_code, request_id),
  check (state <> 'refused' or (proposed_by is not null and decided_by is not null and proposed_by <> decided_by)),
  check (state not in ('granted', 'refused') or (answer is not null and decided_at is not null))
);
create index privacy_request_open on privacy_request (region_code, due_at, request_id) where state in ('open', 'proposed');
create index privacy_request_done on privacy_request (region_code, request_id desc) where state not in ('open', 'proposed');
create index privacy_request_own on privacy_request (region_code, account_id, request_id desc);
select enable_region_security('privacy_request', 'keep');

create table privacy_breach (
  region_code  text not null references regions (code),
  breach_id    uuid not null,
  drill        boolean not null default false,
  -- what, how, measures
  facts        bytea not null,
  kinds        text[] not null,
  people       integer check (people >= 0),
  found_at     timestamptz not null,
  due_at       timestamptz not null,
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  authority_at timestamptz,
  subjects_at  timestamptz,
  closed_at    timestamptz,
  closed_by    text,
  primary key (region_code, breach_id),
  check (closed_by is null or closed_by <> recorded_by)
);
create index privacy_breach_list on privacy_breach (region_code, breach_id desc);
create index privacy_breach_running on privacy_breach (region_code, due_at) where closed_at is null;
select enable_region_security('privacy_breach', 'keep');

create table privacy_breach_step (
  region_code text not null,
  breach_id   uuid not null,
  step_id     uuid not null,
  at          timestamptz not null,
  kind        text not null check (kind in ('measure', 'authority', 'subjects', 'close')),
  account_id  text not null,
  words       bytea not null,
  primary key (region_code, breach_id, step_id),
  foreign key (region_code, breach_id) references privacy_breach (region_code, breach_id)
);
select enable_region_security('privacy_breach_step', 'append');

-- What the region does with personal data outside this program, in plain words without personal data.
create table privacy_activity (
  region_code text not null references regions (code),
  activity_id uuid not null,
  name        text not null,
  purpose     text not null,
  basis       text not null,
  categories  text not null,
  recipients  text not null,
  retention   text not null,
  owner       text not null,
  review_on   date not null,
  created_by  text not null,
  created_at  timestamptz not null,
  ended_by    text,
  ended_at    timestamptz,
  primary key (region_code, activity_id)
);
create index privacy_activity_held on privacy_activity (region_code, name, activity_id) where ended_at is null;
select enable_region_security('privacy_activity', 'keep');

-- What the nightly removal did, one row a rule: its last run and its sum.
create table privacy_retention (
  region_code  text not null references regions (code),
  rule_id      text not null,
  last_at      timestamptz not null,
  last_removed integer not null,
  removed      bigint not null,
  primary key (region_code, rule_id)
);
select enable_region_security('privacy_retention', 'keep');
