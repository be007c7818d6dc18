-- Places that communities offer: to do something, to live, to work, a person beside one, a first visit. And what of them is taken.

create table communities.place (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  kind text not null check (kind in ('activity', 'living', 'work', 'person', 'taster')),
  title text not null check (length(title) between 2 and 120),
  what text not null default '' check (length(what) <= 2000),
  -- regular: by `rule` (RFC 5545); agreement: as is agreed; now: at once and all the time, such as a room.
  timing text not null check (timing in ('regular', 'agreement', 'now')),
  rule text check (length(rule) <= 200),
  opens text check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  languages text[] not null default '{et}' check (languages <@ array['et', 'ru', 'en', 'fi', 'uk', 'lv', 'sign']),
  access text[] not null default '{}' check (access <@ array['step_free', 'accessible_toilet', 'quiet', 'public_transport']),
  features text[] not null default '{}'
    check (features <@ array['substance_free', 'women_only', 'men_only', 'evening', 'weekend', 'children_welcome', 'pets']),
  rules text not null default '' check (length(rules) <= 1000),
  -- Null: free of charge.
  cost_cents integer check (cost_cents > 0),
  cost_note text not null default '' check (length(cost_note) <= 200),
  -- It takes place with at least so many.
  minimum integer not null default 1 check (minimum >= 1),
  total integer not null check (total between 1 and 500),
  starts_on date,
  ends_on date,
  confirmed_on date,
  confirmed_by uuid,
  state text not null default 'open' check (state in ('open', 'closed')),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check ((timing = 'regular') = (rule is not null)),
  check (minimum <= total),
  check (ends_on >= starts_on),
  check (not features @> array['women_only', 'men_only']),
  unique (id, community_id, organisation_id),
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade
);
create index place_of_community on communities.place (community_id);
call communities.protect('communities.place', array['coordinator'], array['developer', 'lead'], 'write');
create policy published on communities.place for select to tugevus_app
  using (state = 'open' and (select platform.role()) = 'visitor'
    and community_id = any (array(select id from communities.community where published)));
grant update (kind, title, what, timing, rule, opens, closes, languages, access, features, rules, cost_cents, cost_note, minimum, total,
  starts_on, ends_on, confirmed_on, confirmed_by, state, changed_at) on communities.place to tugevus_app;

-- What names somebody of the community, or is only for those who arrange a stay: apart, because a place may be shown to everybody.
create table communities.place_contact (
  place_id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  -- Who goes along the first time.
  buddy_sealed bytea,
  -- What the host does when something goes wrong, and whom to call.
  trouble_sealed bytea,
  call_sealed bytea,
  foreign key (place_id, community_id, organisation_id)
    references communities.place (id, community_id, organisation_id) on delete cascade
);
call communities.protect('communities.place_contact', array['coordinator'], array['developer', 'lead'], 'write');
grant update (buddy_sealed, trouble_sealed, call_sealed) on communities.place_contact to tugevus_app;

-- So many of a place are taken from one day to another. For whom is known elsewhere, and never here.
create table communities.hold (
  id uuid primary key,
  place_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  from_on date not null,
  -- The last day; null: for good.
  until_on date,
  count integer not null check (count between 1 and 500),
  -- Why, in words that can name nobody: a coordinator arranged it, the community needs it itself, or it rests.
  label text not null default 'coordinator' check (label in ('coordinator', 'community', 'pause')),
  state text not null default 'held' check (state in ('held', 'released')),
  made_at timestamptz not null,
  made_by uuid,
  -- Free again from this day.
  released_on date,
  released_by uuid,
  check (until_on >= from_on),
  check (released_on >= from_on),
  check ((state = 'released') = (released_on is not null)),
  foreign key (place_id, community_id, organisation_id)
    references communities.place (id, community_id, organisation_id) on delete cascade
);
create index hold_of_place on communities.hold (place_id, from_on);
call communities.protect('communities.hold', array['coordinator'], array['developer', 'lead', 'coordinator'], 'see');
grant update (state, until_on, released_on, released_by) on communities.hold to tugevus_app;

-- The days on which a hold takes something.
create function communities.taken_days(from_on date, until_on date, released_on date) returns daterange language sql immutable as $$
  select daterange(from_on, least(until_on + 1, released_on))
$$;

/*
 Whoever takes of a place, or makes it smaller, waits for whoever is doing so. Not by a lock of the row: to lock a row one must be allowed to
 change it, and a coordinator may not.
*/
create function communities.place_turn(of_place uuid) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended(of_place::text, 7355620))
$$;

/*
 What is taken never exceeds what there is: on no day of `of_days` that is not over yet. Days that are over are left as they were, so that a
 place can become smaller, and a backup with an old, fuller time be restored.
*/
create function communities.refuse_overbooking(of_place uuid, of_days daterange) returns void language plpgsql volatile as $$
declare
  -- The clock of the application cannot be set forward to get round this.
  open_days daterange := of_days * daterange(least(platform.today(), current_date), null);
  most integer;
  worst bigint;
begin
  if isempty(open_days) then return; end if;
  -- With a view of the past, what others have taken meanwhile would not be seen.
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception 'places are taken at isolation level read committed only' using errcode = 'feature_not_supported';
  end if;
  perform communities.place_turn(of_place);
  select total into most from communities.place where id = of_place;
  if most is null then raise exception 'there is no such place' using errcode = 'foreign_key_violation'; end if;
  -- The sum can only rise on a day on which a hold begins.
  with held as (
    select communities.taken_days(from_on, until_on, released_on) as days, count from communities.hold
    where place_id = of_place and communities.taken_days(from_on, until_on, released_on) && open_days
  ), day as (
    select greatest(lower(days), lower(open_days)) as on_day from held
  )
  select max((select sum(held.count) from held where held.days @> day.on_day)) into worst from day;
  if worst > most then
    raise exception 'more is taken of a place than there is: % of %', worst, most
      using errcode = 'check_violation', constraint = 'hold_within_total';
  end if;
end $$;

create function communities.hold_within_total() returns trigger language plpgsql as $$
declare
  days daterange := communities.taken_days(new.from_on, new.until_on, new.released_on);
begin
  if tg_op = 'UPDATE' then
    -- Giving back is always possible.
    if new.place_id = old.place_id and new.count <= old.count
      and days <@ communities.taken_days(old.from_on, old.until_on, old.released_on) then return null; end if;
  end if;
  perform communities.refuse_overbooking(new.place_id, days);
  return null;
end $$;
create trigger hold_within_total after insert or update on communities.hold
  for each row execute function communities.hold_within_total();

create function communities.total_covers_holds() returns trigger language plpgsql as $$
begin
  perform communities.refuse_overbooking(new.id, daterange(null, null));
  return null;
end $$;
create trigger total_covers_holds after update of total on communities.place
  for each row when (new.total < old.total) execute function communities.total_covers_holds();
