-- The outbox carries more than mail: a channel, what a message is about, and messages that are taken back before they leave.

alter table platform.mail
  add column channel text not null default 'mail' check (channel in ('mail', 'sms')),
  -- The id of whatever caused it, such as a task: so it can be taken back, and its failing be told. No key: causes live in other rooms.
  add column about uuid,
  drop constraint mail_state_check,
  add constraint mail_state_check check (state in ('waiting', 'sent', 'kept', 'failed', 'decoy', 'withdrawn'));
create index mail_about on platform.mail (about) where about is not null;
create index mail_failed on platform.mail (organisation_id) where state = 'failed';

-- What this transaction asks about. An id cannot be guessed, so knowing it is the right to take back what it caused.
create function platform.asked_about() returns setof uuid language sql stable
  as $$ select id::uuid from string_to_table(nullif(current_setting('tugevus.about', true), ''), ',') as id $$;

create policy asked on platform.mail for select to tugevus_app
  using (about = any (array(select platform.asked_about())) and state in ('waiting', 'kept', 'withdrawn')
    and (organisation_id = (select platform.organisation()) or organisation_id is null) and (select platform.role()) is not null);
create policy withdraw on platform.mail for update to tugevus_app
  using (about = any (array(select platform.asked_about())) and state in ('waiting', 'kept')
    and (organisation_id = (select platform.organisation()) or organisation_id is null) and (select platform.role()) is not null)
  with check (state = 'withdrawn');
-- Jobs learn what failed for good: of their organisation, and of those that are nobody's by what they were about.
create policy undelivered on platform.mail for select to tugevus_app
  using (state = 'failed' and (select platform.role()) = 'system'
    and (organisation_id = (select platform.organisation())
      or (organisation_id is null and about = any (array(select platform.asked_about())))));
grant update (state) on platform.mail to tugevus_app;
