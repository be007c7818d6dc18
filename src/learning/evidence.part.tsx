/** Evidence: its piece of the mobility's page. Nothing where there is nothing to see and nothing to add. */
import type { Acting } from '../platform/actor.ts'
import { fileSize } from '../platform/file.words.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Card, LinkList, Plain, Ticks } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { leads, mobilityHref } from './about-mobility.tsx'
import { namesOf } from './about-participation.ts'
import { evidenceOf } from './evidence.store.ts'
import { evidenceKinds, packageOf, type Evidence } from './evidence.ts'
import { evidenceWords } from './evidence.words.ts'
import type { Mobility } from './mobility.ts'
import { participationsOf } from './participation.store.ts'

export const evidenceHref = ({ id }: Pick<Evidence, 'id'>, place = '') =>
  `/evidence/${id}${place && `/${place}`}`

export async function evidencePart(act: Acting, locale: Locale, mobility: Mobility) {
  const all = await evidenceOf(act, { mobilityId: mobility.id })
  if (all.length === 0 && !leads(act)) return null
  const say = evidenceWords(locale)
  const names = await namesOf(act, await participationsOf(act, mobility.id))
  return (
    <Card title={say.title} id="evidence">
      {all.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <EvidenceTable locale={locale} all={all} names={names} removes={leads(act)} />
      )}
      {leads(act) && (
        <Acts>
          <ButtonLink href={mobilityHref(mobility, 'evidence/new')} kind="line" icon="plus">
            {say.add}
          </ButtonLink>
        </Acts>
      )}
    </Card>
  )
}

function EvidenceTable(props: {
  locale: Locale
  all: readonly Evidence[]
  /** By participation. */
  names: ReadonlyMap<string, string>
  removes: boolean
}) {
  const { locale, all, names, removes } = props
  const say = evidenceWords(locale)
  return (
    <Table
      locale={locale}
      caption={say.title}
      captionHidden
      // As one goes through them: what was agreed, what was done, what came of it.
      rows={all.toSorted((a, b) => evidenceKinds.indexOf(a.kind) - evidenceKinds.indexOf(b.kind))}
      columns={[
        {
          key: 'title',
          label: say.titleShort,
          rowHeader: true,
          full: true,
          cell: (one) => (
            <>
              <a href={evidenceHref(one)}>{one.title}</a>
              <small>
                {[
                  say.kinds[one.kind],
                  ...(one.participationId === null ? [] : [names.get(one.participationId) ?? '']),
                ].join(', ')}
              </small>
            </>
          ),
        },
        {
          key: 'size',
          label: say.size,
          cell: ({ type, size }) => `${say.types[type]}, ${fileSize(locale, size)}`,
        },
        { key: 'day', label: say.day, cell: ({ addedOn }) => numericDay(locale, addedOn) },
        ...(removes
          ? [
              {
                key: 'remove',
                label: say.remove,
                labelHidden: true,
                cell: (one: Evidence) => (
                  <a href={evidenceHref(one, 'remove')}>
                    {say.removeShort}
                    <span class="unseen">: {one.title}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Of one participation, for whoever reads that; nothing where there is none. */
export function EvidenceList({ locale, all }: { locale: Locale; all: readonly Evidence[] }) {
  if (all.length === 0) return null
  const say = evidenceWords(locale)
  return (
    <Plain title={say.title} id="evidence">
      <LinkList
        items={all.map((one) => ({
          href: evidenceHref(one),
          label: `${one.title} (${say.types[one.type]}, ${fileSize(locale, one.size)})`,
        }))}
      />
    </Plain>
  )
}

/** What a funder usually asks for, for whoever gathers it. */
export async function packagePart(act: Acting, locale: Locale, mobility: Mobility) {
  if (!leads(act)) return null
  const pieces = packageOf(
    mobility,
    await participationsOf(act, mobility.id),
    await evidenceOf(act, { mobilityId: mobility.id }),
  )
  if (pieces.length === 0) return null
  const say = evidenceWords(locale)
  return (
    <Plain title={say.package}>
      <Ticks
        items={pieces.map(({ kind, there, of }) => ({
          label: of === 1 ? say.kinds[kind] : say.pieces(say.kinds[kind], there, of),
          open: there < of,
        }))}
      />
    </Plain>
  )
}
