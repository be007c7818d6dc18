import { Acts, Button, ButtonLink } from '../parts/button.tsx'
import { Select } from '../parts/choices.tsx'
import { Split } from '../parts/layout.tsx'
import { Filters, Finding, Pager, SearchBox } from '../parts/list-tools.tsx'
import { Form } from '../parts/form.tsx'
import { Strip } from '../parts/summary-list.tsx'
import { Card, Note } from '../parts/surface.tsx'
import { Table } from '../parts/table.tsx'
import { Tag, type Tone } from '../parts/tag.tsx'
import { TextField } from '../parts/text-field.tsx'
import { kadri, staffMenu, type Trial } from './trial.ts'

type Person = {
  name: string
  code: string
  next: string
  last: string
  place: string
  coordinator: string
  tag: [Tone, string]
}

const people: Person[] = [
  {
    name: 'Andres',
    code: 'K5-08',
    next: 'täna',
    last: '22. nov',
    place: 'Kehtna vald',
    coordinator: 'Kadri',
    tag: ['lamp', 'palus abi'],
  },
  {
    name: 'Rein',
    code: 'K1-33',
    next: '12. nov',
    last: '5. nov',
    place: 'Rapla vald',
    coordinator: 'Kadri',
    tag: ['mist', 'vaikib'],
  },
  {
    name: 'Joonas',
    code: 'K3-18',
    next: 'täna',
    last: '16. nov',
    place: 'Rapla vald',
    coordinator: 'Kadri',
    tag: ['time', 'täna'],
  },
  {
    name: 'Marko',
    code: 'K7-42',
    next: '14. dets',
    last: 'täna',
    place: 'Märjamaa vald',
    coordinator: 'Kadri',
    tag: ['done', 'rajal'],
  },
  {
    name: 'Konstantin Aleksandrovitš',
    code: 'K12-11',
    next: '26. nov',
    last: '26. okt',
    place: 'Põhja-Pärnumaa vald',
    coordinator: 'Galina',
    tag: ['plain', 'küsimata'],
  },
]

/** The caseload. */
export const listTrial: Trial = {
  view: {
    title: 'Inimesed',
    lead: '58 inimest. Kahega on vaja täna rääkida.',
    audience: 'staff',
    menu: staffMenu('Inimesed'),
    account: kadri,
    actions: (
      <>
        <ButtonLink href="#" icon="plus">
          Lisa inimene
        </ButtonLink>
        <ButtonLink href="#" kind="line" icon="upload">
          Too loend
        </ButtonLink>
      </>
    ),
  },
  body: (locale) => (
    <>
      <Finding>
        <SearchBox locale={locale} action="#" method="post" label="Nimi või kood" />
        <Filters
          locale={locale}
          action="#"
          clearHref="#"
          on={[
            { label: 'Koordinaator: Kadri', removeHref: '#' },
            { label: 'Raplamaa', removeHref: '#' },
          ]}
        >
          <Select
            locale={locale}
            name="coordinator"
            label="Koordinaator"
            empty="Kõik"
            value="kadri"
            options={[
              { value: 'kadri', label: 'Kadri' },
              { value: 'galina', label: 'Galina' },
            ]}
          />
          <Select
            locale={locale}
            name="state"
            label="Seis"
            empty="Kõik"
            options={[{ value: 'silent', label: 'Vaikib' }]}
          />
        </Filters>
      </Finding>
      <Card>
        <Table
          locale={locale}
          caption="Inimesed järgmise vestluse järgi"
          captionHidden
          rows={people}
          sort={{ by: 'next', direction: 'ascending', href: () => '#' }}
          columns={[
            {
              key: 'name',
              label: 'Nimi',
              rowHeader: true,
              sortable: true,
              cell: (one) => (
                <>
                  <a href="#">{one.name}</a> <small>{one.code}</small>
                </>
              ),
            },
            { key: 'state', label: 'Seis', cell: (one) => <Tag tone={one.tag[0]}>{one.tag[1]}</Tag> },
            { key: 'next', label: 'Järgmine vestlus', sortable: true, cell: (one) => one.next },
            { key: 'last', label: 'Viimane märguanne', sortable: true, cell: (one) => one.last },
            { key: 'place', label: 'Vald', cell: (one) => one.place },
            { key: 'coordinator', label: 'Koordinaator', cell: (one) => one.coordinator },
          ]}
        />
        <Pager locale={locale} page={2} pageSize={25} total={58} href={() => '#'} />
      </Card>
    </>
  ),
}

type Doubt = { row: number; name: string; column: string; reason: string; field: string; value: string }

const doubts: Doubt[] = [
  {
    row: 7,
    name: 'Tamm, Jüri',
    column: 'Lahkus',
    reason: '„mai 2026“ ei ole päev. Kirjuta päev, kui tead.',
    field: 'row-7',
    value: 'mai 2026',
  },
  {
    row: 12,
    name: 'Olga S.',
    column: 'Telefon',
    reason: 'Numbris on üks koht puudu.',
    field: 'row-12',
    value: '+372 555 01',
  },
  {
    row: 31,
    name: 'Rein Kask',
    column: 'Vald',
    reason: '„Rapla“ võib olla vald või linn. Paneme valla.',
    field: 'row-31',
    value: 'Rapla vald',
  },
]

/** The preview of an imported list: nothing is written before the button. */
export const importTrial: Trial = {
  view: {
    title: 'Loendi eelvaade',
    lead: 'Midagi ei ole veel kirja pandud. Vaata kolm rida üle ja too loend siis sisse.',
    audience: 'staff',
    back: { href: '#', label: 'Vali teine fail' },
    menu: staffMenu('Inimesed'),
    account: kadri,
  },
  body: (locale) => (
    <Form locale={locale} action="#">
      <Strip
        facts={[
          { label: 'Ridu failis', value: '64' },
          { label: 'Loome uue inimese', value: '58' },
          { label: 'On juba olemas', value: '2' },
          { label: 'Vajab üle vaatamist', value: '3' },
        ]}
      />
      <Split
        aside={
          <Card title="Mis juhtub edasi">
            <p>Esimene kontakt jaotub nelja nädala peale: kõigepealt need, kes lahkusid hiljuti.</p>
            <p>Neile, kelle nõusoleku päeva failis ei ole, ei lähe enne vestlust ühtki märguannet.</p>
            <Acts>
              <Button wide>Too 58 inimest sisse</Button>
            </Acts>
          </Card>
        }
      >
        <Card title="Vaata need read üle">
          <Table
            locale={locale}
            caption="Kahtlased read"
            captionHidden
            rows={doubts}
            columns={[
              { key: 'row', label: 'Rida', number: true, cell: (one) => one.row },
              { key: 'name', label: 'Kes', rowHeader: true, cell: (one) => one.name },
              {
                key: 'reason',
                label: 'Mis on kahtlane',
                full: true,
                cell: (one) => (
                  <>
                    <b>{one.column}</b>
                    <br />
                    {one.reason}
                  </>
                ),
              },
              {
                key: 'fix',
                label: 'Parandus',
                full: true,
                cell: (one) => (
                  <TextField
                    locale={locale}
                    name={one.field}
                    label={`${one.column}, rida ${one.row}`}
                    labelHidden
                    value={one.value}
                  />
                ),
              },
            ]}
          />
        </Card>
        <Note>Kaks rida on topelt: 14 on sama inimene mis 3, 40 sama mis 22. Toome nad ühe korra.</Note>
      </Split>
    </Form>
  ),
}
