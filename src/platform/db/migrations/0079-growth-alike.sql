-- Two records of children that somebody looked at and found to be two children: the queue does not ask again.
create table growth_not_same (
  region_code text not null,
  child_a     uuid not null,
  child_b     uuid not null,
  decided_by  text not null,
  decided_at  timestamptz not null,
  reason      text not null,
  primary key (region_code, child_a, child_b),
  foreign key (region_code, child_a) references growth_child,
  foreign key (region_code, child_b) references growth_child,
  check (child_a < child_b)
);
select enable_region_security('growth_not_same', 'keep');

-- A child that moves twice on one day, and a record that was merged into another, leave no stay behind that nobody lived.
grant delete on growth_child_stay to puja_app;
