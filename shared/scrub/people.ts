import { isCard, isPinfl, isRussianInn, isSnils } from '#shared/scrub/numbers.ts';
import type { ScrubRule } from '#shared/scrub/rule.ts';

const digitsOf = (found: string) => found.replace(/\D/g, '');
const byDigits = (check: (digits: string) => boolean) => (found: string) => check(digitsOf(found));

/** What names one person or one firm: mail, papers, cards and telephones. */
export const personRules: readonly ScrubRule[] = [
  {
    find: /[\p{L}\d.!#$&'*+=?^_`{|}~-]+(?:@|%40)(?!\d+\.\d+\.\d|\dx\.(?:png|jpe?g|webp|gif|svg)(?![\p{L}\d]))[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu,
    mark: '[mail]',
  },
  {
    find: /((?<!\p{L})(?:инн|стир|inn|stir|пинфл|жшшир|pinfl|jshshir|снилс|snils|паспорт\p{L}*|passport|pasport\p{L}*)[^\p{L}\d]{0,5}(?:(?:№|номер|серия|seriya|raqami|n)[^\p{L}\d]{0,5}){0,2})(?:\p{L}{2}[ _-]?)?\d(?:[\d №_-]{3,20})\d/giu,
    mark: '$1[id]',
  },
  { find: /(?<!\d)[2-9]\d{3}(?:[ \u00a0_-]\d{4}){3}(?!\d)/gu, mark: '[card]' },
  // Uzcard and Humo in one
  { find: /(?<!\d)(?:8600|9860|5614|6262)\d{12}(?!\d)/gu, mark: '[card]' },
  // account at a bank of Russia or Uzbekistan
  { find: /(?<![\d.,])[2-4]\d{19}(?!\d)/gu, mark: '[id]' },
  { find: /(?<![\d.,])\d(?:[ _-]?\d){12,18}(?!\d)/gu, mark: '[card]', proves: byDigits(isCard) },
  { find: /(?<![\d.,])\d{14}(?!\d)/gu, mark: '[id]', proves: isPinfl },
  { find: /(?<!\d)\d{3}-\d{3}-\d{3}[ _-]\d{2}(?!\d)/gu, mark: '[id]' },
  {
    find: /(?<!\d)\d{3}([ _])\d{3}\1\d{3}\1\d{2}(?!\d)/gu,
    mark: '[id]',
    proves: byDigits(isSnils),
  },
  { find: /(?<![\p{L}\d])[A-ZА-ЯЁ]{2}[ _-]?\d{7}(?!\d)/gu, mark: '[id]' },
  { find: /(?<!\d)\d{2} ?\d{2} ?№ ?\d{6}(?!\d)/gu, mark: '[id]' },
  { find: /(?<!\d)(?!19|20)\d{2} ?\d{2} \d{6}(?!\d)/gu, mark: '[id]' },
  {
    find: /\+\d(?:[\s()._\u2010-\u2014-]{0,3}\d){8,14}(?!\d|\s?(?:сум|so[ʻ'‘]?m|UZS|руб|₽|%|\$))/giu,
    mark: '[phone]',
  },
  {
    find: /(?<!\d)(?:00|810)?998[\s._-]?\(?\d{2}\)?[\s._-]?\d{3}[\s._-]?\d{2}[\s._-]?\d{2}(?!\d)/gu,
    mark: '[phone]',
  },
  {
    find: /(?<![\d.,])[78][\s_-]?\(?[3489]\d{2}\)?[\s_-]?\d{3}[\s_-]?\d{2}[\s_-]?\d{2}(?!\d)/gu,
    mark: '[phone]',
  },
  {
    find: /((?<!\p{L})(?:тел(?:ефон)?|моб(?:ильный)?|tel(?:efon)?|phone|whats?app|telegram|viber)\p{L}{0,4}[^\p{L}\d\n]{1,5})\d(?:[\s().-]{0,2}\d){6,11}(?!\d)/giu,
    mark: '$1[phone]',
  },
  {
    find: /(?<![\d.,:-])\(?(?:20|33|50|55|6[1-9]|7\d|8[78]|9\d)\)?[\s-]\d{3}[\s-]\d{2}[\s-]\d{2}(?!\d)/gu,
    mark: '[phone]',
  },
  { find: /\(\d{3,5}\)\s?\d{1,3}[\s-]\d{2}[\s-]?\d{2}(?!\d)/gu, mark: '[phone]' },
  { find: /(?<![\d-])\d{3}-\d{2}-\d{2}(?![\d-])/gu, mark: '[phone]' },
  {
    find: /(?<![\p{L}\d.,]|\d[_-])\d{10}(?:\d{2})?(?![\p{L}\d])/gu,
    mark: '[id]',
    proves: isRussianInn,
  },
  { find: /(?<![\p{L}\d.,]|\d[_-])\d{11}(?![\p{L}\d])/gu, mark: '[id]', proves: isSnils },
  {
    find: /(?<![\p{L}\d.,]|\d[_-])[2-9]\d{8}(?![\p{L}\d]|[.,]\d|\s?(?:сум|so[ʻ'‘]?m|UZS|руб|₽|%|\$|мс|ms|байт|bytes?)(?!\p{L}))/giu,
    mark: '[id]',
  },
];
