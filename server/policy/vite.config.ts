import { defineConfig } from 'vite';

/** Working time as one file for npm; it runs wherever JavaScript does. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/business-time',
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: {
      entry: { index: new URL('./business-time.ts', import.meta.url).pathname },
      formats: ['es'],
    },
    rolldownOptions: { external: ['zod'] },
  },
});
