import { html } from 'hono/html';
import type { PageWords } from '#server/features/policy-page/page-words.ts';

/** A piece of the page; every value that was put into it is escaped. */
export type Html = ReturnType<typeof html>;

const inOrder = new Intl.Collator('en', { numeric: true });

/** Clause numbers as the regulation orders them, each once: 3, 3.2, 3.10, 9. */
export const sortedClauses = (clauses: Iterable<string>): string[] =>
  [...new Set(clauses)].sort(inOrder.compare);

/** Leads to the clause's own sentence further down the page. */
export const clauseLink = ({ say }: PageWords, clause: string): Html =>
  html`<a class="clause" href="#clause-${clause}">${say('clause.ref', { clause })}</a>`;

/** An instant that a program can read too. @param at epoch milliseconds */
export const momentOf = (at: number, text: string): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${text}</time>`;

/** A section with its clauses in the margin. */
export function section(
  words: PageWords,
  { id, title, clauses }: { id: string; title: string; clauses: Iterable<string> },
  body: unknown,
): Html {
  const links = sortedClauses(clauses).map((clause) => clauseLink(words, clause));
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <p class="margin" aria-label="${words.say('clause.list')}">${links}</p>
    <div class="content">
      <h2 id="${id}-title">${title}</h2>
      ${body}
    </div>
  </section>`;
}
