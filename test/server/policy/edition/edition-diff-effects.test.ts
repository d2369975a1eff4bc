import { describe, expect, test } from 'vitest';
import { locales } from '#shared/vocabulary.ts';
import { effectsOf } from '#server/policy/edition/edition-diff-effects.ts';
import { dayOf } from '#server/policy/time/local-date.ts';
import type { PolicyPackFile } from '#server/policy/pack.ts';
import { compilePolicy, type Policy, readPack } from '#server/policy/packs.ts';
import { changed, policyWith, samplePack, without } from '#test/support/pack-variants.ts';
import { calendarYears, packFiles, packOf } from '#test/support/policies.ts';

const sample = samplePack();
const today = dayOf('2026-11-22');
const older = policyWith({});

function compiled(file: PolicyPackFile): Policy {
  const read = readPack({ ...file, cases: file.cases.slice(0, 1) });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return compilePolicy(read.value, calendarYears);
}

const effects = (file: PolicyPackFile) => effectsOf(older, compiled(file), today).effects;
const sentences = (file: PolicyPackFile, locale: 'ru' | 'en' = 'en') =>
  effects(file).map((effect) => effect.sentence(locale));

describe('S0.0.1 POL: what another edition decides otherwise', () => {
  test('an edition answers every question as itself, and many are asked', () => {
    const { asked, effects: none } = effectsOf(older, older, today);

    expect(none).toEqual([]);
    expect(asked).toBeGreaterThan(80);
  });

  test('an edition that closes on Saturday moves what is promised from Friday evening on', () => {
    // due from Friday 18:30 by the older one: Saturday 18:30; Saturday closed: Monday 18:30
    const closed = without(sample, '/desk/offices/0/hours/sat');

    expect(sentences(closed)).toContain(
      'A request on Fri 27 Nov 18:30, “Error in the service”, with a right to support: due Sat 28 Nov 18:30 → Mon 30 Nov 18:30.',
    );
    expect(sentences(closed, 'ru')).toContain(
      'Обращение пт 27.11 18:30, «Ошибка в работе сервиса», с правом на поддержку: срок сб 28.11 18:30 → пн 30.11 18:30.',
    );
  });

  test('questions are of the week in which the newer edition begins', () => {
    const later = changed(
      { ...sample, edition: '2027-02-01', editionDate: '2027-02-01', validFrom: '2027-02-01' },
      '/clocks/firstResponse/target/value',
      2,
    );
    const asked = effects(later).filter(({ question }) => question.workedCase === undefined);
    const first = Math.min(...asked.map(({ question }) => question.receivedAt));

    expect(new Date(first).toISOString().slice(0, 10)).toBe('2027-02-01');
  });

  test('special days show a calendar that is read otherwise', () => {
    const strict = changed(sample, '/desk/closedOn', ['holiday']);
    const moved = effects(strict);

    expect(moved.length).toBeGreaterThan(0);
    expect(moved.every(({ changes }) => changes.every(({ aspect }) => aspect === 'term'))).toBe(
      true,
    );
  });

  test('who is entitled and what there is to ask about are compared too', () => {
    const lenient = changed(sample, '/entitlement/lapsed', 'promise');
    const renamed = changed(
      changed(sample, '/intake/categories/6/id', 'lessons'),
      '/intake/fields/4/categories/5',
      'lessons',
    );

    expect(sentences(lenient).join('\n')).toMatch(
      /whose right has ended: due none \(support is not promised\) → /,
    );
    expect(sentences(renamed).join('\n')).toContain('there is no such category any more');
    expect(sentences(renamed).join('\n')).toContain('there is such a category now');
  });

  test('between any two packs every sentence is whole in every language', () => {
    const policies = packFiles.map((file) => compilePolicy(packOf(file), calendarYears));
    const [first, ...others] = policies;
    const said = others.flatMap((other) =>
      effectsOf(first as Policy, other, today).effects.flatMap((effect) =>
        locales.map((locale) => effect.sentence(locale)),
      ),
    );

    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((text) => /[{}[\]"]|undefined|null|NaN/.test(text))).toEqual([]);
  });
});
