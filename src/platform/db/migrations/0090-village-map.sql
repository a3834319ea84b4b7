-- Boundaries of villages as a region uploaded them: the file checked and matched, drawn for each zoom, replaced with history.
-- Must stay true: one map of a region is in use; a shape is never changed, a new file makes a new map.

create table boundary_map (
  region_code text not null references regions (code),
  map_id      uuid not null,
  state       text not null check (state in ('previewed', 'current', 'replaced')),
  source      text not null,
  edition_on  date not null,
  is_invented boolean not null default false,
  file_hash   text not null,
  features    integer not null check (features > 0),
  matched     integer not null check (matched between 1 and features),
  report      jsonb not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  used_by     text,
  used_at     timestamptz,
  primary key (region_code, map_id),
  unique (region_code, file_hash),
  check ((state = 'previewed') = (used_at is null))
);
create unique index boundary_map_current on boundary_map (region_code) where state = 'current';
select enable_region_security('boundary_map', 'keep');

-- `zoom` is the region or a district of it. The row whose area is the zoom itself is the frame: its size and its thick lines.
create table boundary_shape (
  region_code text not null references regions (code),
  map_id      uuid not null,
  zoom        text not null,
  area_code   text not null,
  path        text not null,
  x           smallint not null,
  y           smallint not null,
  primary key (region_code, map_id, zoom, area_code),
  foreign key (region_code, map_id) references boundary_map
);
select enable_region_security('boundary_shape', 'append');
