/** What somebody is asked about a training: shown, read and checked in one place. */
import { Acts, Button } from '../platform/parts/button.tsx'
import { Radios, Scale } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import type { Asked } from './evaluation.store.ts'
import { isLater, uses, type Said } from './evaluation.ts'
import { evaluationWords } from './evaluation.words.ts'
import type { NamedVersion } from './taught.ts'

/** What they are asked, with the methods by name. */
export type Asking = Pick<Asked, 'asking' | 'whole'> & {
  methods: readonly Pick<NamedVersion, 'versionId' | 'name'>[]
}

/** By the name of the field. */
export type SaidTyped = Partial<Record<string, string>>
export type SaidErrors = Errors

const ofMethod = (versionId: string) => `confidence-${versionId}`
const number = (text: string | undefined, pattern: RegExp) =>
  text !== undefined && pattern.test(text) ? Number(text) : null

/** `said` is null where something is wrong; what is not asked at this time is not read. */
export function readSaid(locale: Locale, typed: SaidTyped, { asking, whole, methods }: Asking) {
  const say = evaluationWords(locale).errors
  const errors: SaidErrors = {}
  const used = isLater(asking) ? (uses.find((one) => one === typed.used) ?? null) : null
  if (isLater(asking) && used === null) errors.used = say.used
  const useful = asking === 'after' ? number(typed.useful, /^[1-5]$/) : null
  if (asking === 'after' && useful === null) errors.useful = say.useful
  const confidence = whole ? number(typed.confidence, /^(\d|10)$/) : null
  if (whole && confidence === null) errors.confidence = say.confidence
  const sure = methods.flatMap(({ versionId, name }) => {
    const field = ofMethod(versionId)
    const value = number(typed[field], /^(\d|10)$/)
    if (value !== null) return [{ versionId, confidence: value }]
    errors[field] = say.confidenceOf(name)
    return []
  })
  const said: Said | null =
    Object.keys(errors).length > 0 ? null : { confidence, useful, used, methods: sure }
  return { errors, said }
}

export function SayForm(props: {
  locale: Locale
  action: string
  asked: Asking
  typed: SaidTyped
  errors: SaidErrors
}) {
  const { locale, asked, typed, errors } = props
  const { asking, whole, methods } = asked
  const say = evaluationWords(locale)
  return (
    <Card title={say.title} lead={say.lead}>
      <Form locale={locale} action={props.action} errors={errors}>
        {isLater(asking) && (
          <Radios
            locale={locale}
            name="used"
            label={say.used}
            options={uses.map((value) => ({ value, label: say.uses[value] }))}
            value={typed.used}
            error={errors.used}
          />
        )}
        {asking === 'after' && (
          <Scale
            locale={locale}
            name="useful"
            label={say.useful}
            from={1}
            to={5}
            ends={say.usefulEnds}
            value={typed.useful}
            error={errors.useful}
          />
        )}
        {whole && (
          <Scale
            locale={locale}
            name="confidence"
            label={methods.length > 0 ? say.confidenceWhole : say.confidence}
            ends={say.confidenceEnds}
            value={typed.confidence}
            error={errors.confidence}
          />
        )}
        {methods.map(({ versionId, name }) => (
          <Scale
            locale={locale}
            name={ofMethod(versionId)}
            label={say.confidenceOf(name)}
            ends={say.confidenceEnds}
            value={typed[ofMethod(versionId)]}
            error={errors[ofMethod(versionId)]}
          />
        ))}
        <Acts>
          <Button>{say.send}</Button>
        </Acts>
      </Form>
    </Card>
  )
}
