-- Where a community is to be found: several locations, and for each one who is told its address.

create table communities.location (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  -- Not the address: that stands apart.
  name text not null check (length(name) between 2 and 120),
  municipality text not null check (municipality ~ '^[0-9]{4}$'),
  -- Of the address. public: everybody; agreed: whoever arranges a stay too, who tells it to whom it is agreed with; hidden: those who tend
  -- the community alone; others see nothing of it but that a place is linked to something.
  visibility text not null check (visibility in ('public', 'agreed', 'hidden')),
  main boolean not null default false,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  retired_on date,
  check (not main or retired_on is null),
  unique (id, community_id, organisation_id),
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade
);
create index location_of_community on communities.location (community_id);
create unique index one_main_location on communities.location (community_id) where main;
call communities.protect('communities.location', array[]::text[], array['developer', 'lead'], 'write');
create policy arrange on communities.location for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'coordinator'
    and visibility <> 'hidden' and retired_on is null);
create policy published on communities.location for select to tugevus_app
  using ((select platform.role()) = 'visitor' and visibility <> 'hidden' and retired_on is null
    and community_id = any (array(select id from communities.community where published)));
grant update (name, municipality, visibility, main, changed_at, retired_on) on communities.location to tugevus_app;

-- Apart, so that whoever is not told it has no row to read it from, and sealed: where somebody lives is worth as much as a name.
create table communities.location_address (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  address_sealed bytea not null,
  point_sealed bytea,
  foreign key (id, community_id, organisation_id)
    references communities.location (id, community_id, organisation_id) on delete cascade
);
create index location_address_of_community on communities.location_address (community_id);
call communities.protect('communities.location_address', array[]::text[], array['developer', 'lead'], 'write');
-- Coordinators: of every location that they see.
create policy arrange on communities.location_address for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'coordinator'
    and id = any (array(select id from communities.location)));
create policy published on communities.location_address for select to tugevus_app
  using ((select platform.role()) = 'visitor'
    and id = any (array(select id from communities.location where visibility = 'public')));
grant update (address_sealed, point_sealed) on communities.location_address to tugevus_app;

-- Null: of where it is, no more is said than the municipality.
alter table communities.place add column location_id uuid;
alter table communities.place add foreign key (location_id, community_id, organisation_id)
  references communities.location (id, community_id, organisation_id);
create index place_of_location on communities.place (location_id);
grant update (location_id) on communities.place to tugevus_app;

-- A community had one point, which no form asked for and everybody could read of one that is published.
alter table communities.community drop column latitude, drop column longitude;
