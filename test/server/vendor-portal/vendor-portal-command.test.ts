import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '#server/cli.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { ensureTenant } from '#server/features/tenants/tenants.repository.ts';
import {
  findVendorPortal,
  sealedVendorPortals,
  vendorPortalUrlPlace,
} from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { reseal } from '#server/reseal.ts';
import { createSecretBox } from '#server/secret-box.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { printedLines } from '#test/support/printed-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'reglament-vendor-portal-'));
const keyBytes = Buffer.alloc(32, 1);
const secret = 'a1b2c3d4e5f6a7b8';
const good = `https://vendor.bitrix24.ru/rest/1/${secret}/`;
const said = printedLines();
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureTenant(database.db, 'modme', new Date());
  await saveAgent(database.db, { tenantId: 'modme', id: 'ali', name: 'Ali' });
  const settings = { agent: 'ali', task: { responsibleId: 6 } };
  writeFileSync(join(folder, 'portal.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'stranger.json'), JSON.stringify({ ...settings, agent: 'vali' }));
  writeFileSync(join(folder, 'empty.json'), '{}');
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const run = (line: string, env: Readonly<Record<string, string>> = {}) =>
  runCommandLine(
    ['node', 'reglament', 'vendor-portal', ...line.split(' ')].map((word) =>
      word.replace(/^@/, `${folder}/`),
    ),
    {
      DATABASE_URL: database.url,
      SECRET_KEY: keyBytes.toString('base64url'),
      DATA_DIR: folder,
      ...env,
    },
  );

test.each([
  ['nobody', good, 1, /no vendor nobody/],
  ['modme', good, 1, /modme has no portal/],
  ['modme --stop', good, 1, /modme has no portal/],
  ['modme --stop --settings @portal.json', good, 2, /--settings or --stop/],
  ['modme --settings @portal.json', '', 2, /B24_WEBHOOK_URL/],
  ['modme --settings @portal.json', 'https://vendor.bitrix24.ru/', 1, /no https:\/\/PORTAL/],
  ['modme --settings @portal.json', `https://10.0.0.7/rest/1/${secret}/`, 1, /private network/],
  ['modme --settings @portal.json', `https://crm.lan:8443/rest/1/${secret}/`, 1, /private network/],
  ['modme --settings @none.json', good, 1, /it does not exist/],
  ['modme --settings @empty.json', good, 1, /does not say what becomes of tickets/],
  ['modme --settings @stranger.json', good, 1, /no agent vali/],
])(
  'vendor-portal %s at “%s” is refused in words that hold no secret',
  async (line, url, code, words) => {
    const exit = await run(line, { B24_WEBHOOK_URL: url });

    expect(said.join('\n')).toMatch(words);
    expect(said.join('\n')).not.toContain(secret);
    expect(exit).toBe(code);
  },
);

test('a portal in a private network is connected where whoever runs the server allows that very host', async () => {
  const address = { B24_WEBHOOK_URL: `https://crm.lan:8443/rest/1/${secret}/` };
  const connect = (VENDOR_PORTAL_HOSTS: string) =>
    run('modme --settings @portal.json', { ...address, VENDOR_PORTAL_HOSTS });

  expect(await connect('crm.lan')).toBe(1);
  expect(said.join('\n')).toContain('VENDOR_PORTAL_HOSTS');
  expect(await connect('wiki.lan,crm.lan:8443')).toBe(0);
  expect((await findVendorPortal(database.db, 'modme'))?.host).toBe('crm.lan:8443');
});

test('a portal is connected, said how it stands, sealed anew with another key, and stopped', async () => {
  const env = { B24_WEBHOOK_URL: good, B24_EVENT_TOKEN: 'e'.repeat(32) };
  expect(await run('modme --settings @portal.json', env)).toBe(0);
  expect(await run('modme')).toBe(0);
  const kept = await findVendorPortal(database.db, 'modme');
  const box = createSecretBox(Buffer.alloc(32, 2), [keyBytes]);
  const resealed = await reseal(box, await sealedVendorPortals(database.db));
  const after = await findVendorPortal(database.db, 'modme');
  expect(await run('modme --stop')).toBe(0);

  expect(said.join('\n')).toContain('/b24/modme/own-portal');
  expect(said.join('\n')).toContain('modme at vendor.bitrix24.ru');
  expect(said.join('\n')).not.toContain(secret);
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(resealed).toEqual({ changed: 2, unopened: [] });
  expect(box.open(after?.sealedUrl ?? '', vendorPortalUrlPlace('modme'))).toBe(good);
  expect((await findVendorPortal(database.db, 'modme'))?.stoppedAt).not.toBeNull();
});
