import { html } from 'hono/html';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import {
  clauseLink,
  clauseLinks,
  type Html,
  section,
  sortedClauses,
} from '#server/features/policy-page/parts.ts';
import { icon } from '#server/features/policy-page/icons.ts';
import { nextStepLink } from '#server/features/policy-page/next-step-link.ts';
import { productLines } from '#server/features/policy-page/product-lines.ts';
import { reasonLists } from '#server/features/policy-page/reason-lists.ts';
import { toConfirm } from '#server/features/policy-page/to-confirm.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { planOf } from '#server/policy/decision/plans.ts';

interface ScopeLine {
  readonly clause: string;
  readonly body: Html | string;
}

/** What may be asked for and what the regulation leaves out, side by side; reasons below. */
export function scopeSection(words: PageWords, pack: PolicyPack): Html {
  const { scope, products, operators } = pack;
  const [inside, outside] = [insideLines(words, pack), outsideLines(words, pack)];
  const others = [
    ...products,
    ...(operators ? [operators] : []),
    ...scope.causes,
    ...scope.deferReasons,
    ...(scope.onlyListed ? [scope.onlyListed] : []),
  ];
  return section(
    words,
    {
      id: 'scope',
      title: words.say('scope.title'),
      clauses: [...inside, ...outside, ...others].map(({ clause }) => clause),
    },
    html`${productLines(words, pack)}
      <div class="scope">
        ${column(words, 'in', inside, insideNotes(words, pack))}
        ${outside.length === 0 ? '' : column(words, 'out', outside, [words.say('scope.outNote')])}
      </div>
      ${reasonLists(words, pack)}
      ${toConfirm(words, pack, ['scope', 'products', 'operators', 'answers'])}`,
  );
}

/** As the text lists it; where it lists nothing, what the form offers. */
function insideLines({ locale }: PageWords, { intake, scope }: PolicyPack): ScopeLine[] {
  const lines = scope.in.map(({ clause, text }) => ({ clause, body: text[locale] }));
  const offered = intake.categories
    .filter(({ out }) => out === undefined)
    .map(({ clause, label }) => ({ clause, body: label[locale] }));
  return lines.length > 0 ? lines : offered;
}

function outsideLines(words: PageWords, pack: PolicyPack): ScopeLine[] {
  const { locale, say } = words;
  return pack.scope.out.map(({ clause, reason, text, afterDiagnosis, nextStep }) => {
    const by = pack.intake.categories.filter(({ out }) => out === reason);
    const plans = by
      .flatMap(({ inBy }) => inBy)
      .map((rule) => {
        const plan = planOf(pack, rule.plan);
        const terms = plan?.items.find(({ id }) => id === rule.item)?.terms ?? 'included';
        const name = plan?.name[locale] ?? '';
        return html`<span class="aside"
          >${say('scope.inBy', { plan: name })}, ${say(`scope.terms.${terms}`)}
          ${clauseLink(words, rule.clause)}</span
        >`;
      });
    const note = afterDiagnosis
      ? html`<span class="aside">${say('scope.afterDiagnosis')}</span>`
      : '';
    return {
      clause,
      body: html`${text[locale]} ${nextStepLink(words, nextStep)} ${note} ${plans}`,
    };
  });
}

/** What is taken without a duty, and what becomes of things that are not listed. */
function insideNotes(words: PageWords, { intake, scope }: PolicyPack): (Html | string)[] {
  const { locale, say } = words;
  const free = intake.categories.filter(({ withoutObligation }) => withoutObligation);
  const { onlyListed } = scope;
  const notes: (Html | string)[] = [];
  if (free.length > 0) {
    const what = free.map(({ label }) => label[locale]).join('; ');
    const clauses = free.flatMap(({ withoutObligation }) => withoutObligation?.clause ?? []);
    notes.push(html`${say('scope.withoutObligation', { what })} ${clauseLinks(words, clauses)}`);
  }
  if (onlyListed) {
    const { otherwise, clause } = onlyListed;
    notes.push(html`${say(`scope.onlyListed.${otherwise}`)} ${clauseLink(words, clause)}`);
  }
  return notes;
}

/** A clause that all lines share is said once, in the heading. */
function column(
  words: PageWords,
  side: 'in' | 'out',
  lines: readonly ScopeLine[],
  notes: readonly (Html | string)[],
): Html {
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
    ${notes.map((note) => html`<p class="aside">${note}</p>`)}
  </div>`;
}
