-- Who is away, and who stands in. Why somebody is away is asked by nobody and stands nowhere.

create table access.absence (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  account_id uuid not null,
  starts_on date not null,
  -- The last day away; null is not known yet.
  ends_on date,
  substitute_id uuid,
  -- 'noticed': nobody said so, but what waits for them is overdue and they have not been here.
  why text not null check (why in ('said', 'noticed')),
  made_by uuid,
  made_at timestamptz not null,
  -- Taken back, or come back from what was noticed: it counts no more.
  ended_at timestamptz,
  check (ends_on >= starts_on),
  check (substitute_id <> account_id),
  check (why = 'said' or substitute_id is null),
  -- For keys of two columns: what covers belongs to the same organisation.
  unique (id, organisation_id),
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade,
  foreign key (substitute_id, organisation_id) references access.account (id, organisation_id)
);
create index absence_of_account on access.absence (account_id) where ended_at is null;

-- When somebody who works here was last seen; written once a day, for noticing that they are not.
create table access.presence (
  account_id uuid primary key,
  organisation_id uuid not null references access.organisation,
  last_seen_on date not null,
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade
);

-- Nobody is away twice at the same time. Asked after the row is let in: until then it is not for the actor to hear what others said.
create function access.absences_apart() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.account_id::text, 10));
  if exists (select from access.absence other
      where other.account_id = new.account_id and other.id <> new.id and other.ended_at is null
        and daterange(other.starts_on, other.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
    raise exception 'two absences overlap' using errcode = 'exclusion_violation';
  end if;
  return null;
end $$;
create trigger apart after insert or update on access.absence
  for each row when (new.ended_at is null) execute function access.absences_apart();

do $$
declare t text;
begin
  foreach t in array array['absence', 'presence'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    execute format('create policy signin on access.%I to tugevus_signin using (true) with check (true)', t);
    execute format('create policy backup on access.%I for select to tugevus_backup using (true)', t);
    execute format('grant select on access.%I to tugevus_signin, tugevus_app, tugevus_backup', t);
  end loop;
end $$;
-- Whoever is seen again is not away as nobody had said they would be.
grant update (ended_at) on access.absence to tugevus_signin;
grant insert, update on access.presence to tugevus_signin;
grant insert, update (ends_on, substitute_id, ended_at) on access.absence to tugevus_app;

-- Whom to ask instead is for everybody who works with people, and for the people.
create policy known on access.absence for select to tugevus_app
  using (organisation_id = (select platform.organisation())
    and (select platform.role()) in ('coordinator', 'lead', 'supporter', 'participant', 'admin', 'system'));
-- Each says their own, in their own name; the lead anybody's. Only the house notices.
create policy say on access.absence for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and made_by is not distinct from (select platform.account())
    and ((select platform.role()) = 'system'
      or (why = 'said' and ((select platform.role()) = 'lead'
        or ((select platform.role()) in ('coordinator', 'supporter') and account_id = (select platform.account()))))));
create policy change on access.absence for update to tugevus_app
  using (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('lead', 'system')
      or ((select platform.role()) in ('coordinator', 'supporter') and account_id = (select platform.account()))))
  with check (organisation_id = (select platform.organisation()));

-- On which day a colleague was last here is for those who answer for the house.
create policy known on access.presence for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) in ('lead', 'admin', 'system'));

-- Since when an account is closed: what waits for its holder waits for nobody.
alter table access.account add column disabled_at timestamptz;

-- Sight may begin later than it is granted, and says which absence it covers.
alter table people.sight add column begins_on date, add column absence_id uuid,
  add foreign key (absence_id, organisation_id) references access.absence (id, organisation_id);
-- Once for each: asked again, the same cover is there already.
create unique index sight_of_cover on people.sight (absence_id, person_id, account_id) where ended_at is null;
grant update (begins_on) on people.sight to tugevus_app;

create or replace function people.visible(category text) returns setof uuid language sql stable as $$
  select person_id from people.sight
  where account_id = platform.account() and role = platform.role() and category = any(categories)
    and ended_at is null and (begins_on is null or begins_on <= platform.today()) and (ends_on is null or ends_on >= platform.today())
  union all
  select person_id from people.entry
  where account_id = platform.account() and xact = pg_current_xact_id_if_assigned()
$$;
