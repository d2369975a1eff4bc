import { say } from '#server/demo/pages/kit/text.ts';
import type { PortalContent } from '#server/demo/pages/portal/portal-content.ts';

const done = say('Пройден', 'Tugatilgan', 'Done');
const going = say('Учится', 'Oʻqimoqda', 'Learning');
const late = say('Просрочен', 'Kechikkan', 'Overdue');
const course = {
  cash: say('Касса и возвраты', 'Kassa va qaytarishlar', 'Cash desk and refunds'),
  sales: say('Первый звонок', 'Birinchi qoʻngʻiroq', 'The first call'),
  safety: say('Охрана труда', 'Mehnat muhofazasi', 'Work safety'),
};

/** Staff courses of a training centre, opened inside its portal. */
export const modmePortal: PortalContent = {
  company: say('Портал «Намуна»', '«Namuna» portali', 'Namuna portal'),
  app: 'MODME',
  tagline: say(
    'Курсы и расписание сотрудников',
    'Xodimlar kurslari va jadvali',
    'Staff courses and timetable',
  ),
  appTabs: [
    say('Сотрудники', 'Xodimlar', 'Staff'),
    say('Курсы', 'Kurslar', 'Courses'),
    say('Расписание', 'Jadval', 'Timetable'),
    say('Зарплата', 'Oylik', 'Pay'),
    say('Отчёты', 'Hisobotlar', 'Reports'),
  ],
  figures: [
    {
      label: say('Сотрудников', 'Xodimlar', 'Staff'),
      value: '41',
      hint: say('3 филиала', '3 ta filial', '3 branches'),
    },
    {
      label: say('Уроков за неделю', 'Haftalik darslar', 'Lessons a week'),
      value: '186',
      hint: say('4 замены', '4 ta almashtirish', '4 substitutions'),
    },
    {
      label: say('Курсов просрочено', 'Kechikkan kurslar', 'Courses overdue'),
      value: '2',
      hint: say('срок до 30 ноября', 'muddat 30-noyabrgacha', 'due by 30 November'),
    },
    {
      label: say('Фонд оплаты', 'Oylik fondi', 'Payroll'),
      value: say('96,2', '96,2', '96.2'),
      unit: say('млн сум', 'mln soʻm', 'm UZS'),
      hint: say('ноябрь', 'noyabr', 'November'),
      private: true,
    },
  ],
  share: {
    title: say('Обучение персонала', 'Xodimlar oʻqishi', 'Staff training'),
    parts: [
      { label: say('Пройдено', 'Tugatilgan', 'Done'), percent: 64, shown: '79' },
      { label: say('Учатся', 'Oʻqimoqda', 'Learning'), percent: 27, shown: '33' },
      { label: say('Не начато', 'Boshlanmagan', 'Not started'), percent: 9, shown: '11' },
    ],
  },
  listTitle: say('Кто на каких курсах', 'Kim qaysi kursda', 'Who takes what'),
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'going', label: going },
    { id: 'late', label: late },
  ],
  columns: [
    { label: say('Сотрудник', 'Xodim', 'Employee'), kind: 'name' },
    { label: say('Курс', 'Kurs', 'Course'), kind: 'text', wide: true },
    { label: say('Филиал', 'Filial', 'Branch'), kind: 'text', wide: true },
    { label: say('Ставка, сум', 'Stavka, soʻm', 'Rate, UZS'), kind: 'number', private: true },
    { label: say('Статус', 'Holat', 'State'), kind: 'state' },
  ],
  entries: [
    {
      tab: 'late',
      tone: 'bad',
      cells: [
        say('Т. Исмоилов', 'T. Ismoilov', 'T. Ismoilov'),
        course.cash,
        say('Центр', 'Markaz', 'Centre'),
        85_000,
        late,
      ],
    },
    {
      tab: 'going',
      tone: 'wait',
      cells: [
        say('А. Каримова', 'A. Karimova', 'A. Karimova'),
        course.sales,
        say('Центр', 'Markaz', 'Centre'),
        95_000,
        going,
      ],
    },
    {
      tab: 'done',
      tone: 'good',
      cells: [
        say('Ш. Юлдашев', 'Sh. Yoʻldoshev', 'Sh. Yuldashev'),
        course.safety,
        say('Восток', 'Sharq', 'East'),
        90_000,
        done,
      ],
    },
    {
      tab: 'going',
      tone: 'wait',
      cells: [
        say('М. Азимова', 'M. Azimova', 'M. Azimova'),
        course.cash,
        say('Центр', 'Markaz', 'Centre'),
        80_000,
        going,
      ],
    },
    {
      tab: 'done',
      tone: 'good',
      cells: [
        say('Р. Холматов', 'R. Xolmatov', 'R. Kholmatov'),
        course.sales,
        say('Север', 'Shimol', 'North'),
        100_000,
        done,
      ],
    },
    {
      tab: 'late',
      tone: 'bad',
      cells: [
        say('Л. Сафарова', 'L. Safarova', 'L. Safarova'),
        course.safety,
        say('Восток', 'Sharq', 'East'),
        75_000,
        late,
      ],
    },
    {
      tab: 'done',
      tone: 'good',
      cells: [
        say('Б. Назаров', 'B. Nazarov', 'B. Nazarov'),
        course.cash,
        say('Север', 'Shimol', 'North'),
        85_000,
        done,
      ],
    },
    {
      tab: 'going',
      tone: 'wait',
      cells: [
        say('З. Рустамова', 'Z. Rustamova', 'Z. Rustamova'),
        course.sales,
        say('Центр', 'Markaz', 'Centre'),
        78_000,
        going,
      ],
    },
    {
      tab: 'done',
      tone: 'good',
      cells: [
        say('Д. Каримова', 'D. Karimova', 'D. Karimova'),
        course.safety,
        say('Центр', 'Markaz', 'Centre'),
        92_000,
        done,
      ],
    },
  ],
  sign: {
    title: say('Доступ к кассе', 'Kassaga ruxsat', 'Cash desk access'),
    keyLabel: say('Роль', 'Rol', 'Role'),
    keys: [
      say('Кассир', 'Kassir', 'Cashier'),
      say('Старший кассир', 'Katta kassir', 'Head cashier'),
    ],
    secret: say('Новый пароль', 'Yangi parol', 'New password'),
    action: say('Выдать доступ', 'Ruxsat berish', 'Give access'),
    done: say('Доступ выдан:', 'Ruxsat berildi:', 'Access given:'),
  },
  happenings: [
    {
      when: '16:02',
      what: say(
        'Ведомость за ноябрь не сошлась на 85 000 сум',
        'Noyabr qaydnomasi 85 000 soʻmga mos kelmadi',
        'November payroll is off by 85,000 UZS',
      ),
    },
    {
      when: '14:40',
      what: say(
        'Замена: физика, 10 класс, 23 ноября',
        'Almashtirish: fizika, 10-sinf, 23-noyabr',
        'Substitution: physics, grade 10, 23 November',
      ),
    },
    {
      when: say('21 ноя', '21-noy', '21 Nov'),
      what: say(
        'Курс «Касса и возвраты» обновлён',
        '«Kassa va qaytarishlar» kursi yangilandi',
        'Cash desk course updated',
      ),
    },
    {
      when: say('20 ноя', '20-noy', '20 Nov'),
      what: say(
        'Два новых сотрудника в филиале «Север»',
        '«Shimol» filialida ikki yangi xodim',
        'Two new people at North',
      ),
    },
  ],
  payment: {
    action: say('Оплатить тариф', 'Tarifni toʻlash', 'Pay for plan'),
    title: say('Тариф на декабрь', 'Dekabr tarifi', 'Plan for December'),
    purpose: say('Договор M-2026-0117', 'M-2026-0117 shartnoma', 'Contract M-2026-0117'),
    amount: '1 200 000',
    currency: say('сум', 'soʻm', 'UZS'),
    card: '8600 0000 0000 0000',
    secret: say('Пароль портала', 'Portal paroli', 'Portal password'),
    paid: say('Тариф оплачен', 'Tarif toʻlandi', 'Plan paid'),
  },
};
