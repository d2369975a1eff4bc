import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';
import { type TermEnd, termEnd } from './term-end.ts';

/** What an agent wants to do. Instants in epoch milliseconds. */
export interface EscalationRequest {
  /** A target of the pack. */
  readonly to: string;
  readonly reason: string;
  readonly at: number;
  /** What the requester was told of the further terms: a day, or when the next news come. Null: nothing yet. */
  readonly told: { readonly etaAt?: number; readonly nextUpdateAt?: number } | null;
  /** False where there is nobody to tell. */
  readonly heard?: boolean;
}

/** Whether a ticket may be handed over, and what the desk owes its requester then. */
export type Escalation =
  | {
      readonly outcome: 'handed_over';
      /** The desk speaks again by then; never a day of solution. */
      readonly nextUpdate: TermEnd;
      readonly clause: string;
    }
  | { readonly outcome: 'refused'; readonly why: 'not_provided' | 'unknown_target' | 'no_reason' }
  /** The requester has to be told first, by `informBy`. */
  | { readonly outcome: 'tell_requester'; readonly informBy: TermEnd; readonly clause: string };

const unstated = { kind: 'unstated', reason: 'term_not_stated' } as const;

/** Handing over to development or others (D9). Without terms for the requester it is not complete. */
export function escalate(policy: Policy, request: EscalationRequest): Escalation {
  const rule = policy.pack.escalation;
  if (!rule) return { outcome: 'refused', why: 'not_provided' };
  const target = rule.targets.find(({ id }) => id === request.to);
  if (!target) return { outcome: 'refused', why: 'unknown_target' };
  if (request.reason.trim() === '') return { outcome: 'refused', why: 'no_reason' };
  const { told, at, heard = true } = request;
  if (!heard) {
    return { outcome: 'handed_over', nextUpdate: unstated, clause: target.clause };
  }
  const terms = told && (told.etaAt !== undefined || told.nextUpdateAt !== undefined);
  if (rule.informs && !terms) {
    const informBy = termEnd(policy, at, rule.informWithin, 'clamped');
    return { outcome: 'tell_requester', informBy, clause: rule.clause };
  }
  const nextUpdate = nextUpdateOf(policy, rule, told?.nextUpdateAt, at);
  return { outcome: 'handed_over', nextUpdate, clause: target.clause };
}

/**
 * When the requester hears again after an update: what was told, but never later than the rule. It is
 * armed anew by each update.
 */
export function nextUpdateOf(
  policy: Policy,
  rule: NonNullable<PolicyPack['escalation']>,
  toldAt: number | undefined,
  from: number,
): TermEnd {
  const latest = termEnd(policy, from, rule.nextUpdateEvery, 'clamped');
  if (toldAt === undefined) return latest;
  return latest.kind === 'ends' && latest.at < toldAt
    ? latest
    : { kind: 'ends', at: toldAt, estimated: false };
}
