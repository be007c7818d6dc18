import type { Child } from 'hono/jsx'
import { Icon, type IconName } from '../icons.tsx'
import type { Locale } from '../words.ts'
import { partWords } from './parts.words.ts'

/**
 * `lamp`: somebody asks for or gives help. `mist`: we do not know (silence). `time`: open, today, under way.
 * `done`: done. `rowan`: a form error only. `plain`: anything else.
 */
export type Tone = 'lamp' | 'mist' | 'time' | 'done' | 'rowan' | 'plain'

const toneIcon: Record<Tone, IconName> = {
  lamp: 'message',
  mist: 'silence',
  time: 'clock',
  done: 'check',
  rowan: 'info',
  plain: 'circle',
}

/** Icon, word and colour together; never colour alone. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone | undefined
  icon?: IconName | undefined
  children: Child
}) {
  return (
    <span class="tag" data-tone={tone}>
      <Icon name={icon ?? toneIcon[tone]} />
      <span>{children}</span>
    </span>
  )
}

/** A filter that is on; the link takes it off. */
export function Chip({ locale, href, label }: { locale: Locale; href: string; label: string }) {
  return (
    <a class="chip" href={href} aria-label={partWords(locale).removeFilter(label)}>
      <span>{label}</span>
      <Icon name="close" />
    </a>
  )
}

/** Free places as dots, said in words too: "2 vaba 4-st". */
export function Capacity({ locale, free, all }: { locale: Locale; free: number; all: number }) {
  return (
    <span class="capacity">
      <span class="pips" aria-hidden="true">
        {Array.from({ length: all }, (_, i) => (
          <i class={i < free ? 'free' : ''} />
        ))}
      </span>
      {partWords(locale).freeOf(free, all)}
    </span>
  )
}
