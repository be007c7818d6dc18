-- For whom a day of a training is held, and how sure those who come are of each method it teaches.

/*
 A day of a training may be for a community, for an action of its plan and for a place where it takes people in. Apart from the day itself, which
 everybody sees who may sign up: this is only for those who see the community.
*/
create table learning.session_for (
  session_id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  action_id uuid,
  place_id uuid,
  foreign key (session_id, organisation_id) references learning.training_session (id, organisation_id) on delete cascade,
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade,
  foreign key (action_id, community_id, organisation_id) references communities.action (id, community_id, organisation_id),
  foreign key (place_id, community_id, organisation_id) references communities.place (id, community_id, organisation_id)
);
create index session_for_community on learning.session_for (community_id);
create index session_for_action on learning.session_for (action_id) where action_id is not null;
create index session_for_place on learning.session_for (place_id) where place_id is not null;
call communities.protect('learning.session_for', array['coordinator'], array['developer', 'lead'], 'see');
grant update (community_id, action_id, place_id) on learning.session_for to tugevus_app;
-- What was linked by mistake is let go.
drop policy erase on learning.session_for;
create policy erase on learning.session_for for delete to tugevus_app using (organisation_id = (select platform.organisation())
  and (select platform.role()) in ('system', 'developer', 'lead'));
