/** Bringing a list through the pages, as a browser without JavaScript would. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { consentsFor } from '../../src/people/consent.store.ts'
import { readIdentities } from '../../src/people/identity.store.ts'
import { listPeople } from '../../src/people/person.store.ts'
import { listCaseload } from '../../src/support/caseload.store.ts'
import { supportRoom } from '../../src/support/room.ts'
import { openHouse, type As, type House, type TestAccount } from './house.ts'

/** Both invented lists are as people keep them: see `tests/files`. */
export function messyFile(name: 'caseload-messy.xlsx' | 'caseload-messy.csv'): File {
  return new File([readFileSync(new URL(`../files/${name}`, import.meta.url))], name)
}

export function csvFile(...lines: string[]): File {
  return new File([lines.join('\n')], 'nimekiri.csv')
}

export type Brought = {
  /** Of the preview. */
  path: string
  page(query?: string): Promise<string>
  /** Sends a form to one of its addresses. */
  send(to: 'file' | 'rows' | 'row' | 'go' | 'remove', form?: Record<string, string>): Promise<Response>
  /** Sends the doubtful rows that the page shows, as they stand there but for `typed`. */
  fix(typed: Record<string, string>): Promise<Response>
  /** Presses the button and waits until the import has ended. @returns the page of the result */
  go(): Promise<string>
}

export async function bring(house: House, as: As, file: File): Promise<Brought> {
  const answer = await house.request('/import', { as, form: { file } })
  expect(answer.status, answer.status === 303 ? '' : await answer.text()).toBe(303)
  const path = answer.headers.get('location') ?? ''
  const page = async (query = '') => (await house.request(path + query, { as })).text()
  const send: Brought['send'] = (to, form = {}) =>
    house.request(`${path}/${to}`, { as, form, method: 'POST' })
  return {
    path,
    page,
    send,
    async fix(typed) {
      return send('rows', { ...fieldsOf(await page('?show=doubtful'), '/rows'), ...typed })
    },
    async go() {
      expect((await send('go')).status).toBe(303)
      return ended(page)
    },
  }
}

/** The page, once nothing is under way any more. */
export async function ended(page: () => Promise<string>): Promise<string> {
  for (;;) {
    const text = await page()
    if (!text.includes('http-equiv="refresh"')) return text
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** What a browser would send of the form with this address: what stands in its fields. */
export function fieldsOf(page: string, action: string): Record<string, string> {
  const form = page
    .split('<form')
    .find((text) => text.slice(0, text.indexOf('>')).includes(`${action}"`))
    ?.split('</form>')[0]
  if (form === undefined) return {}
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [type, name] = [attribute(tag, 'type'), attribute(tag, 'name')]
    const off = (type === 'radio' || type === 'checkbox') && !/\schecked\b/.test(tag)
    if (name !== '' && !off) fields[name] = attribute(tag, 'value')
  }
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen =
      options.match(/<option[^>]*\sselected\b[^>]*>/)?.[0] ?? options.match(/<option[^>]*>/)?.[0] ?? ''
    fields[attribute(tag, 'name')] = attribute(chosen, 'value')
  }
  return fields
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

/** The counts on the tabs of a preview, in Estonian. */
export function tabs(page: string): Record<string, number> {
  const nav = page.split('class="tabs"')[1]?.split('</nav>')[0] ?? ''
  return Object.fromEntries(
    [...nav.matchAll(/>([^<]+) (\d+)<\/a>/g)].map(([, label = '', count]) => [label, Number(count)]),
  )
}

/** What a page says in its main part, without its markup. */
export function said(page: string): string {
  const main = page.split('<main')[1]?.split('</main>')[0] ?? ''
  return main
    .slice(main.indexOf('>') + 1)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

export type Team = { house: House; maris: TestAccount; irina: TestAccount; lead: TestAccount }

/** A house with two coordinators besides its own, as the invented lists name them. */
export async function openTeam(): Promise<Team> {
  const house = await openHouse({ rooms: [supportRoom] })
  const { id: organisationId, accounts } = house.organisation
  const join = async (name: string): Promise<TestAccount> => {
    const email = `${name.split(' ')[0]?.toLowerCase()}@esimene.test`
    const id = await house.act('system', (act) =>
      createAccount(act, { name, email, roles: ['coordinator'], locale: 'et' }),
    )
    return { id, name, email, role: 'coordinator', organisationId }
  }
  return { house, maris: await join('Maris Saar'), irina: await join('Irina Petrova'), lead: accounts.lead }
}

/** Everybody of the organisation as they stand in the database, by name. */
export async function everybody({ house }: Team) {
  return house.act('lead', async (act) => {
    const people = await listPeople(act)
    const identities = await readIdentities(
      act,
      people.map(({ id }) => id),
    )
    const lines = new Map((await listCaseload(act)).map((line) => [line.personId, line]))
    const consents = await consentsFor(act, 'continuing-support')
    return new Map(
      people.map((person) => {
        const identity = identities.get(person.id)
        const line = lines.get(person.id)
        return [
          identity?.name ?? '',
          {
            ...person,
            identity,
            leftOn: String(line?.leftOn),
            state: line?.state,
            consent: consents.get(person.id),
          },
        ]
      }),
    )
  })
}
