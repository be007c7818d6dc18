import { encode } from 'uqr'

/** Dark squares on white in any colour scheme: cameras read nothing else. */
export function QrCode({
  text,
  label,
  size = 240,
}: {
  text: string
  label: string
  size?: number | undefined
}) {
  const { size: squares, data } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${squares} ${squares}`}
      width={size}
      height={size}
      role="img"
      aria-label={label}
    >
      <rect width={squares} height={squares} fill="#fff" />
      <path d={dark} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
