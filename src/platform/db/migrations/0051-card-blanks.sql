-- Blanks with numbers, the day's movements of cards, and what proved a hand-over. A blank is used once: on a card or spoiled.

-- A packet of blanks as it arrived: numbered from first to last, or without numbers (prefix null).
create table card_lot (
  region_code  text not null,
  lot_id       uuid not null,
  office       text not null,
  kind         text not null,
  prefix       text,
  digits       integer not null default 0,
  first_number bigint,
  last_number  bigint,
  -- the number that is offered next
  next_number  bigint,
  count        integer not null check (count > 0),
  letter       text not null default '',
  actor        text not null,
  received_at  timestamptz not null,
  primary key (region_code, lot_id),
  foreign key (region_code, office, kind) references card_stock (region_code, office, kind),
  check ((prefix is null) = (first_number is null) and (prefix is null) = (last_number is null))
);
create index card_lot_range on card_lot (region_code, office, kind, prefix, first_number);
select enable_region_security('card_lot', 'keep');

create unique index card_blank on card (region_code, kind, blank_number) where blank_number is not null;
create index card_spoiled_blank on card_spoiled (region_code, blank_number) where blank_number is not null;

-- What was shown and what proves it: a code told by the receiver, or the number of a signed slip in the archive.
alter table card add column originals text[] not null default '{}';
alter table card add column originals_note bytea;
alter table card add column proof_kind text check (proof_kind in ('code', 'slip'));
alter table card add column proof_ref text;

-- Cards and blanks of a day, kept with each movement, so that reports and the year's sums never count history.
create table card_day (
  region_code text not null references regions (code),
  day         date not null,
  office      text not null,
  kind        text not null,
  received    integer not null default 0,
  printed     integer not null default 0,
  spoiled     integer not null default 0,
  counted     integer not null default 0,
  handed      integer not null default 0,
  primary key (region_code, day, office, kind)
);
select enable_region_security('card_day');

insert into card_day (region_code, day, office, kind, received, printed, counted)
select m.region_code, (m.at at time zone r.time_zone)::date, m.office, m.kind,
  coalesce(sum(m.change) filter (where m.cause = 'received'), 0),
  coalesce(sum(-m.change) filter (where m.cause = 'printed'), 0),
  coalesce(sum(m.change) filter (where m.cause in ('counted', 'returned')), 0)
from card_stock_move m join regions r on r.code = m.region_code
group by 1, 2, 3, 4;
