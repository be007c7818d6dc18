/** The person: sealed identity, sight, consents, who looked. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { coverJob } from './cover.store.ts'
import { identityPages } from './identity.pages.tsx'
import { invitePages } from './invite.pages.tsx'
import { rights } from './rights.ts'
import { eraseEverything, takePerson } from './take.ts'
import { sweepTrustedJob } from './trusted.job.ts'
import { trustedPages } from './trusted.pages.tsx'

const routes = new Hono<PageEnv>()
routes.route('/', identityPages)
routes.route('/', invitePages)
routes.route('/', trustedPages)

export const peopleRoom: Room = {
  name: 'people',
  routes,
  rights,
  jobs: [coverJob, sweepTrustedJob],
  bytes: {
    'people.person.audit_subject': 'plain',
    'people.identity.name_index': 'index',
    'people.identity.name_birth_index': 'index',
    'people.identity.phone_index': 'index',
    'people.identity.email_index': 'index',
    'people.pass.hash': 'token',
  },
  take: takePerson,
  erase: eraseEverything,
}
