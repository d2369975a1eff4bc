import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { pinWidget } from '#server/build/pin-widget.ts';
import { leanLit, shortTemplates, spelledAhead } from './lean.config.ts';
import { childrenOfForms, quietRenderer } from './renderer.config.ts';
import { shortTokens } from './short-tokens.config.ts';

/**
 * Makes `widget.js` safe as a classic script of another origin: nothing leaks into the page's
 * globals, and lazy chunks are found from the script's own address (a relative `import()` there
 * would be resolved against `about:blank` and throw). Chunks lie in `c/` of the build and are
 * served under `widget/c/` beside the script.
 */
const classicEntry: Plugin = {
  name: 'classic-entry',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const entry = bundle['widget.js'];
    if (entry?.type !== 'chunk') return this.error('widget.js is missing');
    if (entry.exports.length > 0 || entry.imports.length > 0 || entry.code.includes('import.meta'))
      return this.error('widget.js must stay a classic script: no static import, export, meta');
    const found = 'document.currentScript??document.querySelector(`script[data-key][src]`)';
    if (!entry.code.includes(found)) return this.error('widget.js looks for its tag otherwise');
    const code = entry.code
      .trim()
      .replace(found, '$script')
      .replace(
        /\bimport\((["'`])\.\/c\/([^"'`]+)\1\)/g,
        (_import, quote: string, file: string) =>
          `import(new URL(${quote}widget/c/${file}${quote},$script.src).href)`,
      );
    entry.code = `(()=>{const $script=${found};${code}})();\n`;
  },
};

/** The bundler's helper of 150 bytes stands in each chunk that needs it: a file and a digest of its own cost more. */
const ownRuntime: Plugin = {
  name: 'own-runtime',
  generateBundle(_options, bundle) {
    for (const [name, runtime] of Object.entries(bundle)) {
      if (runtime.type !== 'chunk' || !name.startsWith('c/rolldown-runtime')) continue;
      const [, helper] = /export\s*\{\s*(\w+)\s*\};?\s*$/.exec(runtime.code) ?? [];
      if (!helper) return this.error(`the bundler's helper has another shape: ${runtime.code}`);
      const body = runtime.code.replace(/export[^;]*;?\s*$/, '');
      const asked = new RegExp(
        `import\\s*\\{\\s*${helper}(?: as (\\w+))?\\s*\\}\\s*from\\s*["'\`]\\./${name.slice(2)}["'\`];?`,
      );
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk')
          chunk.code = chunk.code.replace(
            asked,
            (_import, local = helper) => `const ${local}=(()=>{${body}return ${helper}})();`,
          );
      }
      delete bundle[name];
    }
  },
};

const ownCopy = '?mark';

/**
 * The mark of answers brings its own copies of what the panel has as well: parts that both fetched would be
 * one more file for everybody who opens the panel.
 */
const copiesForMark: Plugin = {
  name: 'copies-for-mark',
  enforce: 'pre',
  async resolveId(source, importer, { kind }) {
    if (kind === 'dynamic-import' || !/\/unread-mark\.ts$|\?mark$/.test(importer ?? '')) return;
    const found = await this.resolve(source, importer?.replace(ownCopy, ''), { skipSelf: true });
    return found && `${found.id}${ownCopy}`;
  },
};

/** A browser that knows the mark reads each function once: most of launcher and panel run as soon as they come. */
const readOnce: Plugin = {
  name: 'read-once',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const [name, chunk] of Object.entries(bundle))
      if (chunk.type === 'chunk' && /^widget\.js$|^c\/define-/.test(name))
        chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
  },
};

/** The same once more below `<version>/`, where each part knows the digests of those that it fetches, and what pages may pin. */
const pinned: Plugin = {
  name: 'pinned',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const built = new Map(
      Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' && part.fileName !== 'index.js' ? [[part.fileName, part.code]] : [],
      ),
    );
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { version, files, integrity } = pinWidget(built, JSON.parse(manifest).version);
    for (const [file, source] of files)
      this.emitFile({ type: 'asset', fileName: `${version}/${file}`, source });
    const source = `${JSON.stringify({ version, src: `widget/${version}/widget.js`, integrity }, null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'integrity.json', source });
  },
};

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [
    copiesForMark,
    leanLit,
    quietRenderer,
    childrenOfForms,
    spelledAhead,
    ownRuntime,
    shortTemplates,
    shortTokens(),
    classicEntry,
    readOnce,
    pinned,
  ],
  oxc: { decorator: { legacy: true } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: new URL('../dist/widget', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'es2022',
    minify: 'oxc',
    sourcemap: false,
    lib: {
      entry: {
        widget: new URL('./loader.ts', import.meta.url).pathname,
        index: new URL('./index.ts', import.meta.url).pathname,
      },
      formats: ['es'],
    },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'c/[name]-[hash:6].js',
        // one chunk for all that the first open needs: what later chunks share with it stays in it
        codeSplitting: {
          groups: [
            { name: 'define', test: /\/widget\/(define|mount)\.ts$/ },
            // what recorder and pictures share
            {
              name: 'recorder',
              test: /\/(shared\/scrub\/scrub-context|widget\/capture\/mask|widget\/record\/recorder)\.ts$/,
            },
          ],
        },
        minify: true,
      },
    },
  },
});
