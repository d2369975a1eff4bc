import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Plain pages; everything stays in files because their policy allows nothing inline. */
export default defineConfig({
  root: here('.'),
  base: '/demo/',
  publicDir: false,
  build: {
    outDir: here('../../../dist/demo'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(
        ['crm', 'mobile', 'portal', 'try', 'host'].map((page) => [page, here(`${page}.html`)]),
      ),
    },
  },
});
