import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Temporal, day } from '../day.ts'
import { Checkbox, Checkboxes, Radios, Scale, Select } from './choices.tsx'
import { DateField, dateText, readDate } from './date-field.tsx'
import { fieldId, type FieldProps } from './field.tsx'
import { ErrorSummary, Form } from './form.tsx'
import { FileField, TextArea, TextField } from './text-field.tsx'

const options = [
  { value: 'a', label: 'Esimene', hint: 'Sellest veel' },
  { value: 'b', label: 'Teine' },
]

/** Every kind of field, each with the same props. */
const kinds: Record<string, (field: FieldProps) => unknown> = {
  TextField: (field) => <TextField locale="et" {...field} />,
  TextArea: (field) => <TextArea locale="et" {...field} />,
  FileField: (field) => <FileField locale="et" {...field} />,
  Select: (field) => <Select locale="et" options={options} {...field} />,
  Radios: (field) => <Radios locale="et" options={options} {...field} />,
  Checkboxes: (field) => <Checkboxes locale="et" options={options} {...field} />,
  Scale: (field) => <Scale locale="et" ends={['halb', 'hea']} {...field} />,
  DateField: (field) => <DateField locale="et" {...field} />,
}

const ids = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])
const pointedTo = (html: string) =>
  [...html.matchAll(/\s(?:aria-describedby|for)="([^"]*)"/g)].flatMap((match) => (match[1] ?? '').split(' '))

describe.each(Object.entries(kinds))('%s', (_, render) => {
  const html = String(
    render({ name: 'row.7', label: 'Küsimus', hint: 'Vihje', error: 'Kirjuta midagi', required: true }),
  )

  test('can be reached from the error summary', () => {
    const summary = String(<ErrorSummary locale="et" errors={{ 'row.7': 'Kirjuta midagi' }} />)
    const target = /href="#([^"]+)"/.exec(summary)?.[1]
    expect(target).toBe(fieldId('row.7'))
    expect(html).toMatch(new RegExp(`<(input|textarea|select)[^>]*\\sid="${target}"`))
  })

  test('ties its hint and its error to itself, and points at nothing that is not there', () => {
    expect(html).toContain(`aria-describedby="${fieldId('row.7')}-hint ${fieldId('row.7')}-error"`)
    for (const id of pointedTo(html)) expect(ids(html)).toContain(id)
  })

  test('has every id once', () => {
    expect(new Set(ids(html)).size).toBe(ids(html).length)
  })

  test('says nothing of hints and errors where there are none', () => {
    const quiet = String(render({ name: 'x', label: 'Küsimus' }))
    expect(quiet).not.toContain('f-x-hint')
    expect(quiet).not.toContain('f-x-error')
    expect(quiet).not.toContain('aria-invalid')
  })

  test('shows any words as words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (label, hint) => {
        const nasty = `${label}<script>"'&${hint}`
        const shown = String(render({ name: nasty, label: nasty, hint: nasty, error: nasty }))
        expect(shown).not.toContain('<script')
        expect(shown).not.toMatch(/<[a-z]+[^>]*<\w/)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the error summary', () => {
  test('counts in words and keeps the order of the form', () => {
    const html = String(<ErrorSummary locale="et" errors={{ b: 'Teine', a: 'Esimene', form: 'Kõik koos' }} />)
    expect(html).toContain('Kolm kohta vajavad veel sind')
    expect(html.indexOf('Teine')).toBeLessThan(html.indexOf('Esimene'))
    expect(html).toContain('<li>Kõik koos</li>')
  })

  test('is not there when nothing is wrong', () => {
    expect(
      String(
        <Form locale="et" action="/x" errors={{}}>
          sisu
        </Form>,
      ),
    ).not.toContain('role="alert"')
  })
})

describe('what was typed', () => {
  test('is still there', () => {
    expect(String(<TextField locale="et" name="a" label="A" value={'"tsitaat"'} />)).toContain(
      'value="&quot;tsitaat&quot;"',
    )
    expect(String(<TextArea locale="et" name="a" label="A" value="</textarea>" />)).toContain(
      '&lt;/textarea&gt;',
    )
    expect(String(<Select locale="et" name="a" label="A" options={options} value="b" />)).toMatch(
      /<option value="b" selected="">Teine/,
    )
    expect(String(<Radios locale="et" name="a" label="A" options={options} value="b" />)).toMatch(
      /value="b" checked=""/,
    )
    expect(String(<Checkboxes locale="et" name="a" label="A" options={options} values={['a']} />)).toMatch(
      /value="a" checked=""/,
    )
    expect(String(<Checkbox name="a" label="A" checked />)).toMatch(/value="on" checked=""/)
    expect(String(<Scale locale="et" name="a" label="A" ends={['halb', 'hea']} value={0} />)).toMatch(
      /value="0" checked=""/,
    )
  })

  test('nothing said on a scale is not nought', () => {
    expect(String(<Scale locale="et" name="a" label="A" ends={['halb', 'hea']} />)).not.toContain('checked')
    const kept = String(
      <Scale locale="et" name="a" label="A" ends={['halb', 'hea']} value="" none="Ei taha öelda" />,
    )
    expect(kept).toMatch(/value="" checked=""/)
  })
})

describe('a day in three boxes', () => {
  const sent = (d: string, m: string, y: string) => ({ 'x-day': d, 'x-month': m, 'x-year': y })

  test('reads as it was written, for every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
        const date = day('1900-01-01').add({ days })
        const text = dateText(date)
        const read = readDate(sent(text.day, text.month, text.year), 'x')
        expect(read.state).toBe('ok')
        expect(read.day && Temporal.PlainDate.compare(read.day, date)).toBe(0)
      }),
    )
  })

  test('takes leading noughts and short years', () => {
    expect(readDate(sent('01', '02', '26'), 'x').day?.toString()).toBe('2026-02-01')
    expect(readDate(sent(' 1 ', '2', '2026'), 'x').day?.toString()).toBe('2026-02-01')
  })

  test('tells nothing typed from typed wrongly, and keeps what was typed', () => {
    expect(readDate({}, 'x').state).toBe('empty')
    for (const wrong of [
      sent('31', '2', '2026'),
      sent('1', '', '2026'),
      sent('a', '1', '2026'),
      sent('1', '1', '226'),
    ]) {
      const read = readDate(wrong, 'x')
      expect(read.state).toBe('wrong')
      expect(read.text).toEqual({ day: wrong['x-day'], month: wrong['x-month'], year: wrong['x-year'] })
    }
  })
})
