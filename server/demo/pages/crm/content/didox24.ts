import { say } from '#server/demo/pages/kit/text.ts';
import type { CrmContent } from '#server/demo/pages/crm/crm-content.ts';
import { didox24Deals } from './didox24-deals.ts';

const sum = say('сум', 'soʻm', 'UZS');

/** Deals whose papers go to counterparties through Didox24. */
export const didox24Crm: CrmContent = {
  product: 'Didox24',
  organisation: say('ООО «Namuna Savdo»', '«Namuna Savdo» MChJ', 'Namuna Savdo LLC'),
  menu: [
    { icon: 'layers', label: say('Сделки', 'Bitimlar', 'Deals'), current: true },
    {
      icon: 'document',
      label: say('Счета-фактуры', 'Fakturalar', 'Tax invoices'),
      count: 9,
    },
    { icon: 'folder', label: say('Договоры', 'Shartnomalar', 'Contracts') },
    { icon: 'list', label: say('Акты', 'Dalolatnomalar', 'Acts') },
    { icon: 'inbox', label: say('Входящие', 'Kiruvchi', 'Incoming'), count: 4 },
    { icon: 'people', label: say('Контрагенты', 'Kontragentlar', 'Counterparties') },
    { icon: 'key', label: say('Ключи ЭЦП', 'ERI kalitlari', 'Signature keys') },
    { icon: 'chart', label: say('Отчёты', 'Hisobotlar', 'Reports') },
    { icon: 'gear', label: say('Настройки', 'Sozlamalar', 'Settings') },
  ],
  search: say('Сделка, ИНН или номер', 'Bitim, STIR yoki raqam', 'Deal, tax number or number'),
  heading: say('Сделки и документы', 'Bitimlar va hujjatlar', 'Deals and papers'),
  subheading: say(
    'ноябрь 2026 · отдел оптовых продаж',
    '2026-yil noyabr · ulgurji savdo boʻlimi',
    'November 2026 · wholesale',
  ),
  figures: [
    {
      label: say('Отправлено', 'Yuborilgan', 'Sent'),
      value: '64',
      hint: say('документа за месяц', 'oy davomida hujjat', 'papers this month'),
    },
    {
      label: say('Подписано', 'Imzolangan', 'Signed'),
      value: '47',
      hint: say('в среднем за 1,4 дня', 'oʻrtacha 1,4 kunda', '1.4 days on average'),
    },
    {
      label: say('Ждут оплаты', 'Toʻlov kutilmoqda', 'Awaiting payment'),
      value: '184 300 000',
      unit: sum,
      hint: say('6 сделок', '6 ta bitim', '6 deals'),
      private: true,
    },
    {
      label: say('Ключ ЭЦП', 'ERI kaliti', 'Signature key'),
      value: '118',
      unit: say('дней', 'kun', 'days'),
      hint: say('до 20 марта 2027', '2027-yil 20-martgacha', 'until 20 March 2027'),
    },
  ],
  share: {
    title: say('Документы за месяц', 'Bir oylik hujjatlar', 'Papers this month'),
    parts: [
      { label: say('Подписаны', 'Imzolangan', 'Signed'), percent: 73, shown: '47' },
      { label: say('Ждут', 'Kutilmoqda', 'Waiting'), percent: 19, shown: '12' },
      { label: say('Отклонены', 'Rad etilgan', 'Rejected'), percent: 8, shown: '5' },
    ],
  },
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'wait', label: say('Ждут подписи', 'Imzo kutmoqda', 'Awaiting signature') },
    { id: 'bad', label: say('С ошибкой', 'Xato bilan', 'With errors') },
    { id: 'good', label: say('Подписаны', 'Imzolangan', 'Signed') },
  ],
  filters: [
    [
      say('Мои сделки', 'Mening bitimlarim', 'My deals'),
      say('Все сделки', 'Barcha bitimlar', 'All deals'),
    ],
    [
      say('Ноябрь 2026', '2026-yil noyabr', 'November 2026'),
      say('Октябрь 2026', '2026-yil oktyabr', 'October 2026'),
    ],
  ],
  columns: [
    { label: say('Сделка', 'Bitim', 'Deal'), kind: 'name' },
    { label: say('Контрагент', 'Kontragent', 'Counterparty'), kind: 'text', wide: true },
    { label: say('Документ', 'Hujjat', 'Paper'), kind: 'text', wide: true },
    { label: say('Сумма', 'Summa', 'Amount'), kind: 'number', private: true },
    { label: say('Статус', 'Holat', 'State'), kind: 'state' },
  ],
  entries: didox24Deals,
  cardTitle: say('Карточка сделки', 'Bitim kartasi', 'Deal card'),
  happenings: [
    {
      when: '15:51',
      what: say(
        'Ошибка подписи, документ в черновиках',
        'Imzo xatosi, hujjat qoralamada',
        'Signature error, paper kept as draft',
      ),
    },
    {
      when: '15:50',
      what: say(
        'Счёт-фактура 2210-1 создана из сделки',
        '2210-1 hisobvaraq-faktura bitimdan yaratildi',
        'Tax invoice 2210-1 made from the deal',
      ),
    },
    {
      when: say('20 ноя', '20-noy', '20 Nov'),
      what: say(
        'Договор подписан обеими сторонами',
        'Shartnoma ikki tomondan imzolandi',
        'Contract signed by both sides',
      ),
    },
  ],
  payment: {
    action: say('Оплатить пакет', 'Paketni toʻlash', 'Pay for package'),
    title: say('Пакет на 100 документов', '100 ta hujjatlik paket', 'Package of 100 papers'),
    purpose: say('Договор ТП-2026/118', 'ТП-2026/118 shartnoma', 'Contract ТП-2026/118'),
    amount: '190 000',
    currency: sum,
    card: '8600 0000 0000 0000',
    secret: say('Пароль ключа ЭЦП', 'ERI kaliti paroli', 'Signature key password'),
    paid: say('Пакет оплачен', 'Paket toʻlandi', 'Package paid'),
  },
};
