/** How each story goes: how somebody is on a day, whether they answer, and what a talk finds. Pure; chance is handed in. */
import type { CheckinAnswers } from '../support/checkin.ts'
import type { NeedAnswers } from '../support/pathway.ts'
import type { Chance } from '../platform/chance.ts'
import { askedHelp, said, type InventedPerson, type Story } from './invented.people.ts'

/** How likely a check-in is answered while it is open. */
const answers: Record<Story, number> = {
  steady: 0.92,
  wavering: 0.8,
  lapse: 0.82,
  'hard-start': 0.75,
  silent: 0.85,
  'asks-help': 0.9,
  'to-be-asked': 0,
  paused: 0.85,
  ended: 0.85,
  new: 0.95,
}

/** Those who have gone silent stopped answering so many days ago. */
const silentDays = 17

export function willAnswer(person: InventedPerson, daysAgo: number, chance: Chance): boolean {
  if (person.story === 'silent' && daysAgo <= silentDays) return false
  return chance.happens(answers[person.story])
}

/** From 0 to 10, how somebody is so many days before today; stories rise slowly, dip and recover. */
function level(person: InventedPerson, daysAgo: number, chance: Chance): number {
  const since = person.monthsAgo * 30 - daysAgo
  const rising = Math.min(8, 5 + since / 120)
  const noise = (chance.next() - 0.5) * 1.6
  switch (person.story) {
    case 'lapse':
      return rising + noise - dip(daysAgo, 75, 30, 5)
    case 'hard-start':
      return Math.min(6, 3.2 + since / 60) + noise
    case 'wavering':
      return rising - 1 + Math.sin(since / 17) * 1.3 + noise
    case 'silent':
      return rising - Math.max(0, (45 - daysAgo) / 18) + noise
    case 'asks-help':
      return rising - dip(daysAgo, 0, 20, 4) + noise
    default:
      return rising + 0.6 + noise
  }
}

function dip(daysAgo: number, at: number, width: number, depth: number): number {
  const away = Math.abs(daysAgo - at)
  return away >= width ? 0 : depth * (1 - away / width)
}

/** The day of the lapse in the story that has one, in days before today. */
export const lapseDaysAgo = 75

export function answerOf(
  person: InventedPerson,
  daysAgo: number,
  longer: boolean,
  chance: Chance,
): CheckinAnswers {
  const now = level(person, daysAgo, chance)
  const rating = (value: number) => Math.max(0, Math.min(10, Math.round(value)))
  const mood = now >= 6.5 ? 'good' : now >= 4.5 ? 'middling' : 'hard'
  const language = person.language === 'ru' ? 'ru' : 'et'
  return {
    wellbeing: rating(now),
    confidence: rating(now + 0.7 + (chance.next() - 0.5) * 1.5),
    callMe: mood === 'hard' && daysAgo > 3 ? chance.happens(0.25) : false,
    words: chance.happens(mood === 'good' ? 0.2 : 0.35) ? chance.pick(said[language][mood]) : null,
    use: longer ? (mood === 'hard' && person.story === 'lapse' ? 'once_or_twice' : 'none') : null,
    craving: longer ? rating(8 - now) : null,
    riskySituation: longer ? (mood === 'good' ? 'none' : chance.pick(['managed', 'none', 'managed'])) : null,
    support: longer ? (mood === 'hard' ? 'some' : 'have_people') : null,
    work: longer ? (person.monthsAgo > 4 && mood !== 'hard' ? 'working' : 'looking') : null,
    housing: longer ? (person.monthsAgo > 6 ? 'lasting' : 'temporary') : null,
  }
}

/** The answer of somebody who asks to be called now. */
export function cryOf(which: number): CheckinAnswers {
  return {
    wellbeing: 3,
    confidence: 2,
    callMe: true,
    words: askedHelp[which % askedHelp.length] ?? null,
    use: null,
    craving: null,
    riskySituation: null,
    support: null,
    work: null,
    housing: null,
  }
}

/** What a check-up finds. */
export function needOf(person: InventedPerson, daysAgo: number, chance: Chance): NeedAnswers {
  const now = level(person, daysAgo, chance)
  return { weeklyUse: false, symptoms: now < 4, wantsHelp: now < 5 && chance.happens(0.6) }
}
