/** In which way somebody is asked for a check-in: what they or their coordinator chose, or else what is known of them. */
import { phoneNumber } from '../platform/sms.phone.ts'

export const askingWays = ['mail', 'sms', 'paper', 'call'] as const
export type AskingWay = (typeof askingWays)[number]

/** Numbers without a country are of this one. */
const homeCountry = '372'

/** What is known of how to reach somebody. */
export type Reach = {
  /** Has an account, and answers on their own page. */
  account: boolean
  email: string | null
  phones: readonly string[]
}

/** Which channels this installation has. */
export type Channels = { mail: boolean; sms: boolean }

export type Asking =
  /** `own`: with the way to their own page, where they sign in; otherwise with a link that needs no account. */
  | { by: 'mail'; to: string; own: boolean }
  | { by: 'sms'; to: string }
  /** The card for this day is with them. */
  | { by: 'paper' }
  /** They answer on their own page, and no message can tell them so. */
  | { by: 'page' }
  /** Somebody calls. */
  | { by: 'call' }

/**
 * A number to which an SMS can go, in the form of E.164; null where it is no number, or one at home that is no mobile. Estonian mobile
 * numbers begin with a 5; of other countries nobody here knows, so it is tried.
 */
export function smsNumber(written: string): string | null {
  const number = phoneNumber(written, homeCountry)
  if (number === null) return null
  return number.startsWith(`+${homeCountry}`) && !/^\+3725\d{6,7}$/.test(number) ? null : number
}

/**
 * How somebody is asked. A way that was chosen and cannot be gone is not swapped for another one: a human calls.
 *
 * @param undelivered a message did not arrive and nobody has looked into it yet
 * @param card there is a printed card for the day
 */
export function askingOf(given: {
  chosen: AskingWay | null
  reach: Reach
  channels: Channels
  undelivered: boolean
  card: boolean
}): Asking {
  const { chosen, reach, channels, undelivered, card } = given
  const call = { by: 'call' } as const
  if (undelivered) return call
  const mail =
    channels.mail && reach.email !== null
      ? ({ by: 'mail', to: reach.email, own: reach.account } as const)
      : null
  const number = reach.phones.map(smsNumber).find((known) => known !== null)
  const sms = channels.sms && number !== undefined ? ({ by: 'sms', to: number } as const) : null
  switch (chosen) {
    case 'mail':
      return mail ?? call
    case 'sms':
      return sms ?? call
    case 'paper':
      return card ? { by: 'paper' } : call
    case 'call':
      return call
    default:
      return mail ?? sms ?? (reach.account ? { by: 'page' } : call)
  }
}
