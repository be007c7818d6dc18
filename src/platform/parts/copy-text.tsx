import { Icon } from '../icons.tsx'
import type { Locale } from '../words.ts'
import { partWords } from './parts.words.ts'

/** Text to take along, such as a sign-in address. Without the script it can be selected by hand. */
export function CopyText({ locale, id, text }: { locale: Locale; id: string; text: string }) {
  const say = partWords(locale)
  return (
    <div class="copy">
      <code id={id} class="as-written">
        {text}
      </code>
      <button type="button" class="btn line" data-copy={id} data-done={say.copied} hidden>
        <Icon name="copy" />
        <span data-copied aria-live="polite">
          {say.copy}
        </span>
      </button>
    </div>
  )
}
