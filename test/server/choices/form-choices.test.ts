import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormChoices } from '#shared/wire/form-choices.ts';
import { deskApi } from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const choicesOf = async (vendor: string, locale: string) =>
  (await (await desk.get(vendor, `/choices?locale=${locale}`)).json()) as FormChoices;

test('forms choose from the categories and plans of the regulation, in the reader’s language', async () => {
  const { pack } = server.deps.policies.inForce('jokercrm', server.deps.now())!;
  const { categories, plans } = await choicesOf('jokercrm', 'uz');

  expect(plans).toEqual(pack.plans.map(({ id, name }) => ({ id, name: name.uz })));
  expect(plans.length).toBeGreaterThan(0);
  expect(categories.map(({ id }) => id)).toEqual(pack.intake.categories.map(({ id }) => id));
  expect(categories.find(({ proposal }) => proposal)).toMatchObject({ id: 'wish' });
});

test('where a regulation names no plans, those of its contracts stand to choose', async () => {
  const before = await choicesOf('modme', 'ru');
  for (const name of ['Завод', 'Школа']) {
    await enterContract(desk, 'modme', name, { number: name, plan: 'Оптимальный' });
  }

  expect((await choicesOf('modme', 'ru')).plans).toEqual([
    ...before.plans,
    { id: 'Оптимальный', name: 'Оптимальный' },
  ]);
  expect(before.plans).toEqual([{ id: 'standard', name: 'standard' }]);
});
