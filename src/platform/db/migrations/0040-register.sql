-- The population register: persons, families, deeds, their history with two times, numbers, prepared changes, events,
-- moves between regions, duplicate decisions, coverage. NIK and KK are sealed and found by a keyed hash; what the law
-- protects further (health, contact, papers, circumstances of a deed) is sealed as a whole.

create table register_settings (
  region_code               text primary key references regions (code),
  -- 1 in production; 9901 where only test numbers may be given
  first_serial              integer not null default 1 check (first_serial between 1 and 9999),
  new_number_after_death    boolean not null default true,
  birth_upper_age_exclusive integer not null default 18 check (birth_upper_age_exclusive between 1 and 19),
  updated_at                timestamptz not null default now()
);
select enable_region_security('register_settings', 'keep');

create table person (
  region_code       text not null references regions (code),
  person_id         uuid not null,
  version           integer not null default 1,
  status            text not null check (status in ('active', 'moving', 'moved-out', 'abroad', 'deceased', 'duplicate', 'cancelled')),
  nik_status        text not null check (nik_status in ('active', 'moving', 'moved-out', 'abroad', 'deceased', 'duplicate', 'cancelled', 'none')),
  nik_hash          text,
  nik_sealed        bytea,
  name              text not null,
  sex               text not null check (sex in ('L', 'P')),
  birth_date        date not null,
  birth_place       text not null,
  citizenship       text not null,
  religion          text,
  marital_status    text not null,
  mother_id         uuid,
  father_id         uuid,
  village_code      text not null,
  family_id         uuid,
  relation          text,
  death_date        date,
  enrolled_on       date,
  device_bound_on   date,
  birth_deed_number text,
  duplicate_of      uuid,
  more              jsonb not null default '{}',
  details           bytea,
  -- hashes of the blocking keys by which possible duplicates are found
  keys              bigint[] not null default '{}',
  recorded_at       timestamptz not null,
  primary key (region_code, person_id),
  unique (region_code, nik_hash),
  check ((nik_hash is null) = (nik_sealed is null))
);
create index person_village on person (region_code, village_code, person_id);
create index person_born on person (region_code, birth_date, person_id);
create index person_family on person (region_code, family_id) where family_id is not null;
create index person_mother on person (region_code, mother_id) where mother_id is not null;
create index person_father on person (region_code, father_id) where father_id is not null;
create index person_keys on person using gin (keys);
select enable_region_security('person', 'keep');

-- The sound of each word of a name, for search under any spelling.
create table person_name_word (
  region_code text not null,
  word        text not null,
  person_id   uuid not null,
  primary key (region_code, word, person_id),
  foreign key (region_code, person_id) references person
);
create index person_name_word_of on person_name_word (region_code, person_id);
select enable_region_security('person_name_word', 'all');

create table family (
  region_code  text not null references regions (code),
  family_id    uuid not null,
  version      integer not null default 1,
  status       text not null check (status in ('active', 'moving', 'retired')),
  kk_hash      text,
  kk_sealed    bytea,
  head_id      uuid,
  address      jsonb not null,
  village_code text not null,
  recorded_at  timestamptz not null,
  primary key (region_code, family_id),
  unique (region_code, kk_hash),
  check ((kk_hash is null) = (kk_sealed is null))
);
create index family_village on family (region_code, village_code, family_id) where status = 'active';
select enable_region_security('family', 'keep');

-- Membership on a card, with both times: since when it is true, since when we know it.
create table family_member (
  region_code     text not null,
  membership_id   uuid not null,
  family_id       uuid not null,
  person_id       uuid not null,
  relation        text not null,
  started_on      date not null,
  ended_on        date,
  reason          text,
  case_id         uuid,
  recorded_at     timestamptz not null,
  end_case_id     uuid,
  end_recorded_at timestamptz,
  primary key (region_code, membership_id),
  foreign key (region_code, family_id) references family,
  foreign key (region_code, person_id) references person,
  check ((ended_on is null) = (end_recorded_at is null))
);
create unique index family_member_one_card on family_member (region_code, person_id) where ended_on is null;
create unique index family_member_one_head on family_member (region_code, family_id) where ended_on is null and relation = '1';
create index family_member_family on family_member (region_code, family_id, started_on);
create index family_member_person on family_member (region_code, person_id, started_on);
select enable_region_security('family_member', 'keep');

