import type { Child } from 'hono/jsx'
import { Icon } from '../icons.tsx'
import type { Locale } from '../words.ts'
import { partWords } from './parts.words.ts'

export type TimesItem = {
  /** As shown: `10.00`, `K, 25. nov`. */
  when: string
  /** Machine-readable: `2026-11-25` or a full moment. */
  datetime?: string | undefined
  text: Child
  sub?: Child | undefined
  /** Who wrote it and how; only in a log, at the end of the line. */
  by?: Child | undefined
}

/** A timeline. `clock` for hours of a day, `days` for days to come, `log` for what was, with who wrote it. */
export function Times({
  items,
  kind = 'days',
}: {
  items: TimesItem[]
  kind?: 'clock' | 'days' | 'log' | undefined
}) {
  return (
    <ol class={`times ${kind}`}>
      {items.map((item) => (
        <li>
          <time datetime={item.datetime}>{item.when}</time>
          <div>
            <p>{item.text}</p>
            {item.sub && <p class="sub">{item.sub}</p>}
          </div>
          {item.by && <p class="by">{item.by}</p>}
        </li>
      ))}
    </ol>
  )
}

export type Aim = { title: string; steps: { label: string; done: boolean }[] }

/** Aims with their steps: a bar of as many bits as steps, and the steps in words. */
export function Aims({ locale, aims }: { locale: Locale; aims: Aim[] }) {
  return (
    <ol class="aims">
      {aims.map((aim) => {
        const done = aim.steps.filter((step) => step.done).length
        return (
          <li>
            <header>
              <h3>{aim.title}</h3>
              <p>{partWords(locale).doneOf(done, aim.steps.length)}</p>
            </header>
            <div class="bits" aria-hidden="true">
              {aim.steps.map((_, i) => (
                <i class={i < done ? 'on' : ''} />
              ))}
            </div>
            <ul class="ticks">
              {aim.steps.map((step) => (
                <li class={step.done ? undefined : 'open'}>
                  <Icon name={step.done ? 'check' : 'circle'} />
                  <span>{step.label}</span>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
