import { html } from 'hono/html';
import { openableAddress, readableSite } from '#server/features/policy-page/address.ts';
import { fullDate, type PageWords } from '#server/features/policy-page/page-words.ts';
import { type Html, sortedClauses } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Each clause in one sentence of ours; what every reference on the page leads to. */
export function clausesSection(words: PageWords, { clauses, links }: PolicyPack): Html {
  const { locale, say } = words;
  const numbers = sortedClauses(Object.keys(clauses));
  const readOn = numbers.map((number) => clauses[number]?.readOn ?? '').sort();
  const date = fullDate(words, readOn.at(-1) ?? '');
  return html`<section id="clauses" aria-labelledby="clauses-title">
    <div class="content">
      <h2 id="clauses-title">${say('clauses.title')}</h2>
      <p class="aside">
        ${say('clauses.note', { date })}
        <a href="${openableAddress(links.text)}">${readableSite(links.text)}</a>
      </p>
      <dl class="clauses">
        ${numbers.map((number) => {
          const clause = clauses[number];
          const own = clause && clause.link !== links.text;
          return html`<div id="clause-${number}">
            <dt>${say('clause.ref', { clause: number })}</dt>
            <dd>
              ${clause?.text[locale]}
              ${own ? html`<a href="${openableAddress(clause.link)}">${say('editions.text')}</a>` : ''}
            </dd>
          </div>`;
        })}
      </dl>
    </div>
  </section>`;
}
