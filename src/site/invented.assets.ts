/** Whom some of what the invented communities have could help: at a place of theirs, or in a sentence. */
import { sayWhomItHelps } from '../communities/asset-place.store.ts'
import { assetsOf } from '../communities/asset.store.ts'
import { listPlaces } from '../communities/place.store.ts'
import type { Acting } from '../platform/actor.ts'

type Helps = { asset: string; at?: readonly string[]; help?: string }

/** By the name of the community; assets and places by their titles. */
export const inventedHelps: Record<string, readonly Helps[]> = {
  'Rukkivälja küla': [
    { asset: 'kaks puutöömeistrit', at: ['Puutöökoda'] },
    { asset: 'külamaja ja töökoda', at: ['Puutöökoda'], help: 'Võti on raamatukogus, talvel köetakse teisipäeviti.' },
    { asset: 'pensionil õpetaja', at: ['Inimene kõrval'] },
    { asset: 'kokk', help: 'Võtab kööki appi, kui talgutel suppi keedetakse.' },
  ],
  'Kehtna ühisaed': [
    { asset: 'kasvuhoone', at: ['Ühine köök'] },
    { asset: 'aednik', at: ['Tule vaatama', 'Inimene kõrval'] },
  ],
  'Sinilille küla': [
    { asset: 'metsatalgulised', at: ['Metsatalgud'] },
    { asset: 'saun', at: ['Pühapäevane ring'] },
  ],
} // prettier-ignore

export async function inventHelps(act: Acting, communityId: string, helps: readonly Helps[]): Promise<void> {
  const assets = await assetsOf(act, communityId)
  const places = await listPlaces(act, communityId)
  for (const { asset, at = [], help = '' } of helps) {
    const id = assets.find(({ title }) => title === asset)?.id
    if (id === undefined) throw new Error(`nothing there is called ${asset}`)
    const placeIds = places.flatMap(({ id, title }) => (at.includes(title) ? [id] : []))
    await sayWhomItHelps(act, { id, communityId }, { help, placeIds })
  }
}
