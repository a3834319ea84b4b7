-- What the national register is asked about each committed change, and what it answered. Fed from the signed, numbered events
-- of the register: key and date only. Numbers and names are read from the register when a file is made and are not kept here.

create table national_request (
  region_code text not null references regions (code),
  request_id  uuid not null,
  -- the event of the register it is about, by its place in the region's order
  position    bigint not null,
  event_id    uuid not null,
  person_id   uuid not null,
  kind        text not null,
  event_date  date not null,
  -- waiting: not asked; asked: in a file that went out; failed: not genuine, an officer looks
  state       text not null check (state in ('waiting', 'asked', 'confirmed', 'differs', 'unknown', 'failed')),
  tries       integer not null default 0,
  batch       integer,
  asked_at    timestamptz,
  way         text check (way in ('manual', 'file')),
  -- reference or number of the answer as the national system shows it
  reference   text,
  answered_by text,
  answered_at timestamptz,
  made_at     timestamptz not null,
  primary key (region_code, request_id),
  unique (region_code, position),
  check (state not in ('confirmed', 'differs', 'unknown') or (way is not null and reference is not null and answered_by is not null))
);
create index national_request_open on national_request (region_code, position) where state in ('waiting', 'asked', 'failed', 'differs', 'unknown');
create index national_request_batch on national_request (region_code, batch, position) where batch is not null;
select enable_region_security('national_request', 'keep');

-- Files that went out, in order; each names the one before by its digest, so that the reader sees a gap.
create table national_batch (
  region_code text not null references regions (code),
  number      integer not null,
  rows        integer not null check (rows > 0),
  first_position bigint not null,
  last_position  bigint not null,
  digest      text not null,
  previous    text not null,
  made_by     text not null,
  made_at     timestamptz not null,
  primary key (region_code, number)
);
select enable_region_security('national_batch', 'append');

-- How far the register's events were taken up, and where one is missing.
create table national_mark (
  region_code text not null references regions (code),
  position    bigint not null,
  missing     bigint,
  read_at     timestamptz not null,
  primary key (region_code)
);
select enable_region_security('national_mark', 'keep');
