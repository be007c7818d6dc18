-- For whom a day of a training is held, and how sure those who come are of each method it teaches.

/*
 A day of a training may be for a community, for an action of its plan and for a place where it takes people in. Apart from the day itself, which
 everybody sees who may sign up: this is only for those who see the community.
*/
create table learning.session_for (
  session_id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  action_id uuid,
  place_id uuid,
  foreign key (session_id, organisation_id) references learning.training_session (id, organisation_id) on delete cascade,
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade,
  foreign key (action_id, community_id, organisation_id) references communities.action (id, community_id, organisation_id),
  foreign key (place_id, community_id, organisation_id) references communities.place (id, community_id, organisation_id)
);
create index session_for_community on learning.session_for (community_id);
create index session_for_action on learning.session_for (action_id) where action_id is not null;
create index session_for_place on learning.session_for (place_id) where place_id is not null;
call communities.protect('learning.session_for', array['coordinator'], array['developer', 'lead'], 'see');
grant update (community_id, action_id, place_id) on learning.session_for to tugevus_app;
-- What was linked by mistake is let go.
drop policy erase on learning.session_for;
create policy erase on learning.session_for for delete to tugevus_app using (organisation_id = (select platform.organisation())
  and (select platform.role()) in ('system', 'developer', 'lead'));

/*
 How sure one is of each method that is taught, by its wording, before and at once after: as the rest of an evaluation their own and read by nobody else,
 said once and not changed. Where a training teaches none, and where it was asked so before, one is asked once of the whole.
*/
alter table learning.evaluation drop constraint evaluation_check,
  add constraint confidence_in_its_time check (confidence is null or asked in ('before', 'after')),
  add unique (id, account_id, organisation_id);
create table learning.evaluation_method (
  evaluation_id uuid not null,
  version_id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null references access.organisation,
  confidence smallint not null check (confidence between 0 and 10),
  primary key (evaluation_id, version_id),
  foreign key (evaluation_id, account_id, organisation_id) references learning.evaluation (id, account_id, organisation_id) on delete cascade,
  foreign key (version_id, organisation_id) references learning.method_version (id, organisation_id)
);
create index evaluation_method_of_version on learning.evaluation_method (version_id);
create index evaluation_method_of_account on learning.evaluation_method (account_id);
alter table learning.evaluation_method enable row level security;
alter table learning.evaluation_method force row level security;
create policy see on learning.evaluation_method for select to tugevus_app using (organisation_id = (select platform.organisation()) and (
  (select platform.role()) = 'system'
  or ((select platform.role()) in ('mobility_lead', 'lead', 'developer', 'coordinator', 'supporter', 'host')
    and account_id = (select platform.account()))));
create policy add on learning.evaluation_method for insert to tugevus_app with check (organisation_id = (select platform.organisation()) and (
  (select platform.role()) = 'system'
  or ((select platform.role()) in ('mobility_lead', 'lead', 'developer', 'coordinator', 'supporter', 'host')
    and account_id = (select platform.account()))));
create policy erase on learning.evaluation_method for delete to tugevus_app using (organisation_id = (select platform.organisation())
  and (select platform.role()) = 'system');
create policy backup on learning.evaluation_method for select to tugevus_backup using (true);
grant select on learning.evaluation_method to tugevus_backup;
grant select, insert, delete on learning.evaluation_method to tugevus_app;

/*
 Figures are of the answers alone, and no answer comes once they may be told: what is asked of those who were there is taken only from those who are on the
 list as having been there when they say it, and within its time. So whoever corrects the list later moves no figure, and cannot find out by it what somebody
 said. The days are those of src/learning/evaluation.ts.
*/
create function learning.may_say(of_signup uuid, asking text) returns boolean language sql stable as $$
  select s.withdrawn_at is null and case asking
    when 'before' then t.state = 'planned' and platform.today() <= t.on_day
    else t.state = 'held' and s.attended is true and platform.today() - t.on_day
      <= case asking when 'after' then 30 when 'months-3' then 150 else 365 end
    end
  from learning.signup s join learning.training_session t on t.id = s.session_id
  where s.id = of_signup
$$;
create function learning.said_in_time() returns trigger language plpgsql as $$
declare
  one learning.evaluation;
begin
  -- A backup brings back what was said then.
  if current_user <> 'tugevus_app' then return new; end if;
  if tg_table_name = 'evaluation' then
    one := new;
  else
    select * into one from learning.evaluation e where e.id = new.evaluation_id;
    if one.asked not in ('before', 'after') then
      raise exception 'how sure one is of a method is said before and at once after' using errcode = 'check_violation';
    end if;
  end if;
  if learning.may_say(one.signup_id, one.asked) is not true then
    raise exception 'this is not asked any more' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger said_in_time before insert on learning.evaluation for each row execute function learning.said_in_time();
create trigger said_in_time before insert on learning.evaluation_method for each row execute function learning.said_in_time();

-- How sure one is stands of the whole, of the methods, or of both; asked when the transaction ends, since the methods are written second.
create function learning.says_how_sure() returns trigger language plpgsql as $$
begin
  if current_user <> 'tugevus_app' then return null; end if;
  if not exists (select from learning.evaluation_method m where m.evaluation_id = new.id) then
    raise exception 'an evaluation says how sure one is' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger says_how_sure after insert on learning.evaluation deferrable initially deferred
  for each row when (new.asked in ('before', 'after') and new.confidence is null) execute function learning.says_how_sure();
