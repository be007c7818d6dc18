import type { Child } from 'hono/jsx'
import { Icon } from '../icons.tsx'
import type { Locale } from '../words.ts'
import { Acts, Button } from './button.tsx'
import { Form } from './form.tsx'
import { partWords } from './parts.words.ts'
import { SummaryList, type Fact } from './summary-list.tsx'

/** What happened, and what happens next. The page's title is the heading; `what` is one or two sentences. */
export function Confirmation(props: {
  locale: Locale
  title: string
  what: Child
  /** What happens next, one sentence each. */
  next?: Child[] | undefined
  children?: Child
}) {
  return (
    <div class="outcome">
      <section class="card outcome-done" role="status">
        <span class="outcome-sign">
          <Icon name="check" />
        </span>
        <div>
          <h2>{props.title}</h2>
          <p>{props.what}</p>
        </div>
      </section>
      {props.next && props.next.length > 0 && (
        <section class="plain">
          <h2>{partWords(props.locale).next}</h2>
          <ol class="next">
            {props.next.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </section>
      )}
      {props.children}
    </div>
  )
}

/** Everything that will be sent, each with a link to change it, and one button that sends. */
export function CheckAnswers(props: {
  locale: Locale
  facts: Fact[]
  action: string
  button: string
  fields?: Record<string, string> | undefined
  children?: Child
}) {
  return (
    <Form locale={props.locale} action={props.action} fields={props.fields}>
      <SummaryList locale={props.locale} facts={props.facts} />
      {props.children}
      <Acts>
        <Button>{props.button}</Button>
      </Acts>
    </Form>
  )
}
