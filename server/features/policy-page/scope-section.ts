import { html } from 'hono/html';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import {
  clauseLink,
  type Html,
  section,
  sortedClauses,
} from '#server/features/policy-page/parts.ts';
import { icon } from '#server/features/policy-page/icons.ts';
import { nextStepLink } from '#server/features/policy-page/next-step-link.ts';
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
    body: html`${text[locale]} ${nextStepLink(words, nextStep)}`,
  }));
  return section(
    words,
    {
      id: 'scope',
      title: say('scope.title'),
      clauses: [...inside, ...outside].map(({ clause }) => clause),
    },
    html`<div class="scope">
      ${column(words, 'in', inside)} ${outside.length === 0 ? '' : column(words, 'out', outside)}
    </div>`,
  );
}

/** A clause that all lines share is said once, in the heading. */
function column(words: PageWords, side: 'in' | 'out', lines: readonly ScopeLine[]): Html {
  const [shared, ...others] = sortedClauses(lines.map(({ clause }) => clause));
  const several = others.length > 0;
  return html`<div>
    <h3>
      ${icon(side === 'in' ? 'check' : 'cross')} ${words.say(`scope.${side}`)}
      ${several || !shared ? '' : clauseLink(words, shared)}
    </h3>
    <ul class="lines">
      ${lines.map(
        ({ clause, body }) => html`<li>${body} ${several ? clauseLink(words, clause) : ''}</li>`,
      )}
    </ul>
    ${side === 'out' ? html`<p class="aside">${words.say('scope.outNote')}</p>` : ''}
  </div>`;
}
