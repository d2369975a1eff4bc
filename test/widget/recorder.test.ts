import { expect, test, vi } from 'vitest';
import { captureContext } from '#shared/wire/capture.ts';
import type { Identity } from '#widget/handle.ts';
import { recorderSettings } from '#widget/record/recorder.ts';
import { plantedSecrets } from '#test/support/planted-secrets.ts';
import { recordedPage } from '#test/support/recorded-page.ts';

const all = { record: 'console network clicks' };
const everything = ['console', 'network', 'clicks'] as const;
const functionsOf = ({ page }: ReturnType<typeof recordedPage>) => [
  ...Object.values(page.console),
  page.fetch,
  Object.getPrototypeOf(page.history).pushState as unknown,
];

test('a page asks by words; words that name nothing are left out and said', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { kinds, ignoreUrls } = recorderSettings(
    { record: 'network, clicks cookies', recordIgnoreUrls: '/payroll /auth' },
    '/',
  );

  expect(kinds).toEqual(['network', 'clicks']);
  expect(ignoreUrls).toEqual(['/payroll', '/auth']);
  expect(recorderSettings({}, '/').kinds).toEqual([]);
  expect(said.mock.calls).toEqual([['reglament: record knows no "cookies"']]);
});

test('what is stopped is the very function that was there before', () => {
  const stage = recordedPage();
  const before = functionsOf(stage);

  const recorder = stage.record(all);
  const during = functionsOf(stage);
  recorder.stop();

  expect(during.filter((one) => before.includes(one))).toEqual([]);
  expect(functionsOf(stage)).toEqual(before);
  expect(functionsOf(stage).every((one, index) => one === before[index])).toBe(true);
});

test('only what is asked for is touched', () => {
  const stage = recordedPage();
  const before = functionsOf(stage);

  stage.record({ record: 'clicks' });

  expect(functionsOf(stage).slice(0, -1)).toEqual(before.slice(0, -1));
});

test('where somebody patched after us, ours passes every call through once it is stopped', () => {
  const stage = recordedPage();
  const recorder = stage.record(all);
  const ours = stage.page.console.log;
  const theirs = (...args: unknown[]) => ours('theirs', ...args);
  stage.page.console.log = theirs;

  recorder.stop();
  stage.page.console.log(1);

  expect(stage.page.console.log).toBe(theirs);
  expect(stage.printed).toEqual([['log', 'theirs', 1]]);
  expect(recorder.recorded(everything)).toEqual({});
});

test('the host gets its own console, in name, text, arguments and answer', () => {
  const stage = recordedPage();
  const { log } = stage.page.console;
  stage.record(all);

  const answer = stage.page.console.log('a', 1);

  expect(answer).toBeUndefined();
  expect(stage.printed).toEqual([['log', 'a', 1]]);
  expect([stage.page.console.log.name, stage.page.console.log.length]).toEqual([
    log.name,
    log.length,
  ]);
  expect(Function.prototype.toString.call(stage.page.console.log)).toContain('function');
});

test('nothing in a line can hurt the host: throwing values are printed all the same', () => {
  const stage = recordedPage();
  stage.record(all);
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );

  stage.page.console.log(hostile);

  expect(stage.printed).toHaveLength(1);
});

