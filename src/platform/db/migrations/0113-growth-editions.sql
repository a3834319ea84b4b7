-- A region's own edition of weight gains and limits of growth: holds from the first day of a month. Must stay true: an edition in force is
-- never changed, a newer one follows it, and months and alerts before it keep what they were judged by.
create table growth_edition (
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
create unique index growth_edition_from on growth_edition (region_code, from_day) where state = 'confirmed';
create unique index growth_edition_draft on growth_edition (region_code) where state = 'drafted';
select enable_region_security('growth_edition', 'keep');
