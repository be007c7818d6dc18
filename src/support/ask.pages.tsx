/** The first talk with somebody who came with a list: yes, no, or not reached yet. */
import { Hono } from 'hono'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { Confirmation } from '../platform/parts/outcome.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { headAbout, onPerson, personHref, Reach, type AboutPerson } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import { askWords } from './ask.words.ts'
import { recordContact } from './contact.store.ts'
import { readPastDay } from './day-answer.ts'
import { pathwayOf, sayNo, sayYes, type PersonPathway } from './pathway.store.ts'
import { wholeDay } from './when.words.ts'

export const askPages = new Hono<PageEnv>()

/** How a yes or no was given; kept beside the consent. Lists that come from elsewhere have their own words there. */
export const answerWays = ['spoken', 'telephone', 'written', 'message'] as const

const answers = ['yes', 'no', 'not-reached'] as const
type Said = 'yes' | 'no'
/** What stands in the form of each answer. */
type Typed = Record<Said, { how: string; on: DateText }>

askPages.get('/people/:code/ask', (c) =>
  onPerson(c, 'path', async (act, about) => {
    const pathway = await pathwayOf(act, about.person.id)
    const fresh = { how: '', on: dateText(act.today) }
    return pathway && askPage(c, about, pathway, { yes: fresh, no: fresh })
  }),
)

askPages.post('/people/:code/ask', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'path', async (act, about) => {
    const { locale } = c.var
    const say = askWords(locale)
    const { id } = about.person
    const pathway = await pathwayOf(act, id)
    const answer = answers.find((each) => each === form.text('answer'))
    if (!pathway || !answer) return null
    if (answer === 'not-reached') {
      const tried = { personId: id, onDay: act.today, way: 'call', reached: false, what: null } as const
      if (!(await recordContact(act, tried))) return null
      leaveNotice(c, say.notReached.noted)
      return c.redirect(personHref(about), 303)
    }
    const how = answerWays.find((way) => way === form.text(`${answer}-how`))
    const on = readPastDay(form.values, `${answer}-on`, act.today)
    const errors: Errors = {}
    if (!how) errors[`${answer}-how`] = say.howMissing
    if (on.day === null) errors[`${answer}-on`] = aboutWords(locale).dayFault[on.fault]
    if (!how || on.day === null) {
      const fresh = { how: '', on: dateText(act.today) }
      const typed = { how: form.text(`${answer}-how`), on: on.text }
      return askPage(c, about, pathway, { yes: fresh, no: fresh, [answer]: typed }, { [answer]: errors })
    }
    const word = { on: on.day, how }
    if (!(answer === 'yes' ? await sayYes(act, id, word) : await sayNo(act, id, word))) return null
    if (answer === 'no') return c.redirect(personHref(about, 'ask'), 303)
    leaveNotice(c, say.yes.noted)
    return c.redirect(personHref(about), 303)
  })
})

function askPage(
  c: PageContext,
  about: AboutPerson,
  pathway: PersonPathway,
  typed: Typed,
  errors: Partial<Record<Said, Errors>> = {},
) {
  const { locale } = c.var
  const say = askWords(locale)
  const told = errors.yes ?? errors.no
  const status = told ? 422 : 200
  const form = { locale, action: personHref(about, 'ask'), typed, errors }
  if (pathway.state === 'ended') {
    return page(
      c,
      headAbout(c, about, say.ended.title),
      <Confirmation
        locale={locale}
        title={say.ended.title}
        what={say.ended.what(wholeDay(locale, pathway.stateSince))}
        next={[...say.ended.next]}
      >
        {told && <ErrorSummary locale={locale} errors={told} />}
        <Card title={say.ended.again}>
          <AnswerForm {...form} said="yes" />
        </Card>
      </Confirmation>,
      status,
    )
  }
  if (pathway.state !== 'to-be-asked') {
    return page(
      c,
      headAbout(c, about, say.title),
      <div class="stack">
        <p>{say.already}</p>
        <Acts>
          <ButtonLink href={personHref(about, 'pathway')}>{say.alreadyLink}</ButtonLink>
        </Acts>
      </div>,
    )
  }
  return page(
    c,
    headAbout(c, about, say.title, say.lead),
    <div class="stack">
      {told && <ErrorSummary locale={locale} errors={told} />}
      <Card title={aboutWords(locale).phones}>
        <Reach locale={locale} about={about} />
      </Card>
      <section class="plain" aria-label={say.guide.title}>
        <h2>{say.guide.title}</h2>
        <ol class="next">
          {say.guide.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </section>
      <Card title={say.yes.title} lead={say.yes.covers}>
        <AnswerForm {...form} said="yes" />
      </Card>
      <Card title={say.no.title} lead={say.no.lead}>
        <AnswerForm {...form} said="no" />
      </Card>
      <Card title={say.notReached.title} lead={say.notReached.lead}>
        <PostButton action={form.action} fields={{ answer: 'not-reached' }} kind="line">
          {say.notReached.button}
        </PostButton>
      </Card>
    </div>,
    status,
  )
}

function AnswerForm(props: {
  locale: Locale
  action: string
  said: Said
  typed: Typed
  errors: Partial<Record<Said, Errors>>
}) {
  const { locale, said } = props
  const say = askWords(locale)
  const errors = props.errors[said]
  const typed = props.typed[said]
  return (
    <Form locale={locale} action={props.action} fields={{ answer: said }}>
      <Radios
        locale={locale}
        name={`${said}-how`}
        label={say.how}
        error={errors?.[`${said}-how`]}
        value={typed.how}
        options={answerWays.map((way) => ({ value: way, label: say.ways[way] }))}
      />
      <DateField
        locale={locale}
        name={`${said}-on`}
        label={say.on}
        hint={aboutWords(locale).dayHint}
        error={errors?.[`${said}-on`]}
        value={typed.on}
      />
      <Acts>
        <Button kind={said === 'yes' ? 'act' : 'line'}>{say[said].button}</Button>
      </Acts>
    </Form>
  )
}
