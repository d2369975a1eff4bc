import type { Entry } from '#server/demo/pages/kit/content.ts';
import { say } from '#server/demo/pages/kit/text.ts';

const paid = say('Оплачено', 'Toʻlangan', 'Paid');
const part = say('Частично', 'Qisman', 'Partly');
const debt = say('Долг', 'Qarz', 'Debt');

/** Groups of the centre with the day's sums; they add up to the figures of the page. */
export const modmeGroups: readonly Entry[] = [
  {
    tab: 'debt',
    tone: 'bad',
    cells: [
      say('IELTS вечер', 'IELTS kechki', 'IELTS evening'),
      say('А. Каримова', 'A. Karimova', 'A. Karimova'),
      6,
      900_000,
      0,
      900_000,
      debt,
    ],
  },
  {
    tab: 'paid',
    tone: 'good',
    cells: [
      say('Математика, 9 класс', 'Matematika, 9-sinf', 'Maths, grade 9'),
      say('Ш. Юлдашев', 'Sh. Yoʻldoshev', 'Sh. Yuldashev'),
      13,
      1_200_000,
      1_200_000,
      0,
      paid,
    ],
  },
  {
    tab: 'debt',
    tone: 'wait',
    cells: [
      say('Английский A2, утро', 'Ingliz tili A2, tongi', 'English A2, morning'),
      say('М. Азимова', 'M. Azimova', 'M. Azimova'),
      11,
      840_000,
      630_000,
      210_000,
      part,
    ],
  },
  {
    tab: 'paid',
    tone: 'good',
    cells: [
      say('Химия, подготовка', 'Kimyo, tayyorlov', 'Chemistry, prep'),
      say('Р. Холматов', 'R. Xolmatov', 'R. Kholmatov'),
      9,
      1_500_000,
      1_500_000,
      0,
      paid,
    ],
  },
  {
    tab: 'debt',
    tone: 'wait',
    cells: [
      say('Русский язык, старт', 'Rus tili, boshlangʻich', 'Russian, starter'),
      say('Л. Сафарова', 'L. Safarova', 'L. Safarova'),
      7,
      600_000,
      450_000,
      150_000,
      part,
    ],
  },
  {
    tab: 'paid',
    tone: 'good',
    cells: [
      say('IELTS утро', 'IELTS tongi', 'IELTS morning'),
      say('А. Каримова', 'A. Karimova', 'A. Karimova'),
      14,
      1_050_000,
      1_050_000,
      0,
      paid,
    ],
  },
  {
    tab: 'debt',
    tone: 'wait',
    cells: [
      say('Физика, 10 класс', 'Fizika, 10-sinf', 'Physics, grade 10'),
      say('Б. Назаров', 'B. Nazarov', 'B. Nazarov'),
      12,
      720_000,
      540_000,
      180_000,
      part,
    ],
  },
  {
    tab: 'paid',
    tone: 'good',
    cells: [
      say('Английский B1, вечер', 'Ingliz tili B1, kechki', 'English B1, evening'),
      say('М. Азимова', 'M. Azimova', 'M. Azimova'),
      10,
      1_350_000,
      1_350_000,
      0,
      paid,
    ],
  },
  {
    tab: 'debt',
    tone: 'bad',
    cells: [
      say('Информатика, Python', 'Informatika, Python', 'Computing, Python'),
      say('Т. Исмоилов', 'T. Ismoilov', 'T. Ismoilov'),
      8,
      1_100_000,
      520_000,
      580_000,
      debt,
    ],
  },
  {
    tab: 'paid',
    tone: 'good',
    cells: [
      say('Математика, 11 класс', 'Matematika, 11-sinf', 'Maths, grade 11'),
      say('Ш. Юлдашев', 'Sh. Yoʻldoshev', 'Sh. Yuldashev'),
      6,
      960_000,
      960_000,
      0,
      paid,
    ],
  },
  {
    tab: 'paid',
    tone: 'good',
    cells: [
      say('Английский A1, дети', 'Ingliz tili A1, bolalar', 'English A1, children'),
      say('З. Рустамова', 'Z. Rustamova', 'Z. Rustamova'),
      13,
      780_000,
      780_000,
      0,
      paid,
    ],
  },
  {
    tab: 'debt',
    tone: 'wait',
    cells: [
      say('Подготовка к DTM', 'DTMga tayyorlov', 'DTM exam prep'),
      say('Р. Холматов', 'R. Xolmatov', 'R. Kholmatov'),
      6,
      1_480_000,
      950_000,
      530_000,
      part,
    ],
  },
];
