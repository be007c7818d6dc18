import type { Child } from 'hono/jsx'
import type { Locale } from '../words.ts'
import { Acts, buttonClass, ButtonFace } from './button.tsx'
import { fieldId, type Errors } from './field.tsx'
import { partWords } from './parts.words.ts'

/** Says how many places still need the reader and links to each. Nothing when there are no errors. */
export function ErrorSummary({ locale, errors }: { locale: Locale; errors: Errors }) {
  const entries = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (entries.length === 0) return null
  return (
    <div class="err-sum" role="alert" id="errors" tabindex={-1}>
      <h2>{partWords(locale).errors(entries.length)}</h2>
      <ul>
        {entries.map(([name, text]) => (
          <li>{name === 'form' ? text : <a href={`#${fieldId(name)}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

/**
 * A form with its error summary on top. The browser's own bubbles are off: the server answers in our words.
 *
 * Errors are listed in the order of the keys of `errors`: build it in the order of the fields.
 */
export function Form(props: {
  locale: Locale
  action: string
  method?: 'post' | 'get' | undefined
  errors?: Errors | undefined
  /** The form sends files. */
  upload?: boolean | undefined
  /** Asks before leaving with something typed and not sent (needs the script; without it nothing is lost but the question). */
  guard?: boolean | undefined
  /** What is typed stays in the browser until it has arrived; the route that takes it says so by `noteArrival`. Files are not kept. */
  keep?: boolean | undefined
  /** Hidden fields. */
  fields?: Record<string, string> | undefined
  id?: string | undefined
  /** Questions under hairlines, as in a talk. */
  talk?: boolean | undefined
  children: Child
}) {
  const method = props.method ?? 'post'
  return (
    <form
      class={props.talk ? 'form talk' : 'form'}
      id={props.id}
      action={props.action}
      method={method}
      enctype={props.upload ? 'multipart/form-data' : undefined}
      novalidate
      data-guard={props.guard ? partWords(props.locale).unsaved : undefined}
      data-keep={props.keep ? '' : undefined}
    >
      {props.keep && <Unsent locale={props.locale} />}
      {props.errors && <ErrorSummary locale={props.locale} errors={props.errors} />}
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  )
}

/** What the script offers when something typed here before was never sent. */
function Unsent({ locale }: { locale: Locale }) {
  const say = partWords(locale)
  return (
    <template data-unsent>
      <div class="note" role="status">
        <p>
          {say.unsent} <time />
        </p>
        <p class="sub">
          <q />
        </p>
        <Acts>
          <button type="button" class={buttonClass({ kind: 'soft' })}>
            <ButtonFace>{say.bringBack}</ButtonFace>
          </button>
          <button type="button" class={buttonClass({ kind: 'line' })}>
            <ButtonFace>{say.throwAway}</ButtonFace>
          </button>
        </Acts>
      </div>
    </template>
  )
}
