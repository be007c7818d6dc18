import { Button, type ButtonKind } from '../platform/parts/button.tsx'
import type { PageContext } from '../platform/web.tsx'
import { passkeyScript } from './passkey.asset.ts'
import { passkeyWords } from './passkey.words.ts'
import { relyingParty } from './passkey.ts'

/** A form that makes (`create`) or shows (`get`) a passkey. Hidden until the script has found that the browser can. */
export function PasskeyForm(props: {
  c: PageContext
  ceremony: 'get' | 'create'
  /** Where the script gets the options. */
  options: string
  action: string
  fields?: Record<string, string>
  title: string
  text: string
  button: string
  kind?: ButtonKind
}) {
  const { locale, nonce, ground } = props.c.var
  if (!relyingParty(ground.config.url)) return null
  const words = passkeyWords(locale)
  return (
    <section
      class="card"
      aria-label={props.title}
      data-passkey={props.ceremony}
      data-options={props.options}
      data-cancelled={words.cancelled}
      data-again={words.already}
      hidden
    >
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      <form class="form" method="post" action={props.action}>
        {Object.entries(props.fields ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="answer" value="" />
        <p class="err" role="alert" data-trouble hidden></p>
        <Button kind={props.kind ?? 'line'} icon="lock">
          {props.button}
        </Button>
      </form>
      <script src={passkeyScript.href} nonce={nonce} defer></script>
    </section>
  )
}
