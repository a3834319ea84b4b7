-- An edition comes back when the case that had superseded it is annulled.
alter table document_event drop constraint document_event_action_check,
  add constraint document_event_action_check check (action in ('issued', 'superseded', 'revoked', 'extended', 'reinstated'));

create index document_event_superseded on document_event (region_code, case_id) where action = 'superseded' and case_id is not null;
