/** Of what the invented saw elsewhere: what one of them has begun to write down and not finished, and pictures, drawn and not taken. */
import { addDraft } from '../learning/draft.store.ts'
import { mobilitiesOf, observationsOf } from '../learning/mobility.store.ts'
import { addPhotos } from '../learning/photo.store.ts'
import type { Acting } from '../platform/actor.ts'

export async function inventDraft(act: Acting, project: string): Promise<void> {
  const [first] = await mobilitiesOf(act, project)
  if (!first) throw new Error('nobody went anywhere')
  await addDraft(act, first.id, {
    seenOn: first.endsOn,
    seenAt: '',
    what: 'Lahkumise õhtu: kes ära läheb, annab võtme ise järgmisele. Küsida üle, kas see on kokku lepitud',
    thought: '',
  })
}

/** The first things that were seen have a picture each. */
export async function inventPhotos(act: Acting, project: string): Promise<void> {
  const [first] = await mobilitiesOf(act, project)
  const seen = first ? await observationsOf(act, { mobilityId: first.id }) : []
  for (const [place, { alt, svg }] of drawings.entries()) {
    const observation = seen[place]
    if (!observation) continue
    const bytes = await drawn(svg)
    await addPhotos(act, observation.id, { pictures: [{ bytes, width: 1200, height: 900 }], alt })
  }
}

/** As JPEG. Uploads may be no SVG, and sharp is told so once for all: here it is our own. */
async function drawn(svg: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const reader = { operation: ['VipsForeignLoadSvgBuffer'] }
  sharp.unblock(reader)
  try {
    return await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
  } finally {
    sharp.block(reader)
  }
}

const scene = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 400 300">${body}</svg>`

const chair = (x: number, y: number, back: number) =>
  `<g fill="#b98a5a"><rect x="${x}" y="${y}" width="34" height="7" rx="2"/><rect x="${x + (back > 0 ? 28 : 0)}" y="${y - 34}" width="6" height="38" rx="3"/><rect x="${x + 2}" y="${y + 6}" width="4" height="32"/><rect x="${x + 28}" y="${y + 6}" width="4" height="32"/></g>`

const cup = (x: number, colour: string) =>
  `<path d="M${x} 166h14v10a5 5 0 0 1-5 5h-4a5 5 0 0 1-5-5z" fill="${colour}"/><path d="M${x + 14} 169h4v6h-4" fill="none" stroke="${colour}" stroke-width="2"/>`

const bed = (x: number, y: number, colour: string) =>
  `<rect x="${x}" y="${y}" width="96" height="34" rx="4" fill="#7a5a43"/>` +
  Array.from(
    { length: 6 },
    (_, number) => `<circle cx="${x + 12 + number * 14.5}" cy="${y + 12}" r="8" fill="${colour}"/>`,
  ).join('')

const drawings = [
  {
    alt: 'Joonistus: pikk laud toolidega, laual kohvikann ja tassid, uks on lahti',
    svg: scene(
      `<rect width="400" height="300" fill="#efe6d5"/><rect y="222" width="400" height="78" fill="#d9c7a6"/>
      <rect x="28" y="62" width="78" height="160" fill="#a9c2b4"/><path d="M106 62l34 18v150l-34-8z" fill="#5c7f6d"/><circle cx="132" cy="156" r="3" fill="#f4c95d"/>
      <rect x="228" y="48" width="112" height="78" fill="#cfe3ea"/><path d="M284 48v78M228 87h112" stroke="#fff" stroke-width="4"/>
      ${chair(158, 208, -1)}${chair(338, 208, 1)}
      <rect x="172" y="180" width="192" height="10" rx="3" fill="#8a6242"/><rect x="184" y="190" width="8" height="58" fill="#74502f"/><rect x="344" y="190" width="8" height="58" fill="#74502f"/>
      ${chair(214, 226, -1)}${chair(288, 226, 1)}
      <path d="M256 148h22l4 32h-30z" fill="#3f5f70"/><path d="M278 154h9v14h-7" fill="none" stroke="#3f5f70" stroke-width="4"/>
      ${cup(204, '#c4573f')}${cup(228, '#fff')}${cup(304, '#f4c95d')}`,
    ),
  },
  {
    alt: 'Joonistus: aed nelja peenraga, kastekann ja pink seina ääres',
    svg: scene(
      `<rect width="400" height="300" fill="#d5e6ec"/><rect y="128" width="400" height="172" fill="#a7c08a"/>
      <rect x="250" y="56" width="150" height="84" fill="#e4d3b5"/><path d="M238 60l80-34 90 34z" fill="#9a5b48"/><rect x="286" y="80" width="34" height="30" fill="#cfe3ea"/>
      <circle cx="70" cy="56" r="22" fill="#f4c95d"/>
      <rect x="262" y="146" width="86" height="8" rx="2" fill="#8a6242"/><rect x="268" y="154" width="6" height="18" fill="#74502f"/><rect x="336" y="154" width="6" height="18" fill="#74502f"/>
      ${bed(34, 176, '#5f8f4e')}${bed(150, 176, '#c4573f')}${bed(20, 236, '#e8b04a')}${bed(144, 236, '#6f8f5a')}
      <path d="M282 222h34v32h-34z" fill="#4f7f92"/><path d="M316 232l26-14" stroke="#4f7f92" stroke-width="6"/><path d="M282 228h-12v18h12" fill="none" stroke="#4f7f92" stroke-width="4"/>`,
    ),
  },
]
