import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { nextPieceBytes, uploadFile } from '#widget/api/upload.ts';
import type { XhrAnswer, XhrRequest } from '#widget/api/xhr.ts';

const url = 'http://desk.test/v1/uploads';
const bytes = Buffer.alloc(3_000_000, 7);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const file = new Blob([bytes], { type: 'image/png' });

const answer = (
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
): XhrAnswer => ({ status, body, header: (name) => headers[name] });

/** A server that keeps what comes; `broken` answers instead of it, by the number of the call. */
function rig(
  broken: (call: number, request: XhrRequest) => XhrAnswer | undefined = () => undefined,
  callMs = 2_000,
) {
  const server = { bytes: 0, gone: false, lies: false };
  const calls: string[] = [];
  const places: (string | undefined)[] = [];
  const shares: number[] = [];
  let now = 0;
  const call = async (request: XhrRequest): Promise<XhrAnswer> => {
    now += callMs;
    const offset = Number(request.headers['Upload-Offset'] ?? 0);
    calls.push(`${request.method} ${request.headers['Upload-Offset'] ?? ''}`.trim());
    const instead = broken(calls.length, request);
    if (instead) return instead;
    if (request.method !== 'POST' && server.gone) {
      server.gone = false;
      return answer(404);
    }
    if (request.method === 'POST') server.bytes = 0;
    else if (request.method === 'PATCH' && offset !== server.bytes) return answer(409);
    server.bytes += request.body?.size ?? 0;
    return answer(request.method === 'POST' ? 201 : 204, {
      Location: 'uploads/upl_1',
      'Upload-Offset': String(server.bytes),
      ...(server.bytes === bytes.length && {
        'Attachment-Id': 'att_1',
        'Attachment-Sha256': server.lies ? 'else' : sha256,
      }),
    });
  };
  const send = (at?: string) =>
    uploadFile(
      { url, headers: async () => ({ Authorization: 'Bearer x' }), call, now: () => now },
      {
        file,
        name: 'Снимок.png',
        at,
        placed: async (place) => void places.push(place),
        progress: (share) => shares.push(share),
      },
    );
  return { server, calls, places, shares, send };
}
const place = `${url}/upl_1`;

test('a file goes in pieces, says where it goes on, and is compared in the end', async () => {
  const { send, calls, places, shares } = rig();

  expect(await send()).toEqual({ ok: true, value: { id: 'att_1' } });
  expect(calls).toEqual(['POST', 'PATCH 1048576', 'PATCH 2097152']);
  expect(places).toEqual([place]);
  expect(shares.at(-1)).toBe(1);
});

test('after a break it asks how much is there and goes on from that', async () => {
  const { send, server, calls } = rig((call) => (call === 2 ? answer(0) : undefined));
  expect(await send()).toEqual({ ok: false, failure: { code: 'offline' } });
  server.bytes = 1_500_000;

  expect(await send(place)).toMatchObject({ ok: true });
  expect(calls.slice(2, 4)).toEqual(['HEAD', 'PATCH 1500000']);
});

test('a file that is there whole already is not sent again', async () => {
  const { send, server, calls } = rig();
  server.bytes = bytes.length;

  expect(await send(place)).toMatchObject({ ok: true, value: { id: 'att_1' } });
  expect(calls).toEqual(['HEAD']);
});

test('where the server knows the place no more it begins anew', async () => {
  const { send, server, calls, places } = rig();
  server.gone = true;

  expect(await send(place)).toMatchObject({ ok: true });
  expect(calls.slice(0, 2)).toEqual(['HEAD', 'POST']);
  expect(places).toEqual([undefined, place]);
});

test('a piece for another place is not forced: it asks where the end is', async () => {
  const { send, calls } = rig((call) => (call === 2 ? answer(409) : undefined));

  expect(await send()).toMatchObject({ ok: true });
  expect(calls.slice(1, 4)).toEqual(['PATCH 1048576', 'HEAD', 'PATCH 1048576']);
});

