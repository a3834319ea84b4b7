-- The journal: who did what to whose data, append-only for the application. A sealer (puja_platform) numbers committed
-- rows and chains their hashes; it may set those two columns and nothing else.
create table journal (
  region_code text not null default current_setting('app.region'),
  id uuid not null,
  at timestamptz(3) not null,
  actor text not null,
  role text not null,
  unit text,
  device text,
  case_id text,
  subject text,
  action text not null,
  fields text[] not null default '{}',
  reason text,
  number bigint,
  hash bytea,
  primary key (region_code, id)
);
create unique index journal_number on journal (region_code, number) where number is not null;
create index journal_unsealed on journal (region_code, at, id) where number is null;
create index journal_subject on journal (region_code, subject, at) where subject is not null;
create index journal_case on journal (region_code, case_id, at) where case_id is not null;
select enable_region_security('journal', 'append');
select open_to_platform('journal', 'select, update (number, hash)');

-- The signed head of each day: the last number and hash. The same lies in files outside the database.
create table journal_heads (
  region_code text not null default current_setting('app.region'),
  day date not null,
  number bigint not null,
  hash bytea not null,
  signed_at timestamptz(3) not null,
  key_id text not null,
  signature bytea not null,
  primary key (region_code, day)
);
select enable_region_security('journal_heads', 'append');
select open_to_platform('journal_heads', 'select, insert');
select open_to_public('journal_heads');
