/** An address that signs in once. Looking changes nothing: mail scanners and previews open every address they see. */
import { Hono } from 'hono'
import { Acts, PostButton } from '../platform/parts/button.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { homeOf, message, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { isStaffRole } from './account.ts'
import { atDoor } from './door.ts'
import { readLink, useLink } from './link.store.ts'
import { linkWords } from './link.words.ts'
import { canSignIn } from './sign-in.ts'
import { signInWords } from './sign-in.words.ts'
import { beginSession } from './visitor.ts'

export const linkPages = new Hono<PageEnv>()

linkPages.get('/link/:token', async (c) => {
  const { ground, locale } = c.var
  const words = linkWords(locale)
  if (!canSignIn(ground.config.url)) {
    return message(c, 403, signInWords(locale).unsafe, signInWords(locale).unsafeLead)
  }
  const token = c.req.param('token')
  const link = await atDoor(ground, (door) => readLink(door, token))
  if (!link) return over(c)
  return page(
    c,
    { title: words.title, lead: words.lead(link.organisation), width: 'narrow', audience: 'public' },
    <Card>
      <p>{words.once}</p>
      <Acts>
        <PostButton action={`/link/${token}`}>{words.enter}</PostButton>
      </Acts>
    </Card>,
  )
})

linkPages.post('/link/:token', async (c) => {
  const { ground } = c.var
  if (!canSignIn(ground.config.url)) return over(c)
  const begun = await atDoor(ground, async (door) => {
    const link = await useLink(door, c.req.param('token'))
    if (!link) return null
    return beginSession(c, door, {
      accountId: link.accountId,
      way: 'link',
      strong: link.invented,
      role: link.role,
    })
  })
  if (!begun) return over(c)
  const home = homeOf(begun.role)
  if (!isStaffRole(begun.role) || begun.strong) return c.redirect(home, 303)
  return c.redirect(`/account/second-step?next=${encodeURIComponent(home)}`, 303)
})

function over(c: PageContext) {
  const words = linkWords(c.var.locale)
  return message(c, 404, words.over, words.overLead)
}
