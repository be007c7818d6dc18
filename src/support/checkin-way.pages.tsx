/** How somebody is asked for check-ins: seen and changed by those who are responsible, and by the person on their own page. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { withoutFoot } from '../platform/mail.layout.tsx'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Note } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { isLocale, type Locale } from '../platform/words.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { headAbout, onPerson, personHref } from './about-person.tsx'
import { askingMail, askingSms } from './checkin-asking.ts'
import { channelsOf } from './checkin-asking.store.ts'
import { chosenWayOf, chooseWay, reachOf } from './checkin-way.store.ts'
import {
  askingOf,
  askingWays,
  smsNumber,
  type Asking,
  type AskingWay,
  type Channels,
  type Reach,
} from './checkin-way.ts'
import { wayWords } from './checkin-way.words.ts'
import { onSelf, OwnHelp } from './own-person.tsx'
import { pathwayOf } from './pathway.store.ts'

export const wayPages = new Hono<PageEnv>()

wayPages.get('/people/:code/way', (c) =>
  onPerson(c, 'path', async (act, about) => {
    const known = await knownOf(c, act, about.person)
    return known && staffPage(c, about, known)
  }),
)

wayPages.post('/people/:code/way', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'path', async (act, about) => {
    const { staff, missing } = wayWords(c.var.locale)
    const way = askingWays.find((each) => each === form.text('way'))
    if (!way) {
      const known = await knownOf(c, act, about.person)
      return known && staffPage(c, about, known, { way: missing })
    }
    if (!(await chooseWay(act, about.person.id, way))) return null
    leaveNotice(c, staff.saved)
    return c.redirect(personHref(about, 'way'), 303)
  })
})

wayPages.get('/me/way', (c) =>
  onSelf(c, async (act, person) => {
    const known = await knownOf(c, act, person)
    return known && ownPage(c, known)
  }),
)

wayPages.post('/me/way', async (c) => {
  const form = await formOf(c)
  return onSelf(c, async (act, person) => {
    const { own, missing } = wayWords(c.var.locale)
    const way = askingWays.find((each) => each === form.text('way'))
    if (!way) {
      const known = await knownOf(c, act, person)
      return known && ownPage(c, known, { way: missing })
    }
    if (!(await chooseWay(act, person.id, way))) return null
    leaveNotice(c, own.saved)
    return c.redirect('/me/way', 303)
  })
})

type Known = {
  chosen: AskingWay | null
  reach: Reach
  channels: Channels
  undelivered: boolean
  /** The language of what is sent. */
  language: Locale
  url: string
}

async function knownOf(
  c: PageContext,
  act: Acting,
  { id, language }: { id: string; language: string },
): Promise<Known | null> {
  const { config } = c.var.ground
  const pathway = await pathwayOf(act, id)
  const reach = await reachOf(act, id)
  if (!pathway || !reach) return null
  return {
    chosen: await chosenWayOf(act, id),
    reach,
    channels: await channelsOf(act, config),
    undelivered: (await listOpenTasks(act, { personId: id, kinds: ['undelivered'] })).length > 0,
    language: isLocale(language) ? language : 'et',
    url: config.url,
  }
}

function staffPage(c: PageContext, about: Parameters<typeof personHref>[0], known: Known, errors?: Errors) {
  const { locale } = c.var
  const say = wayWords(locale)
  return page(
    c,
    {
      ...headAbout(c, about, say.staff.title, say.staff.lead),
      back: { href: personHref(about, 'pathway'), label: say.staff.back },
    },
    <div class="stack">
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      {known.undelivered && (
        <Note>
          <p>{say.staff.undelivered}</p>
          <p>
            <a href={personHref(about, 'undelivered')}>{say.staff.undeliveredLink}</a>
          </p>
        </Note>
      )}
      <WayForm locale={locale} known={known} action={personHref(about, 'way')} errors={errors} />
      <Card title={say.sheet} lead={say.sheetLead}>
        <Acts>
          <ButtonLink href={personHref(about, 'sheet')} kind="line" icon="file">
            {say.sheet}
          </ButtonLink>
        </Acts>
      </Card>
      <Preview locale={locale} known={known} />
    </div>,
    errors ? 422 : 200,
  )
}

