/** Texts made of what is written down, in the words the funder's tool asks for: to copy there. */
import { Hono } from 'hono'
import { CopyText } from '../platform/parts/copy-text.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { page, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { daysText, mobilityHref, onMobility, periodOf, whereIs } from './about-mobility.tsx'
import { namesOf, ofGroup, ofOne } from './about-participation.ts'
import type { Mobility } from './mobility.ts'
import { mobilityWords } from './mobility.words.ts'
import { outcomesOf, participationsOf } from './participation.store.ts'
import type { Outcome, Participation } from './participation.ts'
import { participationWords } from './participation.words.ts'

export const textPages = new Hono<PageEnv>()

type Text = { name: string; text: string }

const lines = (texts: readonly string[]) => texts.map((text) => `– ${text}`).join('\n')

function factsText(locale: Locale, mobility: Mobility): string {
  return [
    mobilityWords(locale).kinds[mobility.kind],
    `${mobility.host}, ${whereIs(locale, mobility)}`,
    periodOf(locale, mobility),
    daysText(locale, mobility),
  ].join('\n')
}

/** What is not written down yet has no text. */
export function textsOf(
  locale: Locale,
  participation: Pick<Participation, 'how' | 'responsible' | 'complement'>,
  outcomes: readonly Outcome[],
): Text[] {
  const say = participationWords(locale)
  const reached = outcomes.flatMap(({ reached, text, note }) => {
    const known = reached === 'yes' ? [text] : reached === 'partly' ? [say.partly(text)] : []
    return known.map((one) => (note === '' ? one : `${one} – ${note}`))
  })
  return [
    { name: say.blocks.outcomes, text: lines(outcomes.map(({ text }) => text)) },
    { name: say.blocks.how, text: participation.how },
    { name: say.blocks.responsible, text: participation.responsible },
    { name: say.blocks.done, text: participation.complement },
    { name: say.blocks.reached, text: lines(reached) },
  ].filter(({ text }) => text !== '')
}

/** A group's learning programme is its outcomes; how each learns is agreed with each. */
const nothingWritten = { how: '', responsible: '', complement: '' }

textPages.get('/mobilities/:id/texts', (c) =>
  onMobility(c, async (act, mobility) => {
    const { locale } = c.var
    const say = participationWords(locale)
    const participations = await participationsOf(act, mobility.id)
    const names = await namesOf(act, participations)
    const cards: { title: string; texts: Text[] }[] = [
      {
        title: say.blocks.facts,
        texts: [
          { name: mobility.title, text: factsText(locale, mobility) },
          ...(mobility.purpose === ''
            ? []
            : [{ name: mobilityWords(locale).purpose, text: mobility.purpose }]),
        ],
      },
    ]
    const ofAll = textsOf(locale, nothingWritten, await outcomesOf(act, ofGroup(mobility)))
    if (ofAll.length > 0) cards.push({ title: say.programme, texts: ofAll })
    for (const participation of participations) {
      const texts = textsOf(locale, participation, await outcomesOf(act, ofOne(participation)))
      if (texts.length > 0) cards.push({ title: names.get(participation.id) ?? '', texts })
    }
    return page(
      c,
      {
        title: say.texts,
        over: mobility.title,
        lead: `${say.textsLead} ${say.certificate}`,
        width: 'narrow',
        back: { href: mobilityHref(mobility), label: mobility.title },
      },
      <div class="stack">
        {cards.map(({ title, texts }, card) => (
          <Card title={title}>
            {texts.map(({ name, text }, place) => (
              <>
                <h3>{name}</h3>
                <CopyText locale={locale} id={`text-${card}-${place}`} text={text} />
              </>
            ))}
          </Card>
        ))}
        {cards.length === 1 && <Empty title={say.textsNone} />}
      </div>,
    )
  }),
)
