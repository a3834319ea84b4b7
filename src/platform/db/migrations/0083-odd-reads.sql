-- Odd reads: alarms that an hourly job finds in the journal, what became of each, and whose data nobody opens without being
-- seen. Counts are kept by officer and hour, so that the job reads only what is new.

create table odd_read (
  region_code text not null references regions (code),
  alarm_id    uuid not null,
  rule        text not null,
  edition     text not null,
  -- the same thing within the same hour, day or week is one alarm
  bucket      text not null,
  -- account of the officer, `partner:` and an id, or empty where it is about many officers
  actor       text not null,
  subject     text,
  seen        integer not null,
  limit_of    integer not null,
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  made_at     timestamptz not null,
  -- when the officer's superior was told
  told_at     timestamptz,
  state       text not null check (state in ('open', 'explained', 'breach')),
  decided_by  text,
  decided_at  timestamptz,
  words       bytea,
  breach_id   uuid,
  primary key (region_code, alarm_id),
  unique (region_code, bucket),
  foreign key (region_code, breach_id) references privacy_breach (region_code, breach_id),
  check (state = 'open' or (decided_by is not null and decided_by <> actor and words is not null))
);
create index odd_read_open on odd_read (region_code, alarm_id desc) where state = 'open';
create index odd_read_untold on odd_read (region_code, made_at) where told_at is null;
select enable_region_security('odd_read', 'keep');

create table odd_read_count (
  region_code text not null references regions (code),
  actor       text not null,
  hour        timestamptz not null,
  reads       integer not null default 0,
  searches    integer not null default 0,
  exports     integer not null default 0,
  closed      integer not null default 0,
  primary key (region_code, actor, hour)
);
create index odd_read_count_age on odd_read_count (region_code, hour);
select enable_region_security('odd_read_count');

-- How far the journal was read.
create table odd_read_mark (
  region_code text not null references regions (code),
  number      bigint not null,
  read_at     timestamptz not null,
  primary key (region_code)
);
select enable_region_security('odd_read_mark', 'keep');

-- People whose record is opened only for a reason that an auditor asks about.
create table protected_person (
  region_code text not null references regions (code),
  person_id   uuid not null,
  added_by    text not null,
  added_at    timestamptz not null,
  primary key (region_code, person_id)
);
select enable_region_security('protected_person');
