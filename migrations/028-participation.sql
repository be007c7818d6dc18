-- Who took part in a mobility, what was agreed before it and confirmed after it: what the funder's tool asks for, prepared here.

-- Colleagues, and volunteers by name. The report is the funder's: here stands only whether it was asked for and sent.
create table learning.participation (
  id uuid primary key,
  mobility_id uuid not null,
  organisation_id uuid not null references access.organisation,
  account_id uuid,
  -- Of somebody who has no account here.
  name text not null default '' check (length(name) <= 120),
  part text not null check (part in ('participant', 'accompanying', 'expert')),
  -- How it is to be learnt, and who sees to what.
  how text not null default '' check (length(how) <= 2000),
  responsible text not null default '' check (length(responsible) <= 1000),
  agreed_on date,
  report_state text not null default 'none' check (report_state in ('none', 'asked', 'sent')),
  report_on date,
  -- What was done, confirmed by whoever took part.
  complement text not null default '' check (length(complement) <= 3000),
  confirmed_on date,
  made_at timestamptz not null,
  check ((account_id is null) = (length(name) >= 2)),
  check ((report_state = 'none') = (report_on is null)),
  unique (mobility_id, account_id),
  unique (id, mobility_id, organisation_id),
  foreign key (mobility_id, organisation_id) references learning.mobility (id, organisation_id) on delete cascade,
  foreign key (account_id, organisation_id) references access.account (id, organisation_id) on delete cascade
);
call learning.protect('learning.participation', array['mobility_lead', 'lead'], array['mobility_lead', 'lead']);
grant update (part, how, responsible, agreed_on, report_state, report_on, complement, confirmed_on) on learning.participation to tugevus_app;

-- What is expected to be learnt, and afterwards whether it was; not known is not no.
create table learning.outcome (
  id uuid primary key,
  mobility_id uuid not null,
  -- Null where it is the whole group's.
  participation_id uuid,
  organisation_id uuid not null references access.organisation,
  -- Whose participation it is.
  account_id uuid,
  number smallint not null check (number between 1 and 100),
  text text not null check (length(text) between 2 and 500),
  reached text not null default 'unknown' check (reached in ('unknown', 'yes', 'partly', 'no')),
  note text not null default '' check (length(note) <= 1000),
  unique nulls not distinct (mobility_id, participation_id, number),
  foreign key (mobility_id, organisation_id) references learning.mobility (id, organisation_id) on delete cascade,
  foreign key (participation_id, mobility_id, organisation_id)
    references learning.participation (id, mobility_id, organisation_id) on delete cascade
);
call learning.protect('learning.outcome', array['mobility_lead', 'lead'], array['mobility_lead', 'lead']);
grant update (text, reached, note) on learning.outcome to tugevus_app;

create function learning.whose_outcome() returns trigger language plpgsql as $$
begin
  new.account_id := (select p.account_id from learning.participation p where p.id = new.participation_id);
  return new;
end $$;
create trigger whose before insert on learning.outcome for each row execute function learning.whose_outcome();

-- Whoever took part sees what is theirs and confirms it; what was agreed and expected stays as it is.
create procedure learning.let_own(target regclass) language plpgsql as $$
declare
  own text := format('organisation_id = (select platform.organisation()) and account_id = (select platform.account())
    and (select platform.role()) = any (%L)', array['developer', 'coordinator']);
begin
  execute format('create policy see_own on %s for select to tugevus_app using (%s)', target, own);
  execute format('create policy confirm_own on %s for update to tugevus_app using (%s) with check (%s)', target, own, own);
end $$;
revoke all on procedure learning.let_own from public;
call learning.let_own('learning.participation');
call learning.let_own('learning.outcome');
-- What a whole group is to learn is about nobody.
create policy see_group on learning.outcome for select to tugevus_app using (organisation_id = (select platform.organisation())
  and participation_id is null and (select platform.role()) = any (array['developer', 'coordinator']));

create function learning.own_confirms() returns trigger language plpgsql as $$
begin
  if platform.role() not in ('mobility_lead', 'lead', 'system') and to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv then
    raise exception 'what was agreed is not changed by whoever took part' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger own_confirms after update on learning.participation
  for each row execute function learning.own_confirms('complement', 'confirmed_on');
create trigger own_confirms after update on learning.outcome
  for each row execute function learning.own_confirms('reached', 'note');
