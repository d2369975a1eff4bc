import { expect, test } from 'vitest';
import { describeRefusal } from '#server/db/refusals.ts';

test('a refusal is one line with its slots filled', () => {
  const sentence = describeRefusal({
    code: 'data_folder.other_version',
    params: { folder: '/srv/data', found: '17', expected: '18' },
  });
  expect(sentence).toBe(
    'The data folder /srv/data belongs to PostgreSQL 17, and this release runs 18. Move the data with pg_dump, or set DATA_DIR to a new folder.',
  );
});

test('a platform without binaries is told how to go on', () => {
  const refusal = {
    code: 'platform.without_binaries',
    params: { platform: 'freebsd-x64' },
  } as const;
  expect(describeRefusal(refusal)).toMatch(/freebsd-x64.*DATABASE_URL.*15/);
});
