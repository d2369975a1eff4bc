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

/** The same for several; three and more in a row become one link: `п. 8–12`. */
export const clauseLinks = (words: PageWords, clauses: Iterable<string>): Html[] =>
  inRuns(sortedClauses(clauses)).flatMap((run) => {
    const [from = '', to = ''] = [run[0], run.at(-1)];
    return run.length < 3
      ? run.map((clause) => clauseLink(words, clause))
      : [
          html`<a class="clause" href="#clause-${from}"
            >${words.say('clause.range', { from, to })}</a
          >`,
        ];
  });

/** For a narrow column, the word said once: `п. 3, 5–7, 9`. */
export function shortClauseLinks(words: PageWords, clauses: Iterable<string>): Html {
  const { say } = words;
  const [before = '', after = ''] = say('clause.margin').split('{list}');
  const links = inRuns(sortedClauses(clauses)).map((run, index) => {
    const [from = '', to = ''] = [run[0], run.at(-1)];
    const [text, name] =
      run.length > 1
        ? [html`${from}–<wbr />${to}`, say('clause.range', { from, to })]
        : [from, say('clause.ref', { clause: from })];
    const comma = index === 0 ? '' : ', ';
    return html`${comma}<a href="#clause-${from}" aria-label="${name}">${text}</a>`;
  });
  return html`${before}${links}${after}`;
}

/** 3.1, 3.2, 3.3 is a run, 3.3, 4.1 is none. */
function inRuns(clauses: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const clause of clauses) {
    const last = runs.at(-1);
    if (last && follows(last.at(-1) ?? '', clause)) last.push(clause);
    else runs.push([clause]);
  }
  return runs;
}

function follows(before: string, clause: string): boolean {
  const [a, b] = [before, clause].map((text) => /^(.*?)(\d+)$/.exec(text));
  return a?.[1] === b?.[1] && Number(a?.[2]) + 1 === Number(b?.[2]);
}

/** An instant that a program can read too. @param at epoch milliseconds */
export const momentOf = (at: number, text: string): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${text}</time>`;

/** More than everybody needs; open on paper. */
export const folded = (title: string, body: unknown): Html =>
  html`<details>
    <summary>${title}</summary>
    ${body}
  </details>`;

/** A section with its clauses in the margin. */
export function section(
  words: PageWords,
  { id, title, clauses }: { id: string; title: string; clauses: Iterable<string> },
  body: unknown,
): Html {
  const cited = [...clauses];
  const margin =
    cited.length === 0
      ? ''
      : html`<p class="margin" role="group" aria-label="${words.say('clause.list')}">
          ${shortClauseLinks(words, cited)}
        </p>`;
  return html`<section id="${id}" aria-labelledby="${id}-title">
    ${margin}
    <div class="content">
      <h2 id="${id}-title">${title}</h2>
      ${body}
    </div>
  </section>`;
}
