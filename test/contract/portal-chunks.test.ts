import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '#test/support/sources.ts';

const parts = { widget: 'dist/widget/c', portal: 'dist/bitrix-app/assets' } as const;

/** The SDK names itself to a portal in each of its calls. */
const sdk = 'b24-js-sdk';

const withSdk = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.js'))
    .filter((name) => readFileSync(join(root, folder, name), 'utf8').includes(sdk));

beforeAll(() => {
  const env = { ...process.env, NODE_ENV: 'production' };
  for (const [name, folder] of [
    ['widget', parts.widget],
    ['bitrix-app', parts.portal],
  ] as const)
    if (!existsSync(join(root, folder)))
      execFileSync('npx', ['vite', 'build', '-c', `${name}/vite.config.ts`], { cwd: root, env });
}, 300_000);

test('the SDK of portals is in one chunk of the pages inside them, which nothing fetches at once', () => {
  const [chunk = '', ...more] = withSdk(parts.portal);

  expect(chunk).toMatch(/^frame-/);
  expect(more).toEqual([]);
  const folder = join(root, parts.portal);
  const named = readdirSync(folder).filter((name) => {
    const code = readFileSync(join(folder, name), 'utf8');
    return new RegExp(`(?:from|import)\\s*["'\`]\\./${chunk}`).test(code);
  });
  expect(named).toEqual([]);
});

test('no byte of the SDK is in the widget', () => {
  expect(withSdk(parts.widget)).toEqual([]);
  for (const name of ['widget.js', 'index.js'])
    expect(readFileSync(join(root, 'dist/widget', name), 'utf8')).not.toContain(sdk);
});
