import { say, type Text } from '#server/demo/pages/kit/text.ts';

/** Days that can be booked; the demo's today is Sunday, 22 November 2026. */
export const nextDays: readonly Text[] = [
  say('пн 23', 'du 23', 'Mon 23'),
  say('вт 24', 'se 24', 'Tue 24'),
  say('ср 25', 'chor 25', 'Wed 25'),
  say('чт 26', 'pay 26', 'Thu 26'),
];
