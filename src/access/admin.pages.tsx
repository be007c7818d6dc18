/** The administrator's first page: who works here. */
import { Hono } from 'hono'
import { staffRoles } from '../platform/actor.ts'
import { listBackups } from '../platform/backup.folder.ts'
import { dayAt } from '../platform/day.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import { Empty, Filters } from '../platform/parts/list-tools.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { LinkList, Note, Plain } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { Tag } from '../platform/parts/tag.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { actorOf, page, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import { countParticipants, listStaff, type StaffLine } from './admin.store.ts'
import { adminWords } from './admin.words.ts'
import { isRole } from './account.ts'
import { atDoor } from './door.ts'
import { roleWords } from './role.words.ts'
import { backupStanding } from './state.ts'
import { stateWords } from './state.words.ts'
import { visitorIn } from './visitor.ts'

export const adminPages = new Hono<PageEnv>()

adminPages.get('/admin', async (c) => {
  const { ground, locale } = c.var
  const words = adminWords(locale)
  const actor = actorOf(c)
  const { timeZone } = visitorIn(c).organisation
  const { staff, participants } = await atDoor(ground, async (door) => ({
    staff: await listStaff(door, actor),
    participants: await countParticipants(door, actor),
  }))
  const [backup] = await listBackups(ground)
  const standing = backupStanding(backup?.madeAt, ground.clock.now())
  const asked = {
    q: c.req.query('q') ?? '',
    role: c.req.query('role') ?? '',
    state: c.req.query('state') ?? '',
  }
  const shown = staff.filter((one) => matches(one, asked))
  return page(
    c,
    {
      title: words.title,
      lead: words.lead,
      actions: (
        <ButtonLink href="/admin/accounts/new" icon="plus">
          {words.add}
        </ButtonLink>
      ),
    },
    <Split
      aside={
        <>
          <Plain title={words.participants}>
            <p>{words.participantsText(participants.all, participants.active)}</p>
          </Plain>
          <LinkList
            items={[
              { href: '/admin/organisation', label: words.settings, icon: 'house' },
              { href: '/admin/mails', label: words.mails, icon: 'mail' },
              { href: '/admin/state', label: stateWords(locale).title, icon: 'info' },
            ]}
          />
        </>
      }
    >
      <>
        {standing !== 'fresh' && (
          <Note>
            {stateWords(locale)[standing]}. <a href="/admin/state">{stateWords(locale).title}</a>
          </Note>
        )}
        {ground.config.smtp === undefined && <Note>{words.noPost}</Note>}
        <Filters locale={locale} action="/admin">
          <TextField locale={locale} name="q" type="search" label={words.search} value={asked.q} />
          <Select
            locale={locale}
            name="role"
            label={words.role}
            empty={words.anyRole}
            value={asked.role}
            options={staffRoles.map((role) => ({ value: role, label: roleWords(locale)[role] }))}
          />
          <Select
            locale={locale}
            name="state"
            label={words.state}
            empty={words.stateAny}
            value={asked.state}
            options={[
              { value: 'active', label: words.stateActive },
              { value: 'disabled', label: words.stateDisabled },
            ]}
          />
        </Filters>
        {shown.length === 0 ? (
          <Empty title={words.none}>{words.noneText}</Empty>
        ) : (
          <Table
            locale={locale}
            caption={words.staff}
            rows={shown}
            columns={[
              {
                key: 'name',
                label: words.name,
                rowHeader: true,
                cell: (one) => <a href={`/admin/accounts/${one.id}`}>{one.name}</a>,
              },
              {
                key: 'roles',
                label: words.roles,
                cell: (one) => one.roles.map((role) => roleWords(locale)[role]).join(', '),
              },
              {
                key: 'last',
                label: words.lastSignIn,
                cell: (one) =>
                  one.lastSignIn ? longDay(locale, dayAt(one.lastSignIn, timeZone)) : words.never,
              },
              {
                key: 'state',
                label: words.state,
                cell: (one) =>
                  one.state === 'disabled' ? (
                    <Tag tone="mist" icon="lock">
                      {words.disabled}
                    </Tag>
                  ) : one.secured ? (
                    <Tag tone="done">{words.secured}</Tag>
                  ) : (
                    <Tag tone="time">{words.unsecured}</Tag>
                  ),
              },
            ]}
          />
        )}
      </>
    </Split>,
  )
})

/** Every word of the search stands somewhere in the name. */
function matches(one: StaffLine, asked: { q: string; role: string; state: string }): boolean {
  const name = one.name.toLocaleLowerCase('et')
  const found = asked.q
    .toLocaleLowerCase('et')
    .split(/\s+/)
    .every((word) => name.includes(word))
  const hasRole = !isRole(asked.role) || one.roles.includes(asked.role)
  return found && hasRole && (asked.state === '' || one.state === asked.state)
}
