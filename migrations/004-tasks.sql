-- What waits for a human. States are those of a FHIR Task.

create schema tasks;
grant usage on schema tasks to tugevus_app, tugevus_backup;

create table tasks.task (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  kind text not null,
  owner_id uuid,
  state text not null default 'requested' check (state in ('requested', 'completed', 'cancelled')),
  subject_id uuid,
  due_on date not null,
  due_at timestamptz,
  made_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  outcome text,
  check ((state = 'requested') = (done_at is null)),
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade,
  foreign key (owner_id, organisation_id) references access.account (id, organisation_id)
);
-- One open task of a kind for a person: silence is one task, not one a missed check-in.
create unique index task_open on tasks.task (person_id, kind) where state = 'requested';
create index task_of_organisation on tasks.task (organisation_id, due_on) where state = 'requested';
create index task_of_owner on tasks.task (owner_id, due_on) where state = 'requested';

call people.protect('tasks.task', 'path', array['coordinator', 'lead', 'supporter', 'participant', 'system']);
grant update (state, due_on, due_at, owner_id, subject_id, done_at, done_by, outcome) on tasks.task to tugevus_app;
-- What they asked for and what they sent waits for staff: the person does not close it, nor move it.
create policy for_staff on tasks.task as restrictive for update to tugevus_app
  using ((select platform.role()) <> 'participant' or kind not in ('help', 'read'));