-- Every fact ever recorded about a person, a family or a deed. `created` holds the whole first state.
create table register_fact (
  region_code text not null,
  thing_id    uuid not null,
  fact_id     uuid not null,
  kind        text not null check (kind in ('person', 'family', 'deed')),
  field       text not null,
  value       jsonb,
  sealed      bytea,
  valid_from  date not null,
  recorded_at timestamptz not null,
  case_id     uuid,
  proof       uuid,
  primary key (region_code, thing_id, fact_id)
);
create index register_fact_case on register_fact (region_code, case_id) where case_id is not null;
select enable_region_security('register_fact', 'append');

create table deed (
  region_code text not null references regions (code),
  deed_id     uuid not null,
  version     integer not null default 1,
  register    text not null,
  number      text not null,
  year        integer not null,
  event_date  date not null,
  entered_on  date not null,
  status      text not null check (status in ('valid', 'cancelled')),
  ended_on    date,
  ended_by    uuid,
  -- place, fields, witnesses, corrections and parties of elsewhere, sealed
  details     bytea not null,
  case_id     uuid,
  recorded_at timestamptz not null,
  primary key (region_code, deed_id)
);
-- Numbers of books that others keep may repeat; ours never do.
create unique index deed_number on deed (region_code, register, year, number) where register not in ('marriage-book', 'divorce-certificate');
create index deed_by_number on deed (region_code, number);
create index deed_entered on deed (region_code, register, entered_on, deed_id);
select enable_region_security('deed', 'keep');

create table deed_party (
  region_code text not null,
  deed_id     uuid not null,
  role        text not null,
  person_id   uuid not null,
  primary key (region_code, deed_id, role),
  foreign key (region_code, deed_id) references deed,
  foreign key (region_code, person_id) references person
);
create index deed_party_person on deed_party (region_code, person_id);
select enable_region_security('deed_party', 'append');

create table margin_note (
  region_code text not null,
  deed_id     uuid not null,
  note_id     uuid not null,
  kind        text not null,
  noted_on    date not null,
  details     bytea not null,
  case_id     uuid,
  recorded_at timestamptz not null,
  primary key (region_code, deed_id, note_id),
  foreign key (region_code, deed_id) references deed
);
select enable_region_security('margin_note', 'append');

-- The last serial of a series (twelve digits of a NIK or KK, a register and its year); the series is a keyed hash.
create table number_series (
  region_code text not null references regions (code),
  kind        text not null check (kind in ('nik', 'kk', 'deed', 'letter')),
  series      text not null,
  last        integer not null,
  primary key (region_code, kind, series)
);
select enable_region_security('number_series', 'keep');

create table number_reservation (
  region_code   text not null,
  kind          text not null,
  series        text not null,
  serial        integer not null,
  series_sealed bytea not null,
  state         text not null check (state in ('reserved', 'final', 'free')),
  case_id       uuid,
  cause         text,
  reserved_at   timestamptz not null,
  changed_at    timestamptz not null,
  primary key (region_code, kind, series, serial),
  foreign key (region_code, kind, series) references number_series
);
create index number_reservation_case on number_reservation (region_code, case_id) where state = 'reserved';
create index number_reservation_free on number_reservation (region_code, kind, series, serial) where state = 'free';
select enable_region_security('number_reservation', 'keep');

-- A frozen plan between prepare and commit; after the commit it stays, to be undone or explained.
create table prepared_change (
  region_code text not null,
  case_id     uuid not null,
  attempt     integer not null,
  state       text not null check (state in ('prepared', 'committed', 'released', 'stale')),
  plan        bytea not null,
  prepared_at timestamptz not null,
  ended_at    timestamptz,
  -- the later case that undid this one
  undone_by   uuid,
  primary key (region_code, case_id, attempt)
);
create unique index prepared_change_open on prepared_change (region_code, case_id) where state = 'prepared';
create unique index prepared_change_done on prepared_change (region_code, case_id) where state = 'committed';
select enable_region_security('prepared_change', 'keep');

