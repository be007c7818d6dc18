/** Adding one person by hand: the same questions as in a list, one after the other. */
import { Hono } from 'hono'
import { listColleagues, type Colleague } from '../access/account.store.ts'
import { IdentityFields, nothingTyped } from '../people/identity.form.tsx'
import { findKnown, readNames } from '../people/identity.store.ts'
import { addPerson, personById } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { dayAt } from '../platform/day.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Checkbox, Radios, Select } from '../platform/parts/choices.tsx'
import { DateField, dateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card, LinkList } from '../platform/parts/surface.tsx'
import { actorOf, formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { fullLocaleOf, type Locale } from '../platform/words.ts'
import { aboutWords } from '../support/about-person.words.ts'
import { askWords } from '../support/ask.words.ts'
import { enterPathways } from '../support/pathway.store.ts'
import { supportContent } from '../support/support.content.ts'
import {
  agreedWays,
  readNewPerson,
  type NewPersonField,
  type NewPersonGiven,
  type NewPersonTyped,
} from './new-person.form.ts'
import { newPersonWords } from './new-person.words.ts'

export const newPersonPages = new Hono<PageEnv>()

type Known = { code: string; name: string }

newPersonPages.get('/people/new', async (c) => {
  const actor = actorOf(c)
  const coordinators = await withActor(c.var.ground, actor, (act) => listColleagues(act, ['coordinator']))
  const own = coordinators.find((one) => one.id === actor.accountId) ?? coordinators[0]
  const typed: NewPersonTyped = {
    identity: nothingTyped(c.var.locale),
    leftOn: dateText(null),
    agreed: '',
    agreedOn: dateText(null),
    agreedHow: '',
    pathway: pathwayKeys()[0] ?? '',
    coordinator: actor.role === 'coordinator' ? (own?.id ?? '') : '',
  }
  return show(c, typed, {}, coordinators, [])
})

newPersonPages.post('/people/new', async (c) => {
  const { values } = await formOf(c)
  const { ground, locale } = c.var
  const actor = actorOf(c)
  const say = newPersonWords(locale)
  const today = dayAt(ground.clock.now(), actor.timeZone)
  const answer = await withActor(ground, actor, async (act) => {
    const coordinators = await listColleagues(act, ['coordinator'])
    const read = readNewPerson(locale, values, today, {
      pathways: pathwayKeys(),
      coordinators: coordinators.map((one) => one.id),
    })
    if (!read.given) return { ...read, coordinators, known: [] }
    const known = read.given.other ? [] : await knownAs(act, read.given)
    if (known.length > 0) return { ...read, errors: { other: say.known.error }, coordinators, known }
    return { added: await add(act, read.given), coordinatorId: read.given.coordinatorId }
  })
  if (!('added' in answer))
    return show(c, answer.typed, answer.errors ?? {}, answer.coordinators, answer.known, 422)
  // A person entered for a colleague is the colleague's from now on.
  const seen = actor.role === 'lead' || answer.coordinatorId === actor.accountId
  leaveNotice(c, (seen ? say.saved : say.savedForOther)(answer.added))
  return c.redirect(seen ? `/people/${answer.added}` : '/people', 303)
})

function pathwayKeys(): string[] {
  return [...supportContent().pathways.keys()]
}

async function add(act: Acting, given: NewPersonGiven): Promise<string> {
  const { who, coordinatorId } = given
  const person = await addPerson(act, { ...who, coordinatorId })
  await enterPathways(act, [
    {
      personId: person.id,
      pathway: given.pathway,
      leftOn: given.leftOn,
      agreed: given.agreed,
      coordinatorId,
      firstContactOn: act.today,
    },
  ])
  return person.code
}

/** People of the actor's sight who may be the same one. */
async function knownAs(act: Acting, { who }: NewPersonGiven): Promise<Known[]> {
  const matches = (await findKnown(act, [who.identity])).get(0) ?? []
  const names = await readNames(
    act,
    matches.map((match) => match.personId),
  )
  const known: Known[] = []
  for (const { personId } of matches.slice(0, 5)) {
    const person = await personById(act, personId)
    if (person) known.push({ code: person.code, name: names.get(personId) ?? person.code })
  }
  return known
}

function show(
  c: PageContext,
  typed: NewPersonTyped,
  errors: Errors<NewPersonField>,
  coordinators: readonly Colleague[],
  known: readonly Known[],
  status: 200 | 422 = 200,
) {
  const { locale, visitor } = c.var
  const say = newPersonWords(locale)
  return page(
    c,
    {
      title: say.title,
      lead: say.lead,
      width: 'narrow',
      back: { href: '/people', label: say.back },
      actions: (
        <ButtonLink href="/import" kind="line" icon="upload">
          {say.list}
        </ButtonLink>
      ),
    },
    <Form locale={locale} action="/people/new" errors={errors} guard>
      {known.length > 0 && <KnownAlready locale={locale} known={known} error={errors.other} />}
      <Card title={say.who}>
        <div class="form">
          <IdentityFields
            locale={locale}
            languages={visitor?.organisation.languages ?? []}
            typed={typed.identity}
            errors={errors}
          />
        </div>
      </Card>
      <Card title={say.path}>
        <PathFields locale={locale} typed={typed} errors={errors} coordinators={coordinators} />
      </Card>
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    status,
  )
}

function KnownAlready(props: { locale: Locale; known: readonly Known[]; error?: string | undefined }) {
  const say = newPersonWords(props.locale).known
  return (
    <Card title={say.title} lead={say.lead}>
      <LinkList
        items={props.known.map(({ code, name }) => ({
          href: `/people/${code}`,
          icon: 'person' as const,
          label: `${name}, ${code}`,
        }))}
      />
      <Checkbox name="other" label={say.other} error={props.error} />
    </Card>
  )
}

function PathFields(props: {
  locale: Locale
  typed: NewPersonTyped
  errors: Errors<NewPersonField>
  coordinators: readonly Colleague[]
}) {
  const { locale, typed, errors } = props
  const say = newPersonWords(locale)
  const hints: Readonly<Record<string, string>> = say.pathwayHints
  const language = fullLocaleOf(locale)
  return (
    <div class="form">
      <DateField
        locale={locale}
        name="leftOn"
        label={say.leftOn}
        hint={say.leftOnHint}
        value={typed.leftOn}
        error={errors.leftOn}
      />
      <Radios
        locale={locale}
        name="agreed"
        label={say.agreed}
        value={typed.agreed}
        error={errors.agreed}
        layout="column"
        options={[
          { value: 'yes', label: say.agreedYes },
          { value: 'no', label: say.agreedNo, hint: say.agreedNoHint },
        ]}
      />
      <DateField
        locale={locale}
        name="agreedOn"
        label={say.agreedOn}
        hint={aboutWords(locale).dayHint}
        required={false}
        value={typed.agreedOn}
        error={errors.agreedOn}
      />
      <Select
        locale={locale}
        name="agreedHow"
        label={say.agreedHow}
        required={false}
        value={typed.agreedHow}
        error={errors.agreedHow}
        options={agreedWays.map((way) => ({ value: way, label: askWords(locale).ways[way] }))}
      />
      <Radios
        locale={locale}
        name="pathway"
        label={say.pathway}
        hint={say.pathwayHint}
        value={typed.pathway}
        layout="column"
        options={[...supportContent().pathways.values()].map((one) => ({
          value: one.key,
          label: one.name[language],
          hint: hints[one.key],
        }))}
      />
      <Select
        locale={locale}
        name="coordinator"
        label={say.coordinator}
        value={typed.coordinator}
        error={errors.coordinator}
        options={props.coordinators.map((one) => ({ value: one.id, label: one.name }))}
      />
    </div>
  )
}
