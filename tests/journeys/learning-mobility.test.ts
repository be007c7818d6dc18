/** Whoever coordinates mobilities writes down a project that is over and a journey of it, and, on a telephone, what was seen there; a colleague confirms what came of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { createAccount } from '../../src/access/account.store.ts'
import { draftWords } from '../../src/learning/draft.words.ts'
import { mobilityWords } from '../../src/learning/mobility.words.ts'
import { observationWords } from '../../src/learning/observation.words.ts'
import { participationWords } from '../../src/learning/participation.words.ts'
import { photoWords } from '../../src/learning/photo.words.ts'
import { projectWords } from '../../src/learning/project.words.ts'
import { systemOf, withActor, type Role } from '../../src/platform/actor.ts'
import { hidden, telephonePicture } from '../setup/files.ts'
import { openPlace, settle, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a mobility at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const [project, mobility] = [projectWords(locale), mobilityWords(locale)]
  const [seeing, part] = [observationWords(locale), participationWords(locale)]
  const [draft, photo] = [draftWords(locale), photoWords(locale)]
  let place: Place
  let liis: Walk
  let ids: Record<'lead' | 'developer', string>

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    const home = await settle(place)
    const add = (name: string, email: string, role: Role) =>
      withActor(place.ground, systemOf(home.id, 'Europe/Tallinn'), (act) =>
        createAccount(act, { name, email, roles: [role], locale }),
      )
    ids = {
      lead: await add('Liis Tamm', 'liis@rukkilill.test', 'mobility_lead'),
      developer: await add('Maret Kask', 'maret@rukkilill.test', 'developer'),
    }
    liis = await place.walk(look)
    await liis.comeIn(ids.lead, 'mobility_lead')
  }, 120_000)
  afterAll(() => place.close())

  test('a project that is over is written down', async () => {
    await liis.go('/projects')
    expect(await liis.text()).toContain(project.noneHint)
    await liis.look('projects-empty')
    await liis.follow(project.add)
    await liis.press(project.save)
    expect(await liis.text()).toContain(project.errors.name)
    await liis.look('project-wrong')
    await liis.fill({
      name: 'Kogukondade tugevus',
      number: '2024-1-EE01-KA122-ADU-000233253',
      callYear: '2024',
      funder: 'Erasmus+',
      'startsOn-day': '1',
      'startsOn-month': '8',
      'startsOn-year': '2024',
      'endsOn-day': '31',
      'endsOn-month': '12',
      'endsOn-year': '2025',
    })
    await liis.press(project.save)
    expect(await liis.text()).toContain(project.noMobilities)
    await liis.look('project-new')
  })

  test('a journey of it is written down, and found by its project', async () => {
    await liis.follow(project.addMobility)
    await liis.page.selectOption('[name=kind]', 'job-shadowing')
    await liis.page.selectOption('[name=country]', 'FI')
    await liis.fill({
      name: 'Töövarjunädal Turus',
      host: 'Naabrite gild',
      town: 'Turu',
      'startsOn-day': '10',
      'startsOn-month': '3',
      'startsOn-year': '2025',
      'endsOn-day': '14',
      'endsOn-month': '3',
      'endsOn-year': '2025',
      travel: '2',
      purpose: 'Näha, kuidas taastuvad inimesed oma kohta ise peavad.',
    })
    await liis.press(mobility.save)
    expect(await liis.text()).toContain(mobility.withTravel(mobility.days(5), mobility.travelDays(2)))
    await liis.look('mobility-new')
    await liis.follow('Kogukondade tugevus')
    await liis.look('project-with-mobility')
    await liis.follow('Töövarjunädal Turus')
  })

  test('what was seen is written on a telephone, with a day and a place that stand there already', async () => {
    await liis.follow(seeing.add)
    await liis.fill({
      what: 'Gildi ruumid on iga päev lahti ja kohvi keedab see, kes esimesena tuleb.',
      thought: 'Võti on see, mida jagada.',
    })
    await liis.look('observation-new')
    await liis.press(seeing.save)
    expect(await liis.text()).toContain('kohvi keedab see, kes esimesena tuleb')
    expect(await liis.page.getAttribute('.times time', 'datetime')).toBe('2025-03-14')
  })

  test('a draft with a picture is kept on the way, found again and finished; the others see no more than what is finished', async () => {
    await liis.follow(seeing.add)
    await liis.fill({ what: 'Köök', seenAt: '', 'seenOn-day': '', 'seenOn-month': '', 'seenOn-year': '' })
    await liis.page.setInputFiles('[name=photos]', {
      name: 'IMG_2041.jpg',
      mimeType: 'image/jpeg',
      buffer: await telephonePicture({ width: 800, height: 600 }),
    })
    await liis.press(draft.keep)
    expect(await liis.text()).toContain(draft.kept)
    await liis.look('mobility-draft')
    const maret = await place.walk(look)
    await maret.comeIn(ids.developer, 'developer')
    await maret.go(liis.at())
    expect(await maret.text()).not.toContain('Köök')
    await maret.close()
    await liis.follow(seeing.add)
    await liis.follow(draft.goOn)
    await liis.look('draft')
    await liis.press(seeing.save)
    expect(await liis.text()).toContain(seeing.errors.seenAt)
    await liis.look('draft-wrong')
    await liis.fill({
      what: 'Köök on kõigi oma.',
      seenAt: 'Gildi köök',
      'seenOn-day': '13',
      'seenOn-month': '3',
      'seenOn-year': '2025',
    })
    await liis.press(seeing.save)
    expect(await liis.page.getAttribute('main img', 'width')).toBe('600')
    await liis.look('observation')
  })

  test('a picture is described, and served without where it was taken', async () => {
    await liis.page.getByRole('link', { name: photo.name }).click()
    await liis.fill({ alt: 'Laud ja kaksteist tooli' })
    await liis.look('photo')
    await liis.press(photo.save)
    expect(await liis.page.getAttribute('main img', 'alt')).toBe('Laud ja kaksteist tooli')
    const src = await liis.page.getAttribute('main img', 'src')
    const cookies = await liis.context.cookies(place.url.replace('http:', 'https:'))
    const answer = await fetch(place.url + src, {
      headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 600, height: 800 })
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    expect(bytes.includes(hidden)).toBe(false)
    await liis.follow('Töövarjunädal Turus')
    expect(await liis.text()).toContain(photo.count(1))
  })

  test('a day is mended where the year slipped, and everything is written down', async () => {
    await liis.page.click('.times li:last-child a')
    await liis.follow(seeing.changeShort)
    await liis.fill({ 'seenOn-day': '11', 'seenOn-year': '2024' })
    await liis.press(seeing.save)
    expect(await liis.text()).toContain('Gildi ruumid')
    await liis.look('observation-early')
    await liis.fill({ 'seenOn-year': '2025' })
    await liis.press(seeing.save)
    await liis.follow('Töövarjunädal Turus')
    await liis.follow(mobility.change)
    await liis.choose('state', 'complete')
    await liis.press(mobility.save)
    expect(await liis.text()).toContain(mobility.states.complete)
    await liis.look('mobility-complete')
  })

  test('it is agreed what a colleague is to learn there', async () => {
    await liis.follow(part.add)
    await liis.press(part.save)
    expect(await liis.text()).toContain(part.errors.name)
    await liis.page.selectOption('[name=account]', { label: 'Maret Kask' })
    await liis.press(part.save)
    await liis.fill({
      more: 'Oskan ruumi lahti hoida.\nOskan võtit ringi lasta.',
      how: 'Oleme igal õhtul ruumis.',
    })
    await liis.look('participation-agree')
    await liis.press(part.save)
    expect(await liis.text()).toContain('Oskan võtit ringi lasta.')
    await liis.look('participation-agreed')
    await liis.close()
  })

  test('whoever took part confirms what came of it, and the texts for the funder are ready', async () => {
    const maret = await place.walk(look)
    await maret.comeIn(ids.developer, 'developer')
    await maret.go('/projects')
    await maret.follow('Kogukondade tugevus')
    await maret.follow('Töövarjunädal Turus')
    await maret.follow('Maret Kask')
    await maret.choose('reached-1', 'yes')
    await maret.choose('reached-2', 'partly')
    await maret.fill({
      complement: 'Olin igal õhtul ruumis.',
      'confirmedOn-day': '16',
      'confirmedOn-month': '3',
      'confirmedOn-year': '2025',
    })
    await maret.press(part.save)
    await maret.look('participation-confirmed')
    await maret.close()
    const again = await place.walk(look)
    await again.comeIn(ids.lead, 'mobility_lead')
    await again.go('/projects')
    await again.follow('Kogukondade tugevus')
    await again.follow('Töövarjunädal Turus')
    await again.follow(part.texts)
    expect(await again.text()).toContain(part.partly('Oskan võtit ringi lasta.'))
    await again.look('mobility-texts')
    await again.close()
  })
})
