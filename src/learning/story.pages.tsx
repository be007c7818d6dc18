/** Stories of a trial: written down on the teller's word, shown as far as it goes, and gone when it is taken back. */
import { Hono } from 'hono'
import { communityHref, develops, headOf, onTended } from '../communities/about-community.tsx'
import type { Community } from '../communities/community.ts'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, PostButton } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { readStory, StoryFields, storyTyped, type StoryErrors, type StoryTyped } from './story.form.tsx'
import { addStory, storiesOf, withdrawStory } from './story.store.ts'
import type { Story } from './story.ts'
import { storyWords } from './story.words.ts'
import { theTrial, trialHref } from './trial.part.tsx'
import { takenUp } from './tried.ts'
import type { Trial } from './trial.ts'

export const storyPages = new Hono<PageEnv>()

storyPages.get('/communities/:slug/trials/:id/story', (c) =>
  onTended(c, async (act, community) => {
    const trial = await theTrial(c, act, community)
    return trial && formPage(c, act, community, trial, storyTyped(act.today), {})
  }),
)

storyPages.post('/communities/:slug/trials/:id/story', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const trial = await theTrial(c, act, community)
    if (!trial || !develops(act)) return null
    const about = { today: act.today, startsOn: trial.startsOn }
    const { typed, errors, story } = readStory(c.var.locale, values, about)
    if (!story) return formPage(c, act, community, trial, typed, errors)
    await addStory(act, trial, story)
    leaveNotice(c, storyWords(c.var.locale).saved)
    return c.redirect(`${trialHref(community, trial)}#stories`, 303)
  })
})

/** Its words go for good, so that nobody does it by a slip of the hand. */
storyPages.get('/communities/:slug/stories/:id/withdraw', (c) =>
  onTended(c, async (act, community) => {
    const story = await theStory(c, act, community)
    if (!story) return null
    const say = storyWords(c.var.locale)
    return page(
      c,
      headOf(community, say.withdraw, {
        lead: say.withdrawLead,
        from: { place: `trials/${story.trialId}`, label: say.title },
      }),
      <div class="stack">
        <Card title={story.title}>
          <p class="sub">{say.told(story.teller, longDay(c.var.locale, story.toldOn))}</p>
        </Card>
        <PostButton action={communityHref(community, `stories/${story.id}/withdraw`)}>{say.erase}</PostButton>
      </div>,
    )
  }),
)

storyPages.post('/communities/:slug/stories/:id/withdraw', (c) =>
  onTended(c, async (act, community) => {
    const story = await theStory(c, act, community)
    if (!story || !(await withdrawStory(act, story))) return null
    leaveNotice(c, storyWords(c.var.locale).withdrawn)
    return c.redirect(trialHref(community, { id: story.trialId }), 303)
  }),
)

/** The one that the address names, where it is still told and the actor may take it back. */
async function theStory(c: PageContext, act: Acting, community: Community): Promise<Story | null> {
  if (!develops(act)) return null
  const stories = await storiesOf(act, { communityId: community.id })
  return stories.find(({ id, withdrawnOn }) => id === c.req.param('id') && withdrawnOn === null) ?? null
}

async function formPage(
  c: PageContext,
  act: Acting,
  community: Community,
  trial: Trial,
  typed: StoryTyped,
  errors: StoryErrors,
) {
  if (!develops(act)) return null
  const { locale } = c.var
  const say = storyWords(locale)
  const label = (await takenUp(act, locale)).nameOf(trial)
  return page(
    c,
    headOf(community, say.add, { lead: say.lead, from: { place: `trials/${trial.id}`, label } }),
    <Form locale={locale} action={`${trialHref(community, trial)}/story`} errors={errors} guard>
      <StoryFields locale={locale} typed={typed} errors={errors} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** @param community where the reader may write, or null */
export function Stories(props: {
  locale: Locale
  trial: Trial
  stories: readonly Story[]
  community: Community | null
}) {
  const { locale, trial, stories, community } = props
  const say = storyWords(locale)
  if (stories.length === 0 && !community) return null
  return (
    <Card title={say.title} id="stories">
      {stories.length === 0 && <p>{say.none}</p>}
      {stories.map((story) =>
        story.withdrawnOn ? (
          <p class="sub">{say.withdrawnOn(longDay(locale, story.withdrawnOn))}</p>
        ) : (
          <>
            <h3>{story.title}</h3>
            <p class="sub">{say.told(story.teller, longDay(locale, story.toldOn))}</p>
            <p class="prose">{story.happened}</p>
            <p class="prose">
              <b>{say.mattersLabel}:</b> {story.matters}
            </p>
            {community && (
              <>
                <p class="sub">{`${say.mayRead(say.consents[story.consent])}. ${story.consentHow}`}</p>
                <p>
                  <a href={communityHref(community, `stories/${story.id}/withdraw`)}>
                    {say.withdraw}
                    <span class="unseen">: {story.title}</span>
                  </a>
                </p>
              </>
            )}
          </>
        ),
      )}
      {community && (
        <p>
          <a href={`${trialHref(community, trial)}/story`}>{say.add}</a>
        </p>
      )}
    </Card>
  )
}
