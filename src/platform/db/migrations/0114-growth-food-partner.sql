-- Who gives supplementary food when it is paid by a partner, as the e-PPGBM sheet asks (mitra, mitra_lain). Names of firms and bodies,
-- never of a child.
alter table growth_pmt add column partner text, add column partner_other text;
