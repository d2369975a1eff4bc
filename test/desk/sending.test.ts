import type { ReactiveControllerHost } from 'lit';
import { describe, expect, test } from 'vitest';
import { fail, succeed, type Result } from '#shared/result.ts';
import { createDeskApi } from '#desk/api/client.ts';
import { requestJson } from '#desk/api/request.ts';
import { answerController, pauseBefore } from '#desk/controllers/answer.ts';

const reply = (status: number, body: unknown) => async () =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
const unavailable = fail({ code: 'service.unavailable' } as const);

describe('one request', () => {
  test('gives the value of a reply', async () => {
    expect(await requestJson(reply(200, { a: 1 }), '/x')).toEqual(succeed({ a: 1 }));
  });

  test('gives the problem of a refusal', async () => {
    const body = { code: 'ticket.changed', status: 412 };

    expect(await requestJson(reply(412, body), '/x')).toMatchObject({ ok: false, failure: body });
  });

  test.each([
    ['a broken body', reply(200, '<html>')],
    ['a refusal that is not ours', reply(502, { error: 'gateway' })],
    ['no network', () => Promise.reject(new TypeError('network'))],
  ])('takes %s for silence', async (_case, fetch) => {
    expect(await requestJson(fetch, '/x')).toEqual(unavailable);
  });
});

describe('what the desk sends', () => {
  const recorded = () => {
    const sent: { path: string; init: RequestInit }[] = [];
    const api = createDeskApi(async (path, init) => {
      sent.push({ path, init });
      return new Response('{}');
    });
    return { api, sent };
  };
  const seen = { vendor: 'modme', id: 'tck_1', version: 7, locale: 'uz' } as const;

  test('an act carries the version that the agent saw', async () => {
    const { api, sent } = recorded();
    await api.act(seen, { act: 'resolve' });

    expect(sent[0]).toMatchObject({
      path: '/v1/desk/vendors/modme/tickets/tck_1/acts?locale=uz',
      init: { method: 'POST', headers: { 'if-match': '"7"' } },
    });
  });

  test('an answer carries its key, an upload its name in ASCII', async () => {
    const { api, sent } = recorded();
    await api.answer(seen, { kind: 'reply', text: 'Готово' }, 'key-1');
    const file = new File(['x'], 'журнал.txt', { type: 'text/plain' });
    await api.upload('modme', file, new AbortController().signal);

    expect(sent[0]?.init.headers).toMatchObject({ 'idempotency-key': 'key-1' });
    expect(sent[1]?.init.headers).toEqual({
      'content-type': 'text/plain',
      'x-file-name': '%D0%B6%D1%83%D1%80%D0%BD%D0%B0%D0%BB.txt',
    });
  });
});

describe('an answer on its way', () => {
  const host = { requestUpdate: () => {} } as unknown as ReactiveControllerHost;
  const replies = (...results: Result<string>[]) => {
    const calls: number[] = [];
    const act = async () => {
      calls.push(calls.length);
      return results[calls.length - 1] ?? succeed('late');
    };
    return { act, calls };
  };

  test('is tried again through silence, with growing pauses, until a final reply', async () => {
    const waits: number[] = [];
    const answer = answerController(host, async (ms) => void waits.push(ms));
    const { act } = replies(unavailable, unavailable, unavailable, succeed('sent'));

    expect(await answer.send(act)).toEqual(succeed('sent'));
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(answer.state).toEqual({ phase: 'idle' });
  });

  test('is not tried again after a refusal', async () => {
    const answer = answerController(host, async () => {});
    const { act, calls } = replies(fail({ code: 'ticket.awaiting_channel' }));
    await answer.send(act);

    expect(calls).toHaveLength(1);
    expect(answer.state).toMatchObject({ phase: 'refused' });
  });

  test('stops when the person takes it back', async () => {
    const answer = answerController(host, async () => answer.stop());
    const { act, calls } = replies(unavailable, succeed('sent'));

    expect(await answer.send(act)).toBeUndefined();
    expect(calls).toHaveLength(1);
    expect(answer.state).toEqual({ phase: 'idle' });
  });

  test('never waits longer than fifteen seconds', () => {
    expect([0, 1, 2, 3, 4, 50].map(pauseBefore)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });
});
