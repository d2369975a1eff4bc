import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, completeRequest } from '#test/support/api.ts';
import { fireDue } from '#test/support/jobs.ts';
import { rowDesk } from '#test/support/row-desk.ts';

const vendor = 'didox24';
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
  for (const [product, version] of [
    ['main', '2.0.0'],
    ['mobile', '2.0.0'],
  ])
    await rows.post(vendor, '/releases', { product, version, releasedOn: '2026-11-01' });
  await asks('web', { appVersion: '1.0.0' });
  await asks('phone', { appVersion: '1.0.0', extra: { product: 'mobile' } });
  await asks('odd', { appVersion: '1.0.0', extra: { product: 'nobody-knows-it' } });
  await rows.database.client
    .unsafe(`update requesters set contract = 'D-' || split_part(email, '@', 1)
    where email like '%@product.example'`);
  await fireDue(rows.server);
});
afterAll(() => rows.close());

/** Somebody with a contract whose last request says of which product and version they are. */
async function asks(name: string, context: object) {
  const claims = { sub: name, email: `${name}@product.example`, email_verified: true };
  const bearer = await rows.server.signAsHost(vendor, claims);
  const api = await rows.requesterOf(vendor);
  const request = { ...completeRequest(rows.packOf(vendor), 'error'), context };
  await api.open(request, { bearer });
}
const text = { title: 'Новость', text: 'Текст.', mitigation: 'Закройте доступ.' };
const { mitigation: _only, ...news } = text;
const told = async () => {
  await fireDue(rows.server);
  const sent = await rows.database.client.unsafe<{ recipient: string }[]>(
    `delete from outbox where kind = 'announcement' returning recipient`,
  );
  return sent.map(({ recipient }) => recipient.split('@')[0]).toSorted();
};
const announce = (product: string) =>
  rows.post(vendor, '/announcements', {
    kind: 'update',
    texts: { ru: news, uz: news, en: news },
    audience: { kind: 'product', product },
  });
const advise = async (product: string) => {
  const texts = { ru: text, uz: text, en: text };
  const draft = { product, severity: 'critical', fixedIn: '2.0.0', texts };
  const added = await rows.post(vendor, '/advisories', draft);
  const { id } = (await added.json()) as { id: string };
  const { reach } = (await (await rows.get(vendor, `/advisories/${id}`)).json()) as {
    reach: number;
  };
  await rows.post(vendor, `/advisories/${id}/acts`, { act: 'publish' });
  return reach;
};

test('S0.4.5 JOB: news of a product reaches those of it, and one that the registry does not know is the main one', async () => {
  await announce('mobile');
  const mobile = await told();
  await announce('main');

  expect(mobile).toEqual(['phone']);
  expect(await told()).toEqual(['odd', 'web']);
  expect(await codeOf(await announce('tablet'))).toEqual([400, 'request.invalid']);
});

test('S1.3.2.4 KB: a version of one product is not affected by what befell another one', async () => {
  const reach = await advise('mobile');
  const mobile = await told();
  await advise('main');

  expect([reach, mobile]).toEqual([1, ['phone']]);
  expect(await told()).toEqual(['odd', 'web']);
});
