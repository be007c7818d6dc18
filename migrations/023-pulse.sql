-- The pulse of a community: how people trust and whom they would have near, asked of anybody who has its code, before and after.

create table communities.pulse (
  id uuid primary key,
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  moment text not null check (moment in ('before', 'after')),
  label text not null default '' check (length(label) <= 80),
  -- How the community was called when it was asked: whoever answers sees this and no row of it.
  about text not null check (length(about) between 2 and 120),
  -- Which wording of content/pulse was asked.
  version smallint not null check (version >= 1),
  opens_on date not null,
  until_on date not null,
  -- How many people could answer, where somebody knows.
  expected smallint check (expected between 1 and 5000),
  -- The code is kept nowhere.
  code_hash bytea not null unique check (length(code_hash) = 32),
  made_at timestamptz not null,
  closed_on date,
  -- How many had answered when it was closed.
  answers integer check (answers >= 0),
  check (until_on >= opens_on),
  check ((closed_on is null) = (answers is null)),
  unique (id, community_id, organisation_id),
  foreign key (community_id, organisation_id) references communities.community (id, organisation_id) on delete cascade
);
create index pulse_of_community on communities.pulse (community_id, opens_on);
call communities.protect('communities.pulse', array[]::text[], array['developer', 'lead'], 'see');
-- Whoever has the code, while it is open. A row that is held this way says nothing that does not stand on the poster.
create policy held on communities.pulse for select to tugevus_app
  using ((select platform.role()) = 'visitor' and code_hash = (select platform.pass()) and closed_on is null
    and (select platform.today()) between opens_on and until_on);
grant update (until_on, expected, closed_on, answers) on communities.pulse to tugevus_app;

-- Closed is closed: whoever could open it again could see by how much one more answer moves the means. And only the house counts.
create function communities.pulse_closes_once() returns trigger language plpgsql as $$
begin
  if old.closed_on is not null
    or platform.role() is distinct from 'system' and (new.closed_on, new.answers) is distinct from (old.closed_on, old.answers) then
    raise exception 'a pulse is closed by the house, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger closes_once before update on communities.pulse for each row execute function communities.pulse_closes_once();

-- One sheet of answers: no day, no time, no address, nobody. It is there until its pulse is closed, and read by nobody but the house.
create table communities.pulse_answer (
  -- Random, so that no order of coming is in it.
  id uuid primary key,
  pulse_id uuid not null,
  community_id uuid not null,
  organisation_id uuid not null,
  trust smallint check (trust between 0 and 10),
  fairness smallint check (fairness between 0 and 10),
  helpfulness smallint check (helpfulness between 0 and 10),
  neighbour smallint check (neighbour between 0 and 3),
  hobby smallint check (hobby between 0 and 3),
  workmate smallint check (workmate between 0 and 3),
  lodger smallint check (lodger between 0 and 3),
  evening smallint check (evening between 0 and 3),
  check (num_nonnulls(trust, fairness, helpfulness, neighbour, hobby, workmate, lodger, evening) > 0),
  foreign key (pulse_id, community_id, organisation_id)
    references communities.pulse (id, community_id, organisation_id) on delete cascade
);
create index pulse_answer_of_pulse on communities.pulse_answer (pulse_id);
alter table communities.pulse_answer enable row level security;
alter table communities.pulse_answer force row level security;
create policy see on communities.pulse_answer for select to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
-- As a visitor sees of pulses only the open one whose code is held, an answer goes there and nowhere else.
create policy add on communities.pulse_answer for insert to tugevus_app
  with check ((select platform.role()) = 'visitor'
    and (pulse_id, community_id, organisation_id) in (select p.id, p.community_id, p.organisation_id from communities.pulse p));
create policy erase on communities.pulse_answer for delete to tugevus_app
  using (organisation_id = (select platform.organisation()) and (select platform.role()) = 'system');
create policy backup on communities.pulse_answer for select to tugevus_backup using (true);
grant select on communities.pulse_answer to tugevus_backup;
grant select, insert, delete on communities.pulse_answer to tugevus_app;

-- An answer that comes while its pulse is being closed is counted or refused. By its key to the pulse it has waited for whoever closes it
-- (triggers run by name, and keys come first); now it looks again.
create function communities.pulse_still_open() returns trigger language plpgsql as $$
begin
  if not exists (select from communities.pulse where id = new.pulse_id and closed_on is null) then
    raise exception 'this pulse is closed' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger still_open after insert on communities.pulse_answer for each row execute function communities.pulse_still_open();

-- What became of the answers: means of five people or more, written when the pulse is closed. There is no cell for fewer.
create table communities.pulse_mean (
  pulse_id uuid not null,
  measure text not null check (measure in ('trust', 'distance')),
  community_id uuid not null,
  organisation_id uuid not null references access.organisation,
  people integer not null check (people >= 5),
  mean_tenths smallint not null check (mean_tenths between 0 and 100),
  primary key (pulse_id, measure),
  foreign key (pulse_id, community_id, organisation_id)
    references communities.pulse (id, community_id, organisation_id) on delete cascade
);
call communities.protect('communities.pulse_mean', array[]::text[], array[]::text[], 'see');
