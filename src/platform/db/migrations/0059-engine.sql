-- A paper may be about somebody whom this register does not have: the receipt of a stay, whose id is that of the stay.
alter table document drop constraint document_of_kind_check;
alter table document add constraint document_of_kind_check check (of_kind in ('person', 'family', 'deed', 'outsider'));
