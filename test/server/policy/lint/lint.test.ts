import { describe, expect, test } from 'vitest';
import { isPublishable, lintPack } from '#server/policy/lint.ts';
import type { LintFinding } from '#server/policy/lint/finding.ts';
import { calendarYears, packFiles, readPackFile } from '#test/support/policies.ts';
import { changed, samplePack, without } from '#test/support/pack-variants.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const lint = (json: unknown): LintFinding[] => lintPack(json, { calendarYears, now });
const said = (json: unknown) => lint(json).map(({ code, level, at }) => [level, code, at]);

describe.each(packFiles)('%s', (file) => {
  test('lints clean but for what its vendor has to settle, each named with a note', () => {
    const findings = lint(readPackFile(file)).filter(({ level }) => level !== 'note');

    expect(findings.filter(({ level }) => level !== 'unsettled')).toEqual([]);
  });
});

test('JSON nested deeper than any pack is refused like any other that is none', () => {
  const deep = (open: string, close: string) =>
    JSON.parse(open.repeat(100_000) + '1' + close.repeat(100_000)) as unknown;

  expect(isPublishable(lint(deep('[', ']')))).toBe(false);
  expect(isPublishable(lint({ ...samplePack(), extra: deep('{"a":', '}') }))).toBe(false);
});

describe('each finding has a place and a remedy', () => {
  const sample = samplePack();

  test.each<[string, unknown, LintFinding['level'], string, string]>([
    ['no format', without(sample, '/format'), 'error', 'format.unknown', '/format'],
    [
      'a rule without a clause',
      without(sample, '/stops/clause'),
      'error',
      'rule.without_clause',
      '/stops/clause',
    ],
    [
      'a rule of a clause that is not stated',
      changed(sample, '/stops/clause', '99'),
      'error',
      'rule.without_clause',
      '/stops/clause',
    ],
    [
      'a clause without a rule',
      changed(sample, '/clauses/77', {
        text: { ru: 'Сказано.', uz: 'Aytilgan.', en: 'Said.' },
        link: 'https://example.com/',
        readOn: '2026-11-22',
      }),
      'warning',
      'clause.without_rule',
      '/clauses/77',
    ],
    [
      'a sentence missing in Uzbek',
      without(sample, '/clauses/9/text/uz'),
      'error',
      'language.missing',
      '/clauses/9/text/uz',
    ],
    [
      'a sentence left in Russian',
      changed(sample, '/clauses/9/text/en', sample.clauses['9']?.text.ru),
      'warning',
      'language.untranslated',
      '/clauses/9/text/en',
    ],
    [
      'a reading nobody chose',
      without(sample, '/clocks/firstResponse/reading'),
      'error',
      'key.missing',
      '/clocks/firstResponse/reading',
    ],
    [
      'a name that leads nowhere',
      changed(sample, '/intake/fields/0/categories', ['nowhere']),
      'error',
      'name.unknown',
      '/intake/fields/0/categories',
    ],
    [
      'a part of the wrong shape',
      changed(sample, '/numberPrefix', 'lower case'),
      'error',
      'schema.invalid',
      '/numberPrefix',
    ],
    [
      'a case that the engine answers otherwise',
      changed(sample, '/cases/0/expect', { openAtReceipt: null }),
      'error',
      'case.failed',
      '/cases/0/expect',
    ],
  ])('%s', (_case, json, level, code, at) => {
    expect(said(json)).toContainEqual([level, code, at]);
    expect(lint(json).every(({ text, remedy }) => text.length > 5 && remedy.length > 5)).toBe(true);
    expect(isPublishable(lint(json))).toBe(level !== 'error');
  });

  test.each(['[email&#160;protected]', '[email\u00a0protected]', '[email protected]'])(
    'S0.14.3 PUB, B11: what a web page puts for an address is refused: %s',
    (address) => {
      const json = changed(sample, '/channels/0/address', address);

      expect(said(json)).toContainEqual(['error', 'contact.placeholder', '/channels/0/address']);
      expect(isPublishable(lint(json))).toBe(false);
    },
  );

  test('S0.14.3 PUB: the shipped text of MODME puts no such thing anywhere', () => {
    expect(said(sample).map(([, code]) => code)).not.toContain('contact.placeholder');
  });

  test('B12: a mailbox of a person is doubted, one of a role is not', () => {
    const at = '/channels/0/address';

    expect(said(changed(sample, at, 'a.karimova@example.com'))).toContainEqual([
      'warning',
      'contact.personal',
      at,
    ]);
    expect(said(changed(sample, at, 'support@example.com')).map(([, code]) => code)).not.toContain(
      'contact.personal',
    );
  });
});

