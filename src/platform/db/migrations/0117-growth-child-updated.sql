-- Whoever reads what changed since a moment (FHIR _lastUpdated) goes through an index, however many children there are.
create index growth_child_updated on growth_child (region_code, updated_at, child_id);
