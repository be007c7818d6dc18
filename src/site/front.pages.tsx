/** The front page: what Tugevus is, and help at once for whoever needs it. */
import { Hono } from 'hono'
import { helpLines } from '../platform/help-lines.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { HelpList, Lamp } from '../platform/parts/help.tsx'
import { Columns, Split, Stack } from '../platform/parts/layout.tsx'
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
    { title: words.title, heading: words.hero, lead: words.lead, audience: 'public' },
    <Stack>
      <Split
        kind="even"
        aside={
          <Lamp title={words.helpNow} id="abi">
            <HelpList contacts={helpLines(locale)} />
          </Lamp>
        }
      >
        <p class="acts">
          <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
        </p>
      </Split>
      <section>
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
        </Card>
      </Columns>
      <section>
        <h2>{words.project}</h2>
        <p>{words.projectText}</p>
        <p class="num">2024-1-EE01-KA122-ADU-000233253</p>
      </section>
    </Stack>,
  )
})
