/**
 * How long the thread around one member takes, read outward from it, beside the same thread computed from all lists: in a house of 30 projects with 8
 * mobilities and 20 observations each, 60 methods, 200 trials and 400 results.
 *
 *     npx node tools/run.mjs bench/thread.ts          (or with another number of rounds at the end)
 *
 * A server of its own in a folder that is thrown away. Both are asked in turns; printed are medians in milliseconds, and the whole page for comparison.
 */
import { sql } from 'kysely'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atDoor } from '../src/access/door.ts'
import { setUpOrganisation } from '../src/access/organisation.store.ts'
import { openSession } from '../src/access/session.store.ts'
import { sessionCookie } from '../src/access/visitor.ts'
import { openApp } from '../src/app.ts'
import type { OwnMethod } from '../src/learning/method.ts'
import { membersAround, type ThreadStart } from '../src/learning/thread.store.ts'
import { threadAround, threadOf, type Thread } from '../src/learning/thread.ts'
import { wholeMembers } from '../src/learning/thread.whole.ts'
import { withActor, type Acting, type Actor } from '../src/platform/actor.ts'
import { openLog } from '../src/platform/log.ts'
import { openFromEnvironment } from '../src/platform/open.ts'

const ownWords: OwnMethod = {
  evidence: 'none',
  abstinence: 'not-stated',
  words: {
    et: {
      name: 'Avatud ruum',
      purpose: 'Kokku saada.',
      targetGroup: 'Kõik',
      provider: 'Vabatahtlikud',
      groupSize: null,
      time: null,
      materials: [],
      steps: ['Leppige kokku, kes ukse avab.'],
      core: ['Uks on lahti.'],
      cautions: [],
      evidence: '',
      abstinence: '',
    },
  },
}

const rounds = Number(process.argv[2] ?? 41)
const folder = mkdtempSync(join(tmpdir(), 'tugevus-bench-'))
// Started as root, the server runs as somebody else and must be able to enter.
chmodSync(folder, 0o755)
const house = await openFromEnvironment({}, 'own', { dataDir: folder, log: openLog('error') })
try {
  await measure()
} finally {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const { ground } = house
  const timeZone = 'Europe/Tallinn'
  const { organisationId, adminId: accountId } = await atDoor(ground, (door) =>
    setUpOrganisation(door, {
      name: 'Mõõdupuu',
      languages: ['et'],
      locale: 'et',
      timeZone,
      invented: true,
      admin: { name: 'Juht', email: 'juht@example.org', roles: ['admin', 'lead', 'developer'] },
    }),
  )
  const actor: Actor = { accountId, organisationId, role: 'lead', timeZone }
  await withActor(ground, actor, fill)
  const session = await atDoor(ground, (door) =>
    openSession(door, { accountId, way: 'passkey', strong: true, device: '', role: 'lead' }),
  )
  if (!session) throw new Error('nobody came in')
  const app = openApp(ground)
  const headers = { cookie: `${sessionCookie}=${session.token}`, host: new URL(ground.config.url).host }

  const starts = await withActor(ground, actor, async ({ tx }) => {
    const id = async (question: string) => {
      const { rows } = await sql<{ id: string }>`${sql.raw(question)}`.execute(tx)
      if (!rows[0]) throw new Error(`nothing for ${question}`)
      return rows[0].id
    }
    return {
      mobility: await id(
        'select mobility_id as id from learning.observation where method_id is not null limit 1',
      ),
      method: await id(
        'select v.method_id as id from learning.trial t join learning.method_version v on v.id = t.version_id limit 1',
      ),
      project: await id('select id from learning.project limit 1'),
    }
  })
  const places: [ThreadStart, string][] = [
    [{ stage: 'mobility', id: starts.mobility }, `/mobilities/${starts.mobility}`],
    [{ stage: 'method', id: starts.method }, `/methods/${starts.method}`],
    [{ stage: 'project', id: starts.project }, `/projects/${starts.project}`],
  ]
  console.log('                    outward   all lists   ratio   whole page   members')
  for (const [start, path] of places) {
    const times = { walked: [] as number[], listed: [] as number[], page: [] as number[] }
    let members = 0
    for (let round = 0; round < rounds; round++) {
      const listed = await timed(times.listed, () => withActor(ground, actor, (act) => fromAll(act, start)))
      const walked = await timed(times.walked, () => withActor(ground, actor, (act) => outward(act, start)))
      if (walked.size !== listed.size) throw new Error(`${start.stage}: two different threads`)
      members = walked.size
      const answer = await timed(times.page, async () => {
        const one = await app.request(ground.config.url + path, { headers })
        await one.text()
        return one
      })
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
    }
    const [walked, listed, page] = [median(times.walked), median(times.listed), median(times.page)]
    const figures = [
      walked.toFixed(1),
      listed.toFixed(1),
      (walked / listed).toFixed(2),
      page.toFixed(1),
      String(members),
    ]
    console.log(start.stage.padEnd(18) + figures.map((figure) => figure.padStart(10)).join(''))
  }
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  into.push(performance.now() - began)
  return result
}

