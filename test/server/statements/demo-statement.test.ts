import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedStatement } from '#shared/wire/statement.ts';
import { seedDemoContacts } from '#server/demo/seed-contacts.ts';
import { codeOf } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
  for (let time = 0; time < 2; time += 1) await seedDemoContacts(rows.database.db);
});
afterAll(() => rows.close());

test('in the demo a responsible person reads the statement of her organisation, her colleague does not', async () => {
  const asked = async (person: string) =>
    (await rows.requesterOf('modme', person)).get('/v1/statements/2026-11');
  const given = await asked('dilnoza');

  expect(given.status).toBe(200);
  expect(((await given.json()) as SignedStatement).statement.organisation).toMatchObject({
    name: 'Учебный центр «Намуна»',
  });
  expect(await codeOf(await asked('jasur'))).toEqual([403, 'act.not_yours']);
});

test('contacts of a contract that somebody has written since stay as they are', async () => {
  await rows.database.client.unsafe(
    `update contracts set version = 2 where number = 'M-2026-0117';
     delete from contract_contacts where contract_number = 'M-2026-0117'`,
  );
  await seedDemoContacts(rows.database.db);

  expect(
    await rows.database.client.unsafe(
      `select 1 from contract_contacts where contract_number = 'M-2026-0117'`,
    ),
  ).toHaveLength(0);
});
