-- A doctor's answer to a referral may name a coded diagnosis. The code is sealed with the words; this tells only that there is one.
alter table growth_referral add column diagnosed boolean not null default false;