describe('what only the vendor can settle', () => {
  const level = {
    id: 'gold',
    name: { ru: 'Золотой', uz: 'Oltin', en: 'Gold' },
    firstResponse: null,
    clause: '9',
  };
  const note = { ru: 'Спросить.', uz: 'Soʻrash kerak.', en: 'Ask.' };
  const at = '/levels/0/firstResponse';
  const open = changed(samplePack(), '/levels', [level]);

  test('S3.2.2.1 POL: a level without a term fails', () => {
    expect(said(open)).toContainEqual(['error', 'level.without_term', at]);
    expect(isPublishable(lint(open))).toBe(false);
  });

  test('S3.2.2.1 POL: it is let through where the pack names it as open', () => {
    const named = changed(open, '/unsettled', [
      ...(samplePack().unsettled ?? []),
      { code: 'level.without_term', at, note },
    ]);

    expect(said(named)).toContainEqual(['unsettled', 'level.without_term', at]);
    expect(isPublishable(lint(named))).toBe(true);
  });

  test('a name for what is not found any more is stale', () => {
    const stale = [{ code: 'level.without_term', at, note }];

    expect(said(changed(samplePack(), '/unsettled', stale))).toContainEqual([
      'warning',
      'unsettled.stale',
      '/unsettled/0',
    ]);
  });

  test('a doubt of the author is a finding of its own, and never stale', () => {
    const doubt = [{ code: 'vendor.question', at: '/clauses/9', note }];

    expect(said(changed(samplePack(), '/unsettled', doubt))).toContainEqual([
      'unsettled',
      'vendor.question',
      '/clauses/9',
    ]);
  });

  test('an error is never settled by a name', () => {
    const wrong = changed(
      changed(samplePack(), '/cases/0/expect', { openAtReceipt: null }),
      '/unsettled',
      [{ code: 'case.failed', at: '/cases/0/expect', note }],
    );

    expect(isPublishable(lint(wrong))).toBe(false);
  });
});

describe('rules that cannot work together', () => {
  const closing = (reminder: number) =>
    changed(samplePack(), '/autoClose', {
      mode: 'suggest',
      after: { value: 3, unit: 'businessDay' },
      reading: 'endOfDay',
      from: 'last_agent_message',
      reminderAt: { value: reminder, unit: 'businessDay' },
      reasons: [{ id: 'no_information', clause: '9' }],
      outcome: { id: 'no_answer', clause: '9' },
      clause: '9',
    });
  const critical = { minutes: 15, clause: '9' };
  const codes = (json: unknown) => lint(json).map(({ code }) => code);

  test.each([
    [2, false],
    [3, true],
    [4, true],
  ])('a reminder after %i of three days', (reminder, late) => {
    expect(codes(closing(reminder)).includes('closing.reminder_late')).toBe(late);
  });

  test('a track for critical failures that no answer suggests', () => {
    const silent = changed(
      changed(samplePack(), '/clocks/critical', critical),
      '/intake/severity',
      null,
    );
    const mail = readPackFile('moidokumenty.undated-2026-11-22.json');

    expect(codes(silent)).toContain('critical.never_suggested');
    expect(codes(changed(mail, '/intake/severity/suggests/blocked', 'critical'))).not.toContain(
      'critical.never_suggested',
    );
  });

  test('fewer cases than tell anything', () => {
    expect(codes(changed(samplePack(), '/cases', samplePack().cases.slice(0, 1)))).toContain(
      'case.few',
    );
    expect(codes(samplePack())).not.toContain('case.few');
  });
});

