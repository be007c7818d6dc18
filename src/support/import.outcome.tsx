/** While an import is under way, and what came of it. */
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Confirmation } from '../platform/parts/outcome.tsx'
import { Progress } from '../platform/parts/progress.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { page, type PageContext } from '../platform/web.tsx'
import { wholeDay } from './when.words.ts'
import type { Import, ImportResult } from './import.store.ts'
import { importWords } from './import.words.ts'

export function runningPage(c: PageContext, { done, total }: Import) {
  const { locale } = c.var
  const say = importWords(locale).running
  return page(
    c,
    { title: say.title, lead: say.lead, width: 'narrow', refreshSeconds: 2 },
    <Card>
      <Progress locale={locale} label={say.label} done={total === 0 ? 0 : done / total}>
        {say.of(done, total)}
      </Progress>
    </Card>,
  )
}

export function donePage(c: PageContext, { id, hasRefused }: Import, result: ImportResult) {
  const { locale } = c.var
  const say = importWords(locale).done
  const stay = result.created - result.toColleagues
  const where = stay > 0 ? say.createdWhere : say.colleagues(result.toColleagues)
  const active = result.created - result.toBeAsked
  const out = result.doubtful + result.duplicates + result.known + result.leftOut
  const next = [
    ...(result.toBeAsked > 0 && result.talks
      ? [say.ask(result.toBeAsked, wholeDay(locale, result.talks.from), wholeDay(locale, result.talks.to))]
      : []),
    ...(active > 0 ? [say.active(active)] : []),
    ...(result.toColleagues > 0 && stay > 0 ? [say.colleagues(result.toColleagues)] : []),
  ]
  const counts = [
    { label: say.doubtful, value: result.doubtful },
    { label: say.duplicates, value: result.duplicates },
    { label: say.known, value: result.known },
    { label: say.leftOut, value: result.leftOut },
  ]
    .filter(({ value }) => value > 0)
    .map(({ label, value }) => `${label}: ${value}`)
  return page(
    c,
    { title: say.title, width: 'narrow' },
    <Confirmation
      locale={locale}
      title={result.created === 0 ? say.nobody : say.created(result.created)}
      what={result.created === 0 ? say.nobodyWhy : where}
      next={next}
    >
      {out > 0 && (
        <Card title={say.out(out)} lead={hasRefused ? say.outLead : undefined}>
          <p>{counts.join(' · ')}</p>
          {hasRefused && (
            <Acts>
              <ButtonLink href={`/import/${id}/refused.xlsx`} kind="line" icon="download" download>
                {say.download}
              </ButtonLink>
              <PostButton action={`/import/${id}/remove`} kind="line">
                {say.forget}
              </PostButton>
            </Acts>
          )}
        </Card>
      )}
      <Acts>
        <ButtonLink href="/day">{say.day}</ButtonLink>
        <ButtonLink href="/people" kind="line">
          {say.people}
        </ButtonLink>
        <ButtonLink href="/import" kind="line">
          {say.again}
        </ButtonLink>
      </Acts>
    </Confirmation>,
  )
}
