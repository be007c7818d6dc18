import { words } from '../platform/words.ts'

/**
 * What a check-in is answered with (`replyTo` of `checkin.ts`): always something of use, never only thanks, never a score. Each has a
 * heading, one or two sentences, and three small steps of which one is enough. Names and hours are never in these words.
 */
export const replyWords = words(
  {
    title: 'Kätte saadud',
    stepsTitle: 'Vali neist üks',
    untilCall: 'Kuni kõneni',
    nextTitle: 'Mis edasi',
    call: {
      by: (when: string) => `Sulle helistatakse ${when}.`,
      ask: 'Palun helistage mulle',
      askLead: (when: string) => `Kui tahad sellest rääkida, vajuta siia ja sulle helistatakse ${when}.`,
    },
    read: (names: string, date: string) => `Vastust loeb ${names}, hiljemalt ${date}.`,
    own: {
      title: 'Sinu enda sõnad paremast ajast',
      when: (date: string) => `Kirjutasid ${date}.`,
    },
    next: (date: string) => `Järgmine kord küsime: ${date}. Varem võid endast märku anda, millal tahad.`,
    change: 'Muuda vastust',
    back: 'Minu leht',
    replies: {
      call_is_coming: {
        heading: 'Keegi helistab sulle',
        text: 'Hea, et küsisid. Hoia telefon käepärast; number võib olla võõras.',
        steps: [
          'Kui tahad, pane mõni sõna kirja, millest rääkida.',
          'Kui ootamine läheb raskeks, helista abitelefonile, mis on siin lehel.',
          'Kui kõne tuleb valel hetkel, ütle seda. Lepite kokku uue aja.',
        ],
      },
      nowhere_to_stay: {
        heading: 'Kõigepealt koht, kus olla',
        text: 'Katus pea kohal tuleb enne kõike muud. Selles peab aitama ka vald või linn, kus sa praegu oled.',
        steps: [
          'Palu siinsamas, et sulle helistataks. Otsime koha koos.',
          'Helista valla või linna sotsiaaltöötajale ja ütle: „Mul ei ole täna kuskil ööbida.“ Nende töö on aidata.',
          'Küsi ühelt inimeselt, kas saad täna öö tema juures olla. Üks öö annab aega.',
        ],
      },
      after_use: {
        heading: 'Tehtu ei ole kadunud',
        text: 'See, et sa sellest ütled, on juba samm tagasi. Päevad enne seda on alles ja loevad edasi.',
        steps: [
          'Ole täna koos kellegagi, keda usaldad, või räägi temaga telefonis. Üksi on raskem.',
          'Kui vahe on olnud pikk, on keha harjumusest väljas: endine kogus võib olla eluohtlik. Ära tarvita üksi.',
          'Kui oled palju joonud ja tekivad värinad, krambid või segadus, ära jää ootama: helista 112.',
        ],
      },
      hard_situation: {
        heading: 'See hetk on möödas, sina oled siin',
        text: 'Raskest hetkest saab teada, mis järgmine kord aitab. Selleks piisab ühest asjast.',
        steps: [
          'Mõtle tagasi: kus sa olid, kes oli juures, mis kell oli? Muuda järgmine kord üht neist.',
          'Lepi ühe inimesega kokku, et võid talle helistada ka siis, kui öelda on vaid: „Praegu on raske.“',
          'Otsusta ette, kuhu sa lähed, kui seesama hetk uuesti tuleb. Lahkuda võid ilma selgituseta.',
        ],
      },
      craving: {
        heading: 'Tung tõuseb ja vaibub',
        text: 'See ei kasva lõputult ka siis, kui sa midagi ette ei võta. Sa ei pea sellega võitlema, piisab, kui lased ajal mööda minna.',
        steps: [
          'Mine teise kohta: teise tuppa, õue, kellegi juurde.',
          'Tee pool tundi midagi kätega: pese nõud, kõnni, käi duši all.',
          'Söö, joo vett ja puhka. Tühi kõht ja väsimus teevad tungi tugevamaks.',
        ],
      },
      unsure_of_week: {
        heading: 'Teeme nädala väiksemaks',
        text: 'Tervet nädalat ei pea korraga ette võtma. Homsest piisab.',
        steps: [
          'Kirjuta üles homne päev: millal tõused, kus oled päeval, kellega õhtul.',
          'Mõtle, mis on nädala raskeim tund. Lepi just selleks ajaks kellegagi kokku.',
          'Jäta üks asi ära, mis sind kõige rohkem väsitab. See võib oodata.',
        ],
      },
      hard_week: {
        heading: 'Rasket aega ei pea üksi üle elama',
        text: 'See, et on halb olla, ei tähenda, et midagi on valesti läinud. Väikesed asjad loevad praegu kõige rohkem.',
        steps: [
          'Helista või kirjuta ühele inimesele, ka siis, kui sul pole midagi öelda.',
          'Söö täna üks soe söök ja mine õue, kas või maja taha.',
          'Kui öösiti ei maga või mõtted lähevad väga mustaks, räägi sellest arstile või abitelefonis.',
        ],
      },
      alone: {
        heading: 'Esimene inimene võib olla siitsamast',
        text: 'Kui praegu ei ole kedagi, siis alustame ühest. Suurt seltskonda pole vaja.',
        steps: [
          'Palu, et sulle helistataks, ja küsi tugiisiku või kogemusnõustaja kohta.',
          'Käi üks kord eneseabigrupis. Rääkima ei pea, võib ainult kuulata.',
          'Saada ühele inimesele, kellega sul on kunagi hea olnud: „Tere, mõtlesin sinu peale.“',
        ],
      },
      going_well: {
        heading: 'Hoia seda, mis töötab',
        text: 'Hea nädal ei tule iseenesest. Just nüüd on hea aeg üles märkida, mis seda kannab.',
        steps: [
          'Pane endale kirja üks asi, mis sel nädalal aitas. Raskel päeval on see käepärast.',
          'Lepi juba täna kokku midagi, mida oodata.',
          'Ütle kellelegi, kes sind aidanud on, et sul läheb hästi.',
        ],
      },
      in_between: {
        heading: 'Nii ja naa on aus vastus',
        text: 'Ei pea olema ei väga hea ega väga halb. Üks väike asi võib nädala enda poole kallutada.',
        steps: [
          'Mis oli selle nädala parim tund? Tee seda järgmisel nädalal veel üks kord.',
          'Mis võttis kõige rohkem jõudu? Küsi kelleltki, kas ta aitab seda kanda.',
          'Vali üks õhtu ja lepi selleks midagi kokku.',
        ],
      },
      words_read: {
        heading: 'Su sõnad jõuavad inimeseni',
        text: 'Seda, mida kirjutasid, loeb inimene, mitte masin. Kui see vajab vastust, võetakse sinuga ühendust.',
        steps: [
          'Kui see ei kannata oodata, palu, et sulle helistataks.',
          'Kui tuleb midagi meelde, kirjuta uuesti. Piisab ka ühest lausest.',
          'Kui kirjutamine aitas, jäta see endale ka alles.',
        ],
      },
      nothing_told: {
        heading: 'Märk on käes',
        text: 'Sa andsid endast märku ja sellest piisab. Rohkem ei pea ütlema.',
        steps: [
          'Kui midagi on siiski hinge peal, palu, et sulle helistataks. Telefonis on vahel kergem.',
          'Tee täna endale üks hea asi: soe söök, jalutuskäik, uni.',
          'Numbrid, millelt abi saab, on siin lehel. Neil võib helistada ka ilma suure põhjuseta.',
        ],
      },
    },
  },
  {
    en: {
      title: 'It has arrived',
      stepsTitle: 'Choose one of these',
      untilCall: 'Until the call',
      nextTitle: 'What happens next',
      call: {
        by: (when) => `You will be called ${when}.`,
        ask: 'Please call me',
        askLead: (when) => `If you want to talk about it, press here and you will be called ${when}.`,
      },
      read: (names, date) => `Your answer is read by ${names}, ${date} at the latest.`,
      own: {
        title: 'Your own words from a better time',
        when: (date) => `You wrote this ${date}.`,
      },
      next: (date) => `We ask again: ${date}. You can check in earlier whenever you want.`,
      change: 'Change the answer',
      back: 'My page',
      replies: {
        call_is_coming: {
          heading: 'Somebody will call you',
          text: 'It is good that you asked. Keep the phone near; you may not know the number.',
          steps: [
            'If you like, write down a word or two about what to talk of.',
            'If waiting becomes hard, call a help line; they are on this page.',
            'If the call comes at a bad moment, say so. You will agree on another time.',
          ],
        },
        nowhere_to_stay: {
          heading: 'First, a place to be',
          text: 'A roof comes before everything else. The municipality where you are now has to help with that too.',
          steps: [
            'Ask for a call right here. We look for a place together.',
            'Call the social worker of the municipality and say: “I have nowhere to sleep tonight.” It is their job to help.',
            'Ask one person whether you can stay with them tonight. One night gives time.',
          ],
        },
        after_use: {
          heading: 'What you have done is not lost',
          text: 'Saying so is already a step back. The days before it are still there and still count.',
          steps: [
            'Be with somebody you trust today, or talk with them on the phone. Alone it is harder.',
            'If you had not used for a while, your body is no longer used to it: the old amount can kill. Do not use alone.',
            'If you have been drinking a lot and get shakes, fits or confusion, do not wait: call 112.',
          ],
        },
        hard_situation: {
          heading: 'That moment is over, and you are here',
          text: 'A hard moment can tell what will help next time. One thing is enough.',
          steps: [
            'Think back: where were you, who was there, what time was it? Change one of them next time.',
            'Agree with one person that you may call even when all you can say is: “It is hard now.”',
            'Decide beforehand where you go when the same moment comes again. You may leave without explaining.',
          ],
        },
        craving: {
          heading: 'An urge rises and falls',
          text: 'It does not grow for ever, even if you do nothing. You need not fight it; letting time pass is enough.',
          steps: [
            'Go to another place: another room, outdoors, to somebody.',
            'For half an hour do something with your hands: wash up, walk, take a shower.',
            'Eat, drink water and rest. An empty stomach and tiredness make an urge stronger.',
          ],
        },
        unsure_of_week: {
          heading: 'Let us make the week smaller',
          text: 'You need not see the whole week at once. Tomorrow is enough.',
          steps: [
            'Write down tomorrow: when you get up, where you are in the day, with whom in the evening.',
            'Think which hour of the week is the hardest. Arrange something with somebody for just that time.',
            'Leave out one thing that tires you most. It can wait.',
          ],
        },
        hard_week: {
          heading: 'A hard time need not be spent alone',
          text: 'Feeling bad does not mean that something went wrong. Small things count most now.',
          steps: [
            'Call or write to one person, even if you have nothing to say.',
            'Have one warm meal today and go outside, even if only behind the house.',
            'If you cannot sleep at night or your thoughts turn very dark, tell a doctor or a help line.',
          ],
        },
        alone: {
          heading: 'The first person can be from here',
          text: 'If there is nobody now, we begin with one. It need not be many.',
          steps: [
            'Ask for a call, and ask about a support person or a peer counsellor.',
            'Try a mutual-aid group once. You need not speak, you can listen.',
            'Write to one person it was once good to be with: “Hello, I was thinking of you.”',
          ],
        },
        going_well: {
          heading: 'Keep what works',
          text: 'A good week does not come by itself. Now is a good time to note what carries it.',
          steps: [
            'Write down for yourself one thing that helped this week. On a hard day it is at hand.',
            'Arrange something today to look forward to.',
            'Tell somebody who has helped you that you are doing well.',
          ],
        },
        in_between: {
          heading: 'So-so is an honest answer',
          text: 'It need not be very good or very bad. One small thing can tip a week your way.',
          steps: [
            'What was the best hour of this week? Do it once more next week.',
            'What took the most strength? Ask somebody whether they will help you carry it.',
            'Choose one evening and arrange something for it.',
          ],
        },
        words_read: {
          heading: 'Your words reach a person',
          text: 'What you wrote is read by a person, not by a machine. If it needs an answer, somebody gets in touch.',
          steps: [
            'If it cannot wait, ask for a call.',
            'If something else comes to mind, write again. One sentence is enough each time.',
            'If writing helped, keep it for yourself too.',
          ],
        },
        nothing_told: {
          heading: 'We have heard from you',
          text: 'You checked in, and that is enough. You need not say more.',
          steps: [
            'If something weighs on you after all, ask for a call. It is sometimes easier on the phone.',
            'Do one good thing for yourself today: a warm meal, a walk, sleep.',
            'The numbers where help can be had are on this page. You may call them without a great reason.',
          ],
        },
      },
    },
    ru: {
      title: 'Получено',
      stepsTitle: 'Выберите что-то одно',
      untilCall: 'До звонка',
      nextTitle: 'Что дальше',
      call: {
        by: (when) => `Вам позвонят ${when}.`,
        ask: 'Позвоните мне, пожалуйста',
        askLead: (when) => `Если хотите об этом поговорить, нажмите здесь, и вам позвонят ${when}.`,
      },
      read: (names, date) => `Ваш ответ прочитают не позже чем ${date}. Его читают: ${names}.`,
      own: {
        title: 'Ваши слова из более лёгкого времени',
        when: (date) => `Вы написали это ${date}.`,
      },
      next: (date) => `В следующий раз спросим: ${date}. Дать о себе знать раньше можно когда угодно.`,
      change: 'Изменить ответ',
      back: 'Моя страница',
      replies: {
        call_is_coming: {
          heading: 'Вам позвонят',
          text: 'Хорошо, что вы попросили. Держите телефон под рукой; номер может быть незнакомым.',
          steps: [
            'Если хотите, запишите пару слов, о чём хотите поговорить.',
            'Если ждать становится трудно, позвоните по телефону помощи: номера на этой странице.',
            'Если звонок придётся не вовремя, скажите об этом. Договоритесь о другом времени.',
          ],
        },
        nowhere_to_stay: {
          heading: 'Сначала — место, где остановиться',
          text: 'Крыша над головой важнее всего остального. С этим обязаны помочь и в той волости или том городе, где вы сейчас.',
          steps: [
            'Попросите здесь о звонке. Поищем место вместе.',
            'Позвоните социальному работнику волости или города и скажите: «Мне сегодня негде ночевать». Помогать — его работа.',
            'Спросите одного человека, можно ли переночевать у него. Одна ночь даёт время.',
          ],
        },
        after_use: {
          heading: 'Сделанное не пропало',
          text: 'Сказать об этом — уже шаг обратно. Дни до этого остались с вами и по-прежнему важны.',
          steps: [
            'Побудьте сегодня с тем, кому доверяете, или поговорите по телефону. В одиночку труднее.',
            'Если был перерыв, тело отвыкло: прежнее количество может быть смертельным. Не употребляйте в одиночку.',
            'Если вы много пили и появились дрожь или судороги либо путаются мысли, не ждите: звоните 112.',
          ],
        },
        hard_situation: {
          heading: 'Тот момент позади, вы здесь',
          text: 'Трудный момент подсказывает, что поможет в следующий раз. Достаточно чего-то одного.',
          steps: [
            'Вспомните: где вы были, кто был рядом, который был час? В следующий раз измените что-то одно.',
            'Договоритесь с одним человеком, что ему можно позвонить, даже если сказать можно только: «Сейчас трудно».',
            'Решите заранее, куда пойдёте, если такой момент повторится. Уйти можно без объяснений.',
          ],
        },
        craving: {
          heading: 'Тяга поднимается и спадает',
          text: 'Она не растёт бесконечно, даже если ничего не делать. С ней не надо бороться: достаточно, чтобы прошло время.',
          steps: [
            'Перейдите в другое место: в другую комнату, на улицу, к кому-нибудь.',
            'Полчаса делайте что-нибудь руками: вымойте посуду, пройдитесь, примите душ.',
            'Поешьте, выпейте воды и отдохните. От голода и усталости тяга сильнее.',
          ],
        },
        unsure_of_week: {
          heading: 'Сделаем неделю меньше',
          text: 'Не нужно видеть всю неделю сразу. Достаточно завтрашнего дня.',
          steps: [
            'Запишите завтрашний день: когда встанете, где будете днём, с кем вечером.',
            'Подумайте, какой час недели самый трудный. Договоритесь с кем-нибудь именно на это время.',
            'Отложите одно дело, которое утомляет больше всего. Оно подождёт.',
          ],
        },
        hard_week: {
          heading: 'Трудное время не нужно переживать в одиночку',
          text: 'Плохое самочувствие не значит, что что-то пошло не так. Сейчас важнее всего мелочи.',
          steps: [
            'Позвоните или напишите одному человеку, даже если сказать нечего.',
            'Съешьте сегодня что-нибудь горячее и выйдите на воздух, хотя бы за дом.',
            'Если не спится ночами или мысли становятся очень тёмными, скажите об этом врачу или по телефону помощи.',
          ],
        },
        alone: {
          heading: 'Первый человек может найтись здесь',
          text: 'Если сейчас никого нет, начнём с одного. Большой круг не нужен.',
          steps: [
            'Попросите о звонке и спросите об опорном лице или консультанте по опыту.',
            'Попробуйте один раз прийти в группу взаимопомощи. Говорить не обязательно, можно слушать.',
            'Напишите человеку, с которым когда-то было хорошо: «Здравствуй, я о тебе думаю».',
          ],
        },
        going_well: {
          heading: 'Держитесь того, что помогает',
          text: 'Хорошая неделя не приходит сама собой. Сейчас удачное время отметить, на чём она держится.',
          steps: [
            'Запишите для себя одно, что помогло на этой неделе. В трудный день это будет под рукой.',
            'Договоритесь уже сегодня о чём-нибудь приятном впереди.',
            'Скажите тому, кто вам помог, что у вас всё хорошо.',
          ],
        },
        in_between: {
          heading: '«Так себе» — честный ответ',
          text: 'Не обязательно очень хорошо или очень плохо. Одна мелочь может склонить неделю в вашу сторону.',
          steps: [
            'Какой час этой недели был лучшим? Повторите его на следующей.',
            'Что отняло больше всего сил? Спросите у кого-нибудь, не поможет ли он с этим.',
            'Выберите один вечер и договоритесь на него о чём-нибудь.',
          ],
        },
        words_read: {
          heading: 'Ваши слова дойдут до человека',
          text: 'Написанное вами читает человек, а не машина. Если нужен ответ, с вами свяжутся.',
          steps: [
            'Если это не может ждать, попросите о звонке.',
            'Если вспомните что-то ещё, напишите снова. Каждый раз хватит и одной фразы.',
            'Если от написанного стало легче, сохраните это и для себя.',
          ],
        },
        nothing_told: {
          heading: 'Ваш отклик дошёл',
          text: 'Вы дали о себе знать, и этого достаточно. Больше говорить не обязательно.',
          steps: [
            'Если на душе всё же что-то есть, попросите о звонке. По телефону иногда легче.',
            'Сделайте сегодня для себя что-то хорошее: поешьте горячего, прогуляйтесь, выспитесь.',
            'Номера, по которым можно получить помощь, есть на этой странице. Звонить можно и без серьёзной причины.',
          ],
        },
      },
    },
  },
)
