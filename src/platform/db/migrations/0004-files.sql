-- What lies in the file store, by region and content. The bytes are written before the row is committed; bytes without
-- a row are orphans and swept.
create table files (
  region_code text not null default current_setting('app.region'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  media_type text not null,
  created_at timestamptz not null default now(),
  primary key (region_code, hash)
);
select enable_region_security('files', 'all');
select open_to_platform('files', 'select');
