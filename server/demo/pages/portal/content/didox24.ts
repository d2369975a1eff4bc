import { say } from '#server/demo/pages/kit/text.ts';
import type { PortalContent } from '#server/demo/pages/portal/portal-content.ts';
import { didox24Papers } from './didox24-papers.ts';

const sum = say('сум', 'soʻm', 'UZS');

/** Electronic papers with counterparties, opened inside a company portal. */
export const didox24Portal: PortalContent = {
  company: say('Портал «Namuna Savdo»', '«Namuna Savdo» portali', 'Namuna Savdo portal'),
  app: 'Didox24',
  tagline: say(
    'Электронные документы с контрагентами',
    'Kontragentlar bilan elektron hujjatlar',
    'Electronic papers with counterparties',
  ),
  appTabs: [
    say('Исходящие', 'Chiquvchi', 'Outgoing'),
    say('Входящие', 'Kiruvchi', 'Incoming'),
    say('Черновики', 'Qoralamalar', 'Drafts'),
    say('Контрагенты', 'Kontragentlar', 'Counterparties'),
    say('Ключи ЭЦП', 'ERI kalitlari', 'Signature keys'),
    say('Настройки', 'Sozlamalar', 'Settings'),
  ],
  figures: [
    {
      label: say('Отправлено', 'Yuborilgan', 'Sent'),
      value: '64',
      hint: say('за ноябрь', 'noyabrda', 'in November'),
    },
    {
      label: say('Ждут подписи', 'Imzo kutmoqda', 'Awaiting'),
      value: '12',
      hint: say('3 дольше двух дней', '3 tasi ikki kundan ortiq', '3 over two days'),
    },
    {
      label: say('Остаток пакета', 'Paket qoldigʻi', 'Package left'),
      value: '36',
      unit: say('док.', 'hujjat', 'papers'),
      hint: say('из 100', '100 tadan', 'of 100'),
    },
    {
      label: say('На сумму', 'Summasi', 'Worth'),
      value: say('184,3', '184,3', '184.3'),
      unit: say('млн сум', 'mln soʻm', 'm UZS'),
      hint: say('ждут оплаты', 'toʻlov kutilmoqda', 'awaiting payment'),
      private: true,
    },
  ],
  share: {
    title: say('Статусы за месяц', 'Oylik holatlar', 'States this month'),
    parts: [
      { label: say('Подписаны', 'Imzolangan', 'Signed'), percent: 73, shown: '47' },
      { label: say('Ждут', 'Kutmoqda', 'Waiting'), percent: 19, shown: '12' },
      { label: say('Отклонены', 'Rad etilgan', 'Rejected'), percent: 8, shown: '5' },
    ],
  },
  listTitle: say('Исходящие документы', 'Chiquvchi hujjatlar', 'Outgoing papers'),
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'wait', label: say('Ждут', 'Kutmoqda', 'Waiting') },
    { id: 'bad', label: say('С ошибкой', 'Xato bilan', 'Errors') },
    { id: 'good', label: say('Подписаны', 'Imzolangan', 'Signed') },
  ],
  columns: [
    { label: say('Документ', 'Hujjat', 'Paper'), kind: 'name' },
    { label: say('Контрагент', 'Kontragent', 'Counterparty'), kind: 'text', wide: true },
    { label: say('Дата', 'Sana', 'Date'), kind: 'text', wide: true },
    { label: say('Сумма', 'Summa', 'Amount'), kind: 'number', private: true },
    { label: say('Статус', 'Holat', 'State'), kind: 'state' },
  ],
  entries: didox24Papers,
  sign: {
    title: say('Подпись ЭЦП', 'ERI imzosi', 'Signature'),
    keyLabel: say('Ключ', 'Kalit', 'Key'),
    keys: [
      say(
        'Ш. Рахимов, до 20.03.2027',
        'Sh. Rahimov, 20.03.2027 gacha',
        'Sh. Rahimov, to 20.03.2027',
      ),
      say(
        'М. Юсупова, до 11.01.2027',
        'M. Yusupova, 11.01.2027 gacha',
        'M. Yusupova, to 11.01.2027',
      ),
    ],
    secret: say('Пароль ключа', 'Kalit paroli', 'Key password'),
    action: say('Подписать и отправить', 'Imzolash va yuborish', 'Sign and send'),
    done: say(
      'Ошибка подписи, документ в черновиках:',
      'Imzo xatosi, hujjat qoralamada:',
      'Signature error, kept as draft:',
    ),
  },
  happenings: [
    {
      when: '15:51',
      what: say(
        'Ошибка подписи: ФС-2210-1 осталась в черновиках',
        'Imzo xatosi: HF-2210-1 qoralamada qoldi',
        'Signature error: INV-2210-1 kept as draft',
      ),
    },
    {
      when: '15:50',
      what: say(
        'Документ создан из сделки 2210',
        'Hujjat 2210-bitimdan yaratildi',
        'Paper made from deal 2210',
      ),
    },
    {
      when: '11:20',
      what: say(
        '«Sinov Servis» открыл акт',
        '«Sinov Servis» dalolatnomani ochdi',
        'Sinov Servis opened the act',
      ),
    },
    {
      when: say('20 ноя', '20-noy', '20 Nov'),
      what: say(
        '«Misol Tekstil»: напоминание отправлено',
        '«Misol Tekstil»: eslatma yuborildi',
        'Misol Tekstil: reminder sent',
      ),
    },
    {
      when: say('19 ноя', '19-noy', '19 Nov'),
      what: say(
        'Справочник контрагентов обновлён, 212 записей',
        'Kontragentlar roʻyxati yangilandi, 212 yozuv',
        'Counterparties updated, 212 records',
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
    secret: say('Пароль портала', 'Portal paroli', 'Portal password'),
    paid: say('Пакет оплачен', 'Paket toʻlandi', 'Package paid'),
  },
};
