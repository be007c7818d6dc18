-- The days on which the house ran: on one on which the server was off nobody could sign in, and nobody is missed for it.
create table access.open_day (
  organisation_id uuid not null references access.organisation,
  on_day date not null,
  primary key (organisation_id, on_day)
);
alter table access.open_day enable row level security;
alter table access.open_day force row level security;
create policy house on access.open_day to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system')
  with check (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
create policy backup on access.open_day for select to tugevus_backup using (true);
grant select, insert, delete on access.open_day to tugevus_app;
grant select on access.open_day to tugevus_backup;
