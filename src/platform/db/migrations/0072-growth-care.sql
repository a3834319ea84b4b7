-- What follows an alert: referral and its answer, supplementary food with its weekly sheet. Words about a child's health that
-- somebody wrote freely (diagnosis, plan) are sealed.

create table growth_referral (
  region_code  text not null,
  referral_id  uuid not null,
  alert_id     uuid not null,
  child_id     uuid not null,
  centre_id    text not null,
  to_kind      text not null check (to_kind in ('puskesmas', 'hospital')),
  to_name      text not null,
  red_flags    text[] not null default '{}',
  urgent       boolean not null default false,
  referred_on  date not null,
  referred_by  text not null,
  -- reason; after the answer: diagnosis, plan
  words        bytea not null,
  state        text not null check (state in ('open', 'answered')),
  answered_on  date,
  answered_by  text,
  follow_up_by text,
  check_on     date,
  primary key (region_code, referral_id),
  foreign key (region_code, alert_id) references growth_alert,
  foreign key (region_code, child_id) references growth_child
);
create index growth_referral_alert on growth_referral (region_code, alert_id, referred_on);
create index growth_referral_open on growth_referral (region_code, centre_id, referred_on, referral_id) where state = 'open';
select enable_region_security('growth_referral', 'keep');

create table growth_pmt (
  region_code   text not null,
  pmt_id        uuid not null,
  child_id      uuid not null,
  alert_id      uuid,
  posyandu_id   text not null,
  village_code  text not null,
  centre_id     text not null,
  reason        text not null check (reason in ('wasting', 'underweight', 'not-gaining')),
  first_day     date not null,
  last_day      date not null,
  weeks         smallint not null,
  days          smallint not null,
  -- 'factory', 'local'; source of money: 'dak', 'apbd', 'partner', 'village'
  food          text not null,
  money         text not null,
  by_guideline  boolean not null,
  cycle         smallint not null,
  start_weight_g integer,
  category_before text,
  category_after  text,
  state         text not null check (state in ('running', 'finished', 'stopped')),
  ended_on      date,
  result        text,
  edition       text not null,
  primary key (region_code, pmt_id),
  foreign key (region_code, child_id) references growth_child,
  foreign key (region_code, alert_id) references growth_alert
);
-- A child is fed by one programme at a time.
create unique index growth_pmt_running on growth_pmt (region_code, child_id) where state = 'running';
create index growth_pmt_centre on growth_pmt (region_code, centre_id, state, last_day, pmt_id);
create index growth_pmt_child on growth_pmt (region_code, child_id, first_day);
select enable_region_security('growth_pmt', 'keep');

create table growth_pmt_week (
  region_code  text not null,
  pmt_id       uuid not null,
  week         smallint not null,
  -- seven ticks, the first day first
  given        boolean[] not null,
  weight_g     integer,
  length_tenth_mm integer,
  position     text check (position in ('l', 'h')),
  ill          boolean,
  next_step    text not null check (next_step in ('continue', 'finish', 'hospital')),
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (region_code, pmt_id, week),
  foreign key (region_code, pmt_id) references growth_pmt
);
select enable_region_security('growth_pmt_week', 'keep');
