/** One's own account: who the house thinks one is, how one gets in, and where one is signed in. */
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { dayAt } from '../platform/day.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Group, Row } from '../platform/parts/group.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { formOf, homeOf, leaveNotice, notFound, page, type PageEnv } from '../platform/web.tsx'
import { dayAndTime, numericDay } from '../platform/words.dates.ts'
import { isLocale, languageNames } from '../platform/words.ts'
import { accountWords } from './account.words.ts'
import { isRole, isStaffRole } from './account.ts'
import { keepLocale } from './address.store.ts'
import { atDoor } from './door.ts'
import { proofOf } from './factor.store.ts'
import { mailboxOf } from './notice.store.ts'
import { readNotification } from './notification.store.ts'
import { isTold } from './notification.ts'
import { notificationWords } from './notification.words.ts'
import { PasskeyForm } from './passkey.form.tsx'
import { listPasskeys } from './passkey.store.ts'
import { relyingParty } from './passkey.ts'
import { roleWords } from './role.words.ts'
import { secondStepTo } from './second-step.pages.tsx'
import { hasFactor, mayChangeKeys, mayRemoveKey } from './second-step.ts'
import { secondStepWords } from './second-step.words.ts'
import { endSessions, listSessions } from './session.store.ts'
import { note, renewSession, visitorIn } from './visitor.ts'

export const accountPages = new Hono<PageEnv>()

accountPages.get('/account', async (c) => {
  const { ground, locale } = c.var
  const words = accountWords(locale)
  const visitor = visitorIn(c)
  const { timeZone } = visitor.organisation
  const own = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    return (
      proof && {
        proof,
        mailbox: await mailboxOf(door, visitor.accountId),
        notification: await readNotification(door, visitor.accountId),
        passkeys: await listPasskeys(door, visitor.accountId),
        sessions: await listSessions(door, visitor.accountId),
      }
    )
  })
  if (!own) return c.redirect('/sign-in', 303)
  const { proof, passkeys, sessions } = own
  const removable = mayRemoveKey(proof)
  const keyCount = passkeys.length + (proof.factors.totp ? 1 : 0)
  return page(
    c,
    { title: words.title },
    <Split
      aside={
        <>
          <Plain title={words.about}>
            <SummaryList
              locale={locale}
              facts={[
                { label: words.name, value: visitor.name },
                { label: words.email, value: own.mailbox?.email ?? '', changeHref: '/account/address' },
                { label: words.organisation, value: visitor.organisation.name },
                { label: words.role, value: visitor.roleLabel(locale) },
                ...(isTold([visitor.role, ...visitor.roles])
                  ? [
                      {
                        label: notificationWords(locale).title,
                        value: notificationWords(locale).inShort(own.notification),
                        changeHref: '/account/notifications',
                      },
                    ]
                  : []),
              ]}
            />
          </Plain>
          <Plain title={words.language}>
            <Form locale={locale} action="/account/locale">
              <Select
                locale={locale}
                name="locale"
                label={words.language}
                labelHidden
                hint={words.languageHint}
                empty={null}
                value={visitor.locale}
                options={visitor.organisation.languages.map((value) => ({
                  value,
                  label: languageNames[value],
                }))}
              />
              <Button kind="line">{words.save}</Button>
            </Form>
          </Plain>
        </>
      }
    >
      {visitor.roles.length > 0 && (
        <Group id="roles" title={words.roles} note={words.rolesText}>
          {[visitor.role, ...visitor.roles].map((role) => (
            <Row
              who={roleWords(locale)[role]}
              action={
                role === visitor.role
                  ? undefined
                  : { label: words.actAs, post: '/account/role', fields: { role } }
              }
            >
              {role === visitor.role ? words.acting : ''}
            </Row>
          ))}
        </Group>
      )}
      <Group
        id="keys"
        title={words.keys}
        note={proof.staff ? words.keysStaff : words.keysParticipant}
        more={
          <span class="acts">
            {relyingParty(ground.config.url) && (
              <ButtonLink href="/account/passkeys/new" kind="line">
                {words.addPasskey}
              </ButtonLink>
            )}
            {proof.staff && (
              <ButtonLink href="/account/totp" kind="line">
                {proof.factors.totp ? words.newTotp : words.addTotp}
              </ButtonLink>
            )}
          </span>
        }
      >
        {passkeys.map((key) => (
          <Row
            who={key.name || words.passkey}
            sub={words.since(numericDay(locale, dayAt(key.createdAt, timeZone)))}
            action={
              removable ? { label: words.remove, post: `/account/passkeys/${key.id}/remove` } : undefined
            }
          >
            {key.usedAt ? words.usedOn(numericDay(locale, dayAt(key.usedAt, timeZone))) : words.passkey}
          </Row>
        ))}
        {proof.factors.totp && (
          <Row
            who={words.totp}
            action={removable ? { label: words.remove, post: '/account/totp/remove' } : undefined}
          >
            {''}
          </Row>
        )}
        {proof.staff && keyCount > 0 && (
          <Row
            who={words.recovery}
            action={
              hasFactor(proof.factors)
                ? { label: words.newRecovery, post: '/account/recovery-codes' }
                : undefined
            }
          >
            {words.recoveryLeft(proof.factors.recoveryCodes)}
          </Row>
        )}
      </Group>
      <Group
        id="sessions"
        title={words.sessions}
        note={words.sessionsText}
        more={
          sessions.length > 1 && (
            <PostButton action="/account/sessions/end-others" kind="line">
              {words.endOthers}
            </PostButton>
          )
        }
      >
        {[...sessions]
          .sort((a, b) => Number(b.id === visitor.sessionId) - Number(a.id === visitor.sessionId))
          .map((session) => (
            <Row
              who={session.device || words.unknownDevice}
              sub={roleWords(locale)[session.role]}
              action={
                session.id === visitor.sessionId
                  ? undefined
                  : { label: words.end, post: `/account/sessions/${session.id}/end` }
              }
            >
              {session.id === visitor.sessionId
                ? words.thisOne
                : words.seen(dayAndTime(locale, session.seenAt, timeZone))}
            </Row>
          ))}
      </Group>
    </Split>,
  )
})

