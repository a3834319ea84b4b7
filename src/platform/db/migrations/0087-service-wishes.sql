-- What an administrator asks to change of the region's services (install, upgrade, go back, other settings), until a second
-- person allows or declines it. What was really installed stands in service_installation.
create table service_wish (
  region_code  text not null references regions (code),
  wish_id      uuid not null,
  service_id   text not null,
  revision     text not null references service_revision (hash),
  overlay      jsonb not null,
  -- the edition that stood when it was asked, so that nobody allows a change of something else; null: nothing stood
  from_edition text,
  reason       text not null,
  asked_by     text not null,
  asked_at     timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  approved     boolean,
  primary key (region_code, wish_id),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null)),
  -- whoever asked may take it back, never allow it
  check (approved is not true or decided_by <> asked_by)
);
create unique index service_wish_open on service_wish (region_code, service_id) where decided_at is null;
select enable_region_security('service_wish', 'keep');
