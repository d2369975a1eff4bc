import { isCard, isIban, isPinfl, isRussianInn, isSnils } from '#shared/scrub/numbers.ts';
import type { ScrubRule } from '#shared/scrub/rule.ts';

const { raw } = String;

const digitsOf = (found: string) => found.replace(/\D/g, '');
const byDigits = (check: (digits: string) => boolean) => (found: string) => check(digitsOf(found));

/** Names of numbers that name no person: the digits of an order or a sum may look like those of a firm. */
const things = raw`(?:id|order|invoice|deal|ticket|payment|amount|total|price|timestamp|(?<!\p{L})(?:lead|task|receipt|summa?|balance|count|size|bytes|length|offset|latency|duration|time|ts|exp|iat|build|buyurtma|chek|jami|заказ\p{L}{0,2}|сч[её]т\p{L}{0,2}|чек\p{L}{0,2}|сумм\p{L}{0,2}|итого|цена|стоимость|остаток|баланс|плат[её]ж\p{L}{0,2}|сделк\p{L}{0,2}|заявк\p{L}{0,2}|обращени\p{L}{0,2}|буюртма|(?<!инн[/ ]{1,2})кпп))`;
const ofThings = raw`(?<!${things}s?["'\\]*[\s:=№#/]{0,4}|[№#] ?)`;

