import type { Child } from 'hono/jsx'

/** The frame of a drawing for some widths of screen; what it shows is said in words beside it. `shown`: `w-s`, `w-m`, `w-l`. */
export function ChartDrawing(props: { shown: string; width: number; height: number; children: Child }) {
  const { shown, width, height } = props
  return (
    <svg
      class={`${shown} mini`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      {props.children}
    </svg>
  )
}
