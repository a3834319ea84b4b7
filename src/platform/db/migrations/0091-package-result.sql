-- A foster parent's package ends with a recorded result: what changed for the family, when, in words the giver reads.
alter table convergence_package
  add column ended_on    date,
  add column result      text check (result in ('factor-gone', 'better', 'same', 'ended-early')),
  add column result_note text not null default '',
  add constraint convergence_package_ends check (state <> 'finished' or (result is not null and ended_on is not null));
