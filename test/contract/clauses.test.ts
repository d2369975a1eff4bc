import { describe, expect, test } from 'vitest';
import { brokenPack } from '#test/clauses/broken-pack.ts';
import { changed, sayChange } from '#test/clauses/change.ts';
import { coverageOf } from '#test/clauses/coverage.ts';
import { breakSums, coverageSums, coverageTable } from '#test/clauses/table.ts';
import { mayNameRows, rowsInTitle } from '#test/clauses/titles.ts';
import { claimedPlacesOf, clauseRows, rulesByRow } from '#test/support/clauses.ts';
import { row } from '#test/support/clauses/row.ts';
import { type Change, inCode, inPack, negate, remove, set } from '#test/support/clauses/rule.ts';

const countBy = (keys: readonly string[]) =>
  Object.fromEntries([...new Set(keys)].map((key) => [key, keys.filter((k) => k === key).length]));

describe('the rows of the five regulations', () => {
  test('are as many as were counted when the regulations were read', () => {
    expect(countBy(clauseRows.map(({ id }) => id.slice(0, 2)))).toEqual({
      S0: 39,
      S1: 45,
      S2: 35,
      S3: 52,
      S4: 65,
    });
    expect(countBy(clauseRows.map(({ kind }) => kind))).toEqual({
      D: 31,
      I: 32,
      P: 102,
      R: 25,
      S: 24,
      X: 22,
    });
  });

  test('claimed so far are 227', () => {
    expect(clauseRows.filter((one) => claimedPlacesOf(one).length > 0)).toHaveLength(227);
  });

  test('are named once, say something of their own, and stand somewhere', () => {
    expect(new Set(clauseRows.map(({ id }) => id)).size).toBe(clauseRows.length);
    expect(new Set(clauseRows.map(({ says }) => says)).size).toBe(clauseRows.length);
    expect(clauseRows.filter(({ places }) => new Set(places).size !== places.length)).toEqual([]);
    expect(clauseRows.filter(({ places }) => places.length === 0)).toEqual([]);
    expect(clauseRows.filter(({ says }) => !/^[A-Z].{10,}\.$/.test(says))).toEqual([]);
  });

  test('follow each other in the order of their clauses', () => {
    const keys = clauseRows.map(({ id }) =>
      id
        .slice(1)
        .split('.')
        .map((part) => (part === 'F' ? 99 : Number(part)).toString().padStart(3, '0'))
        .join('.'),
    );

    expect(keys).toEqual(keys.toSorted());
  });
});

test.each([
  ['one', 'S0.10.3 DSK: a picture arrives', [['S0.10.3', ['DSK']]]],
  [
    'two rows',
    'S0.9.1 POL, S0.9.3 REG: due',
    [
      ['S0.9.1', ['POL']],
      ['S0.9.3', ['REG']],
    ],
  ],
  [
    'rows of a worked case',
    'S0.9.1 POL: S0.7.4 POL: a case',
    [
      ['S0.9.1', ['POL']],
      ['S0.7.4', ['POL']],
    ],
  ],
  ['one row at two places', 'S2.3.5.1 POL, PUB: at once', [['S2.3.5.1', ['POL', 'PUB']]]],
  ['a group above', 'S0.9.2 POL: counts > a note', [['S0.9.2', ['POL']]]],
  ['the footer', 'S3.F.1 PUB: privacy', [['S3.F.1', ['PUB']]]],
  ['no place', 'S2.1.3.2: asks', [['S2.1.3.2', []]]],
  ['a wrong place', 'S2.1.3.2 PLO: asks', [['S2.1.3.2', ['PLO']]]],
  ['words in capitals later', 'S1.1.7 TG: CRM, POL', [['S1.1.7', ['TG']]]],
  ['none', 'S3-compatible storage of POL', []],
])('rows in a title: %s', (_case, title, expected) => {
  expect(rowsInTitle(title).map(({ row, places }) => [row, places])).toEqual(expected);
});

test.each([
  ['a title', "test('S0.9.1 POL: due')", true],
  ['a title made of data', 'test(`${row} POL: due`)', true],
  ['neither', "test('due in S3')", false],
])('a file may name rows: %s', (_case, source, expected) => {
  expect(mayNameRows(source)).toBe(expected);
});

