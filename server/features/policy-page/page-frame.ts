import { html } from 'hono/html';
import { locales } from '#shared/vocabulary.ts';
import { hatch } from '#server/features/policy-page/drawing.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';

/** What stands around a document. */
export interface PageFrame {
  readonly title: string;
  readonly description: string;
  /** Canonical address without its language; every language of it is named. */
  readonly address: string;
  /** What the other languages keep of the address: `&name=value`. */
  readonly kept?: string;
  /** More for the head. */
  readonly links?: Html;
  /** Left and right in the line above the document. */
  readonly name: Html | string;
  readonly action?: Html;
}

const languageNames = {
  ru: 'Русский',
  uz: 'Oʻzbekcha',
  'uz-Cyrl': 'Ўзбекча',
  en: 'English',
} as const;

/** One document without scripts and without inline styles; a language link keeps the address. */
export const pageFrame = (words: PageWords, frame: PageFrame, body: unknown): Html =>
  html`<!doctype html>
    <html lang="${words.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="${frame.description}" />
        <title>${frame.title}</title>
        <link rel="canonical" href="${frame.address}?lang=${words.locale}" />
        ${locales.map(
          (other) =>
            html`<link
              rel="alternate"
              hreflang="${other}"
              href="${frame.address}?lang=${other}"
            />`,
        )}
        ${frame.links ?? ''}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/policy/policy.css" />
      </head>
      <body>
        ${hatch()}
        <div class="page">
          <header>
            <p class="vendor">${frame.name}</p>
            ${languages(words, frame.kept)} ${frame.action ?? ''}
          </header>
          <main>${body}</main>
        </div>
      </body>
    </html>`;

function languages({ locale, say }: PageWords, kept = ''): Html {
  const links = locales.map((other) => {
    const current = other === locale ? html` aria-current="true"` : '';
    return html`<a href="?lang=${other}${kept}" hreflang="${other}" lang="${other}" ${current}
      >${languageNames[other]}</a
    >`;
  });
  return html`<nav class="languages" aria-label="${say('page.languages')}">${links}</nav>`;
}
