/** The form for a one-time code: five pages ask for one, each for its own purpose. */
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'

export function CodeForm(props: {
  locale: Locale
  action: string
  fields?: Record<string, string> | undefined
  errors: Errors
  label: string
  hint: string
  /** `s` for six figures of an app, `m` for the eight of a mail. */
  width: 's' | 'm'
  button: string
}) {
  const { locale, errors } = props
  return (
    <Form locale={locale} action={props.action} fields={props.fields} errors={errors}>
      <TextField
        locale={locale}
        name="code"
        label={props.label}
        hint={props.hint}
        error={errors['code']}
        autocomplete="one-time-code"
        inputmode="numeric"
        width={props.width}
        required
      />
      <Acts>
        <Button>{props.button}</Button>
      </Acts>
    </Form>
  )
}
