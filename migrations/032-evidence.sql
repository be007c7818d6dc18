-- What shows that a mobility took place and what came of it: agreements, programmes, certificates, pictures. The files themselves, sealed.

create table learning.evidence (
  id uuid primary key,
  mobility_id uuid not null,
  -- Null where it belongs to the mobility and to nobody's part in it.
  participation_id uuid,
  organisation_id uuid not null references access.organisation,
  -- Whose participation it is.
  account_id uuid,
  kind text not null check (kind in ('agreement', 'programme', 'attendance', 'certificate', 'photo', 'other')),
  title text not null check (length(title) between 2 and 120),
  type text not null check (type in ('application/pdf', 'image/jpeg')),
  -- Bytes, before they were sealed.
  size integer not null check (size between 1 and 10485760),
  content_sealed bytea not null,
  by_account uuid,
  added_on date not null,
  made_at timestamptz not null,
  foreign key (mobility_id, organisation_id) references learning.mobility (id, organisation_id) on delete cascade,
  foreign key (participation_id, mobility_id, organisation_id)
    references learning.participation (id, mobility_id, organisation_id) on delete cascade
);
create index evidence_of_mobility on learning.evidence (mobility_id, made_at);
-- What is sealed gets no smaller: nobody tries.
alter table learning.evidence alter column content_sealed set storage external;
call learning.protect('learning.evidence', array['mobility_lead', 'lead'], array['mobility_lead', 'lead']);
create trigger whose before insert on learning.evidence for each row execute function learning.whose_outcome();

-- Of one participation, whoever it is; of nobody's, whoever reads the mobility.
create policy see_own on learning.evidence for select to tugevus_app using (organisation_id = (select platform.organisation())
  and account_id = (select platform.account()) and (select platform.role()) = any (array['developer', 'coordinator']));
create policy see_group on learning.evidence for select to tugevus_app using (organisation_id = (select platform.organisation())
  and participation_id is null and (select platform.role()) = any (array['developer', 'coordinator']));
-- It is never changed: what is wrong is taken away and added anew.
create policy take_away on learning.evidence for delete to tugevus_app using (organisation_id = (select platform.organisation())
  and (select platform.role()) = any (array['mobility_lead', 'lead']));
