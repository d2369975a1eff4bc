import { afterEach, expect, test, vi } from 'vitest';
import { locales } from '#shared/vocabulary.ts';
import { createApi } from '#widget/api/client.ts';
import { tokenSource } from '#widget/api/identity.ts';
import { problemSentence } from '#widget/problem-sentence.ts';
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

test('a proxy that takes no more is named for it in every language; our own limit is said in figures', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>413</h1>', { status: 413 }));
  const between = await api.openTicket('{}', 'key');
  const params = { limitBytes: 1_000_000 };
  const body = JSON.stringify({ code: 'request.too_large', params });
  vi.stubGlobal('fetch', async () => new Response(body, { status: 413 }));
  const ours = await api.openTicket('{}', 'key');
  if (between.ok || ours.ok) throw new Error('taken');

  expect(between.failure).toEqual({ code: 'request.too_large' });
  for (const locale of locales) {
    expect(await problemSentence(locale, between.failure)).not.toMatch(/[{}\d]/);
    expect(await problemSentence(locale, ours.failure)).toContain('1000000');
  }
});
