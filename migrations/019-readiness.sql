-- How ready a community is: rounds of interviews, each scored by two people who do not see each other's scores before both have handed theirs in.

create table communities.readiness_round (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  -- What it is asked and scored by, as it was then: content/readiness.
  variant text not null check (variant in ('six', 'five')),
  version smallint not null check (version > 0),
  dimensions text[] not null check (cardinality(dimensions) between 1 and 12),
  -- A small community of people much alike needs fewer interviews.
  small_and_alike boolean not null default false,
  begun_on date not null,
  closed_on date check (closed_on >= begun_on),
  made_by uuid,
  made_at timestamptz not null,
  unique (id, community_id, organisation_id),
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade
);
-- One after the other: a community is not asked twice at once.
create unique index readiness_round_open on communities.readiness_round (community_id) where closed_on is null;
create index readiness_round_of_community on communities.readiness_round (community_id, begun_on);
call communities.protect('communities.readiness_round', array[]::text[], array['developer', 'lead'], 'see');
grant update (small_and_alike, closed_on) on communities.readiness_round to tugevus_app;

create table communities.interview (
  id uuid primary key,
  round_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  number smallint not null check (number > 0),
  on_day date not null,
  -- Which part whoever was asked has in the community, never a name.
  part text not null check (length(part) between 2 and 120),
  -- What was said, word for word or nearly; kept in the house.
  notes_sealed bytea not null,
  -- Entered by mistake, or whoever was asked took it back: it counts for nothing.
  withdrawn_on date,
  made_by uuid,
  made_at timestamptz not null,
  unique (round_id, number),
  unique (id, community_id, organisation_id),
  foreign key (round_id, community_id, organisation_id)
    references communities.readiness_round (id, community_id, organisation_id) on delete cascade
);
call communities.protect('communities.interview', array[]::text[], array['developer', 'lead'], 'nothing');
grant update (on_day, part, notes_sealed, withdrawn_on) on communities.interview to tugevus_app;

-- Who scores an interview: two, never a third. A place that was given up is free for somebody else.
create table communities.interview_scorer (
  id uuid primary key,
  interview_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  account_id uuid not null,
  place smallint not null check (place in (1, 2)),
  taken_at timestamptz not null,
  finished_at timestamptz,
  given_up_at timestamptz,
  check (finished_at is null or given_up_at is null),
  unique (id, interview_id, account_id, community_id, organisation_id),
  foreign key (interview_id, community_id, organisation_id)
    references communities.interview (id, community_id, organisation_id) on delete cascade,
  foreign key (account_id, organisation_id) references access.account (id, organisation_id)
);
create unique index interview_scorer_place on communities.interview_scorer (interview_id, place) where given_up_at is null;
create unique index interview_scorer_once on communities.interview_scorer (interview_id, account_id) where given_up_at is null;
call communities.protect('communities.interview_scorer', array[]::text[], array['developer', 'lead'], 'nothing');
grant update (finished_at, given_up_at) on communities.interview_scorer to tugevus_app;

-- Interviews whose scores are open: both have handed theirs in. One scan for a statement, as of people.visible.
create function communities.opened() returns setof uuid language sql stable as $$
  select interview_id from communities.interview_scorer
  where given_up_at is null and finished_at is not null group by interview_id having count(*) = 2
$$;
-- Who scored them: those who gave up a place before are not among them.
create function communities.open_scorers() returns setof uuid language sql stable as $$
  select id from communities.interview_scorer
  where given_up_at is null and interview_id in (select communities.opened())
$$;

-- What one scorer gives, before they talk: their own alone until both are in, also for the lead. The jobs have no business with them.
create table communities.interview_score (
  scorer_id uuid not null,
  interview_id uuid not null,
  account_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  dimension text not null check (dimension ~ '^[a-z_]{2,40}$'),
  -- Quarters of a stage, in hundredths.
  hundredths smallint not null check (hundredths between 100 and 900 and hundredths % 25 = 0),
  why_sealed bytea,
  changed_at timestamptz not null,
  primary key (scorer_id, dimension),
  foreign key (scorer_id, interview_id, account_id, community_id, organisation_id)
    references communities.interview_scorer (id, interview_id, account_id, community_id, organisation_id) on delete cascade
);
create index interview_score_of_interview on communities.interview_score (interview_id);
alter table communities.interview_score enable row level security;
alter table communities.interview_score force row level security;
create policy see on communities.interview_score for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) in ('developer', 'lead')
    and (account_id = (select platform.account()) or scorer_id = any (array(select communities.open_scorers()))));
