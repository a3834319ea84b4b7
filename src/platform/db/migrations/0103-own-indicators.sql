-- Indicators a region adds with an edition of its own, as data: code, names, the service that gives numerator and denominator.
alter table convergence_indicator_edition add column added jsonb not null default '[]';
