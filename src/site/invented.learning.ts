/**
 * What the invented organisation learnt elsewhere and what became of it: one thread from each journey and each expert. The project's number, years and funder are
 * public facts; hosts, days and everything seen are made up.
 */
import {
  projectsOf,
  addMobility,
  addObservation,
  addProject,
  changeMobility,
  mobilitiesOf,
} from '../learning/mobility.store.ts'
import {
  addOutcomes,
  addParticipation,
  agree,
  confirm,
  judgeOutcome,
  outcomesOf,
} from '../learning/participation.store.ts'
import type { Mobility, MobilityKind, NewMobility } from '../learning/mobility.ts'
import type { Whose } from '../learning/participation.ts'
import { methodsOf, moveMethod, takeUpMethod, versionsOf } from '../learning/method.store.ts'
import type { MethodState, Origin } from '../learning/method.ts'
import {
  adaptationsOf,
  addAdaptation,
  addResult,
  addTrial,
  reportTrial,
  trialsOf,
} from '../learning/trial.store.ts'
import { addEvidence } from '../learning/evidence.store.ts'
import { addStory } from '../learning/story.store.ts'
import type { NewStory } from '../learning/story.ts'
import type { NewAdaptation, Result, TrialState } from '../learning/trial.ts'
import { withActor, type Acting, type Actor } from '../platform/actor.ts'
import { day, daysBetween } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { atMoment } from './invented.history.ts'
import { onePage } from './invented.paper.ts'
import { inventDraft, inventPhotos } from './invented.seen.ts'

type InventedTrial = {
  story?: Omit<NewStory, 'toldOn'>
  /** Which of the invented communities, in their order. */
  in: number
  /** So many days ago it began, and how many days it went on; without an end it still does. */
  began: number
  days?: number
  state: TrialState
  adapted?: true
  reached: number | null
  eligible: number | null
  happened: string
  unwanted?: string
  results: readonly (readonly [
    kind: Result['kind'],
    what: string,
    count: number | null,
    outOf: number | null,
    howKnown: string,
  ])[]
}

type InventedThread = {
  mobility: {
    kind: MobilityKind
    title: string
    host: string
    country: string
    town: string
    from: string
    until: string
    purpose: string
  }
  seen: readonly (readonly [what: string, thought: string])[]
  /** What was seen as well and became no method. */
  left?: readonly [what: string, thought: string]
  card: string
  origin: Origin
  steps: readonly (readonly [MethodState, string])[]
  adaptation?: Omit<NewAdaptation, 'onDay'>
  trials: readonly InventedTrial[]
}