create policy add on communities.interview_score for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and (select platform.role()) in ('developer', 'lead')
    and account_id = (select platform.account()));
create policy change on communities.interview_score for update to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) in ('developer', 'lead')
    and account_id = (select platform.account()))
  with check (organisation_id = (select platform.organisation()) and account_id = (select platform.account()));
create policy backup on communities.interview_score for select to tugevus_backup using (true);
grant select on communities.interview_score to tugevus_backup;
grant select, insert, update (hundredths, why_sealed, changed_at) on communities.interview_score to tugevus_app;

-- What the two agreed on. Another one takes its place; none is ever changed.
create table communities.combined_score (
  id uuid primary key,
  interview_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  dimension text not null check (dimension ~ '^[a-z_]{2,40}$'),
  hundredths smallint not null check (hundredths between 100 and 900),
  agreed_by uuid,
  agreed_at timestamptz not null,
  superseded_at timestamptz,
  foreign key (interview_id, community_id, organisation_id)
    references communities.interview (id, community_id, organisation_id) on delete cascade
);
create unique index combined_score_once on communities.combined_score (interview_id, dimension) where superseded_at is null;
call communities.protect('communities.combined_score', array[]::text[], array['developer', 'lead'], 'nothing');
grant update (superseded_at) on communities.combined_score to tugevus_app;

-- What came out when a round was closed, exactly: the mean is sum over interviews. This alone contact persons see.
create table communities.readiness_result (
  round_id uuid not null,
  dimension text not null check (dimension ~ '^[a-z_]{2,40}$'),
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  sum_hundredths integer not null check (sum_hundredths between 0 and 900 * interviews),
  interviews smallint not null check (interviews between 0 and 200),
  primary key (round_id, dimension),
  foreign key (round_id, community_id, organisation_id)
    references communities.readiness_round (id, community_id, organisation_id) on delete cascade
);
call communities.protect('communities.readiness_result', array[]::text[], array['developer', 'lead'], 'see');
grant update (sum_hundredths, interviews) on communities.readiness_result to tugevus_app;

-- Whatever is decided in a round is decided one after the other.
create function communities.lock_round(of_round uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(of_round::text, 7355621))
$$;
create function communities.lock_round_of(of_interview uuid) returns void language sql as $$
  select communities.lock_round(round_id) from communities.interview where id = of_interview
$$;

-- Locks the round of an interview, and refuses where nothing can be said in it any more.
create function communities.under_way(of_interview uuid) returns void language plpgsql as $$
begin
  perform communities.lock_round_of(of_interview);
  if not exists (select from communities.readiness_round r join communities.interview i on i.round_id = r.id
    where i.id = of_interview and r.closed_on is null and i.withdrawn_on is null) then
    raise exception 'the round is closed' using errcode = 'check_violation';
  end if;
end $$;

create function communities.asks_about(of_interview uuid, about text) returns void language plpgsql as $$
begin
  if not exists (select from communities.readiness_round r join communities.interview i on i.round_id = r.id
    where i.id = of_interview and about = any (r.dimensions)) then
    raise exception 'the round does not ask about this' using errcode = 'check_violation';
  end if;
end $$;

-- A restore writes what was, without a role.
create function communities.interview_in_open_round() returns trigger language plpgsql as $$
begin
  if platform.role() is null then return new; end if;
  perform communities.lock_round(new.round_id);
  if not exists (select from communities.readiness_round where id = new.round_id and closed_on is null) then
    raise exception 'the round is closed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger in_open_round before insert or update on communities.interview
  for each row execute function communities.interview_in_open_round();

