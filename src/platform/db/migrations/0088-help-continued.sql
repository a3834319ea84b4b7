-- A colleague of the same unit may go on with what one began for somebody: who helped before is kept, because whoever helped
-- never verifies.
alter table case_help add column former_helpers text[] not null default '{}';
create index case_help_unit on case_help (region_code, unit, case_id) where way <> 'mandate';
