-- Figures that do not come from weighing (surveys), each with its source, and cohorts counted at night.

create table growth_survey_figure (
  region_code text not null references regions (code),
  year        integer not null check (year between 2000 and 2100),
  method      text not null check (method in ('ssgi', 'ski', 'riskesdas', 'other')),
  indicator   text not null check (indicator in ('stunting', 'wasting', 'underweight')),
  permyriad   integer not null check (permyriad between 0 and 10000),
  source      text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (region_code, year, method, indicator)
);
select enable_region_security('growth_survey_figure');

-- Of the children stunted a year before `month`: what became of them. Counted for villages, districts and the region.
create table growth_cohort (
  region_code text not null references regions (code),
  area        text not null,
  month       text not null,
  counts      jsonb not null,
  counted_at  timestamptz not null,
  primary key (region_code, area, month)
);
select enable_region_security('growth_cohort');
create index growth_child_month_stunted on growth_child_month (region_code, month, village_code)
  where c_length in ('stunted', 'severely-stunted');
