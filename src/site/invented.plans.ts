/** Plans and visits of the invented communities. */
import { addAction, addGoal, moveAction } from '../communities/plan.store.ts'
import { addVisit, holdVisit } from '../communities/visit.store.ts'
import type { Acting } from '../platform/actor.ts'

type InventedGoal = { title: string; dimension: string; done: number; actions: readonly string[] }

/** Each community works at some of them, beginning at another one. */
const goals: readonly InventedGoal[] = [
  {
    title: 'Külas teatakse, mida taastumine tähendab',
    dimension: 'knowledge',
    done: 1,
    actions: [
      'Räägime külavanemaga kahekesi',
      'Vestlusring külamajas',
      'Lugu valla lehes',
      'Küsime koos, mida veel teada tahetakse',
    ],
  },
  {
    title: 'Külamaja avatud õhtud',
    dimension: 'climate',
    done: 4,
    actions: [
      'Lepime kokku, kes ukse avab',
      'Esimene õhtu',
      'Suvine kava',
      'Sügisene kava',
      'Talvine kava välja panna',
    ],
  },
  {
    title: 'Kolm peret pakuvad tuba',
    dimension: 'resources',
    done: 2,
    actions: ['Kuulame esimest peret', 'Kuulame teist peret', 'Majutuse kokkulepe kolmanda perega'],
  },
  {
    title: 'Töökojal on kindel raha',
    dimension: 'resources',
    done: 0,
    actions: ['Arvutame kokku, mida töökoda vajab', 'Taotlus koos vallaga', 'Tööriistad kohal'],
  },
]

const topics = [
  ['visit', 'Tutvusime ja vaatasime ruume.', 'Kutsuda naiskoor järgmiseks korraks.'],
  ['mapping', 'Panime kirja, mis siin olemas on.', 'Küsida meistritelt, kas nad on nõus õpetama.'],
  ['dialogue', 'Vestlusring: mida me kardame ja mida loodame.', 'Leppida kokku, kes esimesed vastu võtab.'],
] as const

/** What was written down over the last months, told as of today. `number` makes each community's a little different. */
export async function inventPlan(act: Acting, communityId: string, number: number): Promise<void> {
  for (const [place, goal] of goals.slice(0, 2 + (number % 3)).entries()) {
    const goalId = await addGoal(act, communityId, {
      title: goal.title,
      why: '',
      dimension: goal.dimension,
      stageFrom: 3,
      stageTo: 5,
      dueOn: act.today.add({ months: 4 + place }),
    })
    for (const [step, title] of goal.actions.entries()) {
      const id = await addAction(
        act,
        { communityId, goalId },
        {
          title,
          who: null,
          // One of them is overdue.
          byOn: act.today.add({ days: (step - goal.done) * 14 + 10 - (number % 4) * 4 }),
          costCents: null,
          milestone: step === goal.actions.length - 1,
        },
      )
      if (step < goal.done) await moveAction(act, id, { to: 'done' })
    }
  }
  for (const [place, [kind, outcome, nextStep]] of topics.entries()) {
    const id = await addVisit(act, communityId, {
      actionId: null,
      kind,
      onDay: act.today.subtract({ days: 80 - place * 25 + (number % 5) }),
      atTime: '17:00',
      topic: outcome,
    })
    await holdVisit(
      act,
      { id, communityId },
      { peopleCount: kind === 'dialogue' ? 12 : 5, outcome, nextStep, nextOn: null },
      8,
    )
  }
  await addVisit(act, communityId, {
    actionId: null,
    kind: 'visit',
    onDay: act.today.add({ days: number % 12 }),
    atTime: '15:30',
    topic: 'Vaatame üle, mis edasi.',
  })
}
