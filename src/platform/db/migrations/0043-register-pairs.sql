-- Pairs of entries that look alike, found among the people who came since the last look; cases that wait because somebody
-- new in them looks like somebody registered. What is kept of a comparison is levels and points, never a name or a number.
create table duplicate_pair (
  region_code text not null references regions (code),
  person_a    uuid not null,
  person_b    uuid not null,
  state       text not null check (state in ('open', 'unsure', 'same', 'joined', 'different')),
  band        text not null check (band in ('sure', 'possible')),
  score       numeric(8, 2) not null,
  edition     text not null,
  found_at    timestamptz not null,
  changed_at  timestamptz not null,
  primary key (region_code, person_a, person_b),
  foreign key (region_code, person_a) references person,
  foreign key (region_code, person_b) references person,
  check (person_a < person_b)
);
create index duplicate_pair_list on duplicate_pair (region_code, state, score desc, person_a, person_b);
select enable_region_security('duplicate_pair', 'keep');

-- How far the register has been looked through: keys grow with time, so a later key is a later entry.
create table duplicate_scan (
  region_code text primary key references regions (code),
  last_person uuid not null,
  scanned_at  timestamptz not null
);
select enable_region_security('duplicate_scan', 'keep');

create table duplicate_case (
  region_code text not null references regions (code),
  case_id     uuid not null,
  waiting     integer not null check (waiting > 0),
  found_at    timestamptz not null,
  primary key (region_code, case_id)
);
create index duplicate_case_list on duplicate_case (region_code, found_at, case_id);
select enable_region_security('duplicate_case');

-- An officer who cannot tell says so; it decides nothing, and a later decision replaces it.
alter table duplicate_decision drop constraint duplicate_decision_verdict_check;
alter table duplicate_decision add constraint duplicate_decision_verdict_check check (verdict in ('same', 'different', 'unsure'));

-- What an office sees of its moves: the last changed first.
create index transfer_changed on transfer (region_code, direction, changed_at desc, transfer_id desc);
