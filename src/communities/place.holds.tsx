/** What is agreed about a place, for those who arrange it: the list, and the form by which a place is held. */
import { Button, PostButton } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import { DateField } from '../platform/parts/date-field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { numericDay } from '../platform/words.dates.ts'
import { placeHref } from './place.one.tsx'
import { placePageWords } from './place.page.words.ts'
import { holdLabels } from './place.ts'
import type { HoldFilled, PlaceView } from './place.view.pages.tsx'

export function HoldList({ locale, community, place, holds }: PlaceView) {
  const page = placePageWords(locale)
  const say = page.holds
  return (
    <Card title={say.title} id="holds">
      {holds.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Table
          locale={locale}
          caption={say.title}
          captionHidden
          rows={holds}
          columns={[
            { key: 'from', label: say.from, rowHeader: true, cell: ({ from }) => numericDay(locale, from) },
            {
              key: 'until',
              label: say.until,
              cell: ({ until }) => (until ? numericDay(locale, until) : say.forGood),
            },
            { key: 'count', label: say.count, number: true, cell: ({ count }) => count },
            { key: 'label', label: say.label, cell: ({ label }) => say.labels[label] },
            {
              key: 'act',
              label: say.act,
              labelHidden: true,
              full: true,
              cell: ({ id, from }) => (
                <PostButton
                  action={placeHref(community, place, 'release')}
                  fields={{ hold: id }}
                  kind="calm"
                  about={numericDay(locale, from)}
                >
                  {say.release}
                </PostButton>
              ),
            },
          ]}
        />
      )}
    </Card>
  )
}

export function HoldForm({ locale, community, place, typed, errors }: PlaceView & HoldFilled) {
  const say = placePageWords(locale).holds
  return (
    <Card title={say.addTitle} lead={say.addLead} id="hold">
      <Form locale={locale} action={placeHref(community, place, 'holds')} errors={errors}>
        <DateField locale={locale} name="from" label={say.from} value={typed.from} error={errors.from} />
        <DateField
          locale={locale}
          name="until"
          label={say.until}
          hint={say.untilHint}
          required={false}
          value={typed.until}
          error={errors.until}
        />
        <TextField
          locale={locale}
          name="count"
          label={say.count}
          width="xs"
          inputmode="numeric"
          value={typed.count}
          error={errors.count}
        />
        <Select
          locale={locale}
          name="label"
          label={say.label}
          empty={null}
          value={typed.label}
          options={holdLabels.map((value) => ({ value, label: say.labels[value] }))}
        />
        <Button kind="soft">{say.add}</Button>
      </Form>
    </Card>
  )
}
