-- A draft that nobody finished in a year goes, whoever wrote it and whether they are still here; until then it is its writer's alone, as before.
drop policy own_draft on learning.observation;
create policy own_draft on learning.observation as restrictive to tugevus_app
  using (state = 'kept' or by_account = (select platform.account())
    or ((select platform.role()) = 'system' and made_at < (select platform.moment()) - interval '1 year'));
