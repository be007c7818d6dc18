-- Stories of the most significant change, told about a trial (Davies and Dart 2005): under another name, and only as far as the teller allows.

create table learning.story (
  id uuid primary key,
  trial_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  title text not null,
  -- Not the teller's name: what they chose to be called here.
  teller text not null,
  told_on date not null,
  happened text not null,
  matters text not null,
  consent text not null check (consent in ('internal', 'partners', 'public')),
  -- When and in which way the teller gave their word.
  consent_how text not null,
  withdrawn_on date,
  by_account uuid,
  made_at timestamptz not null,
  -- Of a story that was taken back nothing stays but that there was one.
  check (case when withdrawn_on is null
    then length(title) between 2 and 120 and length(teller) between 2 and 60 and length(happened) between 2 and 4000
      and length(matters) between 2 and 2000 and length(consent_how) between 2 and 300
    else title || teller || happened || matters || consent_how = '' end),
  unique (id, community_id, organisation_id),
  foreign key (trial_id, community_id, organisation_id) references learning.trial (id, community_id, organisation_id) on delete cascade
);
create index story_of_trial on learning.story (trial_id, told_on);
call communities.protect('learning.story', array['mobility_lead'], array['developer', 'lead'], '');
-- A contact person stands outside the house: they read what may leave it.
create policy told on learning.story for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'host'
    and community_id = any (array(select communities.mine())) and consent <> 'internal' and withdrawn_on is null);
-- A word that was taken back is not given again by somebody else.
create policy once on learning.story as restrictive for update to tugevus_app using (withdrawn_on is null) with check (true);
grant update (title, teller, happened, matters, consent_how, withdrawn_on) on learning.story to tugevus_app;
