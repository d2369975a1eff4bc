import { expect, test } from 'vitest';
import { readAnswers } from '#server/features/tickets/read-answers.ts';
import { samplePack } from '#test/support/pack-variants.ts';
import { compilePolicy, readPack } from '#server/policy/packs.ts';
import { calendarYears } from '#test/support/policies.ts';

const read = readPack(samplePack());
const pack = compilePolicy(read.ok ? read.value : ({} as never), calendarYears).pack;

test.each([
  ['+998 78 777 11 00', true],
  ['8 (495) 269-86-57', true],
  ['10222', true],
  ['-----', false],
  ['( ) 1234', false],
  ['+998 78 777 11 00 доб. 5', false],
])('whether «%s» can be a phone: %s', (phone, fits) => {
  const answers = readAnswers(pack, 'question', { question: 'Где отчёт?', name: 'Али', phone });

  expect(answers.ok).toBe(fits);
  if (!answers.ok) {
    expect(answers.failure).toEqual({ code: 'request.invalid', fields: ['answers.phone'] });
  }
});
