-- The person. Identity is sealed and stands apart; everything else knows a person by an id and a readable code.

create schema people;
grant usage on schema people to tugevus_app, tugevus_backup;

-- Every person's id is entered here first, once. Whoever enters it works on the new person for the rest of that
-- transaction, also when somebody else will be responsible; afterwards only sight counts.
create table people.entry (
  person_id uuid primary key,
  organisation_id uuid not null references access.organisation,
  account_id uuid,
  xact xid8 not null default pg_current_xact_id()
);
create index entry_in_transaction on people.entry (xact);

create table people.person (
  id uuid primary key references people.entry,
  organisation_id uuid not null references access.organisation,
  code text not null check (code ~ '^[A-Z][0-9]-[0-9]{2,4}$'),
  account_id uuid unique,
  coordinator_id uuid,
  municipality text check (municipality ~ '^[0-9]{4}$'),
  language text not null,
  audit_subject bytea not null unique check (length(audit_subject) = 32),
  created_at timestamptz not null,
  unique (organisation_id, code),
  -- For keys of two columns: what is about a person belongs to the person's organisation.
  unique (id, organisation_id),
  foreign key (account_id, organisation_id) references access.account (id, organisation_id),
  foreign key (coordinator_id, organisation_id) references access.account (id, organisation_id)
);
create index person_of_coordinator on people.person (coordinator_id);

