import type { Entry } from '#server/demo/pages/kit/content.ts';
import { say } from '#server/demo/pages/kit/text.ts';

const signed = say('Подписан', 'Imzolangan', 'Signed');
const waits = say('Ждёт подписи', 'Imzo kutmoqda', 'Waiting');
const failed = say('Ошибка подписи', 'Imzo xatosi', 'Signature error');
const rejected = say('Отклонён', 'Rad etilgan', 'Rejected');
const company = (name: string) => say(`ООО «${name}»`, `«${name}» MChJ`, `${name} LLC`);
const trader = (name: string) => say(`ЧП «${name}»`, `«${name}» XK`, `${name} PE`);
const invoice = (number: string) => say(`ФС-${number}`, `HF-${number}`, `INV-${number}`);
const act = (number: string) => say(`Акт ${number}`, `Dal. ${number}`, `Act ${number}`);
const contract = (number: string) => say(`Дог. ${number}`, `Shart. ${number}`, `Contr. ${number}`);

/** Papers that the invented trading house sent in November. */
export const didox24Papers: readonly Entry[] = [
  {
    tab: 'bad',
    tone: 'bad',
    cells: [invoice('2210-1'), company('Misol Market'), '22.11', 48_600_000, failed],
  },
  {
    tab: 'wait',
    tone: 'wait',
    cells: [act('2209-1'), company('Sinov Servis'), '21.11', 12_400_000, waits],
  },
  {
    tab: 'good',
    tone: 'good',
    cells: [invoice('2207-1'), trader('Andoza'), '21.11', 7_950_000, signed],
  },
  {
    tab: 'good',
    tone: 'good',
    cells: [contract('114'), company('Namunali Qurilish'), '20.11', 96_000_000, signed],
  },
  {
    tab: 'wait',
    tone: 'wait',
    cells: [invoice('2203-2'), company('Misol Tekstil'), '19.11', 31_250_000, waits],
  },
  {
    tab: 'bad',
    tone: 'bad',
    cells: [invoice('2201-1'), company('Tajriba Agro'), '19.11', 18_700_000, rejected],
  },
  {
    tab: 'good',
    tone: 'good',
    cells: [act('2198-1'), trader('Loyiha Plus'), '18.11', 5_300_000, signed],
  },
  {
    tab: 'good',
    tone: 'good',
    cells: [invoice('2196-1'), company('Namuna Logistika'), '17.11', 22_800_000, signed],
  },
  {
    tab: 'wait',
    tone: 'wait',
    cells: [contract('118'), company('Sinov Oziq-ovqat'), '17.11', 64_400_000, waits],
  },
  {
    tab: 'good',
    tone: 'good',
    cells: [invoice('2191-3'), trader('Chizma'), '16.11', 9_150_000, signed],
  },
];
