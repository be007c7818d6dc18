import type { Child } from 'hono/jsx'
import type { Locale } from '../../words.ts'
import { chartWords } from './chart.words.ts'
import type { PathInput } from './path-input.ts'
import { CheckinMark, CheckupMark, EventMark } from './path-marks.tsx'

export function KeyItem({ children, label }: { children: Child; label: string }) {
  return (
    <li>
      <svg viewBox="0 0 28 26" width="28" height="26" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {label}
    </li>
  )
}

/** The curves' part of a key, shared with the small picture. */
export function CurveKey({ locale }: { locale: Locale }) {
  const say = chartWords(locale).key
  return (
    <>
      <KeyItem label={say.wellbeing}>
        <path class="c-line c-wellbeing" d="M1 13h26" />
      </KeyItem>
      <KeyItem label={say.confidence}>
        <path class="c-line c-confidence" d="M1 13h26" />
      </KeyItem>
    </>
  )
}

/** Explains what occurs in this picture and nothing else. */
export function PathKey({ locale, path }: { locale: Locale; path: PathInput }) {
  const say = chartWords(locale).key
  const checkup = (state: PathInput['checkups'][number]['state']) =>
    path.checkups.some((one) => one.state === state)
  const checkin = (state: PathInput['checkins'][number]['state']) =>
    path.checkins.some((one) => one.state === state)
  const events = path.events ?? []
  return (
    <ul class="key">
      {checkin('answered') && <CurveKey locale={locale} />}
      {checkup('held') && (
        <KeyItem label={say.held}>
          <CheckupMark x={14} y={13} state="held" />
        </KeyItem>
      )}
      {checkup('heldInNeed') && (
        <KeyItem label={say.heldInNeed}>
          <CheckupMark x={14} y={13} state="heldInNeed" />
        </KeyItem>
      )}
      {checkup('missed') && (
        <KeyItem label={say.missedCheckup}>
          <CheckupMark x={14} y={13} state="missed" />
        </KeyItem>
      )}
      {checkup('ahead') && (
        <KeyItem label={say.ahead}>
          <CheckupMark x={14} y={13} state="ahead" />
        </KeyItem>
      )}
      {checkin('missed') && (
        <KeyItem label={say.missed}>
          <CheckinMark x={14} y={13} state="missed" side={9} />
        </KeyItem>
      )}
      {checkin('missed') && (
        <KeyItem label={say.unknown}>
          <path class="c-hatch" d="M3 5.5h22v15H3ZM3 11.5l6-6M3 18.5l13-13M8 20.5l15-15M15 20.5l10-10" />
        </KeyItem>
      )}
      {checkin('open') && (
        <KeyItem label={say.open}>
          <CheckinMark x={14} y={13} state="open" side={9} />
        </KeyItem>
      )}
      {events.some((event) => event.kind === 'contact') && (
        <KeyItem label={say.contact}>
          <EventMark x={14} y={13} kind="contact" />
        </KeyItem>
      )}
      {events.some((event) => event.kind === 'lapse') && (
        <KeyItem label={say.lapse}>
          <EventMark x={14} y={13} kind="lapse" />
        </KeyItem>
      )}
    </ul>
  )
}
