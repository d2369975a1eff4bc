import { html, raw } from 'hono/html';
import type { WidgetPin } from '#server/widget-versions.ts';

/** What a page may be asked to be, by the names of its address; what is unknown is left out. */
export type HostPageQuery = Readonly<Record<string, string>>;

/** A page that stands in for a vendor's, with the widget's tag written into it as a vendor would. */
export interface HostPage {
  readonly text: string;
  /** Content-Security-Policy. */
  readonly policy: string;
}

/** Attributes of the tag by the names that they have in the address. */
const attributes: readonly (readonly [attribute: string, name: string])[] = [
  ['data-key', 'vendor'],
  ['data-locale', 'lang'],
  ['data-theme', 'theme'],
  ['data-position', 'position'],
  ['data-offset', 'offset'],
  ['data-label', 'label'],
  ['data-launcher', 'launcher'],
  ['data-record', 'record'],
];

const framed = "frame-ancestors 'self'";
const documented = `default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; ${framed}`;
const trusted = "require-trusted-types-for 'script'; trusted-types lit-html";

/** Policies that a vendor's page may have; `style-src` is for the page itself. */
const policies: ReadonlyMap<string, string> = new Map([
  ['documented', `${documented}; img-src data:`],
  ['strict', `${documented}; img-src data:; media-src blob:; ${trusted}`],
  ['bare', `${documented}; ${trusted}`],
]);

/** Lines to the server that are worse than this machine's, as folders above it. */
export const badLines = ['slow', 'cut'] as const;

/** Script before the tag that closes every store of the page, as a browser does that was told to keep nothing. */
export const noStorageAddress = '/demo/no-storage.js';
export const noStorageCode = `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
  Object.defineProperty(window, name, {
    get() {
      throw new DOMException('The page may keep nothing', 'SecurityError');
    },
  });
`;

/**
 * The page of an address.
 *
 * @param template the built page without a tag
 * @param pin of this build, for a page that has exactly this widget
 */
export function hostPage(template: string, query: HostPageQuery, pin: WidgetPin): HostPage {
  const line = badLines.find((one) => one === query['line']);
  const from = line ? `/demo/${line}/` : '/';
  const src = from + (query['pin'] ? pin.src : 'widget.js');
  const said = attributes.flatMap(([attribute, name]) => {
    const value = query[name];
    return value ? [html` ${raw(attribute)}="${value}"`] : [];
  });
  const sealed = query['pin'] ? html` integrity="${pin.integrity}" crossorigin` : '';
  const tag = html`<script async src="${src}" ${sealed}${said}></script>`;
  const before =
    query['storage'] === 'blocked' ? html`<script src="${noStorageAddress}"></script>` : '';
  return {
    text: template.replace('</head>', () => `  ${before}${tag}\n  </head>`),
    policy: policies.get(query['csp'] ?? '') ?? framed,
  };
}
