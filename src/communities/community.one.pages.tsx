/** One community: what it says of itself, how far it is, whose it is; the other families of this room add their pieces. */
import { Hono } from 'hono'
import { accountNames, listColleagues } from '../access/account.store.ts'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Group, Row } from '../platform/parts/group.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Note, Plain } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, noticesPart, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, develops, headOf, onCommunity, onTended, tends } from './about-community.tsx'
import {
  ProfileFields,
  profileTyped,
  readProfile,
  type ProfileField,
  type ProfileTyped,
} from './community.form.tsx'
import { whereIs } from './community.pages.tsx'
import { communityParts } from './community.parts.ts'
import { changeCommunity, moveCommunity, publishCommunity } from './community.store.ts'
import { communityStates, nextStates, type Community, type CommunityState } from './community.ts'
import { communityTendWords } from './community.tend.words.ts'
import { communityWords } from './community.words.ts'
import { addMember, endMember, membersOf } from './member.store.ts'
import { memberWords } from './member.words.ts'

export const communityOnePages = new Hono<PageEnv>()

communityOnePages.get('/communities/:slug', (c) =>
  onCommunity(c, async (act, community) => {
    const { locale } = c.var
    const words = communityWords(locale)
    const parts = []
    for (const part of [...communityParts, ...c.var.communityParts]) {
      const shown = await part(act, community, locale)
      if (shown) parts.push(shown)
    }
    const members = await readMembers(act, community)
    const mayChange = tends(act)
    // A contact person of one community lands here.
    const notices = act.actor.role === 'host' ? await noticesPart(c, act) : null
    // What waits for a word comes first; what is settled stands at the end.
    const isOpen = community.state === 'asked' || community.state === 'talk'
    const aside = parts.filter(({ place }) => place === 'aside').map(({ body }) => body)
    const main = parts.filter(({ place }) => place === 'main').map(({ body }) => body)
    return page(
      c,
      {
        title: community.name,
        lead: `${words.kinds[community.kind]} · ${whereIs(community)}`,
        back: act.actor.role === 'host' ? undefined : { href: '/communities', label: words.back },
      },
      <>
        {notices}
        <Split
          aside={
            <>
              <Profile
                locale={locale}
                act={act}
                community={community}
                members={members}
                mayChange={mayChange}
              />
              {aside}
              {develops(act) && !isOpen && <Standing locale={locale} community={community} />}
            </>
          }
        >
          {develops(act) && isOpen && <Standing locale={locale} community={community} />}
          {community.summary !== '' && (
            <Card>
              <p class="prose">{community.summary}</p>
            </Card>
          )}
          {main}
        </Split>
      </>,
    )
  }),
)

function Profile(props: {
  locale: Locale
  act: Acting
  community: Community
  members: MemberView | null
  mayChange: boolean
}) {
  const { locale, act, community, members, mayChange } = props
  const words = communityWords(locale)
  const tend = communityTendWords(locale)
  const people = members?.current.map(({ name }) => name).join(', ') ?? ''
  return (
    <Plain title={words.profile}>
      <SummaryList
        locale={locale}
        facts={[
          { label: words.columns.where, value: whereIs(community) },
          {
            label: words.languagesLabel,
            value: community.languages.map((one) => words.languages[one]).join(', '),
          },
          ...(community.contact !== null && (mayChange || act.actor.role === 'coordinator')
            ? [{ label: tend.contact, value: community.contact }]
            : []),
          ...(members ? [{ label: tend.members, value: people === '' ? tend.nobody : people }] : []),
          {
            label: words.columns.trust,
            value: (
              <>
                {words.trusts[community.trust]}
                <span class="sub">{` ${words.trustHints[community.trust]}`}</span>
              </>
            ),
          },
          ...(mayChange
            ? [{ label: tend.publicLabel, value: community.published ? tend.published : tend.hidden }]
            : []),
        ]}
      />
      {mayChange && (
        <p>
          <a href={communityHref(community, 'change')}>{tend.change}</a>
        </p>
      )}
      {develops(act) && (
        <>
          <p>
            <a href={communityHref(community, 'members')}>{memberWords(locale).open}</a>
          </p>
          <p>
            <a href={communityHref(community, 'trust')}>{memberWords(locale).openTrust}</a>
          </p>
        </>
      )}
    </Plain>
  )
}

/** How far it is, and the steps that follow. */
function Standing({ locale, community }: { locale: Locale; community: Community }) {
  const tend = communityTendWords(locale)
  const { state, stateSince, published } = community
  const label = (to: CommunityState) =>
    to === 'talk' || to === 'accepted'
      ? state === 'resting' || state === 'declined'
        ? tend.moves.back
        : tend.moves[to]
      : tend.moves[to === 'asked' ? 'talk' : to]
  const [first, ...others] = nextStates[state]
  return (
    <Card title={`${tend.states[state]} · ${dayAndMonth(locale, stateSince)}`}>
      {state === 'asked' && (
        <Note>
          <p>{tend.askedNote}</p>
        </Note>
      )}
      <Acts>
        {state === 'asked' || state === 'talk' ? (
          <PostButton action={communityHref(community, 'state')} fields={{ to: first ?? '' }}>
            {label(first ?? state)}
          </PostButton>
        ) : (
          <>
            {state !== 'declined' && (
              <PostButton
                action={communityHref(community, 'publish')}
                fields={{ published: published ? 'no' : 'yes' }}
                kind={published ? 'line' : 'act'}
              >
                {published ? tend.unpublish : tend.publish}
              </PostButton>
            )}
            {first && (
              <PostButton action={communityHref(community, 'state')} fields={{ to: first }} kind="line">
                {label(first)}
              </PostButton>
            )}
          </>
        )}
        {others.map((to) => (
          <PostButton action={communityHref(community, 'state')} fields={{ to }} kind="line">
            {label(to)}
          </PostButton>
        ))}
      </Acts>
    </Card>
  )
}

