-- Red flags in a region's own words: of the shipped ones that differ, and of those the region asks for itself.
alter table growth_edition add column words jsonb not null default '{}';
