-- A child's lines of school screening are found for the copy a family gets of its own data: classes know a child by name and birth date.
create index school_child_person on school_child (region_code, birth_date, lower(name));
