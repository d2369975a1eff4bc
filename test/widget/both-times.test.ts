import { expect, test } from 'vitest';
import { ru } from '#shared/i18n/widget/ru.ts';
import { bothTimes } from '#widget/both-times.ts';
import { wordsOf, type Ui } from '#widget/words.ts';
import { sampleConfig } from '#test/support/widget-host.ts';

const reader = (readerZone: string): Ui => ({
  words: wordsOf('ru', ru),
  config: sampleConfig(),
  readerZone,
  now: Date.parse('2026-11-22T13:20:00Z'),
  launcherLabel: 'Поддержка',
});
const monday = '2026-11-23T11:31:00Z';

test('a reader in another zone sees both clocks next to each other', () => {
  expect(bothTimes(reader('Europe/Moscow'), monday)).toBe('пн 16:31, у вас 14:31');
  expect(bothTimes(reader('Europe/Moscow'), monday, 'named')).toBe(
    'пн 16:31 (Ташкент), у вас 14:31',
  );
});

test('one clock is said once, without a zone', () => {
  expect(bothTimes(reader('Asia/Samarkand'), monday, 'named')).toBe('пн 16:31');
});
