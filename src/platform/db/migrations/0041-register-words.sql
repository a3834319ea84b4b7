-- The words of names are derived from persons and rewritten with them; a foreign key would be looked up for every word.
alter table person_name_word drop constraint person_name_word_region_code_person_id_fkey;
