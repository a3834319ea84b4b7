-- School screening, 5 to 18 years: a session for one class, entered by the health centre; a line a child with its three scores, and what
-- followed. Must stay true: scores and category are those of the edition named; a line is withdrawn, never deleted.
create table school_session (
  region_code text not null references regions (code),
  session_id  uuid not null,
  centre_id   text not null,
  school      text not null,
  class_name  text not null,
  held_on     date not null,
  edition     text not null,
  made_by     text not null,
  made_at     timestamptz not null,
  primary key (region_code, session_id)
);
create index school_session_centre on school_session (region_code, centre_id, held_on, session_id);
select enable_region_security('school_session', 'keep');
create table school_child (
  region_code     text not null,
  session_id      uuid not null,
  line_id         uuid not null,
  name            text not null,
  sex             smallint not null check (sex in (1, 2)),
  birth_date      date not null,
  weight_g        integer,
  height_tenth_mm integer,
  -- hundredths of an SD; null: not measured or outside the ages of the indicator
  z_height        integer,
  z_weight        integer,
  z_bmi           integer,
  category        text,
  due_on          date,
  result          text,
  result_words    text,
  result_on       date,
  result_by       text,
  state           text not null default 'recorded' check (state in ('recorded', 'withdrawn')),
  recorded_by     text not null,
  recorded_at     timestamptz not null,
  primary key (region_code, session_id, line_id),
  foreign key (region_code, session_id) references school_session,
  check ((result is null) = (result_on is null))
);
select enable_region_security('school_child', 'keep');
