import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AdvisoryDetail } from '#shared/wire/advisories.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { deskApi } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

const vendor = 'didox24';
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
beforeEach(() =>
  rows.database.client.unsafe(
    `truncate advisories, announcements, announcement_deliveries, idempotency_keys;
     delete from agents where id = 'head'; delete from requesters where id = 'rqr_old'`,
  ),
);
afterAll(() => rows.close());

const text = (title: string) => ({
  title,
  text: 'Первый абзац <b>.\n\nВторой.',
  mitigation: 'Закройте доступ.',
});
const texts = { ru: text('Чужие документы'), uz: text('Begona'), en: text('Papers of others') };
const add = async (more: object = {}) => {
  const body = { severity: 'critical', affectedFrom: '1.2.0', fixedIn: '1.6.0', texts, ...more };
  const made = await rows.post(vendor, '/advisories', body);
  return ((await made.json()) as { id: string }).id;
};
const publish = (id: string) => rows.post(vendor, `/advisories/${id}/acts`, { act: 'publish' });
const page = (rest: string) => fetch(`${rows.server.url}/advisories/${vendor}${rest}`);
const detail = async (id: string) =>
  (await (await rows.get(vendor, `/advisories/${id}`)).json()) as AdvisoryDetail;

test('S1.3.2.4 PUB: a vulnerability is a page for anybody once it is published, and not before', async () => {
  const id = await add();
  const before = [(await page(`/${id}`)).status, await (await page('')).text()] as const;
  await publish(id);
  const after = await page(`/${id}?lang=ru`);
  const shown = await after.text();

  expect(before[0]).toBe(404);
  expect(before[1]).not.toContain(id);
  expect(after.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(shown).toContain('<h1>Чужие документы</h1>');
  expect(shown).toContain('с 1.2.0, до 1.6.0');
  expect(shown).toContain('Обновитесь до версии 1.6.0');
  expect(shown).toContain('<p>Первый абзац &lt;b&gt;.</p>');
  expect(await (await page(`/${id}?lang=en`)).text()).toContain('Papers of others');
  expect(await (await page('')).text()).toContain(`/advisories/${vendor}/${id}`);
  expect((await fetch(`${rows.server.url}/advisories/nobody`)).status).toBe(404);
});

test('S1.3.2.4 PUB: security.txt says where published vulnerabilities stand', async () => {
  const file = await fetch(`${rows.server.url}/.well-known/security.txt`);

  expect(await file.text()).toContain(
    `# Advisories: ${rows.server.deps.publicUrl}/advisories/didox24`,
  );
});

test('S1.3.2.4 DSK: an advisory says who sees it, whether it may be published and how many would be told', async () => {
  const { db, client } = rows.database;
  await client.unsafe(
    `insert into requesters (tenant_id, id, identity, email, email_verified, contract, locale, updated_at)
     values ('${vendor}', 'rqr_old', 'token', 'old@example.org', true, 'D-old', 'ru', now())`,
  );
  const bare = await add({
    texts: { ...texts, uz: { title: 'Begona', text: 'Matn' } },
    fixedIn: null,
  });
  const before = await detail(bare);
  await saveAgent(db, { tenantId: vendor, id: 'head', name: 'Руководитель', role: 'head' });
  const head = await deskApi(rows.server, await createSignInToken(rows.server.deps, 'head'));
  const few = (await (await head.get(vendor, `/advisories/${bare}`)).json()) as AdvisoryDetail;
  const cured = await add();
  await publish(cured);

  expect(before).toMatchObject({ readers: 'desk', cured: false, clause: '3.2', page: null });
  expect(before.reach).toBeGreaterThanOrEqual(1);
  expect(few.readers).toBe('few');
  expect(await detail(cured)).toMatchObject({
    readers: 'public',
    cured: true,
    reach: 0,
    page: `${rows.server.deps.publicUrl}/advisories/${vendor}/${cured}`,
  });
});
