-- Whoever stands beside a person is asked to try too, also where nobody lets them read or write notes: that they tried in vain is no note.
-- They see of it what they wrote themselves, and take back their own mistake.

create policy add_attempt on support.contact for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and (select platform.role()) = 'supporter'
    and by_account = (select platform.account()) and not reached and way <> 'trusted' and what_sealed is null and withdrawn_at is null
    and person_id = any (array(select people.visible('path'))));
create policy see_own_attempt on support.contact for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'supporter'
    and by_account = (select platform.account()) and not reached and what_sealed is null
    and person_id = any (array(select people.visible('path'))));
create policy change_own_attempt on support.contact for update to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'supporter'
    and by_account = (select platform.account()) and not reached and what_sealed is null
    and person_id = any (array(select people.visible('path'))));
