-- On how many of the days food was given it was eaten up, as the family says. Null: nobody asked.
alter table growth_pmt_week add column days_eaten smallint check (days_eaten between 0 and 7);
