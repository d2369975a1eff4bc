import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { device } from '#test/support/api.ts';
import { openCuttingWay, type Cut, type CuttingWay } from '#test/support/cutting-way.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { hostsFolder, installHosts } from '#test/support/hosts.ts';
import { offsetOf, resumableApi } from '#test/support/resumable.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

/** What these tests use of `tus-js-client`, which is installed beside the hosts and not with the product. */
interface TusUpload {
  readonly url: string | null;
  start(): void;
  abort(terminate?: boolean): Promise<void>;
}
interface TusOptions {
  readonly endpoint?: string;
  readonly uploadUrl?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly chunkSize: number;
  readonly retryDelays: readonly number[] | null;
  readonly uploadDataDuringCreation?: boolean;
  readonly onSuccess: () => void;
  readonly onError: (fault: Error) => void;
  readonly onChunkComplete?: (chunk: number, accepted: number) => void;
}
let Upload: new (file: Buffer, options: TusOptions) => TusUpload;

let database: TestDatabase;
let server: TestServer;
let way: CuttingWay;
beforeAll(async () => {
  installHosts();
  const client = join(hostsFolder, 'node_modules/tus-js-client/lib.esm/node/index.js');
  ({ Upload } = await import(/* @vite-ignore */ pathToFileURL(client).href));
  database = await testDatabase();
  server = await testServer(database);
  way = await openCuttingWay(server.url);
}, 180_000);
afterAll(async () => {
  await way?.close();
  await server?.close();
  await database?.drop();
});

/** A picture that no packing makes small. */
const noisy = new PNG({ width: 200, height: 150 });
randomBytes(noisy.data.length).copy(noisy.data);
const picture = PNG.sync.write(noisy);
const sha256 = createHash('sha256').update(picture).digest('hex');
const person = { bearer: device('F') };

/** Sends a file from wherever it stands; resolves with its address once the server has it whole. */
const sendBy = (file: Buffer, options: Partial<TusOptions>): Promise<string> =>
  new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: `${way.url}/v1/uploads`,
      headers: { 'x-widget-key': 'modme', authorization: `Bearer ${person.bearer}` },
      metadata: { filename: 'Снимок.png', filetype: 'image/png' },
      chunkSize: 20_000,
      retryDelays: [0, 10, 20, 50, 100, 200],
      onError: reject,
      ...options,
      onSuccess: () => resolve(upload.url ?? ''),
      ...(options.onChunkComplete && {
        onChunkComplete: (chunk, accepted) => {
          options.onChunkComplete?.(chunk, accepted);
          if (accepted > picture.length / 2)
            void upload.abort().then(() => resolve(upload.url ?? ''));
        },
      }),
    });
    upload.start();
  });
const stateOf = async (place: string) => {
  const seen = await resumableApi(server, person).look(place);
  return [seen.status, offsetOf(seen), seen.headers.get('attachment-sha256')];
};

test.each([[false], [true]])(
  'a client that others have written brings a file whole, first piece with the beginning: %s',
  async (uploadDataDuringCreation) => {
    way.next = () => undefined;
    const place = await sendBy(picture, { uploadDataDuringCreation });

    expect(await stateOf(place)).toEqual([204, picture.length, sha256]);
  },
);

test('it goes on by itself wherever its way was cut', async () => {
  const cuts: Cut[] = ['answer', 'before', 'middle', 'answer'];
  let asked = 0;
  way.next = (method) => {
    asked += 1;
    return method === 'PATCH' && asked % 2 === 0 ? cuts.shift() : undefined;
  };
  const place = await sendBy(picture, {});

  expect(cuts).toEqual([]);
  expect(await stateOf(place)).toEqual([204, picture.length, sha256]);
});

test('one that stopped half-way is gone on with by another, from where it stood', async () => {
  const methods: string[] = [];
  way.next = (method) => void methods.push(method);
  const place = await sendBy(picture, { onChunkComplete: () => undefined });
  const [, half] = await stateOf(place);
  expect(half).toBeGreaterThan(picture.length / 2);
  expect(half).toBeLessThan(picture.length);
  methods.length = 0;
  await sendBy(picture, { uploadUrl: place });

  expect(methods[0]).toBe('HEAD');
  expect(methods).not.toContain('POST');
  expect(await stateOf(place)).toEqual([204, picture.length, sha256]);
});

test('what is refused is refused in its terms: too much, and another sort', async () => {
  way.next = () => undefined;
  const { ATTACHMENT_LIMIT_BYTES: limit } = server.deps.config;
  await expect(sendBy(Buffer.alloc(limit + 1), { retryDelays: null })).rejects.toThrow(/413/);

  const program = Buffer.concat([Buffer.from('MZ'), randomBytes(3000)]);
  await expect(sendBy(program, { retryDelays: null })).rejects.toThrow(/415|422/);
});
