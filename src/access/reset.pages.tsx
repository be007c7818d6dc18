/** Taking the keys of a colleague away who has lost them. */
import { Hono } from 'hono'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { actorOf, formOf, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { resetKeys, type Staff } from './admin.store.ts'
import { adminWords } from './admin.words.ts'
import { administer, staffIn } from './colleague.pages.tsx'
import { atDoor } from './door.ts'
import { proofOf } from './factor.store.ts'
import { secondStepTo } from './second-step.pages.tsx'
import { mayChangeKeys } from './second-step.ts'
import { visitorIn } from './visitor.ts'

export const resetPages = new Hono<PageEnv>()

resetPages.get('/admin/accounts/:id/reset', async (c) => {
  const staff = await staffIn(c)
  if (!staff || staff.id === visitorIn(c).accountId) return notFound(c)
  if (!(await isFreshAdmin(c))) return c.redirect(secondStepTo(`/admin/accounts/${staff.id}/reset`), 303)
  return resetPage(c, staff, '', {})
})

/** Taking somebody's keys away needs the administrator's own, shown within ten minutes. */
async function isFreshAdmin(c: PageContext): Promise<boolean> {
  return atDoor(c.var.ground, async (door) => {
    const proof = await proofOf(door, visitorIn(c))
    return proof !== null && mayChangeKeys(proof, door.now)
  })
}

function resetPage(c: PageContext, staff: Staff, reason: string, errors: Errors<'reason'>) {
  const { locale } = c.var
  const words = adminWords(locale)
  const base = `/admin/accounts/${staff.id}`
  return page(
    c,
    {
      title: words.resetTitle,
      over: staff.name,
      lead: words.resetLead,
      width: 'narrow',
      back: { href: base, label: words.staff },
    },
    <Card>
      <Form locale={locale} action={`${base}/reset`} errors={errors}>
        <TextArea
          locale={locale}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          error={errors.reason}
          rows={3}
          maxlength={200}
          required
        />
        <Acts>
          <Button>{words.resetDo}</Button>
        </Acts>
      </Form>
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

resetPages.post('/admin/accounts/:id/reset', async (c) => {
  const staff = await staffIn(c)
  if (!staff || staff.id === visitorIn(c).accountId) return notFound(c)
  const words = adminWords(c.var.locale)
  const reason = (await formOf(c)).text('reason').slice(0, 200)
  if (!(await isFreshAdmin(c))) return c.redirect(secondStepTo(`/admin/accounts/${staff.id}/reset`), 303)
  if (reason.length < 3) return resetPage(c, staff, reason, { reason: words.needReason })
  return administer(c, (door, id) => resetKeys(door, actorOf(c), id, reason), words.resetDone)
})
