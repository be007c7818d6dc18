/** What is asked of the database, so that a test can promise that a page reads what it needs and no more. */
import pg from 'pg'
import { vi } from 'vitest'

export type Statement = { text: string; rows: number }

/** Every statement of this program while `work` runs, with how many rows came back. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = []
  const query = pg.Client.prototype.query as (...asked: unknown[]) => unknown
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...asked: unknown[]
  ) {
    const [first] = asked
    const text = typeof first === 'string' ? first : String((first as { text?: unknown }).text)
    const answer = query.apply(this, asked)
    if (!(answer instanceof Promise)) return answer
    return answer.then((result: pg.QueryResult) => {
      heard.push({ text, rows: result.rowCount ?? 0 })
      return result
    })
  } as never)
  try {
    await work()
  } finally {
    spy.mockRestore()
  }
  return heard
}
