import { html, raw } from 'hono/html';
import { translator } from '#shared/i18n/catalog.ts';
import { en, type PortalCatalog } from '#shared/i18n/portal/en.ts';
import { ru } from '#shared/i18n/portal/ru.ts';
import { uz } from '#shared/i18n/portal/uz.ts';
import type { PortalStart } from '#shared/wire/portal.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { PortalPages } from '#server/features/portals/portal-pages.ts';

const catalogs = { en, ru, uz };

/** A page that says one sentence, and the code by which support finds its cause. */
export function portalSentencePage(locale: Locale, key: keyof PortalCatalog, code?: string) {
  const say = translator(locale, catalogs[locale]);
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Reglament</title>
        <link rel="stylesheet" href="/b24/assets/sentence.css" />
      </head>
      <body>
        <main>
          <p>${say(key)}</p>
          ${code === undefined ? '' : html`<p class="code">${say('code', { code })}</p>`}
        </main>
      </body>
    </html>`;
}

/** The page of the app: what it starts with stands in it as data, never in its address. */
export function portalAppPage(
  start: PortalStart,
  name: string,
  { script, styles }: PortalPages[keyof PortalPages],
) {
  const { locale } = start;
  const say = translator(locale, catalogs[locale]);
  // no text of whoever opens the page may end the script
  const data = JSON.stringify(start).replaceAll('<', '\\u003c');
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, interactive-widget=resizes-content" />
        <title>${say('title', { name })}</title>
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        <script type="application/json" id="start">
          ${raw(data)}
        </script>
        <script type="module" src="${script}"></script>
      </head>
      <body></body>
    </html>`;
}
