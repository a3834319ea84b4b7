-- Family cards that an earlier system signed electronically, as an import of that system says. Counted in coverage until a
-- paper of our own archive speaks for the family; nothing can be downloaded of them here.
alter table family add column signed_before_on date;
create index family_signed_before on family (region_code, village_code) where signed_before_on is not null;
