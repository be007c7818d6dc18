/** Who may bring lists: those who are responsible for people. A list in progress is its bringer's own. */
import type { Rights, RouteRight, StoreRight } from '../platform/room.ts'

const brings: RouteRight = { who: ['coordinator', 'lead'] }
const own: StoreRight = ['coordinator', 'lead']

export const importRights: Rights = {
  routes: {
    'GET /import': brings,
    'POST /import': brings,
    'GET /import/template.xlsx': brings,
    'GET /import/:id{[0-9a-f-]+}': brings,
    'POST /import/:id{[0-9a-f-]+}/file': brings,
    'POST /import/:id{[0-9a-f-]+}/rows': brings,
    'POST /import/:id{[0-9a-f-]+}/row': brings,
    'POST /import/:id{[0-9a-f-]+}/go': brings,
    'POST /import/:id{[0-9a-f-]+}/remove': brings,
    'GET /import/:id{[0-9a-f-]+}/refused.xlsx': brings,
  },
  tables: {
    'support.import': {
      coordinator: { see: 'own', add: 'own', change: 'own', erase: 'own' },
      lead: { see: 'own', add: 'own', change: 'own', erase: 'own' },
      // What is a day old goes.
      system: { see: 'organisation', erase: 'organisation' },
    },
    // Coordinator and lead see a row only by its fingerprint, which cannot be computed without the key.
    'support.import_row': {
      coordinator: { add: 'organisation' },
      lead: { add: 'organisation' },
      system: { see: 'organisation', add: 'organisation', erase: 'organisation' },
    },
  },
  stores: {
    'support/import.store.ts createImport': own,
    'support/import.store.ts listImports': own,
    'support/import.store.ts readImport': own,
    'support/import.store.ts readSheets': own,
    'support/import.store.ts changeChoices': own,
    'support/import.store.ts removeImport': own,
    'support/import.store.ts sweepImports': ['coordinator', 'lead', 'system'],
    'support/import-run.store.ts takeRun': own,
    'support/import-run.store.ts waitForOthers': own,
    'support/import-run.store.ts beginRun': own,
    'support/import-run.store.ts noteProgress': own,
    'support/import-run.store.ts finishRun': own,
    'support/import-run.store.ts giveUpRun': own,
    'support/import-run.store.ts readRefused': own,
    'support/import-row.store.ts findImported': ['coordinator', 'lead', 'system'],
    'support/import-row.store.ts rememberImported': ['coordinator', 'lead', 'system'],
    'support/import-row.store.ts forgetImported': ['system'],
  },
}
