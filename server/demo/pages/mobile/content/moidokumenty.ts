import { say } from '#server/demo/pages/kit/text.ts';
import type { MobileContent } from '#server/demo/pages/mobile/mobile-content.ts';
import { nextDays } from '#server/demo/pages/mobile/next-days.ts';

const ready = say('Готово', 'Tayyor', 'Ready');
const working = say('В работе', 'Jarayonda', 'In progress');
const needed = say('Нужен ответ', 'Javob kerak', 'Reply needed');

/** A citizen's page of public services. Services keep their official names in Russian. */
export const moidokumentyMobile: MobileContent = {
  product: 'Мои документы онлайн',
  place: say(
    'Примерская область · г. Пробный',
    'Primer viloyati · Probniy sh.',
    'Primer region · Probny',
  ),
  sections: [
    { icon: 'home', label: say('Главная', 'Bosh sahifa', 'Home'), current: true },
    { icon: 'document', label: say('Документы', 'Hujjatlar', 'Documents') },
    { icon: 'ticket', label: say('Талоны', 'Talonlar', 'Tickets') },
    { icon: 'map', label: say('Центры', 'Markazlar', 'Centres') },
  ],
  next: {
    overline: say('Ближайший приём', 'Yaqin qabul', 'Next appointment'),
    badge: 'А-027',
    title: say('Замена паспорта', 'Pasportni almashtirish', 'Passport renewal'),
    facts: [
      {
        label: say('Когда', 'Qachon', 'When'),
        value: say(
          'пн 23 ноября, 09:00, окно 4',
          'du 23-noyabr, 09:00, 4-oyna',
          'Mon 23 Nov, 09:00, desk 4',
        ),
      },
      {
        label: say('Где', 'Qayerda', 'Where'),
        value: say(
          'МФЦ «Пробный», ул. Примерная, 1',
          '«Probniy» MFC, Primernaya koʻch., 1',
          'Probny centre, 1 Primernaya st.',
        ),
      },
      { label: say('Паспорт', 'Pasport', 'Passport'), value: '00 00 000000', private: true },
    ],
    action: say('Оплатить пошлину 300 ₽', '300 ₽ boj toʻlash', 'Pay the 300 ₽ fee'),
  },
  share: {
    title: say('Мои заявления', 'Mening arizalarim', 'My applications'),
    parts: [
      { label: ready, percent: 50, shown: '4' },
      { label: working, percent: 37, shown: '3' },
      { label: needed, percent: 13, shown: '1' },
    ],
  },
  actions: [
    { to: 'pay', icon: 'card', label: say('Оплатить пошлину', 'Boj toʻlash', 'Pay a fee') },
    { to: 'book', icon: 'ticket', label: say('Взять талон', 'Talon olish', 'Take a ticket') },
    {
      to: 'list',
      icon: 'search',
      label: say('Статус заявления', 'Ariza holati', 'Application status'),
    },
    { to: 'book', icon: 'map', label: say('Очередь сейчас', 'Hozirgi navbat', 'Queue now') },
  ],
  listTitle: say('Мои документы', 'Mening hujjatlarim', 'My documents'),
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'work', label: working },
    { id: 'ready', label: ready },
  ],
  items: [
    {
      tab: 'work',
      tone: 'bad',
      icon: 'document',
      title: 'Регистрация прав на квартиру',
      note: say('№ 00-1187 · 20 ноября', '№ 00-1187 · 20-noyabr', 'No. 00-1187 · 20 November'),
      state: needed,
      more: say(
        'Приложите договор купли-продажи: в заявлении не хватает страницы 3.',
        'Oldi-sotdi shartnomasini ilova qiling: arizada 3-bet yetishmaydi.',
        'Attach the purchase contract: page 3 is missing.',
      ),
    },
    {
      tab: 'work',
      tone: 'wait',
      icon: 'person',
      title: 'Замена паспорта гражданина',
      note: say(
        '№ 00-1179 · приём 23 ноября',
        '№ 00-1179 · qabul 23-noyabr',
        'No. 00-1179 · visit on 23 November',
      ),
      state: working,
      more: say(
        'Возьмите старый паспорт и две фотографии 35 × 45 мм.',
        'Eski pasport va ikkita 35 × 45 mm suratni oling.',
        'Bring the old passport and two 35 × 45 mm photos.',
      ),
    },
    {
      tab: 'work',
      tone: 'wait',
      icon: 'home',
      title: 'Субсидия на оплату жилья',
      note: say('№ 00-1150 · 16 ноября', '№ 00-1150 · 16-noyabr', 'No. 00-1150 · 16 November'),
      state: working,
      more: say(
        'Проверяем доходы за шесть месяцев.',
        'Olti oylik daromadlar tekshirilmoqda.',
        'Six months of income are being checked.',
      ),
    },
    {
      tab: 'work',
      tone: 'wait',
      icon: 'people',
      title: 'СНИЛС для ребёнка',
      note: say('№ 00-1144 · 15 ноября', '№ 00-1144 · 15-noyabr', 'No. 00-1144 · 15 November'),
      state: working,
      more: say(
        'Данные переданы в ведомство.',
        'Maʼlumotlar idoraga topshirildi.',
        'Passed to the agency.',
      ),
    },
    {
      tab: 'ready',
      tone: 'good',
      icon: 'building',
      title: 'Выписка из ЕГРН',
      note: say('готова 14 ноября', '14-noyabrda tayyor boʻldi', 'ready on 14 November'),
      state: ready,
      more: say(
        'Заберите в центре «Пробный» до 14 декабря.',
        '14-dekabrgacha «Probniy» markazidan oling.',
        'Collect at Probny by 14 December.',
      ),
    },
    {
      tab: 'ready',
      tone: 'good',
      icon: 'shield',
      title: 'Справка об отсутствии судимости',
      note: say('готова 9 ноября', '9-noyabrda tayyor boʻldi', 'ready on 9 November'),
      state: ready,
      more: say(
        'Электронный документ в разделе «Документы».',
        'Elektron hujjat «Hujjatlar» boʻlimida.',
        'The file is under Documents.',
      ),
    },
    {
      tab: 'ready',
      tone: 'good',
      icon: 'key',
      title: 'Водительское удостоверение',
      note: say('готово 2 ноября', '2-noyabrda tayyor boʻldi', 'ready on 2 November'),
      state: ready,
      more: say(
        'Выдано 3 ноября, окно 5.',
        '3-noyabrda berildi, 5-oyna.',
        'Handed out on 3 November, desk 5.',
      ),
    },
    {
      tab: 'ready',
      tone: 'good',
      icon: 'home',
      title: 'Регистрация по месту жительства',
      note: say('готова 28 октября', '28-oktyabrda tayyor boʻldi', 'ready on 28 October'),
      state: ready,
      more: say('Отметка внесена.', 'Belgi qoʻyildi.', 'Recorded.'),
    },
  ],
  booking: {
    title: say('Записаться в МФЦ', 'MFCga yozilish', 'Book a visit'),
    what: {
      label: say('Услуга', 'Xizmat', 'Service'),
      options: ['Загранпаспорт, 10 лет', 'Выписка из ЕГРН', 'Материнский капитал'],
    },
    where: {
      label: say('Центр', 'Markaz', 'Centre'),
      options: ['«Пробный», ул. Примерная, 1', '«Образцовый», пр-т Макетный, 20'],
    },
    days: nextDays,
    slots: [
      { time: '09:00', taken: true },
      { time: '09:20' },
      { time: '10:40' },
      { time: '11:10', taken: true },
      { time: '12:30' },
      { time: '14:00' },
      { time: '15:20', taken: true },
      { time: '16:40' },
    ],
    action: say('Записаться', 'Yozilish', 'Book'),
    done: say('Вы записаны:', 'Siz yozildingiz:', 'You are booked:'),
  },
  payment: {
    action: say('Оплатить пошлину', 'Boj toʻlash', 'Pay a fee'),
    title: say('Государственная пошлина', 'Davlat boji', 'State fee'),
    purpose: 'Замена паспорта гражданина, № 00-1179',
    amount: '300',
    currency: '₽',
    card: '2200 0000 0000 0000',
    secret: say('Пароль от личного кабинета', 'Shaxsiy kabinet paroli', 'Account password'),
    paid: say('Пошлина оплачена', 'Boj toʻlandi', 'Fee paid'),
  },
};
