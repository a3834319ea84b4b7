-- An edition of a service that waits to be published: whole content, who made it and why. A second person publishes it or sends
-- it back with a reason. What is published stands in service_revision, for every region. 'publishing': a second person has
-- decided, the shared row is being written; pressing again finishes it.
create table service_draft (
  region_code text not null references regions (code),
  draft_id    uuid not null,
  service_id  text not null,
  -- the name of the content, which will be the name of the edition
  revision    text not null,
  content     jsonb not null,
  note        text not null,
  made_by     text not null,
  made_at     timestamptz not null,
  state       text not null default 'waiting' check (state in ('waiting', 'publishing', 'published', 'returned', 'withdrawn')),
  decided_by  text,
  decided_at  timestamptz,
  reason      text,
  primary key (region_code, draft_id),
  check ((state = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'returned') = (reason is not null)),
  -- whoever made it may take it back, never decide it
  check (state in ('waiting', 'withdrawn') or decided_by <> made_by)
);
create unique index service_draft_open on service_draft (region_code, service_id) where state in ('waiting', 'publishing');
create index service_draft_done on service_draft (region_code, decided_at desc) where decided_at is not null;
select enable_region_security('service_draft', 'keep');
