import { expect, test, vi } from 'vitest';
import { expiryOf, tokenSource } from '#widget/api/identity.ts';
import type { Identity } from '#widget/handle.ts';
import { personOf, thisDevice } from '#widget/keeping/person.ts';
import { keyedStorage } from '#widget/storage.ts';

const memory = () =>
  keyedStorage('sample', () => {
    throw new Error('no storage in this test');
  });
const jwt = (exp: number, mark: string) =>
  `head.${btoa(JSON.stringify({ exp, mark })).replace(/=+$/, '')}.signature`;

test('nobody gets no token until one is needed; then the device keeps one secret', async () => {
  const tokens = tokenSource(memory(), () => 0);

  expect(await tokens.token(false)).toBeUndefined();
  expect(tokens.known()).toBe(false);
  const secret = await tokens.token(true);
  expect(secret).toMatch(/^dev_[\w-]{43}$/);
  expect(await tokens.token(false)).toBe(secret);
  expect(tokens.known()).toBe(true);
});

test('a token of the host is asked for once and again a minute before it ends', async () => {
  let now = 0;
  let asked = 0;
  const tokens = tokenSource(memory(), () => now);
  tokens.identify(async () => {
    asked += 1;
    return jwt(asked * 600, `token ${asked}`);
  });

  const first = await tokens.token(true);
  expect(await tokens.token(true)).toBe(first);
  now = 545_000;
  expect(await tokens.token(true)).not.toBe(first);
  expect(asked).toBe(2);
});

test('a rejected token is asked for again only where the host gave a way to ask', () => {
  const tokens = tokenSource(memory(), () => 0);
  tokens.identify('token');
  expect(tokens.refresh()).toBe(false);
  tokens.identify(async () => 'token');
  expect(tokens.refresh()).toBe(true);
});

test('a host that failed to answer is asked again next time', async () => {
  let asked = 0;
  const tokens = tokenSource(memory(), () => 0);
  tokens.identify(async () => {
    asked += 1;
    if (asked === 1) throw new Error('the host is away');
    return 'token';
  });

  await expect(tokens.token(true)).rejects.toThrow('away');
  expect(await tokens.token(true)).toBe('token');
});

test('a token without a readable expiry does not end', () => {
  expect(expiryOf('opaque')).toBe(Infinity);
  expect(expiryOf(jwt(600, 'x'))).toBe(600_000);
});

test('a person who is taken back is asked for no token any more', async () => {
  const tokens = tokenSource(memory(), () => 0);
  tokens.identify('head.body.signature');
  tokens.identify(undefined);

  expect([await tokens.vouched(), tokens.known(), await tokens.token(false)]).toEqual([
    undefined,
    false,
    undefined,
  ]);
});

test('a page that says nobody is signed in has a person of this device', async () => {
  const nobody = [
    undefined,
    '',
    null,
    async () => '',
    async () => undefined,
  ] as unknown as Identity[];
  for (const identity of nobody) {
    const tokens = tokenSource(memory(), () => 0);
    tokens.identify(identity);

    expect(await tokens.vouched()).toBeUndefined();
    expect(await tokens.token(true)).toMatch(/^dev_/);
    expect(await personOf(tokens)).toBe(thisDevice);
  }
});

test('the page of a sign-in is no token: it is said once, goes nowhere, and the host is asked again', async () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue();
  const tokens = tokenSource(memory(), () => 0);
  const answers = ['<!doctype html>\n<p>Войдите</p>', 'head.body.signature'];
  tokens.identify(async () => answers.shift() ?? '');

  await expect(tokens.token(true)).rejects.toThrow('no token');
  expect(said.mock.calls).toEqual([['reglament:', new Error('identify gave no token')]]);
  expect(await tokens.token(true)).toBe('head.body.signature');
  said.mockRestore();
});

test('why a host could not say who is there stands on the console, for its developer', async () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue();
  const tokens = tokenSource(memory(), () => 0);
  const fault = new Error('session is over');
  tokens.identify(() => Promise.reject(fault));

  await expect(tokens.token(false)).rejects.toThrow(fault);
  expect(said.mock.calls).toEqual([['reglament:', fault]]);
  said.mockRestore();
});

test('what is neither a token nor a way to ask for one is said as well', async () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue();
  const tokens = tokenSource(memory(), () => 0);
  tokens.identify({ token: 'head.body.signature' } as unknown as Identity);

  await expect(tokens.token(false)).rejects.toThrow('no token');
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});

test('a token that is asked for anew for one person is never taken for the next', async () => {
  const tokens = tokenSource(memory(), () => 0);
  let answer = (_token: string) => undefined as void;
  let asked = 0;
  tokens.identify(() => {
    asked += 1;
    if (asked > 1) return Promise.resolve(jwt(3600, 'anna'));
    return new Promise<string>((resolve) => (answer = resolve));
  });
  const anna = tokens.token(true);
  tokens.identify(async () => jwt(3600, 'boris'));
  // one that ends at once is asked for once more
  answer(jwt(1, 'anna'));
  await anna;

  expect(await tokens.token(true)).toBe(jwt(3600, 'boris'));
});