create table people.identity (
  person_id uuid primary key,
  organisation_id uuid not null references access.organisation,
  name_sealed bytea not null,
  phones_sealed bytea,
  email_sealed bytea,
  birth_date_sealed bytea,
  remarks_sealed bytea,
  name_index bytea not null,
  name_birth_index bytea,
  phone_index bytea[] not null default '{}',
  email_index bytea,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
create index identity_by_name on people.identity (organisation_id, name_index);
create index identity_by_name_birth on people.identity (organisation_id, name_birth_index);
create index identity_by_email on people.identity (organisation_id, email_index);
create index identity_by_phone on people.identity using gin (phone_index);

-- Who sees which categories of whom, in which role, why, until when.
create table people.sight (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  account_id uuid not null,
  role text not null,
  categories text[] not null check (categories <@ array['identity', 'path', 'answers', 'notes']),
  reason text not null check (reason in ('responsible', 'self', 'supporter', 'cover', 'consent')),
  consent_id uuid,
  granted_by uuid,
  granted_at timestamptz not null,
  ends_on date,
  ended_at timestamptz,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade,
  foreign key (account_id, organisation_id) references access.account (id, organisation_id)
);
create index sight_of_account on people.sight (account_id, role) where ended_at is null;
create index sight_of_person on people.sight (person_id);

create table people.consent (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  purpose text not null,
  state text not null check (state in ('given', 'refused', 'withdrawn')),
  on_day date not null,
  how text not null,
  text_version text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
create index consent_of_person on people.consent (person_id, recorded_at);

-- One scan for a statement: policies compare with any(array(select people.visible(…))).
create function people.visible(category text) returns setof uuid language sql stable as $$
  select person_id from people.sight
  where account_id = platform.account() and role = platform.role() and category = any(categories)
    and ended_at is null and (ends_on is null or ends_on >= platform.today())
  union all
  select person_id from people.entry
  where account_id = platform.account() and xact = pg_current_xact_id_if_assigned()
$$;

-- The policies of a table of rows about people: the organisation's lead and its jobs see all of it, others what people.sight says.
-- `writers` are the roles that may add and change rows; only the erasure of a person deletes.
create procedure people.protect(target regclass, category text, writers text[]) language plpgsql as $$
declare
  person text := case when target::text = 'people.person' then 'id' else 'person_id' end;
  seen text := format(
    'organisation_id = (select platform.organisation()) and ((select platform.role()) in (''lead'', ''system'') or %I = any (array(select people.visible(%L))))',
    person, category);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy see on %s for select to tugevus_app using (%s)', target, seen);
  execute format('create policy add on %s for insert to tugevus_app with check (%s and (select platform.role()) = any (%L))', target, seen, writers);
  execute format('create policy change on %s for update to tugevus_app using (%s and (select platform.role()) = any (%L)) with check (%s)', target, seen, writers, seen);
  execute format('create policy erase on %s for delete to tugevus_app using (organisation_id = (select platform.organisation()) and (select platform.role()) = ''system'')', target);
  execute format('create policy backup on %s for select to tugevus_backup using (true)', target);
  execute format('grant select on %s to tugevus_backup', target);
  execute format('grant select, insert, delete on %s to tugevus_app', target);
end $$;
revoke all on procedure people.protect from public;

call people.protect('people.person', 'path', array['coordinator', 'lead', 'system']);
call people.protect('people.identity', 'identity', array['coordinator', 'lead', 'system']);
call people.protect('people.consent', 'path', array['coordinator', 'lead', 'participant', 'system']);
-- A yes or no stands under the name of whoever wrote it down.
create policy in_own_name on people.consent as restrictive for insert to tugevus_app
  with check (recorded_by is not distinct from (select platform.account()));
grant update (code, account_id, coordinator_id, municipality, language) on people.person to tugevus_app;
grant update (name_sealed, phones_sealed, email_sealed, birth_date_sealed, remarks_sealed, name_index, name_birth_index, phone_index, email_index)
  on people.identity to tugevus_app;

alter table people.entry enable row level security;
alter table people.entry force row level security;
-- The system sees entries of its organisation too: without seeing a row it could not erase it.
create policy own on people.entry for select to tugevus_app
  using (account_id = (select platform.account())
    or (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system'));
create policy enter on people.entry for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and account_id is not distinct from (select platform.account())
    and xact = pg_current_xact_id() and (select platform.role()) in ('coordinator', 'lead', 'system'));
create policy erase on people.entry for delete to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
create policy backup on people.entry for select to tugevus_backup using (true);
grant select, insert, delete on people.entry to tugevus_app;
grant select on people.entry to tugevus_backup;

alter table people.sight enable row level security;
alter table people.sight force row level security;
-- What somebody granted, they see and can end.
create policy own on people.sight for select to tugevus_app
  using (account_id = (select platform.account())
    or (granted_by = (select platform.account()) and organisation_id = (select platform.organisation()) and (select platform.role()) = 'coordinator')
    or (organisation_id = (select platform.organisation()) and (select platform.role()) in ('lead', 'system')));
-- A coordinator gives nobody more than they see themselves, and themselves only whom they enter: a cover does not become lasting.
create policy grant_sight on people.sight for insert to tugevus_app
  with check (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('lead', 'system')
      or ((select platform.role()) = 'coordinator' and person_id = any (array(select people.visible('identity')))
        and (account_id <> (select platform.account()) or person_id = any (array(
          select e.person_id from people.entry e
          where e.account_id = (select platform.account()) and e.xact = pg_current_xact_id_if_assigned())))
        and ('path' <> all (categories) or person_id = any (array(select people.visible('path'))))
        and ('answers' <> all (categories) or person_id = any (array(select people.visible('answers'))))
        and ('notes' <> all (categories) or person_id = any (array(select people.visible('notes')))))));
-- … and ends only their own and what they granted: the rest is the lead's to end. What has ended stays so.
create policy end_sight on people.sight for update to tugevus_app
  using (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('lead', 'system')
      or ((select platform.role()) = 'coordinator' and (select platform.account()) in (account_id, granted_by)
        and person_id = any (array(select people.visible('identity'))))))
  with check (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('lead', 'system') or ended_at is not null));
create policy erase on people.sight for delete to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
create policy backup on people.sight for select to tugevus_backup using (true);
grant select, insert, delete, update (ends_on, ended_at) on people.sight to tugevus_app;
grant select on people.sight to tugevus_backup;
