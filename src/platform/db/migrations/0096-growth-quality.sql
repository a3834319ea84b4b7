-- Signs of how well somebody measures: sums for each measurer, posyandu and month. Recounted with the rollups for what changed, so
-- that the page reads a few rows and never the measurings.
create table growth_quality (
  region_code text not null,
  posyandu_id text not null,
  month       text not null,
  measurer    text not null,
  counts      jsonb not null,
  primary key (region_code, posyandu_id, month, measurer),
  foreign key (region_code, posyandu_id) references posyandu
);
select enable_region_security('growth_quality');

-- Months measured before this table was: the next sweep counts them. Rows are written inside their region, as everywhere.
do $$
declare
  one record;
begin
  for one in select code from regions loop
    perform set_config('app.region', one.code, true);
    insert into growth_dirty (region_code, posyandu_id, month)
    select distinct region_code, posyandu_id, month from growth_measurement
    where region_code = one.code and measured_on > current_date - interval '7 months'
    on conflict do nothing;
  end loop;
  perform set_config('app.region', '', true);
end $$;

-- Marks of a child's chart.
create index growth_referral_child on growth_referral (region_code, child_id) where child_id is not null;
