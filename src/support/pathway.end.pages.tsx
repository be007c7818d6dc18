/** Ending continuing support, for staff: what happens then, and why it ends. */
import { Hono } from 'hono'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { headAbout, onPerson, personHref, type AboutPerson } from './about-person.tsx'
import { LONGEST_REASON, settled } from './pathway.pages.tsx'
import { endPathway, pathwayOf } from './pathway.store.ts'
import { pathwayWords } from './pathway.words.ts'

export const pathwayEndPages = new Hono<PageEnv>()

pathwayEndPages.get('/people/:code/pathway/end', (c) =>
  onPerson(c, 'path', async (act, about) => {
    const pathway = await pathwayOf(act, about.person.id)
    return pathway && pathway.state !== 'ended' ? endPage(c, about, '') : null
  }),
)

pathwayEndPages.post('/people/:code/pathway/end', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'path', async (act, about) => {
    const say = pathwayWords(c.var.locale)
    const reason = form.text('reason')
    if (reason === '') return endPage(c, about, reason, { reason: say.end.reasonMissing })
    if (reason.length > LONGEST_REASON) return endPage(c, about, reason, { reason: say.tooLong })
    return settled(c, about, await endPathway(act, about.person.id, reason), 'end')
  })
})

function endPage(c: PageContext, about: AboutPerson, reason: string, errors?: Errors) {
  const { locale } = c.var
  const { end } = pathwayWords(locale)
  return page(
    c,
    headAbout(c, about, end.title, end.lead),
    <div class="stack">
      <Card>
        <Ticks items={end.happens.map((label) => ({ label }))} />
      </Card>
      <Card>
        <Form locale={locale} action={personHref(about, 'pathway/end')} errors={errors} guard>
          <TextArea
            locale={locale}
            name="reason"
            label={end.reason}
            hint={end.reasonHint}
            error={errors?.['reason']}
            value={reason}
            rows={3}
          />
          <Acts>
            <Button>{end.button}</Button>
            <a href={personHref(about, 'pathway')}>{end.back}</a>
          </Acts>
        </Form>
      </Card>
    </div>,
    errors ? 422 : 200,
  )
}
