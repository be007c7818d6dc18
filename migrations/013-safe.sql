-- Keeping it safe: the backup knows which migrations its tables come from; the database knows its key; jobs leave word how they went.

create policy backup on public.tugevus_migration for select to tugevus_backup using (true);
create policy jobs on public.tugevus_migration for select to tugevus_jobs using (true);
grant select on public.tugevus_migration to tugevus_backup, tugevus_jobs;

-- Which master key seals this database, by its number on the key sheet; and of former ones what is still needed: the keys that hashes
-- go through, and those that older seals of the audit were made with. Written by the owner alone, at start and when keys are changed.
create table platform.master_key (
  id text primary key,
  since timestamptz not null,
  until timestamptz,
  former_sealed bytea,
  check ((until is null) = (former_sealed is null))
);
create unique index master_key_in_use on platform.master_key ((until is null)) where until is null;
alter table platform.master_key enable row level security;
alter table platform.master_key force row level security;
create policy owner on platform.master_key to current_user using (true) with check (true);
create policy jobs on platform.master_key for select to tugevus_jobs using (true);
create policy backup on platform.master_key for select to tugevus_backup using (true);
grant select (id, since, until) on platform.master_key to tugevus_jobs;
grant select on platform.master_key to tugevus_backup;

-- How each job went the last time, and when it last went well.
create table platform.job_run (
  name text primary key,
  began_at timestamptz not null,
  -- Null is under way, or ended with the program.
  ended_at timestamptz,
  outcome text check (outcome in ('done', 'failed')),
  done_at timestamptz,
  -- Of a job that can say how far it is.
  done integer,
  total integer,
  -- In words for the operator, never of a person.
  note text,
  check ((ended_at is null) = (outcome is null))
);
alter table platform.job_run enable row level security;
alter table platform.job_run force row level security;
create policy jobs on platform.job_run to tugevus_jobs using (true) with check (true);
create policy backup on platform.job_run for select to tugevus_backup using (true);
grant select, insert, update on platform.job_run to tugevus_jobs;
grant select on platform.job_run to tugevus_backup;
