import { expect, test } from 'vitest';
import { refusalReasons, unreachableReasons } from '#server/http/probe/probe-finding.ts';
import { lastAnswer } from '#desk/sections/webhooks/last-answer.ts';
import { wordsOf } from '#desk/text/words.ts';

test.each(['ru', 'uz', 'en'] as const)(
  'every reason why a receiver was not told has words of its own, in %s',
  (locale) => {
    const reasons = [...refusalReasons, ...unreachableReasons, 'event.unknown', 'http_503'];
    const told = reasons.map((reason) => lastAnswer(wordsOf(locale), reason));

    expect(new Set(told).size).toBe(reasons.length);
  },
);

test('a status is said as it came', () => {
  expect(lastAnswer(wordsOf('ru'), 'http_410')).toBe('последний ответ: HTTP 410');
  expect(lastAnswer(wordsOf('ru'), 'name')).toBe('ответа нет: имя не находится');
});
