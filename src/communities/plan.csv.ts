/** A plan as a file that Excel opens, and that can be brought back. */
import { writeCsv } from '../platform/spreadsheet.csv.ts'
import type { Locale } from '../platform/words.ts'
import { euros } from './money.ts'
import type { Action, Goal } from './plan.ts'
import { planWords } from './plan.words.ts'

export function planCsv(
  locale: Locale,
  goals: readonly Pick<Goal, 'id' | 'title'>[],
  actions: readonly Action[],
): string {
  const say = planWords(locale)
  const titles = new Map(goals.map(({ id, title }) => [id, title]))
  const rows = actions.map((action) => [
    titles.get(action.goalId) ?? '',
    action.title,
    action.who,
    action.byOn,
    action.costCents === null ? null : euros(action.costCents),
    say.states[action.state],
    action.evidence,
    action.milestone ? say.yes : null,
  ])
  return writeCsv({ headings: [...say.headings], rows })
}
