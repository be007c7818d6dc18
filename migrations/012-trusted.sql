-- Whom the person names to be asked if nobody reaches them, and what that one may be told. They never asked to stand here: little is
-- kept, and it goes with the yes.

create table people.trusted (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  -- In which order they are asked.
  place smallint not null check (place between 1 and 3),
  name_sealed bytea not null,
  phone_sealed bytea not null,
  relation_sealed bytea,
  own_words_sealed bytea,
  language text not null,
  telling text not null check (telling in ('call', 'organisation', 'support')),
  ends_on date,
  -- Two change places in one statement.
  unique (person_id, place) deferrable initially immediate,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);

-- The people whose newest word on this purpose is yes; of two in the same moment, the one that is not. For policies, as `visible` is.
create index consent_for on people.consent (purpose, person_id, recorded_at);
create function people.agreed(wanted text) returns setof uuid language sql stable as $$
  select person_id from (
    select distinct on (person_id) person_id, state from people.consent where purpose = wanted
    order by person_id, recorded_at desc, (state = 'given')
  ) newest where state = 'given'
$$;

call people.protect('people.trusted', 'identity', array['coordinator', 'lead', 'participant']);
-- Not for whoever else knows the name, and for staff only as long as the person agrees: a withdrawal counts from the next statement on.
create policy agreed on people.trusted as restrictive for select to tugevus_app
  using ((select platform.role()) in ('participant', 'system')
    or ((select platform.role()) in ('coordinator', 'lead') and person_id = any (array(select people.agreed('trusted-contact')))));
create policy take_back on people.trusted for delete to tugevus_app
  using (organisation_id = (select platform.organisation())
    and ((select platform.role()) = 'lead'
      or ((select platform.role()) in ('coordinator', 'participant') and person_id = any (array(select people.visible('identity'))))));
grant update (place, name_sealed, phone_sealed, relation_sealed, own_words_sealed, language, telling, ends_on) on people.trusted to tugevus_app;

-- The trusted contact was asked: that is no word of the person's own.
alter table support.contact drop constraint contact_way_check;
alter table support.contact add constraint contact_way_check check (way in ('call', 'message', 'visit', 'meeting', 'trusted'));

-- A tap by mistake stays written down and does not count. Whoever made it takes it back, and nobody makes it count again.
alter table support.contact add column withdrawn_at timestamptz;
create policy own_mistake on support.contact as restrictive for update to tugevus_app
  using (by_account = (select platform.account()) and withdrawn_at is null)
  with check (withdrawn_at is not null);
grant update (withdrawn_at) on support.contact to tugevus_app;
