import { say } from '#server/demo/pages/kit/text.ts';
import type { MobileContent } from '#server/demo/pages/mobile/mobile-content.ts';
import { nextDays } from '#server/demo/pages/mobile/next-days.ts';

const done = say('Снято', 'Oʻlchandi', 'Surveyed');
const today = say('Сегодня', 'Bugun', 'Today');
const failed = say('Ошибка', 'Xato', 'Error');

/** A cadastral engineer in the field. Parcels of district 00 do not exist. */
export const technokadMobile: MobileContent = {
  product: 'ТехноКад-Гео',
  place: 'ООО «Межа-Пример»',
  sections: [
    { icon: 'map', label: say('Выезды', 'Safarlar', 'Visits'), current: true },
    { icon: 'document', label: say('Планы', 'Rejalar', 'Plans') },
    { icon: 'search', label: say('Выписки', 'Koʻchirmalar', 'Extracts') },
    { icon: 'key', label: say('Подпись', 'Imzo', 'Signature') },
  ],
  next: {
    overline: say('Следующий выезд', 'Keyingi safar', 'Next visit'),
    badge: '11:30',
    title: '00:12:0340102:57',
    facts: [
      { label: say('Адрес', 'Manzil', 'Address'), value: 'пос. Пробный, ул. Межевая, 9' },
      {
        label: say('Работа', 'Ish', 'Work'),
        value: say('вынос 6 точек в натуру', '6 nuqtani joyga koʻchirish', 'set out 6 points'),
      },
      {
        label: say('Заказчик', 'Buyurtmachi', 'Customer'),
        value: 'А. Дубравин, +7 000 000-00-57',
        private: true,
      },
    ],
    action: say(
      'Пополнить счёт на выписки',
      'Koʻchirma hisobini toʻldirish',
      'Top up for extracts',
    ),
  },
  share: {
    title: say('Точки сегодня', 'Bugungi nuqtalar', 'Points today'),
    parts: [
      { label: say('Сняты', 'Oʻlchangan', 'Surveyed'), percent: 56, shown: '18' },
      { label: say('Осталось', 'Qolgan', 'Left'), percent: 32, shown: '10' },
      { label: say('Спорные', 'Bahsli', 'Disputed'), percent: 12, shown: '4' },
    ],
  },
  actions: [
    { to: 'pay', icon: 'card', label: say('Пополнить счёт', 'Hisobni toʻldirish', 'Top up') },
    { to: 'book', icon: 'plus', label: say('Новая точка', 'Yangi nuqta', 'New point') },
    {
      to: 'list',
      icon: 'search',
      label: say('Заказать выписку', 'Koʻchirma buyurtma', 'Order extract'),
    },
    { to: 'book', icon: 'send', label: say('Отправить пакет', 'Paketni yuborish', 'Send package') },
  ],
  listTitle: say('Объекты дня', 'Kun obyektlari', 'Sites today'),
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'today', label: today },
    { id: 'done', label: say('Сняты', 'Oʻlchangan', 'Surveyed') },
  ],
  items: [
    {
      tab: 'today',
      tone: 'bad',
      icon: 'document',
      title: 'PKG-1187 · 00:12:0340102:57',
      note: say(
        'межевой план, проверка XML',
        'mejalash rejasi, XML tekshiruvi',
        'boundary plan, XML check',
      ),
      state: failed,
      more: say(
        'Строка 214: нет системы координат. Пакет не принят.',
        '214-satr: koordinatalar tizimi yoʻq. Paket qabul qilinmadi.',
        'Line 214: no coordinate system. Package refused.',
      ),
    },
    {
      tab: 'today',
      tone: 'wait',
      icon: 'map',
      title: '00:12:0340102:57',
      note: say('11:30 · вынос точек', '11:30 · nuqtalarni koʻchirish', '11:30 · setting out'),
      state: today,
      more: say(
        'Взять вехи и отражатель. Ключ от ворот у сторожа.',
        'Vexa va qaytargichni oling. Darvoza kaliti qorovulda.',
        'Bring poles and prism. The guard has the gate key.',
      ),
    },
    {
      tab: 'today',
      tone: 'wait',
      icon: 'building',
      title: '00:15:0220017:102',
      note: say('14:00 · обмер здания', '14:00 · binoni oʻlchash', '14:00 · building survey'),
      state: today,
      more: say(
        'Технический паспорт в архиве объекта.',
        'Texnik pasport obyekt arxivida.',
        'The technical passport is in the site archive.',
      ),
    },
    {
      tab: 'done',
      tone: 'good',
      icon: 'check',
      title: '00:07:0101003:18',
      note: say('09:10 · 8 точек, ±3 см', '09:10 · 8 nuqta, ±3 sm', '09:10 · 8 points, ±3 cm'),
      state: done,
      more: say(
        'Акт согласования подписан соседями.',
        'Kelishuv dalolatnomasini qoʻshnilar imzoladi.',
        'Neighbours signed the boundary act.',
      ),
    },
    {
      tab: 'done',
      tone: 'good',
      icon: 'check',
      title: '00:07:0101003:44',
      note: say('10:05 · 10 точек, ±2 см', '10:05 · 10 nuqta, ±2 sm', '10:05 · 10 points, ±2 cm'),
      state: done,
      more: say(
        'Четыре точки спорные: показания разошлись.',
        'Toʻrtta nuqta bahsli: oʻlchovlar farq qildi.',
        'Four points disputed: readings differ.',
      ),
    },
  ],
  booking: {
    title: say('Назначить выезд', 'Safar belgilash', 'Plan a visit'),
    what: {
      label: say('Работа', 'Ish', 'Work'),
      options: [
        say('Съёмка участка', 'Uchastkani oʻlchash', 'Parcel survey'),
        say('Вынос точек', 'Nuqtalarni koʻchirish', 'Setting out'),
        say('Обмер здания', 'Binoni oʻlchash', 'Building survey'),
      ],
    },
    where: {
      label: say('Объект', 'Obyekt', 'Site'),
      options: ['00:03:0450201:6', '00:09:0060301:34'],
    },
    days: nextDays,
    slots: [
      { time: '08:30' },
      { time: '09:30' },
      { time: '11:30', taken: true },
      { time: '12:30' },
      { time: '14:00', taken: true },
      { time: '15:00' },
      { time: '16:00' },
      { time: '17:00', taken: true },
    ],
    action: say('Назначить', 'Belgilash', 'Plan'),
    done: say('Выезд назначен:', 'Safar belgilandi:', 'Visit planned:'),
  },
  payment: {
    action: say('Пополнить счёт', 'Hisobni toʻldirish', 'Top up'),
    title: say('Пополнение лицевого счёта', 'Shaxsiy hisobni toʻldirish', 'Account top-up'),
    purpose: say('Соглашение ГС-2026/0451', 'ГС-2026/0451 kelishuvi', 'Agreement ГС-2026/0451'),
    amount: '5 000',
    currency: '₽',
    card: '2200 0000 0000 0000',
    secret: say(
      'Пароль контейнера подписи',
      'Imzo konteyneri paroli',
      'Signature container password',
    ),
    paid: say('Счёт пополнен', 'Hisob toʻldirildi', 'Account topped up'),
  },
};
