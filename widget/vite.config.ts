import { defineConfig, type Plugin } from 'vite';

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
    const code = entry.code
      .trim()
      .replace(
        /\bimport\((["'`])\.\/c\/([^"'`]+)\1\)/g,
        (_import, quote: string, file: string) =>
          `import(new URL(${quote}widget/c/${file}${quote},$script.src).href)`,
      );
    entry.code = `(()=>{const $script=document.currentScript||document.querySelector("script[data-key][src]");${code}})();\n`;
  },
};

/**
 * Markup and styles lose their indentation: a line break in a template weighs as much as a space. One that
 * nothing is indented behind is a line break that a text means.
 */
const shortTemplates: Plugin = {
  name: 'short-templates',
  transform: {
    filter: { id: /\/widget\/.*\.ts$/ },
    handler: (code, id) =>
      id.endsWith('.styles.ts')
        ? code
            .replace(/\n\s+/g, ' ')
            .replace(/\s*([{};,])\s+/g, '$1')
            .replace(/(\w): /g, '$1:')
        : undefined,
  },
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk' && !chunk.name.startsWith('take-picture'))
        chunk.code = `${chunk.code.trim().replace(/\n[ \t]+/g, ' ')}\n`;
    }
  },
};

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [shortTemplates, classicEntry],
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
        chunkFileNames: 'c/[name]-[hash].js',
        // one chunk for all that the first open needs: what later chunks share with it stays in it
        codeSplitting: { groups: [{ name: 'define', test: /\/widget\/define\.ts$/ }] },
        minify: true,
      },
    },
  },
});
