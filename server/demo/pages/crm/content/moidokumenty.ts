import { say } from '#server/demo/pages/kit/text.ts';
import type { CrmContent } from '#server/demo/pages/crm/crm-content.ts';
import { moidokumentyRequests } from './moidokumenty-requests.ts';

/** What a service centre's operators see behind the app. Services keep their official names. */
export const moidokumentyCrm: CrmContent = {
  product: 'Мои документы онлайн',
  organisation: 'МФЦ Примерской области',
  menu: [
    { icon: 'ticket', label: say('Записи', 'Yozuvlar', 'Bookings'), current: true },
    { icon: 'document', label: say('Заявления', 'Arizalar', 'Applications'), count: 12 },
    { icon: 'clock', label: say('Очередь', 'Navbat', 'Queue'), count: 6 },
    { icon: 'building', label: say('Центры', 'Markazlar', 'Centres') },
    { icon: 'people', label: say('Операторы', 'Operatorlar', 'Operators') },
    { icon: 'message', label: say('Отзывы', 'Fikrlar', 'Feedback') },
    { icon: 'bell', label: say('Рассылки', 'Xabarnomalar', 'Mailings') },
    { icon: 'chart', label: say('Отчёты', 'Hisobotlar', 'Reports') },
    { icon: 'gear', label: say('Настройки', 'Sozlamalar', 'Settings') },
  ],
  search: say('Номер записи или услуга', 'Yozuv raqami yoki xizmat', 'Booking or service'),
  heading: say('Записи на приём', 'Qabulga yozuvlar', 'Bookings'),
  subheading: say(
    '23 ноября 2026, понедельник · центр «Пробный»',
    '2026-yil 23-noyabr, dushanba · «Probniy» markazi',
    'Monday, 23 November 2026 · Probny centre',
  ),
  figures: [
    {
      label: say('Записано', 'Yozilgan', 'Booked'),
      value: '186',
      hint: say('из 240 мест', '240 joydan', 'of 240 places'),
    },
    {
      label: say('Через приложение', 'Ilova orqali', 'Through the app'),
      value: '71 %',
      hint: say(
        'на 4 % больше недели назад',
        'bir hafta oldingidan 4 % koʻp',
        '4 % more than a week ago',
      ),
    },
    {
      label: say('Оператор смены', 'Smena operatori', 'Shift lead'),
      value: 'П. Ручьёв',
      hint: say('внутренний 0-17', 'ichki 0-17', 'extension 0-17'),
      private: true,
    },
    {
      label: say('Ожидание', 'Kutish', 'Waiting time'),
      value: '9',
      unit: say('мин', 'daq', 'min'),
      hint: say('норма 15 минут', 'meʼyor 15 daqiqa', 'norm is 15 minutes'),
    },
  ],
  share: {
    title: say('Записи на день', 'Kunlik yozuvlar', 'Bookings of the day'),
    parts: [
      { label: say('Подтверждены', 'Tasdiqlangan', 'Confirmed'), percent: 68, shown: '126' },
      { label: say('Ждут ответа', 'Javob kutmoqda', 'Awaiting answer'), percent: 22, shown: '41' },
      { label: say('Отменены', 'Bekor qilingan', 'Cancelled'), percent: 10, shown: '19' },
    ],
  },
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'wait', label: say('Ждут ответа', 'Javob kutmoqda', 'Awaiting answer') },
    { id: 'good', label: say('Подтверждены', 'Tasdiqlangan', 'Confirmed') },
    { id: 'bad', label: say('Отменены', 'Bekor qilingan', 'Cancelled') },
  ],
  filters: [
    [say('Все центры', 'Barcha markazlar', 'All centres'), 'Пробный', 'Образцовый'],
    [say('23 ноября', '23-noyabr', '23 November'), say('24 ноября', '24-noyabr', '24 November')],
  ],
  columns: [
    { label: say('Услуга', 'Xizmat', 'Service'), kind: 'name' },
    { label: say('Время', 'Vaqt', 'Time'), kind: 'text', wide: true },
    { label: say('Окно', 'Oyna', 'Desk'), kind: 'number', wide: true },
    { label: say('Заявитель', 'Ariza beruvchi', 'Applicant'), kind: 'text', private: true },
    { label: say('Статус', 'Holat', 'State'), kind: 'state' },
  ],
  entries: moidokumentyRequests,
  cardTitle: say('Карточка записи', 'Yozuv kartasi', 'Booking card'),
  happenings: [
    {
      when: '16:12',
      what: say(
        'Уведомление не доставлено, повтор в 16:30',
        'Bildirishnoma yetib bormadi, 16:30 da takrorlanadi',
        'Notification not delivered, retry at 16:30',
      ),
    },
    {
      when: '15:58',
      what: say('Запись создана в приложении', 'Yozuv ilovada yaratildi', 'Booked in the app'),
    },
    {
      when: say('19 ноя', '19-noy', '19 Nov'),
      what: say(
        'Расписание центра изменено',
        'Markaz jadvali oʻzgardi',
        'Centre timetable changed',
      ),
    },
  ],
  payment: {
    action: say('Принять пошлину', 'Boj qabul qilish', 'Take fee'),
    title: say('Государственная пошлина', 'Davlat boji', 'State fee'),
    purpose: 'Замена паспорта гражданина',
    amount: '300',
    currency: '₽',
    card: '2200 0000 0000 0000',
    secret: say('Пароль оператора', 'Operator paroli', 'Operator password'),
    paid: say('Пошлина принята', 'Boj qabul qilindi', 'Fee taken'),
  },
};
