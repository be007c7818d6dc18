import type { Child } from 'hono/jsx'
import { day } from '../day.ts'
import type { View } from '../parts/page.tsx'
import type { Locale } from '../words.ts'

/** The day on which all trial pages are drawn, so that their pictures stay the same. */
export const today = day('2026-11-23')

/** A trial page: what its view adds to the gallery's, and its body. */
export type Trial = {
  view: Partial<View> & Pick<View, 'title' | 'audience'>
  body: (locale: Locale) => Child
}

export const staffMenu = (current: string): View['menu'] =>
  ['Minu päev', 'Inimesed', 'Kohad', 'Kogukonnad', 'Suunamised', 'Näitajad'].map((label) => ({
    href: '#',
    label,
    current: label === current,
  }))

export const kadri: View['account'] = {
  name: 'Kadri Lepik',
  roleLabel: 'koordinaator',
  href: '#',
  signOutHref: '#',
}
