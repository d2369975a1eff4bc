import { expect, test } from 'vitest';
import { vendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import { readWebhookUrl } from '#server/features/vendor-portal/webhook-url.ts';

const secret = 'a1b2c3d4e5f6a7b8';

test.each([
  [`https://vendor.bitrix24.ru/rest/1/${secret}/`, 'vendor.bitrix24.ru'],
  [` https://vendor.bitrix24.ru/rest/1/${secret} `, 'vendor.bitrix24.ru'],
  [`https://box.vendor.example:8443/rest/17/${secret}/`, 'box.vendor.example:8443'],
])('the address of a webhook: %s', (text, host) => {
  const read = readWebhookUrl(text);

  expect(read).toEqual({
    ok: true,
    value: { host, url: expect.stringMatching(new RegExp(`/rest/\\d+/${secret}/$`)) },
  });
});

test.each([
  ['', 'nothing'],
  [`http://vendor.bitrix24.ru/rest/1/${secret}/`, 'in the clear'],
  [`https://vendor.bitrix24.ru/rest/1/${secret}/crm.item.add`, 'a method behind it'],
  [`https://vendor.bitrix24.ru/rest/1/${secret}/?auth=1`, 'a query'],
  [`https://vendor.bitrix24.ru@attacker.example/rest/1/${secret}/`, 'a name before the host'],
  [`https://vendor.bitrix24.ru/rest/${secret}/`, 'no person'],
  [`https://vendor.bitrix24.ru/rest/1/../${secret}/`, 'a way up'],
])('is no address of a webhook: %s (%s)', (text) => {
  expect(readWebhookUrl(text)).toEqual({ ok: false, failure: 'malformed' });
});

const task = { responsibleId: 6 };
const item = (more: object) => ({ agent: 'demo', item: { entityTypeId: 1302, ...more } });

test.each([
  ['nothing becomes of tickets', { agent: 'demo' }],
  ['a task for everything, and nobody who does it', { ...item({}), everyTicketIsTask: true }],
  ['a kind that there is not', { agent: 'demo', item: { entityTypeId: 5 } }],
  ['a fact that there is not', item({ fields: { ufCrm44Age: 'age' } })],
  ['a field that finds items again', item({ fields: { xmlId: 'number' } })],
  ['a status that there is not', item({ stages: { done: 'WON' } })],
  ['a word that means nothing', { agent: 'demo', task, taks: task }],
])('settings are refused: %s', (_what, settings) => {
  expect(vendorPortalSettings.safeParse(settings).success).toBe(false);
});
