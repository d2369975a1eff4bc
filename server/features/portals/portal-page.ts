import { html, raw } from 'hono/html';
import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en, type PortalCatalog } from '#shared/i18n/portal/en.ts';
import { ru } from '#shared/i18n/portal/ru.ts';
import { uz } from '#shared/i18n/portal/uz.ts';
import type { PortalStart } from '#shared/wire/portal.ts';
import type { Locale } from '#shared/vocabulary.ts';

const catalogs = withCyrillic({ en, ru, uz });

/**
 * A page that says one sentence, and the code by which support finds its cause.
 *
 * @param vendor whose other ways are named to somebody who cannot come in
 */
export function portalSentencePage(
  locale: Locale,
  key: keyof PortalCatalog,
  code?: string,
  vendor?: string,
) {
  const say = translator(locale, catalogs[locale]);
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>Reglament</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/policy/policy.css" />
      </head>
      <body>
        <div class="page">
          <main class="survey">
            <p class="lead" role="status">${say(key)}</p>
            ${
              vendor === undefined
                ? ''
                : html`<p>
                    <a
                      href="/policy/${vendor}?lang=${locale}#channels"
                      target="_blank"
                      rel="noopener"
                      >${say('otherWays')}</a
                    >
                  </p>`
            }
            ${code === undefined ? '' : html`<p class="aside">${say('code', { code })}</p>`}
          </main>
        </div>
      </body>
    </html>`;
}

/** The page of the app: what it starts with stands in it as data, never in its address. */
export function portalAppPage(start: PortalStart, script: string) {
  const { locale, name } = start;
  const say = translator(locale, catalogs[locale]);
  // no text of whoever opens the page may end the script
  const data = JSON.stringify(start).replaceAll('<', '\\u003c');
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, interactive-widget=resizes-content" />
        <title>${say('title', { name })}</title>
        <script type="application/json" id="start">
          ${raw(data)}
        </script>
        <script type="module" src="${script}"></script>
      </head>
      <body></body>
    </html>`;
}
