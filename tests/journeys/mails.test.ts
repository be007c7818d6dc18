/** Mails as their readers see them: on a phone and on a wide screen, light and dark, in every language. */
import { describe, expect, test } from 'vitest'
import { invitation } from '../../src/access/notice.store.ts'
import { written } from '../../src/platform/mail.layout.tsx'
import { newsMail } from '../../src/learning/training.news.ts'
import type { TrainingSession } from '../../src/learning/training.ts'
import { day, Temporal } from '../../src/platform/day.ts'
import { fullLocales } from '../../src/platform/words.ts'
import { signInWords } from '../../src/access/sign-in.words.ts'
import { waitingOrder } from '../../src/tasks/digest.ts'
import { digestMail, urgentMail } from '../../src/tasks/telling.ts'
import { testBrowser } from '../setup/browser.ts'
import { lookAt, overflow, spilling } from '../setup/look.ts'

const place = { url: 'https://tugevus.example.ee', timeZone: 'Europe/Tallinn' }
const session: TrainingSession = {
  id: crypto.randomUUID(),
  trainingId: crypto.randomUUID(),
  onDay: day('2026-12-14'),
  fromTime: '10:00',
  untilTime: '13:30',
  place: 'Kuusiku külamaja',
  seats: 2,
  state: 'planned',
}
const counts = new Map(waitingOrder.map((what, n) => [what, n + 1]))

describe.each(fullLocales)('mails in %s', (locale) => {
  const say = signInWords(locale)
  test.each([
    [
      'code',
      written(locale, {
        subject: say.mailSubject,
        blocks: [{ label: say.mailCode, code: '1234 5678' }, say.mailWhere, say.mailNotYou],
      }),
    ],
    [
      'invitation',
      invitation(locale, { organisation: 'MTÜ Kogukonna Maja', url: place.url, token: 'x'.repeat(43) }),
    ],
    ['training-cancelled', newsMail(locale, 'cancelled', session, place.url)],
    ['training-moved-up', newsMail(locale, 'moved-up', session, place.url)],
    ['digest', digestMail(locale, { counts, forOthers: true }, place)],
    [
      'urgent',
      urgentMail(
        locale,
        { what: 'soon', instead: true, dueAt: Temporal.Instant.from('2026-11-24T12:40:00Z') },
        place,
      ),
    ],
  ])('%s', async (name, { html }) => {
    const browser = await testBrowser()
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    try {
      await page.setContent(html)
      await lookAt(page, `mails/${name}-${locale}`)
      await page.setViewportSize({ width: 320, height: 640 })
      expect([await overflow(page), await spilling(page)]).toEqual([0, []])
    } finally {
      await page.close()
    }
  })
})
