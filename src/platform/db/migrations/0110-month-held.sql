-- How many applications were put on hold in a month, each once, whatever the cause: published beside the other figures.
alter table case_month add column held integer not null default 0;

insert into case_month (region_code, service_id, month, held)
select e.region_code, c.service_id, date_trunc('month', e.at at time zone r.time_zone)::date, count(distinct e.case_id)
from case_event e
join case_file c using (region_code, case_id)
join regions r on r.code = e.region_code
where e.action = 'hold'
group by 1, 2, 3
on conflict (region_code, service_id, month) do update set held = excluded.held;
