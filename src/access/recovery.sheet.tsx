import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { page, type PageContext } from '../platform/web.tsx'
import { keyWords } from './key.words.ts'
import { shownRecoveryCode } from './recovery.ts'

/** The sheet of codes. It answers the form itself: nothing keeps them for a second look. */
export function recoverySheet(c: PageContext, codes: readonly string[], next: string) {
  const words = keyWords(c.var.locale)
  return page(
    c,
    { title: words.sheetTitle, lead: words.sheetLead, width: 'narrow' },
    <Card title={words.sheetList}>
      <ol class="codes">
        {codes.map((code) => (
          <li>
            <code>{shownRecoveryCode(code)}</code>
          </li>
        ))}
      </ol>
      <Acts>
        <ButtonLink href={next}>{words.sheetDone}</ButtonLink>
      </Acts>
    </Card>,
  )
}
