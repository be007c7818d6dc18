/** The sheet of recovery codes: its page is opened by a redirect from the form that made them, and shows them once. */
import { Hono } from 'hono'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { atDoor } from './door.ts'
import { proofOf } from './factor.store.ts'
import { keyWords } from './key.words.ts'
import { ownPath } from './own-path.ts'
import { shownRecoveryCode } from './recovery.ts'
import { keepOnce, takeOnce, type ShownOnce } from './shown-once.ts'
import { visitorIn } from './visitor.ts'

const sheet: ShownOnce = {
  name: '__Secure-tugevus-codes',
  path: '/account/recovery-codes',
  place: 'access.recovery_code/made',
}

/** Leads to the sheet, and from there to `next`. */
export function toRecoverySheet(c: PageContext, codes: readonly string[], next: string): Response {
  keepOnce(c, sheet, codes.join(' '))
  return c.redirect(`${sheet.path}?next=${encodeURIComponent(next)}`, 303)
}

export const recoverySheetPages = new Hono<PageEnv>()

recoverySheetPages.get('/account/recovery-codes', async (c) => {
  const words = keyWords(c.var.locale)
  const next = ownPath(c.req.query('next')) ?? '/account'
  const codes = takeOnce(c, sheet)
  if (codes === null) {
    const proof = await atDoor(c.var.ground, (door) => proofOf(door, visitorIn(c)))
    if (proof && proof.factors.recoveryCodes > 0) leaveNotice(c, words.sheetOnce)
    return c.redirect('/account', 303)
  }
  return page(
    c,
    { title: words.sheetTitle, lead: words.sheetLead, width: 'narrow' },
    <Card title={words.sheetList}>
      <ol class="codes">
        {codes.split(' ').map((code) => (
          <li>
            <code>{shownRecoveryCode(code)}</code>
          </li>
        ))}
      </ol>
      <Acts>
        <ButtonLink href={next}>{words.sheetDone}</ButtonLink>
      </Acts>
    </Card>,
  )
})
