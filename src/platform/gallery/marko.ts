import { day } from '../day.ts'
import type { PathCheckin, PathInput } from '../parts/charts/path-input.ts'
import { today } from './trial.ts'

/** Weekly answers of an invented person; a dash is a week without one, a dot a question left open. */
const wellbeing = '4455 5566 5667 6776 ---5 4345 5666 7677 8777'.replaceAll(' ', '')
const confidence = '5556 6667 6777 7787 ---5 4246 6767 7787 8888'.replaceAll(' ', '')

function rating(letter: string | undefined): number | null {
  return letter === undefined || letter === '-' || letter === '.' ? null : Number(letter)
}

const firstWeek = today.subtract({ weeks: wellbeing.length - 1 })

export const markoCheckins: PathCheckin[] = [...wellbeing].map((letter, week) => ({
  day: firstWeek.add({ weeks: week }),
  state: letter === '-' ? 'missed' : 'answered',
  wellbeing: rating(letter),
  confidence: rating(confidence[week]),
}))

export const markoPath: PathInput = {
  from: day('2026-03-01'),
  to: day('2027-01-10'),
  today,
  left: day('2026-03-16'),
  checkups: [
    { day: day('2026-04-16'), state: 'held' },
    { day: day('2026-05-18'), state: 'held' },
    { day: day('2026-06-18'), state: 'held' },
    { day: day('2026-07-20'), state: 'missed' },
    { day: day('2026-08-11'), state: 'heldInNeed' },
    { day: day('2026-09-11'), state: 'held' },
    { day: day('2026-10-12'), state: 'held' },
    { day: day('2026-12-14'), state: 'ahead' },
  ],
  checkins: markoCheckins,
  events: [
    { day: day('2026-07-24'), kind: 'contact', label: '24. juulil helistasime', short: '24.07 helistasime' },
    {
      day: day('2026-08-08'),
      kind: 'lapse',
      label: 'Libastumine 8. augustil, rääkis ise samal päeval',
      short: '8.08 libastus',
    },
  ],
  bands: [
    {
      label: 'Elamine',
      spans: [
        { from: day('2026-03-16'), to: day('2026-08-31'), label: 'Jätkumajutus' },
        { from: day('2026-09-01'), to: null, label: 'Oma üürikorter' },
      ],
    },
    {
      label: 'Tegevus',
      spans: [{ from: day('2026-05-04'), to: null, label: 'Puutöökoda, Rukkivälja küla' }],
    },
    { label: 'Töö', spans: [{ from: day('2026-09-14'), to: day('2026-12-11'), label: 'Tööpraktika' }] },
  ],
}

/** Three years of an invented person: seldom check-ins, several gaps, more events than fit. */
export const longPath: PathInput = {
  from: day('2023-11-20'),
  to: day('2027-01-20'),
  today,
  left: day('2023-11-20'),
  checkups: [1, 2, 3, 5, 8, 12, 17, 23, 30].map((months) => ({
    day: day('2023-11-20').add({ months }),
    state: months === 5 ? 'heldInNeed' : months === 12 ? 'missed' : 'held',
  })),
  checkins: Array.from({ length: 76 }, (_, i) => {
    const gap = (i > 20 && i < 26) || (i > 48 && i < 51)
    return {
      day: day('2023-12-01').add({ days: i * 14 }),
      state: gap ? 'missed' : 'answered',
      wellbeing: gap || i % 11 === 3 ? null : Math.round(5 + 2 * Math.sin(i / 7) + i / 40),
      confidence: gap ? null : Math.round(5 + 2 * Math.cos(i / 6) + i / 60),
    }
  }),
  events: [
    { day: day('2024-02-10'), kind: 'lapse', label: 'Libastumine' },
    { day: day('2024-02-12'), kind: 'contact', label: 'helistasime' },
    { day: day('2024-10-02'), kind: 'contact', label: 'käisime kodus, lähedane avas ukse' },
    { day: day('2024-10-20'), kind: 'mark', label: 'kolis Tartusse' },
    { day: day('2026-11-20'), kind: 'contact', label: 'helistasime, jutt oli pikk ja hea' },
  ],
}
