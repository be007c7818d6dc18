/** The thread that is read outward from one member is the one that all lists give, whoever looks. */
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAccepted } from '../../tests/setup/communities.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { mobilitiesOf } from './mobility.store.ts'
import { membersAround } from './thread.store.ts'
import { endsShort, threadAround, threadOf, threadStages, type Thread } from './thread.ts'
import { wholeMembers } from './thread.whole.ts'

let house: House
let owner: pg.Client
let communities: { id: string }[]

beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client(house.database.connection)
  await owner.connect()
  communities = [
    await addAccepted(house, house.organisation, 'Kuusiku külaselts'),
    await addAccepted(house, house.organisation, 'Mändide ring'),
  ]
  // A contact person sees what is tried in the first of them alone.
  await owner.query(
    `insert into communities.member (id, community_id, organisation_id, account_id, since)
       values (gen_random_uuid(), $1, $2, $3, '2026-01-01')`,
    [communities[0]?.id, house.organisation.id, house.organisation.accounts.host.id],
  )
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

/** Which of the earlier each belongs to, as any number. */
const anyHouse = fc.record({
  projects: fc.integer({ min: 1, max: 2 }),
  mobilities: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  observations: fc.array(fc.tuple(fc.nat(), fc.option(fc.nat())), { maxLength: 8 }),
  methods: fc.integer({ min: 1, max: 4 }),
  versions: fc.array(fc.nat(), { maxLength: 5 }),
  trainings: fc.array(fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 3 }), { maxLength: 3 }),
  adaptations: fc.array(fc.nat(), { maxLength: 4 }),
  trials: fc.array(fc.tuple(fc.nat(), fc.option(fc.nat()), fc.nat()), { maxLength: 6 }),
  results: fc.array(fc.nat(), { maxLength: 6 }),
})

type Plan = typeof anyHouse extends fc.Arbitrary<infer T> ? T : never

async function build(plan: Plan): Promise<void> {
  const org = house.organisation.id
  await owner.query(`delete from learning.trial; delete from learning.training_method; delete from learning.training;
    delete from learning.observation; delete from learning.method; delete from learning.mobility; delete from learning.project`)
  const made = async (table: string, row: Record<string, unknown>) => {
    const full = { ...row, organisation_id: org }
    const names = Object.keys(full)
    await owner.query(
      `insert into learning.${table} (${names.join()}) values (${names.map((_, n) => `$${n + 1}`).join()})`,
      Object.values(full),
    )
  }
  const one = (id = randomUUID()) => ({ id, made_at: '2026-01-01' })
  const days = { starts_on: '2026-03-02', ends_on: '2026-03-06' }
  const projects: string[] = []
  for (let n = 0; n < plan.projects; n++) {
    const row = one()
    projects.push(row.id)
    await made('project', { ...row, ...days, title: `Projekt ${n}` })
  }
  const mobilities: string[] = []
  for (const of of plan.mobilities) {
    const row = one()
    mobilities.push(row.id)
    await made('mobility', {
      ...row,
      ...days,
      project_id: pick(projects, of),
      kind: 'job-shadowing',
      title: 'Nädal',
      host: 'Gild',
      country: 'FI',
    })
  }
  const methods: string[] = []
  const versions: { id: string; adaptations: string[] }[] = []
  const version = async (methodId: string | undefined, number: number) => {
    const row = one()
    versions.push({ id: row.id, adaptations: [] })
    await made('method_version', { ...row, method_id: methodId, number })
  }
  for (let n = 0; n < plan.methods; n++) {
    const row = one()
    methods.push(row.id)
    await made('method', {
      ...row,
      card: `kaart-${n}`,
      origin: 'other',
      origin_note: 'Omast',
      state: 'piloting',
    })
    await version(row.id, 1)
  }
  for (const [n, of] of plan.versions.entries()) await version(pick(methods, of), n + 2)
  for (const [of, method] of plan.observations)
    await made('observation', {
      ...one(),
      mobility_id: pick(mobilities, of),
      method_id: method === null ? null : pick(methods, method),
      seen_on: '2026-03-03',
      seen_at: 'Gild',
      what: 'Ruum on lahti.',
    })
  for (const [n, taught] of plan.trainings.entries()) {
    const row = one()
    await made('training', { ...row, title: `Koolitus ${n}`, for_whom: 'communities', programme: 'Tutvume.' })
    for (const id of new Set(taught.map((of) => pick(versions, of)?.id)))
      await made('training_method', { training_id: row.id, version_id: id })
  }
  for (const of of plan.adaptations) {
    const row = one()
    const whose = pick(versions, of)
    whose?.adaptations.push(row.id)
    await made('adaptation', {
      ...row,
      version_id: whose?.id,
      phase: 'before',
      planned: 'planned',
      what: ['content'],
      nature: ['shortening'],
      fidelity: 'kept',
      description: 'Lühem.',
      on_day: '2026-05-05',
    })
  }
  const trials: { id: string; community: string | undefined }[] = []
  for (const [of, adapted, where] of plan.trials) {
    const row = one()
    const whose = pick(versions, of)
    const community = pick(communities, where)?.id
    trials.push({ id: row.id, community })
    await made('trial', {
      ...row,
      changed_at: row.made_at,
      community_id: community,
      version_id: whose?.id,
      adaptation_id: adapted === null ? null : (pick(whose?.adaptations ?? [], adapted) ?? null),
      about: 'Kuusiku',
      starts_on: '2026-06-01',
      state: 'running',
    })
  }
  for (const of of trials.length === 0 ? [] : plan.results) {
    const trial = pick(trials, of)
    await made('result', {
      ...one(),
      trial_id: trial?.id,
      community_id: trial?.community,
      kind: 'change',
      what: 'Käiakse külas.',
      seen_on: '2026-07-01',
      how_known: 'Kuulsime.',
      ...(of % 3 === 0 ? { withdrawn_on: '2026-07-02', withdrawn_why: 'Kogemata.' } : {}),
    })
  }
}

/** Without the order in which links were read. */
const plain = ({ ids, next, before }: Thread) => ({
  ids,
  next: [...next].map(([id, list]) => [id, [...list].sort()]).sort(),
  before: [...before].map(([id, list]) => [id, [...list].sort()]).sort(),
})

test.each(['mobility_lead', 'developer', 'coordinator', 'host', 'supporter'] as const)(
  'to a %s, from every member of any house and from every project',
  async (role) => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(anyHouse, async (plan) => {
        await build(plan)
        await house.act(role, async (act) => {
          const all = await wholeMembers(act)
          const whole = threadOf(all)
          for (const stage of threadStages) {
            for (const id of whole.ids[stage]) {
              const walked = threadOf(await membersAround(act, { stage, id }))
              expect(plain(threadAround(walked, id)), stage).toEqual(plain(threadAround(whole, id)))
              compared += 1
            }
          }
          const mobilities = await mobilitiesOf(act)
          for (const projectId of new Set(mobilities.map((one) => one.projectId))) {
            const journeys = mobilities.filter((one) => one.projectId === projectId).map(({ id }) => id)
            const members = await membersAround(act, { stage: 'project', id: projectId })
            const walked = threadAround(threadOf(members), ...journeys)
            const known = threadAround(whole, ...journeys)
            expect(plain(walked)).toEqual(plain(known))
            expect(endsShort(walked, members)).toEqual(endsShort(known, all))
          }
        })
      }),
      { numRuns: 12 },
    )
    expect(compared).toBeGreaterThan(role === 'supporter' ? 0 : 50)
  },
  60_000,
)
