-- One queue, many ways in: who helps whom with a case and whether that person agreed, mandates from one resident to
-- another, reports of hospitals and others that become prepared drafts, talks by chat.

-- A case that somebody else fills in. Consent is recorded when it begins; what is sent is what the person confirmed.
create table case_help (
  region_code    text not null,
  case_id        uuid not null,
  helper_account text not null,
  way            text not null check (way in ('counter', 'village', 'mobile', 'mandate')),
  unit           text not null default '',
  -- the village of the person helped, as it was when the help began
  village_code   text collate "C",
  mandate_id     uuid,
  consent_at     timestamptz not null,
  -- the one-time code shown to the person, hashed
  code_hash      text,
  code_until     timestamptz,
  code_tries     integer not null default 0,
  -- what was confirmed: this version of the case, how and when
  confirmed_version integer,
  confirmed_how  text check (confirmed_how in ('code', 'signature')),
  confirmed_at   timestamptz,
  primary key (region_code, case_id),
  foreign key (region_code, case_id) references case_file (region_code, case_id) on delete cascade
);
select enable_region_security('case_help');

create index case_applicant on case_file (region_code, applicant_person, created_at desc, case_id) where applicant_person is not null;

-- A mandate may go to a resident who has no account yet, for one service or for all (`*`).
alter table mandate alter column holder_account drop not null;
alter table mandate add column holder_person uuid;
alter table mandate add column created_at timestamptz not null default now();
create index mandate_holder_person on mandate (region_code, holder_person, valid_until) where ended_at is null;
create index mandate_giver on mandate (region_code, giver_person, created_at desc);

-- What a hospital, religious affairs office, court or school reports. Its words are sealed; the draft it became is named.
create table event_report (
  region_code text not null references regions (code),
  report_id   uuid not null,
  kind        text not null,
  service_id  text not null,
  account_id  text not null,
  unit_id     text not null,
  unit_name   text not null,
  -- keyed hash of unit, kind and the unit's own number of the paper: the same report twice is one
  source_hash text not null,
  content     bytea not null,
  person_id   uuid,
  case_id     uuid,
  -- waiting: nobody of the register fits, the office looks; prepared: a draft lies ready; closed: settled by the office
  state       text not null check (state in ('waiting', 'prepared', 'closed')),
  closed_by   text,
  closed_at   timestamptz,
  created_at  timestamptz not null,
  primary key (region_code, report_id),
  unique (region_code, source_hash)
);
create index event_report_waiting on event_report (region_code, created_at, report_id) where state = 'waiting';
create index event_report_unit on event_report (region_code, account_id, created_at desc, report_id);
create index event_report_case on event_report (region_code, case_id) where case_id is not null;
select enable_region_security('event_report');

-- Where a talk by chat stands. The sender is known by a keyed hash; what was said so far is sealed.
create table chat_talk (
  region_code text not null references regions (code),
  sender_hash text not null,
  state       bytea not null,
  updated_at  timestamptz not null,
  primary key (region_code, sender_hash)
);
create index chat_talk_old on chat_talk (region_code, updated_at);
select enable_region_security('chat_talk');
