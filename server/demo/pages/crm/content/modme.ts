import { say } from '#server/demo/pages/kit/text.ts';
import type { CrmContent } from '#server/demo/pages/crm/crm-content.ts';
import { modmeGroups } from './modme-groups.ts';

const sum = say('сум', 'soʻm', 'UZS');

/** A training centre's payments report on a Saturday. */
export const modmeCrm: CrmContent = {
  product: 'MODME',
  organisation: say('Учебный центр «Намуна»', '«Namuna» oʻquv markazi', 'Namuna training centre'),
  menu: [
    { icon: 'clock', label: say('Сегодня', 'Bugun', 'Today') },
    { icon: 'inbox', label: say('Лиды', 'Lidlar', 'Leads'), count: 14 },
    { icon: 'layers', label: say('Группы', 'Guruhlar', 'Groups') },
    { icon: 'people', label: say('Ученики', 'Oʻquvchilar', 'Students') },
    { icon: 'person', label: say('Преподаватели', 'Oʻqituvchilar', 'Teachers') },
    { icon: 'calendar', label: say('Расписание', 'Dars jadvali', 'Timetable') },
    { icon: 'card', label: say('Касса', 'Kassa', 'Cash desk') },
    { icon: 'chart', label: say('Отчёты', 'Hisobotlar', 'Reports'), current: true },
    { icon: 'message', label: say('Сообщения', 'Xabarlar', 'Messages'), count: 3 },
    { icon: 'gear', label: say('Настройки', 'Sozlamalar', 'Settings') },
  ],
  search: say(
    'Найти ученика или группу',
    'Oʻquvchi yoki guruhni topish',
    'Find a student or group',
  ),
  heading: say('Оплаты', 'Toʻlovlar', 'Payments'),
  subheading: say(
    '21 ноября 2026, суббота · филиал «Центр»',
    '2026-yil 21-noyabr, shanba · «Markaz» filiali',
    'Saturday, 21 November 2026 · Centre branch',
  ),
  figures: [
    {
      label: say('Начислено', 'Hisoblangan', 'Charged'),
      value: '12 480 000',
      unit: sum,
      hint: say('12 групп, 115 учеников', '12 guruh, 115 oʻquvchi', '12 groups, 115 students'),
    },
    {
      label: say('Оплачено', 'Toʻlangan', 'Paid'),
      value: '9 930 000',
      unit: sum,
      hint: say('80 % плана дня', 'kunlik rejaning 80 %', '80 % of the day’s plan'),
    },
    {
      label: say('Долг', 'Qarz', 'Debt'),
      value: '2 550 000',
      unit: sum,
      hint: say('17 учеников', '17 oʻquvchi', '17 students'),
      private: true,
    },
    {
      label: say('Чеков', 'Cheklar', 'Receipts'),
      value: '46',
      hint: say('последний в 18:42', 'oxirgisi 18:42 da', 'last at 18:42'),
    },
  ],
  share: {
    title: say('Как платили за день', 'Bugun qanday toʻlashdi', 'How people paid today'),
    parts: [
      { label: say('Карта', 'Karta', 'Card'), percent: 52, shown: '5 164 000' },
      { label: say('Наличные', 'Naqd', 'Cash'), percent: 31, shown: '3 078 000' },
      { label: say('Перевод', 'Oʻtkazma', 'Transfer'), percent: 17, shown: '1 688 000' },
    ],
  },
  tabs: [
    { id: 'all', label: say('Все группы', 'Barcha guruhlar', 'All groups') },
    { id: 'debt', label: say('С долгом', 'Qarzdor', 'In debt') },
    { id: 'paid', label: say('Оплачены', 'Toʻlangan', 'Paid up') },
  ],
  filters: [
    [
      say('Филиал: Центр', 'Filial: Markaz', 'Branch: Centre'),
      say('Филиал: Восток', 'Filial: Sharq', 'Branch: East'),
    ],
    [
      say('Период: 21 ноября', 'Davr: 21-noyabr', 'Period: 21 Nov'),
      say('Период: неделя', 'Davr: hafta', 'Period: week'),
      say('Период: ноябрь', 'Davr: noyabr', 'Period: November'),
    ],
  ],
  columns: [
    { label: say('Группа', 'Guruh', 'Group'), kind: 'name' },
    { label: say('Преподаватель', 'Oʻqituvchi', 'Teacher'), kind: 'text', wide: true },
    { label: say('Уч.', 'Oʻquv.', 'Stud.'), kind: 'number', wide: true },
    { label: say('Начислено', 'Hisoblangan', 'Charged'), kind: 'number', wide: true },
    { label: say('Оплачено', 'Toʻlangan', 'Paid'), kind: 'number' },
    { label: say('Долг', 'Qarz', 'Debt'), kind: 'number', private: true },
    { label: say('Статус', 'Holat', 'State'), kind: 'state' },
  ],
  entries: modmeGroups,
  cardTitle: say('Карточка группы', 'Guruh kartasi', 'Group card'),
  happenings: [
    {
      when: '18:42',
      what: say(
        'Напоминание об оплате ушло 6 ученикам',
        'Toʻlov eslatmasi 6 oʻquvchiga yuborildi',
        'Payment reminder sent to 6 students',
      ),
    },
    {
      when: '16:05',
      what: say('Посещаемость: 5 из 6', 'Davomat: 6 tadan 5', 'Attendance: 5 of 6'),
    },
    {
      when: say('20 ноя', '20-noy', '20 Nov'),
      what: say(
        'Перенос урока на 17:30, кабинет 204',
        'Dars 17:30 ga koʻchirildi, 204-xona',
        'Lesson moved to 17:30, room 204',
      ),
    },
    {
      when: say('17 ноя', '17-noy', '17 Nov'),
      what: say(
        'Новый ученик, пробный урок',
        'Yangi oʻquvchi, sinov darsi',
        'New student, trial lesson',
      ),
    },
  ],
  payment: {
    action: say('Принять оплату', 'Toʻlov qabul qilish', 'Take payment'),
    title: say('Оплата за ноябрь', 'Noyabr oyi toʻlovi', 'Payment for November'),
    purpose: say(
      'Ученик: Мадина Р. · IELTS вечер',
      'Oʻquvchi: Madina R. · IELTS kechki',
      'Student: Madina R. · IELTS evening',
    ),
    amount: '450 000',
    currency: sum,
    card: '8600 0000 0000 0000',
    secret: say('Пароль кассира', 'Kassir paroli', 'Cashier’s password'),
    paid: say('Оплата принята', 'Toʻlov qabul qilindi', 'Payment taken'),
  },
};
