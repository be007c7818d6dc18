import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const message = { to: '+37255502001', text: 'Tere', id: 'a-b' }

function gatewayOf(env: Record<string, string>) {
  const { sms } = readConfig({ TUGEVUS_SMS_URL: 'https://sms.test/send', ...env })
  if (!sms) throw new Error('no gateway')
  return sms
}

describe('a gateway as the environment describes it', () => {
  test('takes JSON', () => {
    const gateway = gatewayOf({
      TUGEVUS_SMS_BODY:
        '{"messages":[{"to":["{to}"],"from":"{from}","body":"{text}","ref":"{id}","flash":false}]}',
      TUGEVUS_SMS_FROM: 'Tugevus',
    })
    expect(gateway.headers['content-type']).toBe('application/json')
    expect(JSON.parse(gateway.body(message))).toEqual({
      messages: [{ to: ['+37255502001'], from: 'Tugevus', body: 'Tere', ref: 'a-b', flash: false }],
    })
  })

  test('takes a form, also with a number that has no plus', () => {
    const gateway = gatewayOf({ TUGEVUS_SMS_BODY: 'dest={number}&msg={text}&charset=utf-8' })
    expect(gateway.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(gateway.body(message)).toBe('dest=37255502001&msg=Tere&charset=utf-8')
  })

  test('gets whatever a message says whole, and nothing of it as anything else', () => {
    const json = gatewayOf({ TUGEVUS_SMS_BODY: '{"to":"{to}","text":"{text}"}' })
    const form = gatewayOf({ TUGEVUS_SMS_BODY: 'to={to}&text={text}' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const said = text.toWellFormed()
        expect(JSON.parse(json.body({ ...message, text: said }))).toEqual({ to: message.to, text: said })
        expect([...new URLSearchParams(form.body({ ...message, text: said }))]).toEqual([
          ['to', message.to],
          ['text', said],
        ])
      }),
    )
    for (const text of ['{to}', '{from}&to=+1', '","to":"+1', 'a\r\nb', '$&']) {
      expect(JSON.parse(json.body({ ...message, text })).text).toBe(text)
      expect(new URLSearchParams(form.body({ ...message, text })).get('text')).toBe(text)
    }
  })

  test('is shown our key in a header, or by a user in the address', () => {
    const body = { TUGEVUS_SMS_BODY: 'to={to}&text={text}' }
    const byHeader = gatewayOf({
      ...body,
      TUGEVUS_SMS_HEADER: 'Authorization: Bearer abc\nX-Client: tugevus',
    })
    expect(byHeader.headers).toMatchObject({ authorization: 'Bearer abc', 'x-client': 'tugevus' })
    const byUser = gatewayOf({ ...body, TUGEVUS_SMS_URL: 'https://house:s%40lt@sms.test/send' })
    expect(byUser.url).toBe('https://sms.test/send')
    expect(byUser.headers['authorization']).toBe(`Basic ${btoa('house:s@lt')}`)
  })

  test.each([
    [{ TUGEVUS_SMS_BODY: '' }, /TUGEVUS_SMS_BODY is missing/],
    [{ TUGEVUS_SMS_BODY: 'to={to}' }, /TUGEVUS_SMS_BODY needs \{text\}/],
    [{ TUGEVUS_SMS_BODY: 'to={to}&text={words}' }, /knows no \{words\}/],
    [{ TUGEVUS_SMS_BODY: 'to={to}&text={text}', TUGEVUS_SMS_TYPE: 'json' }, /is not JSON/],
    [
      { TUGEVUS_SMS_BODY: 'to={to}&text={text}', TUGEVUS_SMS_TYPE: 'xml' },
      /TUGEVUS_SMS_TYPE is not json or form/,
    ],
    [{ TUGEVUS_SMS_BODY: 'to={to}&text={text}&f={from}' }, /TUGEVUS_SMS_FROM is missing/],
    [
      { TUGEVUS_SMS_BODY: 'to={to}&text={text}', TUGEVUS_SMS_HEADER: 'secret' },
      /TUGEVUS_SMS_HEADER is not a header/,
    ],
    [{ TUGEVUS_SMS_URL: 'sms.test' }, /TUGEVUS_SMS_URL is not an address/],
    [{ TUGEVUS_PHONE_COUNTRY: '+372' }, /TUGEVUS_PHONE_COUNTRY is not the calling code/],
  ])('that is described wrongly (%o) stops the start and names the variable', (env, words) => {
    expect(() => gatewayOf(env)).toThrow(ConfigError)
    expect(() => gatewayOf(env)).toThrow(words)
    // The template may hold a key.
    expect(() => gatewayOf({ ...env, TUGEVUS_SMS_HEADER: 'hush' })).not.toThrow(/hush/)
  })

  test('is not there where no address is set', () => {
    expect(readConfig({ TUGEVUS_SMS_BODY: 'to={to}&text={text}' }).sms).toBe(undefined)
  })
})