describe('coverage', () => {
  const rows = [
    row('S0.1', 'P', ['POL', 'PUB'], 'First.'),
    row('S0.2', 'P', ['POL', 'MAIL'], 'Second.'),
    row('S0.3', 'P', ['MAIL'], 'Third.'),
  ];
  const end = (title: string, passed = true) => ({ file: 'a.test.ts', title, passed });
  const cover = (...tests: ReturnType<typeof end>[]) => coverageOf(rows, { tests, broken: [] });
  const whole = [end('S0.1 POL: a'), end('S0.1 PUB: b'), end('S0.2 POL: c')];

  test('counts what is claimed, what of it passes, and what passes everywhere', () => {
    expect(cover(...whole)).toMatchObject({
      rows: 3,
      claimed: 2,
      passing: 2,
      whole: 1,
      problems: [],
    });
    expect(coverageSums(cover(...whole, end('S0.2 MAIL')))).toBe(
      '2 of 3 rows pass at all their places\nrows 3, claimed 2, passing 2',
    );
  });

  test.each([
    ['a claimed place without a test', whole.slice(1), 'S0.1 POL has no test'],
    ['a failing test', [...whole, end('S0.1 POL: z', false)], 'S0.1 POL fails in 1 of 2 tests'],
    ['an unknown row', [...whole, end('S0.4 POL: z')], 'S0.4 is no row'],
    ['a place of another row', [...whole, end('S0.3 POL: z')], 'S0.3 POL is no place of the row'],
  ])('fails by %s', (_case, tests, problem) => {
    const { problems } = cover(...tests);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test('a place that is not claimed may wait for its tests', () => {
    expect(
      coverageTable(coverageOf(rows, { tests: whole, broken: [] }, 'MAIL'))
        .split('\n')
        .slice(2),
    ).toEqual([
      '| S0.2 | Second. | MAIL |  | not claimed |',
      '| S0.3 | Third. | MAIL |  | not claimed |',
    ]);
  });

  test('of one place only that place is asked for', () => {
    const seen = coverageOf(rows, { tests: whole.slice(1), broken: [] }, 'PUB');

    expect(seen).toMatchObject({ rows: 1, claimed: 1, passing: 1, whole: 1, problems: [] });
  });

  test('a file that cannot be run is no coverage', () => {
    const { problems } = coverageOf(rows, {
      tests: whole,
      broken: [{ file: 'b.test.ts', why: 'no such module' }],
    });

    expect(problems).toEqual(['b.test.ts could not be run: no such module']);
  });
});

describe('a change of a pack', () => {
  const pack = {
    links: { privacy: 'https://a.example' },
    channels: [
      { kind: 'mail', official: true },
      { kind: 'phone', official: false },
    ],
    counts: ['question', 'consultation'],
  };

  test.each<readonly [string, Change, object]>([
    ['a part is taken away', remove('/links/privacy'), { links: {} }],
    ['a part of a list by its place', remove('/counts/0'), { counts: ['consultation'] }],
    ['a part of a list by its value', remove('/counts/=consultation'), { counts: ['question'] }],
    [
      'a part of a list by what it holds',
      remove('/channels/kind=mail'),
      { channels: [pack.channels[1]] },
    ],
    [
      'a yes becomes a no',
      negate('/channels/kind=mail/official'),
      { channels: [{ kind: 'mail', official: false }, pack.channels[1]] },
    ],
    ['a value in the stead of another', set('/counts/1', 'x'), { counts: ['question', 'x'] }],
    [
      'a value behind the last',
      set('/counts/-', 'x'),
      { counts: ['question', 'consultation', 'x'] },
    ],
    ['a value where none was', set('/hours', null), { hours: null }],
  ])('%s', (_case, change, expected) => {
    const before = structuredClone(pack);

    expect(changed(pack, [change])).toEqual({ ok: true, value: { ...pack, ...expected } });
    expect(pack).toEqual(before);
  });

  test.each<readonly [string, Change, string]>([
    ['nothing is there', remove('/links/contract'), 'remove /links/contract leads nowhere'],
    ['nothing is above', set('/a/b', 1), 'set /a/b to 1 leads nowhere'],
    [
      'the list has no such part',
      remove('/channels/kind=telegram'),
      'remove /channels/kind=telegram leads nowhere',
    ],
    ['no yes and no no', negate('/links/privacy'), 'negate /links/privacy leads nowhere'],
    ['the same value', set('/counts/0', 'question'), 'set /counts/0 to "question" changes nothing'],
  ])('is told where %s', (_case, change, failure) => {
    expect(changed(pack, [change])).toEqual({ ok: false, failure });
  });

  test('counts the sums of what was broken', () => {
    const [first, second, third] = [
      row('S0.1', 'P', ['POL'], 'First.'),
      row('S0.2', 'P', ['POL'], 'Second.'),
      row('S0.3', 'P', ['POL'], 'Third.'),
    ];
    const sums = breakSums(
      [
        [first, inPack(remove('/a'), remove('/b'))],
        [second, inPack(remove('/c'))],
        [third, inCode('Only code.')],
      ],
      [
        { row: 'S0.1', change: sayChange(remove('/a')), state: 'caught', detail: '1 of 1' },
        { row: 'S0.1', change: sayChange(remove('/b')), state: 'survived', detail: '0 of 1' },
        { row: 'S0.2', change: sayChange(remove('/c')), state: 'unreadable', detail: 'why' },
      ],
    );

    expect(sums).toContain('- S0.3: Only code.');
    expect(sums).toContain('- survived   S0.1: remove /b (0 of 1)');
    expect(sums.split('\n').at(-1)).toBe(
      'rows 3, breaks 3, caught 1, survived 1, unreadable 1, untested 0, held by code 1',
    );
  });
});

test('each claimed row says what makes it hold', () => {
  const claimed = clauseRows.filter((one) => claimedPlacesOf(one).length > 0).map(({ id }) => id);

  expect(Object.keys(rulesByRow).toSorted()).toEqual(claimed.toSorted());
});

test('each break of a rule leads somewhere and leaves a pack that can be read', () => {
  const unreadable = Object.entries(rulesByRow).flatMap(([id, rule]) =>
    (rule.heldBy === 'pack' ? rule.breaks : []).flatMap((changes) => {
      const broken = brokenPack(id, changes);
      return broken.ok ? [] : [`${id}: ${changes.map(sayChange).join(', ')}: ${broken.failure}`];
    }),
  );

  expect(unreadable).toEqual([]);
}, 120_000);
