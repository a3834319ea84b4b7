-- Notices to people: one row each, its state told by its times. The address is sealed.
create table notice (
  region_code  text not null references regions (code),
  notice_id    uuid not null,
  case_id      uuid,
  -- what it tells: a state of the process, `reminder`, `survey`, `download-pin`
  kind         text not null,
  -- case number, state, what to do and an address; nothing personal (its words are data with a closed list of places)
  body         text not null,
  channel      text not null,
  address      bytea not null,
  created_at   timestamptz not null,
  attempts     integer not null default 0,
  next_try_at  timestamptz,
  sent_at      timestamptz,
  delivered_at timestamptz,
  failed_at    timestamptz,
  error        text,
  provider_ref text,
  primary key (region_code, notice_id)
);
create index notice_case on notice (region_code, case_id, created_at);
create index notice_waiting on notice (region_code, next_try_at) where sent_at is null and failed_at is null;
select enable_region_security('notice', 'keep');

-- What the local stand-ins of the carriers took: shown on a page in the demo, used nowhere else.
create table stand_in_message (
  message_id uuid primary key,
  channel    text not null,
  recipient  text not null,
  body       text not null,
  at         timestamptz not null default now()
);
create index stand_in_message_at on stand_in_message (at desc);
grant select, insert, delete on stand_in_message to puja_platform;
