/**
 * The rules asked from outside: one JSON text in, one JSON text out. Nothing here looks at today's date.
 *
 * What is refused and what is read kindly: docs/decisions/013-rules-from-outside.md
 */
import { z } from 'zod'
import { dayOrNull, daysBetween, isBefore, type Day } from '../platform/day.ts'
import { must, readInput, toldAtOnce } from '../platform/json-input.ts'
import { dueDates, type PastCheckup, type Pathway } from './pathway.ts'
import { windowKinds, windowState } from './window.ts'

/** One line of JSON without its line end; on bad input `{"error":"…"}` and 1. */
export type RuleAnswer = { output: string; exitCode: 0 | 1 }

/** The commands by name, as functions of what stands on standard input. */
export function rulesCommands(pathways: ReadonlyMap<string, Pathway>) {
  return {
    schedule: (stdin: string): RuleAnswer => askSchedule(stdin, pathways),
    window: (stdin: string): RuleAnswer => askWindow(stdin),
  }
}

const dayNeeded = 'a day that exists, such as "2026-01-10"'
const dayField = textDay(must(dayNeeded))
const dayOrNullField = textDay(must(`${dayNeeded}, or null`)).nullable()

function textDay(needed: ReturnType<typeof must>) {
  return z.string(needed).transform((text, context): Day => {
    const date = dayOrNull(text)
    if (date !== null) return date
    context.addIssue({ code: 'custom', message: needed.error({ input: text }) })
    return z.NEVER
  })
}

/** A horizon nobody will outlive; it only keeps a slip of the finger from filling the screen. */
const LONGEST_HORIZON = 1200

function scheduleInput(pathways: ReadonlyMap<string, Pathway>) {
  const checkup = z.strictObject({
    dueOn: dayField.optional(),
    heldOn: dayOrNullField,
    need: z.boolean(must('true, false, or null for not known')).nullable(),
  })
  return z.strictObject({
    pathway: z.string().transform((key, context): Pathway => {
      const pathway = pathways.get(key)
      if (pathway !== undefined) return pathway
      context.addIssue({ code: 'custom', message: `must be one of: ${[...pathways.keys()].join(', ')}` })
      return z.NEVER
    }),
    left: dayField,
    checkups: z.array(checkup),
    horizonMonths: z
      .int(must(`a whole number from 0 to ${LONGEST_HORIZON}`))
      .min(0, must(`a whole number from 0 to ${LONGEST_HORIZON}`))
      .max(LONGEST_HORIZON, must(`a whole number from 0 to ${LONGEST_HORIZON}`)),
  })
}

function askSchedule(stdin: string, pathways: ReadonlyMap<string, Pathway>): RuleAnswer {
  const { value, problems } = readInput(scheduleInput(pathways), stdin)
  if (problems !== null) return refused(problems)
  const { pathway, left, horizonMonths } = value
  const wrong: { field: string; message: string }[] = []
  const checkups: PastCheckup[] = []
  const seen = new Map<string, number>()
  for (const [index, { dueOn, heldOn, need }] of value.checkups.entries()) {
    const field = `checkups[${index}]`
    const happened = heldOn ?? dueOn
    if (happened === undefined) {
      wrong.push({ field: `${field}.heldOn`, message: 'null means never held, and then dueOn must be given' })
      continue
    }
    const earlier = heldOn === null ? undefined : seen.get(heldOn.toString())
    if (heldOn !== null) seen.set(heldOn.toString(), index)
    if (heldOn !== null && isBefore(heldOn, left)) {
      wrong.push({ field: `${field}.heldOn`, message: `must not be before left (${left})` })
    } else if (dueOn !== undefined && isBefore(dueOn, left)) {
      wrong.push({ field: `${field}.dueOn`, message: `must not be before left (${left})` })
    } else if (earlier !== undefined) {
      wrong.push({ field: `${field}.heldOn`, message: `is the same day as checkups[${earlier}].heldOn` })
    } else if (heldOn === null && need !== null) {
      wrong.push({ field: `${field}.need`, message: 'must be null for a check-up that was never held' })
    }
    checkups.push({ dueOn: dueOn ?? happened, heldOn, need })
  }
  if (left.add({ months: horizonMonths }).year > 9999) {
    wrong.push({ field: 'horizonMonths', message: 'ends after the year 9999' })
  }
  if (wrong.length > 0) return refused(wrong)
  const due = dueDates({ pathway, left, checkups, horizonMonths })
  return { output: JSON.stringify({ dueOn: due.map(String) }), exitCode: 0 }
}

const windowInput = z.strictObject({
  kind: z.enum(windowKinds, must(windowKinds.map((kind) => `"${kind}"`).join(' or '))),
  dueOn: dayField,
  today: dayField,
  answeredOn: dayOrNullField,
})

function askWindow(stdin: string): RuleAnswer {
  const { value, problems } = readInput(windowInput, stdin)
  if (problems !== null) return refused(problems)
  const { answeredOn, today } = value
  if (answeredOn !== null && daysBetween(today, answeredOn) > 0) {
    return refused([{ field: 'answeredOn', message: `must not be after today (${today})` }])
  }
  return { output: JSON.stringify({ state: windowState(value) }), exitCode: 0 }
}

function refused(problems: readonly { field: string; message: string }[]): RuleAnswer {
  return { output: JSON.stringify({ error: toldAtOnce(problems) }), exitCode: 1 }
}
