import { join } from 'node:path';
import { build } from 'vite';
import { folderOf, type Way } from '#test/bench/widget/ways.ts';
import { installPackages } from '#test/support/own-packages.ts';
import { root } from '#test/support/sources.ts';

const peers = join(root, 'test/bench/peers');
export const builtPeers = join(root, 'dist/bench');

/**
 * Installs what others offer, into its own folder, and builds each file of a way by itself with the settings
 * of our own build: parts that are fetched later are published one by one by their makers too.
 */
export async function buildPeers(ways: readonly Way[]): Promise<void> {
  installPackages(peers);
  for (const way of ways)
    for (const [name, entry] of Object.entries(way.entries))
      await build({
        configFile: false,
        root: peers,
        logLevel: 'error',
        publicDir: false,
        define: { 'process.env.NODE_ENV': '"production"', __SENTRY_DEBUG__: 'false' },
        build: {
          outDir: join(builtPeers, folderOf(way)),
          emptyOutDir: false,
          target: 'es2022',
          minify: 'oxc',
          lib: { entry: join(peers, `${entry}.js`), formats: ['es'], fileName: () => `${name}.js` },
          rolldownOptions: { output: { minify: true } },
        },
      });
}
