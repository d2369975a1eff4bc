import type { Entry } from '../../kit/content.ts';
import { say } from '../../kit/text.ts';

const invoice = say('Счёт-фактура', 'Hisobvaraq-faktura', 'Tax invoice');
const act = say('Акт', 'Dalolatnoma', 'Act');
const contract = say('Договор', 'Shartnoma', 'Contract');
const signed = say('Подписан', 'Imzolangan', 'Signed');
const waits = say('Ждёт подписи', 'Imzo kutmoqda', 'Waiting');
const failed = say('Ошибка подписи', 'Imzo xatosi', 'Signature error');
const rejected = say('Отклонён', 'Rad etilgan', 'Rejected');
const deal = (number: number) => say(`Сделка ${number}`, `Bitim ${number}`, `Deal ${number}`);

/** Deals of the invented trading house with the last paper of each. */
export const didox24Deals: readonly Entry[] = [
  {
    tab: 'bad',
    tone: 'bad',
    cells: [deal(2210), 'ООО «Misol Market»', invoice, 48_600_000, failed],
  },
  { tab: 'wait', tone: 'wait', cells: [deal(2209), 'ООО «Sinov Servis»', act, 12_400_000, waits] },
  { tab: 'good', tone: 'good', cells: [deal(2207), 'ЧП «Andoza»', invoice, 7_950_000, signed] },
  {
    tab: 'good',
    tone: 'good',
    cells: [deal(2204), 'ООО «Namunali Qurilish»', contract, 96_000_000, signed],
  },
  {
    tab: 'wait',
    tone: 'wait',
    cells: [deal(2203), 'ООО «Misol Tekstil»', invoice, 31_250_000, waits],
  },
  {
    tab: 'bad',
    tone: 'bad',
    cells: [deal(2201), 'ООО «Tajriba Agro»', invoice, 18_700_000, rejected],
  },
  { tab: 'good', tone: 'good', cells: [deal(2198), 'ЧП «Loyiha Plus»', act, 5_300_000, signed] },
  {
    tab: 'good',
    tone: 'good',
    cells: [deal(2196), 'ООО «Namuna Logistika»', invoice, 22_800_000, signed],
  },
  {
    tab: 'wait',
    tone: 'wait',
    cells: [deal(2195), 'ООО «Sinov Oziq-ovqat»', contract, 64_400_000, waits],
  },
  { tab: 'good', tone: 'good', cells: [deal(2191), 'ЧП «Chizma»', invoice, 9_150_000, signed] },
  { tab: 'good', tone: 'good', cells: [deal(2188), 'ООО «Misol Market»', act, 3_600_000, signed] },
];
