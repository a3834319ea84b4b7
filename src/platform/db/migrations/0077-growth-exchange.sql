-- Exchanges of growth: files that were imported with what each line did, so that an import can be taken back; and what goes out
-- to other systems, item by item, with its state, its attempts and the last answer.

create table growth_import (
  region_code  text not null references regions (code),
  import_id    uuid not null,
  -- SHA-256 of the bytes as they came
  fingerprint  text not null,
  file_name    text not null,
  -- the file as it came, sealed
  file         bytea not null,
  sheet        text not null,
  template     text not null,
  lines        integer not null,
  account      text not null,
  role         text not null,
  -- the health centre or the place within which it was done
  scope        text not null,
  state        text not null check (state in ('planned', 'writing', 'written', 'undoing', 'undone', 'dropped')),
  -- line to answer, for lines that were asked about
  answers      jsonb not null default '{}',
  counts       jsonb not null,
  undo_counts  jsonb,
  planned_at   timestamptz not null,
  written_at   timestamptz,
  undone_at    timestamptz,
  undone_by    text,
  primary key (region_code, import_id)
);
create index growth_import_scope on growth_import (region_code, scope, planned_at desc, import_id);
create index growth_import_fingerprint on growth_import (region_code, scope, fingerprint);
select enable_region_security('growth_import', 'keep');

-- What a line of an imported file did. Only lines that wrote something stand here.
create table growth_import_line (
  region_code    text not null,
  import_id      uuid not null,
  line           integer not null,
  child_id       uuid not null,
  child_effect   text check (child_effect in ('created', 'added')),
  -- names of the values that were added to a child
  added          text[] not null default '{}',
  measurement_id uuid,
  replaced_id    uuid,
  -- z-scores as the other program printed them, in hundredths, and where they differ from ours
  reported       jsonb,
  differences    jsonb,
  undone         boolean not null default false,
  primary key (region_code, import_id, line),
  foreign key (region_code, import_id) references growth_import,
  foreign key (region_code, child_id) references growth_child
);
create index growth_import_line_child on growth_import_line (region_code, child_id);
select enable_region_security('growth_import_line', 'keep');

-- One thing for one other system. A correction is a new version; the older one that still waits is superseded.
create table growth_exchange_item (
  region_code   text not null references regions (code),
  item_id       uuid not null,
  target        text not null check (target in ('satusehat', 'dhis2')),
  resource      text not null,
  local_id      text not null,
  local_version integer not null,
  fingerprint   text not null,
  payload       bytea not null,
  state         text not null check (state in ('waiting', 'sent', 'accepted', 'refused', 'superseded')),
  attempts      integer not null default 0,
  next_try_at   timestamptz,
  last_status   integer,
  -- code of the refusal and what its sentence needs; never a name or a number of a person
  last_answer   jsonb,
  -- the other side's id
  remote_id     text,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  primary key (region_code, item_id),
  unique (region_code, target, resource, local_id, local_version)
);
create index growth_exchange_item_due on growth_exchange_item (region_code, target, next_try_at, item_id) where state = 'waiting';
create index growth_exchange_item_state on growth_exchange_item (region_code, state, changed_at desc, item_id);
select enable_region_security('growth_exchange_item', 'keep');
