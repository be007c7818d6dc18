import { ButtonLink } from '../parts/button.tsx'
import { PathChart } from '../parts/charts/path-chart.tsx'
import { Lamp } from '../parts/help.tsx'
import { Split } from '../parts/layout.tsx'
import { Strip, SummaryList } from '../parts/summary-list.tsx'
import { Card, Plain } from '../parts/surface.tsx'
import { Aims, Times } from '../parts/times.tsx'
import { markoPath } from './marko.ts'
import { kadri, staffMenu, type Trial } from './trial.ts'

/** One person's page as the coordinator sees it. */
export const personTrial: Trial = {
  view: {
    title: 'Inimene',
    heading: 'Marko',
    code: 'K7-42',
    audience: 'staff',
    lead: 'Jätkutugi alates 16. märtsist 2026, kestnud kaheksa kuud.',
    back: { href: '#', label: 'Minu päev' },
    menu: staffMenu('Inimesed'),
    account: kadri,
    actions: (
      <>
        <ButtonLink href="#">Lisa kontakt</ButtonLink>
        <ButtonLink href="tel:+3725550001" kind="line" icon="phone">
          Helista
        </ButtonLink>
      </>
    ),
  },
  body: (locale) => (
    <>
      <Strip
        facts={[
          { label: 'Järgmine vestlus', value: 'E, 14. detsember kell 14' },
          { label: 'Viimane märguanne', value: 'täna kell 7.50' },
          {
            label: 'Inimene kõrval',
            value: (
              <>
                Toomas, <span>tugiisik</span>
              </>
            ),
          },
          { label: 'Eelistab', value: 'kõnet pärast kella 17' },
        ]}
      />
      <Card title="Tee ajas">
        <PathChart
          locale={locale}
          path={markoPath}
          summary="Pärast augusti langust on enesetunne ja kindlus taas tõusnud. Juulis jäi kolm märguannet tulemata; mis siis oli, me ei tea."
        />
      </Card>
      <Split
        aside={
          <>
            <Lamp title="Kui läheb raskeks">
              <h3>Ohumärgid, Marko sõnadega</h3>
              <p>Ei maga kaks ööd järjest. Ei võta telefoni. Palgapäev.</p>
              <h3>Siis aitab inimene</h3>
              <p>Helista õhtul, ära kirjuta. Toomas võib tulla ukse taha. Mets ja saun.</p>
            </Lamp>
            <Plain title="Inimesed kõrval">
              <SummaryList
                locale={locale}
                facts={[
                  { label: 'Tugiisik', value: 'Toomas, iga nädal' },
                  { label: 'Koordinaator', value: 'Kadri, sina' },
                  { label: 'Kogukonna kontakt', value: 'Anneli, Rukkivälja' },
                  { label: 'Lähedane', value: 'õde, Marko nõusolekul' },
                ]}
              />
            </Plain>
            <Plain title="Mida ja kellega jagame">
              <SummaryList
                locale={locale}
                facts={[
                  { label: 'Töötukassa', value: 'tööpraktika käik, kuni 31.12.2026' },
                  { label: 'Toomas', value: 'plaan ja vestlused, kuni 16.03.2027' },
                  { label: 'Märjamaa vald', value: 'lõpetatud 31.08.2026' },
                ]}
              />
              <p>
                <a href="#">Kes on vaadanud</a>
              </p>
            </Plain>
          </>
        }
      >
        <Card title="Järgmised sammud">
          <Times
            items={[
              {
                when: 'K, 25. nov',
                text: 'Leppida kokku, mis saab pärast tööpraktikat.',
                sub: 'Kadri helistab kell 17.15',
              },
              {
                when: 'N, 3. dets',
                text: 'Võlanõustaja vastuvõtt Raplas.',
                sub: 'Marko, Toomas tuleb kaasa',
              },
              {
                when: 'E, 14. dets',
                text: 'Vestlus. Eelmisest möödub kaks kuud.',
                sub: 'Marko ja Kadri, kogukonnamajas',
              },
            ]}
          />
        </Card>
        <Card title="Plaan">
          <p class="said">„Tahan, et tütar saaks nädalavahetustel minu juures olla.“</p>
          <p class="sub">Marko sõnastas 16. märtsil, vaatas üle 12. oktoobril</p>
          <Aims
            locale={locale}
            aims={[
              {
                title: 'Oma kodu',
                steps: [
                  { label: 'Üürileping', done: true },
                  { label: 'Ettemaks, sissekolimine', done: true },
                  { label: 'Teine voodi tütre jaoks, jõuludeks', done: false },
                ],
              },
              {
                title: 'Inimesed, kellega on hea',
                steps: [
                  { label: 'Puutöökoda teisipäeviti, kõned Toomasega', done: true },
                  { label: 'Pühapäeval kalale', done: false },
                  { label: 'Õele helistada', done: false },
                ],
              },
            ]}
          />
        </Card>
      </Split>
      <Card title="Viimased kontaktid">
        <Times
          kind="log"
          items={[
            {
              when: '23. nov',
              text: 'Märguanne. Enesetunne 7, kindlus 8, abi praegu ei soovi.',
              by: 'Marko ise, kell 7.50',
            },
            {
              when: '17. nov',
              text: 'Puutöökojas. Aitas uuel tulijal pinki kokku panna.',
              by: 'Toomas, Marko loal',
            },
            {
              when: '9. nov',
              text: 'Kõne. Arutasime palgapäeva õhtut: Toomas tuleb läbi.',
              by: 'Kadri, 12 minutit',
            },
          ]}
        />
        <p>
          <a href="#">Kõik 61 kontakti</a>
        </p>
      </Card>
    </>
  ),
}
