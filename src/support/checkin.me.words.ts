import { words } from '../platform/words.ts'

/** The check-in on the person's own page, around the questions. */
export const meCheckinWords = words(
  {
    title: 'Anna endast märku',
    weekly: 'Kolm küsimust ja vaba koht, alla minuti. Vasta neile, millele tahad.',
    longer: 'Seekord natuke pikem, umbes kolm minutit. Vasta neile, millele tahad.',
    notDue: 'Praegu me märguannet ei oota, aga endast märku võid anda alati.',
    late: (date: string) => `See märguanne oli ${date}. Hilja ei ole kunagi.`,
    correcting: 'Siin saad äsja saadetut muuta. Kehtima jääb see, mille siit saadad.',
    callHint: (when: string) => `Kui praegu jah ütled, helistame ${when}.`,
    wordsHint: 'Kirjuta nii, nagu tuleb. Võid ka tühjaks jätta.',
    send: 'Saada ära',
    seenBy: 'Kes seda loeb',
    you: {
      coordinator: (name: string) => `sinu koordinaator ${name}`,
      lead: (name: string) => `juht ${name}`,
      house: 'keegi organisatsiooni töötajatest',
    },
    readers: (names: string) => `Vastust loeb ${names}.`,
    readWhen: (date: string) =>
      `Keegi loeb seda hiljemalt järgmisel tööpäeval (${date}). See ei ole hädaabi: öösel siia keegi ei vaata.`,
    danger: 'Kui elu või tervis on ohus, helista kohe 112.',
    paused: {
      title: 'Sul on praegu paus',
      lead: 'Pausi ajal sult midagi ei küsita. Kui tahad siiski endast märku anda või kõnet paluda, saad seda siin teha.',
    },
    closed: {
      title: 'Jätkutugi on lõpetatud',
      lead: 'Siit ei saa praegu midagi saata. Kui tahad uuesti alustada, saad seda teha.',
      link: 'Alusta uuesti',
    },
    notYet: {
      title: 'Varsti',
      lead: 'Kõigepealt räägib sinuga sinu koordinaator. Pärast seda saad siit endast märku anda.',
    },
    back: 'Minu leht',
  },
  {
    en: {
      title: 'Check in',
      weekly: 'Three questions and room to write, under a minute. Answer those you want to.',
      longer: 'A little longer this time, about three minutes. Answer those you want to.',
      notDue: 'No check-in is due now, but you can always check in.',
      late: (date) => `This check-in was due ${date}. It is never too late.`,
      correcting: 'Here you can change what you have just sent. What leaves here is what counts.',
      callHint: (when) => `If you say yes now, we will call ${when}.`,
      wordsHint: 'Write it as it comes. You may leave it empty.',
      send: 'Send',
      seenBy: 'Who reads it',
      you: {
        coordinator: (name) => `your coordinator ${name}`,
        lead: (name) => `the head of the organisation, ${name}`,
        house: 'the staff of the organisation',
      },
      readers: (names) => `Your answer is read by ${names}.`,
      readWhen: (date) =>
        `Somebody reads it by the next working day (${date}). This is not an emergency line: nobody looks here at night.`,
      danger: 'If life or health is in danger, call 112 at once.',
      paused: {
        title: 'You are on a pause',
        lead: 'During a pause nothing is asked of you. If you want to check in or ask for a call all the same, you can do it here.',
      },
      closed: {
        title: 'Continuing support has ended',
        lead: 'Nothing can be sent from here now. If you want to begin again, you can.',
        link: 'Begin again',
      },
      notYet: {
        title: 'Soon',
        lead: 'First your coordinator talks with you. After that you can check in from here.',
      },
      back: 'My page',
    },
    ru: {
      title: 'Дайте о себе знать',
      weekly: 'Три вопроса и место для своих слов, меньше минуты. Отвечайте на то, на что хотите.',
      longer: 'В этот раз вопросов чуть больше, около трёх минут. Отвечайте на то, на что хотите.',
      notDue: 'Сейчас мы не ждём отклика, но дать о себе знать можно всегда.',
      late: (date) => `Этого отклика мы ждали ${date}. Ответить никогда не поздно.`,
      correcting:
        'Здесь можно изменить только что отправленное. Действительным будет то, что вы отправите отсюда.',
      callHint: (when) => `Если сейчас ответите «да», позвоним ${when}.`,
      wordsHint: 'Пишите, как получается. Можно оставить пустым.',
      send: 'Отправить',
      seenBy: 'Кто это читает',
      you: {
        coordinator: (name) => `ваш координатор ${name}`,
        lead: (name) => `руководитель ${name}`,
        house: 'сотрудники организации',
      },
      readers: (names) => `Ваш ответ читают: ${names}.`,
      readWhen: (date) =>
        `Его прочитают не позже следующего рабочего дня (${date}). Это не экстренная служба: ночью сюда никто не смотрит.`,
      danger: 'Если жизнь или здоровье в опасности, сразу звоните 112.',
      paused: {
        title: 'Сейчас у вас пауза',
        lead: 'Во время паузы вас ни о чём не спрашивают. Если всё же хотите дать о себе знать или попросить о звонке, это можно сделать здесь.',
      },
      closed: {
        title: 'Поддержка завершена',
        lead: 'Сейчас отсюда ничего нельзя отправить. Если захотите начать снова, это можно сделать.',
        link: 'Начать снова',
      },
      notYet: {
        title: 'Скоро',
        lead: 'Сначала с вами поговорит ваш координатор. После этого здесь можно будет дать о себе знать.',
      },
      back: 'Моя страница',
    },
  },
)
