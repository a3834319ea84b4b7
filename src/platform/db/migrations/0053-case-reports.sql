-- Figures of the office by day, added to with each step of a case after its commit: reports read days, never history.

create table case_day (
  region_code text not null references regions (code),
  day         date not null,
  service_id  text not null,
  channel     text not null,
  submitted   integer not null default 0,
  issued      integer not null default 0,
  -- issued cases whose office time is known, those of them within the promise, and that time in minutes
  measured    integer not null default 0,
  on_time     integer not null default 0,
  used_minutes bigint not null default 0,
  -- cases returned for the first time
  returned    integer not null default 0,
  rejected    integer not null default 0,
  completed   integer not null default 0,
  deeds       integer not null default 0,
  primary key (region_code, day, service_id, channel)
);
select enable_region_security('case_day');

-- Steps of an officer on a day, by role: counts, never a measure of a person's speed.
create table officer_day (
  region_code text not null references regions (code),
  day         date not null,
  account_id  text not null,
  role        text not null,
  steps       integer not null default 0,
  primary key (region_code, day, account_id, role)
);
select enable_region_security('officer_day');

-- How each issued case came out, for the list behind a figure.
create table case_result (
  region_code  text not null,
  case_id      uuid not null,
  issued_on    date not null,
  service_id   text not null,
  channel      text not null,
  used_minutes integer not null,
  late         boolean not null,
  primary key (region_code, case_id),
  foreign key (region_code, case_id) references case_file (region_code, case_id)
);
create index case_result_late on case_result (region_code, issued_on, case_id) where late;
select enable_region_security('case_result');

create index case_open on case_file (region_code, state, service_id, submitted_at, case_id)
  where ended_at is null and number is not null;
create index case_event_figures on case_event (region_code, action, at, case_id);
create index deed_case on deed (region_code, case_id) where case_id is not null;

insert into case_day (region_code, day, service_id, channel, submitted, issued, returned, rejected, completed)
select e.region_code, (e.at at time zone r.time_zone)::date, c.service_id, c.channel,
  count(*) filter (where e.action = 'submit'),
  count(*) filter (where e.action = 'issue'),
  count(*) filter (where e.to_state = 'returned' and not exists (
    select 1 from case_event f where f.region_code = e.region_code and f.case_id = e.case_id
      and f.to_state = 'returned' and f.seq < e.seq)),
  count(*) filter (where e.action = 'reject'),
  count(*) filter (where e.to_state = 'completed')
from case_event e
join case_file c using (region_code, case_id)
join regions r on r.code = e.region_code
where e.action in ('submit', 'issue', 'reject') or e.to_state in ('returned', 'completed')
group by 1, 2, 3, 4;

insert into officer_day (region_code, day, account_id, role, steps)
select e.region_code, (e.at at time zone r.time_zone)::date, e.actor_account, e.actor_role, count(*)
from case_event e join regions r on r.code = e.region_code
where e.actor_account is not null and e.actor_role not in ('citizen', 'system')
group by 1, 2, 3, 4;
