/** Eighty invented places of the invented communities, some of them taken. */
import { addPlace } from '../communities/place.store.ts'
import { holdPlace } from '../communities/place-hold.store.ts'
import { readRule, type Schedule } from '../communities/place-schedule.ts'
import type { Access, Feature, PlaceKind } from '../communities/place.ts'
import type { Acting } from '../platform/actor.ts'
import type { Chance } from '../platform/chance.ts'
import { locationFor } from './invented.locations.ts'

type Offered = {
  kind: PlaceKind
  title: string
  what: string
  /** A rule with hours, or `agreement` or `now`. */
  when: readonly [rule: string, opens: string, closes: string] | 'agreement' | 'now'
  total: number
  minimum?: number
  access?: readonly Access[]
  features?: readonly Feature[]
}

/** Each community offers some of them, beginning at another one. */
const offered: readonly Offered[] = [
  { kind: 'activity', title: 'Puutöökoda', what: 'Teeme pinke ja parandame seda, mis külas katki on.', when: ['FREQ=WEEKLY;BYDAY=TU', '17:00', '20:00'], total: 4, access: ['step_free'], features: ['evening'] },
  { kind: 'living', title: 'Tuba peres', what: 'Oma tuba, ühine köök ja söögilaud.', when: 'now', total: 2 },
  { kind: 'work', title: 'Abiline talus', what: 'Hommikused loomad ja aiatööd koos pererahvaga.', when: ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '08:00', '12:00'], total: 1 },
  { kind: 'person', title: 'Inimene kõrval', what: 'Keegi, kes tuleb esimestel kordadel kaasa ja helistab vahel.', when: 'agreement', total: 3 },
  { kind: 'activity', title: 'Ühine köök', what: 'Keedame suurt suppi ja sööme ühe laua taga.', when: ['FREQ=WEEKLY;BYDAY=TH', '16:00', '19:00'], total: 6, minimum: 3, access: ['step_free', 'accessible_toilet'], features: ['evening'] },
  { kind: 'taster', title: 'Tule vaatama', what: 'Esimene õhtu koos kellegagi, kes kõik ette näitab.', when: 'agreement', total: 2 },
  { kind: 'activity', title: 'Metsatalgud', what: 'Korra kuus laupäeval, supp tuleb kohapeal.', when: ['FREQ=MONTHLY;BYDAY=1SA', '10:00', '15:00'], total: 8, minimum: 4, features: ['weekend'] },
  { kind: 'work', title: 'Köögiabiline', what: 'Pestakse, kooritakse ja kaetakse laudu.', when: ['FREQ=WEEKLY;BYDAY=MO,WE,FR', '08:00', '12:00'], total: 2, access: ['public_transport'] },
  { kind: 'activity', title: 'Laul ja tants', what: 'Nooti tundma ei pea, tulla võib ka lihtsalt kuulama.', when: ['FREQ=WEEKLY;BYDAY=WE', '18:00', '20:00'], total: 5, features: ['evening', 'children_welcome'] },
  { kind: 'activity', title: 'Pühapäevane ring', what: 'Jalutame, istume ja räägime.', when: ['FREQ=WEEKLY;BYDAY=SU', '11:00', '13:00'], total: 6, access: ['quiet'], features: ['weekend', 'pets'] },
] // prettier-ignore

/** Of twenty communities that are in. */
const placesOfEach = 4

export async function inventPlaces(
  act: Acting,
  communityIds: readonly string[],
  chance: Chance,
): Promise<void> {
  for (const [number, communityId] of communityIds.entries()) {
    for (let place = 0; place < placesOfEach; place += 1) {
      const one = offered[(number * 3 + place) % offered.length]
      if (one) await invent(act, communityId, one, chance)
    }
  }
}

async function invent(act: Acting, communityId: string, one: Offered, chance: Chance): Promise<void> {
  const id = await addPlace(
    act,
    communityId,
    {
      kind: one.kind,
      title: one.title,
      what: one.what,
      schedule: scheduleOf(one.when),
      languages: chance.happens(0.4) ? ['et', 'ru'] : ['et'],
      access: [...(one.access ?? [])],
      features: ['substance_free', ...(one.features ?? [])],
      rules: 'Tullakse kainena. Kui ei saa tulla, antakse teada.',
      costCents: null,
      costNote: '',
      minimum: one.minimum ?? 1,
      total: one.total,
      startsOn: null,
      endsOn: null,
      locationId: await locationFor(act, communityId, one.kind),
    },
    {
      buddy: one.kind === 'taster' ? 'Anneli' : null,
      trouble: 'Rahulikult istuma, teised edasi tegutsema, ja helistame.',
      call: 'Maret, 5550 0111',
    },
  )
  const taken = Math.floor(chance.next() * (one.total + 1))
  if (taken > 0) {
    const from = act.today.add({ days: Math.floor(chance.next() * 20) })
    await holdPlace(act, { id, communityId }, { from, until: null, count: taken, label: 'coordinator' })
  }
}

function scheduleOf(when: Offered['when']): Schedule {
  if (typeof when === 'string') return { timing: when }
  const [text, opens, closes] = when
  const rule = readRule(text)
  if (!rule) throw new Error(`not a rule: ${text}`)
  return { timing: 'regular', rule, opens, closes }
}
