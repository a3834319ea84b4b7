-- What the clock told of a case, once each: a reminder to its applicant, most of the promise used, the promise broken (with the new
-- time the applicant was given), a hold past its date, a card that nobody collects. Appended only.
create table case_mark (
  region_code text not null references regions (code),
  case_id     uuid not null,
  -- what, and the time round in which it may be told again: 'clock-80/1'
  mark        text not null,
  at          timestamptz not null,
  until       timestamptz,
  primary key (region_code, case_id, mark),
  foreign key (region_code, case_id) references case_file (region_code, case_id)
);
select enable_region_security('case_mark', 'append');
