/** Where some of the invented communities are: addresses that do not exist, in municipalities that do. Who lives there is not for everybody. */
import { addLocation, locationsOf } from '../communities/location.store.ts'
import type { Visibility } from '../communities/location.ts'
import type { PlaceKind } from '../communities/place.ts'
import { readPoint } from '../communities/point.ts'
import type { Acting } from '../platform/actor.ts'

type Invented = readonly [visibility: Visibility, name: string, address: string, point: string]

/** By the community's name; the first one is the main one. */
const inventedLocations: Readonly<Record<string, readonly Invented[]>> = {
  'Rukkivälja küla': [
    ['public', 'Seltsimaja', 'Rukki tee 3, Rukkivälja', '59.0312, 24.7455'],
    ['agreed', 'Tuba peres', 'Kadaka talu, Rukkivälja', '59.0488, 24.7702'],
    ['hidden', 'Külalistuba', 'Jõeääre 11, Rukkivälja', '59.0275, 24.7391'],
  ],
  'Jõekalda kogukonnaköök': [
    ['public', 'Suur köök', 'Jõekalda 2, Jõekalda', '58.9931, 24.8127'],
    ['agreed', 'Tuba köögi kohal', 'Jõekalda 2–4, Jõekalda', '58.9931, 24.8127'],
  ],
  'Kuuse tänava selts': [['public', 'Rattatöökoda hoovis', 'Kuuse tänav 40a', '58.3815, 26.6982']],
  'Sadama selts': [
    ['public', 'Sadamakohvik', 'Paadi 1', '58.3839, 24.4901'],
    ['hidden', 'Toetatud korter', 'Purje 6–12', '58.3764, 24.5217'],
  ],
  'Laane laulurahvas': [['public', 'Laane rahvamaja', 'Laane tee 1, Laane', '58.3521, 25.5108']],
  'Kiviaia kodu': [['agreed', 'Kiviaia talu', 'Kiviaia, Kivilaane', '58.3902, 22.4417']],
  'Mulgi mootorid': [
    ['public', 'Töökoda', 'Masina 5, Mulgimäe', '58.1203, 25.5391'],
    ['hidden', 'Töökoja korter', 'Masina 7–2, Mulgimäe', '58.1209, 25.5402'],
  ],
  'Haapsalu meestekuur': [
    ['public', 'Kuur', 'Kuuri 9', '58.9417, 23.5386'],
    ['agreed', 'Tuba saunamajas', 'Saunamaja, Rannaääre', ''],
  ],
}

export async function inventLocations(
  act: Acting,
  community: { id: string; name: string; municipality: string },
): Promise<void> {
  const invented = inventedLocations[community.name] ?? []
  for (const [number, [visibility, name, address, point]] of invented.entries()) {
    const { municipality } = community
    const at = readPoint(point, '').point
    const location = { name, address, municipality, visibility, main: number === 0, point: at }
    await addLocation(act, community.id, location)
  }
}

/** Where a place of this kind is, if the community said so: people meet where everybody may come, and live where not everybody may. */
export async function locationFor(act: Acting, communityId: string, kind: PlaceKind): Promise<string | null> {
  if (kind === 'work' || kind === 'person') return null
  const all = await locationsOf(act, communityId)
  const wanted: readonly Visibility[] = kind === 'living' ? ['agreed', 'hidden'] : ['public']
  const [first] = wanted.flatMap((one) => all.filter(({ visibility }) => visibility === one))
  return first?.id ?? null
}
