import type { ArticleDraft } from '#shared/wire/articles.ts';

/** What a user of MODME can settle alone. */
export const modmeArticles: readonly ArticleDraft[] = [
  {
    slug: 'oplata-i-dolg',
    visibility: 'public',
    texts: {
      ru: {
        title: 'Оплата внесена, а долг остался',
        summary: 'Что проверить в карточке ученика, прежде чем вносить оплату ещё раз.',
        body: '1. Откройте карточку ученика и сравните группу в оплате с группой, за которую стоит долг.\n2. Посмотрите дату: оплата за прошлый месяц не закрывает новый.\n3. Обновите страницу: сумма долга считается при открытии.\n\nНе вносите оплату второй раз. Если группа и дата верны, напишите нам: имя не нужно, достаточно номера оплаты и времени.',
      },
      uz: {
        title: 'Toʻlov kiritilgan, qarz esa qolgan',
        summary: 'Toʻlovni qayta kiritishdan oldin oʻquvchi kartasida nimani tekshirish kerak.',
        body: '1. Oʻquvchi kartasini oching va toʻlovdagi guruhni qarz turgan guruh bilan solishtiring.\n2. Sanaga qarang: oʻtgan oy uchun toʻlov yangi oyni yopmaydi.\n3. Sahifani yangilang: qarz sahifa ochilganda hisoblanadi.\n\nToʻlovni ikkinchi marta kiritmang. Guruh va sana toʻgʻri boʻlsa, bizga yozing: ism shart emas, toʻlov raqami va vaqti yetarli.',
      },
      en: {
        title: 'A payment was entered, the debt is still there',
        summary: 'What to check on the student’s card before the payment is entered again.',
        body: '1. Open the student’s card and compare the group of the payment with the group that has the debt.\n2. Look at the date: a payment for last month does not settle the new one.\n3. Load the page again: the debt is counted when it opens.\n\nDo not enter the payment twice. If group and date are right, write to us: no name is needed, number and time of the payment are enough.',
      },
    },
  },
  {
    slug: 'vhod-sotrudnika',
    visibility: 'public',
    texts: {
      ru: {
        title: 'Сотрудник не может войти',
        summary: 'Телефон, раскладка и права: три причины, которые видно сразу.',
        body: '1. Проверьте, что телефон в карточке сотрудника записан с кодом страны.\n2. Наберите пароль в открытом поле: часто мешает раскладка.\n3. Посмотрите, не отключён ли сотрудник и выбран ли у него филиал.\n\nПароль в обращение не пишите: мы его не спрашиваем.',
      },
      uz: {
        title: 'Xodim tizimga kira olmayapti',
        summary: 'Telefon, klaviatura tili va huquqlar: darhol koʻrinadigan uchta sabab.',
        body: '1. Xodim kartasida telefon mamlakat kodi bilan yozilganini tekshiring.\n2. Parolni koʻrinadigan maydonda tering: koʻpincha klaviatura tili xalaqit beradi.\n3. Xodim oʻchirib qoʻyilmaganini va unga filial tanlanganini koʻring.\n\nMurojaatda parolni yozmang: biz uni soʻramaymiz.',
      },
      en: {
        title: 'A member of staff cannot sign in',
        summary: 'Phone, keyboard and rights: three reasons that show at once.',
        body: '1. Check that the phone on the staff card has its country code.\n2. Type the password where it can be seen: the keyboard’s language is often the reason.\n3. See whether the person is switched off and has a branch.\n\nDo not write a password into a request: we never ask for it.',
      },
    },
  },
  {
    slug: 'snimok-bez-lichnogo',
    visibility: 'public',
    texts: {
      ru: {
        title: 'Как показать ошибку на снимке и скрыть личное',
        summary: 'Снимок страницы делает сама форма, лишнее закрывается до отправки.',
        body: '1. Откройте страницу с ошибкой и нажмите «Поддержка».\n2. Нажмите «Снять страницу»: закройте имена и суммы, обведите место ошибки.\n3. Закрытое удаляется из снимка прямо в браузере и никуда не уходит.\n\nЧто отправится кроме снимка, показывает строка «Что будет отправлено».',
      },
      uz: {
        title: 'Xatoni suratda koʻrsatish va shaxsiy maʼlumotni yashirish',
        summary: 'Sahifa suratini shaklning oʻzi oladi, ortiqchasi yuborishdan oldin yopiladi.',
        body: '1. Xato chiqqan sahifani oching va yordam tugmasini bosing.\n2. Sahifa suratini oling: ism va summalarni yoping, xato joyini belgilang.\n3. Yopilgan joy suratdan brauzerning oʻzida oʻchiriladi va hech qayerga ketmaydi.\n\nSuratdan tashqari nima yuborilishini shakldagi alohida qator koʻrsatadi.',
      },
      en: {
        title: 'Show an error in a picture and hide what is private',
        summary:
          'The form takes the picture of the page itself; what is private is covered before it goes.',
        body: '1. Open the page with the error and press “Support”.\n2. Press “Picture of the page”: cover names and sums, mark where the error is.\n3. What is covered is removed from the picture in your browser and goes nowhere.\n\nThe line “What will be sent” shows what else goes along.',
      },
    },
  },
];
