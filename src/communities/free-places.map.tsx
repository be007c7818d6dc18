/** Estonia as one tile for each county, with the number of its free places; each tile leads to the list of its county. */
import { counties } from '../platform/municipalities.ts'
import type { Locale } from '../platform/words.ts'
import { freePlacesWords } from './free-places.words.ts'

/** By EHAK code: half tiles from the west, rows from the north, and the name in as many lines as it needs. */
const tiles: Record<string, { column: number; row: number; name: [string] | [string, string] }> = {
  '0037': { column: 7, row: 0, name: ['Harju'] },
  '0060': { column: 9, row: 0, name: ['Lääne-', 'Viru'] },
  '0045': { column: 11, row: 0, name: ['Ida-', 'Viru'] },
  '0039': { column: 0, row: 1, name: ['Hiiu'] },
  '0056': { column: 4, row: 1, name: ['Lääne'] },
  '0071': { column: 6, row: 1, name: ['Rapla'] },
  '0052': { column: 8, row: 1, name: ['Järva'] },
  '0050': { column: 10, row: 1, name: ['Jõgeva'] },
  '0074': { column: 1, row: 2, name: ['Saare'] },
  '0068': { column: 5, row: 2, name: ['Pärnu'] },
  '0084': { column: 7, row: 2, name: ['Viljandi'] },
  '0079': { column: 9, row: 2, name: ['Tartu'] },
  '0081': { column: 8, row: 3, name: ['Valga'] },
  '0064': { column: 10, row: 3, name: ['Põlva'] },
  '0087': { column: 9, row: 4, name: ['Võru'] },
}

const radius = 30
const halfWidth = radius * Math.cos(Math.PI / 6)
/** Between two tiles. */
const gap = 1.5
const margin = 3

const corners = Array.from({ length: 6 }, (_, corner) => {
  const angle = (Math.PI / 3) * corner - Math.PI / 2
  return `${(radius * Math.cos(angle)).toFixed(1)},${(radius * Math.sin(angle)).toFixed(1)}`
}).join(' ')

const centreOf = ({ column, row }: { column: number; row: number }) => ({
  x: margin + halfWidth + column * (halfWidth + gap),
  y: margin + radius + row * (radius * 1.5 + gap * 1.7),
})

const farthest = Object.values(tiles).map(centreOf)
const width = Math.ceil(Math.max(...farthest.map(({ x }) => x)) + halfWidth + margin)
const height = Math.ceil(Math.max(...farthest.map(({ y }) => y)) + radius + margin)

export function CountyMap(props: {
  locale: Locale
  /** Free places by county. */
  counts: ReadonlyMap<string, number>
  /** Counties where some community is. */
  known: ReadonlySet<string>
  chosen: string
  href: (county: string) => string
}) {
  const { locale, counts, known, chosen, href } = props
  const say = freePlacesWords(locale).map
  const most = Math.max(1, ...counts.values())
  // The chosen one last: its edge lies over its neighbours.
  const order = counties.toSorted((a, b) => Number(a.code === chosen) - Number(b.code === chosen))
  return (
    <nav class="county-map" aria-label={say.label}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        {order.map(({ code, name }) => {
          const tile = tiles[code]
          if (!tile) return null
          const count = counts.get(code) ?? 0
          if (!known.has(code)) {
            return (
              <g role="img" aria-label={say.noCommunity(name)} class="tile none">
                <Face tile={tile} count="–" />
              </g>
            )
          }
          return (
            <a
              href={href(code)}
              aria-current={code === chosen ? 'true' : undefined}
              class={`tile shade-${count === 0 ? 0 : Math.ceil((count / most) * 3)}`}
            >
              <title>{say.tile(name, count)}</title>
              <Face tile={tile} count={String(count)} />
            </a>
          )
        })}
      </svg>
      <p class="hint">{say.hint}</p>
    </nav>
  )
}

function Face({ tile, count }: { tile: (typeof tiles)[string]; count: string }) {
  const { x, y } = centreOf(tile)
  const [first, second] = tile.name
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <polygon points={corners} />
      <text y={second ? -11 : -5}>{first}</text>
      {second && <text y="0">{second}</text>}
      <text class="tile-count" y={second ? 16 : 14}>
        {count}
      </text>
    </g>
  )
}
