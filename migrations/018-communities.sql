-- Communities: who they are, who belongs to them, where they meet, what they have.

-- Somebody without an account sees of the house what is published, and nobody who is in it.
create policy no_visitor on access.account as restrictive for select to tugevus_app
  using ((select platform.role()) is distinct from 'visitor');
create policy no_visitor on access.account_role as restrictive for select to tugevus_app
  using ((select platform.role()) is distinct from 'visitor');
create policy no_visitor on access.organisation as restrictive for select to tugevus_app
  using ((select platform.role()) is distinct from 'visitor');
create policy no_visitor on platform.mail as restrictive for insert to tugevus_app
  with check ((select platform.role()) is distinct from 'visitor');

create schema communities;
grant usage on schema communities to tugevus_app, tugevus_backup;

create table communities.community (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  -- Stands in addresses; never changes.
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 2 and 120),
  -- D. Narusson's types of communities.
  kind text not null check (kind in ('place', 'interest', 'culture', 'identity', 'institution', 'mutual', 'learning')),
  municipality text not null check (municipality ~ '^[0-9]{4}$'),
  -- A point inside the municipality where nothing nearer is known; degrees.
  latitude double precision check (latitude between 57 and 60.5),
  longitude double precision check (longitude between 21 and 29),
  languages text[] not null default '{et}' check (languages <@ array['et', 'ru', 'en', 'fi', 'uk', 'lv', 'sign']),
  summary text not null default '' check (length(summary) <= 2000),
  -- How to get in touch, for everybody; the accounts of people are never shown.
  contact_sealed bytea,
  -- asked: by the public form; talk: somebody talks with them; accepted; resting: takes nobody for now; declined.
  state text not null check (state in ('asked', 'talk', 'accepted', 'resting', 'declined')),
  state_since date not null,
  -- Shown without an account; only once it is accepted.
  published boolean not null default false,
  trust text not null default 'visitor' check (trust in ('visitor', 'friend', 'host')),
  developer_id uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check (not published or state in ('accepted', 'resting')),
  check ((latitude is null) = (longitude is null)),
  unique (slug),
  unique (id, organisation_id),
  foreign key (developer_id, organisation_id) references access.account (id, organisation_id)
);
create index community_of_organisation on communities.community (organisation_id, state);

-- Contact persons of a community: people with accounts, in the role of a host.
create table communities.member (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  account_id uuid not null,
  since date not null,
  ended_on date,
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade,
  foreign key (account_id, organisation_id) references access.account (id, organisation_id)
);
create unique index member_once on communities.member (community_id, account_id) where ended_on is null;
create index member_of_account on communities.member (account_id) where ended_on is null;

-- The communities of a host. One scan for a statement, as of people.visible.
create function communities.mine() returns setof uuid language sql stable as $$
  select community_id from communities.member
  where account_id = platform.account() and platform.role() = 'host' and ended_on is null
$$;

/*
 The policies of a table of rows about communities. `hosts`: what contact persons may do with those of their own communities: nothing,
 see, change (and see) or write (add, change and see). `readers` besides developer, lead and the jobs, `writers` besides the jobs. Only the jobs erase.
*/
create procedure communities.protect(target regclass, readers text[], writers text[], hosts text) language plpgsql as $$
declare
  community text := case when target::text = 'communities.community' then 'id' else 'community_id' end;
  own text := format('((select platform.role()) = ''host'' and %I = any (array(select communities.mine())))', community);
  ours text := 'organisation_id = (select platform.organisation())';
  seen text := format('%s and ((select platform.role()) = any (%L)%s)', ours, array['developer', 'lead', 'system'] || readers,
    case when hosts in ('see', 'change', 'write') then ' or ' || own else '' end);
  changed text := format('%s and ((select platform.role()) = any (%L)%s)', ours, array['system'] || writers,
    case when hosts in ('change', 'write') then ' or ' || own else '' end);
  added text := format('%s and ((select platform.role()) = any (%L)%s)', ours, array['system'] || writers,
    case when hosts = 'write' then ' or ' || own else '' end);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy see on %s for select to tugevus_app using (%s)', target, seen);
  execute format('create policy add on %s for insert to tugevus_app with check (%s)', target, added);
  execute format('create policy change on %s for update to tugevus_app using (%s) with check (%s)', target, changed, changed);
  execute format('create policy erase on %s for delete to tugevus_app using (%s and (select platform.role()) = ''system'')', target, ours);
  execute format('create policy backup on %s for select to tugevus_backup using (true)', target);
  execute format('grant select on %s to tugevus_backup', target);
  execute format('grant select, insert, delete on %s to tugevus_app', target);