const threads: readonly InventedThread[] = [
  {
    mobility: {
      kind: 'job-shadowing',
      title: 'Töövarjunädal Soomes',
      host: 'Väljamõeldud gild Turus',
      country: 'FI',
      town: 'Turu',
      from: '2025-03-10',
      until: '2025-03-14',
      purpose: 'Näha, kuidas taastuvad inimesed oma kohta ise peavad ja mida küla sellest saab.',
    },
    seen: [
      [
        'Gildi ruumid on iga päev lahti ja kohvi keedab see, kes esimesena tuleb. Personali ei ole.',
        'Meil on külamaja enamiku nädalast kinni. Võti on see, mida jagada.',
      ],
      [
        'Uus tulija saab esimesel päeval väikese ülesande, mitte vestluse.',
        'Ülesanne teeb tulemise lihtsaks.',
      ],
    ],
    card: 'fi-akilta',
    origin: 'mobility',
    steps: [
      ['fit', 'Arutasime külavanemaga: maja on olemas, rahvast on vähe, aga tahtmine suur.'],
      ['adapted', 'Iga päeva asemel kaks õhtut nädalas.'],
      ['piloting', 'Alustame Rukkiväljal.'],
      ['in-use', 'Pool aastat käis, jätkame.'],
    ],
    adaptation: {
      phase: 'before',
      planned: 'planned',
      what: ['content', 'context'],
      nature: ['shortening', 'combining'],
      fidelity: 'kept',
      description: 'Kaks avatud õhtut nädalas külamajas, koos raamatukogu lahtiolekuga. Võti käib ringi.',
      reasons: 'Külas on vähe inimesi ja maja kütmine maksab.',
      decidedBy: 'Külaselts, arendaja ja kaks taastuvat inimest',
    },
    trials: [
      {
        in: 0,
        began: 230,
        days: 180,
        state: 'ended',
        adapted: true,
        reached: 14,
        eligible: 40,
        happened: 'Õhtuti käis 5 kuni 9 inimest. Kevadel tehti koos maja aed korda.',
        unwanted: 'Kahel õhtul oli keegi joonud. Lepiti kokku, mida siis öelda.',
        story: {
          title: 'Võti',
          teller: 'Meister',
          happened:
            'Esimesel kuul istusin ukse juures, et saaks kiiresti ära. Siis anti mulle võti, sest teised pidid varem minema. Panin tuled kinni ja lukustasin ukse. Järgmisel korral tulin esimesena.',
          matters: 'Mulle ei olnud ammu midagi usaldatud.',
          consent: 'partners',
          consentHow: 'Luges loo läbi, muutis ühe lause ja ütles, et partneritele võib näidata.',
        },
        results: [
          ['change', 'Võtmehoidjaid oli alguses üks, lõpus neli.', 4, null, 'Võtmeraamat'],
          [
            'lasting',
            'Õhtud käivad kuus nädalat pärast katse lõppu edasi.',
            null,
            null,
            'Külavanem rääkis külaskäigul',
          ],
        ],
      },
      {
        in: 1,
        began: 40,
        state: 'running',
        adapted: true,
        reached: null,
        eligible: 25,
        happened: 'Kolm õhtut on olnud.',
        results: [],
      },
    ],
  },
  {
    mobility: {
      kind: 'group',
      title: 'Õppekäik Norras',
      host: 'Väljamõeldud taastumiskool Stavangeris',
      country: 'NO',
      town: 'Stavanger',
      from: '2025-05-19',
      until: '2025-05-23',
      purpose: 'Vaadata, kuidas vabatahtlikud üksikuid ülesandeid võtavad ja kuidas neid hoitakse.',
    },
    seen: [
      [
        'Ajaannetaja võtab ühe ülesande korraga: sõidutab, aitab kolida, tuleb kohtusse kaasa.',
        'Külas lubatakse pigem ühte asja kui sõprust.',
      ],
      ['Iga nelja nädala järel istuvad ajaannetajad koos ja räägivad, mis oli raske.', ''],
    ],
    left: ['Koolis on oma kohvik, mida peavad õppijad.', 'Meil ei ole praegu ruumi.'],
    card: 'no-stegforsteg',
    origin: 'mobility',
    steps: [
      ['fit', 'Sobib: meil on inimesi, kes tahavad aidata, aga kardavad pikka lubadust.'],
      ['piloting', 'Proovime kahes kogukonnas.'],
    ],
    trials: [
      {
        in: 2,
        began: 150,
        days: 90,
        state: 'ended',
        reached: 6,
        eligible: 9,
        happened: 'Kuus inimest said abi kolimisel, arsti juures ja paberitega. Ülesandeid oli 17.',
        results: [['change', 'Ajaannetajatest tahab jätkata viis seitsmest.', 5, 7, 'Küsisime igaühelt']],
      },
      {
        in: 3,
        began: 120,
        days: 30,
        state: 'stopped',
        reached: 0,
        eligible: null,
        happened: 'Vedaja kolis ära ja keegi teine ei võtnud üle.',
        results: [],
      },
    ],
  },
  {
    mobility: {
      kind: 'expert',
      title: 'Kogemusekspert Soomest',
      host: 'Väljamõeldud kogemusekspertide ühing',
      country: 'FI',
      town: 'Tampere',
      from: '2025-09-08',
      until: '2025-09-10',
      purpose: 'Õpetada meie inimestele, kuidas oma lugu nii rääkida, et see aitab teist ega kuluta ennast.',
    },
    seen: [
      [
        'Oma lugu harjutatakse enne kahe inimesega ja lepitakse kokku, mida ei räägita.',
        'Seda teeme ka enne külaõhtuid.',
      ],
    ],
    card: 'fi-kokemusasiantuntija',
    origin: 'expert',
    steps: [
      ['fit', 'Kaks inimest tahavad seda teha, mõlemal on tugi olemas.'],
      ['piloting', 'Esimene külaõhtu on kokku lepitud.'],
    ],
    trials: [
      {
        in: 0,
        began: 95,
        days: 1,
        state: 'ended',
        reached: 23,
        eligible: null,
        happened: 'Külaõhtu, kus kaks inimest rääkisid oma loo. Küsiti kaua.',
        results: [
          [
            'change',
            'Kaks majapidamist pakkus pärast õhtut töökohta.',
            2,
            null,
            'Pakkumised on kohtade all kirjas',
          ],
        ],
      },
    ],
  },
  {
    mobility: {
      kind: 'expert',
      title: 'Taastumise töötoa juhendaja Norrast',
      host: 'Väljamõeldud taastumise töötuba Oslos',
      country: 'NO',
      town: 'Oslo',
      from: '2025-10-20',
      until: '2025-10-22',
      purpose: 'Proovida töötuba, mille teemad valivad osalejad ise.',
    },
    seen: [
      [
        'Teemad valitakse hääletades ja juhendaja ei tea ette, millest räägitakse.',
        'Nõuab juhendajalt julgust.',
      ],
    ],
    card: 'no-recoveryverksted',
    origin: 'expert',
    steps: [
      ['fit', 'Sobib, kui leiame kaks juhendajat.'],
      ['piloting', 'Juhendajad on olemas, alustame.'],
    ],
    trials: [
      {
        in: 4,
        began: 75,
        days: 42,
        state: 'ended',
        reached: 8,
        eligible: 12,
        happened: 'Kuus korda, igal korral 5 kuni 8 inimest. Teemad valiti hääletades.',
        results: [
          [
            'change',
            'Kaks osalejat tahavad ise järgmist töötuba juhendada.',
            2,
            8,
            'Küsisime viimasel korral',
          ],
        ],
      },
    ],
  },
]

