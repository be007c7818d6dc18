/** Who stands beside a person as their support person, and what the person agreed to share with them. */
import { Hono } from 'hono'
import { listColleagues, type Colleague } from '../access/account.store.ts'
import { recordConsents } from '../people/consent.store.ts'
import { personByCode, type Person } from '../people/person.store.ts'
import { endSight, isResponsible, sightsOf, type Sight } from '../people/sight.store.ts'
import { appointSupporter, supporterPurpose } from '../people/supporter.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { dayAt } from '../platform/day.ts'
import { Button, PostButton } from '../platform/parts/button.tsx'
import { Checkbox, Checkboxes, Radios } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import { supporterWords } from './supporter.words.ts'

export const supporterPages = new Hono<PageEnv>()

const askable = ['answers', 'notes'] as const

type Beside = { person: Person; colleagues: readonly Colleague[]; now: readonly Sight[] }
type Given = { who: string; share: string[]; agreed: boolean }

supporterPages.get('/people/:code/supporter', async (c) => {
  const found = await withActor(c.var.ground, actorOf(c), (act) => readBeside(act, c.req.param('code')))
  return found ? show(c, found, { who: '', share: [], agreed: false }, {}) : notFound(c)
})

supporterPages.post('/people/:code/supporter', async (c) => {
  const form = await formOf(c)
  const say = supporterWords(c.var.locale)
  const given: Given = {
    who: form.text('who'),
    share: form.list('share'),
    agreed: form.text('agreed') === 'on',
  }
  const result = await withActor(c.var.ground, actorOf(c), async (act) => {
    const beside = await readBeside(act, c.req.param('code'))
    if (!beside) return null
    const chosen = beside.colleagues.find((one) => one.id === given.who)
    const errors: Errors<'who' | 'agreed'> = {
      ...(chosen ? {} : { who: say.chooseWho }),
      ...(given.agreed ? {} : { agreed: say.askFirst }),
    }
    if (!chosen || !given.agreed) return { beside, errors }
    const share = askable.filter((category) => given.share.includes(category))
    await appointSupporter(act, beside.person, { accountId: chosen.id, share, how: say.how })
    return { beside, errors }
  })
  if (!result) return notFound(c)
  if (Object.keys(result.errors).length > 0) return show(c, result.beside, given, result.errors)
  leaveNotice(c, say.done(result.beside.person.code))
  return c.redirect(`/people/${result.beside.person.code}`, 303)
})

supporterPages.post('/people/:code/supporter/end', async (c) => {
  const form = await formOf(c)
  const say = supporterWords(c.var.locale)
  const person = await withActor(c.var.ground, actorOf(c), async (act) => {
    const beside = await readBeside(act, c.req.param('code'))
    if (!beside) return null
    const sight = beside.now.find(({ accountId }) => accountId === form.text('who'))
    const ended = sight ? await endSight(act, beside.person.id, sight) : 0
    if (ended > 0) {
      await recordConsents(act, [
        {
          personId: beside.person.id,
          purpose: supporterPurpose,
          state: 'withdrawn',
          onDay: act.today,
          how: say.how,
          textVersion: '',
        },
      ])
      await act.audit('change', 'people.sight', [beside.person.auditSubject])
    }
    return beside.person
  })
  if (!person) return notFound(c)
  leaveNotice(c, say.ended(person.code))
  return c.redirect(`/people/${person.code}/supporter`, 303)
})

async function readBeside(act: Acting, code: string): Promise<Beside | null> {
  const person = await personByCode(act, code)
  // Whoever only stands in shows nobody anything further.
  if (!person || !(await isResponsible(act, person.id))) return null
  const [colleagues, sights] = [await listColleagues(act, ['supporter']), await sightsOf(act, person.id)]
  return {
    person,
    colleagues,
    now: sights.filter((sight) => sight.reason === 'supporter' && sight.endedAt === null),
  }
}

function show(
  c: PageContext,
  { person, colleagues, now }: Beside,
  given: Given,
  errors: Errors<'who' | 'agreed'>,
) {
  const { locale, visitor } = c.var
  const say = supporterWords(locale)
  const here = `/people/${person.code}/supporter`
  const zone = visitor?.organisation.timeZone ?? 'UTC'
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? ''
  return page(
    c,
    {
      title: say.title,
      code: person.code,
      lead: say.lead,
      width: 'narrow',
      back: { href: `/people/${person.code}`, label: say.back },
    },
    <Stack>
      {now.map((sight) => (
        <Card
          title={`${say.now}: ${nameOf(sight.accountId)}`}
          lead={say.since(longDay(locale, dayAt(sight.grantedAt, zone)))}
        >
          <Ticks
            items={(['identity', 'path', 'answers', 'notes'] as const)
              .filter((one) => sight.categories.includes(one))
              .map((one) => ({ label: say.sees[one] }))}
          />
          <PostButton
            action={`${here}/end`}
            fields={{ who: sight.accountId }}
            kind="line"
            about={nameOf(sight.accountId)}
          >
            {say.end}
          </PostButton>
        </Card>
      ))}
      {colleagues.length === 0 ? (
        <Empty title={say.none} />
      ) : (
        <Card>
          <Form locale={locale} action={here} errors={errors}>
            <Radios
              locale={locale}
              name="who"
              label={say.who}
              layout="column"
              value={given.who}
              error={errors.who}
              options={colleagues.map((one) => ({ value: one.id, label: one.name }))}
            />
            <Checkboxes
              locale={locale}
              name="share"
              label={say.share}
              hint={say.shareHint}
              values={given.share}
              options={askable.map((value) => ({ value, label: say.sees[value] }))}
            />
            <Checkbox
              name="agreed"
              label={say.agreed}
              hint={say.agreedHint}
              checked={given.agreed}
              error={errors.agreed}
            />
            <Button>{say.save}</Button>
          </Form>
        </Card>
      )}
    </Stack>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
