/** The front page: what Tugevus is, and help at once for whoever needs it. */
import { Hono } from 'hono'
import { helpLines } from '../platform/help-lines.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { HelpList, Lamp } from '../platform/parts/help.tsx'
import { Columns, Stack } from '../platform/parts/layout.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { homeOf, page, type PageEnv } from '../platform/web.tsx'
import { frontWords } from './front.words.ts'
import { ServiceModel } from './service-model.tsx'

export const frontPages = new Hono<PageEnv>()

frontPages.get('/', (c) => {
  const { locale, visitor } = c.var
  if (visitor) return c.redirect(homeOf(visitor.role), 303)
  const words = frontWords(locale)
  return page(
    c,
    {
      title: words.title,
      heading: words.hero,
      lead: words.lead,
      hero: true,
      audience: 'public',
      actions: (
        <Lamp title={words.helpNow} id="abi">
          <HelpList contacts={helpLines(locale)} />
        </Lamp>
      ),
    },
    <Stack>
      <Acts>
        <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
        <a href="#how">{words.how}</a>
      </Acts>
      <section id="how">
        <h2>{words.model.title}</h2>
        <ServiceModel words={words.model} />
      </section>
      <Columns count={3}>
        <Card title={words.forYou}>
          <p>{words.forYouText}</p>
        </Card>
        <Card title={words.forStaff}>
          <p>{words.forStaffText}</p>
        </Card>
        <Card title={words.forPartner}>
          <p>{words.forPartnerText}</p>
          <p>
            <a href="/communities">{words.communities}</a>
          </p>
          <p>
            <a href="/methods">{words.methods}</a>
          </p>
        </Card>
      </Columns>
      <section class="about">
        <h2>{words.project}</h2>
        <p>{words.projectText}</p>
        <p class="num">2024-1-EE01-KA122-ADU-000233253</p>
      </section>
    </Stack>,
  )
})
