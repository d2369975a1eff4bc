import { html } from 'hono/html';
import { openableAddress } from '#server/features/policy-page/address.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import {
  clauseLink,
  type Html,
  section,
  sortedClauses,
} from '#server/features/policy-page/parts.ts';
import { icon } from '#server/features/policy-page/icons.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

interface ScopeLine {
  readonly clause: string;
  readonly body: Html | string;
}

/** What may be asked for and what the regulation leaves out, side by side. */
export function scopeSection(words: PageWords, { intake, scope }: PolicyPack): Html {
  const { locale, say } = words;
  const inside = intake.categories
    .filter(({ out }) => out === undefined)
    .map(({ clause, label }) => ({ clause, body: label[locale] }));
  const outside = scope.out.map(({ clause, text, nextStep }) => ({
    clause,
    body: nextStep.href
      ? html`${text[locale]}
          <a href="${openableAddress(nextStep.href)}">${say(`nextStep.${nextStep.code}`)}</a>`
      : text[locale],
  }));
  return section(
    words,
    {
      id: 'scope',
      title: say('scope.title'),
      clauses: [...inside, ...outside].map(({ clause }) => clause),
    },
    html`<div class="scope">
      <div>
        <h3>${icon('check')} ${say('scope.in')}</h3>
        ${lines(words, inside)}
      </div>
      ${
        outside.length === 0
          ? ''
          : html`<div>
              <h3>${icon('cross')} ${say('scope.out')}</h3>
              ${lines(words, outside)}
              <p class="aside">${say('scope.outNote')}</p>
            </div>`
      }
    </div>`,
  );
}

/** A clause that all lines share is said once, in the last place where it holds for all. */
function lines(words: PageWords, scope: readonly ScopeLine[]): Html {
  const several = sortedClauses(scope.map(({ clause }) => clause)).length > 1;
  return html`<ul class="lines">
    ${scope.map(
      ({ clause, body }) => html`<li>${body} ${several ? clauseLink(words, clause) : ''}</li>`,
    )}
  </ul>`;
}
