-- What was seen may be what somebody set out to learn: an expected outcome of the same mobility.
alter table learning.outcome add constraint outcome_of_mobility unique (id, mobility_id, organisation_id);
alter table learning.observation add column outcome_id uuid,
  add foreign key (outcome_id, mobility_id, organisation_id)
    references learning.outcome (id, mobility_id, organisation_id) on delete set null (outcome_id);
grant update (outcome_id) on learning.observation to tugevus_app;
