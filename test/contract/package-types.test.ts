import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  manifest,
  ownPackages,
  projectWithPackage,
  promised,
} from '#test/support/installed-package.ts';
import { root } from '#test/support/sources.ts';

/** A wrong use has to be refused: types that lead nowhere are `any`, and refuse nothing. */
const consumer = `
import 'reglament';
import { ReglamentWidget, type Identity, type WidgetEvents } from 'reglament';
export const widget = new ReglamentWidget();
widget.widgetKey = 'modme';
widget.identify('token')();
widget.addEventListener('reglament-sent', ({ detail }) => detail.number.length);
document.createElement('reglament-widget').prefill({ did: 'it' })();
export const identity: Identity = 'token';
export const sent: keyof WidgetEvents = 'sent';
// @ts-expect-error a key is text
widget.widgetKey = 5;
// @ts-expect-error an identity is text or a function
export const wrongIdentity: Identity = 5;
// @ts-expect-error what was sent has no such part
widget.addEventListener('reglament-sent', ({ detail }) => detail.count);
// @ts-expect-error there is no such event
export const wrongEvent: keyof WidgetEvents = 'exploded';
`;

/** The same for working time, and what it answers when it runs. */
const counting = `
import { compileSchedule, deadline, type Schedule, type ScheduleSpec, validate } from 'reglament/business-time';
const spec: ScheduleSpec = { timezone: 'Asia/Tashkent', hours: { mon: [['10:00', '19:00']] } };
const desk: Schedule = compileSchedule(spec);
const at = Date.parse('2026-11-23T13:00:00Z');
const due: number | undefined = deadline(desk, at, 3_600_000, [])?.latest;
console.log(desk.add(at, 3_600_000).earliest === at + 3_600_000, new Date(due ?? 0).toISOString(), validate(spec));
// @ts-expect-error days are read in one of the ways that are named
if (due === 0) desk.addBusinessDays(at, 1, 'nextDay');
// @ts-expect-error hours are of weekdays
export const wrong: ScheduleSpec = { timezone: 'UTC', hours: { monday: [] } };
`;

test('the types of the npm entries hold in a project of its own, and working time runs there', async () => {
  const folder = await projectWithPackage(ownPackages);
  const installed = join(folder, 'node_modules/reglament');
  const build = ['vite', 'build', '-c', 'server/policy/vite.config.ts', '--logLevel', 'error'];
  execFileSync('npx', [...build, '--outDir', join(installed, 'dist/business-time')], { cwd: root });
  writeFileSync(join(folder, 'src/page.ts'), consumer);
  writeFileSync(join(folder, 'src/counting.ts'), counting);
  const options = ['--strict', '--target', 'es2022', '--module', 'nodenext', '--ignoreConfig'];
  const pages = ['page', 'counting'].map((name) => join(folder, `src/${name}.ts`));

  const compiled = spawnSync('npx', ['tsc', ...options, ...pages], {
    cwd: root,
    encoding: 'utf8',
  });
  const ran = spawnSync(process.execPath, [join(folder, 'src/counting.js')], { encoding: 'utf8' });
  const code = readFileSync(join(installed, 'dist/business-time/index.js'), 'utf8');
  rmSync(folder, { recursive: true });

  expect([compiled.status, compiled.stdout]).toEqual([0, '']);
  expect([ran.stdout, ran.stderr]).toEqual(['true 2026-11-30T05:00:00.000Z true\n', '']);
  const imported = [...code.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)];
  expect(imported.map(([, name]) => name)).toEqual(['zod']);
  expect(manifest.dependencies).toHaveProperty('zod');
  expect(code).not.toMatch(/\b(window|document|globalThis|process|require|Buffer)\b/);
}, 300_000);

test('a package holds what it points at', () => {
  const holds = (path: string) =>
    manifest.files.some((kept) => `${path}/`.startsWith(`./${kept}/`));
  const paths = [...promised, manifest.bin.reglament, manifest.customElements];

  expect(paths.filter((path) => path !== './package.json' && !holds(path))).toEqual([]);
});
