-- Programmes are made, changed and closed by people: what changed, who did it, when; a closed one keeps its deliveries.
alter table convergence_programme
  add column closed_on     date,
  add column closed_reason text not null default '';

create table convergence_programme_change (
  region_code  text not null references regions (code),
  change_id    uuid not null,
  programme_id text not null,
  kind         text not null check (kind in ('made', 'changed', 'closed', 'opened')),
  content      jsonb not null,
  changed_by   text not null,
  changed_at   timestamptz not null,
  primary key (region_code, change_id),
  foreign key (region_code, programme_id) references convergence_programme
);
create index convergence_programme_change_of on convergence_programme_change (region_code, programme_id, changed_at);
select enable_region_security('convergence_programme_change', 'append');
