import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostsFolder, installHosts } from '#test/support/hosts.ts';
import { ownPackages, projectWithPackage } from '#test/support/installed-package.ts';

const hosts = join(hostsFolder, 'node_modules');

const wrongReact = `
// @ts-expect-error there is no such theme
export const theme = <reglament-widget widget-key="modme" theme="blue" />;
// @ts-expect-error there is no such attribute
export const attribute = <reglament-widget kee="modme" />;
export const heard = <reglament-widget onreglament-sent={({ detail }) => detail.number.length} />;
`;
const wrongVue = `<template>
  <!-- @vue-expect-error there is no such theme -->
  <reglament-widget theme="blue" />
  <!-- @vue-expect-error a version is text -->
  <reglament-widget :app-version="5" />
  <!-- @vue-expect-error there is no such attribute -->
  <reglament-widget kee="modme" />
</template>
`;

/** Compiles one page as a project of its own would. */
async function compile(
  tool: 'tsc' | 'vue-tsc',
  linked: Readonly<Record<string, readonly string[]>>,
  pages: Readonly<Record<string, string>>,
) {
  const folder = await projectWithPackage({ ...ownPackages, ...linked });
  copyFileSync(
    join(hostsFolder, tool === 'tsc' ? 'react-page.tsx' : 'VuePage.vue'),
    join(folder, tool === 'tsc' ? 'src/react-page.tsx' : 'src/VuePage.vue'),
  );
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, 'src', name), text);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2023', 'dom', 'dom.iterable'],
    jsx: tool === 'tsc' ? 'react-jsx' : 'preserve',
    skipLibCheck: true,
    types: [tool === 'tsc' ? 'reglament/react' : 'reglament/vue'],
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    // as strict as a project may be: an unknown attribute is an error
    JSON.stringify({
      compilerOptions,
      vueCompilerOptions: { strictTemplates: true },
      include: ['src'],
    }),
  );
  const { status, stdout } = spawnSync(join(hosts, '.bin', tool), ['-p', folder], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return [status, stdout];
}

test('the React page compiles with React 19 and 18, and a wrong attribute does not', async () => {
  installHosts();
  const common = ['csstype', '@types/prop-types'];
  const pages = { 'wrong.tsx': wrongReact };

  expect(await compile('tsc', { [hosts]: [...common, '@types/react', 'react'] }, pages)).toEqual([
    0,
    '',
  ]);
  expect(
    await compile('tsc', { [hosts]: [...common, '@types/react=types-react-18'] }, pages),
  ).toEqual([0, '']);
}, 300_000);

test('the Vue page compiles, and a wrong attribute does not', async () => {
  installHosts();

  expect(
    await compile('vue-tsc', { [hosts]: ['vue', '@vue', 'csstype'] }, { 'Wrong.vue': wrongVue }),
  ).toEqual([0, '']);
}, 300_000);