export async function inventLearning(
  ground: Ground,
  place: { organisationId: string; timeZone: string },
  who: { mobilityLead: string; developer: string; supporter: string },
  communities: readonly { id: string; name: string }[],
): Promise<void> {
  const now = ground.clock.now()
  const as =
    (accountId: string, role: Actor['role']) => (days: number, work: (act: Acting) => Promise<void>) =>
      withActor(atMoment(ground, now.subtract({ hours: days * 24 })), { ...place, accountId, role }, work)
  const [leads, develops] = [as(who.mobilityLead, 'mobility_lead'), as(who.developer, 'developer')]
  await leads(400, async (act) => {
    const project = await addProject(act, {
      title: 'Kogukondade tugevus',
      number: '2024-1-EE01-KA122-ADU-000233253',
      callYear: 2024,
      funder: 'Erasmus+',
      startsOn: day('2024-08-01'),
      endsOn: day('2025-12-31'),
      summary:
        'Rohkem koolitajaid, kes oskavad kogukondadega koos tööd teha, et inimesed pärast taastusprogrammi leiaksid koha.',
    })
    for (const thread of threads) await inventThread(act, project, thread)
    await inventParticipations(act, project, [who.developer, who.mobilityLead])
    await inventPhotos(act, project)
    await inventVolunteer(act, project, who.supporter)
  })
  // Begun afterwards, in a quiet hour: what nobody finishes in a year goes.
  await leads(20, async (act) => {
    const [project] = await projectsOf(act)
    if (project) await inventDraft(act, project.id)
  })
  for (const { trials, card, steps } of threads) {
    let from: MethodState = 'candidate'
    for (const [number, [to, why]] of steps.entries()) {
      await leads(380 - number * 60, async (act) => {
        const method = (await methodsOf(act)).find((one) => one.card === card)
        if (method) await moveMethod(act, method.id, { from, to, why })
      })
      from = to
    }
    for (const trial of trials) {
      const community = communities[trial.in]
      if (community) await inventTrial(develops, card, community, trial)
    }
  }
}

