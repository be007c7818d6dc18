-- The import of a caseload. One in progress is the business of the account that brought the file, in the role it acted in, and of
-- nobody else; nothing about people stands here in the clear, and nothing stays longer than a day.

create table support.import (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  account_id uuid not null,
  role text not null check (role in ('coordinator', 'lead')),
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'running', 'done')),
  -- Goes up with every answer, so that what was worked out from the older ones is known to be old.
  version integer not null default 1,
  -- Which run may finish it: one that was given up for dead may not.
  run uuid,
  done integer not null default 0,
  total integer not null default 0,
  trouble text check (trouble in ('failed', 'stopped')),
  file_name_sealed bytea not null,
  -- The rows as they were read, gone once they are imported.
  sheets_sealed bytea,
  choices_sealed bytea not null,
  -- Counts and days.
  result jsonb,
  -- The rows that were not imported, as a file to download.
  refused_sealed bytea,
  check ((state = 'running') = (run is not null)),
  check (state = 'done' or sheets_sealed is not null),
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade
);
create index import_of_account on support.import (account_id);
create index import_by_age on support.import (organisation_id, made_at);

alter table support.import enable row level security;
alter table support.import force row level security;
create policy own on support.import to tugevus_app
  using (organisation_id = (select platform.organisation()) and account_id = (select platform.account())
    and role = (select platform.role()))
  with check (organisation_id = (select platform.organisation()) and account_id = (select platform.account())
    and role = (select platform.role()));
create policy sweep_see on support.import for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
create policy sweep on support.import for delete to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
create policy backup on support.import for select to tugevus_backup using (true);
grant select, insert, delete on support.import to tugevus_app;
grant update (state, version, run, done, total, trouble, sheets_sealed, choices_sealed, result, refused_sealed) on support.import
  to tugevus_app;
grant select on support.import to tugevus_backup;

-- What has been imported already, by anybody of the organisation, as keyed hashes: they cannot be computed in the database, say
-- nothing of whom they stand for, and lead to no person. Only a hash that is already known is answered; see docs/decisions/040.
create table support.import_row (
  organisation_id uuid not null references access.organisation,
  fingerprint bytea not null check (length(fingerprint) = 32),
  -- The keyed hash of the person's id: by it the row goes when the person is erased.
  person_hash bytea not null check (length(person_hash) = 32),
  primary key (organisation_id, fingerprint)
);
create index import_row_of_person on support.import_row (person_hash);

create function support.asked_fingerprints() returns setof bytea language sql stable
  as $$ select decode(hex, 'hex') from string_to_table(nullif(current_setting('tugevus.fingerprints', true), ''), ',') as hex $$;

alter table support.import_row enable row level security;
alter table support.import_row force row level security;
create policy asked on support.import_row for select to tugevus_app
  using (organisation_id = (select platform.organisation())
    and ((select platform.role()) = 'system'
      or ((select platform.role()) in ('coordinator', 'lead') and fingerprint = any (array(select support.asked_fingerprints())))));
create policy remember on support.import_row for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and (select platform.role()) in ('coordinator', 'lead', 'system'));
create policy forget on support.import_row for delete to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
create policy backup on support.import_row for select to tugevus_backup using (true);
grant select, insert, delete on support.import_row to tugevus_app;
grant select on support.import_row to tugevus_backup;
