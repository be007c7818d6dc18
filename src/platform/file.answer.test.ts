import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { answerFile } from './file.answer.ts'
import type { FileType } from './file.ts'
import type { PageEnv } from './web.tsx'

async function answered(type: FileType, name: string): Promise<Response> {
  const app = new Hono<PageEnv>()
  app.get('/', (c) => answerFile(c, { type, bytes: Buffer.from('abc'), name }))
  return app.request('/')
}

test('a PDF is never opened as a page of ours, and a picture may stand on one', async () => {
  const pdf = await answered('application/pdf', 'toend-2025-03-12')
  expect(pdf.headers.get('content-disposition')).toBe('attachment; filename="toend-2025-03-12.pdf"')
  expect(pdf.headers.get('content-security-policy')).toBe('sandbox')
  expect(pdf.headers.get('cache-control')).toBe('private, no-store')
  expect(Buffer.from(await pdf.arrayBuffer()).toString()).toBe('abc')
  const picture = await answered('image/jpeg', 'toend')
  expect(picture.headers.get('content-disposition')).toBe('inline; filename="toend.jpg"')
})

test('a name is letters, digits and hyphens, whatever it was made of', async () => {
  const names = ['tõend', '"; x=../y\r\nset-cookie: a=b', 'подтверждение', '']
  const given = await Promise.all(names.map((name) => answered('application/pdf', name)))
  expect(given.map((answer) => answer.headers.get('content-disposition'))).toEqual([
    'attachment; filename="toend.pdf"',
    'attachment; filename="xyset-cookieab.pdf"',
    'attachment; filename="file.pdf"',
    'attachment; filename="file.pdf"',
  ])
})
