-- The satisfaction survey (SKM). Case and answer must not be joinable by anyone, whatever rights: an invitation knows its
-- case and never its answer; a waiting row is sealed; an answer has a random id, a period, at most its service, and no time.
-- What is stored of a period is deleted and inserted anew, shuffled, at each release, so that rows carry no order and no age.

create table satisfaction_period (
  region_code  text not null default current_setting('app.region') references regions (code),
  period_id    uuid not null,
  unit_id      text not null,
  services     text[] not null,
  edition_id   text not null,
  kind         text not null check (kind in ('month', 'quarter', 'semester', 'year')),
  from_day     date not null,
  to_day       date not null,
  users        integer not null check (users > 0),
  needed       integer not null,
  extras       jsonb not null default '[]',
  state        text not null,
  closed_on    date,
  paper_until  date,
  plan         jsonb not null default '[]',
  published_on date,
  -- answers received in a period of fewer than five: counted, contents not kept
  not_stored   integer not null default 0,
  primary key (region_code, period_id),
  unique (region_code, unit_id, from_day),
  foreign key (region_code, unit_id) references unit (region_code, unit_id)
);
create index satisfaction_period_open on satisfaction_period (region_code, unit_id) where state = 'open';
select enable_region_security('satisfaction_period', 'keep');

-- One for each finished case. The token is stored hashed, and sealed for its notice and one reminder until it is used.
create table satisfaction_invitation (
  region_code  text not null default current_setting('app.region') references regions (code),
  token_hash   text not null,
  case_id      uuid not null,
  unit_id      text not null,
  service_id   text not null,
  channel      text not null,
  token_sealed bytea,
  issued_on    date not null,
  expires_on   date not null,
  reminded_on  date,
  spent        boolean not null default false,
  primary key (region_code, token_hash),
  unique (region_code, case_id)
);
create index satisfaction_invitation_unit on satisfaction_invitation (region_code, unit_id, issued_on);
select enable_region_security('satisfaction_invitation');

-- Sealed answers before their release; `place` is a keyed hash of the token.
create table satisfaction_waiting (
  region_code text not null default current_setting('app.region'),
  period_id   uuid not null,
  place       text not null,
  sealed      bytea not null,
  primary key (region_code, period_id, place),
  foreign key (region_code, period_id) references satisfaction_period (region_code, period_id)
);
select enable_region_security('satisfaction_waiting');

create table satisfaction_answer (
  region_code text not null default current_setting('app.region'),
  period_id   uuid not null,
  answer_id   uuid not null,
  -- null: one of the services with fewer than five answers
  service_id  text,
  marks       text[] not null default '{}',
  answers     smallint[] not null,
  primary key (region_code, period_id, answer_id),
  foreign key (region_code, period_id) references satisfaction_period (region_code, period_id)
);
select enable_region_security('satisfaction_answer');

-- Comments stand apart from answers, filtered of numbers before they are stored.
create table satisfaction_comment (
  region_code text not null default current_setting('app.region'),
  period_id   uuid not null,
  comment_id  uuid not null,
  comment     text not null,
  primary key (region_code, period_id, comment_id),
  foreign key (region_code, period_id) references satisfaction_period (region_code, period_id)
);
select enable_region_security('satisfaction_comment');

-- Who answered, by which channel, extra questions: each counted for itself, because together they would name a person.
create table satisfaction_count (
  region_code text not null default current_setting('app.region'),
  period_id   uuid not null,
  attribute   text not null,
  value       text not null,
  answers     integer not null,
  primary key (region_code, period_id, attribute, value),
  foreign key (region_code, period_id) references satisfaction_period (region_code, period_id)
);
select enable_region_security('satisfaction_count');

-- Results are appended, never changed: a correction is the next number, with its reason.
create table satisfaction_result (
  region_code  text not null default current_setting('app.region'),
  period_id    uuid not null,
  number       integer not null,
  result       jsonb not null,
  input_hash   text not null,
  program      text not null,
  reason       text,
  computed_on  date not null,
  primary key (region_code, period_id, number),
  foreign key (region_code, period_id) references satisfaction_period (region_code, period_id)
);
select enable_region_security('satisfaction_result', 'append');

-- A bundle of paper forms: how many, its scan, who typed it in. Its answers go through the waiting room like all others.
create table satisfaction_paper (
  region_code   text not null default current_setting('app.region'),
  period_id     uuid not null,
  batch_id      uuid not null,
  forms         integer not null,
  scan_hash     text not null,
  typed_in_unit text not null,
  typed_in_by   text not null,
  note          text not null default '',
  on_day        date not null,
  primary key (region_code, period_id, batch_id),
  unique (region_code, period_id, scan_hash),
  foreign key (region_code, period_id) references satisfaction_period (region_code, period_id)
);
select enable_region_security('satisfaction_paper', 'append');

-- Figures from old reports, kept as printed, with what re-computing found.
create table satisfaction_import (
  region_code  text not null default current_setting('app.region') references regions (code),
  import_id    uuid not null,
  unit_id      text not null,
  edition_id   text not null,
  from_day     date not null,
  to_day       date not null,
  answers      integer not null,
  printed      jsonb not null,
  checked      jsonb not null,
  imported_by  text not null,
  confirmed_by text,
  source       text not null,
  primary key (region_code, import_id),
  unique (region_code, unit_id, from_day, to_day),
  foreign key (region_code, unit_id) references unit (region_code, unit_id)
);
select enable_region_security('satisfaction_import', 'append');
