-- Officers outside the demo: invitations and requests with four eyes; sessions that know whether a second factor opened
-- them; codes of an authenticator that were used; what stand-ins took is sealed and has an end.

alter table auth."session" add column "strong" boolean not null default false;

-- A code of an authenticator holds for half a minute and opens one door only.
create table auth.used_code (
  user_id   text not null references auth."user" ("id") on delete cascade,
  code_hash text not null,
  used_at   timestamptz not null default now(),
  primary key (user_id, code_hash)
);
create index used_code_at on auth.used_code (used_at);
create index verification_expires on auth."verification" ("expiresAt");
create index session_expires on auth."session" ("expiresAt");
grant select, insert, update, delete on auth.used_code to puja_auth;

delete from stand_in_message;
alter table stand_in_message drop column body;
alter table stand_in_message add column sealed bytea not null;
alter table stand_in_message add column expires_at timestamptz;

-- A link that makes an officer's account or puts a lost one right. Only its hash is kept; name and address are sealed.
create table officer_invitation (
  region_code   text not null references regions (code),
  invitation_id uuid not null,
  token_hash    text not null,
  kind          text not null check (kind in ('invite', 'reset')),
  identity      bytea not null,
  -- known from the start for a reset; otherwise since the link was opened and a password set
  account_id    text,
  role          text,
  place         text,
  services      text[] not null default '{*}',
  unit_id       text,
  role_until    timestamptz,
  created_by    text not null,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  claimed_at    timestamptz,
  completed_at  timestamptz,
  ended_at      timestamptz,
  primary key (region_code, invitation_id),
  unique (region_code, token_hash),
  foreign key (region_code, unit_id) references unit (region_code, unit_id),
  check (kind = 'reset' or (role is not null and place is not null and unit_id is not null))
);
create index officer_invitation_open on officer_invitation (region_code, created_at)
  where completed_at is null and ended_at is null;
select enable_region_security('officer_invitation');

-- What one person asks for and another allows: powerful roles, and new keys for an officer who lost them.
create table officer_request (
  region_code   text not null references regions (code),
  request_id    uuid not null,
  kind          text not null check (kind in ('invite', 'give', 'end', 'reset')),
  account_id    text,
  assignment_id uuid,
  identity      bytea,
  role          text,
  place         text,
  services      text[] not null default '{*}',
  unit_id       text,
  role_until    timestamptz,
  reason        text not null default '',
  requested_by  text not null,
  requested_at  timestamptz not null,
  decided_by    text,
  decided_at    timestamptz,
  approved      boolean,
  primary key (region_code, request_id),
  foreign key (region_code, unit_id) references unit (region_code, unit_id),
  check (decided_by is null or decided_by <> requested_by)
);
create index officer_request_open on officer_request (region_code, requested_at) where decided_at is null;
select enable_region_security('officer_request');
