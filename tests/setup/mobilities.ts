/** A project with one mobility: a week in Turku, unless a test needs something else of it. */
import { addMobility, addProject } from '../../src/learning/mobility.store.ts'
import type { NewMobility, NewProject } from '../../src/learning/mobility.ts'
import type { Acting } from '../../src/platform/actor.ts'
import { day } from '../../src/platform/day.ts'

export async function addJourney(
  act: Acting,
  given: { project?: Partial<NewProject>; mobility?: Partial<NewMobility> } = {},
): Promise<{ project: string; mobility: string }> {
  const project = await addProject(act, {
    title: 'Naabrite juures',
    number: '',
    callYear: null,
    funder: '',
    startsOn: day('2026-01-05'),
    endsOn: day('2026-12-31'),
    summary: '',
    ...given.project,
  })
  const mobility = await addMobility(act, project, {
    kind: 'job-shadowing',
    title: 'Turu nädal',
    host: 'A-kilta',
    country: 'FI',
    town: 'Turu',
    startsOn: day('2026-03-02'),
    endsOn: day('2026-03-06'),
    travelDays: 2,
    purpose: '',
    ...given.mobility,
  })
  return { project, mobility }
}
