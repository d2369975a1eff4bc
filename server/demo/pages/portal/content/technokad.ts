import { say } from '#server/demo/pages/kit/text.ts';
import type { PortalContent } from '#server/demo/pages/portal/portal-content.ts';

const granted = say('Предоставлено', 'Berildi', 'Granted');
const checking = say('На рассмотрении', 'Koʻrib chiqilmoqda', 'Under review');
const refused = say('Отказ', 'Rad etildi', 'Refused');
const work = {
  plan: say('Градплан', 'Shaharsozlik rejasi', 'Site plan'),
  rent: say('Аренда участка', 'Uchastka ijarasi', 'Land lease'),
  split: say('Раздел участка', 'Uchastkani boʻlish', 'Parcel split'),
};

/** A municipality's land requests. Parcels of district 00 do not exist. */
export const technokadPortal: PortalContent = {
  company: say(
    'Портал администрации Пробного',
    'Probniy maʼmuriyati portali',
    'Probny town hall portal',
  ),
  app: 'ТехноКад-Муниципалитет',
  tagline: say(
    'Земля, адреса, обмен с Росреестром',
    'Yer, manzillar, Rosreyestr bilan almashinuv',
    'Land, addresses, register exchange',
  ),
  appTabs: [
    say('Обращения', 'Murojaatlar', 'Requests'),
    say('Участки', 'Uchastkalar', 'Parcels'),
    say('Адреса', 'Manzillar', 'Addresses'),
    say('Запросы в ЕГРН', 'EGRN soʻrovlari', 'Register queries'),
    say('Отчёты', 'Hisobotlar', 'Reports'),
  ],
  figures: [
    {
      label: say('В работе', 'Jarayonda', 'In progress'),
      value: '57',
      hint: say('9 со сроком до среды', '9 tasining muddati chorshanbagacha', '9 due by Wednesday'),
    },
    {
      label: say('Запросов за день', 'Kunlik soʻrovlar', 'Queries today'),
      value: '132',
      hint: say('4 без ответа', '4 tasi javobsiz', '4 unanswered'),
    },
    {
      label: say('Средний срок', 'Oʻrtacha muddat', 'Average term'),
      value: '8',
      unit: say('дней', 'kun', 'days'),
      hint: say('норма 14', 'meʼyor 14', 'norm is 14'),
    },
    {
      label: say('Аренда к оплате', 'Toʻlanadigan ijara', 'Rent due'),
      value: '2 318 400',
      unit: '₽',
      hint: say('41 договор', '41 shartnoma', '41 contracts'),
      private: true,
    },
  ],
  share: {
    title: say('Решения за ноябрь', 'Noyabr qarorlari', 'Decisions in November'),
    parts: [
      { label: say('Предоставлено', 'Berildi', 'Granted'), percent: 66, shown: '83' },
      { label: say('Рассмотрение', 'Koʻrilmoqda', 'Review'), percent: 26, shown: '33' },
      { label: say('Отказ', 'Rad etildi', 'Refused'), percent: 8, shown: '10' },
    ],
  },
  listTitle: say('Обращения по земле', 'Yer boʻyicha murojaatlar', 'Land requests'),
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'check', label: checking },
    { id: 'no', label: refused },
  ],
  columns: [
    { label: say('Номер', 'Raqam', 'Number'), kind: 'name' },
    { label: say('Услуга', 'Xizmat', 'Service'), kind: 'text', wide: true },
    { label: say('Участок', 'Uchastka', 'Parcel'), kind: 'text', wide: true },
    { label: say('Заявитель', 'Ariza beruvchi', 'Applicant'), kind: 'text', private: true },
    { label: say('Решение', 'Qaror', 'Decision'), kind: 'state' },
  ],
  entries: [
    {
      tab: 'check',
      tone: 'wait',
      cells: ['ЗМ-418', work.split, '00:12:0340102:57', 'А. Дубравин', checking],
    },
    {
      tab: 'no',
      tone: 'bad',
      cells: ['ЗМ-415', work.plan, '00:07:0101003:44', 'СНТ «Эскиз»', refused],
    },
    {
      tab: 'yes',
      tone: 'good',
      cells: ['ЗМ-411', work.rent, '00:15:0220017:9', 'К. Оврагов', granted],
    },
    {
      tab: 'check',
      tone: 'wait',
      cells: ['ЗМ-409', work.plan, '00:03:0450201:6', 'Л. Холмская', checking],
    },
    {
      tab: 'yes',
      tone: 'good',
      cells: ['ЗМ-404', work.rent, '00:09:0060301:34', 'Т. Бережная', granted],
    },
    {
      tab: 'yes',
      tone: 'good',
      cells: ['ЗМ-402', work.split, '00:12:0340115:20', 'ИП Садовая', granted],
    },
    {
      tab: 'check',
      tone: 'wait',
      cells: ['ЗМ-398', work.rent, '00:12:0340115:77', 'Р. Лощинин', checking],
    },
    {
      tab: 'yes',
      tone: 'good',
      cells: ['ЗМ-395', work.plan, '00:07:0101003:18', 'Е. Родникова', granted],
    },
    {
      tab: 'yes',
      tone: 'good',
      cells: ['ЗМ-391', work.rent, '00:03:0450201:81', 'И. Пашнев', granted],
    },
  ],
  sign: {
    title: say('Подписать решение', 'Qarorni imzolash', 'Sign the decision'),
    keyLabel: say('Сертификат', 'Sertifikat', 'Certificate'),
    keys: ['Глава поселения, 24.01.2027', 'Заместитель, 02.06.2027'],
    secret: say('Пароль контейнера', 'Konteyner paroli', 'Container password'),
    action: say('Подписать', 'Imzolash', 'Sign'),
    done: say('Сертификат не найден:', 'Sertifikat topilmadi:', 'Certificate not found:'),
  },
  happenings: [
    {
      when: '15:44',
      what: say(
        'Запрос в ЕГРН: ответ не пришёл за 30 минут',
        'EGRN soʻrovi: 30 daqiqada javob kelmadi',
        'Register query: no answer in 30 minutes',
      ),
    },
    {
      when: '13:10',
      what: say(
        'Загружена схема территории, 14 участков',
        'Hudud sxemasi yuklandi, 14 uchastka',
        'Area scheme loaded, 14 parcels',
      ),
    },
    {
      when: say('20 ноя', '20-noy', '20 Nov'),
      what: say(
        'Адрес присвоен: ул. Межевая, 9',
        'Manzil berildi: Межевая koʻch., 9',
        'Address given: 9 Mezhevaya st.',
      ),
    },
    {
      when: say('19 ноя', '19-noy', '19 Nov'),
      what: say(
        'Обновление 8.4.0 установлено',
        '8.4.0 yangilanishi oʻrnatildi',
        'Update 8.4.0 installed',
      ),
    },
  ],
  payment: {
    action: say('Пополнить счёт', 'Hisobni toʻldirish', 'Top up'),
    title: say('Счёт на запросы', 'Soʻrovlar hisobi', 'Query account'),
    purpose: say('Соглашение ГС-2026/0451', 'ГС-2026/0451 kelishuvi', 'Agreement ГС-2026/0451'),
    amount: '20 000',
    currency: '₽',
    card: '2200 0000 0000 0000',
    secret: say('Пароль портала', 'Portal paroli', 'Portal password'),
    paid: say('Счёт пополнен', 'Hisob toʻldirildi', 'Account topped up'),
  },
};
