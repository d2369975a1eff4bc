import type { Entry } from '#server/demo/pages/kit/content.ts';
import { say } from '#server/demo/pages/kit/text.ts';

const view = say('Показы', 'Koʻrsatuvlar', 'Viewings');
const deposit = say('Аванс', 'Avans', 'Deposit');
const papers = say('Документы', 'Hujjatlar', 'Papers');
const stuck = say('Отказ банка', 'Bank rad etdi', 'Bank refused');

/** Open deals of the invented agency. */
export const jokercrmDeals: readonly Entry[] = [
  {
    tab: 'view',
    tone: 'wait',
    cells: ['2-к. кв., ул. Примерная, 12', 'Семья Лесных', 'М. Окнова', 6_250_000, 187_000, view],
  },
  {
    tab: 'deposit',
    tone: 'good',
    cells: ['3-к. кв., Образцовый пр-т, 4', 'О. Ручьёва', 'М. Окнова', 9_400_000, 235_000, deposit],
  },
  {
    tab: 'papers',
    tone: 'quiet',
    cells: ['Дом 140 м², пос. Пробный', 'С. Камнев', 'И. Карнизов', 11_800_000, 295_000, papers],
  },
  {
    tab: 'view',
    tone: 'wait',
    cells: ['Студия, наб. Условная, 31', 'Д. Ветрова', 'И. Карнизов', 3_150_000, 95_000, view],
  },
  {
    tab: 'papers',
    tone: 'bad',
    cells: ['2-к. кв., ул. Макетная, 7', 'Семья Озёрных', 'М. Окнова', 5_700_000, 171_000, stuck],
  },
  {
    tab: 'deposit',
    tone: 'good',
    cells: ['1-к. кв., ул. Примерная, 40', 'А. Туманов', 'П. Балкин', 4_300_000, 129_000, deposit],
  },
  {
    tab: 'view',
    tone: 'wait',
    cells: ['Участок 8 соток, СНТ «Эскиз»', 'В. Полянский', 'П. Балкин', 1_900_000, 76_000, view],
  },
  {
    tab: 'papers',
    tone: 'quiet',
    cells: [
      '4-к. кв., б-р Чертёжный, 2',
      'Семья Заречных',
      'И. Карнизов',
      14_200_000,
      355_000,
      papers,
    ],
  },
  {
    tab: 'deposit',
    tone: 'good',
    cells: ['Гараж, ГСК «Шаблон», бокс 18', 'Н. Снегов', 'М. Окнова', 700_000, 35_000, deposit],
  },
  {
    tab: 'view',
    tone: 'wait',
    cells: [
      'Помещение 96 м², ул. Модельная, 1',
      'ООО «Пример-Торг»',
      'П. Балкин',
      11_000_000,
      268_000,
      view,
    ],
  },
];
