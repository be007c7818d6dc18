/** Evidence of a mobility: adding a file, giving it out, taking it away. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { answerFile } from '../platform/file.answer.ts'
import { readFile } from '../platform/file.ts'
import { fileSize } from '../platform/file.words.ts'
import { Acts, Button, PostButton } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import { mobilityHref, onEvidence, onMobility } from './about-mobility.tsx'
import { namesOf } from './about-participation.ts'
import {
  EvidenceFields,
  noEvidence,
  readEvidenceForm,
  type EvidenceErrors,
  type EvidenceTyped,
  type Whom,
} from './evidence.form.tsx'
import { evidenceHref } from './evidence.part.tsx'
import { addEvidence, evidenceOf, readEvidence, removeEvidence } from './evidence.store.ts'
import { evidenceWords } from './evidence.words.ts'
import type { Mobility } from './mobility.ts'
import { participationsOf } from './participation.store.ts'

export const evidencePages = new Hono<PageEnv>()

evidencePages.get('/mobilities/:id/evidence/new', (c) =>
  onMobility(c, async (act, mobility) => newPage(c, mobility, await whomOf(act, mobility), noEvidence, {})),
)

evidencePages.post('/mobilities/:id/evidence/new', async (c) => {
  // What was sent may be no form.
  const form = await formOf(c).catch(() => null)
  // Before the transaction: drawing a picture anew takes its time.
  const file = await readFile(form?.file('file') ?? null, 'document')
  return onMobility(c, async (act, mobility) => {
    const whom = await whomOf(act, mobility)
    const there = (await evidenceOf(act, { mobilityId: mobility.id })).length
    const { typed, errors, evidence } = readEvidenceForm(c.var.locale, form?.values ?? {}, file, {
      whom,
      there,
    })
    if (!evidence) return newPage(c, mobility, whom, typed, errors)
    const { file: checked, ...about } = evidence
    await addEvidence(act, mobility.id, about, checked)
    leaveNotice(c, evidenceWords(c.var.locale).saved)
    return c.redirect(mobilityHref(mobility), 303)
  })
})

/** Who took part, as far as the actor sees them. */
async function whomOf(act: Acting, mobility: Mobility): Promise<Whom> {
  const all = await participationsOf(act, mobility.id)
  const names = await namesOf(act, all)
  return all.map(({ id }) => ({ id, name: names.get(id) ?? '' }))
}

function newPage(
  c: PageContext,
  mobility: Mobility,
  whom: Whom,
  typed: EvidenceTyped,
  errors: EvidenceErrors,
) {
  const { locale } = c.var
  const say = evidenceWords(locale)
  return page(
    c,
    {
      title: say.add,
      lead: say.addLead,
      over: mobility.title,
      width: 'narrow',
      back: { href: mobilityHref(mobility), label: mobility.title },
    },
    <Form locale={locale} action={mobilityHref(mobility, 'evidence/new')} errors={errors} upload guard>
      <EvidenceFields locale={locale} typed={typed} errors={errors} whom={whom} />
      <Acts>
        <Button icon="upload">{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

evidencePages.get('/evidence/:id', (c) =>
  onEvidence(c, async (act, { id, addedOn }) => {
    const file = await readEvidence(act, id)
    return file && answerFile(c, { ...file, name: `${evidenceWords(c.var.locale).fileName}-${addedOn}` })
  }),
)

/** The file goes for good, so that nobody does it by a slip of the hand. */
evidencePages.get('/evidence/:id/remove', (c) =>
  onEvidence(c, async (_, evidence, mobility) => {
    const { locale } = c.var
    const say = evidenceWords(locale)
    return page(
      c,
      {
        title: say.remove,
        lead: say.removeLead,
        over: mobility.title,
        width: 'narrow',
        back: { href: mobilityHref(mobility), label: mobility.title },
      },
      <div class="stack">
        <Card title={evidence.title}>
          <p class="sub">
            {[
              say.kinds[evidence.kind],
              `${say.types[evidence.type]}, ${fileSize(locale, evidence.size)}`,
              longDay(locale, evidence.addedOn),
            ].join(' · ')}
          </p>
        </Card>
        <PostButton action={evidenceHref(evidence, 'remove')}>{say.erase}</PostButton>
      </div>,
    )
  }),
)

evidencePages.post('/evidence/:id/remove', (c) =>
  onEvidence(c, async (act, { id }, mobility) => {
    if (!(await removeEvidence(act, id))) return null
    leaveNotice(c, evidenceWords(c.var.locale).removed)
    return c.redirect(mobilityHref(mobility), 303)
  }),
)
