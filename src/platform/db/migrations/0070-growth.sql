-- Growth of children: posyandu, children, measurings, months, alerts with their follow-up, rollups for dashboards.
-- A figure is kept as it was measured (grams, tenths of a millimetre); scores are worked out and stored with the edition of
-- the standard. A posyandu's month is counted from growth_child_month; rollups are recounted for what changed only.

create table posyandu (
  region_code  text not null references regions (code),
  posyandu_id  text not null,
  name         text not null,
  village_code text not null,
  -- unit of the health centre (Puskesmas) that looks after it
  centre_id    text not null,
  active       boolean not null default true,
  primary key (region_code, posyandu_id),
  foreign key (region_code, centre_id) references unit (region_code, unit_id)
);
create index posyandu_village on posyandu (region_code, village_code);
create index posyandu_centre on posyandu (region_code, centre_id);
select enable_region_security('posyandu', 'keep');

-- A child of a posyandu. `person_id` is the register's key where the register knows the child; NIK sealed and hashed as there.
create table growth_child (
  region_code     text not null references regions (code),
  child_id        uuid not null,
  person_id       uuid,
  posyandu_id     text not null,
  village_code    text not null,
  name            text not null,
  sex             smallint not null check (sex in (1, 2)),
  birth_date      date not null,
  birth_exact     boolean not null default true,
  birth_order     smallint,
  nik_hash        text,
  nik_sealed      bytea,
  mother_name     text,
  mother_nik_hash text,
  -- parents' names, numbers and telephones, address to RT/RW: sealed as a whole
  details         bytea,
  birth_weight_g         integer,
  birth_length_tenth_mm  integer,
  birth_head_tenth_mm    integer,
  gestation_weeks        smallint,
  early_breastfed        boolean,
  -- 'kia', 'small-baby'; null: no book or card seen
  book            text,
  status          text not null default 'active' check (status in ('active', 'moved', 'died', 'over-age', 'duplicate')),
  status_on       date,
  same_as         uuid,
  version         integer not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (region_code, child_id),
  unique (region_code, person_id),
  unique (region_code, nik_hash),
  foreign key (region_code, posyandu_id) references posyandu,
  check ((nik_hash is null) = (nik_sealed is null))
);
create index growth_child_posyandu on growth_child (region_code, posyandu_id, name, child_id) where status = 'active';
create index growth_child_village on growth_child (region_code, village_code, child_id) where status = 'active';
create index growth_child_born on growth_child (region_code, birth_date, sex, child_id);
select enable_region_security('growth_child', 'keep');

-- Which posyandu a child belonged to on which days: denominators by date, also for a child who moved in mid-month.
create table growth_child_stay (
  region_code  text not null,
  child_id     uuid not null,
  from_day     date not null,
  to_day       date,
  posyandu_id  text not null,
  village_code text not null,
  primary key (region_code, child_id, from_day),
  foreign key (region_code, child_id) references growth_child,
  foreign key (region_code, posyandu_id) references posyandu
);
create index growth_child_stay_posyandu on growth_child_stay (region_code, posyandu_id, from_day);
select enable_region_security('growth_child_stay');

-- One measuring. Corrected by a new row that replaces it, never updated in its figures.
create table growth_measurement (
  region_code      text not null,
  measurement_id   uuid not null,
  child_id         uuid not null,
  posyandu_id      text not null,
  village_code     text not null,
  measured_on      date not null,
  month            text not null,
  place            text not null check (place in ('posyandu', 'home', 'puskesmas', 'mobile-clinic', 'mass-month')),
  weight_g         integer,
  length_tenth_mm  integer,
  position         text check (position in ('l', 'h')),
  arm_tenth_mm     integer,
  head_tenth_mm    integer,
  oedema           smallint not null default 0 check (oedema between 0 and 3),
  -- second and third readings, illness, danger signs, vitamin A, deworming, breastfeeding, class, screening
  facts            jsonb not null default '{}',
  age_days         integer not null,
  age_months       smallint not null,
  standard         text not null,
  -- hundredths of a standard deviation; a flagged score stands in `flags` by WHO's short name
  z_length         smallint,
  z_weight         smallint,
  z_weight_length  smallint,
  z_bmi            smallint,
  z_head           smallint,
  z_arm            smallint,
  flags            text[] not null default '{}',
  findings         jsonb not null default '[]',
  measurer         text not null,
  device           text,
  state            text not null default 'recorded' check (state in ('recorded', 'verified', 'replaced', 'withdrawn')),
  replaces         uuid,
  reason           text,
  verified_by      text,
  verified_at      timestamptz,
  recorded_at      timestamptz not null,
  primary key (region_code, measurement_id),
  foreign key (region_code, child_id) references growth_child,
  foreign key (region_code, posyandu_id) references posyandu
);
create index growth_measurement_child on growth_measurement (region_code, child_id, measured_on);
create index growth_measurement_day on growth_measurement (region_code, posyandu_id, measured_on);
create index growth_measurement_measurer on growth_measurement (region_code, measurer, recorded_at);
select enable_region_security('growth_measurement', 'keep');

