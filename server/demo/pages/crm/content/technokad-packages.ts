import type { Entry } from '#server/demo/pages/kit/content.ts';
import { say } from '#server/demo/pages/kit/text.ts';

const boundary = say('Межевой план', 'Mejalash rejasi', 'Boundary plan');
const technical = say('Технический план', 'Texnik reja', 'Technical plan');
const survey = say('Акт обследования', 'Koʻrik dalolatnomasi', 'Survey act');
const done = say('Учтён', 'Hisobga olindi', 'Registered');
const review = say('На проверке', 'Tekshiruvda', 'Under review');
const stopped = say('Приостановлен', 'Toʻxtatilgan', 'Suspended');
const broken = say('Ошибка XML', 'XML xatosi', 'XML error');

/** Packages of the invented surveyors; district 00 does not exist. */
export const technokadPackages: readonly Entry[] = [
  {
    tab: 'stopped',
    tone: 'bad',
    cells: ['PKG-1187', boundary, '00:12:0340102:57', 'А. Дубравин', '22.11', broken],
  },
  {
    tab: 'review',
    tone: 'wait',
    cells: ['PKG-1186', technical, '00:12:0340102:311', 'ООО «Склад-Пример»', '20.11', review],
  },
  {
    tab: 'done',
    tone: 'good',
    cells: ['PKG-1184', boundary, '00:07:0101003:18', 'Е. Родникова', '19.11', done],
  },
  {
    tab: 'stopped',
    tone: 'bad',
    cells: ['PKG-1181', boundary, '00:07:0101003:44', 'СНТ «Эскиз»', '18.11', stopped],
  },
  {
    tab: 'review',
    tone: 'wait',
    cells: ['PKG-1179', survey, '00:15:0220017:9', 'К. Оврагов', '18.11', review],
  },
  {
    tab: 'done',
    tone: 'good',
    cells: ['PKG-1175', technical, '00:15:0220017:102', 'Школа № 0, Пробный', '17.11', done],
  },
  {
    tab: 'review',
    tone: 'wait',
    cells: ['PKG-1172', boundary, '00:03:0450201:6', 'Л. Холмская', '17.11', review],
  },
  {
    tab: 'done',
    tone: 'good',
    cells: ['PKG-1168', boundary, '00:03:0450201:81', 'И. Пашнев', '14.11', done],
  },
  {
    tab: 'done',
    tone: 'good',
    cells: ['PKG-1166', technical, '00:12:0340115:20', 'ИП Садовая', '13.11', done],
  },
  {
    tab: 'stopped',
    tone: 'bad',
    cells: ['PKG-1161', survey, '00:12:0340115:77', 'Р. Лощинин', '12.11', stopped],
  },
  {
    tab: 'done',
    tone: 'good',
    cells: ['PKG-1158', boundary, '00:09:0060301:34', 'Т. Бережная', '11.11', done],
  },
];