test('a place that is gone for good is begun anew; one that is held at the moment is waited for', async () => {
  const gone = rig((call) => (call === 2 ? answer(410) : undefined));
  expect(await gone.send()).toMatchObject({ ok: true });
  expect(gone.calls.slice(0, 3)).toEqual(['POST', 'PATCH 1048576', 'POST']);
  const held = rig((call) => (call === 2 ? answer(423) : undefined));

  expect(await held.send()).toEqual({ ok: false, failure: { code: 'offline' } });
});

test.each([404, 409, 410])(
  'of a server that says %i again and again little is asked before a pause',
  async (status) => {
    const { send, calls } = rig((_call, { method }) =>
      method === 'PATCH' ? answer(status) : undefined,
    );

    expect(await send()).toEqual({ ok: false, failure: { code: 'offline' } });
    expect(calls.length).toBeLessThan(12);
  },
);

test('a file that arrived as something else is sent anew, not attached', async () => {
  const { send, server, places } = rig();
  server.lies = true;

  expect(await send()).toEqual({ ok: false, failure: { code: 'offline' } });
  expect(places.at(-1)).toBeUndefined();
});

test('a refusal is final, with its code', async () => {
  const { send } = rig((call) =>
    call === 2 ? answer(415, {}, { code: 'attachment.type_refused' }) : undefined,
  );

  expect(await send()).toEqual({ ok: false, failure: { code: 'attachment.type_refused' } });
});

test('the token is sent to no address but that of uploads', async () => {
  const { send, places } = rig((call) =>
    call === 1
      ? answer(201, { Location: 'https://evil.example/x', 'Upload-Offset': '10' })
      : undefined,
  );
  await send();

  expect(places.filter((one) => one?.includes('evil'))).toEqual([]);
});

test.each([
  [1_048_576, 500, 2_097_152],
  [1_048_576, 1_000, 1_048_576],
  [1_048_576, 4_001, 524_288],
  [8_388_608, 10, 8_388_608],
  [65_536, 30_000, 65_536],
])('after a piece of %d bytes in %d ms the next has %d', (size, tookMs, next) => {
  expect(nextPieceBytes(size, tookMs)).toBe(next);
});

test('an answer of somebody else, a page in the place of the server, is a broken way at once', async () => {
  const { send, calls, places, shares } = rig(() => answer(200));

  expect(await send()).toEqual({ ok: false, failure: { code: 'offline' } });
  expect(calls).toEqual(['POST']);
  expect(places).toEqual([]);
  expect(shares.every(Number.isFinite)).toBe(true);

  const later = rig((call) => (call === 1 ? answer(200) : undefined));
  expect(await later.send(place)).toEqual({ ok: false, failure: { code: 'offline' } });
  expect(later.calls).toEqual(['HEAD']);
});

test('where something on the way takes no large pieces they become smaller; what the service says of the whole is final', async () => {
  const narrow = rig((_call, { body }) => ((body?.size ?? 0) > 600_000 ? answer(413) : undefined));

  expect(await narrow.send()).toEqual({ ok: true, value: { id: 'att_1' } });
  expect(narrow.calls.slice(0, 3)).toEqual(['POST', 'POST', 'PATCH 524288']);
  expect(await narrow.send(place)).toEqual({ ok: true, value: { id: 'att_1' } });

  const problem = { type: 'about:blank', title: 'x', status: 413, code: 'request.too_large' };
  const full = rig(() => answer(413, {}, problem));
  expect(await full.send()).toEqual({ ok: false, failure: problem });
  expect(full.calls).toEqual(['POST']);

  const shut = rig((_call, { body }) => (body ? answer(413) : undefined));
  expect(await shut.send()).toMatchObject({ ok: false });
  expect(shut.calls.length).toBeLessThan(10);
});

test('pieces that were too large once do not grow to that again', async () => {
  const sizes: number[] = [];
  const { send } = rig((_call, { body }) => {
    sizes.push(body?.size ?? 0);
    return sizes.at(-1)! > 600_000 ? answer(413) : undefined;
  }, 100);

  expect(await send()).toMatchObject({ ok: true });
  expect(sizes.filter((size) => size > 600_000)).toHaveLength(1);
});
