/** What everybody may read before trusting us: privacy and accessibility. */
import { Hono } from 'hono'
import { Stack } from '../platform/parts/layout.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import { page, type PageEnv } from '../platform/web.tsx'
import { accessibilityWords } from './accessibility.words.ts'
import { privacyWords } from './privacy.words.ts'

export const aboutPages = new Hono<PageEnv>()

aboutPages.get('/privacy', (c) => {
  const words = privacyWords(c.var.locale)
  return page(
    c,
    { title: words.title, lead: words.lead, width: 'narrow' },
    <Stack>
      <Card title={words.kept}>
        <Ticks items={Object.values(words.keptItems).map((label) => ({ label }))} />
        <p>{words.never}</p>
      </Card>
      <Card title={words.seen}>
        <p>{words.seenText}</p>
      </Card>
      <Card title={words.end}>
        <p>{words.endText}</p>
      </Card>
      <Card title={words.basis}>
        <p>{words.basisText}</p>
        <p>{words.ask}</p>
      </Card>
      <Card title={words.log}>
        <p>{words.logText}</p>
      </Card>
    </Stack>,
  )
})

aboutPages.get('/accessibility', (c) => {
  const words = accessibilityWords(c.var.locale)
  return page(
    c,
    { title: words.title, lead: words.lead, width: 'narrow' },
    <Stack>
      <Card title={words.done}>
        <p>{words.doneText}</p>
      </Card>
      <Card title={words.open}>
        <p>{words.openText}</p>
      </Card>
      <p>{words.tell}</p>
    </Stack>,
  )
})
