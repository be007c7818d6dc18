-- Learning: what somebody saw elsewhere, the method it became, where it was tried, and what came of it: one thread.

create schema learning;
grant usage on schema learning to tugevus_app, tugevus_backup;

-- The policies of a table that belongs to an organisation: `readers` and `writers` besides the jobs. Only the jobs erase.
create procedure learning.protect(target regclass, readers text[], writers text[]) language plpgsql as $$
declare
  ours text := 'organisation_id = (select platform.organisation())';
  seen text := format('%s and (select platform.role()) = any (%L)', ours, array['system'] || readers);
  written text := format('%s and (select platform.role()) = any (%L)', ours, array['system'] || writers);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy see on %s for select to tugevus_app using (%s)', target, seen);
  execute format('create policy add on %s for insert to tugevus_app with check (%s)', target, written);
  execute format('create policy change on %s for update to tugevus_app using (%s) with check (%s)', target, written, written);
  execute format('create policy erase on %s for delete to tugevus_app using (%s and (select platform.role()) = ''system'')', target, ours);
  execute format('create policy backup on %s for select to tugevus_backup using (true)', target);
  execute format('grant select on %s to tugevus_backup', target);
  execute format('grant select, insert, delete on %s to tugevus_app', target);
end $$;
revoke all on procedure learning.protect from public;

create table learning.project (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  title text not null check (length(title) between 2 and 200),
  -- As the funder numbers it, such as 2024-1-EE01-KA122-ADU-000233253.
  number text not null default '' check (length(number) <= 60),
  call_year smallint check (call_year between 2014 and 2100),
  funder text not null default '' check (length(funder) <= 200),
  starts_on date not null,
  ends_on date not null,
  summary text not null default '' check (length(summary) <= 3000),
  made_at timestamptz not null,
  check (ends_on >= starts_on),
  unique (id, organisation_id)
);
create index project_of_organisation on learning.project (organisation_id, starts_on);
call learning.protect('learning.project', array['mobility_lead', 'lead', 'developer', 'coordinator'], array['mobility_lead', 'lead']);
grant update (title, number, call_year, funder, starts_on, ends_on, summary) on learning.project to tugevus_app;