-- What a month means for one child of one posyandu: also a child who was not weighed has its row once the month is counted.
create table growth_child_month (
  region_code    text not null,
  posyandu_id    text not null,
  month          text not null,
  child_id       uuid not null,
  village_code   text not null,
  sex            smallint not null,
  -- '0-5', '6-11', '12-23', '24-35', '36-47', '48-59' months
  age_group      text not null,
  -- the measuring that counts; null: none this month
  measurement_id uuid,
  weighed        boolean not null,
  has_card       boolean not null,
  status         text check (status in ('N', 'T', 'O', 'B')),
  computed       text,
  because        text,
  gain_g         integer,
  kbm_g          integer,
  reason         text,
  t_run          smallint not null default 0,
  below_red      boolean,
  length_measured boolean not null,
  vitamin_a      boolean,
  breastfed      boolean,
  -- category codes of the categories edition; null: not measured or flagged
  c_length       text,
  c_weight       text,
  c_weight_length text,
  c_bmi          text,
  c_head         text,
  flagged        boolean not null default false,
  oedema         boolean not null default false,
  edition        text not null,
  primary key (region_code, posyandu_id, month, child_id),
  foreign key (region_code, child_id) references growth_child
);
create index growth_child_month_child on growth_child_month (region_code, child_id, month);
create index growth_child_month_village on growth_child_month (region_code, village_code, month);
select enable_region_security('growth_child_month');

-- The month of a posyandu and its versions. Version 0 is the open month, counted anew at every change.
create table growth_month (
  region_code text not null,
  posyandu_id text not null,
  month       text not null,
  version     integer not null,
  state       text not null check (state in ('open', 'closed')),
  counts      jsonb not null,
  edition     text not null,
  closed_by   text,
  closed_at   timestamptz,
  reason      text,
  primary key (region_code, posyandu_id, month, version),
  foreign key (region_code, posyandu_id) references posyandu
);
select enable_region_security('growth_month', 'keep');

-- Counts for dashboards: one row for each area (posyandu, village, district, health centre, region), month, sex (0 both) and
-- age group ('all'). Recounted from below for the posyandu and months that changed.
create table growth_rollup (
  region_code text not null,
  area        text not null,
  month       text not null,
  sex         smallint not null,
  age_group   text not null,
  counts      jsonb not null,
  primary key (region_code, area, month, sex, age_group)
);
create index growth_rollup_month on growth_rollup (region_code, month, sex, age_group, area);
select enable_region_security('growth_rollup');

-- Months of posyandu whose rollups wait to be recounted.
create table growth_dirty (
  region_code text not null,
  posyandu_id text not null,
  month       text not null,
  primary key (region_code, posyandu_id, month)
);
select enable_region_security('growth_dirty');

-- Alerts, each followed to a recorded result.
create table growth_alert (
  region_code   text not null,
  alert_id      uuid not null,
  code          text not null,
  subject       text not null check (subject in ('child', 'pregnant')),
  child_id      uuid,
  pregnancy_id  uuid,
  posyandu_id   text not null,
  village_code  text not null,
  centre_id     text not null,
  measurement_id uuid,
  opened_on     date not null,
  due_on        date not null,
  urgency       smallint not null,
  by_roles      text[] not null,
  transport     boolean not null,
  evidence      jsonb not null,
  edition       text not null,
  state         text not null check (state in ('open', 'in-work', 'referred', 'answered', 'closed')),
  referred_on   date,
  escalated_to  text,
  escalated_on  date,
  result        text,
  result_text   text,
  closed_on     date,
  handler       text,
  version       integer not null default 1,
  primary key (region_code, alert_id),
  foreign key (region_code, child_id) references growth_child,
  foreign key (region_code, posyandu_id) references posyandu
);
create index growth_alert_child on growth_alert (region_code, child_id, opened_on);
create index growth_alert_open on growth_alert (region_code, centre_id, state, due_on, alert_id) where state <> 'closed';
create index growth_alert_posyandu on growth_alert (region_code, posyandu_id, state, due_on) where state <> 'closed';
create index growth_alert_village on growth_alert (region_code, village_code, opened_on);
select enable_region_security('growth_alert', 'keep');

create table growth_alert_event (
  region_code text not null,
  alert_id    uuid not null,
  event_id    uuid not null,
  at          timestamptz not null,
  actor       text not null,
  role        text not null,
  kind        text not null,
  note        text,
  data        jsonb not null default '{}',
  primary key (region_code, alert_id, event_id),
  foreign key (region_code, alert_id) references growth_alert
);
select enable_region_security('growth_alert_event', 'append');
