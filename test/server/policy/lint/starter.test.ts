import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintPack } from '#server/policy/lint.ts';
import { calendarYears } from '#test/support/policies.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const text = readFileSync(
  new URL('../../../../server/policy/starter-pack.json', import.meta.url),
  'utf8',
);

test('the pack that authors begin with lacks nothing but their words', () => {
  const codes = lintPack(JSON.parse(text), { calendarYears, now })
    .filter(({ level }) => level !== 'note')
    .map(({ code }) => code);

  expect(new Set(codes)).toEqual(new Set(['contact.placeholder']));
});

test('with words of its own it lints clean', () => {
  let words = 0;
  const filled = text.replaceAll('TBD', () => `Слово ${(words += 1)}`);
  const findings = lintPack(JSON.parse(filled), { calendarYears, now });

  expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
});
