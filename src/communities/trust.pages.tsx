/** Who knows a community: what named people confirmed, and taking it back. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import { oneLine } from '../platform/letters.ts'
import { Button } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Group, Row } from '../platform/parts/group.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { dayAndMonth } from '../platform/words.dates.ts'
import { communityHref, develops, headOf, onCommunity } from './about-community.tsx'
import type { Community } from './community.ts'
import { communityWords } from './community.words.ts'
import { memberWords } from './member.words.ts'
import { confirmationsOf, confirmTrust, withdrawTrust } from './trust.store.ts'
import { namesNeeded } from './trust.ts'

export const trustPages = new Hono<PageEnv>()

type Typed = { level: string; name: string; basis: string; on: DateText }
type TrustErrors = Errors<keyof Typed>
const levels = Object.keys(namesNeeded) as (keyof typeof namesNeeded)[]

trustPages.get('/communities/:slug/trust', (c) =>
  onCommunity(c, (act, community) =>
    show(c, act, community, { level: '', name: '', basis: '', on: dateText(act.today) }, {}),
  ),
)

trustPages.post('/communities/:slug/trust', async (c) => {
  const form = await formOf(c)
  return onCommunity(c, async (act, community) => {
    if (!develops(act)) return null
    const say = memberWords(c.var.locale).trust
    const on = readDate(form.values, 'on')
    const line = (name: string) => oneLine(form.text(name))
    const typed: Typed = { level: form.text('level'), name: line('name'), basis: line('basis'), on: on.text }
    const level = levels.find((one) => one === typed.level)
    const errors: TrustErrors = {}
    if (!level) errors.level = say.errors.level
    if ([...typed.name].length < 2 || [...typed.name].length > 120) errors.name = say.errors.name
    if ([...typed.basis].length < 2 || [...typed.basis].length > 500) errors.basis = say.errors.basis
    if (!on.day || isBefore(act.today, on.day)) errors.on = say.errors.on
    if (!level || !on.day || Object.keys(errors).length > 0) return show(c, act, community, typed, errors)
    await confirmTrust(act, community.id, { level, name: typed.name, basis: typed.basis, onDay: on.day })
    leaveNotice(c, say.saved)
    return c.redirect(communityHref(community, 'trust'), 303)
  })
})

trustPages.post('/communities/:slug/trust/:id/withdraw', (c) =>
  onCommunity(c, async (act, community) => {
    const known = (await confirmationsOf(act, community.id)).some(({ id }) => id === c.req.param('id'))
    if (!known || !(await withdrawTrust(act, community.id, c.req.param('id') ?? ''))) return null
    leaveNotice(c, memberWords(c.var.locale).trust.takenBack)
    return c.redirect(communityHref(community, 'trust'), 303)
  }),
)

async function show(c: PageContext, act: Acting, community: Community, typed: Typed, errors: TrustErrors) {
  if (!develops(act)) return null
  const { locale } = c.var
  const say = memberWords(locale).trust
  const words = communityWords(locale)
  const given = await confirmationsOf(act, community.id)
  const wrong = Object.keys(errors).length > 0
  return page(
    c,
    headOf(community, say.title, { lead: say.lead }),
    <div class="stack">
      <Group id="confirmed" title={words.trusts[community.trust]} note={words.trustHints[community.trust]}>
        {given.map(({ id, name, basis, level, onDay, withdrawn }) => (
          <Row
            who={name}
            sub={[say.levels[level], dayAndMonth(locale, onDay), ...(withdrawn ? [say.withdrawn] : [])].join(
              ' · ',
            )}
            action={
              withdrawn
                ? undefined
                : { label: say.withdraw, post: communityHref(community, `trust/${id}/withdraw`) }
            }
          >
            {basis}
          </Row>
        ))}
      </Group>
      <Form locale={locale} action={communityHref(community, 'trust')} errors={errors}>
        <Radios
          locale={locale}
          name="level"
          label={say.level}
          layout="column"
          options={levels.map((value) => ({ value, label: say.levels[value] }))}
          value={typed.level}
          error={errors.level}
        />
        <TextField
          locale={locale}
          name="name"
          label={say.name}
          value={typed.name}
          error={errors.name}
          maxlength={120}
        />
        <TextArea
          locale={locale}
          name="basis"
          label={say.basis}
          hint={say.basisHint}
          value={typed.basis}
          error={errors.basis}
          rows={3}
          maxlength={500}
        />
        <DateField locale={locale} name="on" label={say.on} value={typed.on} error={errors.on} />
        <Button>{say.save}</Button>
      </Form>
    </div>,
    wrong ? 422 : 200,
  )
}
