-- What a person decides about themself is theirs, and what the house keeps count of is the house's. And: the schedule of check-ups can be
-- changed, which is written down.

-- That somebody sees their own is ended by erasing them, and by nobody they were invited by.
create policy own_stays on people.sight as restrictive for update to tugevus_app
  using (reason <> 'self' or (select platform.role()) in ('lead', 'system'));

-- Policies do not know what a row was before. A person says how often they are asked, pauses and stops; which schedule they are on is
-- agreed with staff, and a day up to which check-ins are said to be due already, which nobody has made due, would be a silence nobody notices.
create function support.own_path() returns trigger language plpgsql as $$
begin
  if platform.role() = 'participant' and (
    new.pathway is distinct from old.pathway
    or new.caught_up_to is distinct from old.caught_up_to
      and case when new.caught_up_to is null then new.state <> 'ended'
        else new.caught_up_to not between platform.today() - 1 and platform.today() end)
  then
    raise exception 'this is not for the person to set' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger own_path before update of pathway, caught_up_to on support.pathway
  for each row execute function support.own_path();

alter table support.pathway_change add pathway text;
alter table support.pathway_change drop constraint pathway_change_what_check;
alter table support.pathway_change add constraint pathway_change_what_check
  check (what in ('entered', 'yes', 'no', 'paused', 'resumed', 'ended', 'rhythm', 'pathway'));
