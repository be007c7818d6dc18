import { describe, expect, test } from 'vitest'
import { locales } from '../platform/words.ts'
import { readLanguage } from './caseload-file.languages.ts'
import { languageName } from './caseload-file.words.ts'

describe('a language', () => {
  test.each([
    ['et', 'eesti | et | ee | EST | Eesti keel | estonian | эстонский'],
    ['ru', 'vene | ru | русский | venekeelne | Russian | по-русски | рус.'],
    ['fi', 'soome | fi | Finnish | финский'],
    ['en', 'inglise | en | English | английский'],
    ['nb', 'norra | no | Norwegian | норвежский'],
  ])('%s is known as %s', (language, texts) => {
    for (const text of texts.split(' | ')) {
      expect([text, readLanguage(text)]).toEqual([text, { kind: 'language', language, more: false }])
    }
  })

  test.each([
    'eesti, vene',
    'eesti/vene',
    'eesti ja vene',
    'eesti + vene',
    'Eesti (natuke vene)',
    'eesti vene',
  ])('comes first where there are several: %s', (text) => {
    expect(readLanguage(text)).toEqual({ kind: 'language', language: 'et', more: true })
  })

  test.each([
    ['ukraina', []],
    ['klingon', []],
    ['eest', ['et']],
    ['=vene', ['ru']],
    ['', []],
  ])('that is not offered or not known, %s, is left to a human', (text, near) => {
    expect(readLanguage(text)).toEqual({ kind: 'unread', near })
  })

  test('is known under every name we give it', () => {
    for (const locale of locales) {
      for (const language of locales) {
        expect(readLanguage(languageName(locale, language))).toMatchObject({
          kind: 'language',
          language,
          more: false,
        })
      }
    }
  })
})