test('100,000 lines leave the last hundred, and no more characters than fit', () => {
  const stage = recordedPage();
  const recorder = stage.record(all);

  for (let line = 1; line <= 100_000; line += 1) stage.page.console.log(`line ${line}`);
  const { console = [] } = recorder.recorded(everything);
  for (let line = 1; line <= 100; line += 1) stage.page.console.log('я'.repeat(500));
  const { console: heavy = [] } = recorder.recorded(everything);

  expect(console).toHaveLength(100);
  expect(console.at(-1)?.text).toBe('line 100000');
  expect(heavy.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(16_000);
});

test('what is recorded fits the wire and holds no planted secret', () => {
  const stage = recordedPage();
  const recorder = stage.record(all);

  for (const { text } of plantedSecrets) {
    stage.page.console.error(text, { note: text });
    stage.page.history.pushState(null, '', `/clients/${text}`);
  }
  const recorded = recorder.recorded(everything);

  expect(captureContext.parse(recorded)).toEqual(recorded);
  const sent = JSON.stringify(recorded);
  const found = plantedSecrets.flatMap(({ traces }) => traces.filter((one) => sent.includes(one)));
  expect(found).toEqual([]);
});

test('what the vendor does not allow is stopped and forgotten with the first reading', () => {
  const stage = recordedPage();
  const [before] = functionsOf(stage);
  const recorder = stage.record(all);
  stage.page.console.log('a');

  const first = recorder.recorded(['clicks']);

  expect(Object.keys(first)).toEqual(['trail']);
  expect(functionsOf(stage)[0]).toBe(before);
  expect(Object.keys(recorder.recorded(everything))).toEqual(['trail']);
});

test('forgotten is what was recorded so far, and the recording goes on', () => {
  const stage = recordedPage();
  const recorder = stage.record(all);
  stage.page.console.log('a');
  recorder.forget();
  stage.page.console.log('b');

  expect(recorder.recorded(everything).console?.map(({ text }) => text)).toEqual(['b']);
});

const tokenOf = (sub: string, iat = 0) => `e30.${btoa(JSON.stringify({ sub, iat }))}.x`;
const oneToken = async () => 'x';
const another = async () => 'y';
test.each<[string, Identity | undefined, Identity | undefined, string[]]>([
  ['somebody who signs in', undefined, tokenOf('anna'), ['a', 'b']],
  ['a renewed token', tokenOf('anna'), tokenOf('anna', 60), ['a', 'b']],
  ['somebody else', tokenOf('anna'), tokenOf('boris'), ['b']],
  ['nobody any more', tokenOf('anna'), undefined, ['b']],
  ['nobody after a function', oneToken, undefined, ['b']],
  ['a function of a page that is drawn anew', oneToken, another, ['a', 'b']],
  ['a function after a token', tokenOf('anna'), oneToken, ['b']],
])('what was recorded before the page names %s', (_case, before, now, kept) => {
  const stage = recordedPage();
  let named = before;
  const recorder = stage.record(all, () => named);
  stage.page.console.log('a');
  named = now;
  stage.page.console.log('b');

  expect(recorder.recorded(everything).console?.map(({ text }) => text)).toEqual(kept);
});

test('what was recorded of one person is not read for another who has done nothing yet', () => {
  const stage = recordedPage();
  let named = tokenOf('anna');
  const recorder = stage.record(all, () => named);
  stage.page.console.log('a');
  named = tokenOf('boris');

  expect(recorder.recorded(everything).console).toEqual([]);
});

test('a request that failed is told without its query; one that was answered is not', async () => {
  const answers = [
    { type: 'cors', status: 500 },
    { type: 'basic', status: 200 },
    { type: 'cors', status: 404 },
  ];
  const stage = recordedPage(async () => answers.shift());
  const recorder = stage.record({ ...all, recordIgnoreUrls: '/payroll' });

  const first = stage.page.fetch('/api/orders?token=abc', { method: 'post' });
  stage.pass(1240);
  await first;
  await stage.page.fetch('/api/fine');
  await stage.page.fetch('https://other.example/payroll/1');
  answers.push({ type: 'cors', status: 503 });
  await stage.page.fetch('https://help.example/v1/tickets');

  expect(recorder.recorded(everything).failedRequests).toEqual([
    {
      at: '2026-11-22T13:20:01.240Z',
      method: 'POST',
      path: '/api/orders',
      status: 500,
      durationMs: 1240,
    },
  ]);
});

test('a request without an answer fails for the host as before, and is told; an abort is not', async () => {
  const faults: unknown[] = [new TypeError('Failed to fetch'), new DOMException('', 'AbortError')];
  const stage = recordedPage(() => Promise.reject(faults.shift() as Error));
  const recorder = stage.record(all);

  await expect(stage.page.fetch('https://api.example/v2')).rejects.toThrow('Failed to fetch');
  await expect(stage.page.fetch('https://api.example/v3')).rejects.toMatchObject({
    name: 'AbortError',
  });

  expect(recorder.recorded(everything).failedRequests).toMatchObject([
    { method: 'GET', path: 'api.example/v2', status: 0 },
  ]);
});

test('an abort is none of our lines whatever reason the page gave; what took too long is one', async () => {
  const left = new Error('left the page');
  const late = new DOMException('', 'TimeoutError');
  const reasons = [left, late];
  const stage = recordedPage(() => Promise.reject(reasons.shift() as Error));
  const recorder = stage.record(all);

  for (const reason of [left, late])
    await expect(
      stage.page.fetch(`https://api.example/${reason.name}`, { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);

  expect(recorder.recorded(everything).failedRequests?.map(({ path }) => path)).toEqual([
    'api.example/TimeoutError',
  ]);
});

test('on a page that the vendor leaves out nothing is recorded', () => {
  const stage = recordedPage();
  const recorder = stage.record({ ...all, recordIgnoreUrls: '/payroll' });
  recorder.recorded(everything);

  stage.page.history.pushState(null, '', '/payroll/2026');
  stage.page.console.log('salary');
  stage.page.history.pushState(null, '', '/clients/1');

  const { console, trail } = recorder.recorded(everything);
  expect(console).toEqual([]);
  expect(trail?.map(({ name }) => name)).toEqual(['/clients', '/clients/1']);
});
