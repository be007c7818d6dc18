import type { Child } from 'hono/jsx'

/**
 * The one next step of a person, under a small landscape with the way so far.
 *
 * `human`: somebody will be there (calls, visits, meets); then the way leads to a honey light, else to a ring ahead.
 */
export function NextStep(props: {
  /** Such as "Järgmine samm". */
  over: string
  title: string
  human: boolean
  children?: Child
  actions?: Child | undefined
}) {
  return (
    <section class="card next-step" aria-label={props.over}>
      <svg
        class="scene"
        viewBox="0 0 720 88"
        preserveAspectRatio="xMaxYMid slice"
        aria-hidden="true"
        focusable="false"
      >
        <path class="scene-far" d="M0 62C120 46 250 60 380 54S600 28 720 22V88H0Z" />
        <path class="scene-near" d="M0 82C140 72 300 80 440 72S640 66 720 54V88H0Z" />
        <path class="scene-way" d="M-10 60C90 44 240 52 380 38C450 32 470 46 530 42C570 38 590 26 640 20" />
        {[
          [406, 36.4],
          [446, 38.4],
          [486, 42.4],
          [524, 42.3],
          [566, 36.6],
        ].map(([cx, cy]) => (
          <circle class="c-held" cx={cx} cy={cy} r="6" />
        ))}
        <circle class={props.human ? 'c-help' : 'c-ahead'} cx="640" cy="20" r={props.human ? 10 : 7} />
      </svg>
      <div>
        <p class="over">{props.over}</p>
        <h2>{props.title}</h2>
        {props.children}
        {props.actions && <div class="acts">{props.actions}</div>}
      </div>
    </section>
  )
}
