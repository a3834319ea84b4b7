-- The ground every other migration stands on: schemas, the helpers that put row security on a table, the regions.
-- Migrations run as puja_owner, in the order of their numbers, each once; an applied file is never changed.

create schema auth;
grant usage on schema auth to puja_auth;
alter default privileges in schema auth grant select, insert, update, delete on tables to puja_auth;
alter default privileges in schema auth grant usage, select on sequences to puja_auth;

create schema pgboss;
grant usage, create on schema pgboss to puja_jobs;

grant usage on schema public to puja_app, puja_public, puja_platform, puja_auth, puja_jobs;

-- Puts a table under the rule of regions: puja_app sees and writes the rows of current_setting('app.region') and no
-- others; without that setting nobody sees anything. `mode` says what puja_app may do:
--   'all'     select, insert, update, delete
--   'keep'    select, insert, update           (rows may change but never vanish)
--   'append'  select, insert                   (events, journals)
-- puja_owner may read every row (backup) and still writes only within a region.
create function enable_region_security(target regclass, mode text default 'all') returns void
language plpgsql as $$
declare
  privileges text := case mode
    when 'all' then 'select, insert, update, delete'
    when 'keep' then 'select, insert, update'
    when 'append' then 'select, insert' end;
begin
  if privileges is null then
    raise exception 'enable_region_security: mode % is none of all, keep, append', mode;
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy one_region on %s using (region_code = current_setting(''app.region'', true)) with check (region_code = current_setting(''app.region'', true))', target);
  execute format('create policy owner_reads on %s for select to puja_owner using (true)', target);
  execute format('grant %s on %s to puja_app', privileges, target);
end $$;

-- Lets puja_platform (dispatcher, sealer, national checks) work on the rows of every region.
create function open_to_platform(target regclass, privileges text default 'select, insert, update, delete') returns void
language plpgsql as $$
begin
  execute format('grant %s on %s to puja_platform', privileges, target);
  if (select relrowsecurity from pg_class where oid = target) then
    execute format('create policy platform_all on %s to puja_platform using (true) with check (true)', target);
  end if;
end $$;

-- Lets everyone who is not signed in read a table (catalogue, rollups). `visible` limits the rows: 'published'.
create function open_to_public(target regclass, visible text default 'true') returns void
language plpgsql as $$
begin
  execute format('grant select on %s to puja_public', target);
  if (select relrowsecurity from pg_class where oid = target) then
    execute format('create policy public_reads on %s for select to puja_public using (%s)', target, visible);
  end if;
end $$;

-- A table of facts that all regions share: everyone reads, puja_platform writes.
create function share_reference(target regclass) returns void
language plpgsql as $$
begin
  execute format('grant select on %s to puja_app, puja_public, puja_auth, puja_platform', target);
  execute format('grant insert, update, delete on %s to puja_platform', target);
end $$;

-- Refuses a table of a region whose keys would not distribute: region_code comes first in the primary key, in every
-- unique key and in every foreign key between such tables. Called after every migration.
create function assert_region_keys() returns void
language plpgsql as $$
declare
  fault text;
begin
  select string_agg(what, '; ') into fault from (
    select format('%s has no primary key', c.oid::regclass) as what
      from pg_class c
     where c.relrowsecurity and c.relkind in ('r', 'p') and not c.relispartition
       and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
    union all
    select format('%s of %s does not start with region_code', i.indexrelid::regclass, c.oid::regclass)
      from pg_class c
      join pg_index i on i.indrelid = c.oid and (i.indisunique or i.indisprimary)
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where c.relrowsecurity and a.attname is distinct from 'region_code'
    union all
    select format('foreign key %s of %s does not carry region_code first', k.conname, c.oid::regclass)
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_class other on other.oid = k.confrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      left join pg_attribute b on b.attrelid = other.oid and b.attnum = k.confkey[1]
     where k.contype = 'f' and c.relrowsecurity and other.relrowsecurity
       and (a.attname is distinct from 'region_code' or b.attname is distinct from 'region_code')
  ) faults;
  if fault is not null then
    raise exception 'Keys of regional tables: %', fault;
  end if;
end $$;

-- The tenants: regencies and cities (PP.RR), provinces (PP), the nation (00).
create table regions (
  code text primary key check (code ~ '^(00|[1-9][0-9](\.[0-9]{2})?)$'),
  name text not null,
  level text not null check (level in ('nation', 'province', 'regency')),
  time_zone text not null default 'Asia/Jakarta',
  created_at timestamptz not null default now()
);
select share_reference('regions');

-- One row: which installation this is, and which life of its data. A restored database starts a new epoch, so that
-- positions handed out before the restore are told apart from those after it.
create table installation (
  only_row boolean primary key default true check (only_row),
  replica uuid not null default gen_random_uuid(),
  epoch integer not null default 1,
  created_at timestamptz not null default now()
);
insert into installation default values;
select share_reference('installation');
