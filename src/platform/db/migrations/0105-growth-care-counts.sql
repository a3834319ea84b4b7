-- Counts of care for one village and month (referrals, doses, extra food) read what falls into that month, not the history.
create index growth_pmt_village on growth_pmt (region_code, village_code, first_day);
create index growth_referral_made on growth_referral (region_code, referred_on);
create index growth_referral_answered on growth_referral (region_code, answered_on) where answered_on is not null;
create index growth_dose_given on growth_dose (region_code, given_on) where withdrawn_at is null;
