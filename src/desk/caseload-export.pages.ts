/** The caseload taken along as a file: the columns that can be brought back, in a form that Excel opens. */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import { consentsFor } from '../people/consent.store.ts'
import { readIdentities } from '../people/identity.store.ts'
import { listPeople } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { dayAt } from '../platform/day.ts'
import { actorOf, type PageContext, type PageEnv } from '../platform/web.tsx'
import { isLocale } from '../platform/words.ts'
import { supportPurpose } from '../support/agreement.ts'
import type { PersonValues } from '../support/caseload-file.ts'
import { caseloadCsv, caseloadXlsx } from '../support/caseload-file.write.ts'
import { listCaseload } from '../support/caseload.store.ts'
import { exportWords } from './caseload-export.words.ts'

export const caseloadExportPages = new Hono<PageEnv>()

caseloadExportPages.get('/people/export.xlsx', async (c) =>
  file(
    c,
    await caseloadXlsx(await read(c), c.var.locale),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'xlsx',
  ),
)

caseloadExportPages.get('/people/export.csv', async (c) =>
  file(
    c,
    new TextEncoder().encode(caseloadCsv(await read(c), c.var.locale)),
    'text/csv; charset=utf-8',
    'csv',
  ),
)

function read(c: PageContext): Promise<PersonValues[]> {
  return withActor(c.var.ground, actorOf(c), readValues)
}

async function readValues(act: Acting): Promise<PersonValues[]> {
  const people = await listPeople(act)
  const identities = await readIdentities(
    act,
    people.map((person) => person.id),
  )
  const lines = new Map((await listCaseload(act)).map((line) => [line.personId, line]))
  const consents = await consentsFor(act, supportPurpose)
  const names = await accountNames(
    act,
    people.flatMap((person) => person.coordinatorId ?? []),
  )
  const written = people.filter((person) => identities.has(person.id))
  if (written.length > 0) {
    await act.audit(
      'export',
      'desk.caseload',
      written.map((person) => person.auditSubject),
    )
  }
  return written.map((person): PersonValues => {
    const identity = identities.get(person.id)
    const consent = consents.get(person.id)
    const agreed = consent?.state === 'given' ? consent : undefined
    return {
      name: identity?.name ?? null,
      birthDate: identity?.birthDate ?? null,
      phones: identity?.phones ?? [],
      email: identity?.email ?? null,
      municipality: person.municipality,
      language: isLocale(person.language) ? person.language : null,
      leftOn: lines.get(person.id)?.leftOn ?? null,
      coordinator: person.coordinatorId ? (names.get(person.coordinatorId) ?? null) : null,
      agreedOn: agreed?.onDay ?? null,
      agreedHow: agreed?.how ?? null,
      notes: identity?.remarks ?? null,
    }
  })
}

/** The file's name says nothing of what the list is about. */
function file(c: PageContext, bytes: Uint8Array, type: string, ending: 'xlsx' | 'csv'): Response {
  const today = dayAt(c.var.ground.clock.now(), actorOf(c).timeZone)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${exportWords(c.var.locale).file}-${today}.${ending}"`,
  })
}
