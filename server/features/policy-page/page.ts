import { html } from 'hono/html';
import { locales } from '#shared/vocabulary.ts';
import { channelsSection } from '#server/features/policy-page/channels-section.ts';
import { clausesSection } from '#server/features/policy-page/clauses-section.ts';
import { hatch } from '#server/features/policy-page/drawing.ts';
import { editionsSection, readDay } from '#server/features/policy-page/editions-section.ts';
import { hoursSection } from '#server/features/policy-page/hours-section.ts';
import { liveState } from '#server/features/policy-page/live-state.ts';
import { fullDate, type PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import { promisesSection } from '#server/features/policy-page/promises-section.ts';
import { scopeSection } from '#server/features/policy-page/scope-section.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What the page is drawn from. */
export interface PolicyPageFacts {
  /** The edition in force. */
  readonly policy: Policy;
  /** All editions of the vendor, the newest first. */
  readonly editions: readonly Policy[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** Address of this page without its language. */
  readonly address: string;
}

const languageNames = { ru: 'Русский', uz: 'Oʻzbekcha', en: 'English' } as const;

/** The regulation for everybody to read: one document without scripts and without inline styles. */
export function policyPage(words: PageWords, facts: PolicyPageFacts): Html {
  const { policy, now, address } = facts;
  const { pack } = policy;
  const { locale, say } = words;
  const name = pack.name[locale];
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="${say('page.description', { vendor: name })}" />
        <title>${pack.title[locale]} — ${name}</title>
        <link rel="canonical" href="${address}?lang=${locale}" />
        ${locales.map(
          (other) =>
            html`<link rel="alternate" hreflang="${other}" href="${address}?lang=${other}" />`,
        )}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/policy/policy.css" />
      </head>
      <body>
        ${hatch()}
        <div class="page">
          ${header(words, name)}
          <main>
            <h1>${pack.title[locale]}</h1>
            <p class="edition">${edition(words, pack)}</p>
            ${liveState(words, policy, now)} ${hoursSection(words, policy, now)}
            ${promisesSection(words, pack)} ${scopeSection(words, pack)}
            ${channelsSection(words, pack)} ${editionsSection(words, policy, facts.editions, now)}
            ${clausesSection(words, pack)}
          </main>
        </div>
      </body>
    </html>`;
}

function header({ locale, say }: PageWords, name: string): Html {
  const languages = locales.map((other) => {
    const current = other === locale ? html` aria-current="true"` : '';
    return html`<a href="?lang=${other}" hreflang="${other}" lang="${other}" ${current}
      >${languageNames[other]}</a
    >`;
  });
  return html`<header>
    <p class="vendor"><strong>${name}</strong> ${say('page.support')}</p>
    <nav aria-label="${say('page.languages')}">${languages}</nav>
    <a class="button" href="#channels">${say('page.write')}</a>
  </header>`;
}

function edition(words: PageWords, pack: PolicyPack): string {
  const product = pack.product[words.locale];
  const read = readDay(pack);
  return pack.editionDate === null
    ? words.say('page.editionUndated', { product, date: read ? fullDate(words, read) : '' })
    : words.say('page.edition', { product, date: fullDate(words, pack.editionDate) });
}
