import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk, textOf, type Desk } from '../../tests/setup/desk.ts'
import { answerCheckin } from '../support/checkin.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const silent = { use: null, craving: null, riskySituation: null, support: null, work: null, housing: null }
const writes = (words: string) =>
  desk.act('participant', (act) =>
    answerCheckin(act, {
      personId: desk.people.mine.id,
      dueOn: null,
      way: 'self',
      answers: { wellbeing: 5, confidence: 5, callMe: false, words, ...silent },
    }),
  )
const unread = () =>
  desk.act('coordinator', async (act) => (await listOpenTasks(act, { kinds: ['read'] })).length)
const shown = async () => {
  const html = await (await desk.request('/day/answers', { as: 'coordinator' })).text()
  const form = {
    code: desk.people.mine.code,
    'shown-at': /name="shown-at" value="([^"]+)"/.exec(html)?.[1] ?? '',
  }
  return { text: textOf(html), form }
}
const mark = (form: Record<string, string>) => desk.request('/day/answers', { as: 'coordinator', form })

test('answers are read one after the other, and marked together', async () => {
  await writes('Täna oli hea päev.')
  const { text, form } = await shown()
  expect(text).toContain('Täna oli hea päev.')
  expect(await unread()).toBe(1)
  const answer = await mark(form)
  expect(answer.headers.get('location')).toBe('/day')
  expect(await unread()).toBe(0)
  expect((await shown()).text).toContain('Kõik vastused on loetud')
})

test('what came after the page was shown still waits', async () => {
  await writes('Esimene.')
  const { form } = await shown()
  desk.clock.set(desk.clock.now().add({ minutes: 1 }).toString())
  await writes('Teine.')
  await mark(form)
  expect(await unread()).toBe(1)
  const { text } = await shown()
  expect(text).toContain('Teine.')
  expect(text).not.toContain('Esimene.')
})

test('a form without its moment marks nothing, and a colleague’s people stay unread', async () => {
  const { form } = await shown()
  await mark({ code: form.code })
  await mark({ ...form, 'shown-at': 'eile' })
  expect(await unread()).toBe(1)
  await mark({ ...form, code: desk.people.colleagues.code })
  expect(await unread()).toBe(1)
  expect((await desk.request('/day/answers', { as: 'supporter' })).status).toBe(404)
})
