import { say } from '#server/demo/pages/kit/text.ts';
import type { PortalContent } from '#server/demo/pages/portal/portal-content.ts';

const shown = say('Размещено', 'Joylangan', 'Published');
const checked = say('Проверка', 'Tekshiruv', 'Review');
const failed = say('Ошибка', 'Xato', 'Error');

/** Ads of a real estate group, exported to sites from its portal. */
export const jokercrmPortal: PortalContent = {
  company: say('Портал «Квартал-Пример»', '«Квартал-Пример» portali', 'Kvartal-Primer portal'),
  app: 'JokerCRM',
  tagline: say(
    'Объявления и выгрузка на площадки',
    'Eʼlonlar va maydonchalarga yuklash',
    'Ads and export to sites',
  ),
  appTabs: [
    say('Объявления', 'Eʼlonlar', 'Ads'),
    say('Выгрузки', 'Yuklamalar', 'Exports'),
    say('Звонки', 'Qoʻngʻiroqlar', 'Calls'),
    say('Объекты', 'Obyektlar', 'Listings'),
    say('Расходы', 'Xarajatlar', 'Costs'),
    say('Настройки', 'Sozlamalar', 'Settings'),
  ],
  figures: [
    {
      label: say('Объявлений', 'Eʼlonlar', 'Ads'),
      value: '214',
      hint: say('на 4 площадках', '4 ta maydonchada', 'on 4 sites'),
    },
    {
      label: say('Просмотров за день', 'Kunlik koʻrishlar', 'Views a day'),
      value: '9 306',
      hint: say('на 12 % меньше вчерашнего', 'kechagidan 12 % kam', '12 % fewer than yesterday'),
    },
    {
      label: say('Звонков', 'Qoʻngʻiroqlar', 'Calls'),
      value: '48',
      hint: say('5 пропущено', '5 tasi oʻtkazib yuborilgan', '5 missed'),
    },
    {
      label: say('Расход на рекламу', 'Reklama xarajati', 'Ad spend'),
      value: '86 740',
      unit: '₽',
      hint: say('ноябрь', 'noyabr', 'November'),
      private: true,
    },
  ],
  share: {
    title: say('Состояние объявлений', 'Eʼlonlar holati', 'State of the ads'),
    parts: [
      { label: shown, percent: 76, shown: '162' },
      { label: checked, percent: 16, shown: '34' },
      { label: say('Ошибки', 'Xatolar', 'Errors'), percent: 8, shown: '18' },
    ],
  },
  listTitle: say('Последняя выгрузка', 'Oxirgi yuklama', 'Latest export'),
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'failed', label: say('Ошибки', 'Xatolar', 'Errors') },
    { id: 'shown', label: shown },
  ],
  columns: [
    { label: say('Объект', 'Obyekt', 'Listing'), kind: 'name' },
    { label: say('Площадка', 'Maydoncha', 'Site'), kind: 'text', wide: true },
    { label: say('Просмотры', 'Koʻrishlar', 'Views'), kind: 'number', wide: true },
    { label: say('Собственник', 'Egasi', 'Owner'), kind: 'text', private: true, wide: true },
    { label: say('Статус', 'Holat', 'State'), kind: 'state' },
  ],
  entries: [
    {
      tab: 'failed',
      tone: 'bad',
      cells: ['3-к. кв., Образцовый пр-т, 4', 'Площадка А', 0, 'О. Ручьёва', failed],
    },
    {
      tab: 'shown',
      tone: 'good',
      cells: ['2-к. кв., ул. Примерная, 12', 'Площадка А', 412, 'И. Скалин', shown],
    },
    {
      tab: 'shown',
      tone: 'good',
      cells: ['Студия, наб. Условная, 31', 'Площадка Б', 287, 'Ж. Морская', shown],
    },
    {
      tab: 'check',
      tone: 'wait',
      cells: ['Гараж, ГСК «Шаблон», бокс 18', 'Площадка Б', 14, 'Н. Снегов', checked],
    },
    {
      tab: 'shown',
      tone: 'good',
      cells: ['1-к. кв., ул. Примерная, 40', 'Площадка А', 124, 'А. Туманов', shown],
    },
    {
      tab: 'failed',
      tone: 'bad',
      cells: ['Дом 140 м², пос. Пробный', 'Площадка В', 0, 'С. Камнев', failed],
    },
    {
      tab: 'shown',
      tone: 'good',
      cells: ['4-к. кв., б-р Чертёжный, 2', 'Площадка Г', 96, 'Г. Заречный', shown],
    },
    {
      tab: 'check',
      tone: 'wait',
      cells: ['Участок 8 соток, СНТ «Эскиз»', 'Площадка В', 31, 'В. Полянский', checked],
    },
    {
      tab: 'shown',
      tone: 'good',
      cells: ['Помещение 96 м², ул. Модельная, 1', 'Площадка Г', 58, 'ООО «Пример-Торг»', shown],
    },
  ],
  sign: {
    title: say('Доступ к площадке', 'Maydonchaga kirish', 'Access to the site'),
    keyLabel: say('Площадка', 'Maydoncha', 'Site'),
    keys: ['Площадка А', 'Площадка Б', 'Площадка В', 'Площадка Г'],
    secret: say('Пароль площадки', 'Maydoncha paroli', 'Site password'),
    action: say('Выгрузить снова', 'Qayta yuklash', 'Export again'),
    done: say('Площадка не ответила:', 'Maydoncha javob bermadi:', 'The site did not answer:'),
  },
  happenings: [
    {
      when: '17:20',
      what: say(
        'Выгрузка: 18 ошибок, фото больше 10 МБ',
        'Yuklama: 18 ta xato, suratlar 10 MBdan katta',
        'Export: 18 errors, photos over 10 MB',
      ),
    },
    {
      when: '12:00',
      what: say(
        'Выгрузка на 4 площадки начата',
        '4 ta maydonchaga yuklash boshlandi',
        'Export to 4 sites started',
      ),
    },
    {
      when: say('21 ноя', '21-noy', '21 Nov'),
      what: say(
        'Цены обновлены у 31 объекта',
        '31 obyektning narxi yangilandi',
        '31 prices updated',
      ),
    },
    {
      when: say('20 ноя', '20-noy', '20 Nov'),
      what: say('Добавлена «Площадка Г»', '«Площадка Г» qoʻshildi', 'Площадка Г added'),
    },
  ],
  payment: {
    action: say('Пополнить рекламу', 'Reklamani toʻldirish', 'Top up ads'),
    title: say('Рекламный счёт', 'Reklama hisobi', 'Ad account'),
    purpose: say('Договор JC-K-2026-040', 'JC-K-2026-040 shartnoma', 'Contract JC-K-2026-040'),
    amount: '30 000',
    currency: '₽',
    card: '2200 0000 0000 0000',
    secret: say('Пароль портала', 'Portal paroli', 'Portal password'),
    paid: say('Счёт пополнен', 'Hisob toʻldirildi', 'Account topped up'),
  },
};
