/**
 * How a mail looks: text and HTML from the same few blocks. The HTML is one column with styles inside, no table, no picture and nothing
 * that is loaded from anywhere: whether a mail was read is the reader's own business.
 */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { mailWords } from './mail.words.ts'
import type { Locale } from './words.ts'

/** A paragraph, the lines of a list, a code to be typed, or the one link there is. */
export type Block = string | { lines: readonly string[] } | { label: string; code: string } | Link
export type Link = { label: string; href: string }

export type Letter = {
  /** Seen on locked screens: no name, and nothing about health. */
  subject: string
  blocks: readonly Block[]
  /** Why one gets it, and where that is changed. */
  why?: { text: string; change?: Link } | undefined
}

/** @example queueMail(act, { to, organisationId, ...written('et', { subject, blocks: ['Kõik on korras.'] }) }) */
export function written(locale: Locale, letter: Letter): { subject: string; text: string; html: string } {
  return { subject: letter.subject, text: textOf(locale, letter), html: htmlOf(locale, letter) }
}

function textOf(locale: Locale, { blocks, why }: Letter): string {
  const words = mailWords(locale)
  const paragraphs = [words.hello, ...blocks].map((block) => {
    if (typeof block === 'string') return block
    if ('lines' in block) return block.lines.map((line) => `– ${line}`).join('\n')
    return 'code' in block ? `${block.label}: ${block.code}` : linkText(block)
  })
  const foot = [why?.text, why?.change && linkText(why.change), words.automatic].filter(Boolean)
  return [...paragraphs, footMark + foot.join('\n')].join('\n\n')
}

/** As mail programs know what stands below; RFC 3676. */
const footMark = '-- \n'

/** What a mail says, for whoever hands it over in another way. */
export function withoutFoot(text: string): string {
  return text.split(`\n\n${footMark}`)[0] ?? ''
}

const linkText = ({ label, href }: Link) => `${label}:\n${href}`

/** The tokens of `style/tokens.css` and `tokens-dark.css` that mails use: a mail has no stylesheet to look them up in. */
export const mailColours = {
  light: {
    ground: '#f3f5f1',
    surface: '#fff',
    ink: '#1a2b29',
    'ink-2': '#4a5b57',
    line: '#d9dfda',
    spruce: '#1c5a4e',
    'on-spruce': '#fff',
  },
  dark: {
    ground: '#101817',
    surface: '#18221f',
    ink: '#e8ede8',
    'ink-2': '#abb9b3',
    line: '#2d3935',
    spruce: '#86cab6',
    'on-spruce': '#0c1a17',
  },
} as const

const { light, dark } = mailColours

// What cannot stand in an attribute. Programs that do not know it show the light colours, which stand at each element.
const darkStyle = `@media (prefers-color-scheme:dark){
.ground{background:${dark.ground}!important;color:${dark.ink}!important}
.surface{background:${dark.surface}!important;border-color:${dark.line}!important}
.small{color:${dark['ink-2']}!important}
.small a,.brand{color:${dark.spruce}!important}
.act{background:${dark.spruce}!important;color:${dark['on-spruce']}!important}
}`

const paragraph = 'margin:0 0 16px'

function htmlOf(locale: Locale, { subject, blocks, why }: Letter): string {
  const words = mailWords(locale)
  return `<!doctype html>${(
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{raw(darkStyle)}</style>
      </head>
      <body class="ground" style={`margin:0;background:${light.ground};color:${light.ink}`}>
        <div
          class="ground"
          style={`background:${light.ground};color:${light.ink};font:17px/1.5 Commissioner,system-ui,'Segoe UI',Roboto,Arial,sans-serif;padding:24px 16px`}
        >
          <div style="max-width:34rem;margin:0 auto">
            <div role="banner">
              <h1
                class="brand"
                style={`margin:0 0 16px;color:${light.spruce};font-size:17px;font-weight:600`}
              >
                {subject}
              </h1>
            </div>
            <div
              class="surface"
              role="main"
              style={`background:${light.surface};border:1px solid ${light.line};border-radius:12px;padding:24px 24px 8px`}
            >
              {[words.hello, ...blocks].map(shown)}
            </div>
            <div
              role="contentinfo"
              class="small"
              style={`margin:16px 0 0;color:${light['ink-2']};font-size:14px`}
            >
              {why && (
                <p style="margin:0 0 8px">
                  {why.text}
                  {why.change && (
                    <>
                      {' '}
                      <a href={why.change.href} style={`color:${light.spruce}`}>
                        {why.change.label}
                      </a>
                    </>
                  )}
                </p>
              )}
              <p style="margin:0">{words.automatic}</p>
            </div>
          </div>
        </div>
      </body>
    </html>
  )}`
}

function shown(block: Block): Child {
  if (typeof block === 'string') return <p style={paragraph}>{block}</p>
  if ('lines' in block)
    return (
      <ul style="margin:0 0 16px;padding:0 0 0 20px">
        {block.lines.map((line) => (
          <li style="margin:0 0 8px">{line}</li>
        ))}
      </ul>
    )
  if ('code' in block)
    return (
      <p style={paragraph}>
        {block.label}
        <br />
        <strong style="font-family:system-ui,'Segoe UI',Roboto,Arial,sans-serif;font-size:28px;letter-spacing:1px">
          {block.code}
        </strong>
      </p>
    )
  return (
    <p style="margin:8px 0 24px">
      <a
        class="act"
        href={block.href}
        style={`display:inline-block;background:${light.spruce};color:${light['on-spruce']};border-radius:6px;padding:10px 20px;font-weight:600;text-decoration:none`}
      >
        {block.label}
      </a>
    </p>
  )
}