async function inventThread(act: Acting, project: string, thread: InventedThread): Promise<void> {
  const { from, until, ...rest } = thread.mobility
  const mobility: NewMobility = { ...rest, startsOn: day(from), endsOn: day(until), travelDays: 2 }
  const id = await addMobility(act, project, mobility)
  await changeMobility(act, id, { ...mobility, state: 'complete' })
  const observationIds: string[] = []
  for (const [number, [what, thought]] of thread.seen.entries()) {
    const seenOn = mobility.startsOn.add({ days: number })
    observationIds.push(await addObservation(act, id, { seenOn, seenAt: rest.host, what, thought }))
  }
  if (thread.left) {
    const [what, thought] = thread.left
    await addObservation(act, id, { seenOn: mobility.endsOn, seenAt: rest.host, what, thought })
  }
  const methodId = await takeUpMethod(act, {
    from: { card: thread.card, number: 1 },
    origin: thread.origin,
    originNote: '',
    observationIds,
    why: 'Nägime seda ise ja tahame proovida.',
  })
  if (methodId === null) throw new Error(`${thread.card} is taken up twice`)
  const [version] = await versionsOf(act, methodId)
  if (thread.adaptation && version)
    await addAdaptation(act, version.id, { ...thread.adaptation, onDay: act.today.subtract({ days: 20 }) })
}

/** Both went on the first journey: one has confirmed what came of it, the other's is still open. */
async function inventParticipations(
  act: Acting,
  project: string,
  accounts: readonly string[],
): Promise<void> {
  const mobilities = await mobilitiesOf(act, project)
  const [first] = mobilities
  if (!first) throw new Error('nobody went anywhere')
  const group = mobilities.find(({ kind }) => kind === 'group')
  if (group)
    await addOutcomes(act, { mobilityId: group.id, participationId: null }, [
      'Teame, kuidas vabatahtlikud üksikuid ülesandeid võtavad.',
      'Oskame vabatahtlikke nii hoida, et nad ei väsi.',
    ])
  if (group) await inventProgramme(act, group)
  await inventProgramme(act, first)
  for (const guest of mobilities.filter(({ kind }) => kind === 'expert')) {
    const name = `Väljamõeldud ekspert, ${guest.town}`
    await addParticipation(act, guest.id, { accountId: null, name, part: 'expert' })
    await inventProgramme(act, guest)
  }
  for (const [number, accountId] of accounts.entries()) {
    const id = await addParticipation(act, first.id, { accountId, name: '', part: 'participant' })
    const whose = { mobilityId: first.id, participationId: id }
    await inventAgreement(act, first, whose, number)
    await addOutcomes(act, whose, [
      'Oskan kogukonnaga kokku leppida, kes ruumi lahti teeb ja mida uuele tulijale öelda.',
      'Oskan anda esimeseks päevaks väikese ülesande.',
    ])
    await agree(act, id, {
      part: 'participant',
      how: 'Kolm õhtut gildi ruumides, vestlused võtmehoidjatega, iga päeva lõpus tunnine arutelu.',
      responsible: 'Gild näitab oma tööd, meie kirjutame nähtu üles ja arutame selle kodus läbi.',
      agreedOn: first.startsOn.subtract({ days: 14 }),
      reportState: number === 0 ? 'sent' : 'asked',
      reportOn: first.endsOn.add({ days: number === 0 ? 9 : 1 }),
    })
    if (number > 0) continue
    for (const [place, outcome] of (await outcomesOf(act, whose)).entries())
      await judgeOutcome(act, outcome.id, {
        reached: place === 0 ? 'yes' : 'partly',
        note: place === 0 ? 'Rukkiväljal on kokkulepe seinal.' : 'Proovisin kahe tulijaga.',
      })
    await confirm(act, id, {
      complement: 'Olin kõigil kolmel õhtul ruumis. Neljas jäi ära, selle asemel käisime toidujagamisel.',
      confirmedOn: first.endsOn.add({ days: 6 }),
    })
  }
}

async function inventProgramme(act: Acting, { id, title, host, startsOn, endsOn }: Mobility): Promise<void> {
  const days = Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, n) => startsOn.add({ days: n }))
  const doing = [
    'Tutvumine ja ringkäik',
    'Päev kaasa tehes',
    'Vestlused nendega, kes seda veavad',
    'Oma küsimused',
    'Kokkuvõte',
  ]
  await addEvidence(
    act,
    id,
    { kind: 'programme', title: 'Kava, nagu see läks', participationId: null },
    {
      type: 'application/pdf',
      bytes: onePage(title, [
        `Vastuvõtja: ${host}`,
        '',
        ...days.map((one, n) => `${one.day}.${one.month}.${one.year}   ${doing[n] ?? ''}`),
      ]),
    },
  )
}

