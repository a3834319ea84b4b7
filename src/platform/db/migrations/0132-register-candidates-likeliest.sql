-- Among more people who share a key than are looked at (thousands of a large region were born on the days around this one), those who share
-- the most keys come first: a true double shares several. Which of them were left out had been a matter of where they lay on the disk.
-- With fewer, nothing is counted.
create or replace function register_candidates(wanted bigint[], most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with sharing as materialized (
    select person_id, person.keys from person
    where region_code = current_setting('app.region', true) and person.keys && wanted
  )
  select person_id from sharing
  order by case when (select count(*) from sharing) > most
    then (select count(*) from unnest(sharing.keys) as key where key = any(wanted)) end desc nulls last
  limit most
$$;
