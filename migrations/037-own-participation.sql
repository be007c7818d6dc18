-- Volunteers go on journeys too: supporters and contact persons who took part see what is theirs and confirm it, as developers and coordinators do.

create or replace procedure learning.let_own(target regclass) language plpgsql as $$
declare
  own text := format('organisation_id = (select platform.organisation()) and account_id = (select platform.account())
    and (select platform.role()) = any (%L)', array['developer', 'coordinator', 'supporter', 'host']);
begin
  execute format('drop policy if exists see_own on %s', target);
  execute format('drop policy if exists confirm_own on %s', target);
  execute format('create policy see_own on %s for select to tugevus_app using (%s)', target, own);
  execute format('create policy confirm_own on %s for update to tugevus_app using (%s) with check (%s)', target, own, own);
end $$;
call learning.let_own('learning.participation');
call learning.let_own('learning.outcome');

-- Of the journey itself the row alone, and what its whole group was to learn: nothing of other journeys, of the project, or of what was seen.
create policy see_own on learning.mobility for select to tugevus_app using (organisation_id = (select platform.organisation())
  and (select platform.role()) = any (array['supporter', 'host'])
  and id = any (array(select p.mobility_id from learning.participation p where p.account_id = (select platform.account()))));
create policy see_group_of_own on learning.outcome for select to tugevus_app using (organisation_id = (select platform.organisation())
  and participation_id is null and (select platform.role()) = any (array['supporter', 'host'])
  and mobility_id = any (array(select p.mobility_id from learning.participation p where p.account_id = (select platform.account()))));

-- One's own are asked for on every day one opens.
create index participation_of_account on learning.participation (account_id) where account_id is not null;

-- What was entered by mistake is taken away by whoever enters it: never what somebody confirmed, and nothing goes along unseen. Whatever hangs on a project, a
-- mobility, a participation or an expected outcome keeps it where it is; only what was to be learnt by somebody goes with their participation.
do $$
declare
  k record;
begin
  for k in select conname, conrelid::regclass as of, pg_get_constraintdef(oid) as what from pg_constraint
    where contype = 'f' and confdeltype = 'c' and not (conrelid = 'learning.outcome'::regclass and confrelid = 'learning.participation'::regclass)
      and confrelid = any ('{learning.project,learning.mobility,learning.participation,learning.outcome}'::regclass[])
  loop
    execute format('alter table %s drop constraint %I', k.of, k.conname);
    execute format('alter table %s add constraint %I %s', k.of, k.conname, replace(k.what, ' ON DELETE CASCADE', ''));
  end loop;
end $$;

create procedure learning.let_remove(target regclass, condition text) language plpgsql as $$
begin
  execute format('create policy remove on %s for delete to tugevus_app using (organisation_id = (select platform.organisation())
    and (select platform.role()) = any (%L) and %s)', target, array['mobility_lead', 'lead'], condition);
end $$;
revoke all on procedure learning.let_remove from public;
call learning.let_remove('learning.project', 'true');
call learning.let_remove('learning.mobility', 'true');
call learning.let_remove('learning.participation', 'confirmed_on is null');
call learning.let_remove('learning.outcome', 'true');

-- Also where it goes with its participation: the key of an observation would let go of it without a word.
create function learning.outcome_is_free() returns trigger language plpgsql as $$
begin
  if platform.role() = any (array['mobility_lead', 'lead']) and (
    exists (select from learning.observation o where o.outcome_id = old.id)
    or exists (select from learning.participation p where p.id = old.participation_id and p.confirmed_on is not null)) then
    raise exception 'an expected outcome stays while something stands beside it, or its participation is confirmed' using errcode = 'check_violation';
  end if;
  return old;
end $$;
create trigger outcome_is_free before delete on learning.outcome for each row execute function learning.outcome_is_free();
create index observation_of_outcome on learning.observation (outcome_id) where outcome_id is not null;