-- What other modules hear: key and date only, signed, in order for each person. Positions are given after the commit.
create table register_event (
  region_code text not null references regions (code),
  event_id    uuid not null,
  person_id   uuid not null,
  person_seq  integer not null,
  kind        text not null check (kind in ('person.born', 'person.died', 'person.moved', 'person.corrected')),
  event_date  date not null,
  recorded_at timestamptz not null,
  key_id      text not null,
  signature   bytea not null,
  position    bigint,
  primary key (region_code, event_id),
  unique (region_code, person_id, person_seq, kind)
);
create unique index register_event_position on register_event (region_code, position) where position is not null;
create index register_event_unnumbered on register_event (region_code, event_id) where position is null;
select enable_region_security('register_event', 'keep');

-- Moves between regions. Out: offered, claimed, accepted, withdrawn. In: requested, granted, refused, accepted.
create table transfer (
  region_code  text not null references regions (code),
  transfer_id  uuid not null,
  direction    text not null check (direction in ('out', 'in')),
  letter       text not null,
  other_region text not null,
  state        text not null check (state in ('offered', 'claimed', 'requested', 'granted', 'accepted', 'withdrawn', 'refused')),
  family_id    uuid,
  person_ids   uuid[] not null default '{}',
  payload      bytea,
  refusal      text,
  case_id      uuid,
  -- the message that asked for it, to know its receipt
  message_id   uuid,
  valid_until  date,
  recorded_at  timestamptz not null,
  changed_at   timestamptz not null,
  receipt_at   timestamptz,
  primary key (region_code, transfer_id),
  unique (region_code, direction, letter)
);
create index transfer_message on transfer (region_code, message_id) where message_id is not null;
select enable_region_security('transfer', 'keep');

create table stay (
  region_code  text not null references regions (code),
  stay_id      uuid not null,
  person_id    uuid,
  village_code text not null,
  started_on   date not null,
  until        date not null,
  details      bytea not null,
  case_id      uuid,
  recorded_at  timestamptz not null,
  primary key (region_code, stay_id)
);
create index stay_village on stay (region_code, village_code, until, stay_id);
create index stay_person on stay (region_code, person_id) where person_id is not null;
select enable_region_security('stay', 'append');

-- Decisions about possible duplicates. `subject` is a person, or a case whose person does not exist yet.
create table duplicate_decision (
  region_code text not null references regions (code),
  decision_id uuid not null,
  subject_id  uuid not null,
  person_id   uuid not null,
  verdict     text not null check (verdict in ('same', 'different')),
  reason      text not null,
  edition     text not null,
  score       numeric(8, 2) not null,
  band        text not null check (band in ('sure', 'possible')),
  decided_by  text not null,
  decided_at  timestamptz not null,
  undone_by   text,
  undone_at   timestamptz,
  undo_reason text,
  case_id     uuid,
  primary key (region_code, decision_id),
  foreign key (region_code, person_id) references person
);
create unique index duplicate_decision_open on duplicate_decision (region_code, subject_id, person_id) where undone_at is null;
select enable_region_security('duplicate_decision', 'keep');

-- Coverage: one snapshot of active residents gives both sides of a figure.
create table coverage_figure (
  region_code  text not null references regions (code),
  snapshot_on  date not null,
  indicator    text not null,
  village_code text not null,
  sex          text not null,
  age_group    text not null,
  numerator    integer not null,
  denominator  integer not null,
  taken_at     timestamptz not null,
  primary key (region_code, snapshot_on, indicator, village_code, sex, age_group),
  check (numerator between 0 and denominator)
);
select enable_region_security('coverage_figure', 'all');

-- Why a person still lacks a document, as the village operator found it.
create table coverage_reason (
  region_code text not null,
  person_id   uuid not null,
  indicator   text not null,
  reason      text not null check (reason in ('in-process', 'not-at-home', 'no-proof', 'refuses', 'died', 'moved')),
  noted_by    text not null,
  noted_at    timestamptz not null,
  primary key (region_code, person_id, indicator),
  foreign key (region_code, person_id) references person
);
select enable_region_security('coverage_reason', 'all');
