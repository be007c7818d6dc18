import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { buckets, networkOf, waitMinutes } from './rate.ts'
import { allow, forgetRates, refill } from './rate.store.ts'

describe('the network of an address', () => {
  test('is /24 of IPv4 and /64 of IPv6', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.0/24')
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.0/24')
    expect(networkOf('2001:db8:0:42:aaaa::1')).toBe('2001:db8:0:42::/64')
    expect(networkOf('2001:0DB8::1')).toBe('2001:db8:0:0::/64')
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })

  test('is one for whatever is no address', () => {
    for (const text of ['local', '', 'evil', '1.2.3', '"><script>']) expect(networkOf(text)).toBe('unknown')
  })

  test('is the same however an IPv6 address is written, and whatever its last half is', () => {
    const group = fc.integer({ min: 1, max: 0xffff }).map((n) => n.toString(16))
    const groups = (n: number) => fc.array(group, { minLength: n, maxLength: n })
    fc.assert(
      fc.property(groups(4), groups(4), groups(4), (head, one, two) => {
        const padded = head.map((part) => part.padStart(4, '0').toUpperCase())
        expect(networkOf([...head, ...one].join(':'))).toBe(networkOf([...padded, ...two].join(':')))
        expect(networkOf([...head, ...one].join(':'))).toBe(networkOf(`${head.join(':')}::1`))
      }),
    )
  })
})

test('waiting so many minutes is always enough, and one fewer is not', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 600 }),
      (tokens, perHour) => {
        const minutes = waitMinutes({ burst: 5, perHour }, tokens)
        expect(tokens + (perHour / 60) * minutes).toBeGreaterThan(1 - 1e-9)
        if (minutes > 1) expect(tokens + (perHour / 60) * (minutes - 1)).toBeLessThan(1)
      },
    ),
  )
})

describe('a bucket', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: '2026-11-23T08:00:00Z' })
  })
  afterAll(() => house.close())
  const once = (of: string) => allow(house.ground, [{ bucket: 'secondStep', of }])

  test('gives as many as it holds, then says how long to wait, and fills again', async () => {
    for (let i = 0; i < 5; i++) expect(await once('a')).toEqual({ allowed: true })
    expect(await once('a')).toEqual({ allowed: false, waitMinutes: 10 })
    expect(await once('b')).toEqual({ allowed: true })
    house.clock.set('2026-11-23T08:09:59Z')
    expect(await once('a')).toEqual({ allowed: false, waitMinutes: 1 })
    house.clock.set('2026-11-23T08:10:00Z')
    expect(await once('a')).toEqual({ allowed: true })
    expect(await once('a')).toMatchObject({ allowed: false })
  })

  test('never locks for ever: whatever was tried, a quiet hour later there is a try', async () => {
    for (let i = 0; i < 50; i++) await once('c')
    house.clock.set('2026-11-23T09:10:00Z')
    expect(await once('c')).toEqual({ allowed: true })
  })

  test('gives no more to those who come at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => once('d')))
    expect(all.filter((one) => one.allowed)).toHaveLength(5)
  })

  test('is full again when the right one has come through, and forgotten after a day', async () => {
    for (let i = 0; i < 5; i++) await once('e')
    await refill(house.ground, { bucket: 'secondStep', of: 'e' })
    expect(await once('e')).toEqual({ allowed: true })
    house.clock.set('2026-11-25T09:10:00Z')
    await forgetRates(house.ground)
    expect(await house.ground.signin.selectFrom('platform.rate').selectAll().execute()).toEqual([])
  })

  test('keeps neither address nor account', async () => {
    await once('keegi@esimene.test')
    const rows = await house.ground.signin.selectFrom('platform.rate').selectAll().execute()
    expect(rows.map((row) => row.key.length)).toEqual([32])
    expect(rows[0]?.key.toString('latin1')).not.toContain('keegi')
  })

  test('one network cannot use up what an address has: it is stopped far earlier', () => {
    const { askForAddress, askForAddressFromNetwork } = buckets
    expect(askForAddressFromNetwork.burst * 4).toBeLessThanOrEqual(askForAddress.burst)
    expect(askForAddressFromNetwork.perHour * 5).toBeLessThanOrEqual(askForAddress.perHour)
  })
})