describe('terms that depend on a level or plan', () => {
  const byLevel = changed(samplePack(), '/clocks/firstResponse', {
    kind: 'level',
    reading: 'clamped',
    clause: '9',
  });
  const plan = {
    id: 'net',
    name: { ru: 'Сеть', uz: 'Tarmoq', en: 'Network' },
    firstResponse: { value: 2, unit: 'businessHour' },
    clause: '9',
  };

  test.each([
    ['neither', byLevel, true],
    ['a plan with a term', changed(byLevel, '/plans', [plan]), false],
    ['a plan without one', changed(byLevel, '/plans', [{ ...plan, firstResponse: null }]), true],
  ])('%s', (_case, json, missing) => {
    expect(lint(json).some(({ code }) => code === 'level.none')).toBe(missing);
  });
});

describe('money', () => {
  const prices = { currency: 'RUB', month: 100, year: 1200, vat: 'none', clause: '3' };
  const priced = (more: object) =>
    changed(samplePack(), '/plans', [
      {
        id: 'plan',
        name: { ru: 'План', uz: 'Reja', en: 'Plan' },
        kind: 'box',
        clause: '3',
        prices: { ...prices, ...more },
      },
    ]);
  const codes = (json: unknown) =>
    lint(json)
      .map(({ code }) => code)
      .filter((code) => code.startsWith('price.'));

  test.each([
    ['twelve months make a year', {}, []],
    ['a year that costs something else', { year: 1300 }, ['price.sum']],
    [
      'a discount inside the price of a year',
      { year: 960, yearDiscount: { percent: 20, applies: 'inside', clause: '3' } },
      [],
    ],
    [
      'a discount outside of it',
      { yearDiscount: { percent: 20, applies: 'outside', clause: '3' } },
      [],
    ],
    [
      'a discount whose place is not said',
      { yearDiscount: { percent: 20, applies: 'unstated', clause: '3' } },
      ['price.discount_unstated'],
    ],
  ])('%s', (_case, more, expected) => {
    expect(codes(priced(more))).toEqual(expected);
  });

  const joker = readPackFile('jokercrm.undated-2026-11-22.json');

  test('S4.5.1.8 POL: 12 months of 3 500 are the 42 000 of a year, and any other sum is told', () => {
    const at = '/plans/0/prices/year';
    const sumsOf = (json: unknown) => said(json).filter(([, code]) => code === 'price.sum');

    expect(sumsOf(joker)).toEqual([]);
    expect(sumsOf(changed(joker, at, 42_001))).toEqual([['warning', 'price.sum', at]]);
    expect(sumsOf(changed(joker, '/plans/0/prices/month', 3499))).toEqual([
      ['warning', 'price.sum', at],
    ]);
  });

  test('S4.5.2.11 PUB: whether the 126 000 of a year hold the 20 % is reported until the vendor says', () => {
    const at = '/plans/1/prices/yearDiscount';
    const open = ['unsettled', 'price.discount_unstated', at];

    expect(said(joker)).toContainEqual(open);
    expect(said(changed(joker, `${at}/applies`, 'outside'))).not.toContainEqual(open);
  });
});

test.each([
  [
    'a calendar that ended',
    '2031-05-01T00:00:00Z',
    ['error', 'calendar.missing', '/desk/calendar'],
  ],
  ['a calendar that runs', '2026-11-22T00:00:00Z', ['note', 'calendar.reach', '/desk/calendar']],
])('%s is told of', (_case, day, finding) => {
  const findings = lintPack(samplePack(), { calendarYears, now: Date.parse(day) });

  expect(findings.map(({ code, level, at }) => [level, code, at])).toContainEqual(finding);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['a number', 7],
  ['an empty object', {}],
])('a file that is %s is refused and does not break the linter', (_case, json) => {
  expect(isPublishable(lint(json))).toBe(false);
});
