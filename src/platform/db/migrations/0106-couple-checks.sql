-- What was measured of brides and grooms before the wedding. A check is never changed: the next one stands beside it.
create table convergence_couple_check (
  region_code   text not null references regions (code),
  check_id      uuid not null,
  person_id     uuid not null,
  village_code  text not null,
  checked_on    date not null,
  wedding_on    date,
  weight_g      integer,
  height_tenth_mm integer,
  arm_tenth_mm  integer,
  haemoglobin_tenth_gdl smallint,
  -- 'none', 'exposed' to the smoke of others, 'smokes'; null: nobody asked
  smoke         text check (smoke in ('none', 'exposed', 'smokes')),
  edition       text not null,
  source        text not null,
  noted_by      text not null,
  noted_at      timestamptz not null,
  primary key (region_code, check_id)
);
create index convergence_couple_check_person on convergence_couple_check (region_code, person_id, checked_on);
select enable_region_security('convergence_couple_check', 'append');
