-- Organisations, accounts, sign-in. The application role sees names and roles of its own organisation; everything that
-- opens a door (addresses, sessions, codes, keys) is the sign-in role's alone.

create schema access;
grant usage on schema access to tugevus_app, tugevus_signin, tugevus_jobs, tugevus_backup;

create table access.organisation (
  id uuid primary key,
  name text not null check (length(trim(name)) > 0),
  locale text not null,
  languages text[] not null,
  time_zone text not null,
  invented boolean not null default false,
  created_at timestamptz not null
);

create table access.account (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  -- What others in the house see; for a participant the code, never the name.
  name text not null check (length(trim(name)) > 0),
  own_name_sealed bytea,
  locale text not null,
  state text not null default 'active' check (state in ('active', 'disabled')),
  created_at timestamptz not null,
  -- For keys of two columns: what belongs to an account belongs to its organisation.
  unique (id, organisation_id)
);
create index account_of_organisation on access.account (organisation_id);

create table access.account_role (
  account_id uuid not null,
  organisation_id uuid not null references access.organisation,
  role text not null check (role in ('coordinator', 'lead', 'developer', 'host', 'supporter', 'participant', 'officer', 'mobility_lead', 'admin')),
  since timestamptz not null,
  primary key (account_id, role),
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade
);
create index account_role_of_organisation on access.account_role (organisation_id);

create table access.address (
  account_id uuid primary key,
  organisation_id uuid not null references access.organisation,
  email_sealed bytea not null,
  email_index bytea not null unique,
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade
);

create table access.session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references access.account on delete cascade,
  role text not null,
  strong boolean not null,
  -- When its holder last showed who they are.
  proven_at timestamptz not null,
  way text not null check (way in ('code', 'passkey', 'totp', 'recovery', 'link')),
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  idle_ends_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz
);
create index session_of_account on access.session (account_id);

create table access.code (
  id uuid primary key,
  purpose text not null check (purpose in ('sign-in', 'again', 'address', 'set-up', 'link', 'passkey-challenge', 'invitation')),
  account_id uuid references access.account on delete cascade,
  hash bytea not null,
  -- The browser that asked for it; only there it may be used.
  binding bytea,
  -- The new address that an 'address' code proves.
  email_sealed bytea,
  -- In which role a 'link' begins; the first of the account's where it is not said.
  role text,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  tries_left integer not null,
  used_at timestamptz
);
create index code_by_hash on access.code (hash);
create index code_of_account on access.code (account_id);
create index code_of_binding on access.code (binding);

create table access.passkey (
  id uuid primary key,
  account_id uuid not null references access.account on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_of_account on access.passkey (account_id);

create table access.totp (
  account_id uuid primary key references access.account on delete cascade,
  secret_sealed bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

create table access.recovery_code (
  account_id uuid not null references access.account on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (account_id, hash)
);

do $$
declare t text;
begin
  foreach t in array array['organisation', 'account', 'account_role', 'address', 'session', 'code', 'passkey', 'totp', 'recovery_code'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    execute format('create policy signin on access.%I to tugevus_signin using (true) with check (true)', t);
    execute format('create policy backup on access.%I for select to tugevus_backup using (true)', t);
    execute format('grant select, insert, update, delete on access.%I to tugevus_signin', t);
    execute format('grant select on access.%I to tugevus_backup', t);
  end loop;
end $$;

-- What the application role may see and do.
grant select on access.organisation, access.account, access.account_role, access.address to tugevus_app;
grant insert on access.account, access.account_role, access.address to tugevus_app;
grant update (name, languages, locale) on access.organisation to tugevus_app;
grant update (name, state) on access.account to tugevus_app;
grant delete on access.account, access.account_role to tugevus_app;
grant insert on access.code to tugevus_app;
grant select on access.organisation to tugevus_jobs;

create policy own on access.organisation for select to tugevus_app using (id = (select platform.organisation()));
create policy settings on access.organisation for update to tugevus_app
  using (id = (select platform.organisation()) and (select platform.role()) in ('lead', 'admin'))
  with check (id = (select platform.organisation()));
create policy jobs on access.organisation for select to tugevus_jobs using (true);

-- Colleagues are known to everybody in the house; that somebody is a participant only to those who let participants in.
create policy colleagues on access.account for select to tugevus_app
  using (organisation_id = (select platform.organisation())
    and (id = (select platform.account()) or (select platform.role()) in ('lead', 'coordinator', 'admin', 'system')
      or id = any (array(select account_id from access.account_role where role <> 'participant'))));
create policy add on access.account for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and (select platform.role()) in ('admin', 'lead', 'coordinator', 'system'));
create policy change on access.account for update to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) in ('admin', 'system'))
  with check (organisation_id = (select platform.organisation()));

create policy erase on access.account for delete to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');

create policy colleagues on access.account_role for select to tugevus_app
  using (organisation_id = (select platform.organisation())
    and (role <> 'participant' or account_id = (select platform.account())
      or (select platform.role()) in ('lead', 'coordinator', 'admin', 'system')));
-- A coordinator lets a person in as a participant; only the administrator makes staff.
create policy add on access.account_role for insert to tugevus_app
  with check (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('admin', 'system') or ((select platform.role()) in ('lead', 'coordinator') and role = 'participant')));
create policy remove on access.account_role for delete to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) in ('admin', 'system'));

create policy own on access.address for select to tugevus_app
  using (account_id = (select platform.account())
    or (organisation_id = (select platform.organisation()) and (select platform.role()) = 'admin'
      and account_id = any (array(select account_id from access.account_role where role <> 'participant'))));
-- Who lets participants in opens no door of a colleague's.
create policy add on access.address for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and ((select platform.role()) in ('admin', 'system') or ((select platform.role()) in ('lead', 'coordinator')
      and account_id <> all (array(select account_id from access.account_role where role <> 'participant')))));

-- An invitation is made with the account, in one transaction. Its hash is keyed outside the database.
create policy invite on access.code for insert to tugevus_app
  with check (purpose = 'invitation' and ((select platform.role()) in ('admin', 'system') or ((select platform.role()) in ('lead', 'coordinator')
      and account_id <> all (array(select account_id from access.account_role where role <> 'participant'))))
    and account_id = any (array(select id from access.account where organisation_id = (select platform.organisation()))));
