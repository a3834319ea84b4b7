-- Tenants' own organisation: agencies and units, roles bound to places and services, mandates, deputies.
-- Accounts are global (schema auth); what they may do is a row of the region.

create table agency (
  region_code text not null references regions (code),
  agency_id   text not null,
  name        text not null,
  address     text not null default '',
  phone       text not null default '',
  created_at  timestamptz not null default now(),
  primary key (region_code, agency_id)
);
select enable_region_security('agency');

create table unit (
  region_code text not null references regions (code),
  unit_id     text not null,
  agency_id   text not null,
  name        text not null,
  place       text not null,
  primary key (region_code, unit_id),
  foreign key (region_code, agency_id) references agency (region_code, agency_id)
);
select enable_region_security('unit');

-- A role holds from a day until a day (null = open); a deputy's assignment names whose work it does.
create table role_assignment (
  region_code   text not null references regions (code),
  assignment_id uuid not null,
  account_id    text not null,
  role          text not null,
  place         text not null,
  services      text[] not null default '{*}',
  unit_id       text not null,
  deputy_for    uuid,
  valid_from    timestamptz not null,
  valid_until   timestamptz,
  created_by    text,
  created_at    timestamptz not null default now(),
  primary key (region_code, assignment_id),
  foreign key (region_code, unit_id) references unit (region_code, unit_id),
  check (deputy_for is null or valid_until is not null)
);
create index role_assignment_account on role_assignment (region_code, account_id);
select enable_region_security('role_assignment');

-- Which resident of the region an account is; proven once, at the counter or by two matching facts.
create table account_person (
  region_code text not null references regions (code),
  account_id  text not null,
  person_id   uuid not null,
  proven_by   text not null,
  created_at  timestamptz not null default now(),
  primary key (region_code, account_id),
  unique (region_code, person_id)
);
select enable_region_security('account_person');

-- A written mandate: one person lets another act for one service, until a day.
create table mandate (
  region_code  text not null references regions (code),
  mandate_id   uuid not null,
  giver_person uuid not null,
  holder_account text not null,
  service_id   text not null,
  file_hash    text,
  valid_from   timestamptz not null,
  valid_until  timestamptz not null,
  ended_at     timestamptz,
  primary key (region_code, mandate_id)
);
create index mandate_holder on mandate (region_code, holder_account);
select enable_region_security('mandate');

-- Settings of a region that are data: hue, letterhead, calendar, signatories.
create table region_setting (
  region_code text not null references regions (code),
  name        text not null,
  value       jsonb not null,
  changed_by  text,
  changed_at  timestamptz not null default now(),
  primary key (region_code, name)
);
select enable_region_security('region_setting');