/** Of both there is an agreement; of the first, a certificate too. */
async function inventAgreement(
  act: Acting,
  { title, host, startsOn, endsOn }: Mobility,
  { mobilityId, participationId }: Whose,
  number: number,
): Promise<void> {
  const papers = [
    ['agreement', 'Allkirjadega leping', 'Õpileping on koostatud rahastaja keskkonnas.'],
    ['certificate', 'Europass Mobility', 'Tunnistus on koostatud rahastaja keskkonnas.'],
  ] as const
  for (const [kind, name, text] of papers.slice(0, number === 0 ? 2 : 1)) {
    const period = [startsOn, endsOn].map((one) => `${one.day}.${one.month}.${one.year}`).join(' kuni ')
    const bytes = onePage(name, [
      title,
      `Vastuvõtja: ${host}`,
      period,
      '',
      text,
      'See paber on välja mõeldud.',
    ])
    await addEvidence(
      act,
      mobilityId,
      { kind, title: name, participationId },
      { type: 'application/pdf', bytes },
    )
  }
}

/** A supporter went with the group, and has not said yet what came of it. */
async function inventVolunteer(act: Acting, project: string, accountId: string): Promise<void> {
  const group = (await mobilitiesOf(act, project)).find(({ kind }) => kind === 'group')
  if (!group) throw new Error('no group went anywhere')
  const id = await addParticipation(act, group.id, { accountId, name: '', part: 'participant' })
  await addOutcomes(act, { mobilityId: group.id, participationId: id }, [
    'Oskan olla kellelegi vestluskaaslane nii, et me mõlemad teame, millal see lõpeb.',
  ])
  await agree(act, id, {
    part: 'participant',
    how: 'Päev kohalike vabatahtlikega, õhtul ühine arutelu.',
    responsible: 'Meie koordinaator sõidab kaasa ja on iga päev kättesaadav.',
    agreedOn: group.startsOn.subtract({ days: 10 }),
    reportState: 'none',
    reportOn: null,
  })
}

type At = (days: number, work: (act: Acting) => Promise<void>) => Promise<void>

async function inventTrial(
  at: At,
  card: string,
  community: { id: string; name: string },
  { began, days, ...trial }: InventedTrial,
): Promise<void> {
  await at(began, async (act) => {
    const method = (await methodsOf(act)).find((one) => one.card === card)
    const [version] = method ? await versionsOf(act, method.id) : []
    if (!version) throw new Error(`${card} is not taken up`)
    const [adaptation] = trial.adapted ? await adaptationsOf(act, version.id) : []
    await addTrial(
      act,
      { communityId: community.id, about: community.name },
      {
        versionId: version.id,
        adaptationId: adaptation?.id ?? null,
        actionId: null,
        facilitatorId: act.actor.accountId,
        startsOn: act.today,
        followUpOn: act.today.add({ days: (days ?? 90) + 180 }),
      },
    )
  })
  // What came of it is written down a few days after its end.
  await at(Math.max(1, began - (days ?? began) - 3), async (act) => {
    const [last] = await trialsOf(act, { communityId: community.id })
    if (!last) throw new Error(`nothing is tried in ${community.name}`)
    await reportTrial(act, last, {
      adaptationId: last.adaptationId,
      startsOn: last.startsOn,
      endsOn: days === undefined ? null : last.startsOn.add({ days }),
      state: trial.state,
      eligible: trial.eligible,
      reached: trial.reached,
      asked: null,
      tookPart: null,
      fidelity: trial.state === 'ended' ? 'kept' : 'unknown',
      happened: trial.happened,
      unwanted: trial.unwanted ?? '',
      hoursQuarters: null,
      costCents: null,
      followUpOn: last.followUpOn,
    })
    if (trial.story) await addStory(act, last, { ...trial.story, toldOn: act.today })
    for (const [kind, what, count, outOf, howKnown] of trial.results)
      await addResult(act, last, { kind, what, count, outOf, seenOn: act.today, howKnown })
  })
}
