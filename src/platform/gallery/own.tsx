import { Button, ButtonLink } from '../parts/button.tsx'
import { MiniCurve } from '../parts/charts/mini-curve.tsx'
import { Radios, Scale } from '../parts/choices.tsx'
import { Form } from '../parts/form.tsx'
import { HelpNow } from '../parts/help.tsx'
import { Split } from '../parts/layout.tsx'
import { NextStep } from '../parts/next-step.tsx'
import { Card, LinkList, Ticks } from '../parts/surface.tsx'
import { TextArea } from '../parts/text-field.tsx'
import { markoCheckins } from './marko.ts'
import { today, type Trial } from './trial.ts'

/** The person's own page on the day of a check-in. */
export const ownTrial: Trial = {
  view: {
    title: 'Minu leht',
    heading: 'Tere, Marko',
    audience: 'participant',
    lead: 'Tore, et tulid.',
    exit: { action: '#', to: 'https://www.ilmateenistus.ee/' },
  },
  body: (locale) => (
    <Split
      kind="even"
      aside={
        <>
          <HelpNow
            locale={locale}
            contacts={[
              { name: '112', tel: '112', about: 'Kui elu või tervis on ohus' },
              { name: '116 006', tel: '116006', about: 'Ohvriabi kriisitelefon, ööpäev läbi' },
              { name: 'Toomas', tel: '+372 555 0002', about: 'Sinu tugiisik, iga päev 8–22' },
              { name: 'Kadri', tel: '+372 555 0003', about: 'Koordinaator, E–R 9–17' },
            ]}
          />
          <Card title="Mis sind on aidanud">
            <Ticks
              items={[
                { label: 'Helistan Toomasele enne, kui õhtu läheb pikaks' },
                { label: 'Jalutan jõe äärde ja tagasi' },
                { label: 'Teisipäeval töökotta, ka siis, kui ei viitsi' },
              ]}
            />
            <p>
              <a href="#">Muuda</a>
            </p>
          </Card>
          <Card title="Sinu kaheksa nädalat">
            <MiniCurve
              locale={locale}
              from={today.subtract({ weeks: 8 })}
              today={today}
              checkins={markoCheckins}
              summary="Enesetunne on püsinud 7 juures, kindlus on tõusnud 8-ni."
            />
          </Card>
        </>
      }
    >
      <NextStep
        over="Järgmine samm"
        title="Kolmapäeval kell 17.15 helistab Kadri"
        human
        actions={
          <>
            <ButtonLink href="#" kind="soft" icon="check">
              Sobib
            </ButtonLink>
            <a href="#">Pakun teise aja</a>
          </>
        }
      >
        <p>Räägite, mis saab pärast tööpraktikat. Kõne võtab umbes veerand tundi.</p>
      </NextStep>
      <Card title="Anna endast märku" lead="Kolm küsimust, umbes minut. Vasta neile, millele tahad.">
        <Form locale={locale} action="#" talk>
          <Scale
            locale={locale}
            name="wellbeing"
            label="Kuidas sul läheb?"
            ends={['väga raske', 'väga hea']}
            value={7}
          />
          <Scale
            locale={locale}
            name="confidence"
            label="Kui kindel oled, et tuled järgmise nädalaga toime?"
            ends={['üldse mitte', 'täiesti']}
          />
          <Radios
            locale={locale}
            name="call"
            label="Kas soovid, et sulle helistatakse?"
            hint="Kui valid „täna“, helistame nelja tunni jooksul, kella 8 ja 20 vahel."
            options={[
              { value: 'no', label: 'Praegu mitte' },
              { value: 'week', label: 'Sel nädalal' },
              { value: 'today', label: 'Täna' },
            ]}
          />
          <TextArea locale={locale} name="words" label="Kas tahad midagi lisada?" rows={3} />
          <Button wide>Saada ära</Button>
        </Form>
        <p class="sub">Vastust näeb sinu koordinaator Kadri. Toomas näeb seda ainult siis, kui sina lubad.</p>
      </Card>
      <Card title="Sinu kohad ja andmed">
        <LinkList
          items={[
            { href: '#', icon: 'leaf', label: 'Puutöökoda, T 17–20' },
            { href: '#', icon: 'briefcase', label: 'Tööpraktika, kuni 11. dets' },
            { href: '#', icon: 'eye', label: 'Sel kuul vaatas su andmeid 2 inimest' },
            { href: '#', icon: 'pause', label: 'Tee paus või lõpeta' },
            { href: '#', icon: 'download', label: 'Võta andmed kaasa või kustuta' },
          ]}
        />
      </Card>
    </Split>
  ),
}
