/** The sheet of cards: looked at first, made by a POST, and shown once, since nothing keeps what stands on it. */
import { Hono } from 'hono'
import { passPath, shownPassToken } from '../people/pass.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Checkbox } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { QrCode } from '../platform/parts/qr.tsx'
import { Card, Note, Ticks } from '../platform/parts/surface.tsx'
import { formOf, page, type PageEnv } from '../platform/web.tsx'
import { shortDay, weekdayDay } from '../platform/words.dates.ts'
import { isLocale, type Locale } from '../platform/words.ts'
import { headAbout, onPerson, personHref } from './about-person.tsx'
import { chosenWayOf, chooseWay } from './checkin-way.store.ts'
import { cardDays, makeCards, type CheckinCard } from './sheet.store.ts'
import { sheetWords } from './sheet.words.ts'

export const sheetPages = new Hono<PageEnv>()

sheetPages.get('/people/:code/sheet', (c) =>
  onPerson(c, 'path', async (act, about) => {
    const { locale } = c.var
    const say = sheetWords(locale)
    const days = await cardDays(act, about.person.id)
    const chosen = await chosenWayOf(act, about.person.id)
    const back = { href: personHref(about, 'way'), label: say.back }
    if (days.length === 0) return page(c, { ...headAbout(c, about, say.title), back }, <p>{say.none}</p>)
    return page(
      c,
      { ...headAbout(c, about, say.title, say.lead), back },
      <div class="stack">
        <Card title={say.days}>
          <p>{days.map((date) => shortDay(locale, date).replaceAll(' ', '\u00a0')).join(' · ')}</p>
          <Form locale={locale} action={personHref(about, 'sheet')}>
            {chosen !== 'paper' && <Checkbox name="only" label={say.only} hint={say.onlyHint} />}
            <Acts>
              <Button icon="file">{say.make}</Button>
            </Acts>
          </Form>
        </Card>
        <Ticks items={say.how.map((label) => ({ label, open: true }))} />
      </div>,
    )
  }),
)

sheetPages.post('/people/:code/sheet', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'path', async (act, about) => {
    const { locale, ground } = c.var
    const { id, language } = about.person
    const say = sheetWords(locale)
    const cards = await makeCards(act, id)
    if (cards.length === 0) return c.redirect(personHref(about, 'sheet'), 303)
    if (form.text('only') !== '') await chooseWay(act, id, 'paper')
    const own = isLocale(language) ? language : 'et'
    return page(
      c,
      // On paper there is nothing but the cards: no name and no code.
      {
        ...headAbout(c, about, say.title),
        width: 'wide',
        back: { href: personHref(about, 'way'), label: say.back },
      },
      <>
        <div class="sheet">
          <Note>{say.print}</Note>
        </div>
        <ol class="cut" lang={own}>
          {cards.map((card) => (
            <CardToCut locale={own} url={ground.config.url} card={card} />
          ))}
        </ol>
      </>,
    )
  })
})

function CardToCut({ locale, url, card }: { locale: Locale; url: string; card: CheckinCard }) {
  const say = sheetWords(locale).card
  const host = url.replace(/^https?:\/\//, '')
  return (
    <li>
      <QrCode text={url + passPath(card.token)} label={say.qr} size={136} />
      <div>
        <h2>{say.title}</h2>
        <p>
          <b>{weekdayDay(locale, card.dueOn)}</b>
        </p>
        <p class="sub">
          {say.how} <code>{host + passPath(shownPassToken(card.token))}</code>
        </p>
        <p class="sub">{say.danger}</p>
      </div>
    </li>
  )
}
