import { html } from 'hono/html';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { type Html, shortClauseLinks, sortedClauses } from '#server/features/policy-page/parts.ts';

/** One thing that holds, with what supports it. */
export interface Rule {
  /** None: the text is silent, and the desk is set up this way. */
  readonly clauses: readonly string[];
  readonly says: Html | string;
  readonly notes?: readonly (Html | string)[];
  readonly value?: Html | string;
  /** `unstated`: the text sets nothing here. `internal`: the desk's own, promised to nobody. */
  readonly tone?: 'unstated' | 'internal';
}

/** Clauses of the rules, each once. */
export const clausesOf = (rules: readonly Rule[]): string[] =>
  sortedClauses(rules.flatMap(({ clauses }) => clauses));

/** Rules as rows between hairlines: clause, what holds, its value. */
export const ruleList = (words: PageWords, rules: readonly Rule[]): Html =>
  html`<ul class="rules">
    ${rules.map((rule) => row(words, rule))}
  </ul>`;

function row(words: PageWords, { clauses, says, notes = [], value, tone }: Rule): Html {
  const by =
    clauses.length > 0
      ? shortClauseLinks(words, clauses)
      : html`<a class="own" href="#own">${words.say('own.label')}</a>`;
  return html`<li>
    <p class="by">${by}</p>
    <div class="what">
      <p>${says}</p>
      ${notes.map((note) => html`<p class="aside">${note}</p>`)}
    </div>
    ${value === undefined ? '' : html`<p class="value ${tone ?? ''}">${value}</p>`}
  </li>`;
}

/** Rules in the order of their first clause; what no clause states comes last. */
export const byClause = (rules: readonly Rule[]): Rule[] => {
  const order = clausesOf(rules);
  const at = ({ clauses }: Rule) =>
    clauses.length === 0 ? order.length : order.indexOf(sortedClauses(clauses)[0] ?? '');
  return rules.toSorted((a, b) => at(a) - at(b));
};
