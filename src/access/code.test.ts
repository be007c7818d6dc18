import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { newCode, readDigits, shownCode } from './code.ts'
import {
  findLink,
  makeCode,
  makeLinkToken,
  noteChallenge,
  takeChallenge,
  takeLink,
  tryCode,
} from './code.store.ts'
import { atDoor } from './door.ts'
import { isSetUpToken, makeSetUpToken, useSetUpToken } from './set-up.store.ts'

const start = '2026-11-23T08:00:00Z'
const later = (seconds: number) => new Date(Date.parse(start) + seconds * 1000).toISOString()

test('a code has eight digits and is read however it is typed', () => {
  fc.assert(
    fc.property(fc.constantFrom(' ', '  ', '-', '–', '\u00a0', ''), (between) => {
      const code = newCode()
      expect(code).toMatch(/^\d{8}$/)
      expect(readDigits(shownCode(code), 8)).toBe(code)
      expect(readDigits(` ${code.slice(0, 4)}${between}${code.slice(4)} `, 8)).toBe(code)
    }),
  )
})

test('what cannot be a code is not one', () => {
  for (const text of ['', '1234567', '123456789', '1234567a', '１２３４５６７８'])
    expect(readDigits(text, 8)).toBeNull()
})

describe('a typed code', () => {
  let house: House
  let accountId: string
  beforeAll(async () => {
    house = await openHouse({ at: start })
    accountId = house.organisation.accounts.coordinator.id
  })
  afterAll(() => house.close())
  beforeEach(() => house.clock.set(start))

  const make = (purpose: 'sign-in' | 'again' | 'address' = 'sign-in', of: string | null = accountId) =>
    atDoor(house.ground, (door) => makeCode(door, { purpose, accountId: of }))
  const tried = (binding: string, code: string, purpose: 'sign-in' | 'again' | 'address' = 'sign-in') =>
    atDoor(house.ground, (door) => tryCode(door, { purpose, binding, code }))
  const wrong = (code: string) => (code === '00000000' ? '00000001' : '00000000')

  test('is right once', async () => {
    const { binding, code } = await make()
    expect(await tried(binding, code)).toMatchObject({ result: 'right', accountId })
    expect(await tried(binding, code)).toEqual({ result: 'over' })
  })

  test('is right for one of two that come at the same moment', async () => {
    for (let i = 0; i < 10; i++) {
      const { binding, code } = await make()
      const results = (await Promise.all([tried(binding, code), tried(binding, code)])).map(
        (one) => one.result,
      )
      expect(results.sort()).toEqual(['over', 'right'])
    }
  })

  test('is over after five wrong tries, also for the right one', async () => {
    const { binding, code } = await make()
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await tried(binding, wrong(code))).toEqual({ result: 'wrong', triesLeft })
    }
    expect(await tried(binding, wrong(code))).toEqual({ result: 'over' })
    expect(await tried(binding, code)).toEqual({ result: 'over' })
  })

  test('does not get more than five tries by trying many at once', async () => {
    const { binding, code } = await make()
    const results = await Promise.all(Array.from({ length: 12 }, () => tried(binding, wrong(code))))
    expect(results.filter((one) => one.result === 'wrong')).toHaveLength(4)
    expect(await tried(binding, code)).toEqual({ result: 'over' })
  })

  test('is good for ten minutes', async () => {
    const first = await make()
    const second = await make()
    house.clock.set(later(599))
    expect(await tried(first.binding, first.code)).toMatchObject({ result: 'right' })
    house.clock.set(later(600))
    expect(await tried(second.binding, second.code)).toEqual({ result: 'over' })
  })

  test('is worth nothing in another browser', async () => {
    const mine = await make()
    const theirs = await make()
    expect(await tried(theirs.binding, mine.code)).toMatchObject({ result: 'wrong' })
    expect(await tried('', mine.code)).toEqual({ result: 'over' })
    expect(await tried(mine.binding, mine.code)).toMatchObject({ result: 'right' })
  })

  test('is worth nothing for another purpose', async () => {
    const purposes = ['sign-in', 'again', 'address'] as const
    for (const made of purposes) {
      for (const used of purposes.filter((one) => one !== made)) {
        const { binding, code } = await make(made)
        expect(await tried(binding, code, used)).toEqual({ result: 'over' })
      }
    }
  })

  test('of an unknown address is never right', async () => {
    const { binding, code } = await make('sign-in', null)
    expect(await tried(binding, code)).toEqual({ result: 'wrong', triesLeft: 4 })
  })

  test('cannot be read in the database', async () => {
    const { binding, code } = await make()
    const rows = await house.ground.signin.selectFrom('access.code').selectAll().execute()
    const text = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    expect(text).not.toContain(code)
    expect(text).not.toContain(binding)
  })
})

