-- Signed papers and printed cards. A paper is known by the hash of its token; what is printed on it is kept only as keyed
-- hashes, so that it can be compared and never be read here. States change, rows never vanish.

create table document (
  region_code   text not null references regions (code),
  document_id   uuid not null,
  kind          text not null,
  -- what it is about, and, where one thing may have several, its number
  of_kind       text not null check (of_kind in ('person', 'family', 'deed')),
  of_id         uuid not null,
  series        text not null default '',
  edition       integer not null check (edition >= 1),
  case_id       uuid,
  -- as it may be shown (a NIK or KK number is masked), and a keyed hash of the whole for search
  number        text not null,
  number_hash   text not null,
  token_hash    bytea not null,
  token_sealed  bytea not null,
  short_code    text not null,
  -- names this edition in proofs and in the list of revoked papers
  serial        text not null,
  -- {"nik": keyed hash, …}
  printed       jsonb not null,
  shown_name    text not null,
  birth_year    integer,
  file_hash     text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_bytes    integer not null,
  pages         integer not null,
  template_hash text not null,
  state         text not null check (state in ('valid', 'superseded', 'revoked')),
  state_since   timestamptz not null,
  state_reason  text,
  superseded_by uuid,
  issued_on     date not null,
  issued_at     timestamptz not null,
  valid_until   date,
  signer_name   text not null,
  signer_role   text not null,
  provider      text not null,
  certificate_serial text not null,
  specimen      boolean not null,
  primary key (region_code, document_id),
  unique (region_code, token_hash),
  unique (region_code, short_code),
  unique (region_code, serial),
  unique (region_code, kind, of_id, series, edition),
  check (state <> 'valid' or superseded_by is null)
);
-- One valid edition of a kind for each thing.
create unique index document_one_valid on document (region_code, kind, of_id, series) where state = 'valid';
create index document_of on document (region_code, of_id, kind);
create index document_case on document (region_code, case_id) where case_id is not null;
create index document_number on document (region_code, number_hash);
create index document_revoked on document (region_code, serial) where state = 'revoked';
select enable_region_security('document', 'keep');

-- Who may download it: the holder, both spouses, the adults of a family card.
create table document_holder (
  region_code text not null,
  person_id   uuid not null,
  document_id uuid not null,
  primary key (region_code, person_id, document_id),
  foreign key (region_code, document_id) references document (region_code, document_id)
);
select enable_region_security('document_holder', 'keep');

-- What happened to a paper; states above are computed from it.
create table document_event (
  region_code text not null,
  document_id uuid not null,
  seq         integer not null,
  at          timestamptz not null,
  action      text not null check (action in ('issued', 'superseded', 'revoked', 'extended')),
  actor       text not null,
  case_id     uuid,
  reason      text,
  primary key (region_code, document_id, seq),
  foreign key (region_code, document_id) references document (region_code, document_id)
);
select enable_region_security('document_event', 'append');

-- Comparisons with the paper: how many within the hour, so that a stranger cannot try out numbers.
create table document_comparison (
  region_code  text not null,
  document_id  uuid not null,
  window_since timestamptz not null,
  tries        integer not null,
  primary key (region_code, document_id),
  foreign key (region_code, document_id) references document (region_code, document_id)
);
select enable_region_security('document_comparison', 'keep');

-- A link to download a paper, sent on one channel, its PIN on another.
create table document_link (
  region_code text not null,
  link_id     uuid not null,
  document_id uuid not null,
  token_hash  bytea not null,
  pin_hash    text not null,
  link_channel text not null,
  pin_channel text not null check (pin_channel <> link_channel),
  made_at     timestamptz not null,
  valid_until timestamptz not null,
  wrong_pins  integer not null default 0,
  opened      integer not null default 0,
  ended_at    timestamptz,
  primary key (region_code, link_id),
  unique (region_code, token_hash),
  foreign key (region_code, document_id) references document (region_code, document_id)
);
create index document_link_of on document_link (region_code, document_id) where ended_at is null;
select enable_region_security('document_link', 'keep');

-- Blank cards of an office: every movement, and the level they add up to.
create table card_stock (
  region_code text not null references regions (code),
  office      text not null,
  kind        text not null check (kind in ('ktp-el', 'kia')),
  level       integer not null check (level >= 0),
  warn_below  integer not null default 50,
  updated_at  timestamptz not null,
  primary key (region_code, office, kind)
);
select enable_region_security('card_stock', 'keep');

create table card_stock_move (
  region_code text not null,
  move_id     uuid not null,
  office      text not null,
  kind        text not null,
  change      integer not null check (change <> 0),
  cause       text not null check (cause in ('received', 'printed', 'counted', 'returned')),
  card_id     uuid,
  note        text,
  actor       text not null,
  at          timestamptz not null,
  primary key (region_code, move_id),
  foreign key (region_code, office, kind) references card_stock (region_code, office, kind)
);
create index card_stock_move_day on card_stock_move (region_code, office, kind, at);
select enable_region_security('card_stock_move', 'append');

-- One card for one person: asked for, printed (or spoiled and printed again), ready, handed over.
create table card (
  region_code text not null references regions (code),
  card_id     uuid not null,
  kind        text not null check (kind in ('ktp-el', 'kia')),
  person_id   uuid not null,
  case_id     uuid,
  office      text not null,
  state       text not null check (state in ('wanted', 'printed', 'ready', 'handed-over', 'withdrawn')),
  state_since timestamptz not null,
  state_reason text,
  -- number on the blank, when it has one
  blank_number text,
  spoiled     integer not null default 0,
  wanted_at   timestamptz not null,
  ready_at    timestamptz,
  handed_at   timestamptz,
  handed_by   text,
  -- name of who took it, sealed; relation to the holder; hash of the proof (signed slip, photo)
  taken_by    bytea,
  relation    text,
  proof_hash  text,
  primary key (region_code, card_id)
);
create index card_work on card (region_code, office, kind, wanted_at, card_id) where state in ('wanted', 'printed');
create index card_waiting on card (region_code, office, ready_at, card_id) where state = 'ready';
create index card_person on card (region_code, person_id, kind);
create index card_case on card (region_code, case_id) where case_id is not null;
select enable_region_security('card', 'keep');

-- A blank that was spoiled while a card was printed.
create table card_spoiled (
  region_code text not null,
  card_id     uuid not null,
  seq         integer not null,
  reason      text not null,
  blank_number text,
  actor       text not null,
  at          timestamptz not null,
  primary key (region_code, card_id, seq),
  foreign key (region_code, card_id) references card (region_code, card_id)
);
select enable_region_security('card_spoiled', 'append');
