-- What a community plans, what became of it, and the visits in which it is talked over.

create table communities.goal (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  -- A dimension of readiness and how far it is to grow; content/readiness says which there are.
  dimension text check (dimension ~ '^[a-z_]{2,40}$'),
  stage_from smallint check (stage_from between 1 and 9),
  stage_to smallint check (stage_to between 1 and 9),
  title text not null check (length(title) between 2 and 160),
  why text not null default '' check (length(why) <= 1000),
  due_on date,
  state text not null check (state in ('open', 'dropped')),
  made_at timestamptz not null,
  unique (id, community_id, organisation_id),
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade
);
create index goal_of_community on communities.goal (community_id);
call communities.protect('communities.goal', array[]::text[], array['developer', 'lead'], 'see');
grant update (dimension, stage_from, stage_to, title, why, due_on, state) on communities.goal to tugevus_app;

create table communities.action (
  id uuid primary key,
  goal_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  title text not null check (length(title) between 2 and 160),
  -- A name or a part in the community.
  who_sealed bytea,
  by_on date,
  cost_cents integer check (cost_cents between 0 and 100000000),
  state text not null check (state in ('planned', 'begun', 'done', 'dropped')),
  evidence text not null default '' check (length(evidence) <= 1000),
  milestone boolean not null default false,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  unique (id, community_id, organisation_id),
  foreign key (goal_id, community_id, organisation_id)
    references communities.goal (id, community_id, organisation_id) on delete cascade
);
create index action_of_community on communities.action (community_id);
create index action_of_goal on communities.action (goal_id);
call communities.protect('communities.action', array[]::text[], array['developer', 'lead'], 'change');
grant update (title, who_sealed, by_on, cost_cents, state, evidence, milestone, changed_at) on communities.action to tugevus_app;
-- A contact person says what was done; what is planned is agreed on together with the developer.
create trigger only_by_developer before update of title, who_sealed, by_on, cost_cents, milestone on communities.action
  for each row when ((new.title, new.who_sealed, new.by_on, new.cost_cents, new.milestone)
    is distinct from (old.title, old.who_sealed, old.by_on, old.cost_cents, old.milestone))
  execute function communities.only_by_developer();

create table communities.action_change (
  id uuid primary key,
  action_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  state_from text not null check (state_from in ('planned', 'begun', 'done', 'dropped')),
  state_to text not null check (state_to in ('planned', 'begun', 'done', 'dropped')),
  by_account uuid,
  at timestamptz not null,
  note text not null default '' check (length(note) <= 1000),
  foreign key (action_id, community_id, organisation_id)
    references communities.action (id, community_id, organisation_id) on delete cascade
);
create index action_change_of_action on communities.action_change (action_id, at);
call communities.protect('communities.action_change', array[]::text[], array['developer', 'lead'], 'write');

create table communities.visit (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  action_id uuid,
  kind text not null check (kind in ('visit', 'dialogue', 'mapping', 'training', 'call')),
  state text not null check (state in ('planned', 'held', 'cancelled')),
  on_day date not null,
  at_time time,
  topic text not null check (length(topic) between 2 and 300),
  people_count smallint check (people_count between 0 and 2000),
  outcome text not null default '' check (length(outcome) <= 3000),
  next_step text not null default '' check (length(next_step) <= 500),
  next_on date,
  made_at timestamptz not null,
  unique (id, community_id, organisation_id),
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade,
  foreign key (action_id, community_id, organisation_id) references communities.action (id, community_id, organisation_id)
);
create index visit_of_community on communities.visit (community_id, on_day);
call communities.protect('communities.visit', array[]::text[], array['developer', 'lead'], 'see');
grant update (action_id, kind, state, on_day, at_time, topic, people_count, outcome, next_step, next_on)
  on communities.visit to tugevus_app;

-- Who worked on a visit and for how long: the house's own count, in its own table so that no contact person sees it.
create table communities.visit_hours (
  visit_id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  by_account uuid,
  quarters smallint not null check (quarters between 0 and 96),
  foreign key (visit_id, community_id, organisation_id)
    references communities.visit (id, community_id, organisation_id) on delete cascade
);
call communities.protect('communities.visit_hours', array[]::text[], array['developer', 'lead'], 'nothing');
grant update (by_account, quarters) on communities.visit_hours to tugevus_app;
