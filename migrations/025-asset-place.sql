-- What a community has, and whom it could help: a place that it offers, or, where there is none yet, a sentence.

alter table communities.asset add unique (id, community_id, organisation_id);
alter table communities.asset add column help text not null default '' check (length(help) <= 300);
grant update (help) on communities.asset to tugevus_app;

create table communities.asset_place (
  asset_id uuid not null,
  place_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  made_at timestamptz not null,
  -- Nobody thinks so any more.
  ended_at timestamptz,
  primary key (asset_id, place_id),
  foreign key (asset_id, community_id, organisation_id)
    references communities.asset (id, community_id, organisation_id) on delete cascade,
  foreign key (place_id, community_id, organisation_id)
    references communities.place (id, community_id, organisation_id) on delete cascade
);
create index asset_place_of_place on communities.asset_place (place_id);
create index asset_place_of_community on communities.asset_place (community_id);
call communities.protect('communities.asset_place', array[]::text[], array['developer', 'lead'], 'write');
grant update (made_at, ended_at) on communities.asset_place to tugevus_app;
