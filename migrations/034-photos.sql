-- Pictures of what was seen, drawn anew without where and when they were taken, and sealed. The number keeps them in order, and at six.
create table learning.observation_photo (
  id uuid primary key,
  observation_id uuid not null,
  organisation_id uuid not null references access.organisation,
  number smallint not null check (number between 1 and 6),
  picture_sealed bytea not null,
  width smallint not null check (width > 0),
  height smallint not null check (height > 0),
  -- What is in it, for those who do not see it.
  alt text not null default '' check (length(alt) <= 300),
  by_account uuid,
  made_at timestamptz not null,
  unique (observation_id, number),
  foreign key (observation_id, organisation_id) references learning.observation (id, organisation_id) on delete cascade
);
call learning.protect('learning.observation_photo', array['mobility_lead', 'lead', 'developer', 'coordinator'],
  array['mobility_lead', 'lead', 'developer']);
grant update (alt) on learning.observation_photo to tugevus_app;
-- Whoever may change what was seen may take a picture of it away.
drop policy erase on learning.observation_photo;
create policy erase on learning.observation_photo for delete to tugevus_app using (organisation_id = (select platform.organisation())
  and (select platform.role()) = any (array['system', 'mobility_lead', 'lead', 'developer']));
-- Whoever sees what was seen sees its pictures: of a draft only its writer.
create policy of_seen on learning.observation_photo as restrictive to tugevus_app
  using (exists (select from learning.observation o where o.id = observation_id))
  with check (exists (select from learning.observation o where o.id = observation_id));
