-- Figures of an old report that a second person has to compare with their source: as typed, until that person says yes or no.
create table satisfaction_import_waiting (
  region_code text not null default current_setting('app.region') references regions (code),
  waiting_id  uuid not null,
  draft       jsonb not null,
  doubts      jsonb not null,
  typed_by    text not null,
  typed_on    date not null,
  primary key (region_code, waiting_id)
);
select enable_region_security('satisfaction_import_waiting');
