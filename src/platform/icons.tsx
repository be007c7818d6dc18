/**
 * Icons, drawn for this house on a grid of 24 with a line of 1.75. They never carry meaning alone: words stand beside them.
 */
const shapes = {
  phone: [
    'M6.2 3.5h2.3a1 1 0 0 1 1 .8l.7 3a1 1 0 0 1-.4 1L8 9.6a12.5 12.5 0 0 0 6.4 6.4l1.3-1.8a1 1 0 0 1 1-.4l3 .7a1 1 0 0 1 .8 1v2.3a2.2 2.2 0 0 1-2.4 2.2A16.3 16.3 0 0 1 4 5.9 2.2 2.2 0 0 1 6.2 3.5Z',
  ],
  calendar: [
    'M4.5 6.5a1 1 0 0 1 1-1h13a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1Z',
    'M4.5 10h15',
    'M8.5 3.5v4',
    'M15.5 3.5v4',
  ],
  clock: ['M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4Z', 'M12 7.8V12l2.8 1.9'],
  check: ['m5 12.6 4.6 4.6L19.2 7'],
  circle: ['M12 4.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z'],
  message: ['M5.5 5h13a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H11l-4 3.3v-3.3H5.5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z'],
  silence: [
    'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4Z',
    'M8.4 12h.01',
    'M12 12h.01',
    'M15.6 12h.01',
  ],
  eye: [
    'M2.8 12S6.3 5.8 12 5.8 21.2 12 21.2 12 17.7 18.2 12 18.2 2.8 12 2.8 12Z',
    'M12 9.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2Z',
  ],
  inbox: [
    'M4 13.5 6.5 5.8a1 1 0 0 1 1-.7h9a1 1 0 0 1 1 .7L20 13.5V18a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1Z',
    'M4 13.5h4.5a3.5 3.5 0 0 0 7 0H20',
  ],
  'arrow-left': ['M19.5 12h-15', 'm10.5 6-6 6 6 6'],
  'arrow-right': ['M4.5 12h15', 'm13.5 6 6 6-6 6'],
  pause: ['M9 5.5v13', 'M15 5.5v13'],
  download: ['M12 4v11', 'm7 10.5 5 5 5-5', 'M5 19.8h14'],
  upload: ['M12 16V5', 'm7 9.5 5-5 5 5', 'M5 19.8h14'],
  leaf: ['M5 19c0-9 5.5-14 15-14 0 9-4.5 14-11 14a5.5 5.5 0 0 1-4-1.7', 'M5 20.5c1.5-4.5 4.5-7.5 9-9.5'],
  house: ['m3.5 11.5 8.5-7 8.5 7', 'M6 9.8v9.7h12V9.8', 'M10 19.5v-5.5h4v5.5'],
  briefcase: [
    'M4.5 8h15a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1Z',
    'M8.8 8V5.5a1 1 0 0 1 1-1h4.4a1 1 0 0 1 1 1V8',
    'M3.5 13h17',
  ],
  people: [
    'M9 5a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 9 5Z',
    'M3 19.2c0-3.3 2.7-5 6-5s6 1.7 6 5',
    'M15.5 5.3a3.2 3.2 0 0 1 0 6',
    'M17.5 14.6c2.1.7 3.5 2.2 3.5 4.6',
  ],
  person: ['M12 4.2a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2Z', 'M5 19.8c0-3.7 3.1-5.5 7-5.5s7 1.8 7 5.5'],
  pin: [
    'M12 21s-6.8-6-6.8-11a6.8 6.8 0 0 1 13.6 0c0 5-6.8 11-6.8 11Z',
    'M12 7.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6Z',
  ],
  info: ['M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4Z', 'M12 11.2v5', 'M12 8h.01'],
  question: [
    'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4Z',
    'M9.7 9.6a2.4 2.4 0 1 1 3.5 2.2c-.8.4-1.2 1-1.2 1.9',
    'M12 16.5h.01',
  ],
  menu: ['M4 7h16', 'M4 12h16', 'M4 17h16'],
  filter: ['M4 7h16', 'M7 12h10', 'M10 17h4'],
  close: ['m6 6 12 12', 'M18 6 6 18'],
  exit: ['M10 4.5H5.5a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1H10', 'M9.5 12h10.5', 'm16 7.5 4.5 4.5-4.5 4.5'],
  search: ['M10.8 4.5a6.3 6.3 0 1 1 0 12.6 6.3 6.3 0 0 1 0-12.6Z', 'm15.5 15.5 4.7 4.7'],
  plus: ['M12 5v14', 'M5 12h14'],
  pencil: ['M4.5 19.5 5.5 15 16 4.5a1 1 0 0 1 1.4 0l2.1 2.1a1 1 0 0 1 0 1.4L9 18.5Z', 'm13.8 6.7 3.5 3.5'],
  diamond: ['m12 4 8 8-8 8-8-8Z'],
  lock: [
    'M6 10.5h12a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1Z',
    'M8 10.5V8a4 4 0 0 1 8 0v2.5',
  ],
  copy: [
    'M9 8.5h9.5a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V9.5a1 1 0 0 1 1-1Z',
    'M16 8.5V5a1 1 0 0 0-1-1H5.5a1 1 0 0 0-1 1v9.5a1 1 0 0 0 1 1H8',
  ],
  file: ['M6.5 3.5h7.5l4.5 4.5v12a.5.5 0 0 1-.5.5H6.5a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1Z', 'M14 3.5V8h4.5'],
  mail: [
    'M4.5 5.5h15a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Z',
    'm4 7 8 6.5L20 7',
  ],
  up: ['m6.5 14.5 5.5-5.5 5.5 5.5'],
  down: ['m6.5 9.5 5.5 5.5 5.5-5.5'],
} as const

export type IconName = keyof typeof shapes

/** A decorative icon, as tall as the letters beside it; screen readers skip it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      {shapes[name].map((d) => (
        <path d={d} />
      ))}
    </svg>
  )
}

export const iconNames = Object.keys(shapes).filter((name): name is IconName => name in shapes)

/** The house's sign: a cupped hand of spruce, a lit window of honey above it. */
export function Sign() {
  return (
    <svg class="sign" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
      <circle class="sign-light" cx="14" cy="6.5" r="4" />
      <path class="sign-hand" d="M3.5 9.5a10.5 10.5 0 0 0 21 0" />
      <path class="sign-hand" d="M9.5 25h9" />
    </svg>
  )
}
