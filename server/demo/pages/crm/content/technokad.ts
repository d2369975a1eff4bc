import { say } from '#server/demo/pages/kit/text.ts';
import type { CrmContent } from '#server/demo/pages/crm/crm-content.ts';
import { technokadPackages } from './technokad-packages.ts';

/** Cadastral documents and what the register answered. Names of papers stay as they are filed. */
export const technokadCrm: CrmContent = {
  product: 'ТехноКад-Экспресс',
  organisation: 'ООО «Межа-Пример»',
  menu: [
    { icon: 'inbox', label: say('Входящие', 'Kiruvchi', 'Inbox'), count: 5 },
    { icon: 'send', label: say('Пакеты', 'Paketlar', 'Packages'), current: true },
    { icon: 'document', label: say('Межевые планы', 'Mejalash rejalari', 'Boundary plans') },
    { icon: 'building', label: say('Технические планы', 'Texnik rejalar', 'Technical plans') },
    { icon: 'map', label: say('Карта участков', 'Uchastkalar xaritasi', 'Map of parcels') },
    { icon: 'search', label: say('Выписки ЕГРН', 'EGRN koʻchirmalari', 'Register extracts') },
    { icon: 'key', label: say('Подписи', 'Imzolar', 'Signatures') },
    { icon: 'card', label: say('Пошлины и счёт', 'Bojlar va hisob', 'Fees and account') },
    { icon: 'folder', label: say('Архив', 'Arxiv', 'Archive') },
    { icon: 'gear', label: say('Настройки', 'Sozlamalar', 'Settings') },
  ],
  search: say(
    'Кадастровый номер или пакет',
    'Kadastr raqami yoki paket',
    'Cadastral number or package',
  ),
  heading: say('Пакеты в Росреестр', 'Rosreyestrga paketlar', 'Packages to the register'),
  subheading: say(
    'обмен 22 ноября в 07:40 · очередь пуста',
    'almashinuv 22-noyabr, 07:40 · navbat boʻsh',
    'exchange on 22 November at 07:40 · queue empty',
  ),
  figures: [
    {
      label: say('Отправлено за месяц', 'Oyda yuborilgan', 'Sent this month'),
      value: '38',
      hint: say('23 межевых плана', '23 ta mejalash rejasi', '23 boundary plans'),
    },
    {
      label: say('Учтено', 'Hisobga olingan', 'Registered'),
      value: '24',
      hint: say('в среднем 6 дней', 'oʻrtacha 6 kun', '6 days on average'),
    },
    {
      label: say('Лицевой счёт', 'Shaxsiy hisob', 'Account'),
      value: '17 450,00',
      unit: '₽',
      hint: say('хватит на 41 выписку', '41 ta koʻchirmaga yetadi', 'enough for 41 extracts'),
      private: true,
    },
    {
      label: say('Подпись действует', 'Imzo amal qiladi', 'Signature valid'),
      value: '63',
      unit: say('дня', 'kun', 'days'),
      hint: say('до 24 января 2027', '2027-yil 24-yanvargacha', 'until 24 January 2027'),
    },
  ],
  share: {
    title: say('Ответы за месяц', 'Bir oylik javoblar', 'Answers this month'),
    parts: [
      { label: say('Учтено', 'Hisobga olingan', 'Registered'), percent: 63, shown: '24' },
      { label: say('На проверке', 'Tekshiruvda', 'Under review'), percent: 24, shown: '9' },
      { label: say('Приостановлено', 'Toʻxtatilgan', 'Suspended'), percent: 13, shown: '5' },
    ],
  },
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'review', label: say('На проверке', 'Tekshiruvda', 'Under review') },
    { id: 'stopped', label: say('Требуют действий', 'Harakat kerak', 'Need action') },
    { id: 'done', label: say('Учтены', 'Hisobga olingan', 'Registered') },
  ],
  filters: [
    [
      say('Все виды документов', 'Barcha hujjat turlari', 'All kinds'),
      say('Межевые планы', 'Mejalash rejalari', 'Boundary plans'),
      say('Технические планы', 'Texnik rejalar', 'Technical plans'),
    ],
    [
      say('Ноябрь 2026', '2026-yil noyabr', 'November 2026'),
      say('Октябрь 2026', '2026-yil oktyabr', 'October 2026'),
    ],
  ],
  columns: [
    { label: say('Пакет', 'Paket', 'Package'), kind: 'name' },
    { label: say('Документ', 'Hujjat', 'Document'), kind: 'text', wide: true },
    {
      label: say('Кадастровый номер', 'Kadastr raqami', 'Cadastral number'),
      kind: 'text',
      wide: true,
    },
    { label: say('Заказчик', 'Buyurtmachi', 'Customer'), kind: 'text', private: true },
    { label: say('Отправлен', 'Yuborilgan', 'Sent'), kind: 'text', wide: true },
    { label: say('Состояние', 'Holat', 'State'), kind: 'state' },
  ],
  entries: technokadPackages,
  cardTitle: say('Карточка пакета', 'Paket kartasi', 'Package card'),
  happenings: [
    {
      when: '07:40',
      what: say(
        'Протокол проверки: ошибка схемы XML, строка 214',
        'Tekshiruv bayonnomasi: XML sxema xatosi, 214-satr',
        'Check report: XML schema error, line 214',
      ),
    },
    {
      when: '07:38',
      what: say(
        'Пакет подписан и отправлен',
        'Paket imzolandi va yuborildi',
        'Package signed and sent',
      ),
    },
    {
      when: say('20 ноя', '20-noy', '20 Nov'),
      what: say(
        'Координаты пересчитаны, МСК-00',
        'Koordinatalar qayta hisoblandi, MSK-00',
        'Coordinates recalculated, MSK-00',
      ),
    },
    {
      when: say('19 ноя', '19-noy', '19 Nov'),
      what: say(
        'Добавлен акт согласования',
        'Kelishuv dalolatnomasi qoʻshildi',
        'Boundary agreement added',
      ),
    },
  ],
  payment: {
    action: say('Пополнить счёт', 'Hisobni toʻldirish', 'Top up account'),
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
