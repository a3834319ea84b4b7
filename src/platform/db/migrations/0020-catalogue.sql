-- Services as data. A revision is everything a service consists of, under the hash of its content: shared by all regions,
-- never changed, never deleted, because cases keep theirs for ever.
create table service_revision (
  hash         text primary key check (hash ~ '^[0-9a-f]{64}$'),
  service_id   text not null,
  publisher    text not null,
  content      jsonb not null,
  note         text not null default '',
  published_by text not null,
  published_at timestamptz not null
);
create index service_revision_service on service_revision (service_id, published_at);
select share_reference('service_revision');
revoke update, delete on service_revision from puja_platform;

create function keep_service_revision() returns trigger language plpgsql as $$
begin
  raise exception 'a published revision is never changed';
end $$;
create trigger service_revision_kept before update or delete on service_revision
  for each row execute function keep_service_revision();

-- What a region offers: one revision and its own overlay for each service.
create table installed_service (
  region_code  text not null default current_setting('app.region') references regions (code),
  service_id   text not null,
  revision     text not null references service_revision (hash),
  overlay      jsonb not null default '{}',
  unit_id      text not null,
  state        text not null default 'offered' check (state in ('offered', 'paused')),
  installed_by text not null,
  installed_at timestamptz not null,
  primary key (region_code, service_id)
);
select enable_region_security('installed_service', 'keep');
select open_to_public('installed_service');

-- Each installation and upgrade, with what differed and who confirmed it.
create table service_installation (
  region_code     text not null default current_setting('app.region') references regions (code),
  installation_id uuid not null,
  service_id      text not null,
  revision        text not null references service_revision (hash),
  overlay         jsonb not null,
  unit_id         text not null,
  state           text not null,
  differences     jsonb not null,
  done_by         text not null,
  done_at         timestamptz not null,
  primary key (region_code, installation_id)
);
create index service_installation_service on service_installation (region_code, service_id, done_at);
select enable_region_security('service_installation', 'append');
select open_to_public('service_installation');
