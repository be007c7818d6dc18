import { acceptOf, type Wanted } from '../file.ts'
import { fileHint } from '../file.words.ts'
import type { Locale } from '../words.ts'
import { Field, describedBy, fieldId, type FieldProps } from './field.tsx'

/** How many letters a field is made for; the width is a hint, not a limit. */
export type FieldWidth = 'xs' | 's' | 'm' | 'full'

export type TextFieldProps = FieldProps & {
  locale: Locale
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'password' | undefined
  /** `xs` 4, `s` 8, `m` 20 letters, `full` the whole column (default). */
  width?: FieldWidth | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  maxlength?: number | undefined
  autofocus?: boolean | undefined
  spellcheck?: boolean | undefined
}

export function TextField(props: TextFieldProps) {
  return (
    <Field field={props} locale={props.locale}>
      <input
        id={fieldId(props.name)}
        name={props.name}
        type={props.type ?? 'text'}
        class={`w-${props.width ?? 'full'}`}
        value={props.value ?? ''}
        required={props.required === true}
        autocomplete={props.autocomplete ?? 'off'}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        autofocus={props.autofocus === true}
        spellcheck={props.spellcheck}
        {...describedBy(props)}
      />
    </Field>
  )
}

export function TextArea(
  props: FieldProps & {
    locale: Locale
    value?: string | undefined
    rows?: number | undefined
    maxlength?: number | undefined
  },
) {
  return (
    <Field field={props} locale={props.locale}>
      <textarea
        id={fieldId(props.name)}
        name={props.name}
        rows={props.rows ?? 4}
        maxlength={props.maxlength}
        required={props.required === true}
        {...describedBy(props)}
      >
        {props.value ?? ''}
      </textarea>
    </Field>
  )
}

/**
 * The form around it needs `upload`.
 *
 * @example <FileField locale={locale} name="file" label={say.file} wanted="document" error={errors.file} />
 */
export function FileField(
  props: FieldProps & {
    locale: Locale
    accept?: string | undefined
    /** Of which `readFile` keeps one: what it takes and how large is said here. */
    wanted?: Wanted | undefined
    /** Several may be chosen. */
    multiple?: boolean | undefined
  },
) {
  const { locale, wanted } = props
  const field = wanted ? { ...props, hint: props.hint ?? fileHint(locale, wanted) } : props
  return (
    <Field field={field} locale={locale}>
      <input
        id={fieldId(props.name)}
        name={props.name}
        type="file"
        multiple={props.multiple === true}
        accept={wanted ? acceptOf[wanted] : props.accept}
        required={props.required === true}
        {...describedBy(field)}
      />
    </Field>
  )
}
