-- What retention has done: a case whose contents were removed says since when; indexes find what is still to be removed
-- without reading what was removed before.
alter table case_file add column emptied_at timestamptz;
create index case_retention on case_file (region_code, state, state_since)
  where emptied_at is null and state in ('discarded', 'expired', 'withdrawn', 'rejected', 'completed', 'annulled');
create index case_upload_file on case_upload (region_code, file_hash) where removed_at is null;
create index notice_addressed on notice (region_code, sent_at) where sent_at is not null and octet_length(address) > 0;
