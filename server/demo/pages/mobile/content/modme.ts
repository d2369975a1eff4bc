import { say } from '#server/demo/pages/kit/text.ts';
import type { MobileContent } from '#server/demo/pages/mobile/mobile-content.ts';
import { nextDays } from '#server/demo/pages/mobile/next-days.ts';

const sum = say('сум', 'soʻm', 'UZS');
const held = say('Прошёл', 'Oʻtdi', 'Held');
const ahead = say('Будет', 'Boʻladi', 'Ahead');
const moved = say('Перенесён', 'Koʻchirildi', 'Moved');

/** A teacher's day on the phone. */
export const modmeMobile: MobileContent = {
  product: 'MODME',
  place: say(
    'Учебный центр «Намуна» · филиал «Центр»',
    '«Namuna» oʻquv markazi · «Markaz» filiali',
    'Namuna training centre · Centre',
  ),
  sections: [
    { icon: 'calendar', label: say('Сегодня', 'Bugun', 'Today'), current: true },
    { icon: 'layers', label: say('Группы', 'Guruhlar', 'Groups') },
    { icon: 'card', label: say('Оплаты', 'Toʻlovlar', 'Payments') },
    { icon: 'message', label: say('Чаты', 'Chatlar', 'Chats') },
  ],
  next: {
    overline: say('Следующий урок', 'Keyingi dars', 'Next lesson'),
    badge: '17:30',
    title: say('IELTS вечер, урок 14', 'IELTS kechki, 14-dars', 'IELTS evening, lesson 14'),
    facts: [
      {
        label: say('Кабинет', 'Xona', 'Room'),
        value: say('204, второй этаж', '204, ikkinchi qavat', '204, second floor'),
      },
      {
        label: say('Ученики', 'Oʻquvchilar', 'Students'),
        value: say('6, один на пробном', '6, biri sinov darsida', '6, one on trial'),
      },
      {
        label: say('Долг группы', 'Guruh qarzi', 'Group debt'),
        value: say('900 000 сум', '900 000 soʻm', '900,000 UZS'),
        private: true,
      },
    ],
    action: say('Принять оплату', 'Toʻlov qabul qilish', 'Take payment'),
  },
  share: {
    title: say('Посещаемость за неделю', 'Haftalik davomat', 'Attendance this week'),
    parts: [
      { label: say('Были', 'Keldi', 'Present'), percent: 78, shown: '89' },
      { label: say('Опоздали', 'Kechikdi', 'Late'), percent: 12, shown: '14' },
      { label: say('Нет', 'Kelmadi', 'Absent'), percent: 10, shown: '12' },
    ],
  },
  actions: [
    { to: 'pay', icon: 'card', label: say('Принять оплату', 'Toʻlov olish', 'Take payment') },
    { to: 'book', icon: 'check', label: say('Отметить урок', 'Darsni belgilash', 'Mark lesson') },
    { to: 'list', icon: 'plus', label: say('Новый ученик', 'Yangi oʻquvchi', 'New student') },
    {
      to: 'book',
      icon: 'bell',
      label: say('Напомнить всем', 'Hammaga eslatish', 'Remind everyone'),
    },
  ],
  listTitle: say('Уроки дня', 'Bugungi darslar', 'Lessons today'),
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'ahead', label: say('Впереди', 'Oldinda', 'Ahead') },
    { id: 'held', label: say('Прошли', 'Oʻtgan', 'Held') },
  ],
  items: [
    {
      tab: 'ahead',
      tone: 'wait',
      icon: 'clock',
      title: say('IELTS вечер', 'IELTS kechki', 'IELTS evening'),
      note: say(
        '17:30 · каб. 204 · 6 учеников',
        '17:30 · 204-xona · 6 oʻquvchi',
        '17:30 · room 204 · 6 students',
      ),
      state: moved,
      more: say(
        'Перенесён с 16:00. Ученикам ушло сообщение.',
        '16:00 dan koʻchirildi. Oʻquvchilarga xabar yuborildi.',
        'Moved from 16:00. Students were told.',
      ),
    },
    {
      tab: 'ahead',
      tone: 'quiet',
      icon: 'clock',
      title: say('Английский B1, вечер', 'Ingliz tili B1, kechki', 'English B1, evening'),
      note: say(
        '19:00 · каб. 204 · 10 учеников',
        '19:00 · 204-xona · 10 oʻquvchi',
        '19:00 · room 204 · 10 students',
      ),
      state: ahead,
      more: say(
        'Тема: условные предложения. Домашнее задание проверено у 8.',
        'Mavzu: shart gaplar. 8 tasining uy vazifasi tekshirildi.',
        'Conditionals. Homework checked for 8.',
      ),
    },
    {
      tab: 'held',
      tone: 'good',
      icon: 'check',
      title: say('Английский A2, утро', 'Ingliz tili A2, tongi', 'English A2, morning'),
      note: say('09:00 · 10 из 11', '09:00 · 11 tadan 10', '09:00 · 10 of 11'),
      state: held,
      more: say(
        'Нет одного, родителям позвонили.',
        'Bir kishi kelmadi, ota-onasiga qoʻngʻiroq qilindi.',
        'One absent, parents called.',
      ),
    },
    {
      tab: 'held',
      tone: 'good',
      icon: 'check',
      title: say('IELTS утро', 'IELTS tongi', 'IELTS morning'),
      note: say('10:30 · 13 из 14', '10:30 · 14 tadan 13', '10:30 · 13 of 14'),
      state: held,
      more: say(
        'Пробный экзамен 28 ноября.',
        'Sinov imtihoni 28-noyabrda.',
        'Trial exam on 28 November.',
      ),
    },
    {
      tab: 'held',
      tone: 'good',
      icon: 'check',
      title: say('Английский A1, дети', 'Ingliz tili A1, bolalar', 'English A1, children'),
      note: say('14:00 · 12 из 13', '14:00 · 13 tadan 12', '14:00 · 12 of 13'),
      state: held,
      more: say('Баллы за неделю внесены.', 'Haftalik ballar kiritildi.', 'Weekly points entered.'),
    },
    {
      tab: 'held',
      tone: 'bad',
      icon: 'check',
      title: say('Русский язык, старт', 'Rus tili, boshlangʻich', 'Russian, starter'),
      note: say('15:20 · не отмечен', '15:20 · belgilanmagan', '15:20 · not marked'),
      state: say('Отметьте', 'Belgilang', 'Mark it'),
      more: say(
        'Без отметки урок не попадёт в табель.',
        'Belgilanmasa, dars tabelga tushmaydi.',
        'Unmarked lessons do not reach the timesheet.',
      ),
    },
  ],
  booking: {
    title: say('Пробный урок', 'Sinov darsi', 'Trial lesson'),
    what: {
      label: say('Курс', 'Kurs', 'Course'),
      options: [
        say('IELTS', 'IELTS', 'IELTS'),
        say('Математика', 'Matematika', 'Maths'),
        say('Python', 'Python', 'Python'),
      ],
    },
    where: {
      label: say('Филиал', 'Filial', 'Branch'),
      options: [say('Центр', 'Markaz', 'Centre'), say('Восток', 'Sharq', 'East')],
    },
    days: nextDays,
    slots: [
      { time: '09:00' },
      { time: '10:30', taken: true },
      { time: '14:00' },
      { time: '15:20' },
      { time: '16:00', taken: true },
      { time: '17:30' },
      { time: '19:00', taken: true },
      { time: '20:00' },
    ],
    action: say('Записать', 'Yozib qoʻyish', 'Book'),
    done: say('Пробный урок:', 'Sinov darsi:', 'Trial lesson:'),
  },
  payment: {
    action: say('Принять оплату', 'Toʻlov qabul qilish', 'Take payment'),
    title: say('Оплата за ноябрь', 'Noyabr oyi toʻlovi', 'Payment for November'),
    purpose: say(
      'Мадина Р. · IELTS вечер',
      'Madina R. · IELTS kechki',
      'Madina R. · IELTS evening',
    ),
    amount: '450 000',
    currency: sum,
    card: '8600 0000 0000 0000',
    secret: say('Пароль кассира', 'Kassir paroli', 'Cashier’s password'),
    paid: say('Оплата принята', 'Toʻlov qabul qilindi', 'Payment taken'),
  },
};
