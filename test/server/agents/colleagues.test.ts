import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { deskApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

test('a desk names its own people and those of no other', async () => {
  await saveAgent(database.db, { tenantId: 'jokercrm', id: 'a', name: 'Анна', role: 'developer' });
  await saveAgent(database.db, { tenantId: 'modme', id: 'b', name: 'Борис' });
  const desk = await deskApi(server);

  expect(await (await desk.get('jokercrm', '/agents')).json()).toEqual({
    rows: [
      { id: 'a', name: 'Анна', role: 'developer' },
      { id: 'demo', name: 'Специалист 1', role: 'agent' },
    ],
  });
});
