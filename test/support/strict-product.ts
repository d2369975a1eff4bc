import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#test/support/sources.ts';
import type { TestServer } from '#test/support/server.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';

const pin = JSON.parse(readFileSync(join(root, 'dist/widget/integrity.json'), 'utf8')) as {
  readonly src: string;
  readonly integrity: string;
};

/** How a page has the widget: always the newest, or one build by its digest. */
export const tags = {
  newest: 'src="SERVER/widget.js"',
  pinned: `src="SERVER/${pin.src}" integrity="${pin.integrity}" crossorigin`,
};

/**
 * A product's page under the strictest policy there is, with the widget of a real server on another origin.
 * What the policy forbids is gathered in `window.broken` as the browser tells it, and in `reports` as it
 * reports it: one line each, `directive blocked-address`.
 *
 * @param token who asks, at modme
 * @param pictures directives that the page gives besides
 */
export function strictProduct(
  { url }: TestServer,
  token: string,
  tag: keyof typeof tags,
  pictures: string,
): Promise<WidgetHost> {
  const policy =
    `default-src 'none'; script-src 'nonce-n0nce'; connect-src ${url}; ${pictures} ` +
    "require-trusted-types-for 'script'; trusted-types lit-html; report-uri /reports";
  // where pictures are allowed the page has one of its own, so that no browser asks for one
  const icon = pictures.includes('img-src') ? '<link rel="icon" href="data:,">' : '';
  const markup = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
    ${icon}<h1>Оплаты</h1><p data-private>Иванова Анна</p>
    <script nonce="n0nce">
      window.broken = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        broken.push(effectiveDirective + ' ' + blockedURI));
      window.reglament = (...call) => (reglament.q = reglament.q || []).push(call);
      reglament('identify', '${token}');
    </script>
    <script nonce="n0nce" data-key="modme" data-locale="ru" ${tags[tag].replace('SERVER', url)}></script>`;
  return widgetHost(markup, policy);
}

/** For `evaluate`: what the browser told of the policy so far. */
export const brokenOnPage = (): string[] => (window as unknown as { broken: string[] }).broken;
