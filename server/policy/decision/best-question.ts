import type { Policy } from '#server/policy/packs.ts';
import type { Question } from './question.ts';

/** What a question in general is about. `receivedAt` in epoch milliseconds. */
export interface BestQuestion {
  readonly receivedAt: number;
  /** The first one in scope unless given. */
  readonly category?: string | undefined;
  readonly plan?: string | undefined;
  readonly level?: string | undefined;
}

/** The complete request of a customer in good standing, in the official channel: what the regulation promises at its best. */
export function bestQuestion(
  { pack, fields }: Policy,
  { receivedAt, category, plan, level }: BestQuestion,
): Question {
  const inScope = pack.intake.categories.find(({ out }) => out === undefined);
  return {
    receivedAt,
    arrival: 'channel',
    category: category ?? inScope?.id ?? '',
    answered: new Set(fields.keys()),
    attachments: 1,
    requester: {
      proven: true,
      category: pack.requesters.categories[0]?.id,
      entitlement: { plan, level },
    },
  };
}
