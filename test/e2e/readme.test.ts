import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDataFolder, removeDataFolder } from '#test/support/data-folder.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { projectFiles, readSource, root } from '#test/support/sources.ts';

const run = promisify(execFile);
const readme = readSource('README.md');
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  (block ?? '').trim().split('\n'),
);
/** CI runs the second; the first is what every browser test stands on, by its parts. */
const theTwo = ['npm ci && npm start', 'npm ci && npm test'];
const briefly = { BENCH_SECONDS: '1', BENCH_ROUNDS: '1' };

describe('the README', () => {
  let folder: string;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = makeDataFolder();
    server = await startServer({ DATA_DIR: folder, LOG_LEVEL: 'error' });
    writeFileSync(join(folder, 'shared-secret.txt'), 'a secret of more than thirty-two bytes');
    writeFileSync(
      join(folder, 'customers.csv'),
      'organisation,number,valid_from\nSinov,A-18,2026-01-01\n',
    );
    writeFileSync(
      join(folder, 'portal.json'),
      /```json\n(\{\n  "agent"[\s\S]*?)```/.exec(readme)?.[1] ?? '',
    );
  });
  afterAll(async () => {
    await server.exit('SIGTERM');
    removeDataFolder(folder);
  });

  test('begins with the two commands', () => {
    expect(commands.slice(0, 2)).toEqual(theTwo);
  });

  test.each(commands.filter((command) => !theTwo.includes(command)))(
    '%s works as written',
    async (command) => {
      const words = command
        .replace(/shared-secret\.txt|customers\.csv|portal\.json|my-packs/, (name) =>
          join(folder, name),
        )
        .match(/"[^"]*"|\S+/g)!
        .map((word) => word.replaceAll('"', ''));
      // a secret stands before its command, and so in no history of the server
      const secret = /^(\w+)=(.*)/.exec(words[0]!);
      if (secret) words.shift();
      const done = await run(words[0]!, words.slice(1), {
        cwd: root,
        // a measurement is shown to run; figures are for those who measure
        env: {
          ...process.env,
          DATA_DIR: folder,
          ...briefly,
          PICTURES_DIR: folder,
          ...(secret && { [secret[1]!]: secret[2] }),
        },
      });

      expect(done.stdout.trim()).not.toBe('');
    },
  );

  test('points at files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');

    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('names every attribute that the script tag reads, and no other', () => {
    const code = projectFiles()
      .filter((path) => path.startsWith('widget/') && path.endsWith('.ts'))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n');
    const named = [...readme.matchAll(/^\| `data-([a-z-]+)/gm)].map(([, name]) => name ?? '');
    const camel = (name: string) =>
      name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

    expect(named.length).toBeGreaterThan(4);
    expect(
      named.filter(
        (name) =>
          !new RegExp(`data-${name}|dataset\\.${camel(name)}|\\b${camel(name)}\\b`).test(code),
      ),
    ).toEqual([]);
  });
});
