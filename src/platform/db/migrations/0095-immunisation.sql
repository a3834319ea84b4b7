-- Vaccines of children, dose by dose, and for each child when the next one is due: lists and nightly alerts read that row, not
-- the history.

create table growth_dose (
  region_code  text not null,
  dose_id      uuid not null,
  child_id     uuid not null,
  -- code of the schedule's edition
  dose         text not null,
  given_on     date not null,
  -- 'given' by the one who records it, 'book': copied from the KIA book
  source       text not null check (source in ('given', 'book')),
  place        text not null check (place in ('posyandu', 'puskesmas', 'hospital', 'home')),
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  reason       text,
  primary key (region_code, dose_id),
  foreign key (region_code, child_id) references growth_child
);
-- A dose is given once.
create unique index growth_dose_once on growth_dose (region_code, child_id, dose) where withdrawn_at is null;
select enable_region_security('growth_dose', 'keep');

create table growth_vaccine_state (
  region_code  text not null,
  child_id     uuid not null,
  -- the first day on which a dose not yet given may be given; null: nothing more is planned
  next_on      date,
  -- the first day on which a dose counts as overdue
  overdue_on   date,
  -- the day of the last of the basic doses
  basic_on     date,
  last_on      date not null,
  edition      text not null,
  updated_at   timestamptz not null,
  primary key (region_code, child_id),
  foreign key (region_code, child_id) references growth_child
);
create index growth_vaccine_state_overdue on growth_vaccine_state (region_code, overdue_on, child_id) where overdue_on is not null;
select enable_region_security('growth_vaccine_state', 'keep');
