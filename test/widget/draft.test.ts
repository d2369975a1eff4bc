import { expect, test } from 'vitest';
import { emptyDraft, isWritten, prefilled, takenBack } from '#widget/controllers/draft.ts';
import type { Prefill } from '#widget/handle.ts';

const draft = {
  ...emptyDraft,
  category: 'bug',
  answers: { did: 'Открыл отчёт', steps: ['Касса'] },
};

test('a host fills only what the person has not written', () => {
  const filled = prefilled(draft, { category: 'training', did: 'host', got: 'host' });

  expect(filled.category).toBe('bug');
  expect(filled.answers).toEqual({ did: 'Открыл отчёт', steps: ['Касса'], got: 'host' });
});

test('what a person has emptied a host does not fill again', () => {
  const emptied = { ...draft, answers: { ...draft.answers, got: '', steps: [] } };

  expect(prefilled(emptied, { got: 'host', steps: ['host'] }).answers).toEqual(emptied.answers);
});

test.each([
  ['nothing', emptyDraft, false],
  ['a chosen category only', { ...emptyDraft, category: 'bug' }, false],
  ['an empty line', { ...emptyDraft, answers: { did: '' } }, false],
  ['a word', draft, true],
  ['a file', { ...emptyDraft, fileNames: ['page.png'] }, true],
])('written: %s', (_case, one, written) => {
  expect(isWritten(one)).toBe(written);
});

test('a page fills what nobody has touched, and the category only before the first word', () => {
  expect(prefilled(draft, { category: 'idea', did: 'Иное', got: '0' })).toMatchObject({
    category: 'bug',
    answers: { did: 'Открыл отчёт', got: '0' },
  });
  expect(prefilled({ ...emptyDraft, category: 'bug' }, { category: 'idea' }).category).toBe('idea');
});

test('taken back is what still stands as it was given, text and steps alike', () => {
  const record = { did: 'Открыл отчёт', got: '1', steps: ['Касса'], expected: '0' };
  const given = { did: 'Открыл отчёт', got: '0', steps: ['Касса'] };

  expect(takenBack(record, given)).toEqual({ got: '1', expected: '0' });
});

test('a page that gives numbers fills the form as text, and nothing with nothing', () => {
  const values = { got: 42, did: null, steps: ['Касса', 7] } as unknown as Prefill;

  expect(prefilled(emptyDraft, values).answers).toEqual({
    got: '42',
    steps: ['Касса', '7'],
  });
});

test('of a text that no field takes whole the beginning is filled in', () => {
  const { answers } = prefilled(emptyDraft, { got: 'я'.repeat(30_000) });

  expect(answers['got']).toHaveLength(20_000);
});
