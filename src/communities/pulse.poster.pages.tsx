/** The poster of a pulse, to be printed and hung up: what is asked, a square, an address and a code. */
import { Hono } from 'hono'
import { QrCode } from '../platform/parts/qr.tsx'
import { Note } from '../platform/parts/surface.tsx'
import { page, type PageEnv } from '../platform/web.tsx'
import { shownLetterCode } from '../platform/letter-code.ts'
import { headOf, onTended } from './about-community.tsx'
import { untilWords } from './place-schedule.words.ts'
import { pulsePath, repeatedPulseCode } from './pulse.code.ts'
import { thePulse } from './pulse.pages.tsx'
import { pulseName } from './pulse.part.tsx'
import { pulsePosterWords } from './pulse.poster.words.ts'
import { pulseWords } from './pulse.words.ts'

export const pulsePosterPages = new Hono<PageEnv>()

pulsePosterPages.get('/communities/:slug/pulse/:id/poster', (c) =>
  onTended(c, async (act, community) => {
    const pulse = await thePulse(c, act, community)
    if (!pulse || pulse.closedOn) return null
    const { locale, ground } = c.var
    const say = pulseWords(locale)
    const poster = pulsePosterWords(locale)
    const code = repeatedPulseCode(act.keys, pulse)
    const { url } = ground.config
    return page(
      c,
      headOf(community, say.posterTitle, {
        from: { place: `pulse/${pulse.id}`, label: pulseName(locale, pulse) },
      }),
      <>
        <div class="sheet">
          <Note>{say.posterPrint}</Note>
        </div>
        <section class="poster" aria-label={say.posterTitle}>
          <h2>{poster.title}</h2>
          <p>{poster.lead(pulse.about, untilWords(locale, pulse.untilOn, act.today))}</p>
          <QrCode text={url + pulsePath(code)} label={poster.qr} size={320} />
          <p>{poster.how}</p>
          <p>
            <b>{url.replace(/^https?:\/\//, '')}/pulse</b>
          </p>
          <p>
            {poster.code} <code>{shownLetterCode(code)}</code>
          </p>
          <p>{poster.promise}</p>
        </section>
      </>,
    )
  }),
)
