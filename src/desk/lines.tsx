import type { Child } from 'hono/jsx'

/** Short things under each other, where a list would be too much. */
export function Lines({ lines }: { lines: readonly Child[] }) {
  return (
    <>
      {lines.map((line, i) => (
        <>
          {i > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}
