import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { createAccount } from '../access/account.store.ts'
import { consentsOf } from '../people/consent.store.ts'
import { giveAccount } from '../people/person.store.ts'
import { openCheckup } from './checkup.store.ts'
import { changesOf } from './pathway-change.store.ts'
import { pathwayOf } from './pathway.store.ts'
import { supportRoom } from './room.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())

const standing = (personId: string) =>
  house.act('coordinator', async (act) => {
    const pathway = await pathwayOf(act, personId)
    return {
      state: pathway?.state,
      until: pathway?.pausedUntil?.toString() ?? null,
      rhythm: pathway?.rhythm,
      checkup: (await openCheckup(act, personId))?.dueOn.toString() ?? null,
    }
  })
const active = { state: 'active', until: null, rhythm: 'pathway' }
const until = (day: string, month: string, year: string) => ({
  'until-day': day,
  'until-month': month,
  'until-year': year,
})

describe('a coordinator', () => {
  const go = (path: string, form?: Record<string, string>) => house.request(path, { as: 'coordinator', form })

  test('changes how often check-ins are asked for, and back', async () => {
    const { code, id } = await putOneOnPath(house)
    const at = `/people/${code}/pathway`
    expect((await go(`${at}/rhythm`, { rhythm: 'monthly' })).headers.get('location')).toBe(at)
    expect(await standing(id)).toMatchObject({ rhythm: 'monthly' })
    expect(await (await go(at)).text()).toMatch(/value="monthly" checked/)
    await go(`${at}/rhythm`, { rhythm: 'pathway' })
    expect(await standing(id)).toMatchObject(active)
    expect((await go(`${at}/rhythm`, { rhythm: 'hourly' })).status).toBe(404)
  })

  test('chooses the schedule of check-ups, seeing before when the next would be, and takes it back', async () => {
    const { code, id } = await putOneOnPath(house)
    const at = `/people/${code}/pathway`
    const before = await (await go(at)).text()
    expect(before).toMatch(/value="adaptive" checked/)
    expect(before).toContain('Järgmine vestlus: 23.\u00a0november\u00a02026.')
    expect((await go(`${at}/choice`, { pathway: 'fixed' })).headers.get('location')).toBe(at)
    const after = await (await go(at)).text()
    expect(after).toMatch(/value="fixed" checked/)
    expect(after).toMatch(/vestluste kava muutus[\s\S]*Kindlatel aegadel/)
    await go(`${at}/choice`, { pathway: 'adaptive' })
    expect(await house.act('coordinator', (act) => pathwayOf(act, id))).toMatchObject({ pathway: 'adaptive' })
    expect((await go(`${at}/choice`, { pathway: 'daily' })).status).toBe(404)
    expect((await go(`${at}/choice`, {})).status).toBe(404)
  })

  test('pauses until a day, for whom it is told, and resumes on the same page', async () => {
    const { code, id } = await putOneOnPath(house)
    const at = `/people/${code}/pathway`
    await go(`${at}/pause`, { ...until('4', '1', '2027'), by: 'person', reason: 'Sõidab tööle ära.' })
    expect(await standing(id)).toMatchObject({ state: 'paused', until: '2027-01-04' })
    const page = await (await go(at)).text()
    expect(page).toContain('4. jaanuar 2027')
    expect(page).toContain('Sõidab tööle ära.')
    expect(page).toContain(`action="${at}/resume"`)
    await go(`${at}/resume`, {})
    expect(await standing(id)).toMatchObject(active)
  })

  test('is told what a pause still lacks, with what was typed', async () => {
    const { code, id } = await putOneOnPath(house)
    const answer = await go(`/people/${code}/pathway/pause`, {
      ...until('23', '11', '2026'),
      reason: 'Haigla',
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Vali, kelle soov see on')
    expect(page).toContain('Vali hilisem päev')
    expect(page).toContain('Haigla')
    expect(page).toMatch(/name="until-day" value="23"/)
    expect(await standing(id)).toMatchObject(active)
  })

  test('sees what ending means before it is done, says why, and can take it back', async () => {
    const { code, id } = await putOneOnPath(house)
    const at = `/people/${code}/pathway`
    const page = await (await go(`${at}/end`)).text()
    expect(page).toContain('Kirja pandu jääb alles')
    expect((await go(`${at}/end`, { reason: '' })).status).toBe(422)
    expect((await go(`${at}/end`, { reason: 'Kolis Soome.' })).headers.get('location')).toBe(at)
    expect(await standing(id)).toMatchObject({ state: 'ended', checkup: null })
    const after = await (await go(at)).text()
    expect(after).toContain('Kolis Soome.')
    expect(after).toContain(`href="/people/${code}/ask"`)
    expect((await go(`${at}/end`)).status).toBe(404)
    await go(`/people/${code}/ask`, { answer: 'yes', 'yes-how': 'telephone' })
    expect(await standing(id)).toMatchObject(active)
  })

  test('is told where something changed meanwhile, and nothing is done twice', async () => {
    const { code, id } = await putOneOnPath(house)
    const at = `/people/${code}/pathway`
    const answer = await go(`${at}/resume`, {})
    expect(decodeURIComponent(decodeURIComponent(answer.headers.get('set-cookie') ?? ''))).toContain(
      'seis on vahepeal muutunud',
    )
    expect(await standing(id)).toMatchObject(active)
  })
})

describe('the person', () => {
  let count = 0
  async function own() {
    const person = await putOneOnPath(house)
    count += 1
    const email = `path-${count}@esimene.test`
    const id = await house.act('coordinator', async (act) => {
      const made = await createAccount(act, {
        name: person.code,
        email,
        roles: ['participant'],
        locale: 'et',
      })
      await giveAccount(act, person.id, made)
      return made
    })
    const account: TestAccount = {
      id,
      name: person.code,
      email,
      role: 'participant',
      organisationId: house.organisation.id,
    }
    // What is written in the same moment has no order: between two requests some time goes by.
    const go = (path: string, form?: Record<string, string>) => {
      house.clock.set(house.clock.now().add({ seconds: 1 }).toString())
      return house.request(path, { as: account, form })
    }
    return { ...person, go }
  }

  test('pauses without a reason and goes on when they want', async () => {
    const { id, go } = await own()
    await go('/me/pathway/pause', until('', '', ''))
    expect(await standing(id)).toMatchObject({ state: 'paused', until: null })
    const [change] = await house.act('coordinator', (act) => changesOf(act, id))
    expect(change).toMatchObject({ what: 'paused', wishedBy: 'person', reason: null })
    expect(await (await go('/me/pathway')).text()).toContain('See kestab, kuni sa ise jätkad.')
    await go('/me/pathway/resume', {})
    expect(await standing(id)).toMatchObject(active)
  })

  test('is told of a day that is not one, with what was typed', async () => {
    const { id, go } = await own()
    const answer = await go('/me/pathway/pause', until('31', '2', '2027'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/name="until-day" value="31"/)
    expect(await standing(id)).toMatchObject(active)
  })

  test('changes how often they are asked', async () => {
    const { id, go } = await own()
    await go('/me/pathway/rhythm', { rhythm: 'none' })
    expect(await standing(id)).toMatchObject({ state: 'active', rhythm: 'none' })
  })

  test('stops at once, their consent with it, and begins again from the same page', async () => {
    const { id, go } = await own()
    expect(await (await go('/me/pathway/stop')).text()).toContain(
      'Kui mõtled ümber, alustad siitsamast uuesti.',
    )
    await go('/me/pathway/stop', { reason: '' })
    expect(await standing(id)).toMatchObject({ state: 'ended' })
    const consents = () => house.act('coordinator', (act) => consentsOf(act, id))
    expect(await consents()).toMatchObject([{ state: 'withdrawn' }])
    expect(await (await go('/me/pathway')).text()).toContain('Alusta uuesti')
    await go('/me/pathway/again', {})
    expect(await standing(id)).toMatchObject(active)
    expect(await consents()).toMatchObject([{ state: 'given', how: 'self' }])
  })

  test('cannot say the first yes without the talk', async () => {
    const person = await putOneOnPath(house, { agreed: false })
    const account: TestAccount = { ...house.organisation.accounts.participant }
    await house.act('coordinator', (act) => giveAccount(act, person.id, account.id))
    await house.request('/me/pathway/again', { as: account, form: {} })
    expect(await standing(person.id)).toMatchObject({ state: 'to-be-asked' })
  })
})
