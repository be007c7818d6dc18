import type { Child } from 'hono/jsx'
import type { Locale } from '../words.ts'
import { partWords } from './parts.words.ts'

export type Fact = { label: string; value: Child; changeHref?: string | undefined }

/** Facts under hairlines. With `changeHref` a link to change stands at the end of the line. */
export function SummaryList({ locale, facts }: { locale: Locale; facts: Fact[] }) {
  const changeable = facts.some((fact) => fact.changeHref)
  return (
    <dl class={changeable ? 'facts two' : 'facts'}>
      {facts.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
          {changeable && (
            <dd class="change">
              {fact.changeHref && (
                <a href={fact.changeHref}>
                  {partWords(locale).change}
                  <span class="unseen">: {fact.label}</span>
                </a>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** The few facts that matter most, side by side on one surface. */
export function Strip({ facts }: { facts: { label: string; value: Child }[] }) {
  return (
    <dl class="strip">
      {facts.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
