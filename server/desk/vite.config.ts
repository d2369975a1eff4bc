import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The agents' page: `dist/desk/index.html` and hashed assets, served under `/desk`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/desk/',
  // Also where NODE_ENV says something else: a page for people never carries a library's warnings.
  resolve: { conditions: ['module', 'browser', 'production'] },
  oxc: { decorator: { legacy: true } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/desk', import.meta.url)),
    emptyOutDir: true,
    // The page's policy allows neither inline scripts nor data: fonts; everything is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
