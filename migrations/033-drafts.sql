-- What was seen is written on the way, where the connection is poor: a draft may lack all but a word. It is its writer's alone, and nothing hangs on it.
alter table learning.observation
  add column state text not null default 'kept' check (state in ('draft', 'kept')),
  alter column seen_on drop not null,
  drop constraint observation_seen_at_check,
  drop constraint observation_what_check,
  add constraint observation_complete check (case state
    when 'draft' then by_account is not null and method_id is null and length(seen_at) <= 200 and length(what) between 1 and 4000
    else seen_on is not null and length(seen_at) between 2 and 200 and length(what) between 2 and 4000 end);
create index draft_of_account on learning.observation (by_account, mobility_id) where state = 'draft';
grant update (state) on learning.observation to tugevus_app;

-- Whatever a role may do with what was seen: of drafts everybody only their own, the head and the jobs too.
create policy own_draft on learning.observation as restrictive to tugevus_app
  using (state = 'kept' or by_account = (select platform.account()))
  with check (state = 'kept' or by_account = (select platform.account()));
-- … and these may be thrown away.
create policy throw_away on learning.observation for delete to tugevus_app
  using (organisation_id = (select platform.organisation()) and state = 'draft' and by_account = (select platform.account())
    and (select platform.role()) = any (array['mobility_lead', 'lead', 'developer']));

-- What others have read is not taken back by making it a draft.
create function learning.stays_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what was kept does not become a draft' using errcode = 'check_violation';
end $$;
create trigger stays_kept before update of state on learning.observation
  for each row when (old.state = 'kept' and new.state = 'draft') execute function learning.stays_kept();
