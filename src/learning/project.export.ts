/** A project as sheets: its mobilities, what was seen, the trials it led to and what came of them. Groups and counts, no names of people. */
import { writeXlsx, type WrittenSheet } from '../platform/spreadsheet.xlsx.ts'
import type { Locale } from '../platform/words.ts'
import { countryName } from './country.ts'
import { nameOfMethod } from './method.name.ts'
import { daysOf } from './mobility.ts'
import { mobilityWords } from './mobility.words.ts'
import { observationWords } from './observation.words.ts'
import { projectExportWords } from './project.export.words.ts'
import { projectWords } from './project.words.ts'
import { resultWords } from './result.words.ts'
import { threadAround, threadOf, type ThreadMembers } from './thread.ts'
import { trialFormWords } from './trial.form.words.ts'
import { trialWords } from './trial.words.ts'

/** @returns an XLSX file in the reader's language; what is not known is an empty cell */
export const projectXlsx = (locale: Locale, members: ThreadMembers, projectId: string): Promise<Uint8Array> =>
  writeXlsx(...projectSheets(locale, members, projectId))

/** What hangs together with the project's mobilities, one sheet for each kind. */
export function projectSheets(
  locale: Locale,
  members: ThreadMembers,
  projectId: string,
): [WrittenSheet, ...WrittenSheet[]] {
  const mobilities = members.mobilities.filter((one) => one.projectId === projectId)
  const { ids } = threadAround(threadOf(members), ...mobilities.map(({ id }) => id))
  const isIn = new Set(Object.values(ids).flat())
  const own = <T extends { id: string }>(list: readonly T[]) => list.filter(({ id }) => isIn.has(id))
  const [trials, results] = [own(members.trials), own(members.results)]
  const [sayMobility, saySeen, sayTrial] = [
    mobilityWords(locale),
    observationWords(locale),
    trialWords(locale),
  ]
  const [ask, askResult, say] = [trialFormWords(locale), resultWords(locale), projectExportWords(locale)]

  const titles = new Map(mobilities.map(({ id, title }) => [id, title]))
  const methods = new Map(
    members.methods.map((method) => {
      const version = members.versions.find(({ methodId }) => methodId === method.id)
      return [method.id, nameOfMethod(locale, method, version)]
    }),
  )
  const versions = new Map(members.versions.map(({ id, methodId }) => [id, methodId]))
  const methodOf = (versionId: string) => methods.get(versions.get(versionId) ?? '') ?? null
  const adaptations = new Map(members.adaptations.map(({ id, description }) => [id, description]))
  const trialOf = new Map(trials.map((trial) => [trial.id, trial]))

  return [
    {
      name: projectWords(locale).mobilities,
      headings: [
        sayMobility.name,
        sayMobility.kindShort,
        sayMobility.host,
        sayMobility.country,
        sayMobility.town,
        sayMobility.startsOn,
        sayMobility.endsOn,
        sayMobility.dayCount,
        sayMobility.travel,
        sayMobility.stateShort,
      ],
      rows: mobilities.map((one) => [
        one.title,
        sayMobility.kinds[one.kind],
        one.host,
        countryName(locale, one.country),
        one.town,
        one.startsOn,
        one.endsOn,
        daysOf(one),
        one.travelDays,
        sayMobility.states[one.state],
      ]),
      widths: [36, 24, 30, 14, 18, 14, 14, 10, 14, 14],
    },
    {
      name: saySeen.title,
      headings: [say.mobility, saySeen.seenOn, saySeen.seenAt, saySeen.what, saySeen.thought, say.method],
      rows: own(members.observations).map(({ mobilityId, methodId, ...one }) => [
        titles.get(mobilityId) ?? null,
        one.seenOn,
        one.seenAt,
        one.what,
        one.thought,
        methodId === null ? null : (methods.get(methodId) ?? null),
      ]),
      widths: [30, 14, 30, 60, 40, 30],
    },
    {
      name: sayTrial.title,
      headings: [
        say.method,
        say.withAdaptation,
        say.community,
        ask.startsOn,
        ask.endsOn,
        sayTrial.facts.state,
        ask.eligible,
        ask.reached,
        ask.asked,
        ask.tookPart,
        sayTrial.facts.fidelity,
        ask.hours,
        ask.cost,
        say.resultCount,
      ],
      rows: trials.map((trial) => [
        methodOf(trial.versionId),
        trial.adaptationId === null ? null : (adaptations.get(trial.adaptationId) ?? null),
        trial.about,
        trial.startsOn,
        trial.endsOn,
        sayTrial.states[trial.state],
        trial.eligible,
        trial.reached,
        trial.asked,
        trial.tookPart,
        trial.fidelity === 'unknown' ? null : sayTrial.fidelities[trial.fidelity],
        trial.hoursQuarters === null ? null : trial.hoursQuarters / 4,
        trial.costCents === null ? null : trial.costCents / 100,
        results.filter(({ trialId }) => trialId === trial.id).length,
      ]),
      widths: [30, 40, 26, 14, 14, 16, 18, 14, 18, 14, 14, 14, 14, 12],
    },
    {
      name: sayTrial.results,
      headings: [
        say.method,
        say.community,
        say.firstDay,
        askResult.seenOn,
        askResult.kind,
        askResult.what,
        askResult.count,
        askResult.outOf,
        askResult.howKnown,
      ],
      rows: results.map(({ trialId, ...one }) => {
        const trial = trialOf.get(trialId)
        return [
          trial ? methodOf(trial.versionId) : null,
          trial?.about ?? null,
          trial?.startsOn ?? null,
          one.seenOn,
          sayTrial.kinds[one.kind],
          one.what,
          one.count,
          one.outOf,
          one.howKnown,
        ]
      }),
      widths: [30, 26, 18, 14, 16, 60, 14, 14, 40],
    },
  ]
}
