-- A region's own edition of the indicators: targets, owners and budget codes that hold from the first day of a quarter. Must stay true:
-- an edition in force is never changed, a newer one follows it, and quarters before it keep what they were judged by.
create table convergence_indicator_edition (
  region_code  text not null references regions (code),
  edition_id   uuid not null,
  from_day     date not null,
  name         text not null,
  source       text not null,
  changes      jsonb not null,
  state        text not null check (state in ('drafted', 'confirmed', 'dropped')),
  drafted_by   text not null,
  drafted_at   timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  primary key (region_code, edition_id),
  check ((state = 'confirmed') = (confirmed_by is not null)),
  check (confirmed_by is distinct from drafted_by)
);
create unique index convergence_indicator_edition_from on convergence_indicator_edition (region_code, from_day) where state = 'confirmed';
create unique index convergence_indicator_edition_draft on convergence_indicator_edition (region_code) where state = 'drafted';
select enable_region_security('convergence_indicator_edition', 'keep');
