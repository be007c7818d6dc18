/** Mails that did not leave, for the administrator to hand over in another way. */
import { Hono } from 'hono'
import { withActor } from '../platform/actor.ts'
import { withoutFoot } from '../platform/mail.layout.tsx'
import { listKeptMails } from '../platform/mail.ts'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { actorOf, page, type PageEnv } from '../platform/web.tsx'
import { dayAndTime } from '../platform/words.dates.ts'
import { adminWords } from './admin.words.ts'
import { visitorIn } from './visitor.ts'

export const keptMailPages = new Hono<PageEnv>()

keptMailPages.get('/admin/mails', async (c) => {
  const { ground, locale } = c.var
  const words = adminWords(locale)
  const { timeZone } = visitorIn(c).organisation
  const mails = await withActor(ground, actorOf(c), async (act) => {
    await act.audit('list', 'platform.mail', [])
    return listKeptMails(act)
  })
  return page(
    c,
    {
      title: words.mailsTitle,
      lead: words.mailsLead,
      width: 'narrow',
      back: { href: '/admin', label: words.back },
    },
    mails.length === 0 ? (
      <Empty title={words.mailsNone}>{words.mailsNoneText}</Empty>
    ) : (
      <Stack>
        {mails.map((mail) => (
          <Card title={mail.channel === 'sms' ? words.sms : mail.subject}>
            <p class="sub">
              {words.to}: {mail.to} · {dayAndTime(locale, mail.madeAt, timeZone)} ·{' '}
              {mail.failed ? words.failed : words.kept}
            </p>
            {withoutFoot(mail.text)
              .split(/\n{2,}/)
              .map((paragraph) => (
                <p>{paragraph}</p>
              ))}
          </Card>
        ))}
      </Stack>
    ),
  )
})
