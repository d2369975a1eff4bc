import type { Locale } from '#shared/vocabulary.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { changeJson } from '#server/policy/edition/edition-diff-outcome.ts';
import { effectWords } from '#server/policy/edition/edition-diff-effect-words.ts';
import { namesOf } from '#server/policy/edition/edition-diff-names.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';
import type { SimulationSummary } from '#server/policy/edition/simulate-summary.ts';
import type { ReplayedTicket, ReplayTerms } from '#server/policy/simulate.ts';

const aspectNames = {
  category: 'categories that are gone',
  term: 'terms',
  entitlement: 'entitlements',
  guaranteed: 'guarantees',
  scope: 'scope',
  route: 'routes',
  missing: 'missing fields',
  rights: 'rights of the desk',
  notices: 'notices',
} as const;

/** A simulation for a person at a terminal. */
export function simulationLines(
  locale: Locale,
  terms: ReplayTerms,
  { tickets, changed, byAspect, terms: byTerm, late, uncertain, examples }: SimulationSummary,
): string[] {
  const { vendor, edition } = terms.next.pack;
  const kinds = Object.entries(aspectNames).flatMap(([aspect, name]) => {
    const count = byAspect[aspect as keyof typeof aspectNames];
    return count === undefined ? [] : [`${name} ${count}`];
  });
  return [
    `${vendor} ${edition} on ${tickets} stored tickets: ${changed} would be decided otherwise.`,
    ...(kinds.length > 0 ? [`  ${kinds.join(', ')}`] : []),
    `  terms: ${byTerm.earlier} earlier, ${byTerm.later} later, ${byTerm.gained} gained, ${byTerm.lost} lost, ${byTerm.reason} none for another reason`,
    `  late first responses: ${late.before} → ${late.after} (${late.only.after} more, ${late.only.before} fewer)`,
    ...(uncertain > 0
      ? [
          `  ${uncertain} tickets are uncertain: their own edition, asked again, does not answer what is stored, so what was known at their receipt has changed since.`,
        ]
      : []),
    ...examples.map((replayed) => `  ${exampleLine(locale, terms, replayed)}`),
  ];
}

function exampleLine(
  locale: Locale,
  { next, own, now }: ReplayTerms,
  { ticket, changes, certain }: ReplayedTicket,
): string {
  const older = own(ticket.decision.edition) ?? next;
  const words = effectWords(locale, {
    newer: next,
    names: { older: namesOf(older.pack), newer: namesOf(next.pack) },
    year: vendorDate(next, now).slice(0, 4),
    question: ticket,
    entitlement: ticket.decision.entitlement.state,
    changes,
  });
  return `${shownNumber(next.pack, ticket.number)}${certain ? '' : ' (?)'} ${words}`;
}

/** The same for a program. Instants are ISO 8601. */
export const simulationJson = (next: Policy, summary: SimulationSummary) => ({
  vendor: next.pack.vendor,
  edition: next.pack.edition,
  ...summary,
  examples: summary.examples.map(({ ticket, changes, late, certain }) => ({
    number: shownNumber(next.pack, ticket.number),
    receivedAt: new Date(ticket.receivedAt).toISOString(),
    category: ticket.category,
    edition: ticket.decision.edition,
    changes: changes.map(changeJson),
    late,
    certain,
  })),
});
