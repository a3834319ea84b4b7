-- Who shares a blocking key. Row security may use an index only for operators that are known not to leak (`=` on text or
-- uuid is, `&&` on arrays is not), so under puja_app the search over the keys would read every person. This function
-- runs as puja_owner, whose policy lets it read, and names the region itself; it gives ids and nothing else.
create function register_candidates(wanted bigint[], most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select person_id from person
  where region_code = current_setting('app.region', true) and keys && wanted
  limit most
$$;
revoke execute on function register_candidates(bigint[], integer) from public;
grant execute on function register_candidates(bigint[], integer) to puja_app;

-- A long list of entries that are not in the index yet makes every search read them all: it is kept short.
alter index person_keys set (gin_pending_list_limit = 128);
