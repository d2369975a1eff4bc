import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe('truncate portal_apps cascade');
  desk = await portalDesk(database);
  desk.installed('alpha');
  return () => desk.close();
});

const opened = async (userId: number) =>
  (await startOf(await desk.enter(desk.post('alpha', { userId })))).secret;
const ask = (bearer: string) =>
  fetch(`${desk.server.url}/v1/widgets/didox24`, {
    headers: { authorization: `Bearer ${bearer}` },
  });

test('a hundred requests in a minute by one person of a portal are too many; a colleague goes on, and so do they a minute later', async () => {
  const [busy, colleague] = [await opened(7), await opened(1)];
  const answers: Response[] = [];
  for (let time = 0; time < 100; time += 1) answers.push(await ask(busy));
  const refused = answers.at(-1)!;

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(90);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBe(60);
  expect(await refused.json()).toMatchObject({
    code: 'portal.too_many',
    params: { waitSeconds: 60 },
  });
  expect((await ask(colleague)).status).toBe(200);
  desk.pass(60);
  expect((await ask(busy)).status).toBe(200);
});
