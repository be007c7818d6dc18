-- Evidence of one's own participation is seen by volunteers too, who see the participation itself since 037.
drop policy see_own on learning.evidence;
create policy see_own on learning.evidence for select to tugevus_app using (organisation_id = (select platform.organisation())
  and account_id = (select platform.account()) and (select platform.role()) = any (array['developer', 'coordinator', 'supporter', 'host']));

-- It goes with its participation where an account is erased; whoever takes away what was entered by mistake takes the files away first.
do $$
declare
  k record;
begin
  for k in select conname from pg_constraint where conrelid = 'learning.evidence'::regclass and confrelid = 'learning.participation'::regclass
  loop
    execute format('alter table learning.evidence drop constraint %I', k.conname);
  end loop;
end $$;
alter table learning.evidence add foreign key (participation_id, mobility_id, organisation_id)
  references learning.participation (id, mobility_id, organisation_id) on delete cascade;
create index evidence_of_participation on learning.evidence (participation_id) where participation_id is not null;

create function learning.has_no_evidence() returns trigger language plpgsql as $$
begin
  if platform.role() = any (array['mobility_lead', 'lead']) and exists (select from learning.evidence e where e.participation_id = old.id) then
    raise exception 'a participation stays while there is evidence of it' using errcode = 'foreign_key_violation';
  end if;
  return old;
end $$;
create trigger has_no_evidence before delete on learning.participation for each row execute function learning.has_no_evidence();
