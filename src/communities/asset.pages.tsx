/** What a community has: the list by kind, adding, and saying that something is no more. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import { oneLine } from '../platform/letters.ts'
import { Button } from '../platform/parts/button.tsx'
import { Checkboxes, Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Group, Row } from '../platform/parts/group.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { communityHref, headOf, onTended } from './about-community.tsx'
import { assetPlacesOf } from './asset-place.store.ts'
import { assetPlaceWords } from './asset-place.words.ts'
import { addAsset, assetsOf, retireAsset } from './asset.store.ts'
import { assetKinds, capitals, type Asset } from './asset.ts'
import { assetWords } from './asset.words.ts'
import type { Community } from './community.ts'
import { listPlaces } from './place.store.ts'

export const assetPages = new Hono<PageEnv>()

type Typed = { kind: string; title: string; note: string; capitals: string[]; found: DateText }
type AssetErrors = Errors<'kind' | 'title' | 'note' | 'found'>

const fresh = (act: Acting): Typed => ({
  kind: '',
  title: '',
  note: '',
  capitals: [],
  found: dateText(act.today),
})

assetPages.get('/communities/:slug/assets', (c) =>
  onTended(c, async (act, community) => show(c, act, community, fresh(act), {})),
)

assetPages.post('/communities/:slug/assets', async (c) => {
  const form = await formOf(c)
  return onTended(c, async (act, community) => {
    const say = assetWords(c.var.locale).errors
    const found = readDate(form.values, 'found')
    const typed: Typed = {
      kind: form.text('kind'),
      title: oneLine(form.text('title')),
      note: form.text('note'),
      capitals: form.list('capitals'),
      found: found.text,
    }
    const kind = assetKinds.find((one) => one === typed.kind)
    const errors: AssetErrors = {}
    if (!kind) errors.kind = say.kind
    if ([...typed.title].length < 2 || [...typed.title].length > 120) errors.title = say.title
    if ([...typed.note].length > 1000) errors.note = say.note
    if (!found.day || isBefore(act.today, found.day)) errors.found = say.foundOn
    if (!kind || !found.day || Object.keys(errors).length > 0) {
      return show(c, act, community, typed, errors)
    }
    await addAsset(act, community.id, {
      kind,
      title: typed.title,
      note: typed.note,
      capitals: capitals.filter((one) => typed.capitals.includes(one)),
      foundOn: found.day,
    })
    leaveNotice(c, assetWords(c.var.locale).saved)
    return c.redirect(communityHref(community, 'assets'), 303)
  })
})

assetPages.post('/communities/:slug/assets/:id/retire', (c) =>
  onTended(c, async (act, community) => {
    const id = c.req.param('id')
    if (!(await assetsOf(act, community.id)).some((asset) => asset.id === id)) return null
    if (!(await retireAsset(act, community.id, id))) return null
    leaveNotice(c, assetWords(c.var.locale).retired)
    return c.redirect(communityHref(community, 'assets'), 303)
  }),
)

async function show(c: PageContext, act: Acting, community: Community, typed: Typed, errors: AssetErrors) {
  const { locale } = c.var
  const say = assetWords(locale)
  const wrong = Object.keys(errors).length > 0
  const assets = await assetsOf(act, community.id)
  const helping = await helpingOf(act, community)
  return page(
    c,
    { ...headOf(community, say.title, { lead: say.pageLead }), width: 'wide' },
    <Split aside={<AddForm locale={locale} community={community} typed={typed} errors={errors} />}>
      {assets.length === 0 ? (
        <Empty title={say.none} />
      ) : (
        assetKinds.map((kind) => (
          <AssetGroup
            locale={locale}
            community={community}
            kind={kind}
            assets={assets.filter((asset) => asset.kind === kind)}
            helping={helping}
          />
        ))
      )}
    </Split>,
    wrong ? 422 : 200,
  )
}

/** The titles of the places that an asset helps, by its id. */
async function helpingOf(act: Acting, community: Community): Promise<ReadonlyMap<string, string[]>> {
  const titles = new Map((await listPlaces(act, community.id)).map(({ id, title }) => [id, title]))
  const linked = Map.groupBy(await assetPlacesOf(act, community.id), ({ assetId }) => assetId)
  return new Map(
    [...linked].map(([assetId, places]) => [
      assetId,
      places.flatMap(({ placeId }) => titles.get(placeId) ?? []),
    ]),
  )
}

function AssetGroup(props: {
  locale: Locale
  community: Community
  kind: Asset['kind']
  assets: readonly Asset[]
  helping: ReadonlyMap<string, string[]>
}) {
  const { locale, community, kind, assets, helping } = props
  const say = assetWords(locale)
  if (assets.length === 0) return null
  const helps = ({ id }: Asset) => {
    const titles = helping.get(id) ?? []
    return titles.length > 0 ? assetPlaceWords(locale).helps(titles.join(', ')) : ''
  }
  return (
    <Group id={kind} title={say.kinds[kind]} count={assets.length}>
      {assets.map((asset) => (
        <Row
          who={asset.title}
          sub={
            <>
              {asset.capitals.map((one) => say.capitals[one]).join(', ')}
              {asset.capitals.length > 0 && ' · '}
              <a href={communityHref(community, `assets/${asset.id}`)}>
                {assetPlaceWords(locale).ask}
                <span class="unseen">: {asset.title}</span>
              </a>
            </>
          }
          action={{ label: say.retire, post: communityHref(community, `assets/${asset.id}/retire`) }}
        >
          {[asset.note, helps(asset), asset.help].filter(Boolean).join(' · ')}
        </Row>
      ))}
    </Group>
  )
}

function AddForm(props: { locale: Locale; community: Community; typed: Typed; errors: AssetErrors }) {
  const { locale, community, typed, errors } = props
  const say = assetWords(locale)
  return (
    <Card title={say.add}>
      <Form locale={locale} action={communityHref(community, 'assets')} errors={errors}>
        <Radios
          locale={locale}
          name="kind"
          label={say.kind}
          options={assetKinds.map((value) => ({ value, label: say.kinds[value] }))}
          value={typed.kind}
          error={errors.kind}
        />
        <TextField
          locale={locale}
          name="title"
          label={say.name}
          hint={say.nameHint}
          value={typed.title}
          error={errors.title}
          maxlength={120}
        />
        <TextArea
          locale={locale}
          name="note"
          label={say.note}
          value={typed.note}
          error={errors.note}
          rows={3}
          required={false}
        />
        <Checkboxes
          locale={locale}
          name="capitals"
          label={say.tags}
          layout="row"
          options={capitals.map((value) => ({ value, label: say.capitals[value] }))}
          values={typed.capitals}
          required={false}
        />
        <DateField
          locale={locale}
          name="found"
          label={say.foundOn}
          value={typed.found}
          error={errors.found}
        />
        <Button>{say.save}</Button>
      </Form>
    </Card>
  )
}
