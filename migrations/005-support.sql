-- Continuing support: the pathway, check-ups, check-ins, contacts, lapses. What was said is never edited: a correction is a
-- new row that names the one it supersedes.

create schema support;
grant usage on schema support to tugevus_app, tugevus_backup;

create table support.pathway (
  person_id uuid primary key,
  organisation_id uuid not null references access.organisation,
  pathway text not null,
  left_on date not null,
  entered_on date not null,
  state text not null check (state in ('to-be-asked', 'active', 'paused', 'ended')),
  state_since date not null,
  paused_until date,
  rhythm text check (rhythm in ('weekly', 'fortnightly', 'monthly', 'none')),
  caught_up_to date,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);

create table support.pathway_change (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  at timestamptz not null,
  by_account uuid,
  from_state text,
  to_state text not null,
  what text not null check (what in ('entered', 'yes', 'no', 'paused', 'resumed', 'ended', 'rhythm')),
  wished_by text check (wished_by in ('person', 'staff')),
  until date,
  rhythm text,
  reason_sealed bytea,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
create index pathway_change_of_person on support.pathway_change (person_id, at);

create table support.checkup (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  due_on date not null,
  origin text not null check (origin in ('first', 'pathway', 'moved', 'extra')),
  reason_sealed bytea,
  closed_as text check (closed_as in ('held', 'missed', 'moved', 'cancelled')),
  -- The day it was held, where it was held.
  closed_on date,
  check ((closed_as is null) = (closed_on is null)),
  -- For keys of two columns: what answers or corrects is about the same person. The same below.
  unique (id, person_id),
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
-- Two may fall on one day (moved away and back, held early); only one is ever open.
create index checkup_of_person on support.checkup (person_id, due_on);
create unique index checkup_open on support.checkup (person_id) where closed_as is null;

create table support.checkup_record (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  checkup_id uuid not null,
  supersedes uuid unique,
  held_on date not null,
  way text not null check (way in ('meeting', 'call', 'video')),
  held_by uuid,
  recorded_at timestamptz not null,
  reached boolean,
  weekly_use boolean,
  symptoms boolean,
  wants_help boolean,
  in_need boolean,
  agreed boolean,
  arrived boolean,
  stayed boolean,
  -- Null is "not written down".
  help text[],
  notes_sealed bytea,
  proposed_on date,
  next_on date,
  next_reason_sealed bytea,
  unique (id, person_id),
  foreign key (checkup_id, person_id) references support.checkup (id, person_id) on delete cascade,
  foreign key (supersedes, person_id) references support.checkup_record (id, person_id),
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
create index checkup_record_of_person on support.checkup_record (person_id, held_on);
create index checkup_record_of_checkup on support.checkup_record (checkup_id);

create table support.checkin (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  due_on date not null,
  form text not null check (form in ('weekly', 'monthly')),
  missed_on date,
  -- A pause or an end came while it was open: it is neither waited for nor missed.
  cancelled_on date,
  unique (person_id, due_on),
  unique (id, person_id),
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);

create table support.checkin_answer (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  checkin_id uuid,
  supersedes uuid unique,
  given_at timestamptz not null,
  given_on date not null,
  by_account uuid,
  way text not null check (way in ('self', 'telephone')),
  wellbeing smallint check (wellbeing between 0 and 10),
  confidence smallint check (confidence between 0 and 10),
  please_call boolean,
  longer jsonb not null default '{}',
  words_sealed bytea,
  read_at timestamptz,
  read_by uuid,
  unique (id, person_id),
  foreign key (checkin_id, person_id) references support.checkin (id, person_id) on delete cascade,
  foreign key (supersedes, person_id) references support.checkin_answer (id, person_id),
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
create index checkin_answer_of_person on support.checkin_answer (person_id, given_on, given_at);
create index checkin_answer_of_checkin on support.checkin_answer (checkin_id);
create index checkin_answer_unread on support.checkin_answer (person_id) where read_at is null;

create table support.contact (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  on_day date not null,
  recorded_at timestamptz not null,
  by_account uuid,
  way text not null check (way in ('call', 'message', 'visit', 'meeting')),
  reached boolean not null,
  what_sealed bytea,
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
create index contact_of_person on support.contact (person_id, on_day);

create table support.lapse (
  id uuid primary key,
  organisation_id uuid not null references access.organisation,
  person_id uuid not null,
  happened_on date not null,
  told_on date not null,
  told_by text not null check (told_by in ('person', 'other')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  note_sealed bytea,
  supersedes uuid unique,
  unique (id, person_id),
  foreign key (supersedes, person_id) references support.lapse (id, person_id),
  foreign key (person_id, organisation_id) references people.person (id, organisation_id) on delete cascade
);
create index lapse_of_person on support.lapse (person_id, happened_on);

call people.protect('support.pathway', 'path', array['coordinator', 'lead', 'participant', 'system']);
call people.protect('support.pathway_change', 'path', array['coordinator', 'lead', 'participant', 'system']);
call people.protect('support.checkup', 'path', array['coordinator', 'lead', 'supporter', 'participant', 'system']);
call people.protect('support.checkup_record', 'notes', array['coordinator', 'lead', 'supporter']);
call people.protect('support.checkin', 'path', array['coordinator', 'lead', 'participant', 'system']);
call people.protect('support.checkin_answer', 'answers', array['coordinator', 'lead', 'participant']);
call people.protect('support.contact', 'notes', array['coordinator', 'lead', 'supporter']);
call people.protect('support.lapse', 'notes', array['coordinator', 'lead']);
grant update (state, state_since, paused_until, rhythm, caught_up_to, pathway) on support.pathway to tugevus_app;
grant update (closed_as, closed_on) on support.checkup to tugevus_app;
grant update (missed_on, cancelled_on) on support.checkin to tugevus_app;
grant update (read_at, read_by) on support.checkin_answer to tugevus_app;
-- That somebody has read an answer is for those to say who read it, not for the one who gave it.
create policy staff_reads on support.checkin_answer as restrictive for update to tugevus_app
  using ((select platform.role()) <> 'participant');
-- The person answers for themself, staff write down what they heard, each under their own name.
create policy in_own_name on support.checkin_answer as restrictive for insert to tugevus_app
  with check (by_account = (select platform.account()) and (way = 'self') = ((select platform.role()) = 'participant')
    and (read_at is null or (way = 'telephone' and read_by = by_account)));
