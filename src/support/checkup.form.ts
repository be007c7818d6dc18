/** The form of a check-up: what was typed, read into notes, and notes put back into a form. */
import type { Day } from '../platform/day.ts'
import { dateText, type DateText } from '../platform/parts/date-field.tsx'
import {
  checkupWays,
  wholeFunnel,
  type AskedSteps,
  type CheckupNotes,
  type CheckupWay,
} from './checkup-record.ts'
import type { CheckupRecord } from './checkup-record.store.ts'
import { funnelProblems, helpKinds, type HelpGiven, type HelpKind } from './checkup.ts'
import { readPastDay, type DayFault } from './day-answer.ts'
import type { NeedAnswers } from './pathway.ts'

/** Asked as yes, no or not known; an answer left out is not known. */
export const needQuestions = ['weeklyUse', 'symptoms', 'wantsHelp'] as const satisfies (keyof NeedAnswers)[]

/** The box that says "no help was given", which is something else than no box at all. */
export const noHelp = 'none'

/** What a talk itself or people at hand give; the other kinds are where it leads. */
export const helpAtHand = [
  'talk',
  'practical_help',
  'peer_support',
  'support_person',
  'mutual_aid_group',
  'community_place',
  'family',
  'other',
] as const satisfies HelpKind[]

/** As typed. `help` are kinds of help or `none`. */
export type CheckupText = Record<(typeof needQuestions)[number] | 'agreed' | 'way' | 'notes', string> & {
  on: DateText
  help: readonly string[]
}

export type CheckupFault = {
  field: 'way' | 'agreed' | 'notes'
  what: 'way' | 'contradiction' | 'cameThough' | 'tooLong'
}

export type ReadCheckup =
  | { notes: CheckupNotes; text: CheckupText; faults: null }
  | { notes: null; text: CheckupText; faults: { day: DayFault | null; rest: CheckupFault[] } }

/** A page of writing and a half; the talk itself is more than its notes. */
export const LONGEST_NOTES = 5000

const yesNo = (text: string): boolean | null => (text === 'yes' ? true : text === 'no' ? false : null)
const word = (answer: boolean | null) => (answer === null ? 'unknown' : answer ? 'yes' : 'no')

export function blankCheckup(today: Day): CheckupText {
  return {
    way: '',
    on: dateText(today),
    weeklyUse: '',
    symptoms: '',
    wantsHelp: '',
    agreed: '',
    help: [],
    notes: '',
  }
}

export function checkupText({ way, heldOn, need, funnel, help, notes }: CheckupRecord): CheckupText {
  return {
    way,
    on: dateText(heldOn),
    weeklyUse: word(need.weeklyUse),
    symptoms: word(need.symptoms),
    wantsHelp: word(need.wantsHelp),
    agreed: word(funnel.agreed),
    help: help === null ? [] : help.length === 0 ? [noHelp] : help,
    notes: notes ?? '',
  }
}

/**
 * @param form `help` and `onward` may come as several fields or, carried along hidden, as one with commas
 * @param known steps of a record that is corrected here and not asked for: arrived, stayed
 */
export function readCheckup(
  form: { values: Record<string, string>; list(name: string): string[] },
  today: Day,
  known: Partial<AskedSteps> = {},
): ReadCheckup {
  const typed = (name: string) => form.values[name] ?? ''
  const on = readPastDay(form.values, 'on', today)
  const help = ['help', 'onward'].flatMap((name) => form.list(name)).flatMap((text) => text.split(','))
  const text: CheckupText = {
    way: typed('way'),
    on: on.day ? dateText(on.day) : on.text,
    weeklyUse: typed('weeklyUse'),
    symptoms: typed('symptoms'),
    wantsHelp: typed('wantsHelp'),
    agreed: typed('agreed'),
    help,
    notes: typed('notes'),
  }
  const way = checkupWays.find((each): each is CheckupWay => each === text.way)
  const need = {
    weeklyUse: yesNo(text.weeklyUse),
    symptoms: yesNo(text.symptoms),
    wantsHelp: yesNo(text.wantsHelp),
  }
  const agreed = yesNo(text.agreed)
  const funnel = { arrived: null, stayed14Days: null, ...known, reached: true, agreed }
  const rest: CheckupFault[] = []
  if (!way) rest.push({ field: 'way', what: 'way' })
  const [problem] = funnelProblems(wholeFunnel({ funnel, need }))
  if (problem) {
    const came = problem.step === 'arrived' || problem.step === 'stayed14Days'
    rest.push({ field: 'agreed', what: came ? 'cameThough' : 'contradiction' })
  }
  if (text.notes.length > LONGEST_NOTES) rest.push({ field: 'notes', what: 'tooLong' })
  if (!way || on.day === null || rest.length > 0)
    return { notes: null, text, faults: { day: on.fault, rest } }
  const notes: CheckupNotes = {
    heldOn: on.day,
    way,
    funnel,
    need,
    help: helpGiven(help),
    notes: text.notes === '' ? null : text.notes,
  }
  return { notes, text, faults: null }
}

function helpGiven(chosen: readonly string[]): HelpGiven {
  const kinds = helpKinds.filter((kind) => chosen.includes(kind))
  return kinds.length === 0 && !chosen.includes(noHelp) ? null : kinds
}

/** The same fields, to be carried along unseen to the next page. */
export function hiddenFields(text: CheckupText): Record<string, string> {
  const { on, help, ...rest } = text
  return { ...rest, 'on-day': on.day, 'on-month': on.month, 'on-year': on.year, help: help.join(',') }
}
