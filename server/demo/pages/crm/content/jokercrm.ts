import { say } from '#server/demo/pages/kit/text.ts';
import type { CrmContent } from '#server/demo/pages/crm/crm-content.ts';
import { jokercrmDeals } from './jokercrm-deals.ts';

const rub = '₽';

/** A real estate agency's deals. What people typed stays in Russian in every language. */
export const jokercrmCrm: CrmContent = {
  product: 'JokerCRM',
  organisation: 'Агентство «Дом-Пример»',
  menu: [
    { icon: 'home', label: say('Рабочий стол', 'Ish stoli', 'Desktop') },
    { icon: 'building', label: say('Объекты', 'Obyektlar', 'Listings'), count: 214 },
    { icon: 'people', label: say('Клиенты', 'Mijozlar', 'Clients') },
    { icon: 'layers', label: say('Сделки', 'Bitimlar', 'Deals'), current: true },
    { icon: 'search', label: say('Подбор', 'Tanlov', 'Matching') },
    { icon: 'send', label: say('Объявления', 'Eʼlonlar', 'Ads'), count: 7 },
    { icon: 'phone', label: say('Звонки', 'Qoʻngʻiroqlar', 'Calls'), count: 3 },
    { icon: 'calendar', label: say('Показы', 'Koʻrsatuvlar', 'Viewings') },
    { icon: 'chart', label: say('Отчёты', 'Hisobotlar', 'Reports') },
    { icon: 'gear', label: say('Настройки', 'Sozlamalar', 'Settings') },
  ],
  search: say('Адрес, телефон или номер', 'Manzil, telefon yoki raqam', 'Address, phone or number'),
  heading: say('Сделки в работе', 'Ishdagi bitimlar', 'Open deals'),
  subheading: say(
    'ноябрь 2026 · отдел вторичного рынка',
    '2026-yil noyabr · ikkilamchi bozor boʻlimi',
    'November 2026 · resale team',
  ),
  figures: [
    {
      label: say('Сумма объектов', 'Obyektlar summasi', 'Listing value'),
      value: say('68,4', '68,4', '68.4'),
      unit: say('млн ₽', 'mln ₽', 'm ₽'),
      hint: say('10 сделок', '10 ta bitim', '10 deals'),
    },
    {
      label: say('Закрыто в ноябре', 'Noyabrda yopilgan', 'Closed in November'),
      value: '4',
      hint: say('план 6', 'reja 6', 'plan 6'),
    },
    {
      label: say('Комиссия', 'Komissiya', 'Commission'),
      value: '1 846 000',
      unit: rub,
      hint: say('в ожидании', 'kutilmoqda', 'expected'),
      private: true,
    },
    {
      label: say('Просрочено задач', 'Kechikkan vazifalar', 'Overdue tasks'),
      value: '2',
      hint: say('звонок и показ', 'qoʻngʻiroq va koʻrsatuv', 'a call and a viewing'),
    },
  ],
  share: {
    title: say('Откуда заявки', 'Arizalar manbai', 'Where leads come from'),
    parts: [
      { label: say('Площадки', 'Maydonchalar', 'Portals'), percent: 58, shown: '93' },
      { label: say('Сайт', 'Sayt', 'Website'), percent: 26, shown: '41' },
      { label: say('Рекомендации', 'Tavsiyalar', 'Referrals'), percent: 16, shown: '26' },
    ],
  },
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'view', label: say('Показы', 'Koʻrsatuvlar', 'Viewings') },
    { id: 'deposit', label: say('Аванс', 'Avans', 'Deposit') },
    { id: 'papers', label: say('Документы', 'Hujjatlar', 'Papers') },
  ],
  filters: [
    [
      say('Отдел: вторичный рынок', 'Boʻlim: ikkilamchi bozor', 'Team: resale'),
      say('Отдел: новостройки', 'Boʻlim: yangi uylar', 'Team: new homes'),
    ],
    [say('Все риелторы', 'Barcha rieltorlar', 'All realtors'), 'М. Окнова', 'И. Карнизов'],
  ],
  columns: [
    { label: say('Объект', 'Obyekt', 'Listing'), kind: 'name' },
    { label: say('Покупатель', 'Xaridor', 'Buyer'), kind: 'text', wide: true },
    { label: say('Риелтор', 'Rieltor', 'Realtor'), kind: 'text', wide: true },
    { label: say('Цена, ₽', 'Narx, ₽', 'Price, ₽'), kind: 'number' },
    { label: say('Комиссия', 'Komissiya', 'Fee'), kind: 'number', private: true, wide: true },
    { label: say('Этап', 'Bosqich', 'Stage'), kind: 'state' },
  ],
  entries: jokercrmDeals,
  cardTitle: say('Карточка сделки', 'Bitim kartasi', 'Deal card'),
  happenings: [
    {
      when: '17:20',
      what: say(
        'Выгрузка на площадки: 1 ошибка',
        'Maydonchalarga yuklash: 1 ta xato',
        'Export to portals: 1 error',
      ),
    },
    {
      when: '14:00',
      what: say(
        'Показ прошёл, клиент думает до вторника',
        'Koʻrsatuv oʻtdi, mijoz seshanbagacha oʻylaydi',
        'Viewing done, the client decides by Tuesday',
      ),
    },
    {
      when: say('20 ноя', '20-noy', '20 Nov'),
      what: say(
        'Цена снижена на 150 000 ₽',
        'Narx 150 000 ₽ ga tushirildi',
        'Price lowered by 150,000 ₽',
      ),
    },
    {
      when: say('18 ноя', '18-noy', '18 Nov'),
      what: say('Добавлены 14 фотографий', '14 ta surat qoʻshildi', '14 photos added'),
    },
  ],
  payment: {
    action: say('Принять аванс', 'Avans qabul qilish', 'Take deposit'),
    title: say('Аванс по сделке', 'Bitim boʻyicha avans', 'Deposit for the deal'),
    purpose: '2-к. кв., ул. Примерная, 12',
    amount: '50 000',
    currency: rub,
    card: '2200 0000 0000 0000',
    secret: say('Пароль сотрудника', 'Xodim paroli', 'Employee password'),
    paid: say('Аванс принят', 'Avans qabul qilindi', 'Deposit taken'),
  },
};
