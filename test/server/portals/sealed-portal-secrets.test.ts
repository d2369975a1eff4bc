import { afterAll, beforeAll, expect, test } from 'vitest';
import { finishInstall, install } from '#server/demo/portal/install-acts.ts';
import { sealedPortalSecrets } from '#server/features/portals/sealed-portal-secrets.ts';
import { reseal } from '#server/reseal.ts';
import { createSecretBox } from '#server/secret-box.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, type PortalDesk } from '#test/support/portal-desk.ts';
import { actors } from '#test/support/portal-world.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

test('with another key everything of portals is sealed anew, and the old key can go', async () => {
  const made = install(desk.world, desk.portal('alpha'), actors.app.client_id, 1);
  made.events = [
    {
      id: 1,
      event: 'ONAPPINSTALL',
      handler: 'https://app/b24/events',
      authType: 0,
      offline: false,
    },
  ];
  await desk.enter(desk.post('alpha', { userId: 1 }), 'install');
  finishInstall(desk.world, desk.portal('alpha'), actors.app.client_id);
  await desk.tell(desk.sent[0]!);
  const { db } = desk.server.deps;
  const [old, fresh] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
  const done = await reseal(createSecretBox(fresh, [old]), await sealedPortalSecrets(db));

  const cells = await sealedPortalSecrets(db);
  expect(done).toEqual({ changed: 5, unopened: [] });
  expect(cells.map(({ place }) => place.replace(/\|[^|]*\|([^|]*)$/, ' $1')).toSorted()).toEqual([
    'didox24|portal_apps client_secret',
    'didox24|portal_events body',
    'didox24|portal_tokens access',
    'didox24|portal_tokens refresh',
    'didox24|portals event_key',
  ]);
  const box = createSecretBox(fresh);
  for (const { sealed, place } of cells) expect(box.open(sealed, place)).not.toBe('');
});
