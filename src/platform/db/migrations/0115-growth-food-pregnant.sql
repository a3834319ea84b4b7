-- Supplementary food of pregnant women with KEK runs on the same sheet as a child's: one programme a pregnancy, its arm at the start, week
-- by week and at the end. Must stay true: a programme is of a child or of a pregnancy, never of both.
alter table growth_pmt
  alter column child_id drop not null,
  add column pregnancy_id uuid,
  add column start_arm_tenth_mm integer,
  add column end_arm_tenth_mm integer,
  drop constraint growth_pmt_reason_check,
  add constraint growth_pmt_reason_check check (reason in ('wasting', 'underweight', 'not-gaining', 'kek')),
  add constraint growth_pmt_of_one check (num_nonnulls(child_id, pregnancy_id) = 1 and (reason = 'kek') = (pregnancy_id is not null)),
  add foreign key (region_code, pregnancy_id) references growth_pregnancy;
create unique index growth_pmt_running_pregnant on growth_pmt (region_code, pregnancy_id) where state = 'running';
create index growth_pmt_pregnancy on growth_pmt (region_code, pregnancy_id, first_day) where pregnancy_id is not null;
alter table growth_pmt_week add column arm_tenth_mm integer;
