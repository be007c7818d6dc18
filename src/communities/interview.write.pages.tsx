/** An interview is written down, or changed while its assessment is under way. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Plain } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { communityHref, develops, onTended } from './about-community.tsx'
import { back, head, onInterview, onWritten, theInterview } from './about-interview.tsx'
import type { Community } from './community.ts'
import {
  InterviewFields,
  interviewTyped,
  Questions,
  readInterview,
  type InterviewErrors,
  type InterviewTyped,
} from './interview.form.tsx'
import { interviewWords } from './interview.words.ts'
import type { Round, RoundInterview } from './round.ts'
import { addInterview, changeInterview, notesOf, roundsOf } from './round.store.ts'

export const interviewWritePages = new Hono<PageEnv>()

interviewWritePages.get('/communities/:slug/interviews/new', (c) =>
  onTended(c, async (act, community) => {
    const round = await openRound(act, community)
    return round && writePage(c, community, { round, interview: null }, interviewTyped(), {})
  }),
)

interviewWritePages.post('/communities/:slug/interviews/new', async (c) => {
  const { values } = await formOf(c)
  return onWritten(c, async (act, community) => {
    if (!develops(act)) return null
    const [round] = await roundsOf(act, community.id)
    if (!round) return null
    const { typed, errors, interview } = readInterview(c.var.locale, values, act.today)
    if (round.closedOn) return tooLatePage(c, community, { round, interview: null }, typed)
    if (!interview) return writePage(c, community, { round, interview: null }, typed, errors)
    const id = await addInterview(act, round, interview)
    leaveNotice(c, interviewWords(c.var.locale).saved)
    return c.redirect(communityHref(community, `interviews/${id}`), 303)
  })
})

interviewWritePages.get('/communities/:slug/interviews/:id/change', (c) =>
  onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    if (!found || found.round.closedOn) return null
    const notes = await notesOf(act, found.interview.id)
    return writePage(c, community, found, interviewTyped({ ...found.interview, notes }), {})
  }),
)

interviewWritePages.post('/communities/:slug/interviews/:id/change', async (c) => {
  const { values } = await formOf(c)
  return onWritten(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    if (!found) return null
    const { typed, errors, interview } = readInterview(c.var.locale, values, act.today)
    if (found.round.closedOn) return tooLatePage(c, community, found, typed)
    if (!interview) return writePage(c, community, found, typed, errors)
    await changeInterview(act, found.interview.id, interview)
    return back(c, community, found, interviewWords(c.var.locale).saved)
  })
})

async function openRound(act: Acting, community: Community): Promise<Round | null> {
  if (!develops(act)) return null
  return (await roundsOf(act, community.id)).find(({ closedOn }) => closedOn === null) ?? null
}

type Written = { round: Round; interview: RoundInterview | null }

/** The form as it was sent: nothing was saved, because the assessment was finished while it was being written. */
const tooLatePage = (c: PageContext, community: Community, written: Written, typed: InterviewTyped) =>
  writePage(c, community, written, typed, { form: interviewWords(c.var.locale).tooLate }, 409)

function writePage(
  c: PageContext,
  community: Community,
  { round, interview }: Written,
  typed: InterviewTyped,
  errors: InterviewErrors,
  status: 200 | 409 | 422 = Object.keys(errors).length > 0 ? 422 : 200,
) {
  const { locale } = c.var
  const say = interviewWords(locale)
  const place = interview ? `interviews/${interview.id}/change` : 'interviews/new'
  return page(
    c,
    { ...head(community, locale, interview ? say.change : say.add), lead: say.addLead },
    <>
      <Form locale={locale} action={communityHref(community, place)} errors={errors} guard>
        <InterviewFields locale={locale} typed={typed} errors={errors} />
        <Acts>
          <Button>{say.save}</Button>
        </Acts>
      </Form>
      <Plain title={say.questions}>
        <Questions locale={locale} dimensions={round.dimensions} />
      </Plain>
    </>,
    status,
  )
}
