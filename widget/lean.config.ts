import { runnerImport, type Plugin } from 'vite';

/**
 * Of Lit, what stands instead of what: left out is what it does for browsers without constructed style sheets,
 * for servers, for other decorators, for directives, for MathML, for values in comments, in text areas and
 * beside attributes, for converters and defaults of properties, for listeners that are no functions, for
 * properties with accessors of their own, for classes that decide themselves whether and when they are drawn, and
 * what it leaves on `window`. None of it is used here, and without these cuts the first open misses its limit. That
 * templates come from code alone is still checked, in fewer words. A Lit that no longer has one of them, or one of these files,
 * does not build.
 */
const cuts: Readonly<Record<string, readonly (readonly [cut: string, instead: string])[]>> = {
  'css-tag.js': [
    [
      'let t=this.o;const s=this.t;if(e&&void 0===t){const e=void 0!==s&&1===s.length;e&&(t=o.get(s)),void 0===t&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&o.set(s,t))}return t}toString(){return this.cssText}',
      'let t=this.o;return t||(this.o=t=new CSSStyleSheet).replaceSync(this.cssText),t}',
    ],
    [',o=new WeakMap', ''],
    ['this.cssText=t,this.t=e', 'this.cssText=t'],
    [
      't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      'true',
    ],
    [
      'if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");',
      'this._$cssResult$=!0;',
    ],
    [
      'if("number"==typeof t)return t;throw Error("Value passed to \'css\' function must be a \'css\' function result: "+t+". Use \'unsafeCSS\' to pass non-literal values, but take care to ensure page security.")',
      'return t',
    ],
  ],
  'reactive-element.js': [
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
    [',p=a.reactiveElementPolyfillSupport', ''],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    ['case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [
      ',this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
      ');',
    ],
    ['removeController(t){this._$EO?.delete(t)}', ''],
    [
      '!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}}static getPropertyDescriptor(t,s,i){const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}}',
      '1){const i=Symbol();e(this.prototype,t,{get(){return this[i]},set(e){const h=this[i];this[i]=e,this.requestUpdate(t,h,s)},configurable:!0,enumerable:!0})}}',
    ],
    [
      'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}',
      'return this.performUpdate(),!this.isUpdatePending}',
    ],
    [
      't=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()',
      't=!0,this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)',
    ],
    [
      'return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}',
      'return this._$ES}',
    ],
    [
      'b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}',
      'b={attribute:!0}',
    ],
    ['(void 0!==i.converter?.toAttribute?i.converter:u)', 'u'],
    [
      'h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;',
      'h=u;',
    ],
    ['r??this._$Ej?.get(e)??r', 'r'],
    [
      '((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i)))',
      'f(h,s)',
    ],
    [
      'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
      'C(t,s,{reflect:e}){this._$AL.has(t)||(this.hasUpdated||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)}',
    ],
    [
      'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
      '',
    ],
    [',this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)', ''],
  ],
  'lit-element.js': [
    [
      ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i})',
      '',
    ],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
    [
      'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}',
      '',
    ],
  ],
  'lit-html.js': [
    ['B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ''],
    [',B=t.litHtmlPolyfillSupport', ''],
    ['invalid template strings array', 'no template'],
    [
      'let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i',
      'return i',
    ],
    [
      'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
      '',
    ],
    ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
    ['t=M(this,t,i),a(t)?', 'a(t)?'],
    ['t=M(this,t,i,0),o=', 'o='],
    ['r=M(this,e[s+n],i,n),', 'r=e[s+n],'],
    ['(t=M(this,t,i,0)??A)', '(t??=A)'],
    [
      ',e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,',
      ',e=t===A&&s!==A,',
    ],
    [
      '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
      'this._$AH.call(this.options?.host??this.element,t)',
    ],
    ['3===i?"<math>":""', '""'],
    ['3===i?"</math>":""', '""'],
    ['2===i||3===i', '2===i'],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
    [
      'else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
      '',
    ],
    [
      '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      'this._$AC(t)',
    ],
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    [',this._$Cv=e?.isConnected??!0', ''],
    ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
    ['this._$AP?.(!1,!0,s);', ';'],
    ['(t?.creationScope??l)', 'l'],
    ['get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}', ''],
    [
      'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
      '',
    ],
    ['get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
  ],
};

/** The compiler's helper for decorators of properties, which are all we have. */
const leanHelper =
  'export default (decorators, prototype, name) => decorators.forEach((one) => one(prototype, name));';

const uncut = new Set(Object.keys(cuts));

/** Decorators of one kind, and Lit without what only older browsers need. */
export const leanLit: Plugin = {
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
      for (const [cut, instead] of cuts[file] ?? []) {
        if (!code.includes(cut)) return this.error(`Lit no longer has: ${cut}`);
        code = code.replace(cut, instead);
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
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/`\s+/, '`')
    .replace(/\n\s+/g, ' ')
    .replaceAll('@media (', '@media(')
    .replace(/=(['"])([a-z]+)\1\]/g, '=$2]')
    .replace(/\s*([{};,>])\s+/g, '$1')
    .replace(/(\w): /g, '$1:')
    .replace(/ ([/~]) /g, '$1')
    .replace(/#([\da-f])\1([\da-f])\2([\da-f])\3\b/g, '#$1$2$3')
    .replace(/([ :,(])0\./g, '$1.')
    .replaceAll(';}', '}')
    .replaceAll(' !important', '!important');

/**
 * Markup and styles lose their indentation: a line break in a template weighs as much as a space. One that
 * nothing is indented behind is a line break that a text means. Tags end without the space that a formatter
 * puts there, and nobody bundles the chunks again, so that marks of what has no effect are of no use.
 */
export const shortTemplates: Plugin = {
  name: 'short-templates',
  transform: {
    filter: { id: /\/(?:widget|bitrix-app)\/.*\.ts$/ },
    handler: (code) => code.replace(/\b(css|\w+Styles = )`[^`]*`/g, shortStyles),
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
export const spelledAhead: Plugin = {
  name: 'spelled-ahead',
  load: {
    filter: { id: /\/i18n\/[\w-]+\/uz-cyrl\.ts$/ },
    async handler(id) {
      const { module } = await runnerImport<{ readonly 'uz-Cyrl': object }>(id);
      return `const words = ${JSON.stringify(module['uz-Cyrl'])}; export { words as 'uz-Cyrl' };`;
    },
  },
};
