-- People pass from one coordinator to another by an offer that the receiver accepts. And: who covers, covers, and no more.

create table people.move (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  -- Null where nobody is responsible.
  from_id uuid,
  to_id uuid not null,
  offered_by uuid not null,
  offered_at timestamptz not null,
  offered_on date not null,
  note_sealed bytea,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  -- Why some or all were not taken.
  reason_sealed bytea,
  check ((state = 'offered') = (decided_at is null)),
  check (from_id <> to_id),
  unique (id, organisation_id),
  foreign key (from_id, organisation_id) references access.account (id, organisation_id),
  foreign key (to_id, organisation_id) references access.account (id, organisation_id),
  foreign key (offered_by, organisation_id) references access.account (id, organisation_id)
);
create index move_open on people.move (organisation_id) where state = 'offered';

-- What the receiver sees of somebody before they have accepted stands here and nowhere else: no name, nothing that was said.
create table people.move_person (
  move_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null references access.organisation,
  code text not null,
  municipality text,
  language text not null,
  path_state text,
  left_on date,
  open_tasks integer not null,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
  primary key (move_id, person_id),
  foreign key (move_id, organisation_id) references people.move (id, organisation_id) on delete cascade,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
-- Nobody is offered to two at once.
create unique index move_person_open on people.move_person (person_id) where state = 'offered';

-- Whom the actor answers for: those they are responsible for, and those they are entering now. A cover is not among them.
create function people.responsible() returns setof uuid language sql stable as $$
  select person_id from people.sight
  where account_id = platform.account() and role = platform.role() and reason = 'responsible' and ended_at is null
  union all
  select person_id from people.entry
  where account_id = platform.account() and xact = pg_current_xact_id_if_assigned()
$$;

-- A coordinator shows nobody more than they see themselves, and only those they answer for. Nobody is made responsible by a coordinator but
-- for whom that coordinator enters: else by an offer. A cover is what an absence says, for its days and its substitute.
drop policy grant_sight on people.sight;
create policy grant_sight on people.sight for insert to tugevus_app
  with check (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('lead', 'system')
      or ((select platform.role()) = 'coordinator' and person_id = any (array(select people.responsible()))
        and case reason
          when 'responsible' then person_id = any (array(
            select e.person_id from people.entry e
            where e.account_id = (select platform.account()) and e.xact = pg_current_xact_id_if_assigned()))
          when 'cover' then role = 'coordinator' and exists (
            select from access.absence a
            where a.id = sight.absence_id and a.substitute_id = sight.account_id and a.why = 'said' and a.ended_at is null
              and a.starts_on = sight.begins_on and a.ends_on is not distinct from sight.ends_on)
          else account_id <> (select platform.account())
        end
        and ('path' <> all (categories) or person_id = any (array(select people.visible('path'))))
        and ('answers' <> all (categories) or person_id = any (array(select people.visible('answers'))))
        and ('notes' <> all (categories) or person_id = any (array(select people.visible('notes')))))));

-- Who is responsible is changed by the lead, or by the house on an accepted offer. Policies do not know what a row was before.
create function people.only_by_offer() returns trigger language plpgsql as $$
begin
  if platform.role() not in ('lead', 'system') then
    raise exception 'who is responsible is not changed by a %', platform.role() using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger only_by_offer before update of coordinator_id on people.person
  for each row when (new.coordinator_id is distinct from old.coordinator_id) execute function people.only_by_offer();

do $$
declare t text;
begin
  foreach t in array array['move', 'move_person'] loop
    execute format('alter table people.%I enable row level security', t);
    execute format('alter table people.%I force row level security', t);
    execute format('create policy backup on people.%I for select to tugevus_backup using (true)', t);
    execute format('create policy erase on people.%I for delete to tugevus_app
      using (organisation_id = (select platform.organisation()) and (select platform.role()) = ''system'')', t);
    execute format('grant select on people.%I to tugevus_app, tugevus_backup', t);
    execute format('grant insert, delete on people.%I to tugevus_app', t);
  end loop;
end $$;
grant update (state, decided_at, decided_by, reason_sealed) on people.move to tugevus_app;
grant update (state) on people.move_person to tugevus_app;

create policy parties on people.move for select to tugevus_app
  using (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('lead', 'system')
      or ((select platform.role()) = 'coordinator' and (select platform.account()) in (from_id, to_id, offered_by))));
create policy offer on people.move for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and state = 'offered' and offered_by = (select platform.account())
    and ((select platform.role()) = 'lead' or ((select platform.role()) = 'coordinator' and from_id = (select platform.account()))));
-- The giver takes back, the receiver answers; what is decided stays so.
create policy decide on people.move for update to tugevus_app
  using (organisation_id = (select platform.organisation()) and state = 'offered'
    and ((select platform.role()) in ('lead', 'system')
      or ((select platform.role()) = 'coordinator' and (select platform.account()) in (from_id, to_id, offered_by))))
  with check (organisation_id = (select platform.organisation())
    and ((select platform.role()) = 'system'
      or (decided_by = (select platform.account())
        and (state = 'withdrawn' and ((select platform.role()) = 'lead' or (select platform.account()) in (from_id, offered_by))
          or state in ('accepted', 'declined') and to_id = (select platform.account())))));

create policy parties on people.move_person for select to tugevus_app
  using (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('lead', 'system')
      or ((select platform.role()) = 'coordinator' and move_id = any (array(select m.id from people.move m)))));
create policy offer on people.move_person for insert to tugevus_app
  with check (organisation_id = (select platform.organisation()) and state = 'offered'
    and move_id = any (array(select m.id from people.move m where m.state = 'offered'))
    and ((select platform.role()) = 'lead'
      or ((select platform.role()) = 'coordinator' and person_id = any (array(select people.responsible()))
        and move_id = any (array(select m.id from people.move m where m.offered_by = (select platform.account()))))));
create policy decide on people.move_person for update to tugevus_app
  using (organisation_id = (select platform.organisation()) and state = 'offered'
    and ((select platform.role()) in ('lead', 'system')
      or ((select platform.role()) = 'coordinator' and move_id = any (array(select m.id from people.move m)))))
  with check (organisation_id = (select platform.organisation())
    and ((select platform.role()) in ('lead', 'system')
      or move_id = any (array(select m.id from people.move m
        where case when move_person.state = 'withdrawn' then (select platform.account()) in (m.from_id, m.offered_by)
          else m.to_id = (select platform.account()) end))));
