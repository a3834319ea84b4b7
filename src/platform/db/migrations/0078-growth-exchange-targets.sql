-- Where a region sends what goes out to other systems, and what came of each try.

create table growth_exchange_target (
  region_code  text not null references regions (code),
  target       text not null check (target in ('satusehat', 'dhis2')),
  -- https address of the other system; 'stand-in' in the demo only
  base_url     text not null,
  -- the organisation and the responsible health worker as the national index numbers them
  organisation text not null default '',
  practitioner text not null default '',
  client_id    text not null default '',
  -- sealed; null: none is asked for
  secret       bytea,
  active       boolean not null,
  changed_by   text not null,
  changed_at   timestamptz not null,
  primary key (region_code, target)
);
select enable_region_security('growth_exchange_target', 'keep');

-- One try of one item: what was sent by kind of resource, what came back. No names, no numbers of persons.
create table growth_exchange_attempt (
  region_code text not null,
  item_id     uuid not null,
  attempt     integer not null,
  at          timestamptz not null,
  outcome     text not null check (outcome in ('accepted', 'waiting', 'refused')),
  status      integer,
  answer      jsonb,
  -- kind to count, as the other side listed what it took
  received    jsonb not null default '{}',
  primary key (region_code, item_id, attempt, at),
  foreign key (region_code, item_id) references growth_exchange_item
);
select enable_region_security('growth_exchange_attempt', 'append');
