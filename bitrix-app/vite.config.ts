import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { leanLit, shortTemplates, spelledAhead } from '../widget/lean.config.ts';
import { childrenOfForms, quietRenderer } from '../widget/renderer.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The pages that a portal opens in its frame: `dist/bitrix-app/assets` under `/b24/`, and a manifest by which the server
 * finds them, because it writes the documents itself.
 */
export default defineConfig({
  root: here('.'),
  base: '/b24/',
  publicDir: false,
  // Also where NODE_ENV says something else: a page for people never carries a library's warnings.
  resolve: { conditions: ['module', 'browser', 'production'] },
  plugins: [leanLit, quietRenderer, childrenOfForms, spelledAhead, shortTemplates],
  oxc: { decorator: { legacy: true } },
  build: {
    outDir: here('../dist/bitrix-app'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { app: here('pages/app.ts'), install: here('pages/install.ts') },
    },
  },
});