accountPages.get('/account/passkeys/new', async (c) => {
  const { ground, locale } = c.var
  const words = accountWords(locale)
  const visitor = visitorIn(c)
  if (!relyingParty(ground.config.url)) return notFound(c)
  const proof = await atDoor(ground, (door) => proofOf(door, visitor))
  if (!proof) return c.redirect('/sign-in', 303)
  if (!mayChangeKeys(proof, ground.clock.now())) return c.redirect(secondStepTo('/account/passkeys/new'), 303)
  const step = secondStepWords(locale)
  return page(
    c,
    {
      title: words.addPasskey,
      lead: words.addPasskeyLead,
      width: 'narrow',
      back: { href: '/account', label: words.back },
    },
    <>
      <PasskeyForm
        c={c}
        ceremony="create"
        options="/account/passkeys/options"
        action="/account/passkeys"
        title={step.addPasskeyTitle}
        text={step.addPasskeyText}
        button={step.addPasskey}
        kind="act"
      />
      <noscript>
        <Card>
          <p>{step.noScript}</p>
          <Acts>
            <ButtonLink href="/account" kind="line">
              {words.back}
            </ButtonLink>
          </Acts>
        </Card>
      </noscript>
    </>,
  )
})

accountPages.post('/account/role', async (c) => {
  const visitor = visitorIn(c)
  const role = (await formOf(c)).text('role')
  if (!isRole(role) || !visitor.roles.includes(role)) return notFound(c)
  const changed = await atDoor(c.var.ground, async (door) => {
    await note(door, visitor, 'access.session', `role: ${role}`)
    return renewSession(c, door, { to: 'role', role })
  })
  if (!changed) return c.redirect('/sign-in', 303)
  // The guard asks for the second step where the new role needs one and this session has not shown it.
  return c.redirect(isStaffRole(role) && !visitor.strong ? secondStepTo(homeOf(role)) : homeOf(role), 303)
})

accountPages.post('/account/locale', async (c) => {
  const visitor = visitorIn(c)
  const locale = (await formOf(c)).text('locale')
  if (!isLocale(locale) || !visitor.organisation.languages.includes(locale)) return notFound(c)
  await atDoor(c.var.ground, (door) => keepLocale(door, visitor.accountId, locale))
  // A language that was looked at through the menu would hide the choice.
  setCookie(c, 'tugevus-lang', '', { path: '/', maxAge: 0 })
  leaveNotice(c, accountWords(locale).localeKept)
  return c.redirect('/account', 303)
})

accountPages.post('/account/sessions/end-others', async (c) => {
  const visitor = visitorIn(c)
  await atDoor(c.var.ground, async (door) => {
    await endSessions(door, visitor.accountId, { allBut: visitor.sessionId })
    await note(door, visitor, 'access.session', 'others ended')
  })
  leaveNotice(c, accountWords(c.var.locale).endedOthers)
  return c.redirect('/account', 303)
})

accountPages.post('/account/sessions/:id/end', async (c) => {
  const visitor = visitorIn(c)
  const id = c.req.param('id')
  if (!/^[0-9a-f-]{36}$/.test(id)) return notFound(c)
  const ended = await atDoor(c.var.ground, async (door) => {
    const count = await endSessions(door, visitor.accountId, { only: id })
    if (count > 0) await note(door, visitor, 'access.session', 'one ended')
    return count
  })
  if (ended === 0) return notFound(c)
  leaveNotice(c, accountWords(c.var.locale).ended)
  return c.redirect('/account', 303)
})