create function communities.scorer_rules() returns trigger language plpgsql as $$
begin
  if platform.role() is null then return new; end if;
  if tg_op = 'UPDATE' and new is not distinct from old then return new; end if;
  perform communities.under_way(new.interview_id);
  if tg_op = 'INSERT' then
    if new.account_id is distinct from platform.account() or new.finished_at is not null then
      raise exception 'a place is taken by whoever scores' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.interview_id in (select communities.opened()) then
    raise exception 'both have handed in' using errcode = 'check_violation';
  end if;
  if old.given_up_at is not null then
    raise exception 'the place was given up' using errcode = 'check_violation';
  end if;
  if new.finished_at is distinct from old.finished_at then
    if new.account_id is distinct from platform.account() then
      raise exception 'each hands in their own' using errcode = 'insufficient_privilege';
    end if;
    if new.finished_at is not null and exists (
      select unnest(r.dimensions) from communities.readiness_round r join communities.interview i on i.round_id = r.id
      where i.id = new.interview_id
      except select dimension from communities.interview_score where scorer_id = new.id) then
      raise exception 'not every dimension has a score' using errcode = 'check_violation';
    end if;
  end if;
  if new.given_up_at is not null and old.finished_at is not null then
    raise exception 'what was handed in stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger scorer_rules before insert or update on communities.interview_scorer
  for each row execute function communities.scorer_rules();

create function communities.score_rules() returns trigger language plpgsql as $$
begin
  if platform.role() is null then return new; end if;
  if tg_op = 'UPDATE' and new is not distinct from old then return new; end if;
  perform communities.under_way(new.interview_id);
  if not exists (select from communities.interview_scorer
    where id = new.scorer_id and finished_at is null and given_up_at is null) then
    raise exception 'the scores were handed in' using errcode = 'check_violation';
  end if;
  perform communities.asks_about(new.interview_id, new.dimension);
  return new;
end $$;
create trigger score_rules before insert or update on communities.interview_score
  for each row execute function communities.score_rules();

create function communities.combined_rules() returns trigger language plpgsql as $$
begin
  if platform.role() is null then return new; end if;
  if tg_op = 'UPDATE' and new is not distinct from old then return new; end if;
  perform communities.under_way(new.interview_id);
  if new.interview_id not in (select communities.opened()) then
    raise exception 'two must have handed in first' using errcode = 'check_violation';
  end if;
  if not exists (select from communities.interview_scorer
    where interview_id = new.interview_id and account_id = platform.account() and given_up_at is null) then
    raise exception 'only who scored agrees' using errcode = 'insufficient_privilege';
  end if;
  perform communities.asks_about(new.interview_id, new.dimension);
  return new;
end $$;
create trigger combined_rules before insert or update on communities.combined_score
  for each row execute function communities.combined_rules();

-- A round is closed once every interview that counts has its agreed scores; what came out is written before.
create function communities.round_rules() returns trigger language plpgsql as $$
begin
  if platform.role() is null then return new; end if;
  if new is not distinct from old then return new; end if;
  perform communities.lock_round(new.id);
  if new.closed_on is not null and old.closed_on is null then
    if not exists (select from communities.interview where round_id = new.id and withdrawn_on is null) then
      raise exception 'nobody was asked' using errcode = 'check_violation';
    end if;
    if exists (
      select from communities.interview i cross join unnest(new.dimensions) as asked(dimension)
      where i.round_id = new.id and i.withdrawn_on is null and not exists (
        select from communities.combined_score c
        where c.interview_id = i.id and c.dimension = asked.dimension and c.superseded_at is null)) then
      raise exception 'an interview has no agreed score' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger round_rules before update on communities.readiness_round
  for each row execute function communities.round_rules();

create function communities.result_rules() returns trigger language plpgsql as $$
begin
  if platform.role() is null then return new; end if;
  if tg_op = 'UPDATE' and new is not distinct from old then return new; end if;
  if not exists (select from communities.readiness_round where id = new.round_id and closed_on is null) then
    raise exception 'the round is closed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger result_rules before insert or update on communities.readiness_result
  for each row execute function communities.result_rules();
-- While a round is open, and once it was opened again, its figures are nobody's but the house's.
create policy once_closed on communities.readiness_result as restrictive for select to tugevus_app
  using ((select platform.role()) <> 'host'
    or round_id in (select id from communities.readiness_round where closed_on is not null));
