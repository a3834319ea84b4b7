-- Deputies for an absence: proposed by one, confirmed by another; what they may do is a row of role_assignment of its own
-- (deputy_for), which holds in the named time only.

create table deputy (
  region_code   text not null references regions (code),
  deputy_id     uuid not null,
  -- whose work it is
  assignment_id uuid not null,
  account_id    text not null,
  -- how the paper says it: acting for a day (plh), acting for an empty post (plt), on behalf of (an)
  title         text not null check (title in ('plh', 'plt', 'an')),
  -- as printed on papers
  printed_name  text not null,
  nip           text,
  -- number of the order
  decree        text not null,
  valid_from    timestamptz not null,
  valid_until   timestamptz not null,
  state         text not null check (state in ('proposed', 'confirmed', 'refused', 'ended')),
  proposed_by   text not null,
  proposed_at   timestamptz not null,
  decided_by    text,
  decided_at    timestamptz,
  ended_by      text,
  ended_at      timestamptz,
  granted       uuid,
  primary key (region_code, deputy_id),
  foreign key (region_code, assignment_id) references role_assignment (region_code, assignment_id),
  foreign key (region_code, granted) references role_assignment (region_code, assignment_id),
  check (valid_until > valid_from),
  check (decided_by is null or decided_by <> proposed_by)
);
create index deputy_open on deputy (region_code, valid_until, deputy_id);
create index deputy_of on deputy (region_code, assignment_id, valid_until) where state in ('proposed', 'confirmed');
create index deputy_granted on deputy (region_code, account_id, valid_until) where state = 'confirmed';
select enable_region_security('deputy', 'keep');
