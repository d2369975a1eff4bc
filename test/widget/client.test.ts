import { afterEach, expect, test, vi } from 'vitest';
import { createApi } from '#widget/api/client.ts';
import { tokenSource } from '#widget/api/identity.ts';
import { keyedStorage } from '#widget/storage.ts';

const storage = keyedStorage('sample', () => {
  throw new Error('no storage in this test');
});
const api = createApi(
  'http://desk.test/',
  'sample',
  tokenSource(storage, () => 0),
);
afterEach(() => vi.unstubAllGlobals());

test.each(['{}', 'null', '[]', '"ok"', '{"error":"blocked"}'])(
  'a success of somebody on the way, %s, is no answer of the service: nothing was taken or told by it',
  async (body) => {
    vi.stubGlobal('fetch', async () => new Response(body));
    const away = { ok: false, failure: { code: 'service.unavailable' } };

    expect(await api.openTicket('{}', 'key')).toEqual(away);
    expect(await api.reply('id', '{}', 'key')).toEqual(away);
    expect(await api.config('ru')).toEqual(away);
    expect(await api.tickets()).toEqual(away);
    expect(await api.thread('id', 'ru')).toEqual(away);
  },
);

test('a page in the place of an answer is no answer either', async () => {
  vi.stubGlobal('fetch', async () => new Response('<!doctype html>'));

  expect(await api.openTicket('{}', 'key')).toEqual({ ok: false, failure: { code: 'offline' } });
});
