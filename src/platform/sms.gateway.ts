/** The operator's SMS gateway as the environment describes it: where to, in which form, under which key. */
import { z } from 'zod'

export class GatewayError extends Error {
  override name = 'GatewayError'
}

/** What may stand in the template, in braces. */
const blanks = ['to', 'number', 'text', 'from', 'id'] as const
type Blank = (typeof blanks)[number]

/**
 * `to` in the form of E.164, such as `+37255502001`; `id` is the same at every try, for gateways that can tell a repetition by it.
 */
export type SmsMessage = { to: string; text: string; id: string }

export type SmsGateway = {
  /** Without user and password: those stand in the headers. */
  url: string
  headers: Readonly<Record<string, string>>
  /** The body of the request, with whatever the message holds escaped. */
  body(message: SmsMessage): string
}

export type GatewaySettings = {
  url: string
  body: string | undefined
  type: 'json' | 'form' | undefined
  header: string | undefined
  from: string | undefined
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
const json: z.ZodType<Json> = z.json()

/** @throws GatewayError naming the variable that is wrong */
export function smsGateway(given: GatewaySettings): SmsGateway {
  const template = given.body
  if (template === undefined)
    throw new GatewayError(
      'TUGEVUS_SMS_BODY is missing: what to send, such as {"to":"{to}","text":"{text}"} or to={to}&text={text}',
    )
  const used = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const unknown = used.find((name) => !blanks.some((blank) => blank === name))
  if (unknown !== undefined)
    throw new GatewayError(
      `TUGEVUS_SMS_BODY knows no {${unknown}}, only ${blanks.map((b) => `{${b}}`).join(' ')}`,
    )
  if (!used.includes('text') || !(used.includes('to') || used.includes('number')))
    throw new GatewayError('TUGEVUS_SMS_BODY needs {text}, and {to} or {number}')
  if (used.includes('from') && given.from === undefined)
    throw new GatewayError('TUGEVUS_SMS_FROM is missing: TUGEVUS_SMS_BODY says {from}')
  const type = given.type ?? (readJson(template) === undefined ? 'form' : 'json')
  const render = type === 'json' ? jsonBody(template) : formBody(template)
  const url = new URL(given.url)
  return {
    url: withoutUser(url),
    headers: {
      'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      ...userOf(url),
      ...headersOf(given.header),
    },
    body: ({ to, text, id }) => {
      const values: Record<Blank, string> = {
        to,
        number: to.replace('+', ''),
        text,
        from: given.from ?? '',
        id,
      }
      return render((part) =>
        part.replace(/\{(\w+)\}/g, (whole, name: string) =>
          blanks.find((b) => b === name) ? Reflect.get(values, name) : whole,
        ),
      )
    },
  }
}

type Fill = (part: string) => string

function readJson(template: string): Json | undefined {
  try {
    const read = json.parse(JSON.parse(template))
    return typeof read === 'object' && read !== null ? read : undefined
  } catch {
    return undefined
  }
}

/** Blanks stand inside strings of the template: written out again, whatever fills them is escaped. */
function jsonBody(template: string): (fill: Fill) => string {
  const read = readJson(template)
  if (read === undefined)
    throw new GatewayError('TUGEVUS_SMS_BODY is not JSON; blanks stand in quotes, such as "{to}"')
  return (fill) => JSON.stringify(filled(read, fill))
}

function filled(part: Json, fill: Fill): Json {
  if (typeof part === 'string') return fill(part)
  if (Array.isArray(part)) return part.map((one) => filled(one, fill))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value, fill)]))
}

function formBody(template: string): (fill: Fill) => string {
  const fields = [...new URLSearchParams(template)]
  return (fill) =>
    new URLSearchParams(fields.map(([name, value]): [string, string] => [name, fill(value)])).toString()
}

function withoutUser(url: URL): string {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare.href
}

function userOf(url: URL): Record<string, string> {
  if (url.username === '' && url.password === '') return {}
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** One header a line. */
function headersOf(given: string | undefined): Record<string, string> {
  const lines = (given ?? '').split('\n').filter((line) => line.trim() !== '')
  const headers = new Headers()
  for (const line of lines) {
    const [, name, value] = /^\s*([^:\s]+):\s*(\S.*?)\s*$/.exec(line) ?? []
    try {
      if (name === undefined || value === undefined) throw new TypeError()
      headers.set(name, value)
    } catch {
      throw new GatewayError('TUGEVUS_SMS_HEADER is not a header such as Authorization: Bearer secret')
    }
  }
  return Object.fromEntries(headers)
}