end $$;
revoke all on procedure communities.protect from public;

call communities.protect('communities.community', array['coordinator'], array['developer', 'lead'], 'change');
-- Somebody without an account asks to join, and reads what is published.
create policy ask on communities.community for insert to tugevus_app
  with check ((select platform.role()) = 'visitor' and organisation_id = (select platform.organisation())
    and state = 'asked' and not published and trust = 'visitor' and developer_id is null);
-- What is published, everybody looks at as somebody without an account does, whoever they are.
create policy published on communities.community for select to tugevus_app
  using (published and (select platform.role()) = 'visitor');
-- What a community says of itself is its contact persons' to change; how far it is and who develops it is not.
grant update (name, kind, municipality, latitude, longitude, languages, summary, contact_sealed, state, state_since, published, trust,
  developer_id, changed_at) on communities.community to tugevus_app;
create function communities.only_by_developer() returns trigger language plpgsql as $$
begin
  if platform.role() = 'host' then
    raise exception 'a host does not change this' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger only_by_developer before update of state, published, trust, developer_id, municipality on communities.community
  for each row when ((new.state, new.published, new.trust, new.developer_id, new.municipality)
    is distinct from (old.state, old.published, old.trust, old.developer_id, old.municipality))
  execute function communities.only_by_developer();

alter table communities.member enable row level security;
alter table communities.member force row level security;
create policy see on communities.member for select to tugevus_app
  using (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('developer', 'lead', 'system')
      or ((select platform.role()) = 'host' and account_id = (select platform.account()))));
create policy add on communities.member for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and (select platform.role()) in ('developer', 'lead', 'system'));
create policy change on communities.member for update to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) in ('developer', 'lead', 'system'))
  with check (organisation_id = (select platform.organisation()));
create policy erase on communities.member for delete to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
create policy backup on communities.member for select to tugevus_backup using (true);
grant select on communities.member to tugevus_backup;
grant select, insert, delete, update (ended_on) on communities.member to tugevus_app;

-- Trust grows by what named people confirm, never by a count of anything.
create table communities.confirmation (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  level text not null check (level in ('friend', 'host')),
  -- Who says so, and what they saw.
  name text not null check (length(name) between 2 and 120),
  basis text not null check (length(basis) between 2 and 500),
  recorded_by uuid,
  recorded_at timestamptz not null,
  on_day date not null,
  withdrawn_at timestamptz,
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade
);
create index confirmation_of_community on communities.confirmation (community_id);
call communities.protect('communities.confirmation', array[]::text[], array['developer', 'lead'], 'see');
grant update (withdrawn_at) on communities.confirmation to tugevus_app;

-- What they have, found in an asset-mapping visit. Kinds: asset-based community development; capitals: Flora & Flora 2004.
create table communities.asset (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  kind text not null check (kind in ('people', 'group', 'organisation', 'nature', 'story')),
  capitals text[] not null default '{}'
    check (capitals <@ array['natural', 'cultural', 'human', 'social', 'political', 'financial', 'built']),
  title text not null check (length(title) between 2 and 120),
  note text not null default '' check (length(note) <= 1000),
  found_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  retired_on date,
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade
);
create index asset_of_community on communities.asset (community_id);
call communities.protect('communities.asset', array[]::text[], array['developer', 'lead'], 'write');
grant update (kind, capitals, title, note, retired_on) on communities.asset to tugevus_app;
