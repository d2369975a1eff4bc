import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The script and the styles of a virtual portal's pages; the pages themselves are written by the server. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    outDir: here('../../../../dist/demo-portal'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: here('parent.ts'),
      output: { entryFileNames: 'parent.js', assetFileNames: 'parent[extname]' },
    },
  },
});
