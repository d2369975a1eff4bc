import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '#server/cli.ts';
import {
  identityKeyFinder,
  identityKeyPlace,
  saveIdentityKey,
} from '#server/features/requesters/identity-keys.repository.ts';
import { ensureTenant } from '#server/features/tenants/tenants.repository.ts';
import { createSecretBox } from '#server/secret-box.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { printedLines } from '#test/support/printed-lines.ts';

const keyText = (byte: number) => Buffer.alloc(32, byte).toString('base64url');
const boxOf = (byte: number) => createSecretBox(Buffer.alloc(32, byte));
const folder = mkdtempSync(join(tmpdir(), 'reglament-rotate-'));
const said = printedLines();
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await ensureTenant(database.db, 'modme', new Date());
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const rotate = (key: number, old: readonly number[]) =>
  runCommandLine(['node', 'reglament', 'secrets', 'rotate'], {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    SECRET_KEY: keyText(key),
    SECRET_KEYS_OLD: old.map(keyText).join(', '),
  });
const sharedSecret = (byte: number) =>
  identityKeyFinder(database.db, boxOf(byte), Date.now)('modme', 'hs');

test('after a rotation the new key alone opens everything; running it again changes nothing', async () => {
  await saveIdentityKey(database.db, {
    tenantId: 'modme',
    kid: 'hs',
    algorithm: 'HS256',
    issuer: 'i',
    createdAt: new Date(),
    sealedSecret: boxOf(1).seal('a shared secret', identityKeyPlace('modme', 'hs')),
  });
  await expect(sharedSecret(2)).rejects.toThrow('no key opens');

  expect([await rotate(2, [1]), ...said]).toEqual([0, 'Sealed anew: 1 of 1.']);
  expect(await sharedSecret(2)).toMatchObject({ key: Buffer.from('a shared secret') });
  await expect(sharedSecret(1)).rejects.toThrow('no key opens');
  expect([await rotate(2, []), said.at(-1)]).toEqual([0, 'Sealed anew: 0 of 1.']);
});

test('what no key opens is named and left as it is', async () => {
  expect(await rotate(3, [])).toBe(1);

  expect(said.join('\n')).toContain('opens 1: modme|identity_keys|hs.');
  expect(await sharedSecret(2)).toMatchObject({ key: Buffer.from('a shared secret') });
});

test('a former key that is none is refused without being repeated', async () => {
  const exit = await runCommandLine(['node', 'reglament', 'secrets', 'rotate'], {
    DATA_DIR: folder,
    SECRET_KEYS_OLD: 'short-and-secret',
  });

  expect(exit).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^SECRET_KEYS_OLD: keys of 32 bytes/)]);
});

test('another act than rotating is not known', async () => {
  expect(await runCommandLine(['node', 'reglament', 'secrets', 'show'], {})).toBe(2);
});
