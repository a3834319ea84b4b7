-- Visits of family assistants with their content: what was talked about, what was found, when somebody comes again. Must stay true: a visit
-- is added, never changed; what was found is sealed.
create table convergence_family_visit (
  region_code  text not null references regions (code),
  family_id    uuid not null,
  visit_id     uuid not null,
  village_code text not null,
  visited_on   date not null,
  topics       text[] not null check (cardinality(topics) > 0),
  words        bytea,
  next_on      date check (next_on > visited_on),
  role         text not null,
  noted_by     text not null,
  noted_at     timestamptz not null,
  primary key (region_code, family_id, visit_id)
);
create index convergence_family_visit_day on convergence_family_visit (region_code, family_id, visited_on);
select enable_region_security('convergence_family_visit', 'append');
