-- The ground: who is acting, the audit, mail, rate limits.

create schema platform;
grant usage on schema platform to tugevus_app, tugevus_signin, tugevus_jobs, tugevus_backup;

-- The actor of this transaction. Unset is '' after an earlier transaction of the same connection, hence nullif.
create function platform.account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('tugevus.account', true), '')::uuid $$;
create function platform.organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('tugevus.organisation', true), '')::uuid $$;
create function platform.role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('tugevus.role', true), '') $$;
create function platform.today() returns date language sql stable parallel safe
  as $$ select nullif(current_setting('tugevus.today', true), '')::date $$;
-- The keyed hash of the person whose own log is being read; it cannot be guessed, so knowing it is the right to read.
create function platform.subject() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('tugevus.subject', true), ''), 'hex') $$;

create table platform.audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  organisation_id uuid,
  account_id uuid,
  role text not null,
  action text not null check (action in ('read', 'list', 'create', 'change', 'erase', 'export', 'import', 'access')),
  what text not null,
  subjects bytea[] not null,
  detail text not null default '',
  leaf bytea not null check (length(leaf) = 32),
  seal bigint,
  position integer
);
create index audit_unsealed on platform.audit_entry (id) where seal is null;
create index audit_of_subject on platform.audit_entry using gin (subjects);
create unique index audit_in_seal on platform.audit_entry (seal, position) where seal is not null;

create table platform.audit_seal (
  number bigint primary key,
  sealed_at timestamptz not null,
  count integer not null check (count > 0),
  root bytea not null check (length(root) = 32),
  previous bytea not null check (length(previous) = 32),
  hmac bytea not null check (length(hmac) = 32)
);

alter table platform.audit_entry enable row level security;
alter table platform.audit_entry force row level security;
alter table platform.audit_seal enable row level security;
alter table platform.audit_seal force row level security;
create policy write on platform.audit_entry for insert to tugevus_app
  with check (organisation_id is not distinct from (select platform.organisation())
    and account_id is not distinct from (select platform.account()) and role = (select platform.role()) and seal is null);
create policy own_log on platform.audit_entry for select to tugevus_app
  using (subjects @> array[(select platform.subject())]);
create policy signin_write on platform.audit_entry for insert to tugevus_signin with check (seal is null);
create policy seal_read on platform.audit_entry for select to tugevus_jobs using (true);
create policy seal_write on platform.audit_entry for update to tugevus_jobs using (seal is null) with check (seal is not null);
create policy seals on platform.audit_seal to tugevus_jobs using (true) with check (true);
create policy backup on platform.audit_entry for select to tugevus_backup using (true);
create policy backup on platform.audit_seal for select to tugevus_backup using (true);
grant insert (at, organisation_id, account_id, role, action, what, subjects, detail, leaf) on platform.audit_entry
  to tugevus_app, tugevus_signin;
grant select on platform.audit_entry to tugevus_app;
grant select, update (seal, position) on platform.audit_entry to tugevus_jobs;
grant select, insert on platform.audit_seal to tugevus_jobs;
grant select on platform.audit_entry, platform.audit_seal to tugevus_backup;

create table platform.mail (
  id uuid primary key,
  organisation_id uuid,
  made_at timestamptz not null,
  to_sealed bytea not null,
  subject text not null,
  body_sealed bytea not null,
  -- 'decoy': made so that an unknown address takes as long as a known one; it is never sent.
  state text not null check (state in ('waiting', 'sent', 'kept', 'failed', 'decoy')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  trouble text
);
create index mail_waiting on platform.mail (next_try_at) where state = 'waiting';
alter table platform.mail enable row level security;
alter table platform.mail force row level security;
-- A mail without an organisation is read by nobody in the house: what opens a participant's account is not the administrator's to see.
create policy write on platform.mail for insert to tugevus_app
  with check ((select platform.role()) is not null
    and (organisation_id = (select platform.organisation()) or organisation_id is null));
create policy read on platform.mail for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'admin');
create policy signin_write on platform.mail for insert to tugevus_signin with check (true);
create policy post on platform.mail to tugevus_jobs using (true) with check (true);
create policy backup on platform.mail for select to tugevus_backup using (true);
grant insert on platform.mail to tugevus_app, tugevus_signin;
grant select on platform.mail to tugevus_app, tugevus_backup;
grant select, update, delete on platform.mail to tugevus_jobs;

create table platform.rate (
  key bytea primary key,
  tokens double precision not null,
  at timestamptz not null
);
alter table platform.rate enable row level security;
alter table platform.rate force row level security;
create policy signin on platform.rate to tugevus_signin using (true) with check (true);
create policy backup on platform.rate for select to tugevus_backup using (true);
grant select, insert, update, delete on platform.rate to tugevus_signin;
grant select on platform.rate to tugevus_backup;
