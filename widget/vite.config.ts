import { readFileSync } from 'node:fs';
import { defineConfig, runnerImport, type Plugin } from 'vite';
import { pinWidget } from '#server/build/pin-widget.ts';

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
    entry.code = `(()=>{const $script=document.currentScript||document.querySelector(\`script[data-key][src]\`);${code}})();\n`;
  },
};

/**
 * What Lit does for browsers without constructed style sheets, for servers and for other decorators, and what
 * it leaves on `window`. Without these cuts the first open weighs 370 bytes gzip more and misses its limit. A
 * Lit that no longer has one of them, or one of these files, does not build.
 */
const cuts: Readonly<Record<string, readonly string[]>> = {
  'css-tag.js': [
    't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
  ],
  'reactive-element.js': [
    ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")',
    ',p=a.reactiveElementPolyfillSupport',
    'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;',
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
  ],
  'lit-element.js': [
    ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i})',
    '(s.litElementVersions??=[]).push("4.2.2");',
  ],
  'lit-html.js': [
    'B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");',
    ',B=t.litHtmlPolyfillSupport',
  ],
};

/** The compiler's helper for decorators of properties, which are all we have. */
const leanHelper =
  'export default (decorators, prototype, name) => decorators.forEach((one) => one(prototype, name));';

const uncut = new Set(Object.keys(cuts));

/** Decorators of one kind, and Lit without what only older browsers need. */
const leanLit: Plugin = {
  name: 'lean-lit',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^lit\/decorators\.js$/ },
    handler: () => new URL('./decorators.ts', import.meta.url).pathname,
  },
  transform: {
    filter: {
      id: [/(reactive-element|lit-element|lit-html)\/[\w-]+\.js$/, /\/helpers\/esm\/decorate\.js$/],
    },
    handler(code, id) {
      if (id.endsWith('decorate.js')) return leanHelper;
      const file = id.split('/').at(-1) ?? '';
      uncut.delete(file);
      for (const cut of cuts[file] ?? []) {
        if (!code.includes(cut)) return this.error(`Lit no longer has: ${cut}`);
        code = code.replace(cut, cut.startsWith('t.ShadowRoot') ? 'true' : '');
      }
      return code;
    },
  },
  buildEnd(fault) {
    if (!fault && uncut.size > 0) this.error(`Lit no longer has: ${[...uncut].join(', ')}`);
  },
};

/** A style sheet without what weighs and says nothing; one line, so that no line of it is taken for markup. */
const shortStyles = (sheet: string): string =>
  sheet
    .replace(/`\s+/, '`')
    .replace(/\n\s+/g, ' ')
    .replaceAll('@media (', '@media(')
    .replace(/\s*([{};,>])\s+/g, '$1')
    .replace(/(\w): /g, '$1:')
    .replace(/([ :,(])0\./g, '$1.')
    .replaceAll(';}', '}')
    .replaceAll(' !important', '!important');

/**
 * Markup and styles lose their indentation: a line break in a template weighs as much as a space. One that
 * nothing is indented behind is a line break that a text means. Tags end without the space that a formatter
 * puts there, and nobody bundles the chunks again, so that marks of what has no effect are of no use.
 */
const shortTemplates: Plugin = {
  name: 'short-templates',
  transform: {
    filter: { id: /\/widget\/.*\.ts$/ },
    handler: (code) => code.replace(/\b(css|launcherStyles = )`[^`]*`/g, shortStyles),
  },
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk' && !chunk.name.startsWith('take-picture'))
        chunk.code = `${chunk.code
          .trim()
          .replace(/\n[ \t]+/g, ' ')
          .replace(/(["}]|<\/[\w-]+) >/g, '$1>')
          .replaceAll('/* @__PURE__ */ ', '')}\n`;
    }
  },
};

/** What is spelled by rule is spelled here, so that browsers get words and no rule. */
const spelledAhead: Plugin = {
  name: 'spelled-ahead',
  load: {
    filter: { id: /\/i18n\/[\w-]+\/uz-cyrl\.ts$/ },
    async handler(id) {
      const { module } = await runnerImport<{ readonly 'uz-Cyrl': object }>(id);
      return `const words = ${JSON.stringify(module['uz-Cyrl'])}; export { words as 'uz-Cyrl' };`;
    },
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
  plugins: [leanLit, spelledAhead, ownRuntime, shortTemplates, classicEntry, pinned],
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
            { name: 'scrub', test: /\/(shared\/scrub\/scrub-context|widget\/capture\/mask)\.ts$/ },
          ],
        },
        minify: true,
      },
    },
  },
});
