-- Papers of a case between its approval and its signature: what will be printed, frozen; then the signed result, until the
-- commit makes it a document. Sealed, because it holds names and numbers.
create table case_paper (
  region_code text not null,
  case_id     uuid not null,
  document_id uuid not null,
  seq         integer not null,
  kind        text not null,
  of_kind     text not null,
  of_id       text not null,
  holders     text[] not null,
  data        bytea not null,
  signed      bytea,
  created_at  timestamptz not null,
  primary key (region_code, case_id, document_id),
  foreign key (region_code, case_id) references case_file (region_code, case_id)
);
create index case_paper_of on case_paper (region_code, of_id, kind, created_at);
select enable_region_security('case_paper');
