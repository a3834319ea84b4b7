-- What the national centre answered to the uniqueness check of one application, as an officer saw it there: the answer, its reference
-- and its time, nothing else. Appended only; the newest one counts.
create table national_check (
  region_code text not null references regions (code),
  check_id    uuid not null,
  case_id     uuid not null,
  answer      text not null check (answer in ('asked', 'unique', 'duplicate')),
  reference   text,
  answered_by text not null,
  unit        text not null,
  answered_at timestamptz not null,
  primary key (region_code, check_id),
  -- what was only asked has no reference yet
  check (answer = 'asked' or reference is not null)
);
create index national_check_case on national_check (region_code, case_id, answered_at desc);
select enable_region_security('national_check', 'append');
