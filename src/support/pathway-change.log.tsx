/** What has changed on somebody's pathway, in words. */
import { dayAt } from '../platform/day.ts'
import { Plain } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import { numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { PathwayChange } from './pathway-change.store.ts'
import { pathwayName, pathwayWords } from './pathway.words.ts'
import { pathwayNamed } from './support.content.ts'
import { wholeDay } from './when.words.ts'

/** The newest twelve; older ones are in the take-away. */
export function ChangeLog(props: { locale: Locale; changes: readonly PathwayChange[]; timeZone: string }) {
  const { locale, changes, timeZone } = props
  const say = pathwayWords(locale)
  if (changes.length === 0) return null
  return (
    <Plain title={say.log}>
      <Times
        kind="days"
        items={changes.slice(0, 12).map((change) => {
          const on = dayAt(change.at, timeZone)
          const more = [
            change.pathway && pathwayName(locale, pathwayNamed(change.pathway)),
            change.rhythm && say.rhythm.choices[change.rhythm],
            change.until && `${say.pausedUntil} ${wholeDay(locale, change.until)}`,
            change.wishedBy && say.wishedBy[change.wishedBy],
            change.reason,
          ].filter(Boolean)
          return {
            when: numericDay(locale, on),
            datetime: on.toString(),
            text: say.changed[change.what],
            sub: more.length > 0 ? more.join(' · ') : undefined,
          }
        })}
      />
    </Plain>
  )
}