/** What names one person or one firm: mail, papers, cards and telephones. */
export const personRules: readonly ScrubRule[] = [
  {
    find: /[\p{L}\d.!#$&'*+=?^_`{|}~-]{1,64}(?:@|%40|＠|\s?[([]at[)\]]\s?)(?!\d+\.\d+\.\d|\dx\.(?:png|jpe?g|webp|gif|svg)(?![\p{L}\d]))[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu,
    mark: '[mail]',
  },
  {
    find: /((?<!\p{L})(?:инн|стир|inn|stir|пинфл|жшшир|pinfl|jshshir|снилс|snils|(?:загран)?паспорт\p{L}*|passport|pasport\p{L}*)[^\p{L}\d]{0,5}(?:(?:№|номер|серия|seriya|raqami|рақами|number|no?|num)[^\p{L}\d]{0,5}){0,2})(?:\p{L}{2}[ _-]?)?\d(?:[\d №_-]{3,20})\d/giu,
    mark: '$1[id]',
  },
  {
    find: /((?<!\p{L})(?:инн|стир|inn|stir|пинфл|жшшир|pinfl|jshshir|снилс|паспорт\p{L}*|pasport\p{L}*)(?:\s+\p{L}+){1,3}[^\p{L}\d\n]{1,4})\d(?:[ №-]?\d){8,19}(?!\d)/giu,
    mark: '$1[id]',
  },
  { find: /(?<!\d)[2-9]\d{3}(?:[ \u00a0_./\u2010-\u2014-]{1,2}\d{4}){3}(?!\d)/gu, mark: '[card]' },
  // Uzcard and Humo, which prove nothing
  { find: /(?<!\d)(?:8600|9860|5614|6262)(?:[ -]?\d){12}(?!\d)/gu, mark: '[card]' },
  {
    find: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/gu,
    mark: '[id]',
    proves: isIban,
  },
  // account at a bank of Russia or Uzbekistan
  { find: /(?<![\d.,])[2-4]\d{4}(?:\d{15}| \d{3} \d(?: ?\d){11})(?!\d)/gu, mark: '[id]' },
  { find: /(?<![\d.,])\d(?:[ _-]?\d){12,18}(?!\d)/gu, mark: '[card]', proves: byDigits(isCard) },
  {
    find: /(?<![\d.,])\d ?\d{6} ?\d{3} ?\d{3} ?\d(?!\d)/gu,
    mark: '[id]',
    proves: byDigits(isPinfl),
  },
  { find: /(?<!\d)\d{3}-\d{3}-\d{3}[ _-]\d{2}(?!\d)/gu, mark: '[id]' },
  {
    find: /(?<!\d)\d{3}([ _])\d{3}\1\d{3}\1\d{2}(?!\d)/gu,
    mark: '[id]',
    proves: byDigits(isSnils),
  },
  {
    find: /((?<!\p{L})(?:сери[яи]|seriya)[^\p{L}\d]{0,3})(?:\d{2} ?\d{2}|\p{L}{2})[^\p{L}\d]{0,3}(?:(?:номер|raqami|№)[^\p{L}\d]{0,3})?\d{6,7}(?!\d)/giu,
    mark: '$1[id]',
  },
  {
    find: /(?<![\p{L}\d])[A-ZА-ЯЁ]{2}[ _-]?(?:№ ?)?(?:\d{7}|\d{3} \d{2} \d{2})(?!\d)/gu,
    mark: '[id]',
  },
  { find: /(?<!\d)\d{2} ?\d{2} ?№ ?\d{6}(?!\d)/gu, mark: '[id]' },
  { find: /(?<!\d)(?:\d{2} \d{2}|(?!19|20)\d{4}) \d{6}(?!\d)/gu, mark: '[id]' },
  {
    find: /\+\d(?:[\s()._\u2010-\u2014-]{0,3}\d){8,14}(?!\d|\s?(?:сум|so[ʻ'‘]?m|UZS|руб|₽|%|\$))/giu,
    mark: '[phone]',
  },
  {
    find: /(?<!\d)(?:00|810)?998[\s._-]?\(?\d{2}\)?[\s._-]?\d{3}[\s._-]?\d{2}[\s._-]?\d{2}(?!\d)/gu,
    mark: '[phone]',
  },
  {
    find: /(?<![\d.,])[78][\s._-]?\(?[3489]\d{2}\)?[\s._-]?(?:\d{3}[\s._-]?\d{2}[\s._-]?\d{2}|\d{2}[\s-]\d{2}[\s-]\d{3})(?!\d)/gu,
    mark: '[phone]',
  },
  {
    find: /((?<!\p{L})(?:тел(?:ефон)?|моб(?:ильный)?|tel(?:efon)?|phone|whats?app|telegram|viber)\p{L}{0,4}[^\p{L}\d\n]{1,5})\d(?:[\s().-]{0,2}\d){6,11}(?!\d)/giu,
    mark: '$1[phone]',
  },
  // from home: of a mobile in Uzbekistan after eight, and of one in Russia without it
  {
    find: /(?<![\d.,:-])(?:8[\s-](?:\(?(?:33|50|55|77|88|9\d)\)?[\s-]?\d{3}|9\d\d[\s-]\d\d)|9\d\d[\s-]\d{3})[\s-]\d{2}[\s-]\d{2}(?!\d)/gu,
    mark: '[phone]',
  },
  {
    find: /(?<![\d.,:-])(?:\(\d{2}\)\s?|(?:33|50|55|77|88|9\d)[\s-])\d{3}[\s-]?\d{4}(?!\d)/gu,
    mark: '[phone]',
  },
  {
    find: /(?<![\d.,:-])\(?(?:20|33|50|55|6[1-9]|7\d|8[78]|9\d)\)?[\s-]\d{3}[\s-]\d{2}[\s-]\d{2}(?!\d)/gu,
    mark: '[phone]',
  },
  { find: /\(\d{3,5}\)\s?\d{1,3}[\s-]\d{2}[\s-]?\d{2}(?!\d)/gu, mark: '[phone]' },
  { find: /(?<![\d-])\d{3}-\d{2}-\d{2}(?![\d-])/gu, mark: '[phone]' },
  {
    find: new RegExp(raw`${ofThings}(?<![\p{L}\d.,]|\d[_-])\d{10}(?![\p{L}\d])`, 'giu'),
    mark: '[id]',
    proves: isRussianInn,
  },
  {
    find: /(?<![\p{L}\d.,]|\d[_-])\d{12}(?![\p{L}\d])/gu,
    mark: '[id]',
    proves: isRussianInn,
  },
  { find: /(?<![\p{L}\d.,]|\d[_-])\d{11}(?![\p{L}\d])/gu, mark: '[id]', proves: isSnils },
  {
    find: new RegExp(
      raw`${ofThings}(?<![\p{L}\d.,]|\d[_-])[2-9]\d{8}(?![\p{L}\d]|[.,]\d|\s?(?:сум|so[ʻ'‘]?m|UZS|руб|₽|%|\$|мс|ms|байт|bytes?)(?!\p{L}))`,
      'giu',
    ),
    mark: '[id]',
  },
];
