/** Who comes, and who was there, for those who hold the training. */
import { accountNames } from '../access/account.store.ts'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Checkboxes } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import { sessionHref } from './training.part.tsx'
import { signupsOf } from './training.store.ts'
import { hasBegun, standing, type Signup, type TrainingSession } from './training.ts'
import { trainingWords } from './training.words.ts'

export async function attendanceList(act: Acting, locale: Locale, session: TrainingSession) {
  const say = trainingWords(locale)
  const signups = await signupsOf(act, session.id)
  const line = standing(signups, session.seats)
  const names = await accountNames(
    act,
    signups.map(({ accountId }) => accountId),
  )
  const nameOf = ({ accountId }: Signup) => names.get(accountId) ?? '–'
  const everybody = [...line.in, ...line.waiting]
  if (everybody.length === 0) {
    return (
      <Card title={say.who}>
        <p>{say.nobody}</p>
      </Card>
    )
  }
  if (!hasBegun(session, act.today)) {
    return (
      <Card title={say.who}>
        <ol>
          {line.in.map((one, place) => (
            <li>{`${place + 1}. ${nameOf(one)}`}</li>
          ))}
        </ol>
        {line.waiting.length > 0 && (
          <>
            <h3>{say.waitingList}</h3>
            <ol>
              {line.waiting.map((one, place) => (
                <li>{`${place + 1}. ${nameOf(one)}`}</li>
              ))}
            </ol>
          </>
        )}
      </Card>
    )
  }
  const known = everybody.filter(({ attended }) => attended !== null)
  const came = known.filter(({ attended }) => attended)
  return (
    <Card>
      {session.state === 'held' && <p>{say.came(came.length, known.length)}</p>}
      <Form
        locale={locale}
        action={sessionHref(session, '/attendance')}
        fields={{ shown: came.map(({ id }) => id).join(' ') }}
      >
        <Checkboxes
          locale={locale}
          name="came"
          label={say.attendance}
          hint={say.attendanceHint}
          options={everybody.map((one) => ({
            value: one.id,
            label: nameOf(one),
            hint: line.waiting.includes(one) ? say.waitingList : undefined,
          }))}
          values={came.map(({ id }) => id)}
        />
        <Acts>
          <Button>{say.save}</Button>
        </Acts>
      </Form>
    </Card>
  )
}
