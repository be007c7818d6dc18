/**
 * Everything the operator can set, read from the environment once and checked at start.
 * `docs/operating.md` lists the variables in the same order; a wrong value names its variable.
 */
import { z } from 'zod'
import { GatewayError, smsGateway, type SmsGateway } from './sms.gateway.ts'

export class ConfigError extends Error {
  override name = 'ConfigError'
}

const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone })
      return true
    } catch {
      return false
    }
  },
  { message: 'is not a time zone such as Europe/Tallinn' },
)

function urlOf(protocols: string[], example: string) {
  return z.string().refine(
    (text) => {
      try {
        return protocols.includes(new URL(text).protocol)
      } catch {
        return false
      }
    },
    { message: `is not an address such as ${example}` },
  )
}

/** Every address inside begins at the root, and cookies of `__Host-` belong to it. */
function standsAlone(text: string): boolean {
  if (!URL.canParse(text)) return true
  const { pathname, search, hash } = new URL(text)
  return /^\/*$/.test(pathname) && search === '' && hash === ''
}

const variables = z.object({
  PORT: z.coerce
    .number({ error: 'is not a port number (1 to 65535)' })
    .int('is not a port number (1 to 65535)')
    .min(1, 'is not a port number (1 to 65535)')
    .max(65535, 'is not a port number (1 to 65535)')
    .default(3000),
  TUGEVUS_HOST: z.string().optional(),
  TUGEVUS_URL: urlOf(['http:', 'https:'], 'https://tugevus.example.ee')
    .refine(standsAlone, {
      message:
        'has a path; the platform stands at the root of a name of its own, such as https://tugevus.example.ee',
    })
    .optional(),
  TUGEVUS_DATA: z.string().optional(),
  DATABASE_URL: urlOf(['postgres:', 'postgresql:'], 'postgres://owner:secret@localhost/tugevus').optional(),
  TUGEVUS_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, {
      message: 'is not 32 bytes in base64 (make one with: openssl rand -base64 32)',
    })
    .optional(),
  TUGEVUS_BACKUPS: z.string().optional(),
  TUGEVUS_BACKUP_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,2}\+\d{1,3}$/, 'is not a count of days and of months such as 14+3')
    .default('14+3'),
  TUGEVUS_TIME_ZONE: timeZone.default('Europe/Tallinn'),
  TUGEVUS_SMTP: urlOf(['smtp:', 'smtps:'], 'smtps://user:secret@mail.example.ee').optional(),
  TUGEVUS_MAIL_FROM: z.email({ error: 'is not an e-mail address' }).optional(),
  TUGEVUS_SMS_URL: urlOf(['http:', 'https:'], 'https://user:secret@sms.example.ee/send').optional(),
  TUGEVUS_SMS_BODY: z.string().optional(),
  TUGEVUS_SMS_TYPE: z.enum(['json', 'form'], { error: 'is not json or form' }).optional(),
  TUGEVUS_SMS_HEADER: z.string().optional(),
  TUGEVUS_SMS_FROM: z.string().optional(),
  TUGEVUS_PHONE_COUNTRY: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'is not the calling code of a country such as 372')
    .default('372'),
  TUGEVUS_PROXIES: z.coerce
    .number({ error: 'is not a count of trusted proxies (0 to 5)' })
    .int('is not a count of trusted proxies (0 to 5)')
    .min(0, 'is not a count of trusted proxies (0 to 5)')
    .max(5, 'is not a count of trusted proxies (0 to 5)')
    .default(0),
  TUGEVUS_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'is not one of debug, info, warn, error, silent',
    })
    .default('info'),
  TUGEVUS_DEV: z.enum(['0', '1'], { error: 'is not 0 or 1' }).default('0'),
})

export type Config = {
  port: number
  /** Where to listen; undefined is loopback, unless a public address is set. */
  host: string | undefined
  /** The address people use, without a slash at the end. */
  url: string
  dataDir: string | undefined
  databaseUrl: string | undefined
  /** 32 bytes; where it is not set, a key file in the data folder is made. */
  key: Buffer | undefined
  /** Where daily backups go; where it is not set, a folder in the data folder. */
  backups: string | undefined
  /** How many days and months keep a backup each. */
  backupKeep: { days: number; months: number }
  timeZone: string
  smtp: string | undefined
  mailFrom: string
  sms: SmsGateway | undefined
  /** The calling code of telephone numbers that name none. */
  phoneCountry: string
  /** How many proxies stand before us and may say who the client is. */
  proxies: number
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  development: boolean
}

/**
 * @param env such as `process.env`
 * @throws ConfigError naming every wrong variable, one a line
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  // An empty variable, as compose files leave them, means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    )
  }
  const v = parsed.data
  const url = (v.TUGEVUS_URL ?? `http://localhost:${v.PORT}`).replace(/\/+$/, '')
  const [daysKept, monthsKept] = v.TUGEVUS_BACKUP_KEEP.split('+').map(Number)
  return {
    port: v.PORT,
    host: v.TUGEVUS_HOST,
    url,
    dataDir: v.TUGEVUS_DATA,
    databaseUrl: v.DATABASE_URL,
    key: v.TUGEVUS_KEY ? Buffer.from(v.TUGEVUS_KEY, 'base64') : undefined,
    backups: v.TUGEVUS_BACKUPS,
    backupKeep: { days: daysKept ?? 14, months: monthsKept ?? 3 },
    timeZone: v.TUGEVUS_TIME_ZONE,
    smtp: v.TUGEVUS_SMTP,
    mailFrom: v.TUGEVUS_MAIL_FROM ?? `tugevus@${new URL(url).hostname}`,
    sms: readGateway(v),
    phoneCountry: v.TUGEVUS_PHONE_COUNTRY,
    proxies: v.TUGEVUS_PROXIES,
    log: v.TUGEVUS_LOG,
    development: v.TUGEVUS_DEV === '1',
  }
}

function readGateway(v: z.infer<typeof variables>): SmsGateway | undefined {
  if (v.TUGEVUS_SMS_URL === undefined) return undefined
  try {
    return smsGateway({
      url: v.TUGEVUS_SMS_URL,
      body: v.TUGEVUS_SMS_BODY,
      type: v.TUGEVUS_SMS_TYPE,
      header: v.TUGEVUS_SMS_HEADER,
      from: v.TUGEVUS_SMS_FROM,
    })
  } catch (error) {
    throw error instanceof GatewayError ? new ConfigError(error.message) : error
  }
}
