import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  longerQuestions,
  LONGEST_WORDS,
  parseAnswers,
  replyTo,
  weeklyQuestions,
  type CheckinAnswers,
} from './checkin.ts'

const nothing: CheckinAnswers = {
  wellbeing: null,
  confidence: null,
  callMe: null,
  words: null,
  use: null,
  craving: null,
  riskySituation: null,
  support: null,
  work: null,
  housing: null,
}

const questions = [...weeklyQuestions, ...longerQuestions]

describe('the questions', () => {
  test('of the week are three and free words', () => {
    expect(weeklyQuestions.map(({ key }) => key)).toEqual(['wellbeing', 'confidence', 'callMe', 'words'])
  })

  test('of the month are six more, each with "rather not say"', () => {
    expect(longerQuestions.map(({ key }) => key)).toEqual([
      'use',
      'craving',
      'riskySituation',
      'support',
      'work',
      'housing',
    ])
    expect(longerQuestions.every(({ options }) => options.includes('rather_not_say'))).toBe(true)
  })

  test('about use and craving are those that say beforehand who reads the answer', () => {
    expect(questions.filter(({ tellsWhoReads }) => tellsWhoReads).map(({ key }) => key)).toEqual([
      'use',
      'craving',
    ])
  })

  test('together are all that can be answered', () => {
    expect(questions.map(({ key }) => key).toSorted()).toEqual(Object.keys(nothing).toSorted())
  })
})

describe('reading a form', () => {
  test('takes every answer', () => {
    const form = {
      wellbeing: '7',
      confidence: '10',
      callMe: 'no',
      words: ' Tööl läks hästi.\r\nUni on kehv. ',
      use: 'once_or_twice',
      craving: '0',
      riskySituation: 'managed',
      support: 'some',
      work: 'looking',
      housing: 'temporary',
    }
    expect(parseAnswers(form)).toEqual({
      answers: {
        wellbeing: 7,
        confidence: 10,
        callMe: false,
        words: 'Tööl läks hästi.\nUni on kehv.',
        use: 'once_or_twice',
        craving: 0,
        riskySituation: 'managed',
        support: 'some',
        work: 'looking',
        housing: 'temporary',
      },
      errors: null,
    })
  })

  test('takes what is missing or empty for not answered, never for no or zero', () => {
    expect(parseAnswers({})).toEqual({ answers: nothing, errors: null })
    expect(parseAnswers({ wellbeing: '', callMe: ' ', words: ' \r\n ', craving: '' })).toEqual({
      answers: nothing,
      errors: null,
    })
  })

  test('keeps "rather not say" apart from not answered', () => {
    expect(parseAnswers({ use: 'rather_not_say', craving: 'rather_not_say' }).answers).toEqual({
      ...nothing,
      use: 'rather_not_say',
      craving: 'rather_not_say',
    })
  })

  test('accepts every option that a question offers', () => {
    for (const { key, options } of questions) {
      for (const option of options) expect(parseAnswers({ [key]: option }).errors).toBeNull()
    }
  })

  test.each(['11', '-1', '7,5', '7.5', '07', '1e1', 'palju', 'rather_not_say'])(
    'does not take %s for a rating',
    (text) => {
      expect(parseAnswers({ wellbeing: text, confidence: text })).toEqual({
        answers: null,
        errors: { wellbeing: 'not_0_to_10', confidence: 'not_0_to_10' },
      })
    },
  )

  test('names each field that it cannot read', () => {
    const form = {
      callMe: 'maybe',
      use: 'None',
      craving: '99',
      housing: 'toString',
      words: 'õ'.repeat(LONGEST_WORDS + 1),
    }
    expect(parseAnswers(form).errors).toEqual({
      callMe: 'not_a_choice',
      use: 'not_a_choice',
      craving: 'not_0_to_10',
      housing: 'not_a_choice',
      words: 'too_long',
    })
  })

  test('counts letters and signs, not their bytes', () => {
    expect(parseAnswers({ words: '😀'.repeat(LONGEST_WORDS) }).errors).toBeNull()
  })

  test('keeps words that carry signs a database cannot hold', () => {
    expect(parseAnswers({ words: 'a\u0000b\uD800' }).answers?.words).toBe('ab\uFFFD')
    expect(parseAnswers({ words: '\u0000' }).answers?.words).toBeNull()
  })

  test('answers or names a field, whatever is sent', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...questions.flatMap(({ options }) => options)),
    )
    const form = fc.dictionary(
      fc.oneof(fc.constantFrom(...questions.map(({ key }) => key)), fc.string()),
      value,
    )
    fc.assert(
      fc.property(form, (sent) => {
        const { answers, errors } = parseAnswers(sent)
        if (errors === null) expect(Object.keys(answers)).toEqual(Object.keys(nothing))
        else expect(Object.keys(errors).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the reply', () => {
  test('to a wish for a call comes before everything else', () => {
    const answers: CheckinAnswers = {
      ...nothing,
      callMe: true,
      use: 'weekly_or_more',
      housing: 'nowhere',
      confidence: 0,
    }
    expect(replyTo(answers)).toBe('call_is_coming')
  })

  test.each([
    ['nowhere_to_stay', { housing: 'nowhere', use: 'once_or_twice' }],
    ['after_use', { use: 'once_or_twice', riskySituation: 'not_managed' }],
    ['after_use', { use: 'weekly_or_more', wellbeing: 9, confidence: 9 }],
    ['hard_situation', { riskySituation: 'not_managed', craving: 9 }],
    ['craving', { craving: 7, confidence: 2 }],
    ['unsure_of_week', { confidence: 4, wellbeing: 1 }],
    ['hard_week', { wellbeing: 4, confidence: 5 }],
    ['alone', { support: 'nobody', wellbeing: 8, confidence: 8 }],
    ['going_well', { wellbeing: 7, confidence: 7 }],
    ['in_between', { wellbeing: 7, confidence: 6 }],
    ['in_between', { wellbeing: 5, confidence: 5, words: 'Nii ja naa' }],
    ['in_between', { work: 'working' }],
    ['words_read', { words: 'Täna ei oska numbrit panna', callMe: false }],
    ['nothing_told', { callMe: false }],
    ['nothing_told', {}],
  ] as const)('is %s after %j', (reply, given) => {
    expect(replyTo({ ...nothing, ...given })).toBe(reply)
  })

  test('guesses nothing from "rather not say"', () => {
    const answers: CheckinAnswers = {
      ...nothing,
      use: 'rather_not_say',
      craving: 'rather_not_say',
      riskySituation: 'rather_not_say',
      support: 'rather_not_say',
      work: 'rather_not_say',
      housing: 'rather_not_say',
    }
    expect(replyTo(answers)).toBe('nothing_told')
    expect(replyTo({ ...answers, wellbeing: 8, confidence: 8 })).toBe('going_well')
  })

  test('is not "going well" while one of the two ratings is not known', () => {
    expect(replyTo({ ...nothing, wellbeing: 10 })).toBe('in_between')
    expect(replyTo({ ...nothing, confidence: 10 })).toBe('in_between')
  })
})
