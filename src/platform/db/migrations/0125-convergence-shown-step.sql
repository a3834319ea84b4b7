-- How coarsely a village's scores are told to those who do not see small counts, in tenths of a point: 1, 10, 50, 100, 200; 0: not told.
-- Quarters rolled up before this column are told in fives.
alter table convergence_score add column shown_step smallint not null default 50;
