import type { Entry } from '#server/demo/pages/kit/content.ts';
import { say } from '#server/demo/pages/kit/text.ts';

const invoice = say('Счёт-фактура', 'Hisobvaraq-faktura', 'Tax invoice');
const act = say('Акт', 'Dalolatnoma', 'Act');
const contract = say('Договор', 'Shartnoma', 'Contract');
const signed = say('Подписан', 'Imzolangan', 'Signed');
const waits = say('Ждёт подписи', 'Imzo kutmoqda', 'Waiting');
const failed = say('Ошибка подписи', 'Imzo xatosi', 'Signature error');
const rejected = say('Отклонён', 'Rad etilgan', 'Rejected');
const deal = (number: number) => say(`Сделка ${number}`, `Bitim ${number}`, `Deal ${number}`);

const company = (name: string) => say(`ООО «${name}»`, `«${name}» MChJ`, `${name} LLC`);
const trader = (name: string) => say(`ЧП «${name}»`, `«${name}» XK`, `${name} PE`);

/** Deals of the invented trading house with the last paper of each. */
export const didox24Deals: readonly Entry[] = [
  {
    tab: 'bad',
    tone: 'bad',
    cells: [deal(2210), company('Misol Market'), invoice, 48_600_000, failed],
  },
  {
    tab: 'wait',
    tone: 'wait',
    cells: [deal(2209), company('Sinov Servis'), act, 12_400_000, waits],
  },
  { tab: 'good', tone: 'good', cells: [deal(2207), trader('Andoza'), invoice, 7_950_000, signed] },
  {
    tab: 'good',
    tone: 'good',
    cells: [deal(2204), company('Namunali Qurilish'), contract, 96_000_000, signed],
  },
  {
    tab: 'wait',
    tone: 'wait',
    cells: [deal(2203), company('Misol Tekstil'), invoice, 31_250_000, waits],
  },
  {
    tab: 'bad',
    tone: 'bad',
    cells: [deal(2201), company('Tajriba Agro'), invoice, 18_700_000, rejected],
  },
  { tab: 'good', tone: 'good', cells: [deal(2198), trader('Loyiha Plus'), act, 5_300_000, signed] },
  {
    tab: 'good',
    tone: 'good',
    cells: [deal(2196), company('Namuna Logistika'), invoice, 22_800_000, signed],
  },
  {
    tab: 'wait',
    tone: 'wait',
    cells: [deal(2195), company('Sinov Oziq-ovqat'), contract, 64_400_000, waits],
  },
  { tab: 'good', tone: 'good', cells: [deal(2191), trader('Chizma'), invoice, 9_150_000, signed] },
  {
    tab: 'good',
    tone: 'good',
    cells: [deal(2188), company('Misol Market'), act, 3_600_000, signed],
  },
];
