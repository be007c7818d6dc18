import { plural, publicWords } from '../platform/words.ts'

export const removalWords = publicWords(
  {
    titles: {
      project: 'Võta projekt ära',
      mobility: 'Võta õpiränne ära',
      participation: 'Võta osaleja ära',
      outcome: 'Võta õpiväljund ära',
    },
    lead: 'Ära saab võtta selle, mis pandi kirja kogemata. Tagasi seda tuua ei saa.',
    what: 'Mis ära läheb',
    outcomes: (n: number) => (n === 1 ? '1 õpiväljund' : `${n} õpiväljundit`),
    agreement: 'Kokkulepe ja see, mida selle kohta on kirjutatud',
    held: 'Praegu ei saa seda ära võtta',
    confirmed: (day: string) =>
      `Osalemine on kinnitatud (${day}). Kui kinnitus on ekslik, tühjenda enne selle päev osaleja lehel.`,
    beside: (n: number) =>
      `${n === 1 ? 'Selle õpiväljundi juures on 1 tähelepanek' : `Selle õpiväljundi juures on ${n} tähelepanekut`}. Ava tähelepanek ja vali sealt teine õpiväljund.`,
    mobilities: (n: number) =>
      `Projektis on ${n === 1 ? '1 õpiränne' : `${n} õpirännet`}. Võta enne need ära.`,
    people: (n: number) => `Kirjas on ${n === 1 ? '1 osaleja' : `${n} osalejat`}. Võta enne osalejad ära.`,
    programme: (n: number) =>
      `Rühma õpiprogrammis on ${n === 1 ? '1 õpiväljund' : `${n} õpiväljundit`}. Võta enne need ära.`,
    files: (n: number) => `Kirjas on ${n === 1 ? '1 fail' : `${n} faili`}. Võta enne failid ära.`,
    seen: (n: number) =>
      `Kirjas on ${n === 1 ? '1 tähelepanek' : `${n} tähelepanekut`}. Mis on nähtud, jääb koos õpirändega alles.`,
    unseen: 'Selle küljes on veel midagi, mida siit ei näe, näiteks kolleegi mustand.',
    back: 'Tagasi õpiväljundite juurde',
    remove: 'Võta ära',
    removed: 'Ära võetud.',
  },
  {
    en: {
      titles: {
        project: 'Take the project away',
        mobility: 'Take the mobility away',
        participation: 'Take the participant away',
        outcome: 'Take the learning outcome away',
      },
      lead: 'This is for what was entered by mistake. It cannot be brought back.',
      what: 'What goes',
      outcomes: (n) => (n === 1 ? '1 learning outcome' : `${n} learning outcomes`),
      agreement: 'The agreement, and what was written about it',
      held: 'It cannot be taken away now',
      confirmed: (day) =>
        `The participation was confirmed on ${day}. If that is a mistake, first empty the day of confirmation on the participant’s page.`,
      beside: (n) =>
        `${n === 1 ? '1 observation stands' : `${n} observations stand`} beside this learning outcome. Open the observation and choose another learning outcome there.`,
      mobilities: (n) =>
        `There ${n === 1 ? 'is 1 mobility' : `are ${n} mobilities`} in the project. Take those away first.`,
      people: (n) =>
        `${n === 1 ? '1 participant is' : `${n} participants are`} written down. Take the participants away first.`,
      programme: (n) =>
        `There ${n === 1 ? 'is 1 learning outcome' : `are ${n} learning outcomes`} in the group’s programme. Take those away first.`,
      files: (n) => `There ${n === 1 ? 'is 1 file' : `are ${n} files`}. Take the files away first.`,
      seen: (n) =>
        `${n === 1 ? '1 observation is' : `${n} observations are`} written down. What was seen stays, and the mobility with it.`,
      unseen: 'Something else hangs on it that is not seen from here, such as a colleague’s draft.',
      back: 'Back to the learning outcomes',
      remove: 'Take away',
      removed: 'Taken away.',
    },
    ru: {
      titles: {
        project: 'Убрать проект',
        mobility: 'Убрать поездку',
        participation: 'Убрать участника',
        outcome: 'Убрать результат обучения',
      },
      lead: 'Так убирают то, что записали по ошибке. Вернуть это нельзя.',
      what: 'Что будет убрано',
      outcomes: (n) =>
        `${n} ${plural('ru', n, { one: 'результат обучения', few: 'результата обучения', many: 'результатов обучения', other: 'результата обучения' })}`,
      agreement: 'Договорённость и то, что о ней записано',
      held: 'Сейчас это убрать нельзя',
      confirmed: (day) =>
        `Участие подтверждено (${day}). Если это ошибка, сначала сотрите день подтверждения на странице участника.`,
      beside: (n) =>
        `С этим результатом связано ${n} ${plural('ru', n, { one: 'наблюдение', few: 'наблюдения', many: 'наблюдений', other: 'наблюдения' })}. Откройте наблюдение и выберите там другой результат.`,
      mobilities: (n) =>
        `В проекте ${n} ${plural('ru', n, { one: 'поездка', few: 'поездки', many: 'поездок', other: 'поездки' })}. Сначала уберите все поездки.`,
      people: (n) =>
        `Здесь ${n} ${plural('ru', n, { one: 'участник', few: 'участника', many: 'участников', other: 'участника' })}. Сначала уберите всех участников.`,
      programme: (n) =>
        `В программе группы ${n} ${plural('ru', n, { one: 'результат', few: 'результата', many: 'результатов', other: 'результата' })}. Сначала уберите все результаты.`,
      files: (n) => `Записано файлов: ${n}. Сначала уберите файлы.`,
      seen: (n) =>
        `Здесь ${n} ${plural('ru', n, { one: 'наблюдение', few: 'наблюдения', many: 'наблюдений', other: 'наблюдения' })}. Увиденное остаётся, и поездка вместе с ним.`,
      unseen: 'С этим связано ещё что-то, чего отсюда не видно, например черновик коллеги.',
      back: 'Назад к результатам обучения',
      remove: 'Убрать',
      removed: 'Убрано.',
    },
    fi: {
      titles: {
        project: 'Poista hanke',
        mobility: 'Poista liikkuvuusjakso',
        participation: 'Poista osallistuja',
        outcome: 'Poista oppimistulos',
      },
      lead: 'Tällä poistetaan se, mikä on kirjattu vahingossa. Sitä ei voi palauttaa.',
      what: 'Mitä poistuu',
      outcomes: (n: number) => (n === 1 ? '1 oppimistulos' : `${n} oppimistulosta`),
      agreement: 'Sopimus ja se, mitä siitä on kirjoitettu',
      held: 'Sitä ei voi nyt poistaa',
      confirmed: (day: string) =>
        `Osallistuminen on vahvistettu ${day}. Jos se on virhe, tyhjennä ensin vahvistuspäivä osallistujan sivulla.`,
      beside: (n: number) =>
        `Tähän oppimistulokseen liittyy ${n === 1 ? '1 havainto' : `${n} havaintoa`}. Avaa havainto ja valitse siellä toinen oppimistulos.`,
      mobilities: (n: number) =>
        `Hankkeessa on ${n === 1 ? '1 liikkuvuusjakso' : `${n} liikkuvuusjaksoa`}. Poista ensin ne.`,
      people: (n: number) =>
        `Kirjattuna on ${n === 1 ? '1 osallistuja' : `${n} osallistujaa`}. Poista ensin osallistujat.`,
      programme: (n: number) =>
        `Ryhmän ohjelmassa on ${n === 1 ? '1 oppimistulos' : `${n} oppimistulosta`}. Poista ensin ne.`,
      files: (n) => `Kirjattuna on ${n === 1 ? '1 tiedosto' : `${n} tiedostoa`}. Poista tiedostot ensin.`,
      seen: (n: number) =>
        `Kirjattuna on ${n === 1 ? '1 havainto' : `${n} havaintoa`}. Nähty säilyy, ja jakso sen mukana.`,
      unseen: 'Siihen liittyy vielä jotain, mitä täältä ei näe, esimerkiksi kollegan luonnos.',
      back: 'Takaisin oppimistuloksiin',
      remove: 'Poista',
      removed: 'Poistettu.',
    },
    nb: {
      titles: {
        project: 'Ta bort prosjektet',
        mobility: 'Ta bort mobiliteten',
        participation: 'Ta bort deltakeren',
        outcome: 'Ta bort læringsutbyttet',
      },
      lead: 'Slik tar du bort det som ble skrevet ned ved en feil. Det kan ikke hentes tilbake.',
      what: 'Hva som blir borte',
      outcomes: (n: number) => (n === 1 ? '1 læringsutbytte' : `${n} læringsutbytter`),
      agreement: 'Avtalen og det som er skrevet om den',
      held: 'Det kan ikke tas bort nå',
      confirmed: (day: string) =>
        `Deltakelsen er bekreftet ${day}. Er det en feil, tøm først bekreftelsesdagen på deltakerens side.`,
      beside: (n: number) =>
        `${n === 1 ? '1 observasjon' : `${n} observasjoner`} hører til dette læringsutbyttet. Åpne observasjonen og velg et annet læringsutbytte der.`,
      mobilities: (n: number) =>
        `Prosjektet har ${n === 1 ? '1 mobilitet' : `${n} mobiliteter`}. Ta bort dem først.`,
      people: (n: number) =>
        `${n === 1 ? '1 deltaker' : `${n} deltakere`} er skrevet ned. Ta først bort deltakerne.`,
      programme: (n: number) =>
        `Gruppens program har ${n === 1 ? '1 læringsutbytte' : `${n} læringsutbytter`}. Ta bort dem først.`,
      files: (n) => `Det er lagt inn ${n === 1 ? '1 fil' : `${n} filer`}. Ta bort filene først.`,
      seen: (n: number) =>
        `${n === 1 ? '1 observasjon' : `${n} observasjoner`} er skrevet ned. Det som er sett, blir stående, og mobiliteten med det.`,
      unseen: 'Noe mer henger ved den som ikke ses herfra, for eksempel et utkast fra en kollega.',
      back: 'Tilbake til læringsutbyttene',
      remove: 'Ta bort',
      removed: 'Tatt bort.',
    },
  },
)
