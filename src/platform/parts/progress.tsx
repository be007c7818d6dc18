import type { Child } from 'hono/jsx'
import type { Locale } from '../words.ts'
import { partWords } from './parts.words.ts'

/**
 * How far long work has come, from 0 to 1. The page around it sets `refreshSeconds` in its view until the work is done,
 * so that it moves without any script.
 */
export function Progress(props: { locale: Locale; label: string; done: number; children?: Child }) {
  const say = partWords(props.locale)
  const percent = Math.round(Math.min(1, Math.max(0, props.done)) * 100)
  return (
    <div class="progress">
      <p>
        <label for="progress-bar">{props.label}</label> <b class="num">{percent}%</b>
      </p>
      <progress id="progress-bar" max={100} value={percent}>
        {say.percent(percent)}
      </progress>
      <p class="sub">{props.children ?? say.mayLeave}</p>
    </div>
  )
}
