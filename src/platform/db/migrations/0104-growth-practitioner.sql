-- The national number (IHS) of those who measure and verify, as an administrator looked it up: a bundle names who measured.
create table growth_practitioner (
  region_code text not null references regions (code),
  account_id  text not null,
  ihs         text not null check (ihs ~ '^[A-Za-z0-9.-]{1,40}$'),
  changed_by  text not null,
  changed_at  timestamptz not null,
  primary key (region_code, account_id)
);
select enable_region_security('growth_practitioner');
