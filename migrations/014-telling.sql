-- How staff are told what waits for them: what they chose, the morning's mail, and urgent messages. Each is written down before it is
-- sent, under a key, so that nothing is told twice, whatever is started again or runs beside.

create table access.notification (
  account_id uuid primary key,
  organisation_id uuid not null references access.organisation,
  digest boolean not null default true,
  -- A mobile number, given for urgent messages and for nothing else.
  phone_sealed bytea,
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade
);
alter table access.notification enable row level security;
alter table access.notification force row level security;
create policy signin on access.notification to tugevus_signin using (true) with check (true);
create policy backup on access.notification for select to tugevus_backup using (true);
-- Jobs ask how somebody wants to be told; nobody else sees it.
create policy tell on access.notification for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
grant select, insert, update, delete on access.notification to tugevus_signin;
grant select on access.notification to tugevus_app, tugevus_backup;

-- For whom the morning of a day is done with, whether a mail was due or not.
create table tasks.digest (
  account_id uuid not null,
  organisation_id uuid not null references access.organisation,
  on_day date not null,
  made_at timestamptz not null,
  primary key (account_id, on_day),
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade
);
create index digest_by_age on tasks.digest (organisation_id, on_day);

-- To whom what was told about a task that cannot wait for the morning.
create table tasks.told (
  task_id uuid not null references tasks.task on delete cascade,
  account_id uuid not null,
  organisation_id uuid not null references access.organisation,
  what text not null check (what in ('asked', 'soon', 'late')),
  channel text not null check (channel in ('mail', 'sms')),
  told_at timestamptz not null,
  primary key (task_id, account_id, what, channel),
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade
);
create index told_of_account on tasks.told (account_id);

do $$
declare t text;
begin
  foreach t in array array['digest', 'told'] loop
    execute format('alter table tasks.%I enable row level security', t);
    execute format('alter table tasks.%I force row level security', t);
    execute format('create policy jobs on tasks.%I to tugevus_app
      using (organisation_id = (select platform.organisation()) and (select platform.role()) = ''system'')
      with check (organisation_id = (select platform.organisation()) and (select platform.role()) = ''system'')', t);
    execute format('create policy backup on tasks.%I for select to tugevus_backup using (true)', t);
    execute format('grant select, insert on tasks.%I to tugevus_app', t);
    execute format('grant select on tasks.%I to tugevus_backup', t);
  end loop;
end $$;
grant delete on tasks.digest to tugevus_app;
