-- How far what waits has gone: when it began, how far the search for a silent person has come, and whether it went up to the lead.

alter table tasks.task
  -- The day on which it began. `due_on` may be moved, to the day of the next try; this one never is.
  add column since date,
  -- Whose turn it is in the search for somebody who is silent; null is the owner's.
  add column step text check (step in ('supporter', 'trusted', 'lead', 'lost')),
  add column step_at timestamptz,
  -- It waited past its limit, or nobody is here whose it is: then it is the lead's too.
  add column escalated_to text check (escalated_to in ('lead')),
  add column escalated_at timestamptz,
  add column escalated_why text check (escalated_why in ('limit', 'absent')),
  add check ((step is null) = (step_at is null)),
  add check ((escalated_to is null) = (escalated_at is null) and (escalated_to is null) = (escalated_why is null));
-- Migrations run as the owner, who under forced row-level security sees no row.
alter table tasks.task no force row level security;
update tasks.task set since = due_on;
alter table tasks.task force row level security;
alter table tasks.task alter column since set not null;

grant update (step, step_at, escalated_to, escalated_at, escalated_why) on tasks.task to tugevus_app;
create index task_escalated on tasks.task (organisation_id) where state = 'requested' and escalated_to is not null;