function idsOf(thread: Thread): Set<string> {
  return new Set(Object.values(thread.ids).flat())
}

async function outward(act: Acting, start: ThreadStart): Promise<Set<string>> {
  const members = await membersAround(act, start)
  const from = start.stage === 'project' ? members.mobilities.map(({ id }) => id) : [start.id]
  return idsOf(threadAround(threadOf(members), ...from))
}

async function fromAll(act: Acting, { stage, id }: ThreadStart): Promise<Set<string>> {
  const members = await wholeMembers(act)
  const { mobilities } = members
  const from =
    stage === 'project' ? mobilities.filter((one) => one.projectId === id).map((one) => one.id) : [id]
  return idsOf(threadAround(threadOf(members), ...from))
}

/** Every fourth observation became a method; texts are as long as people write them. */
async function fill({ tx, actor }: Acting): Promise<void> {
  const text = 'Ruum on iga päev lahti ja võti käib ringi; kes tuleb, saab kohe midagi teha. '
  const statements = [
    `insert into learning.project (id, organisation_id, title, starts_on, ends_on, made_at)
       select gen_random_uuid(), $org, 'Projekt ' || n, '2024-01-01', '2026-12-31', now() from generate_series(1, 30) n`,
    `insert into learning.mobility (id, project_id, organisation_id, kind, title, host, country, starts_on, ends_on, purpose, made_at)
       select gen_random_uuid(), id, organisation_id, 'job-shadowing', 'Nädal ' || n, 'Kilt', 'FI', '2025-03-02', '2025-03-06', '${text.repeat(3)}', now()
         from learning.project, generate_series(1, 8) n`,
    `insert into learning.method (id, organisation_id, origin, origin_note, state, made_at)
       select gen_random_uuid(), $org, 'other', 'Omast', 'piloting', now() from generate_series(1, 60)`,
    `insert into learning.method_version (id, method_id, organisation_id, number, own, made_at)
       select gen_random_uuid(), id, organisation_id, 1, $own, now() from learning.method`,
    `insert into learning.observation (id, mobility_id, organisation_id, method_id, seen_on, seen_at, what, thought, made_at)
       select gen_random_uuid(), m.id, m.organisation_id,
           case when n % 4 = 0 then (array(select id from learning.method order by id))[1 + (hashtext(m.id::text || n) & 65535) % 60] end,
           '2025-03-03', 'Kilt', '${text.repeat(4)}', '${text.repeat(2)}', now()
         from learning.mobility m, generate_series(1, 20) n`,
    `insert into learning.training (id, organisation_id, title, for_whom, programme, made_at)
       select gen_random_uuid(), $org, 'Koolitus ' || n, 'communities', '${text.repeat(5)}', now() from generate_series(1, 30) n`,
    `insert into learning.training_method (training_id, version_id, organisation_id)
       select t.id, v.id, t.organisation_id from (select *, row_number() over () as n from learning.training) t
         join (select *, row_number() over () as n from learning.method_version) v on v.n % 30 = t.n % 30`,
    `insert into learning.adaptation (id, version_id, organisation_id, phase, planned, what, nature, fidelity, description, on_day, made_at)
       select gen_random_uuid(), id, organisation_id, 'before', 'planned', '{content}', '{shortening}', 'kept', '${text}', '2025-06-01', now()
         from learning.method_version`,
    `insert into communities.community (id, organisation_id, slug, name, kind, municipality, state, state_since, made_at, changed_at)
       select gen_random_uuid(), $org, 'kogukond-' || n, 'Kogukond ' || n, 'place', '0502', 'accepted', '2025-01-01', now(), now() from generate_series(1, 20) n`,
    `insert into learning.trial (id, community_id, organisation_id, version_id, adaptation_id, about, starts_on, state, happened, made_at, changed_at)
       select gen_random_uuid(), c.id, c.organisation_id, a.version_id, case when n % 2 = 0 then a.id end, c.name, '2025-08-01', 'running', '${text.repeat(3)}', now(), now()
         from generate_series(1, 200) n
         join (select *, row_number() over (order by id) as k from learning.adaptation) a on a.k = 1 + n % 60
         join (select *, row_number() over (order by id) as k from communities.community) c on c.k = 1 + n % 20`,
    `insert into learning.result (id, trial_id, community_id, organisation_id, kind, what, seen_on, how_known, made_at)
       select gen_random_uuid(), id, community_id, organisation_id, 'change', '${text}', '2025-09-01', 'Kuulsime.', now()
         from learning.trial, generate_series(1, 2)`,
  ]
  const own = `'${JSON.stringify(ownWords)}'::jsonb`
  for (const one of statements)
    await sql.raw(one.replace('$org', `'${actor.organisationId}'::uuid`).replace('$own', own)).execute(tx)
}
