/** A message that did not arrive: how it was sent, what to do, and that it has been looked into. */
import { Hono } from 'hono'
import { Acts, PostButton } from '../platform/parts/button.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, LinkList } from '../platform/parts/surface.tsx'
import { leaveNotice, page, type PageEnv } from '../platform/web.tsx'
import { listOpenTasks } from '../tasks/task.store.ts'
import { headAbout, onPerson, personHref, Reach } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import { channelsOf } from './checkin-asking.store.ts'
import { askingText } from './checkin-way.pages.tsx'
import { chosenWayOf, reachOf } from './checkin-way.store.ts'
import { askingOf } from './checkin-way.ts'
import { settleUndelivered } from './undelivered.store.ts'
import { undeliveredWords } from './undelivered.words.ts'

export const undeliveredPages = new Hono<PageEnv>()

undeliveredPages.get('/people/:code/undelivered', (c) =>
  onPerson(c, 'path', async (act, about) => {
    const { locale, ground } = c.var
    const { id } = about.person
    const say = undeliveredWords(locale)
    const [open] = await listOpenTasks(act, { personId: id, kinds: ['undelivered'] })
    const reach = await reachOf(act, id)
    if (!open || !reach) return page(c, headAbout(c, about, say.title), <p>{say.none}</p>)
    // Where the address or the way has changed since, it is over; so this is how it was sent.
    const asked = askingOf({
      chosen: await chosenWayOf(act, id),
      reach,
      channels: await channelsOf(act, ground.config),
      undelivered: false,
      card: true,
    })
    return page(
      c,
      headAbout(c, about, say.title, say.lead),
      <div class="stack">
        <Card>
          <SummaryList locale={locale} facts={[{ label: say.how, value: askingText(locale, asked) }]} />
          <p>{say.untilThen}</p>
        </Card>
        <Card title={aboutWords(locale).phones}>
          <Reach locale={locale} about={about} />
        </Card>
        <section class="plain" aria-label={say.what}>
          <h2>{say.what}</h2>
          <ol class="next">
            {say.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <LinkList
            items={[
              { href: personHref(about, 'checkin'), icon: 'phone', label: say.checkin },
              { href: personHref(about, 'identity'), icon: 'pencil', label: say.identity },
              { href: personHref(about, 'way'), icon: 'message', label: say.way },
            ]}
          />
        </section>
        <Card>
          <p>{say.settleLead}</p>
          <Acts>
            <PostButton action={personHref(about, 'undelivered')} kind="soft">
              {say.settle}
            </PostButton>
          </Acts>
        </Card>
      </div>,
    )
  }),
)

undeliveredPages.post('/people/:code/undelivered', (c) =>
  onPerson(c, 'path', async (act, about) => {
    if (await settleUndelivered(act, about.person.id)) leaveNotice(c, undeliveredWords(c.var.locale).settled)
    return c.redirect(personHref(about), 303)
  }),
)
