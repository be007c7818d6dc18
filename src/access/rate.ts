/**
 * How often doors may be tried: token buckets. A bucket always fills again, so that nobody is locked out for ever; the buckets of
 * one network are smaller than those of an address, so that somebody who knows an address cannot use it up from where they are.
 */

export type Bucket = {
  /** Tries at once. */
  burst: number
  /** Tries that come back in an hour. */
  perHour: number
}

export const buckets = {
  /** Codes asked for by a network: an office or a shelter goes out by one address. */
  askFromNetwork: { burst: 30, perHour: 60 },
  /** Codes asked for one address by one network. */
  askForAddressFromNetwork: { burst: 5, perHour: 6 },
  /** Codes asked for one address by everybody: so many mails its owner may have to bear. */
  askForAddress: { burst: 20, perHour: 30 },
  /** Codes entered by a network; each code itself takes five. */
  enterFromNetwork: { burst: 40, perHour: 80 },
  /** Links without an account that open nothing: unknown, used or over. What opens is not counted. */
  passFromNetwork: { burst: 40, perHour: 80 },
  /** Private addresses of calendars that are over: programs ask for them again and again. What opens is not counted. */
  calendarFromNetwork: { burst: 40, perHour: 120 },
  /** Communities that ask to join from a network. */
  joinFromNetwork: { burst: 5, perHour: 6 },
  /** Answers to one pulse of a community, by everybody: a hall full of people, and no flood. Where they come from is not kept. */
  pulseAnswers: { burst: 150, perHour: 150 },
  /** Codes of attendance that open nothing, by account: a room full of people is one network. What opens is not counted. */
  attendanceCodes: { burst: 20, perHour: 40 },
  /** Passkeys offered to a network. */
  passkeyFromNetwork: { burst: 60, perHour: 120 },
  /**
   * Six digits and recovery codes entered for one account. With three digits groups right at a time, 144 tries a day find one with
   * a chance of 1 in 2300, and only for somebody who has the mailbox already.
   */
  secondStep: { burst: 5, perHour: 6 },
  /** Codes mailed to somebody who is signed in. */
  mailToSelf: { burst: 5, perHour: 12 },
} as const satisfies Record<string, Bucket>

export type BucketName = keyof typeof buckets

/** Whole minutes until one more try is there, at least one. */
export function waitMinutes(bucket: Bucket, tokens: number): number {
  return Math.max(1, Math.ceil(((1 - tokens) / bucket.perHour) * 60))
}

/**
 * The network that an address belongs to: /24 of IPv4, /64 of IPv6, which is what one household or one attacker has at least.
 *
 * @example networkOf('203.0.113.7') // '203.0.113.0/24'
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1] ?? plain
  const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(mapped)
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`
  if (!/^[0-9a-f:]*:[0-9a-f:]*$/.test(plain)) return 'unknown'
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