-- A journey to learn, or somebody who was asked to come and teach. Finished ones are entered as well.
create table learning.mobility (
  id uuid primary key,
  project_id uuid not null,
  organisation_id uuid not null references access.organisation,
  kind text not null check (kind in ('job-shadowing', 'teaching', 'course', 'group', 'learner', 'expert', 'hosted-teacher', 'preparatory')),
  title text not null check (length(title) between 2 and 200),
  -- Who was visited, or where the expert came from.
  host text not null check (length(host) between 2 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  town text not null default '' check (length(town) <= 120),
  starts_on date not null,
  ends_on date not null,
  -- On top of the days between.
  travel_days smallint not null default 0 check (travel_days between 0 and 6),
  purpose text not null default '' check (length(purpose) <= 3000),
  state text not null default 'draft' check (state in ('draft', 'complete')),
  made_at timestamptz not null,
  check (ends_on >= starts_on),
  unique (id, organisation_id),
  foreign key (project_id, organisation_id) references learning.project (id, organisation_id) on delete cascade
);
create index mobility_of_project on learning.mobility (project_id, starts_on);
call learning.protect('learning.mobility', array['mobility_lead', 'lead', 'developer', 'coordinator'], array['mobility_lead', 'lead']);
grant update (kind, title, host, country, town, starts_on, ends_on, travel_days, purpose, state) on learning.mobility to tugevus_app;

-- A method's life here. What it is stands in its versions.
create table learning.method (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  -- The key of a card that is shipped, or null where the house wrote its own.
  card text check (card ~ '^[a-z0-9-]{2,60}$'),
  origin text not null check (origin in ('mobility', 'expert', 'other')),
  -- Where it is from, in words; needed where nobody saw it on a journey.
  origin_note text not null default '' check (length(origin_note) <= 500),
  state text not null check (state in ('candidate', 'fit', 'adapted', 'piloting', 'in-use', 'retired')),
  made_at timestamptz not null,
  check (origin <> 'other' or length(trim(origin_note)) >= 2),
  unique (id, organisation_id),
  unique (organisation_id, card)
);
call learning.protect('learning.method', array['mobility_lead', 'lead', 'developer', 'coordinator', 'host'], array['mobility_lead', 'lead', 'developer']);
grant update (state, origin, origin_note) on learning.method to tugevus_app;

-- One wording of a method. What was tried keeps the wording it was tried by.
create table learning.method_version (
  id uuid primary key,
  method_id uuid not null,
  organisation_id uuid not null references access.organisation,
  number smallint not null check (number between 1 and 1000),
  -- What the house wrote itself; null where it is the shipped card's wording of this number.
  own jsonb check (jsonb_typeof(own) = 'object' and jsonb_typeof(own -> 'words') = 'object' and own -> 'words' <> '{}'::jsonb),
  made_by uuid,
  made_at timestamptz not null,
  unique (method_id, number),
  unique (id, organisation_id),
  foreign key (method_id, organisation_id) references learning.method (id, organisation_id) on delete cascade
);
call learning.protect('learning.method_version', array['mobility_lead', 'lead', 'developer', 'coordinator', 'host'], array['mobility_lead', 'lead', 'developer']);

-- Each step of its life, with who and why.
create table learning.method_step (
  id uuid primary key,
  method_id uuid not null,
  organisation_id uuid not null references access.organisation,
  state text not null check (state in ('candidate', 'fit', 'adapted', 'piloting', 'in-use', 'retired')),
  why text not null check (length(why) between 2 and 1000),
  by_account uuid,
  on_day date not null,
  at timestamptz not null,
  foreign key (method_id, organisation_id) references learning.method (id, organisation_id) on delete cascade
);
create index method_step_of_method on learning.method_step (method_id, at);
call learning.protect('learning.method_step', array['mobility_lead', 'lead', 'developer', 'coordinator'], array['mobility_lead', 'lead', 'developer']);

-- What was seen where, on a journey or with an expert, and which method it became.
create table learning.observation (
  id uuid primary key,
  mobility_id uuid not null,
  organisation_id uuid not null references access.organisation,
  method_id uuid,
  seen_on date not null,
  seen_at text not null check (length(seen_at) between 2 and 200),
  what text not null check (length(what) between 2 and 4000),
  thought text not null default '' check (length(thought) <= 2000),
  by_account uuid,
  made_at timestamptz not null,
  unique (id, organisation_id),
  foreign key (mobility_id, organisation_id) references learning.mobility (id, organisation_id) on delete cascade,
  foreign key (method_id, organisation_id) references learning.method (id, organisation_id)
);
create index observation_of_mobility on learning.observation (mobility_id, seen_on);
create index observation_of_method on learning.observation (method_id) where method_id is not null;
call learning.protect('learning.observation', array['mobility_lead', 'lead', 'developer', 'coordinator'], array['mobility_lead', 'lead', 'developer']);
grant update (method_id, seen_on, seen_at, what, thought) on learning.observation to tugevus_app;

-- No method without an origin: one from a journey has an observation of a journey, one from an expert an observation of an expert's visit. Asked when the
-- transaction ends, since one of the two has to be written first.
create function learning.has_origin(method uuid) returns boolean language sql stable as $$
  select m.origin = 'other' or exists (
    select from learning.observation o join learning.mobility v on v.id = o.mobility_id
     where o.method_id = m.id and (v.kind in ('expert', 'hosted-teacher')) = (m.origin = 'expert'))
  from learning.method m where m.id = method
$$;
create function learning.keep_origin() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  if tg_table_name = 'method' then
    touched := array[new.id];
  elsif tg_table_name = 'observation' then
    touched := array[old.method_id];
  else
    touched := array(select o.method_id from learning.observation o where o.mobility_id = old.id);
  end if;
  if exists (select from unnest(touched) as id where learning.has_origin(id) is false) then
    raise exception 'a method must keep where it is from' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger has_origin after insert or update of origin on learning.method
  deferrable initially deferred for each row execute function learning.keep_origin();
create constraint trigger keeps_origin after update of method_id or delete on learning.observation
  deferrable initially deferred for each row execute function learning.keep_origin();
create constraint trigger keeps_origin after update of kind on learning.mobility
  deferrable initially deferred for each row execute function learning.keep_origin();

-- What was changed before or while it was carried over (FRAME).
create table learning.adaptation (
  id uuid primary key,
  version_id uuid not null,
  organisation_id uuid not null references access.organisation,
  phase text not null check (phase in ('before', 'during', 'spreading', 'keeping')),
  planned text not null check (planned in ('planned', 'planned-reactive', 'unplanned')),
  what text[] not null check (cardinality(what) > 0 and what <@ array['content', 'context', 'training', 'spreading']),
  nature text[] not null check (cardinality(nature) > 0 and nature <@ array['tailoring', 'adding', 'removing', 'shortening', 'lengthening',
    'substituting', 'reordering', 'combining', 'repeating', 'loosening', 'drift']),
  fidelity text not null check (fidelity in ('kept', 'changed', 'unknown')),
  description text not null check (length(description) between 2 and 3000),
  reasons text not null default '' check (length(reasons) <= 2000),
  decided_by text not null default '' check (length(decided_by) <= 300),
  on_day date not null,
  by_account uuid,
  made_at timestamptz not null,
  unique (id, version_id, organisation_id),
  foreign key (version_id, organisation_id) references learning.method_version (id, organisation_id) on delete cascade
);
create index adaptation_of_version on learning.adaptation (version_id);
call learning.protect('learning.adaptation', array['mobility_lead', 'lead', 'developer', 'host'], array['mobility_lead', 'lead', 'developer']);

-- A method tried in a community. Groups and counts, never names of those reached; what nobody counted is null, which is not nought.
create table learning.trial (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  version_id uuid not null,
  adaptation_id uuid,
  -- The action of the community's plan it belongs to.
  action_id uuid,
  -- How the community was called: whoever follows the thread sees this and nothing more of it.
  about text not null check (length(about) between 2 and 120),
  facilitator_id uuid,
  starts_on date not null,
  ends_on date,
  state text not null check (state in ('planned', 'running', 'ended', 'stopped')),
  eligible integer check (eligible between 0 and 100000),
  reached integer check (reached between 0 and 100000),
  -- Places and groups that were asked, and that took part.
  asked integer check (asked between 0 and 10000),
  took_part integer check (took_part between 0 and 10000),
  fidelity text not null default 'unknown' check (fidelity in ('kept', 'changed', 'unknown')),
  happened text not null default '' check (length(happened) <= 4000),
  unwanted text not null default '' check (length(unwanted) <= 2000),
  hours_quarters integer check (hours_quarters between 0 and 40000),
  cost_cents integer check (cost_cents between 0 and 100000000),
  follow_up_on date,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check (ends_on is null or ends_on >= starts_on),
  check (reached is null or eligible is null or reached <= eligible),
  check (took_part is null or asked is null or took_part <= asked),
  check (state not in ('ended', 'stopped') or ends_on is not null),
  unique (id, community_id, organisation_id),
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade,
  foreign key (version_id, organisation_id) references learning.method_version (id, organisation_id),
  foreign key (adaptation_id, version_id, organisation_id) references learning.adaptation (id, version_id, organisation_id),
  foreign key (action_id, community_id, organisation_id) references communities.action (id, community_id, organisation_id),
  foreign key (facilitator_id, organisation_id) references access.account (id, organisation_id)
);
create index trial_of_community on learning.trial (community_id, starts_on);
create index trial_of_version on learning.trial (version_id);
call communities.protect('learning.trial', array['mobility_lead'], array['developer', 'lead'], 'see');
grant update (adaptation_id, action_id, facilitator_id, starts_on, ends_on, state, eligible, reached, asked, took_part, fidelity, happened,
  unwanted, hours_quarters, cost_cents, follow_up_on, changed_at) on learning.trial to tugevus_app;

-- What is said to have come of it. It hangs on its trial, and on a day that is not before it.
create table learning.result (
  id uuid primary key,
  trial_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  kind text not null check (kind in ('change', 'unwanted', 'lasting')),
  what text not null check (length(what) between 2 and 2000),
  -- How many of how many; null is not known.
  count integer check (count between 0 and 100000),
  out_of integer check (out_of between 0 and 100000),
  seen_on date not null,
  how_known text not null check (length(how_known) between 2 and 1000),
  by_account uuid,
  made_at timestamptz not null,
  check (count is null or out_of is null or count <= out_of),
  unique (id, community_id, organisation_id),
  foreign key (trial_id, community_id, organisation_id) references learning.trial (id, community_id, organisation_id) on delete cascade
);
create index result_of_trial on learning.result (trial_id, seen_on);
call communities.protect('learning.result', array['mobility_lead'], array['developer', 'lead'], 'see');

create function learning.not_before_trial() returns trigger language plpgsql as $$
begin
  if new.seen_on < (select t.starts_on from learning.trial t where t.id = new.trial_id) then
    raise exception 'a result is not before its trial' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger not_before_trial after insert or update on learning.result for each row execute function learning.not_before_trial();
create function learning.not_after_results() returns trigger language plpgsql as $$
begin
  if exists (select from learning.result r where r.trial_id = new.id and r.seen_on < new.starts_on) then
    raise exception 'a trial does not begin after its results' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger not_after_results after update of starts_on on learning.trial for each row execute function learning.not_after_results();
