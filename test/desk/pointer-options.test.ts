import { expect, test } from 'vitest';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import type { ReleaseView } from '#shared/wire/releases.ts';
import { pointerOptions, type Pointer } from '#desk/acts/pointer-options.ts';

const release = (version: string, dates: Partial<ReleaseView>): ReleaseView => ({
  id: `rel_${version}`,
  product: 'main',
  version,
  revision: 1,
  plannedOn: null,
  releasedOn: null,
  current: false,
  problems: [],
  texts: {},
  toldAt: null,
  waiting: 0,
  clause: null,
  ...dates,
});
const problem = (id: string, more: Partial<KnownProblemView>): KnownProblemView => ({
  id,
  product: 'main',
  affectedFrom: null,
  fixedIn: null,
  texts: { ru: { title: id } },
  articleId: null,
  state: 'open',
  tickets: 0,
  version: 1,
  updatedAt: '2026-11-20T08:00:00.000Z',
  ...more,
});
const registry = {
  releases: [
    release('2.0.0', {}),
    release('1.7.0', { plannedOn: '2026-12-15' }),
    release('1.6.0', { releasedOn: '2026-10-01' }),
  ],
  problems: [
    problem('kpr_way', { texts: { ru: { title: 'Печать', workaround: 'Из PDF' } } }),
    problem('kpr_none', {}),
    problem('kpr_gone', { state: 'withdrawn', articleId: 'art_1' }),
  ],
  articles: [],
};

test.each([
  ['S1.3.2.6 DSK: a version that is out', 'version', ['1.6.0']],
  ['S1.3.2.7 DSK: an update that is out', 'update', ['1.6.0']],
  ['S1.3.2.8 DSK: the day of a version to come', 'date', ['2026-12-15']],
  ['S1.3.2.9 DSK: a problem with a way round', 'workaround', ['kpr_way: Печать']],
  ['a version to come, with a day or without', 'coming', ['2.0.0', '1.7.0']],
  ['any version', 'any_version', ['2.0.0', '1.7.0', '1.6.0']],
  ['a problem that was not withdrawn', 'problem', ['kpr_way', 'kpr_none']],
  ['an article, where there are any', 'article', []],
] satisfies [string, Pointer, string[]][])('%s is offered', (_case, pointer, values) => {
  expect(pointerOptions(registry, pointer, 'ru').map(({ value }) => value)).toEqual(values);
});
