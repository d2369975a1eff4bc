import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { hostsFolder, installHosts } from '#test/support/hosts.ts';
import { root } from '#test/support/sources.ts';

const installed = (name: string) => join(hostsFolder, 'node_modules', name);

/** For pages that stand on the React before the present one. */
export const react18 = { react: installed('react-18'), 'react-dom': installed('react-dom-18') };

/** What Astro's own build makes of its router: the script in the component, and the names that it imports. */
const astroRouter: Plugin = {
  name: 'astro-router',
  enforce: 'pre',
  resolveId: (id) => (/^(astro:transitions|virtual:astro:)/.test(id) ? `\0${id}` : undefined),
  load: (id) =>
    id.startsWith('\0astro:transitions')
      ? "export * from 'astro/virtual-modules/transitions-router.js';"
      : id.startsWith('\0virtual:astro:')
        ? 'export const internalFetchHeaders = {};'
        : undefined,
  transform: {
    filter: { id: /\.astro$/ },
    handler: (code) => ({
      code: /<script>(.*)<\/script>/s.exec(code)?.[1] ?? '',
      moduleType: 'ts',
    }),
  },
};

/**
 * A page of `test/hosts` with what it imports, our npm entry as it ships included, bundled as a product's own
 * build would in development: React mounts twice there alone.
 *
 * @param aliases packages that stand in for those of these names
 * @returns scripts by the path that a host serves them at; `/host.js` is the page's
 */
export async function hostBundle(
  page: string,
  aliases: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> {
  installHosts();
  const built = (await build({
    configFile: false,
    root: hostsFolder,
    mode: 'development',
    logLevel: 'silent',
    publicDir: false,
    plugins: [astroRouter],
    resolve: { alias: { reglament: join(root, 'dist/widget/index.js'), ...aliases } },
    define: {
      'process.env.NODE_ENV': '"development"',
      __PREFETCH_DISABLED__: 'true',
      __PREFETCH_PREFETCH_ALL__: 'false',
      __PREFETCH_DEFAULT_STRATEGY__: '"hover"',
      __EXPERIMENTAL_CLIENT_PRERENDER__: 'false',
    },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(hostsFolder, page),
        output: { entryFileNames: 'host.js', chunkFileNames: 'host-[name]-[hash].js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  return Object.fromEntries(
    built.output.flatMap((part) =>
      part.type === 'chunk' ? [[`/${part.fileName}`, part.code]] : [],
    ),
  );
}
