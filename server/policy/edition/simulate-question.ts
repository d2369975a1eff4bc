import type { Decision } from '#shared/wire/decision.ts';
import type { EntitlementFacts, PolicyRequester } from '#server/policy/decision/entitlement.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { Question } from '#server/policy/decision/question.ts';

/** A stored request, as far as decisions go. Instants are epoch milliseconds. */
export interface StoredTicket {
  readonly number: number;
  /** The receipt; while a bridge waits for its message, when it was prepared. */
  readonly receivedAt: number;
  readonly arrival: Question['arrival'];
  readonly category: string;
  readonly answered: readonly string[];
  readonly attachments: number;
  /** Plan at receipt. */
  readonly plan: string | null;
  /** Region of the requester, as it is known today. */
  readonly region?: string | null;
  /** Category that the requester's voucher names today. */
  readonly requesterCategory: string | null;
  /** Contract of the requester as it is on record today; null where none is. */
  readonly contract: EntitlementFacts | null;
  /** What holds for the ticket: the decision of its last receipt. */
  readonly decision: Decision;
  readonly respondedAt: number | null;
}

/**
 * The question that a stored ticket was decided by. What was known of the requester then is not
 * stored; it follows from the decision, which says whether somebody vouched for them, how their
 * entitlement stood and until when, and, where the contract sets the term, which term that was. Level
 * and category are those on record today.
 *
 * @param own the edition that decided; without it a term that a contract set is not told from another
 */
export const storedQuestion = (ticket: StoredTicket, own: Policy | undefined): Question => ({
  receivedAt: ticket.receivedAt,
  arrival: ticket.arrival,
  category: ticket.category,
  answered: new Set(ticket.answered),
  attachments: ticket.attachments,
  requester: storedRequester(ticket, own),
  ...(ticket.region ? { region: ticket.region } : {}),
});

function storedRequester(ticket: StoredTicket, own: Policy | undefined): PolicyRequester {
  const { state } = ticket.decision.entitlement;
  if (state === 'unverified') return { proven: false, entitlement: null };
  return {
    proven: true,
    category: ticket.requesterCategory ?? undefined,
    entitlement: storedEntitlement(ticket, own),
  };
}

function storedEntitlement(
  { decision, contract, plan }: StoredTicket,
  own: Policy | undefined,
): EntitlementFacts | null {
  const { state, validUntil } = decision.entitlement;
  const registered = own?.pack.entitlement.kind === 'registered';
  if (!contract && (state === 'missing' || (registered && state === 'entitled'))) return null;
  const termIsTheirs = own && ['contract', 'level'].includes(own.pack.clocks.firstResponse.kind);
  return {
    plan: plan ?? contract?.plan,
    level: contract?.level,
    // a contract that had not begun is the only one that is on record and counts as missing
    validFrom: state === 'missing' ? contract?.validFrom : undefined,
    validUntil,
    firstResponse: (termIsTheirs && decision.firstResponse.target) || contract?.firstResponse,
  };
}
