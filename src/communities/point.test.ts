import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointText, readPoint } from './point.ts'

const tartu = { latitude: 58.38, longitude: 26.72 }

describe('a point', () => {
  test.each([
    ['58.38', '26.72'],
    ['58,38', '26,72'],
    ['58.38, 26.72', ''],
    ['', '58.38, 26.72'],
    ['58.38,26.72', ''],
    ['58.38 26.72', ''],
    ['58,38 26,72', ''],
    ['58,38, 26,72', ''],
    ['58,38; 26,72', ''],
    ['58,38,26,72', ''],
    ['(58.38°, 26.72°)', ''],
    // Both pasted over what was there before.
    ['58.38, 26.72', '25.9'],
    // The other order, as some maps give it.
    ['26.72', '58.38'],
    ['26.72, 58.38', ''],
  ])('is understood from “%s” and “%s”', (latitude, longitude) => {
    expect(readPoint(latitude, longitude)).toEqual({ point: tartu, wrong: null })
  })

  test('may be left out', () => {
    expect(readPoint('', '  ')).toEqual({ point: null, wrong: null })
  })

  test.each([
    ['Tartu', '26.72', 'latitude'],
    ['', '26.72', 'latitude'],
    ['58°22′50″', '26°43′30″', 'latitude'],
    ['58.38', '', 'longitude'],
    ['58,38', '', 'longitude'],
    ['58.38', 'ida', 'longitude'],
    ['58.38, 26.72, 12', '', 'latitude'],
    ['NaN', 'Infinity', 'latitude'],
    ['60.17', '24.94', 'outside'],
    ['56.95, 24.11', '', 'outside'],
    ['6474560.1', '659341.2', 'outside'],
    ['-58.38', '26.72', 'outside'],
    ['58.38', '58.38', 'outside'],
  ] as const)('is not made of “%s” and “%s”', (latitude, longitude, wrong) => {
    expect(readPoint(latitude, longitude)).toEqual({ point: null, wrong })
  })

  test('is read back to a metre, however it is written, and no text breaks the reading', () => {
    const inside = fc.record({
      latitude: fc.double({ min: 57.6, max: 59.8, noNaN: true }),
      longitude: fc.double({ min: 21.6, max: 28.2, noNaN: true }),
    })
    fc.assert(
      fc.property(inside, (point) => {
        const { point: read } = readPoint(String(point.latitude), String(point.longitude))
        expect(Math.abs((read?.latitude ?? 0) - point.latitude)).toBeLessThan(0.00001)
        expect(readPoint(pointText(read ?? tartu), '').point).toEqual(read)
      }),
    )
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const { point, wrong } = readPoint(a, b)
        expect(point === null || wrong === null).toBe(true)
      }),
    )
  })
})
