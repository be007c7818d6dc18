/** Whom one asset could help: a place of the community, or somebody for whom there is no place yet. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { oneLine } from '../platform/letters.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Checkboxes } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { communityHref, headOf, onTended } from './about-community.tsx'
import { assetPlacesOf, sayWhomItHelps } from './asset-place.store.ts'
import { assetPlaceWords } from './asset-place.words.ts'
import { assetsOf } from './asset.store.ts'
import type { Asset } from './asset.ts'
import { assetWords } from './asset.words.ts'
import type { Community } from './community.ts'
import { listPlaces } from './place.store.ts'

export const assetPlacePages = new Hono<PageEnv>()

const LONGEST_HELP = 300
type Said = { help: string; placeIds: string[] }

assetPlacePages.get('/communities/:slug/assets/:id', (c) =>
  onTended(c, async (act, community) => {
    const asset = await assetInAddress(c, act, community)
    if (!asset) return null
    const linked = await assetPlacesOf(act, community.id)
    const placeIds = linked.filter(({ assetId }) => assetId === asset.id).map(({ placeId }) => placeId)
    return show(c, act, community, asset, { help: asset.help, placeIds })
  }),
)

assetPlacePages.post('/communities/:slug/assets/:id', async (c) => {
  const form = await formOf(c)
  return onTended(c, async (act, community) => {
    const asset = await assetInAddress(c, act, community)
    if (!asset) return null
    const offered = await listPlaces(act, community.id)
    const said: Said = {
      help: oneLine(form.text('help')),
      placeIds: offered.map(({ id }) => id).filter((id) => form.list('places').includes(id)),
    }
    const say = assetPlaceWords(c.var.locale)
    if ([...said.help].length > LONGEST_HELP) return show(c, act, community, asset, said, say.tooLong)
    if (!(await sayWhomItHelps(act, { id: asset.id, communityId: community.id }, said))) return null
    leaveNotice(c, say.saved)
    return c.redirect(communityHref(community, 'assets'), 303)
  })
})

async function assetInAddress(c: PageContext, act: Acting, community: Community): Promise<Asset | null> {
  return (await assetsOf(act, community.id)).find(({ id }) => id === c.req.param('id')) ?? null
}

async function show(
  c: PageContext,
  act: Acting,
  community: Community,
  asset: Asset,
  { help, placeIds }: Said,
  error?: string,
) {
  const { locale } = c.var
  const say = assetPlaceWords(locale)
  const places = (await listPlaces(act, community.id)).filter(
    ({ id, state }) => state === 'open' || placeIds.includes(id),
  )
  return page(
    c,
    headOf(community, asset.title, {
      lead: say.question,
      from: { place: 'assets', label: assetWords(locale).title },
    }),
    <Form
      locale={locale}
      action={communityHref(community, `assets/${asset.id}`)}
      errors={error === undefined ? {} : { help: error }}
      guard
    >
      {places.length === 0 ? (
        <p>{say.noPlaces}</p>
      ) : (
        <Checkboxes
          locale={locale}
          name="places"
          label={say.places}
          required={false}
          options={places.map(({ id, title }) => ({ value: id, label: title }))}
          values={placeIds}
        />
      )}
      <TextArea
        locale={locale}
        name="help"
        label={say.help}
        hint={say.helpHint}
        required={false}
        rows={2}
        value={help}
        error={error}
        maxlength={LONGEST_HELP}
      />
      <Acts>
        <Button>{say.save}</Button>
        <ButtonLink href={communityHref(community, 'places/new')} kind="line">
          {say.newPlace}
        </ButtonLink>
      </Acts>
    </Form>,
    error === undefined ? 200 : 422,
  )
}
