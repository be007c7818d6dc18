/** The tables of a database and, in each, rows at every distance from whoever tries. */
import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { queueMail } from '../../src/platform/mail.ts'
import { seal, sealBytes } from '../../src/platform/sealing.ts'
import { createImport } from '../../src/support/import.store.ts'
import { withActor } from '../../src/platform/actor.ts'
import type { Connection } from '../../src/platform/database.ts'
import { pdf } from './files.ts'
import { withClient } from './server.ts'
import { roleOf, type Matrix, type Trier, type Whose } from './matrix.ts'

export type Table = {
  name: string
  columns: readonly string[]
  /** The column by which a row is about a person, belongs to an account or to an organisation; the nearest counts. */
  by: { kind: 'person' | 'account' | 'community' | 'organisation' | 'nothing'; column: string }
}

/** Every table there is, whatever room it belongs to. The queue of jobs holds ids only; the list of migrations is nobody's. */
export async function tablesOf(owner: pg.Client): Promise<Table[]> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relkind in ('r', 'p', 'm', 'f')
       and n.nspname !~ '^(pg_|information_schema$|pgboss$)' and c.relname <> 'tugevus_migration'
     group by 1 order by 1`)
  return rows.map(({ name, columns }) => ({ name, columns, by: nearest(name, columns) }))
}

function nearest(name: string, columns: readonly string[]): Table['by'] {
  const itself = {
    'people.person': 'person',
    'access.account': 'account',
    'access.organisation': 'organisation',
    'communities.community': 'community',
  } as const
  for (const [table, kind] of Object.entries(itself)) if (name === table) return { kind, column: 'id' }
  for (const kind of ['person', 'account', 'community', 'organisation'] as const) {
    if (columns.includes(`${kind}_id`)) return { kind, column: `${kind}_id` }
  }
  return { kind: 'nothing', column: '' }
}

/** Conditions that choose rows of a table, by how near they are to whoever tries. */
export function rowsOf({ name, by, columns }: Table, matrix: Matrix, trier: Trier): [Whose, string][] {
  const { people, communities, house } = matrix
  if (name === 'learning.mobility') return journeysOf(matrix, trier)
  const is = (id: string) => `${by.column} = '${id}'`
  if (by.kind === 'person') {
    return [
      ['sight', is(people.mine.id)],
      ['organisation', is(people.colleagues.id)],
      ['foreign', is(people.foreign.id)],
    ]
  }
  if (by.kind === 'account') {
    const { accountId } = matrix.actor(trier)
    const own = [
      accountId === null ? `${by.column} is null` : is(accountId),
      // Nobody else's, and nothing of what the same account did in another role.
      ...(columns.includes('organisation_id') ? [`organisation_id = '${house.organisation.id}'`] : []),
      ...(columns.includes('role') ? [`role = '${roleOf(trier)}'`] : []),
    ]
    return [
      ['own', own.join(' and ')],
      ['organisation', is(people.colleague.id)],
      ['foreign', is(house.other.accounts.coordinator.id)],
    ]
  }
  if (by.kind === 'community') {
    return [
      ['community', is(communities.mine.id)],
      ['organisation', is(communities.others.id)],
      ['foreign', is(communities.foreign.id)],
    ]
  }
  if (by.kind === 'organisation') {
    return [
      ['organisation', is(house.organisation.id)],
      ['foreign', is(house.other.id)],
    ]
  }
  return [['organisation', 'true']]
}

/** One's own is a journey on which one was. */
function journeysOf({ actor, house }: Matrix, trier: Trier): [Whose, string][] {
  const { accountId } = actor(trier)
  const ids = `select mobility_id from learning.participation where account_id = '${accountId}'`
  const here = `organisation_id = '${house.organisation.id}'`
  return [
    ...(accountId === null ? [] : ([['own', `${here} and id in (${ids})`]] as [Whose, string][])),
    ['organisation', accountId === null ? here : `${here} and id not in (${ids})`],
    ['foreign', `organisation_id = '${house.other.id}'`],
  ]
}

/** Puts something into the tables that a day in the house leaves empty. */
export async function fillRows({ house, people, owner }: Matrix): Promise<void> {
  for (const account of [...Object.values(house.organisation.accounts), people.colleague, people.confidant]) {
    await house.signIn(account)
  }
  await house.signIn(house.other.accounts.coordinator)
  // Rows by which nobody could come in: no text has these hashes.
  await owner.query(`
    insert into access.code (id, purpose, account_id, hash, made_at, ends_at, tries_left)
      select gen_random_uuid(), 'invitation', id, decode(md5(id::text), 'hex'), now(), now(), 1 from access.account;
    insert into access.calendar_address (account_id, role, organisation_id, token_hash, made_at)
      select account_id, role, organisation_id, decode(repeat(md5(account_id::text || role), 2), 'hex'), now() from access.account_role;
    insert into access.passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
      select gen_random_uuid(), id, id, '\\x00', 0, '{}', '', now() from access.account;
    insert into access.totp (account_id, secret_sealed) select id, '\\x00' from access.account;
    insert into access.recovery_code (account_id, hash) select id, '\\x00' from access.account;
    insert into platform.rate (key, tokens, at) values ('\\x00', 0, now());
    insert into platform.audit_seal (number, sealed_at, count, root, previous, hmac)
      values (1, now(), 1, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'));
    insert into access.open_day (organisation_id, on_day) select id, '2027-11-24' from access.organisation;
    insert into access.presence (account_id, organisation_id, last_seen_on) select id, organisation_id, '2026-11-24' from access.account;
    insert into access.absence (id, organisation_id, account_id, starts_on, ends_on, why, made_by, made_at)
      select gen_random_uuid(), a.organisation_id, a.id, '2026-12-21', '2026-12-23', 'said', a.id, now()
        from access.account a where exists (select from access.account_role r where r.account_id = a.id and r.role in ('coordinator', 'supporter'));
    insert into platform.mail (id, organisation_id, made_at, about, to_sealed, subject, body_sealed, state, next_try_at)
      select gen_random_uuid(), id, now(), gen_random_uuid(), '\\x00', '', '\\x00', 'failed', now() from access.organisation;
    insert into platform.master_key (id, since) values ('0000-0000', now());
    insert into platform.job_run (name, began_at) values ('platform.backup', '2026-11-24T07:59:00Z');
    update support.checkin set asked_on = due_on where missed_on is not null;
    insert into platform.mail (id, made_at, about, to_sealed, subject, body_sealed, state, next_try_at)
      select gen_random_uuid(), now(), id, '\\x00', '', '\\x00', 'failed', now() from support.checkin where asked_on is not null;
    insert into support.checkin_way (person_id, organisation_id, way, chosen_at)
      select id, organisation_id, 'mail', now() from people.person;
    insert into access.notification (account_id, organisation_id) select id, organisation_id from access.account;
    insert into tasks.digest (account_id, organisation_id, on_day, made_at) select id, organisation_id, '2026-11-23', now() from access.account;
    insert into tasks.told (task_id, account_id, organisation_id, what, channel, told_at)
      select t.id, a.id, a.organisation_id, 'late', 'mail', now() from access.account a join tasks.task t using (organisation_id);
    insert into people.move (id, organisation_id, from_id, to_id, offered_by, offered_at, offered_on)
      select gen_random_uuid(), p.organisation_id, p.coordinator_id, (select a.id from access.account a
        where a.organisation_id = p.organisation_id and a.id <> p.coordinator_id limit 1), p.coordinator_id, now(), '2026-11-24'
        from people.person p;
    insert into people.move_person (move_id, person_id, organisation_id, code, language, open_tasks)
      select m.id, p.id, p.organisation_id, p.code, p.language, 0 from people.move m join people.person p on p.coordinator_id = m.from_id;
    insert into support.import_row (organisation_id, fingerprint, person_hash)
      select id, decode(repeat(md5(id::text), 2), 'hex'), decode(repeat(md5(id::text), 2), 'hex') from access.organisation`)
  await owner.query(`
    insert into communities.member (id, community_id, organisation_id, account_id, since)
      select gen_random_uuid(), c.id, a.organisation_id, a.id, '2026-11-24'
        from communities.community c join access.account a using (organisation_id)
        where a.id in ('${people.colleague.id}', '${house.other.accounts.coordinator.id}');
    insert into communities.confirmation (id, community_id, organisation_id, level, name, basis, recorded_at, on_day)
      select gen_random_uuid(), id, organisation_id, 'friend', 'Mari Mets', 'Käis talgutel.', now(), '2026-11-24' from communities.community;
    insert into communities.asset (id, community_id, organisation_id, kind, title, found_on, recorded_at)
      select gen_random_uuid(), id, organisation_id, 'group', 'Segakoor', '2026-11-24', now() from communities.community`)
  await owner.query(`
    insert into communities.location (id, community_id, organisation_id, name, municipality, visibility, made_at, changed_at)
      select gen_random_uuid(), id, organisation_id, 'Seltsimaja', municipality, 'agreed', now(), now() from communities.community`)
  const { rows: locations } = await owner.query<{ id: string }>('select id from communities.location')
  for (const { id } of locations) {
    await owner.query(
      `insert into communities.location_address (id, community_id, organisation_id, address_sealed)
        select id, community_id, organisation_id, $2 from communities.location where id = $1`,
      [id, seal(house.ground.keys, `communities.location_address/address/${id}`, 'Kooli 3')],
    )
  }
  await owner.query(`
    insert into communities.place (id, community_id, organisation_id, kind, title, timing, total, made_at, changed_at)
      select gen_random_uuid(), id, organisation_id, 'activity', 'Puutöökoda', 'agreement', 4, now(), now() from communities.community;
    insert into communities.place_contact (place_id, community_id, organisation_id)
      select id, community_id, organisation_id from communities.place;
    insert into communities.hold (id, place_id, community_id, organisation_id, from_on, count, made_at)
      select gen_random_uuid(), id, community_id, organisation_id, '2026-11-24', 1, now() from communities.place`)
  const { rows: contacts } = await owner.query<{ id: string }>(
    'select place_id as id from communities.place_contact',
  )
  for (const { id } of contacts) {
    const buddy = seal(house.ground.keys, `communities.place_contact/buddy/${id}`, 'Anneli')
    await owner.query('update communities.place_contact set buddy_sealed = $2 where place_id = $1', [
      id,
      buddy,
    ])
  }
  await owner.query(`
    insert into communities.asset_place (asset_id, place_id, community_id, organisation_id, made_at)
      select a.id, p.id, a.community_id, a.organisation_id, now()
        from communities.asset a join communities.place p using (community_id, organisation_id)`)
  await owner.query(`
    insert into communities.goal (id, community_id, organisation_id, title, state, made_at)
      select gen_random_uuid(), id, organisation_id, 'Külamaja avatud õhtud', 'open', now() from communities.community;
    insert into communities.action (id, goal_id, community_id, organisation_id, title, state, made_at, changed_at)
      select gen_random_uuid(), id, community_id, organisation_id, 'Talvine kava', 'planned', now(), now() from communities.goal;
    insert into communities.action_change (id, action_id, community_id, organisation_id, state_from, state_to, at)
      select gen_random_uuid(), id, community_id, organisation_id, 'begun', 'planned', now() from communities.action;
    insert into communities.visit (id, community_id, organisation_id, kind, state, on_day, topic, made_at)
      select gen_random_uuid(), id, organisation_id, 'visit', 'planned', '2026-11-24', 'Puutöökoda', now() from communities.community;
    insert into communities.visit_hours (visit_id, community_id, organisation_id, quarters)
      select id, community_id, organisation_id, 6 from communities.visit`)
  // An assessment that is closed, and one under way: with an interview for each account, and one that two have scored.
  await owner.query(`
    insert into communities.readiness_round
        (id, community_id, organisation_id, variant, version, dimensions, begun_on, closed_on, made_at)
      select gen_random_uuid(), id, organisation_id, 'five', 1, '{climate}', on_day::date, closed::date, now() from communities.community,
        (values ('2026-05-04', '2026-05-20'), ('2026-11-02', null)) as days (on_day, closed);
    insert into communities.readiness_result (round_id, dimension, community_id, organisation_id, sum_hundredths, interviews)
      select id, 'climate', community_id, organisation_id, 1200, 4 from communities.readiness_round where closed_on is not null;
    insert into communities.interview (id, round_id, community_id, organisation_id, number, on_day, part, notes_sealed, made_at)
      select gen_random_uuid(), r.id, r.community_id, r.organisation_id, 1, '2026-11-10', 'külavanem', '\\x00', now()
        from communities.readiness_round r where closed_on is null;
    insert into communities.interview_scorer
        (id, interview_id, community_id, organisation_id, account_id, place, taken_at, finished_at)
      select gen_random_uuid(), i.id, i.community_id, i.organisation_id, held.account_id,
          row_number() over (partition by i.id order by held.role), now(), now()
        from communities.interview i join access.account_role held using (organisation_id) where held.role in ('developer', 'lead')
          and held.account_id = (select min(account_id::text)::uuid from access.account_role one
            where one.organisation_id = held.organisation_id and one.role = held.role);
    insert into communities.combined_score (id, interview_id, community_id, organisation_id, dimension, hundredths, agreed_at)
      select gen_random_uuid(), id, community_id, organisation_id, 'climate', 325, now() from communities.interview;
    insert into communities.interview (id, round_id, community_id, organisation_id, number, on_day, part, notes_sealed, made_by, made_at)
      select gen_random_uuid(), r.id, r.community_id, r.organisation_id, 1 + row_number() over (partition by r.id), '2026-11-10', 'õpetaja',
          '\\x00', a.id, now()
        from communities.readiness_round r join access.account a using (organisation_id)
        where r.closed_on is null and (a.id in ('${people.colleague.id}', '${house.other.accounts.coordinator.id}')
          or exists (select from access.account_role held where held.account_id = a.id and held.role in ('developer', 'lead')));
    insert into communities.interview_scorer (id, interview_id, community_id, organisation_id, account_id, place, taken_at)
      select gen_random_uuid(), id, community_id, organisation_id, made_by, 1, now()
        from communities.interview where made_by is not null;
    insert into communities.interview_score
        (scorer_id, interview_id, account_id, community_id, organisation_id, dimension, hundredths, changed_at)
      select id, interview_id, account_id, community_id, organisation_id, 'climate', 350, now()
        from communities.interview_scorer where finished_at is null`)
  const { rows: interviews } = await owner.query<{ id: string }>('select id from communities.interview')
  for (const { id } of interviews) {
    const notes = seal(house.ground.keys, `communities.interview/notes/${id}`, 'Rääkisime kaua.')
    await owner.query('update communities.interview set notes_sealed = $2 where id = $1', [id, notes])
  }
  const { rows: scores } = await owner.query<{ id: string; dimension: string }>(
    'select scorer_id as id, dimension from communities.interview_score',
  )
  for (const { id, dimension } of scores) {
    const place = `communities.interview_score/why/${id}/${dimension}`
    const why = seal(house.ground.keys, place, 'Nii öeldi kaks korda.')
    await owner.query(
      'update communities.interview_score set why_sealed = $3 where scorer_id = $1 and dimension = $2',
      [id, dimension, why],
    )
  }
  await owner.query(`
    insert into communities.pulse_answer (id, pulse_id, community_id, organisation_id, trust)
      select gen_random_uuid(), id, community_id, organisation_id, 5 from communities.pulse;
    insert into communities.pulse_mean (pulse_id, measure, community_id, organisation_id, people, mean_tenths)
      select id, 'trust', community_id, organisation_id, 5, 50 from communities.pulse`)
  await owner.query(`
    insert into learning.project (id, organisation_id, title, starts_on, ends_on, made_at)
      select gen_random_uuid(), id, 'Kogukondade õpirändeprojekt', '2026-01-05', '2026-12-31', now() from access.organisation;
    insert into learning.mobility (id, project_id, organisation_id, kind, title, host, country, starts_on, ends_on, made_at)
      select gen_random_uuid(), id, organisation_id, 'job-shadowing', 'Õppekäik Turusse', 'A-kilta', 'FI', '2026-03-02', '2026-03-06', now()
        from learning.project;
    insert into learning.method (id, organisation_id, card, origin, origin_note, state, made_at)
      select gen_random_uuid(), id, 'fi-akilta', 'other', 'Oma kogemusest', 'candidate', now() from access.organisation;
    insert into learning.method_version (id, method_id, organisation_id, number, own, made_at)
      select gen_random_uuid(), id, organisation_id, 1, null, now() from learning.method;
    insert into learning.method_step (id, method_id, organisation_id, state, why, on_day, at)
      select gen_random_uuid(), id, organisation_id, 'candidate', 'Sobib meile.', '2026-11-24', now() from learning.method;
    insert into learning.observation (id, mobility_id, organisation_id, seen_on, seen_at, what, made_at)
      select gen_random_uuid(), id, organisation_id, '2026-03-03', 'A-kilta', 'Ruum on iga päev lahti.', now() from learning.mobility;
    -- Of somebody who left long ago.
    insert into learning.observation (id, mobility_id, organisation_id, state, seen_at, what, by_account, made_at)
      select gen_random_uuid(), id, organisation_id, 'draft', '', 'Ammu pooleli.', gen_random_uuid(), '2025-06-01' from learning.mobility;
    insert into learning.observation (id, mobility_id, organisation_id, state, seen_at, what, by_account, made_at)
      select gen_random_uuid(), m.id, m.organisation_id, 'draft', '', 'Pooleli.', a.id, now()
        from learning.mobility m join access.account a using (organisation_id)
        where exists (select from access.account_role r where r.account_id = a.id and r.role in ('mobility_lead', 'lead', 'developer'));
    insert into learning.observation_photo (id, observation_id, organisation_id, number, picture_sealed, width, height, made_at)
      select gen_random_uuid(), id, organisation_id, 1, '\\x00', 4, 3, now() from learning.observation where state = 'kept';
    insert into learning.participation (id, mobility_id, organisation_id, account_id, part, made_at)
      select gen_random_uuid(), m.id, m.organisation_id, a.id, 'participant', now() from learning.mobility m join access.account a using (organisation_id);
    insert into learning.outcome (id, mobility_id, participation_id, organisation_id, number, text)
      select gen_random_uuid(), mobility_id, id, organisation_id, 1, 'Oskan ruumi lahti hoida.' from learning.participation;
    insert into learning.evidence (id, mobility_id, participation_id, organisation_id, kind, title, type, size, content_sealed, added_on, made_at)
      select gen_random_uuid(), mobility_id, id, organisation_id, 'certificate', 'Tunnistus', 'application/pdf', 1, '\\x00', '2026-11-24', now()
        from learning.participation;
    -- Nobody was on this one.
    insert into learning.mobility (id, project_id, organisation_id, kind, title, host, country, starts_on, ends_on, made_at)
      select gen_random_uuid(), id, organisation_id, 'expert', 'Kogemuseksperdi nädal', 'KoKoA ry', 'FI', '2026-05-04', '2026-05-08', now()
        from learning.project;
    insert into learning.adaptation (id, version_id, organisation_id, phase, planned, what, nature, fidelity, description, on_day, made_at)
      select gen_random_uuid(), id, organisation_id, 'before', 'planned', '{content}', '{shortening}', 'kept', 'Lühem õhtu.', '2026-11-24', now()
        from learning.method_version;
    insert into learning.trial (id, community_id, organisation_id, version_id, about, starts_on, state, made_at, changed_at)
      select gen_random_uuid(), c.id, c.organisation_id, v.id, c.name, '2026-11-01', 'running', now(), now()
        from communities.community c join learning.method_version v using (organisation_id);
    insert into learning.result (id, trial_id, community_id, organisation_id, kind, what, seen_on, how_known, made_at)
      select gen_random_uuid(), id, community_id, organisation_id, 'change', 'Käiakse üksteisel külas.', '2026-11-20', 'Kuulsime vestlusringis.', now()
        from learning.trial;
    insert into learning.story (id, trial_id, community_id, organisation_id, title, teller, told_on, happened, matters, consent, consent_how, made_at)
      select gen_random_uuid(), id, community_id, organisation_id, 'Võti', 'Meister', '2026-11-20', 'Sain võtme enda kätte.', 'Mind usaldati.',
          'partners', 'Ütles ise.', now()
        from learning.trial`)
  const evidence = await owner.query<{ id: string }>('select id from learning.evidence')
  for (const { id } of evidence.rows) {
    const sealed = sealBytes(house.ground.keys, `learning.evidence/content/${id}`, pdf())
    await owner.query('update learning.evidence set content_sealed = $2 where id = $1', [id, sealed])
  }
  const { rows: photos } = await owner.query<{ id: string }>('select id from learning.observation_photo')
  for (const { id } of photos) {
    const picture = sealBytes(
      house.ground.keys,
      `learning.observation_photo/picture/${id}`,
      Buffer.from('JPEG'),
    )
    await owner.query('update learning.observation_photo set picture_sealed = $2 where id = $1', [
      id,
      picture,
    ])
  }
  await owner.query(`
    insert into learning.training (id, organisation_id, title, for_whom, programme, made_at)
      select gen_random_uuid(), id, 'Vastuvõtja koolitus', 'communities', 'Tutvume ja lepime kokku.', now() from access.organisation;
    insert into learning.training_method (training_id, version_id, organisation_id)
      select t.id, v.id, t.organisation_id from learning.training t join learning.method_version v using (organisation_id);
    insert into learning.training_session (id, training_id, organisation_id, on_day, from_time, until_time, place, seats, made_at)
      select c.id, t.id, t.organisation_id, '2026-11-24', '17:00', '20:00', 'Kuusiku külamaja', 7, now()
        from learning.training t join communities.community c using (organisation_id);
    insert into learning.session_for (session_id, community_id, organisation_id)
      select s.id, c.id, s.organisation_id from learning.training_session s join communities.community c on c.id = s.id;
    insert into learning.signup (id, session_id, organisation_id, account_id, signed_at)
      select gen_random_uuid(), s.id, s.organisation_id, a.id, now()
        from learning.training_session s join access.account a using (organisation_id)
        where exists (select from access.account_role r where r.account_id = a.id and r.role not in ('participant', 'officer', 'admin'));
    insert into learning.evaluation (id, signup_id, account_id, organisation_id, asked, confidence, said_at)
      select gen_random_uuid(), id, account_id, organisation_id, 'before', 6, now() from learning.signup;
    insert into learning.evaluation_method (evaluation_id, version_id, account_id, organisation_id, confidence)
      select e.id, v.id, e.account_id, e.organisation_id, 6 from learning.evaluation e join learning.method_version v using (organisation_id);
    insert into learning.evaluation_ask (signup_id, asked, account_id, organisation_id, asked_on)
      select id, 'months-9', account_id, organisation_id, '2026-11-24' from learning.signup`)
  for (const account of [house.organisation.accounts.admin, house.other.accounts.admin]) {
    await withActor(house.ground, house.actor(account), (act) =>
      queueMail(act, {
        to: account.email,
        organisationId: account.organisationId,
        subject: 'Kiri',
        text: 'Tere',
      }),
    )
  }
  const { coordinator, lead } = house.organisation.accounts
  for (const account of [coordinator, lead, people.colleague, house.other.accounts.coordinator]) {
    await withActor(house.ground, house.actor(account), (act) =>
      createImport(act, {
        fileName: 'nimekiri.csv',
        spreadsheet: { kind: 'spreadsheet', sheets: [{ name: '', rows: [] }] },
      }),
    )
  }
}

/** Somebody of the other organisation of whom nothing is written yet: no key that is taken hides what row-level security says. */
export async function addBareStranger({ house, owner }: Matrix): Promise<string> {
  const id = randomUUID()
  const { id: organisationId } = house.other
  await owner.query('insert into people.entry (person_id, organisation_id) values ($1, $2)', [
    id,
    organisationId,
  ])
  await owner.query(
    `insert into people.person (id, organisation_id, code, language, audit_subject, created_at)
     values ($1, $2, 'B0-00', 'et', $3, now())`,
    [id, organisationId, randomBytes(32)],
  )
  return id
}

/** A row as JSON, as the owner sees it. */
export async function sampleRow(owner: pg.Client, table: string, where: string): Promise<object | undefined> {
  const { rows } = await owner.query<{ row: object }>(
    `select to_jsonb(t) as row from ${table} t where ${where} limit 1`,
  )
  return rows[0]?.row
}

/** The columns of each table that the application role was granted, by privilege. */
export async function grantedColumns(
  owner: pg.Client,
): Promise<(table: string, privilege: 'INSERT' | 'UPDATE') => string[]> {
  const { rows } = await owner.query<{ table: string; column: string; inserts: boolean; updates: boolean }>(`
    select n.nspname || '.' || c.relname as "table", a.attname as "column",
      has_column_privilege('tugevus_app', c.oid, a.attnum, 'INSERT') as inserts,
      has_column_privilege('tugevus_app', c.oid, a.attnum, 'UPDATE') as updates
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by a.attnum`)
  return (table, privilege) =>
    rows
      .filter((row) => row.table === table && (privilege === 'INSERT' ? row.inserts : row.updates))
      .map((row) => row.column)
}

/** Every row of every table as text, those of the queue and of the migrations too; bytes as `\x…`. */
export async function everyRow(connection: Connection): Promise<{ table: string; row: string }[]> {
  return withClient(connection, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm') and n.nspname !~ '^(pg_catalog|pg_toast|information_schema)'`)
    const all = []
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`)
      all.push(...rows.map(({ row }) => ({ table: name, row })))
    }
    return all
  })
}
