import { describe, expect, test } from 'vitest';
import { compilePolicy, readPack } from '#server/policy/packs.ts';
import { answerOf, askCase } from '#test/support/ask-case.ts';
import { calendarYears, packFiles, readPackFile } from '#test/support/policies.ts';

describe.each(packFiles)('%s', (file) => {
  const read = readPack(readPackFile(file));

  test('is read without a problem', () => {
    expect(read).toMatchObject({ ok: true });
  });
  if (!read.ok) return;
  const policy = compilePolicy(read.value, calendarYears);

  test.each(
    read.value.cases.map((worked) => ({
      title: [...worked.rows.map((row) => `${row} POL:`), worked.name].join(' '),
      worked,
    })),
  )('$title', ({ worked }) => {
    const decision = askCase(policy, worked);

    expect(answerOf(policy, worked, decision)).toEqual(worked.expect);
  });
});
