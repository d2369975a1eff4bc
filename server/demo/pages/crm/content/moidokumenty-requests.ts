import type { Entry } from '#server/demo/pages/kit/content.ts';
import { say } from '#server/demo/pages/kit/text.ts';

const confirmed = say('Подтверждена', 'Tasdiqlangan', 'Confirmed');
const waits = say('Ждёт ответа', 'Javob kutmoqda', 'Awaiting');
const cancelled = say('Отменена', 'Bekor qilingan', 'Cancelled');

/** Bookings of one day at an invented centre. */
export const moidokumentyRequests: readonly Entry[] = [
  {
    tab: 'wait',
    tone: 'wait',
    cells: ['Замена паспорта гражданина', '09:00', 4, 'А. Полевая', waits],
  },
  {
    tab: 'good',
    tone: 'good',
    cells: ['Регистрация по месту жительства', '09:10', 2, 'Г. Осенев', confirmed],
  },
  { tab: 'good', tone: 'good', cells: ['Выписка из ЕГРН', '09:20', 7, 'Ю. Листова', confirmed] },
  {
    tab: 'bad',
    tone: 'bad',
    cells: ['Загранпаспорт, 10 лет', '09:30', 4, 'Ф. Морозкин', cancelled],
  },
  {
    tab: 'good',
    tone: 'good',
    cells: ['Водительское удостоверение', '09:40', 5, 'Э. Дорожная', confirmed],
  },
  { tab: 'wait', tone: 'wait', cells: ['Материнский капитал', '09:50', 3, 'Н. Зимина', waits] },
  {
    tab: 'good',
    tone: 'good',
    cells: ['Справка об отсутствии судимости', '10:00', 1, 'В. Ясенев', confirmed],
  },
  {
    tab: 'good',
    tone: 'good',
    cells: ['Субсидия на оплату жилья', '10:10', 3, 'Р. Тихая', confirmed],
  },
  {
    tab: 'wait',
    tone: 'wait',
    cells: ['Регистрация прав на квартиру', '10:20', 7, 'Б. Каштанов', waits],
  },
  { tab: 'good', tone: 'good', cells: ['Охотничий билет', '10:30', 6, 'М. Лесной', confirmed] },
  {
    tab: 'good',
    tone: 'good',
    cells: ['СНИЛС для ребёнка', '10:40', 2, 'О. Ромашкина', confirmed],
  },
];
