-- Partners (banks, hospitals, schools, agencies) that ask whether what a person told them agrees with the register. The
-- agreement says which fields, how many a day and until when; a second officer lets it begin. Sums a day, no values.

create table partner (
  region_code text not null references regions (code),
  partner_id  uuid not null,
  name        text not null,
  -- number of the agreement, as on paper
  agreement   text not null,
  purpose     text not null,
  fields      text[] not null,
  daily_limit integer not null check (daily_limit between 1 and 100000),
  from_day    date not null,
  until_day   date not null check (until_day >= from_day),
  state       text not null check (state in ('proposed', 'active', 'suspended', 'ended')),
  -- a suspended partner that one officer wants to let go on, until another confirms
  resume_by   text,
  made_by     text not null,
  made_at     timestamptz not null,
  decided_by  text,
  changed_at  timestamptz not null,
  reason      text,
  -- the shared secret that requests are signed with, sealed; shown once when it is made
  key_sealed  bytea,
  key_made_at timestamptz,
  primary key (region_code, partner_id),
  check (state <> 'active' or (decided_by is not null and decided_by <> made_by))
);
create index partner_list on partner (region_code, name, partner_id);
select enable_region_security('partner', 'keep');

create table partner_day (
  region_code text not null,
  partner_id  uuid not null,
  day         date not null,
  asked       integer not null default 0,
  -- of those answered: every field agreed, some did, none did
  agreed      integer not null default 0,
  partly      integer not null default 0,
  none        integer not null default 0,
  -- over the limit, a field outside the agreement, the same number too often
  refused     integer not null default 0,
  primary key (region_code, partner_id, day),
  foreign key (region_code, partner_id) references partner (region_code, partner_id)
);
create index partner_day_day on partner_day (region_code, day);
select enable_region_security('partner_day', 'keep');
