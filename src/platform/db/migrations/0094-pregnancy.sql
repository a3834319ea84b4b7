-- Pregnant women at a posyandu, their visits, and the children born. A pregnancy belongs to the posyandu of the woman's village;
-- whoever sees it is decided by the application. Alerts and referrals speak of a child or of a pregnancy, never of both.

create table growth_pregnancy (
  region_code   text not null references regions (code),
  pregnancy_id  uuid not null,
  -- the register's key of the woman, where her NIK led there
  person_id     uuid,
  posyandu_id   text not null,
  village_code  text not null,
  name          text not null,
  birth_date    date not null,
  nik_hash      text,
  nik_sealed    bytea,
  -- husband, telephone, address: sealed as a whole
  details       bytea,
  -- first day of the last period; null: the due date was given
  last_period   date,
  due_on        date not null,
  -- which pregnancy of hers this is
  gravida       smallint check (gravida between 1 and 20),
  registered_on date not null,
  registered_by text not null,
  state         text not null default 'running' check (state in ('running', 'born', 'stillborn', 'miscarried', 'moved', 'died')),
  ended_on      date,
  edition       text not null,
  version       integer not null default 1,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (region_code, pregnancy_id),
  foreign key (region_code, posyandu_id) references posyandu,
  check ((nik_hash is null) = (nik_sealed is null)),
  check ((state = 'running') = (ended_on is null))
);
-- A woman has one pregnancy at a time.
create unique index growth_pregnancy_running_nik on growth_pregnancy (region_code, nik_hash) where state = 'running';
create unique index growth_pregnancy_running_person on growth_pregnancy (region_code, person_id) where state = 'running';
create index growth_pregnancy_due on growth_pregnancy (region_code, posyandu_id, due_on, pregnancy_id) where state = 'running';
create index growth_pregnancy_ended on growth_pregnancy (region_code, posyandu_id, ended_on) where state <> 'running';
create index growth_pregnancy_village on growth_pregnancy (region_code, village_code, due_on);
create index growth_pregnancy_nik on growth_pregnancy (region_code, nik_hash, due_on);
create index growth_pregnancy_person on growth_pregnancy (region_code, person_id, due_on);
select enable_region_security('growth_pregnancy', 'keep');

-- One visit. Put right by withdrawing it with a reason and writing another.
create table growth_pregnancy_visit (
  region_code    text not null,
  pregnancy_id   uuid not null,
  visit_id       uuid not null,
  visited_on     date not null,
  weeks          smallint not null,
  arm_tenth_mm   integer,
  haemoglobin_tenth_gdl smallint,
  weight_g       integer,
  tablets_given  smallint not null default 0,
  -- swallowed since the visit before, as the woman says
  tablets_taken  smallint not null default 0,
  food_given     boolean not null default false,
  class_attended boolean not null default false,
  recorded_by    text not null,
  recorded_at    timestamptz not null,
  state          text not null default 'recorded' check (state in ('recorded', 'withdrawn')),
  reason         text,
  primary key (region_code, pregnancy_id, visit_id),
  foreign key (region_code, pregnancy_id) references growth_pregnancy
);
create index growth_pregnancy_visit_day on growth_pregnancy_visit (region_code, pregnancy_id, visited_on);
select enable_region_security('growth_pregnancy_visit', 'keep');

create table growth_pregnancy_child (
  region_code  text not null,
  pregnancy_id uuid not null,
  child_id     uuid not null,
  linked_at    timestamptz not null,
  primary key (region_code, pregnancy_id, child_id),
  unique (region_code, child_id),
  foreign key (region_code, pregnancy_id) references growth_pregnancy,
  foreign key (region_code, child_id) references growth_child
);
select enable_region_security('growth_pregnancy_child', 'keep');

alter table growth_alert add foreign key (region_code, pregnancy_id) references growth_pregnancy;
alter table growth_alert add check ((subject = 'child') = (child_id is not null) and (subject = 'pregnant') = (pregnancy_id is not null));
create index growth_alert_pregnancy on growth_alert (region_code, pregnancy_id, opened_on) where pregnancy_id is not null;

alter table growth_referral alter column child_id drop not null;
alter table growth_referral add column pregnancy_id uuid;
alter table growth_referral add foreign key (region_code, pregnancy_id) references growth_pregnancy;
alter table growth_referral add check ((child_id is null) <> (pregnancy_id is null));
