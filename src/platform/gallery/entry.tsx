import { day } from '../day.ts'
import { Acts, Button, ButtonLink } from '../parts/button.tsx'
import { Checkbox, Checkboxes, Radios, Select } from '../parts/choices.tsx'
import { DateField } from '../parts/date-field.tsx'
import { Form } from '../parts/form.tsx'
import { CheckAnswers, Confirmation } from '../parts/outcome.tsx'
import { Progress } from '../parts/progress.tsx'
import { Card, Note } from '../parts/surface.tsx'
import { TextArea, TextField } from '../parts/text-field.tsx'
import { kadri, staffMenu, type Trial } from './trial.ts'

export const signInTrial: Trial = {
  view: {
    title: 'Sisene',
    audience: 'public',
    width: 'narrow',
    lead: 'Saadame sulle e-kirjaga koodi. Parooli ei ole vaja meeles pidada.',
  },
  body: (locale) => (
    <>
      <Card>
        <Form locale={locale} action="#">
          <TextField
            locale={locale}
            name="email"
            type="email"
            label="E-posti aadress"
            hint="See, mille andsid oma koordinaatorile või tööandjale."
            autocomplete="email"
          />
          <Button wide>Saada kood</Button>
        </Form>
      </Card>
      <Acts>
        <ButtonLink href="#" kind="line" icon="lock">
          Sisene pääsuvõtmega
        </ButtonLink>
        <a href="#">Ma ei pääse oma postkasti</a>
      </Acts>
    </>
  ),
}

const errors = {
  heldOn: 'Kirjuta vestluse kuupäev, näiteks 14 12 2026',
  reached: 'Vali, kas said inimese kätte',
  next: 'Järgmine vestlus saab olla kõige varem homme',
}

export const formTrial: Trial = {
  view: {
    title: 'Vestluse kirjapanek',
    code: 'K7-42',
    audience: 'staff',
    width: 'narrow',
    back: { href: '#', label: 'Marko' },
    menu: staffMenu('Inimesed'),
    account: kadri,
  },
  body: (locale) => (
    <Card>
      <Form locale={locale} action="#" errors={errors} guard>
        <DateField
          locale={locale}
          name="heldOn"
          label="Millal te rääkisite?"
          value={{ day: '', month: '11', year: '2026' }}
          error={errors.heldOn}
        />
        <Radios
          locale={locale}
          name="reached"
          label="Kas said Marko kätte?"
          error={errors.reached}
          options={[
            { value: 'yes', label: 'Jah, rääkisime' },
            { value: 'no', label: 'Ei saanud kätte' },
          ]}
        />
        <Checkboxes
          locale={locale}
          name="help"
          label="Mida sa aitasid?"
          hint="Vali kõik, mis sobib."
          values={['plan']}
          options={[
            { value: 'plan', label: 'Vaatasime plaani üle' },
            {
              value: 'contact',
              label: 'Leppisime aja teise inimesega',
              hint: 'Võlanõustaja, arst, Töötukassa',
            },
            { value: 'listen', label: 'Kuulasin' },
          ]}
        />
        <Select
          locale={locale}
          name="how"
          label="Kuidas te rääkisite?"
          value="phone"
          options={[
            { value: 'phone', label: 'Telefonis' },
            { value: 'met', label: 'Kohtusime' },
            { value: 'video', label: 'Videokõnes' },
          ]}
        />
        <DateField
          locale={locale}
          name="next"
          label="Järgmine vestlus"
          hint="Reegel pakub 14. jaanuari 2027."
          value={day('2026-11-22')}
          error={errors.next}
        />
        <TextArea
          locale={locale}
          name="note"
          label="Märkus"
          required={false}
          value="Palgapäeva õhtul tuleb Toomas läbi."
        />
        <Checkbox name="told" label="Rääkisin Markole, kes seda näeb" checked />
        <Acts>
          <Button>Pane kirja</Button>
          <a href="#">Jäta kirja panemata</a>
        </Acts>
      </Form>
    </Card>
  ),
}

export const answersTrial: Trial = {
  view: {
    title: 'Vaata üle, enne kui saadad',
    audience: 'staff',
    width: 'narrow',
    back: { href: '#', label: 'Järgmine vestlus' },
    menu: staffMenu('Inimesed'),
    account: kadri,
  },
  body: (locale) => (
    <Card>
      <CheckAnswers
        locale={locale}
        action="#"
        button="Kinnita vestlus"
        facts={[
          { label: 'Vestlus', value: '14. detsember 2026 kell 14', changeHref: '#' },
          { label: 'Koht', value: 'Rapla kogukonnamaja', changeHref: '#' },
          { label: 'Kaasas', value: 'Toomas, tugiisik', changeHref: '#' },
          { label: 'Kood', value: 'K7-42' },
        ]}
      >
        <Note>Marko saab meeldetuletuse päev varem. Kirjas ei ole öeldud, mis vestlusega on tegu.</Note>
      </CheckAnswers>
    </Card>
  ),
}

export const doneTrial: Trial = {
  view: {
    title: 'Aitäh',
    audience: 'participant',
    width: 'narrow',
    exit: { action: '#', to: 'https://www.ilmateenistus.ee/' },
    helpHref: '#',
  },
  body: (locale) => (
    <Confirmation
      locale={locale}
      title="Sinu märguanne on kohal"
      what="Enesetunne 7, kindlus 8. Kindlus on kahe nädalaga tõusnud."
      next={[
        'Kadri loeb selle läbi täna enne kella 17.',
        'Kolmapäeval kell 17.15 ta helistab.',
        'Järgmine märguanne on 30. novembril.',
      ]}
    >
      <Card title="Aitas eelmisel korral">
        <p>Sa kirjutasid augustis: „Jalutan jõe äärde ja tagasi, siis on õhtu lühem.“</p>
      </Card>
      <p>
        <a href="#">Tagasi oma lehele</a>
      </p>
    </Confirmation>
  ),
}

export const progressTrial: Trial = {
  view: {
    title: 'Loend on tulekul',
    audience: 'staff',
    width: 'narrow',
    menu: staffMenu('Inimesed'),
    account: kadri,
  },
  body: (locale) => (
    <Card>
      <Progress locale={locale} label="Loeme ridu" done={0.62} />
    </Card>
  ),
}
