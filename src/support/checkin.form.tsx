/** The check-in as a person fills it in, on their own page or by a link: the questions, who reads the answer, and help beside them. */
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import { meCheckinWords } from './checkin.me.words.ts'
import { LongerQuestions, WeeklyQuestions, type CheckinText } from './checkin.questions.tsx'
import { callBy, readBy } from './help-promise.ts'
import { OwnHelp } from './own-person.tsx'
import { supportContent } from './support.content.ts'
import { byWhen, nearDay } from './when.words.ts'

type Around = { locale: Locale; readers: string; callBy: string; readBy: string }

/** Who reads, by when, and by when a call would come if it were asked for now. */
export function aroundCheckin(act: Acting, locale: Locale, readers: string): Around {
  const { timeZone } = act.actor
  const call = callBy(supportContent().helpPromise, act.now, timeZone)
  return {
    locale,
    readers,
    callBy: byWhen(locale, call, act.today, timeZone),
    readBy: nearDay(locale, readBy(act.today), act.today),
  }
}

export function CheckinForm(
  props: Around & {
    lead: string
    action: string
    due: Day | null
    longer: boolean
    text: CheckinText
    errors: Errors | undefined
  },
) {
  const { locale, readers, text, errors, due } = props
  const say = meCheckinWords(locale)
  const asked = { locale, text, errors }
  return (
    <Split kind="even" aside={<OwnHelp locale={locale} />}>
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      <Card>
        <p>{props.lead}</p>
        <Form locale={locale} action={props.action} fields={due ? { due: due.toString() } : {}} guard talk>
          <WeeklyQuestions {...asked} callHint={say.callHint(props.callBy)} wordsHint={say.wordsHint} />
          {props.longer && <LongerQuestions {...asked} readers={readers} />}
          <Acts>
            <Button wide>{say.send}</Button>
          </Acts>
        </Form>
      </Card>
      <Plain title={say.seenBy}>
        <p>{say.readers(readers)}</p>
        <p>{say.readWhen(props.readBy)}</p>
        <p>
          <b>{say.danger}</b>
        </p>
      </Plain>
    </Split>
  )
}