function ownPage(c: PageContext, known: Known, errors?: Errors) {
  const { locale } = c.var
  const say = wayWords(locale)
  return page(
    c,
    { title: say.own.title, lead: say.own.lead, back: { href: '/me/pathway', label: say.own.back } },
    <Split kind="even" aside={<OwnHelp locale={locale} />}>
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      {known.undelivered && <Note>{say.own.undelivered}</Note>}
      <WayForm locale={locale} known={known} action="/me/way" errors={errors} />
      <Preview locale={locale} known={known} />
    </Split>,
    errors ? 422 : 200,
  )
}

/** As if nothing had failed: a printed card is taken to be there. */
function plannedBy({ chosen, reach, channels }: Known): Asking {
  return askingOf({ chosen, reach, channels, undelivered: false, card: true })
}

export function askingText(locale: Locale, asking: Asking): string {
  const { nowBy } = wayWords(locale)
  switch (asking.by) {
    case 'mail':
      return asking.own ? nowBy.own(asking.to) : nowBy.mail(asking.to)
    case 'sms':
      return nowBy.sms(asking.to)
    default:
      return nowBy[asking.by]
  }
}

function WayForm(props: { locale: Locale; known: Known; action: string; errors: Errors | undefined }) {
  const { locale, known, errors } = props
  const say = wayWords(locale)
  const now = plannedBy(known)
  return (
    <Card>
      <SummaryList locale={locale} facts={[{ label: say.now, value: askingText(locale, now) }]} />
      <Form locale={locale} action={props.action}>
        <Radios
          locale={locale}
          name="way"
          label={say.choose}
          error={errors?.['way']}
          value={known.chosen ?? (now.by === 'page' ? '' : now.by)}
          layout="column"
          options={askingWays.map((way) => ({
            value: way,
            label: say.choices[way],
            hint: hintOf(locale, known, way),
          }))}
        />
        <Acts>
          <Button kind="soft">{say.save}</Button>
        </Acts>
      </Form>
    </Card>
  )
}

/** What a way means, and what stands against it now. */
function hintOf(locale: Locale, { reach, channels }: Known, way: AskingWay): string {
  const { hints } = wayWords(locale)
  const against =
    way === 'mail'
      ? reach.email === null
        ? hints.noMail
        : !channels.mail && hints.notSent
      : way === 'sms'
        ? !reach.phones.some((phone) => smsNumber(phone) !== null)
          ? hints.noNumber
          : !channels.sms && hints.notSent
        : false
  if (against) return `${against} ${hints.thenCall}`
  return way === 'mail' && reach.account ? hints.mailOwn : hints[way]
}

/** What is sent, word for word; the letters of the link are drawn only when it is made. */
function Preview({ locale, known }: { locale: Locale; known: Known }) {
  const say = wayWords(locale)
  const { language, reach, url } = known
  const link = `${url}/a/…`
  const mail = askingMail(language, {
    link: reach.account ? `${url}/me/checkin` : link,
    again: false,
    own: reach.account,
    longer: false,
  })
  return (
    <Card title={say.preview} lead={say.previewLead}>
      <h3>{say.choices.sms}</h3>
      <blockquote class="said" lang={language}>
        {askingSms(language, { link, again: false })}
      </blockquote>
      <h3>{say.choices.mail}</h3>
      <p class="sub">
        {say.subject}: <span lang={language}>{mail.subject}</span>
      </p>
      {withoutFoot(mail.text)
        .split('\n\n')
        .map((paragraph) => (
          <blockquote class="said" lang={language}>
            {paragraph}
          </blockquote>
        ))}
    </Card>
  )
}
