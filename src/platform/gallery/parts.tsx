import { fileError } from '../file.words.ts'
import { Icon, iconNames } from '../icons.tsx'
import { Acts, Button, ButtonLink, PostButton } from '../parts/button.tsx'
import { PathChart } from '../parts/charts/path-chart.tsx'
import { CopyText } from '../parts/copy-text.tsx'
import { HelpNow } from '../parts/help.tsx'
import { Columns } from '../parts/layout.tsx'
import { Empty, Tabs } from '../parts/list-tools.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Card, Note, Ticks } from '../parts/surface.tsx'
import { Capacity, Chip, Tag } from '../parts/tag.tsx'
import { TaskList } from '../parts/task-list.tsx'
import { FileField, TextField } from '../parts/text-field.tsx'
import { DateField } from '../parts/date-field.tsx'
import type { Locale } from '../words.ts'
import { longPath } from './marko.ts'
import { today } from './trial.ts'

const meanings = [
  ['check', 'Kuusk', 'teeb: nupud, lingid, tehtu.'],
  ['phone', 'Mesi', 'on inimene, kes aitab. Mitte miski muu ei tohi seda kasutada.'],
  ['clock', 'Rukkilill', 'on aeg ja teine joon.'],
  ['silence', 'Udu', 'tähendab: me ei tea.'],
  ['info', 'Pihlakas', 'on ainult vormi viga, sõnades.'],
] as const

/** Every part once, with invented data. */
export function AllParts({ locale }: { locale: Locale }) {
  return (
    <>
      <Card title="Värvid tähendavad">
        <ul class="ticks">
          {meanings.map(([icon, name, meaning]) => (
            <li>
              <Icon name={icon} />
              <span>
                <b>{name}</b> {meaning}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Columns count={2}>
        <Card title="Nupud ja sildid">
          <Acts>
            <Button>Saada ära</Button>
            <ButtonLink href="#" kind="soft" icon="check">
              Sobib
            </ButtonLink>
            <PostButton action="#" kind="calm" icon="phone" about="Liis">
              Helista
            </PostButton>
            <ButtonLink href="#" kind="line">
              Otsi
            </ButtonLink>
            <a href="#">Pakun teise aja</a>
          </Acts>
          <p class="chips">
            <Tag tone="lamp">palus abi</Tag>
            <Tag tone="mist">vaikib</Tag>
            <Tag tone="time">täna</Tag>
            <Tag tone="done">tehtud</Tag>
            <Tag tone="rowan">paranda</Tag>
            <Tag>küsimata</Tag>
          </p>
          <p class="chips">
            <Chip locale={locale} href="#" label="Rapla maakond" />
          </p>
          <p>
            <Capacity locale={locale} free={2} all={4} />
          </p>
        </Card>
        <Card title="Väljad">
          <div class="form">
            <TextField locale={locale} name="name" label="Nimi" hint="Nii, nagu inimene ennast kutsub." />
            <TextField locale={locale} name="code" label="Kood" width="s" required={false} />
            <DateField locale={locale} name="left" label="Lahkumise päev" value={today} />
            <FileField
              locale={locale}
              name="file"
              label="Tunnistus"
              wanted="document"
              error={fileError(locale, 'unknown', 'document')}
            />
          </div>
        </Card>
        <Card title="Sammud, mis ootavad">
          <TaskList
            locale={locale}
            tasks={[
              { label: 'Nõusolekud', state: 'done', href: '#' },
              { label: 'Plaan', state: 'ongoing', href: '#', hint: 'Kaks sammu on sõnastamata' },
              { label: 'Esimene vestlus', state: 'toDo', href: '#' },
              { label: 'Inimene kõrval', state: 'cannotYet' },
            ]}
          />
        </Card>
        <Empty title="Siin ei ole praegu midagi teha" action={{ href: '#', label: 'Vaata kõiki inimesi' }}>
          Kõigiga on räägitud. Järgmine vestlus on homme kell 10.
        </Empty>
        <HelpNow
          locale={locale}
          contacts={[
            { name: '112', tel: '112', about: 'Kui elu või tervis on ohus' },
            { name: '116 006', tel: '116 006', about: 'Ohvriabi kriisitelefon, ööpäev läbi' },
          ]}
        />
        <Card title="Kui võrk katkeb">
          <Note>Sinu vastus on alles. Ühendus katkes; saadame selle ära kohe, kui võrk on tagasi.</Note>
          <p class="sub">Rahulik teade, ilma punaseta. Kirjutatu on alles.</p>
          <CopyText locale={locale} id="copy-1" text="https://tugevus.example/sisene/7f3a-91cc" />
        </Card>
      </Columns>
      <Tabs
        label="Vaated"
        items={[
          { href: '#', label: 'Plaan', current: true },
          { href: '#', label: 'Kontaktid' },
          { href: '#', label: 'Kohad' },
        ]}
      />
      <Card title="Tee ajas, kolm aastat">
        <PathChart
          locale={locale}
          path={longPath}
          summary="Kolme aasta jooksul on enesetunne kõikunud 3 ja 9 vahel. Kahel korral jäid märguanded tulemata; mis siis oli, me ei tea."
        />
      </Card>
      <Columns count={2}>
        <Card title="Faktid">
          <SummaryList
            locale={locale}
            facts={[
              { label: 'Elanikke', value: '140, neist 31 seltsi liiget' },
              { label: 'Kontaktisik', value: 'Anneli, külavanem' },
            ]}
          />
        </Card>
        <Card title="Mis aitas">
          <Ticks
            items={[
              { label: 'Üürileping, ettemaks, sissekolimine' },
              { label: 'Teine voodi tütre jaoks, jõuludeks', open: true },
            ]}
          />
        </Card>
      </Columns>
      <Card title="Ikoonid">
        <ul class="key">
          {iconNames.map((name) => (
            <li>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
