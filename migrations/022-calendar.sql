-- Private addresses of calendars, and what a calendar has to know of a visit that was moved.

create table access.calendar_address (
  account_id uuid not null,
  -- In which it was made: it opens what that role sees, and goes with it.
  role text not null,
  organisation_id uuid not null references access.organisation,
  -- The token is kept nowhere.
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null,
  -- The last day on which it was read, so that its holder sees whether anybody does.
  read_on date,
  primary key (account_id, role),
  foreign key (account_id, role) references access.account_role on delete cascade,
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade
);
alter table access.calendar_address enable row level security;
alter table access.calendar_address force row level security;
create policy signin on access.calendar_address to tugevus_signin using (true) with check (true);
create policy backup on access.calendar_address for select to tugevus_backup using (true);
grant select, insert, update, delete on access.calendar_address to tugevus_signin;
grant select on access.calendar_address to tugevus_backup;

alter table communities.visit
  -- Null: as it was made.
  add column changed_at timestamptz,
  -- How often its day or hour was changed: programs that read calendars ask for it.
  add column moves smallint not null default 0 check (moves >= 0);
grant update (changed_at, moves) on communities.visit to tugevus_app;
