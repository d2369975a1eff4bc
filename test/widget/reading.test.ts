import { describe, expect, test } from 'vitest';
import type { MetArticle, ReaderUse } from '#shared/article-uses.ts';
import type { SuggestedArticle } from '#shared/wire/articles.ts';
import type { WidgetConfig, WidgetField } from '#shared/wire/widget-config.ts';
import { isUrgent, questionOf, wantedBy, withUse } from '#widget/form/reading.ts';

const field = (id: string, kind: WidgetField['kind'], group: WidgetField['group'] = 'story') =>
  ({ id, kind, group, label: id, requirement: 'optional', clause: '3.3' }) as const;
const docUrl = field('docUrl', 'url');
const alike: SuggestedArticle = {
  id: 'plan',
  slug: 'plan',
  locale: 'ru',
  title: 'План',
  summary: '',
  href: 'https://kb.example/plan',
  similar: true,
};
const other = { ...alike, id: 'other', similar: false };

test('articles are looked for by the words of the story: no choices, addresses, secrets, contacts', () => {
  const fields = [
    field('did', 'longtext'),
    field('steps', 'steps'),
    field('program', 'choice'),
    docUrl,
    field('password', 'secret'),
    field('name', 'text', 'contact'),
  ];
  const answers = {
    did: 'Открыл план',
    steps: ['Файл', 'Выгрузка'],
    program: 'geo',
    docUrl: 'https://kb.example',
    password: 'сезам',
    name: 'Ирина',
  };

  expect(questionOf(fields, answers)).toBe('Открыл план Файл Выгрузка');
  expect(questionOf(fields, { did: 'я'.repeat(900) })).toHaveLength(500);
});

describe('what became of articles', () => {
  test('is kept once each', () => {
    const met = withUse(
      withUse([], [{ id: 'a', title: 'План' }, { id: 'b' }], 'shown'),
      [{ id: 'a' }],
      'opened',
    );

    expect(met).toEqual([
      { id: 'a', title: 'План', use: 'shown' },
      { id: 'b', use: 'shown' },
      { id: 'a', use: 'opened' },
    ]);
    expect(withUse(met, [{ id: 'a' }, { id: 'b' }], 'shown')).toBe(met);
  });

  test('fits one request: what was only shown makes room first', () => {
    const opened: MetArticle = { id: 'first', use: 'opened' };
    const shown = Array.from({ length: 60 }, (_, index) => ({ id: `a${index}` }));
    const met = withUse([opened], shown, 'shown');

    expect(met).toHaveLength(40);
    expect(met[0]).toEqual(opened);
    expect(met.at(-1)?.id).toBe('a59');
  });
});

describe('what is wanted before sending', () => {
  const wanted = (
    reading: Partial<NonNullable<WidgetConfig['reading']>>,
    met: readonly [string, ReaderUse][] = [],
    answers: Record<string, string> = {},
    articles = [other, alike],
  ) => {
    const rules = { mode: 'suggest', ...reading } as const;
    const uses = met.map(([id, use]) => ({ id, use }));
    const { first, link } = wantedBy(rules, { fields: [docUrl], answers }, articles, uses);
    return [first, link?.article.id];
  };

  test.each([
    ['nothing where articles are only suggested', {}, [], []],
    ['one to open', { mode: 'require' }, [], ['open']],
    ['any that was opened will do', { mode: 'require' }, [['gone', 'opened']], []],
    ['a word that they hold no answer', { mode: 'confirm' }, [['plan', 'opened']], ['confirm']],
    ['said', { mode: 'confirm' }, [['other', 'confirmed']], []],
    ['the link of what is alike', { linkClause: '3.3' }, [], [undefined, 'plan']],
    [
      'of what its reader calls alike',
      { linkClause: '3.3' },
      [['other', 'similar']],
      [undefined, 'other'],
    ],
    [
      'also of what was put aside',
      { linkClause: '3.3' },
      [['plan', 'dismissed']],
      [undefined, 'plan'],
    ],
    ['none where no field takes it', { linkClause: '9' }, [], []],
  ] as const)('%s', (_case, reading, met, expected) => {
    expect(wanted(reading, met as never)).toEqual([expected[0], expected[1]]);
  });

  test('nothing once the link is there, where nothing was found, or where the report is critical', () => {
    const unless = { field: 'impact', choices: ['whole'] };
    const strict = { mode: 'require' as const, linkClause: '3.3', unless };

    expect(wanted({ linkClause: '3.3' }, [], { docUrl: 'kb.example' })).toEqual([
      undefined,
      undefined,
    ]);
    expect(wanted(strict, [], {}, [])).toEqual([undefined, undefined]);
    expect(wanted(strict, [], { impact: 'whole' })).toEqual([undefined, undefined]);
    expect(wanted(strict, [], { impact: 'detail' })).toEqual(['open', 'plan']);
    expect(isUrgent({ mode: 'suggest' }, { impact: 'whole' })).toBe(false);
  });
});
