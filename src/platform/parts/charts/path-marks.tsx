import type { PathCheckin, PathCheckup, PathEvent } from './path-input.ts'

/** The signs of the path's picture, the same in the picture and in its key. */

export function CheckupMark({ x, y, state }: { x: number; y: number; state: PathCheckup['state'] }) {
  if (state === 'heldInNeed')
    return (
      <g>
        <circle class="c-help" cx={x} cy={y} r={11.5} />
        <circle class="c-held" cx={x} cy={y} r={7} />
      </g>
    )
  if (state === 'ahead') return <circle class="c-ahead" cx={x} cy={y} r={7} />
  if (state === 'missed') return <circle class="c-missed" cx={x} cy={y} r={5.5} />
  return <circle class="c-held" cx={x} cy={y} r={7} />
}

export function CheckinMark({
  x,
  y,
  state,
  side,
}: {
  x: number
  y: number
  state: PathCheckin['state']
  side: number
}) {
  const inset = state === 'answered' ? 0 : 0.6
  const width = Math.max(1, side - 2 * inset)
  return (
    <rect
      class={state === 'answered' ? 'c-given' : state === 'missed' ? 'c-missed' : 'c-open'}
      x={x - width / 2}
      y={y - width / 2}
      width={width}
      height={width}
      rx={Math.min(1.5, side / 4)}
    />
  )
}

export function EventMark({ x, y, kind }: { x: number; y: number; kind: PathEvent['kind'] }) {
  if (kind === 'lapse') return <path class="c-lapse" d={`M${x} ${y - 8}l8 8-8 8-8-8Z`} />
  if (kind === 'contact') return <circle class="c-help" cx={x} cy={y} r={7} />
  return <path class="c-start" d={`M${x} ${y - 8}v16`} />
}
