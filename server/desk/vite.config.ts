import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The pages of agents and guests and the reference of the API: `dist/desk/*.html` and hashed assets, served under `/desk`, `/guest` and `/api`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/desk/',
  // Also where NODE_ENV says something else: a page for people never carries a library's warnings.
  resolve: { conditions: ['module', 'browser', 'production'] },
  oxc: { decorator: { legacy: true } },
  build: {
    rolldownOptions: {
      input: ['index.html', 'guest.html', 'reference.html'].map((page) =>
        fileURLToPath(new URL(page, import.meta.url)),
      ),
    },
    outDir: fileURLToPath(new URL('../../dist/desk', import.meta.url)),
    emptyOutDir: true,
    // The page's policy allows neither inline scripts nor data: fonts; everything is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
