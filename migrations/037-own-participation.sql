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
