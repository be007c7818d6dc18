import type { Child } from 'hono/jsx'
import { Icon, type IconName } from '../icons.tsx'

/** `act` is the one filled button of a page; `soft` says yes to something small; `calm` stands in rows; `line` is neutral. */
export type ButtonKind = 'act' | 'soft' | 'calm' | 'line'

export type ButtonLook = {
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  /** As wide as its surroundings. */
  wide?: boolean | undefined
  /** Added for screen readers only, so that "Helista" in ten rows is ten different names. */
  about?: string | undefined
}

export function buttonClass({ kind = 'act', wide }: ButtonLook): string {
  return ['btn', kind === 'act' ? '' : kind, wide ? 'wide' : ''].filter(Boolean).join(' ')
}

export function ButtonFace({ icon, about, children }: ButtonLook & { children?: Child }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {about && <span class="unseen">: {about}</span>}
    </>
  )
}

/** Sends the form it stands in. With `name` and `value` one form can have several. */
export function Button(
  props: ButtonLook & {
    children: Child
    name?: string | undefined
    value?: string | undefined
    form?: string | undefined
    /** Sends the form elsewhere than its `action`. */
    formaction?: string | undefined
  },
) {
  return (
    <button
      type="submit"
      class={buttonClass(props)}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
    >
      <ButtonFace {...props} />
    </button>
  )
}

/** A link that looks like a button: it goes somewhere (also `tel:`), it changes nothing. */
export function ButtonLink(
  props: ButtonLook & { href: string; children: Child; download?: boolean | undefined },
) {
  return (
    <a class={buttonClass(props)} href={props.href} download={props.download ? '' : undefined}>
      <ButtonFace {...props} />
    </a>
  )
}

/** One button that posts by itself, with hidden fields. */
export function PostButton(
  props: ButtonLook & { action: string; children: Child; fields?: Record<string, string> | undefined },
) {
  return (
    <form method="post" action={props.action} class="post">
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={buttonClass(props)}>
        <ButtonFace {...props} />
      </button>
    </form>
  )
}

/** Buttons and links that belong together, in a line that wraps. */
export function Acts({ children }: { children: Child }) {
  return <div class="acts">{children}</div>
}
