/** Where the members of a thread stand in its drawing: a column for each stage that has any, and rows such that what belongs together lies side by side. */
import { threadStages, type Thread, type ThreadStage } from './thread.ts'

export type ThreadLayout = {
  stages: ThreadStage[]
  /** By id; rows are whole or between two, and at least one apart within a column. */
  spots: ReadonlyMap<string, { column: number; row: number }>
  rows: number
}

export function layoutOf(thread: Thread): ThreadLayout {
  const stages = threadStages.filter((stage) => thread.ids[stage].length > 0)
  const rowOf = new Map<string, number>()
  let free = 0
  // What comes to nothing takes the next row; all else stands in the middle of what came of it.
  const place = (id: string): number => {
    const known = rowOf.get(id)
    if (known !== undefined) return known
    const children = (thread.next.get(id) ?? []).map(place)
    const row = children.length === 0 ? free++ : (Math.min(...children) + Math.max(...children)) / 2
    rowOf.set(id, row)
    return row
  }
  for (const stage of stages) for (const id of thread.ids[stage]) place(id)
  const spots = new Map<string, { column: number; row: number }>()
  let last = 0
  for (const [column, stage] of stages.entries()) {
    let lowest = 0
    for (const id of thread.ids[stage].toSorted((a, b) => (rowOf.get(a) ?? 0) - (rowOf.get(b) ?? 0))) {
      const row = Math.max(rowOf.get(id) ?? 0, lowest)
      spots.set(id, { column, row })
      lowest = row + 1
    }
    last = Math.max(last, lowest)
  }
  return { stages, spots, rows: last }
}

/** Breaks a text into at most `most` lines of about `width` letters; what does not fit ends in an ellipsis. */
export function linesOf(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
  }
  if (line !== '') lines.push(line)
  const cut = (one: string) => (one.length <= width ? one : `${one.slice(0, width - 1)}…`)
  if (lines.length <= most) return lines.map(cut)
  const kept = lines.slice(0, most)
  const end = kept.at(-1) ?? ''
  return [...kept.slice(0, -1).map(cut), `${end.slice(0, width - 1).trimEnd()}…`]
}