describe('a one-time address', () => {
  let house: House
  let accountId: string
  beforeAll(async () => {
    house = await openHouse({ at: start })
    accountId = house.organisation.accounts.lead.id
  })
  afterAll(() => house.close())
  beforeEach(() => house.clock.set(start))

  const make = (purpose: 'link' | 'invitation' | 'set-up') =>
    atDoor(house.ground, (door) => makeLinkToken(door, purpose, accountId))

  test('works once, looking does not use it up, and of two at once one is too late', async () => {
    const token = await make('link')
    await atDoor(house.ground, (door) => findLink(door, ['link'], token))
    const take = () => atDoor(house.ground, (door) => takeLink(door, ['link', 'invitation'], token))
    const both = await Promise.all([take(), take()])
    expect(both.filter((one) => one !== null)).toEqual([{ purpose: 'link', accountId, role: null }])
    expect(await take()).toBeNull()
  })

  test('is worth nothing for another purpose', async () => {
    const token = await make('invitation')
    expect(await atDoor(house.ground, (door) => takeLink(door, ['link', 'set-up'], token))).toBeNull()
    expect(await atDoor(house.ground, (door) => takeLink(door, ['invitation'], token))).not.toBeNull()
  })

  test('ends: a link and the set-up after a day, an invitation after a fortnight', async () => {
    const link = await make('link')
    const invitation = await make('invitation')
    const setUp = await makeSetUpToken(house.ground)
    house.clock.set('2026-11-24T08:00:00Z')
    expect(await atDoor(house.ground, (door) => findLink(door, ['link'], link))).toBeNull()
    expect(await isSetUpToken(house.ground, setUp)).toBe(false)
    expect(await atDoor(house.ground, (door) => findLink(door, ['invitation'], invitation))).not.toBeNull()
    house.clock.set('2026-12-07T08:00:00Z')
    expect(await atDoor(house.ground, (door) => takeLink(door, ['invitation'], invitation))).toBeNull()
  })

  test('for setting up takes all others with it', async () => {
    const first = await makeSetUpToken(house.ground)
    const second = await makeSetUpToken(house.ground)
    expect(await atDoor(house.ground, (door) => useSetUpToken(door, second))).toBe(true)
    expect(await isSetUpToken(house.ground, first)).toBe(false)
    expect(await atDoor(house.ground, (door) => useSetUpToken(door, second))).toBe(false)
  })

  test('for setting up is good again when the setting up failed', async () => {
    const token = await makeSetUpToken(house.ground)
    const failing = atDoor(house.ground, async (door) => {
      await useSetUpToken(door, token)
      throw new Error('a taken address')
    })
    await expect(failing).rejects.toThrow('a taken address')
    expect(await isSetUpToken(house.ground, token)).toBe(true)
  })
})

describe('a challenge for a passkey', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: start })
  })
  afterAll(() => house.close())
  beforeEach(() => house.clock.set(start))

  const take = (challenge: string, binding: string, accountId: string | null) =>
    atDoor(house.ground, (door) => takeChallenge(door, { challenge, binding, accountId }))

  test('is answered once, in time, in the same browser, by the same account', async () => {
    const { coordinator, lead } = house.organisation.accounts
    const note = (accountId: string | null) =>
      atDoor(house.ground, (door) => noteChallenge(door, 'abc', accountId))
    const binding = await note(coordinator.id)
    expect(await take('abd', binding, coordinator.id)).toBe(false)
    expect(await take('abc', 'another', coordinator.id)).toBe(false)
    expect(await take('abc', binding, lead.id)).toBe(false)
    expect(await take('abc', binding, null)).toBe(false)
    expect(await take('abc', binding, coordinator.id)).toBe(true)
    expect(await take('abc', binding, coordinator.id)).toBe(false)
    const open = await note(null)
    expect(await take('abc', open, coordinator.id)).toBe(false)
    house.clock.set(later(300))
    expect(await take('abc', open, null)).toBe(false)
  })
})