communityOnePages.post('/communities/:slug/state', async (c) => {
  const form = await formOf(c)
  return onCommunity(c, async (act, community) => {
    const to = communityStates.find((one) => one === form.text('to'))
    if (!to || !develops(act) || !(await moveCommunity(act, community.id, to))) return null
    leaveNotice(c, communityTendWords(c.var.locale).moved)
    return c.redirect(communityHref(community), 303)
  })
})

communityOnePages.post('/communities/:slug/publish', async (c) => {
  const form = await formOf(c)
  return onCommunity(c, async (act, community) => {
    const published = form.text('published') === 'yes'
    if (!develops(act) || !(await publishCommunity(act, community.id, published))) return null
    const tend = communityTendWords(c.var.locale)
    leaveNotice(c, published ? tend.publishedNotice : tend.hiddenNotice)
    return c.redirect(communityHref(community), 303)
  })
})

communityOnePages.get('/communities/:slug/change', (c) =>
  onTended(c, async (act, community) => changePage(c, act, community, profileTyped(community), {})),
)

communityOnePages.post('/communities/:slug/change', async (c) => {
  const form = await formOf(c)
  return onTended(c, async (act, community) => {
    const read = readProfile(c.var.locale, form)
    if (read.profile === null) return changePage(c, act, community, read.typed, read.errors)
    if (!(await changeCommunity(act, community.id, read.profile))) return null
    leaveNotice(c, communityTendWords(c.var.locale).form.saved)
    return c.redirect(communityHref(community), 303)
  })
})

function changePage(
  c: PageContext,
  act: Acting,
  community: Community,
  typed: ProfileTyped,
  errors: Errors<ProfileField>,
) {
  const { locale } = c.var
  const say = communityTendWords(locale).form
  const wrong = Object.keys(errors).length > 0
  return page(
    c,
    headOf(community, say.changeTitle),
    <Form locale={locale} action={communityHref(community, 'change')} errors={errors} guard>
      <ProfileFields locale={locale} typed={typed} errors={errors} fixed={act.actor.role === 'host'} />
      <Button>{say.save}</Button>
    </Form>,
    wrong ? 422 : 200,
  )
}

type MemberView = { current: { id: string; accountId: string; name: string }[] }

/** Who the contact persons are, for those who may know. */
async function readMembers(act: Acting, community: Community): Promise<MemberView | null> {
  if (!develops(act)) return null
  const members = await membersOf(act, community.id)
  const names = await accountNames(
    act,
    members.map(({ accountId }) => accountId),
  )
  return {
    current: members.map(({ id, accountId }) => ({ id, accountId, name: names.get(accountId) ?? '' })),
  }
}

communityOnePages.get('/communities/:slug/members', (c) =>
  onCommunity(c, async (act, community) => membersPage(c, act, community)),
)

communityOnePages.post('/communities/:slug/members', async (c) => {
  const form = await formOf(c)
  return onCommunity(c, async (act, community) => {
    if (!develops(act)) return null
    const hosts = await listColleagues(act, ['host'])
    const chosen = hosts.find(({ id }) => id === form.text('account'))
    if (!chosen) return membersPage(c, act, community, { account: memberWords(c.var.locale).missing })
    await addMember(act, { communityId: community.id, accountId: chosen.id })
    leaveNotice(c, memberWords(c.var.locale).added)
    return c.redirect(communityHref(community, 'members'), 303)
  })
})

communityOnePages.post('/communities/:slug/members/:id/end', (c) =>
  onCommunity(c, async (act, community) => {
    const id = c.req.param('id')
    if (!(await membersOf(act, community.id)).some((member) => member.id === id)) return null
    if (!(await endMember(act, id ?? ''))) return null
    leaveNotice(c, memberWords(c.var.locale).ended)
    return c.redirect(communityHref(community, 'members'), 303)
  }),
)

async function membersPage(
  c: PageContext,
  act: Acting,
  community: Community,
  errors: Errors<'account'> = {},
) {
  const { locale } = c.var
  const say = memberWords(locale)
  const members = await readMembers(act, community)
  if (!members) return null
  const taken = new Set(members.current.map(({ accountId }) => accountId))
  const free = (await listColleagues(act, ['host'])).filter(({ id }) => !taken.has(id))
  const wrong = Object.keys(errors).length > 0
  return page(
    c,
    headOf(community, say.title, { lead: say.lead }),
    <div class="stack">
      {members.current.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Group id="members" title={say.title} count={members.current.length}>
          {members.current.map(({ id, name }) => (
            <Row who={name} action={{ label: say.end, post: communityHref(community, `members/${id}/end`) }}>
              {''}
            </Row>
          ))}
        </Group>
      )}
      {free.length === 0 ? (
        <Note>
          <p>{say.noAccounts}</p>
        </Note>
      ) : (
        <Form locale={locale} action={communityHref(community, 'members')} errors={errors}>
          <Select
            locale={locale}
            name="account"
            label={say.choose}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
            error={errors.account}
          />
          <Button>{say.add}</Button>
        </Form>
      )}
      <ButtonLink href={communityHref(community)} kind="line">
        {community.name}
      </ButtonLink>
    </div>,
    wrong ? 422 : 200,
  )
}
