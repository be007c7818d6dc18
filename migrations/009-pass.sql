-- Answering without an account: whoever holds a pass (a link in a message, a card on paper) gives one check-in of one person, once.

-- The moment of this transaction as the platform's clock has it, and the keyed hash of the pass that is held: it cannot be guessed,
-- so knowing it is the right.
create function platform.moment() returns timestamptz language sql stable parallel safe
  as $$ select nullif(current_setting('tugevus.now', true), '')::timestamptz $$;
create function platform.pass() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('tugevus.pass', true), ''), 'hex') $$;

create table people.pass (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  what text not null check (what in ('checkin')),
  carrier text not null check (carrier in ('mail', 'sms', 'paper')),
  -- The token is kept nowhere.
  hash bytea not null unique check (length(hash) = 32),
  made_at timestamptz not null,
  -- The day on which what it is for is due, and the first on which it opens anything.
  due_on date not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  -- Taken back before it was used: answered in another way, a pause, a newer card.
  ended_at timestamptz,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
-- One for each day: a reminder and a card carry the same link, and the first answer ends them all.
create unique index pass_open on people.pass (person_id, due_on) where used_at is null and ended_at is null;

call people.protect('people.pass', 'path', array['coordinator', 'lead', 'participant', 'system']);
-- The person's own answer ends a pass; making one is for those who ask.
create policy made_by_house on people.pass as restrictive for insert to tugevus_app
  with check ((select platform.role()) in ('coordinator', 'lead', 'system') and used_at is null and ended_at is null);
create policy held on people.pass for select to tugevus_app
  using ((select platform.role()) = 'bearer' and hash = (select platform.pass()));
create policy use on people.pass for update to tugevus_app
  using ((select platform.role()) = 'bearer' and hash = (select platform.pass()) and used_at is null and ended_at is null
    and due_on <= (select platform.today()) and ends_at > (select platform.moment()))
  with check ((select platform.role()) = 'bearer' and hash = (select platform.pass())
    and used_at = (select platform.moment()) and ended_at is null);
grant update (used_at, ended_at) on people.pass to tugevus_app;

-- Whom the pass of this transaction is about, and for which day, as long as it opens anything. A bearer is in none of the visible sets:
-- what they may do is said table by table, so that a table that is added later is closed to them.
create function people.borne() returns table (person_id uuid, due_on date) language sql stable as $$
  select person_id, due_on from people.pass
  where platform.role() = 'bearer' and hash = platform.pass() and used_at is null and ended_at is null
    and due_on <= platform.today() and ends_at > platform.moment()
$$;
-- Whose pass was used a moment ago: whoever has just answered may still ask to be called, and nothing else.
create function people.just_heard() returns setof uuid language sql stable as $$
  select person_id from people.pass
  where platform.role() = 'bearer' and hash = platform.pass() and used_at > platform.moment() - interval '30 minutes'
$$;

-- Whose answer it is, in what language, and who is told of it; not who they are.
create policy borne on people.person for select to tugevus_app
  using (id = any (array(select b.person_id from people.borne() b union all select people.just_heard())));

-- Colleagues are known to everybody in the house; a bearer is not in it.
create policy in_house on access.account as restrictive for select to tugevus_app
  using ((select platform.role()) is distinct from 'bearer');
create policy in_house on access.account_role as restrictive for select to tugevus_app
  using ((select platform.role()) is distinct from 'bearer');
create policy in_house on platform.audit_entry as restrictive for select to tugevus_app
  using ((select platform.role()) is distinct from 'bearer');
create policy in_house on platform.mail as restrictive for insert to tugevus_app
  with check ((select platform.role()) is distinct from 'bearer');

-- An answer waits to be read, a wish to be called waits for its hour, and silence and a call that was due are over.
create policy borne_see on tasks.task for select to tugevus_app
  using (kind in ('help', 'read', 'silence', 'call') and person_id = any (array(select b.person_id from people.borne() b))
    or kind in ('help', 'read') and person_id = any (array(select people.just_heard())));
create policy borne_add on tasks.task for insert to tugevus_app
  with check (state = 'requested' and organisation_id = (select platform.organisation())
    and (kind in ('help', 'read') and person_id = any (array(select b.person_id from people.borne() b))
      or kind = 'help' and person_id = any (array(select people.just_heard()))));
create policy borne_close on tasks.task for update to tugevus_app
  using (kind in ('silence', 'call') and state = 'requested' and person_id = any (array(select b.person_id from people.borne() b)))
  with check (state = 'completed' and person_id = any (array(select b.person_id from people.borne() b)));

create policy borne on support.pathway for select to tugevus_app
  using (person_id = any (array(select b.person_id from people.borne() b)));
create policy borne_see on support.checkin for select to tugevus_app
  using ((person_id, due_on) in (select b.person_id, b.due_on from people.borne() b));
-- Where the daily run has not come to it yet.
create policy borne_add on support.checkin for insert to tugevus_app
  with check (missed_on is null and cancelled_on is null and organisation_id = (select platform.organisation())
    and (person_id, due_on) in (select b.person_id, b.due_on from people.borne() b));

alter table support.checkin_answer
  drop constraint checkin_answer_way_check,
  add constraint checkin_answer_way_check check (way in ('self', 'link', 'telephone'));
-- A link answers once.
create unique index checkin_answer_by_link on support.checkin_answer (checkin_id) where way = 'link';
create policy borne on support.checkin_answer for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and checkin_id in (
    select c.id from support.checkin c join people.borne() b on b.person_id = c.person_id and b.due_on = c.due_on
    where c.person_id = checkin_answer.person_id));
-- The person answers for themself, signed in or by a link; staff write down what they heard, each under their own name.
drop policy in_own_name on support.checkin_answer;
create policy in_own_name on support.checkin_answer as restrictive for insert to tugevus_app
  with check (by_account is not distinct from (select platform.account())
    and way = case (select platform.role()) when 'participant' then 'self' when 'bearer' then 'link' else 'telephone' end
    and (read_at is null or (way = 'telephone' and read_by = by_account))
    and (way <> 'link' or supersedes is null));

-- When somebody was asked for a check-in, and reminded of it.
alter table support.checkin add column asked_on date, add column reminded_on date;
grant update (asked_on, reminded_on) on support.checkin to tugevus_app;

-- In which way somebody wants to be asked; where there is no row, it goes by what is known of them.
create table support.checkin_way (
  person_id uuid primary key,
  organisation_id uuid not null references access.organisation,
  way text not null check (way in ('mail', 'sms', 'paper', 'call')),
  chosen_at timestamptz not null,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
call people.protect('support.checkin_way', 'path', array['coordinator', 'lead', 'participant']);
grant update (way, chosen_at) on support.checkin_way to tugevus_app;
