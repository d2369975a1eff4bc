import { say } from '#server/demo/pages/kit/text.ts';
import type { PortalContent } from '#server/demo/pages/portal/portal-content.ts';

const fine = say('В норме', 'Meʼyorda', 'Fine');
const busy = say('Загружен', 'Band', 'Busy');
const down = say('Нет связи', 'Aloqa yoʻq', 'Offline');

/** A region's centres, as its representative sees them. Places are invented. */
export const moidokumentyPortal: PortalContent = {
  company: say('Портал Примерской области', 'Primer viloyati portali', 'Primer region portal'),
  app: 'Мои документы онлайн',
  tagline: say(
    'Кабинет представителя региона',
    'Hudud vakili kabineti',
    'Region representative’s desk',
  ),
  appTabs: [
    say('Центры', 'Markazlar', 'Centres'),
    say('Услуги', 'Xizmatlar', 'Services'),
    say('Очереди', 'Navbatlar', 'Queues'),
    say('Рассылки', 'Xabarnomalar', 'Mailings'),
    say('Интеграции', 'Integratsiyalar', 'Integrations'),
    say('Отчёты', 'Hisobotlar', 'Reports'),
  ],
  figures: [
    {
      label: say('Центров на связи', 'Aloqadagi markazlar', 'Centres online'),
      value: '26',
      hint: say('из 27', '27 tadan', 'of 27'),
    },
    {
      label: say('Записей на неделю', 'Haftalik yozuvlar', 'Bookings this week'),
      value: '4 812',
      hint: say('71 % через приложение', '71 % ilova orqali', '71 % through the app'),
    },
    {
      label: say('Ожидание', 'Kutish', 'Waiting time'),
      value: '11',
      unit: say('мин', 'daq', 'min'),
      hint: say('норма 15 минут', 'meʼyor 15 daqiqa', 'norm is 15 minutes'),
    },
    {
      label: say('Ключ обмена', 'Almashinuv kaliti', 'Exchange key'),
      value: '····-0061',
      hint: say('до 1 марта 2027', '2027-yil 1-martgacha', 'until 1 March 2027'),
      private: true,
    },
  ],
  share: {
    title: say('Как записались', 'Qanday yozilishdi', 'How people booked'),
    parts: [
      { label: say('Приложение', 'Ilova', 'App'), percent: 71, shown: '3 417' },
      { label: say('Сайт', 'Sayt', 'Website'), percent: 18, shown: '866' },
      { label: say('Телефон', 'Telefon', 'Phone'), percent: 11, shown: '529' },
    ],
  },
  listTitle: say('Центры региона', 'Hudud markazlari', 'Centres of the region'),
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'busy', label: busy },
    { id: 'down', label: down },
  ],
  columns: [
    { label: say('Центр', 'Markaz', 'Centre'), kind: 'name' },
    { label: say('Окна', 'Oynalar', 'Desks'), kind: 'text', wide: true },
    { label: say('Записей', 'Yozuvlar', 'Bookings'), kind: 'number' },
    { label: say('Ожидание', 'Kutish', 'Waiting'), kind: 'text', wide: true },
    { label: say('Ответственный', 'Masʼul', 'In charge'), kind: 'text', wide: true, private: true },
    { label: say('Состояние', 'Holat', 'State'), kind: 'state' },
  ],
  entries: [
    { tab: 'down', tone: 'bad', cells: ['Образцовый', '0 / 12', 214, '—', 'Т. Ивовая', down] },
    { tab: 'busy', tone: 'wait', cells: ['Пробный', '9 / 10', 468, '19:00', 'П. Ручьёв', busy] },
    { tab: 'fine', tone: 'good', cells: ['Эскизный', '6 / 8', 302, '08:30', 'Н. Полевой', fine] },
    {
      tab: 'fine',
      tone: 'good',
      cells: ['Верхняя Модель', '4 / 4', 121, '06:10', 'К. Озёрная', fine],
    },
    { tab: 'busy', tone: 'wait', cells: ['Шаблонск', '7 / 7', 390, '16:40', 'Д. Каменев', busy] },
    {
      tab: 'fine',
      tone: 'good',
      cells: ['Новый Пример', '5 / 6', 233, '07:50', 'Л. Берёзкина', fine],
    },
    { tab: 'fine', tone: 'good', cells: ['Чертёжный', '3 / 4', 98, '04:20', 'А. Луговой', fine] },
    { tab: 'fine', tone: 'good', cells: ['Макетово', '2 / 2', 64, '03:00', 'С. Тихонова', fine] },
    { tab: 'fine', tone: 'good', cells: ['Условный', '3 / 3', 87, '05:45', 'Ф. Ясный', fine] },
  ],
  sign: {
    title: say('Сменить ключ обмена', 'Almashinuv kalitini yangilash', 'Change exchange key'),
    keyLabel: say('Для чего', 'Nima uchun', 'Used for'),
    keys: [
      say('Запись на приём', 'Qabulga yozilish', 'Bookings'),
      say('Статусы заявлений', 'Ariza holatlari', 'Application states'),
    ],
    secret: say('Пароль кабинета', 'Kabinet paroli', 'Desk password'),
    action: say('Выпустить ключ', 'Kalit chiqarish', 'Issue key'),
    done: say('Ключ выпущен:', 'Kalit chiqarildi:', 'Key issued:'),
  },
  happenings: [
    {
      when: '16:05',
      what: say(
        '«Образцовый»: обмен прерван, код 504',
        '«Образцовый»: almashinuv uzildi, 504-kod',
        'Образцовый: exchange broken, code 504',
      ),
    },
    {
      when: '15:30',
      what: say(
        'Рассылка о закрытии 4 ноября отменена',
        '4-noyabr yopilishi haqidagi xabarnoma bekor qilindi',
        'Mailing about 4 November cancelled',
      ),
    },
    {
      when: say('21 ноя', '21-noy', '21 Nov'),
      what: say(
        'Добавлена услуга «СНИЛС для ребёнка»',
        '«СНИЛС для ребёнка» xizmati qoʻshildi',
        'Service «СНИЛС для ребёнка» added',
      ),
    },
    {
      when: say('20 ноя', '20-noy', '20 Nov'),
      what: say('Отчёт за октябрь сформирован', 'Oktyabr hisoboti tayyor', 'October report ready'),
    },
  ],
  payment: {
    action: say('Оплатить SMS', 'SMS toʻlash', 'Pay for SMS'),
    title: say('Пакет SMS-уведомлений', 'SMS bildirishnomalar paketi', 'SMS package'),
    purpose: say('Оферта ОФ-2026-61', 'ОФ-2026-61 oferta', 'Offer ОФ-2026-61'),
    amount: '12 000',
    currency: '₽',
    card: '2200 0000 0000 0000',
    secret: say('Пароль портала', 'Portal paroli', 'Portal password'),
    paid: say('Пакет оплачен', 'Paket toʻlandi', 'Package paid'),
  },
};
