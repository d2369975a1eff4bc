import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { clientNetwork } from '#server/http/client-address.ts';

async function seen(remoteAddress: string, proxies = 0, forwarded?: string) {
  const app = new Hono().get('/', (c) => c.text(clientNetwork(c, proxies) ?? 'nobody'));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const env = { incoming: { socket: { remoteAddress } } };
  return (await app.request('/', { headers }, env)).text();
}

test.each([
  ['8.8.4.4', '8.8.4.4'],
  ['::ffff:8.8.4.4', '8.8.4.4'],
  ['2a00:1450:4001:82a::200e', '2a00:1450:4001:82a::/64'],
  ['2a00::1', '2a00:0:0:0::/64'],
  ['2a00:1450:4001:82a:1:2:3:4', '2a00:1450:4001:82a::/64'],
  ['127.0.0.1', 'nobody'],
  ['10.0.0.7', 'nobody'],
  ['::1', 'nobody'],
])('a request from %s counts for %s', async (address, network) => {
  expect(await seen(address)).toBe(network);
});

test('what a stranger writes of others counts for nothing: only the proxies in front are believed', async () => {
  expect(await seen('8.8.4.4', 0, '9.9.9.9')).toBe('8.8.4.4');
  expect(await seen('10.0.0.7', 1, '9.9.9.9, 8.8.4.4')).toBe('8.8.4.4');
  expect(await seen('10.0.0.7', 2, '1.1.1.1, 9.9.9.9, 10.0.0.8')).toBe('9.9.9.9');
  expect(await seen('10.0.0.7', 1, 'nonsense')).toBe('nobody');
  expect(await seen('10.0.0.7', 1)).toBe('nobody');
});

test('without a socket nobody is seen', async () => {
  const app = new Hono().get('/', (c) => c.text(clientNetwork(c, 0) ?? 'nobody'));
  expect(await (await app.request('/')).text()).toBe('nobody');
});
