import { expect, test } from 'vitest';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import { answersToSend, askedFields, fieldProblems } from '#widget/form/validate.ts';

const field = (id: string, part: Partial<WidgetField> = {}): WidgetField => ({
  id,
  kind: 'longtext',
  label: id,
  requirement: 'required',
  clause: '3.1',
  group: 'story',
  ...part,
});

test.each([
  ['an empty required field', field('did'), {}, 0, ['form.missing.did']],
  ['spaces are not an answer', field('got'), { got: '  \n' }, 0, ['form.missing.got']],
  ['a field of the pack', field('taxId'), {}, 0, ['form.missing.other']],
  [
    'empty steps',
    field('steps', { kind: 'steps' }),
    { steps: ['', ' '] },
    0,
    ['form.missing.steps'],
  ],
  ['a required file', field('shot', { kind: 'attachment' }), {}, 0, ['form.missing.attachment']],
  ['a given file', field('shot', { kind: 'attachment' }), {}, 1, []],
  ['asked for, left empty', field('did', { requirement: 'asked' }), {}, 0, []],
  ['optional, left empty', field('did', { requirement: 'optional' }), {}, 0, []],
  ['a mail address', field('mail', { kind: 'email' }), { mail: 'anna@namuna.example' }, 0, []],
  [
    'half a mail address',
    field('mail', { kind: 'email' }),
    { mail: 'anna@' },
    0,
    ['form.wrong.email'],
  ],
  [
    'a phone of Uzbekistan',
    field('phone', { kind: 'phone' }),
    { phone: '+998 90 123-45-67' },
    0,
    [],
  ],
  [
    'a word as phone',
    field('phone', { kind: 'phone' }),
    { phone: 'позвоните' },
    0,
    ['form.wrong.phone'],
  ],
  ['an address without scheme', field('url', { kind: 'url' }), { url: 'crm.example/pay' }, 0, []],
  [
    'a wrong optional phone',
    field('phone', { kind: 'phone', requirement: 'optional' }),
    { phone: '12' },
    0,
    ['form.wrong.phone'],
  ],
] as const)('%s', (_case, one, answers, files, keys) => {
  const problems = fieldProblems([one], answers as Record<string, string>, files);

  expect(problems.map(({ key }) => key)).toEqual(keys);
  expect(problems.every(({ clause }) => clause === '3.1')).toBe(true);
});

test('a category asks for its own fields, and never for what the identity has proven', () => {
  const fields = [
    field('did'),
    field('idea', { categories: ['proposal'] }),
    field('phone', { value: '+998…' }),
  ];

  expect(askedFields(fields, 'bug').map(({ id }) => id)).toEqual(['did']);
  expect(askedFields(fields, 'proposal').map(({ id }) => id)).toEqual(['did', 'idea']);
});

test('only answers of the category go, trimmed and without empty steps', () => {
  const fields = [field('did'), field('steps', { kind: 'steps' }), field('got')];
  const answers = { did: ' Открыл ', steps: ['Касса ', ''], got: '', other: 'left behind' };

  expect(answersToSend(fields, answers)).toEqual({ did: 'Открыл', steps: ['Касса'] });
});
