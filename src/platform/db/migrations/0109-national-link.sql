-- Whether the national system answers, as last noted: an operator says so, or an answer arrived. What was put on hold for its outage
-- before that moment goes on by itself. No row: never noted, nothing is waited for.
create table national_link (
  region_code text not null references regions (code),
  state       text not null check (state in ('up', 'down')),
  way         text not null check (way in ('operator', 'answer')),
  noted_by    text not null,
  noted_at    timestamptz not null,
  primary key (region_code)
);
select enable_region_security('national_link', 'keep');

-- What waits for an outside system, first held first.
create index case_held_cause on case_file (region_code, hold_cause, state_since, case_id) where state = 'on_hold';
