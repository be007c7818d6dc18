import { Group, JumpCounts, Row } from '../parts/group.tsx'
import { Split } from '../parts/layout.tsx'
import { SearchBox } from '../parts/list-tools.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Card, Plain } from '../parts/surface.tsx'
import { Times } from '../parts/times.tsx'
import { kadri, staffMenu, type Trial } from './trial.ts'

const call = { label: 'Helista', icon: 'phone', href: '#' } as const
const talk = { label: 'Ava vestlus', icon: 'calendar', href: '#' } as const
const agree = { label: 'Lepi aeg', icon: 'calendar', href: '#' } as const

/** A coordinator's Monday. */
export const dayTrial: Trial = {
  view: {
    title: 'Minu päev',
    audience: 'staff',
    over: 'esmaspäev, 23. november',
    lead: 'Kaks inimest palus abi. Alusta neist, teised jõuavad oodata.',
    menu: staffMenu('Minu päev'),
    account: kadri,
    actions: SearchBox({ locale: 'et', action: '#', method: 'post', label: 'Inimese nimi või kood' }),
  },
  body: (locale) => (
    <>
      <JumpCounts
        label="Minu päev lühidalt"
        items={[
          { href: '#palus', count: 2, label: 'palus abi', tone: 'lamp' },
          { href: '#vaikib', count: 2, label: 'vaikib' },
          { href: '#tana', count: 3, label: 'täna' },
          { href: '#nadal', count: 2, label: 'sel nädalal' },
          { href: '#ootab', count: 0, label: 'ootab sind' },
        ]}
      />
      <Split
        aside={
          <>
            <Card title="Tänane kava">
              <Times
                kind="clock"
                items={[
                  { when: '10.00', text: 'Vestlus', sub: 'K3-18, Rapla kogukonnamaja' },
                  { when: '13.00', text: 'Kolmepoolne vestlus', sub: 'K6-02, video' },
                  { when: '15.30', text: 'Rukkivälja küla', sub: 'puutöökoja leping' },
                ]}
              />
            </Card>
            <Plain title="Viimased 30 päeva">
              <SummaryList
                locale={locale}
                facts={[
                  {
                    label: 'Oled rääkinud',
                    value: (
                      <>
                        <b>20</b> inimesega 23-st
                      </>
                    ),
                  },
                  {
                    label: 'Teadmata',
                    value: (
                      <>
                        <b>3</b> inimest, kaks neist on siin loendis
                      </>
                    ),
                  },
                  {
                    label: 'Kokkulepitud rajal',
                    value: (
                      <>
                        <b>12</b> inimest. Neid siin ei näidata.
                      </>
                    ),
                  },
                ]}
              />
              <p>
                <a href="#">Vaata kõiki inimesi</a>
              </p>
            </Plain>
            <Plain title="Kui sind ei ole">
              <p>21. detsembrist 1. jaanuarini oled puhkusel. Abipalved vajavad selleks ajaks vastajat.</p>
              <p>
                <a href="#">Määra asendaja</a>
              </p>
            </Plain>
          </>
        }
      >
        <Group id="palus" title="Palus abi" count={2} note="Helista, ära kirjuta." tone="lamp">
          <Row
            who="Liis"
            href="#"
            code="K2-15"
            said
            action={{ ...call, main: true }}
            sub="Täna kell 6.40. Lubasime vastata kella 10.40-ks."
          >
            „Kas keegi saaks täna helistada?“
          </Row>
          <Row
            who="Andres"
            href="#"
            code="K5-08"
            said
            action={{ ...call, main: true }}
            sub="Eile kell 21.15. Lubasime vastata täna kella 12-ks."
          >
            „Üür jäi maksmata, ma ei tea, mis edasi.“
          </Row>
        </Group>
        <Group
          id="vaikib"
          title="Vaikib"
          count={2}
          note="Vaikus ei ütle muud, kui et on aeg ise ühendust võtta."
        >
          <Row who="Rein" href="#" code="K1-33" action={call} sub="Eelistab kõnet pärast kella 16.">
            Kaks märguannet jäi tulemata. Viimati rääkisite 5. novembril, siis läks hästi.
          </Row>
          <Row
            who="Olga"
            href="#"
            code="K8-20"
            action={{ label: 'Palu tugiisikut', icon: 'message', href: '#' }}
            sub="Räägib vene keelt. Tugiisik Galina elab samas alevis."
          >
            Vestlus 19. novembril jäi ära. Kirjale vastust ei ole.
          </Row>
        </Group>
        <Group id="tana" title="Täna" count={3}>
          <Row who="Joonas" href="#" code="K3-18" action={talk}>
            <b>10.00</b> Vestlus, kolmas kuu. Rapla kogukonnamajas.
          </Row>
          <Row who="Triin" href="#" code="K6-02" action={talk}>
            <b>13.00</b> Kolmepoolne vestlus Töötukassaga, videokõne.
          </Row>
          <Row who="Sergei" href="#" code="K4-27" action={call}>
            Lahkumisest on möödas 30 päeva. Küsi, kuidas kodus läheb.
          </Row>
        </Group>
        <Group id="nadal" title="Sel nädalal" count={2} more={<a href="#">Vaata kogu kuud</a>}>
          <Row who="Marko" href="#" code="K7-42" action={agree}>
            <b>K, 25. nov</b> Tööpraktika lõpeb 11. detsembril. Lepi kokku, mis saab edasi.
          </Row>
          <Row
            who="Konstantin"
            href="#"
            code="K12-11"
            action={{ ...agree, label: 'Pane kokkulepitud aeg kirja' }}
          >
            <b>N, 26. nov</b> Vestlus, teine kuu. Aeg on kokku leppimata.
          </Row>
        </Group>
      </Split>
    </>
  ),
}
