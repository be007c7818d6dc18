/** What an account holder chooses about being told. */
import { Hono } from 'hono'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Checkboxes } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { phoneNumber } from '../platform/sms.phone.ts'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { atDoor } from './door.ts'
import { keepNotification, readNotification } from './notification.store.ts'
import { notificationWords } from './notification.words.ts'
import { note, visitorIn } from './visitor.ts'

export const notificationPages = new Hono<PageEnv>()

const here = '/account/notifications'

notificationPages.get(here, async (c) => {
  const { accountId } = visitorIn(c)
  const { digest, phone } = await atDoor(c.var.ground, (door) => readNotification(door, accountId))
  return notificationPage(c, { digest, phone: phone ?? '' }, {})
})

function notificationPage(
  c: PageContext,
  given: { digest: boolean; phone: string },
  errors: Errors<'phone'>,
) {
  const { locale, ground } = c.var
  const words = notificationWords(locale)
  return page(
    c,
    {
      title: words.title,
      lead: words.lead,
      width: 'narrow',
      back: { href: '/account', label: words.back },
    },
    <Card>
      <Form locale={locale} action={here} errors={errors}>
        <Checkboxes
          locale={locale}
          name="digest"
          label={words.morning}
          hint={words.morningHint}
          options={[{ value: 'yes', label: words.morningYes }]}
          values={given.digest ? ['yes'] : []}
        />
        <TextField
          locale={locale}
          name="phone"
          type="tel"
          label={words.phone}
          hint={ground.config.sms ? words.phoneHint : words.phoneLater}
          required={false}
          error={errors.phone}
          value={given.phone}
          width="m"
          autocomplete="tel"
        />
        <Acts>
          <Button>{words.save}</Button>
        </Acts>
      </Form>
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

notificationPages.post(here, async (c) => {
  const { ground, locale } = c.var
  const words = notificationWords(locale)
  const visitor = visitorIn(c)
  const form = await formOf(c)
  const digest = form.list('digest').includes('yes')
  const written = form.text('phone')
  const phone = written === '' ? null : phoneNumber(written, ground.config.phoneCountry)
  if (phone === null && written !== '')
    return notificationPage(c, { digest, phone: written }, { phone: words.needPhone })
  await atDoor(ground, async (door) => {
    const of = { accountId: visitor.accountId, organisationId: visitor.organisation.id }
    await keepNotification(door, of, { digest, phone })
    await note(door, visitor, 'access.notification', 'chosen')
  })
  leaveNotice(c, words.kept)
  return c.redirect('/account', 303)
})
