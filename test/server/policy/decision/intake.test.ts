import { describe, expect, test } from 'vitest';
import { fieldsOf, missingFields } from '#server/policy/decision/intake.ts';
import type { PolicyPackFile } from '#server/policy/pack.ts';
import { bridgeToMail, policyWith, samplePack } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack } = policyOf('modme');
const nothing = { answered: new Set<string>(), attachments: 0 };
const ids = (missing: { field: string }[]) => missing.map(({ field }) => field);

test('an error asks for its story, anything else for one question', () => {
  expect(fieldsOf(pack, 'error').map(({ id }) => id)).toContain('did');
  expect(fieldsOf(pack, 'error').map(({ id }) => id)).not.toContain('question');
  expect(fieldsOf(pack, 'idea').map(({ id }) => id)).toContain('question');
  expect(fieldsOf(pack, 'idea').map(({ id }) => id)).not.toContain('did');
});

test('what stops a request and what is asked for later are two lists, each with its clause', () => {
  const missing = missingFields(pack, { category: 'error', ...nothing }, undefined);

  expect(missing).toEqual({
    required: [
      { field: 'did', clause: '10' },
      { field: 'name', clause: '12' },
    ],
    asked: [
      { field: 'expected', clause: '10' },
      { field: 'got', clause: '10' },
      { field: 'phone', clause: '12' },
      { field: 'organisation', clause: '3' },
    ],
  });
});

describe('the rule of completeness', () => {
  const withRule = (completeness: 'block' | 'ask' | 'note') =>
    policyWith({ intake: { ...samplePack().intake, completeness } }).pack;
  const request = {
    category: 'error',
    answered: new Set(['did', 'name', 'phone']),
    attachments: 0,
  };

  test.each([
    ['block', ['expected', 'got', 'organisation'], []],
    ['ask', [], ['expected', 'got', 'organisation']],
    ['note', [], ['expected', 'got', 'organisation']],
  ] as const)('%s', (rule, required, asked) => {
    const missing = missingFields(withRule(rule), request, undefined);

    expect(ids(missing.required)).toEqual(required);
    expect(ids(missing.asked)).toEqual(asked);
  });
});

test('a category of requesters may owe less', () => {
  const { pack: twoKinds } = policyWith(bridgeToMail);
  const asked = (category: string | undefined) =>
    ids(missingFields(twoKinds, { category: 'error', ...nothing }, category).asked);

  expect(asked('office')).toContain('organisation');
  expect(asked('user')).not.toContain('organisation');
  expect(asked(undefined)).toContain('organisation');
});

test('one file answers a field that asks for a file', () => {
  const { intake } = samplePack();
  const fields: PolicyPackFile['intake']['fields'] = intake.fields.map((field) =>
    field.kind === 'attachment' ? { ...field, requirement: 'asked' } : field,
  );
  const asking = policyWith({ intake: { ...intake, fields } }).pack;
  const asked = (attachments: number) =>
    ids(missingFields(asking, { ...nothing, category: 'idea', attachments }, undefined).asked);

  expect(asked(0)).toContain('files');
  expect(asked(1)).not.toContain('files');
});
