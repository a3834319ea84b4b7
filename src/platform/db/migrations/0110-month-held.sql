-- How many applications were put on hold in a month, each once, whatever the cause: published beside the other figures.
alter table case_month add column held integer not null default 0;

-- Months before this column was. Rows are written inside their region, as everywhere.
do $$
declare
  one record;
begin
  for one in select code, time_zone from regions loop
    perform set_config('app.region', one.code, true);
    insert into case_month (region_code, service_id, month, held)
    select e.region_code, c.service_id, date_trunc('month', e.at at time zone one.time_zone)::date, count(distinct e.case_id)
    from case_event e
    join case_file c using (region_code, case_id)
    where e.region_code = one.code and e.action = 'hold'
    group by 1, 2, 3
    on conflict (region_code, service_id, month) do update set held = excluded.held;
  end loop;
  perform set_config('app.region', '', true);
end $$;
