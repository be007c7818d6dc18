/** An assessment of readiness is begun, finished and opened again. */
import { Hono } from 'hono'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Checkbox, Radios } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { readinessDefinition, variantKeys, type Variant } from './readiness.content.ts'
import { dimensionName, inLanguage } from './readiness.names.ts'
import { readinessWords } from './readiness.words.ts'
import { beginRound, closeRound, reopenRound, roundsOf } from './round.store.ts'

export const readinessRoundPages = new Hono<PageEnv>()

readinessRoundPages.get('/communities/:slug/readiness/begin', (c) =>
  onTended(c, async (act, community) => (develops(act) ? beginPage(c, community, {}) : null)),
)

readinessRoundPages.post('/communities/:slug/readiness/begin', async (c) => {
  const form = await formOf(c)
  return onTended(c, async (act, community) => {
    if (!develops(act)) return null
    const say = readinessWords(c.var.locale)
    const variant = variantKeys.find((each) => each === form.text('variant'))
    const smallAndAlike = form.text('small') !== ''
    if (!variant) return beginPage(c, community, { small: smallAndAlike, error: say.errors.variant })
    const { version, variants } = readinessDefinition()
    const { dimensions } = variants[variant]
    const id = await beginRound(act, community.id, { variant, version, dimensions, smallAndAlike })
    leaveNotice(c, id === null ? say.alreadyOpen : say.begun)
    return c.redirect(communityHref(community, 'readiness'), 303)
  })
})

function beginPage(
  c: PageContext,
  community: Community,
  { variant = 'five', small = false, error }: { variant?: Variant; small?: boolean; error?: string },
) {
  const { locale } = c.var
  const say = readinessWords(locale)
  const { variants, interviews } = readinessDefinition()
  return page(
    c,
    headOf(community, say.begin, { lead: say.beginLead, from: { place: 'readiness', label: say.title } }),
    <Form
      locale={locale}
      action={communityHref(community, 'readiness/begin')}
      errors={error === undefined ? {} : { variant: error }}
    >
      <Radios
        locale={locale}
        name="variant"
        label={say.variant}
        layout="column"
        value={variant}
        error={error}
        options={variantKeys.map((value) => ({
          value,
          label: inLanguage(variants[value].name, locale),
          hint: variants[value].dimensions.map((dimension) => dimensionName(locale, dimension)).join(', '),
        }))}
      />
      <Checkbox
        name="small"
        label={say.smallAndAlike}
        hint={say.smallAndAlikeHint(interviews.leastSmallAndAlike, interviews.least)}
        checked={small}
      />
      <Acts>
        <Button>{say.begin}</Button>
      </Acts>
    </Form>,
    error === undefined ? 200 : 422,
  )
}

for (const [place, change] of [
  ['close', closeRound],
  ['reopen', reopenRound],
] as const) {
  readinessRoundPages.post(`/communities/:slug/rounds/:id/${place}`, (c) =>
    onTended(c, async (act, community) => {
      if (!develops(act)) return null
      const say = readinessWords(c.var.locale)
      const round = (await roundsOf(act, community.id)).find(({ id }) => id === c.req.param('id'))
      if (!round) return null
      const done = await change(act, round)
      leaveNotice(
        c,
        place === 'close'
          ? done
            ? say.closed
            : say.couldNotClose
          : done
            ? say.reopened
            : say.couldNotReopen,
      )
      return c.redirect(communityHref(community, 'readiness'), 303)
    }),
  )
}
