/** Numbers one can call at once: the country's, from `content/help-lines.json`, checked when the program starts. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { ConfigError } from './config.ts'
import type { HelpContact } from './parts/help.tsx'
import { locales, type Locale } from './words.ts'

const file = fileURLToPath(new URL('../../content/help-lines.json', import.meta.url))

const content = z.object({
  lines: z
    .array(
      z.object({
        name: z.string().min(1),
        tel: z.string().regex(/^\+?\d{3,15}$/),
        about: z.record(z.enum(locales), z.string().min(1)),
        // A number without a source is not shipped: somebody may call it in the worst hour.
        source: z.string().min(1),
      }),
    )
    .min(1),
})

const { lines } = readContent(readFileSync(file, 'utf8'))

/** @throws ConfigError naming the place in the file */
export function readContent(text: string): z.infer<typeof content> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new ConfigError(
      `content/help-lines.json is not JSON: ${error instanceof Error ? error.message : ''}`,
    )
  }
  const parsed = content.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ConfigError(`content/help-lines.json: ${issue?.path.join('.')}: ${issue?.message}`)
}

export function helpLines(locale: Locale): HelpContact[] {
  return lines.map(({ name, tel, about }) => ({
    name,
    tel,
    about: about[locale],
  }))
}
