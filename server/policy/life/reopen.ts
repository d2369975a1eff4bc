import type { MissingField } from '#server/policy/decision/intake.ts';
import { type Policy, vendorDay } from '#server/policy/packs.ts';

/** A resolved ticket that its requester wants to go on with. Instants in epoch milliseconds. */
export interface ReopenRequest {
  readonly resolvedAt: number;
  readonly now: number;
  /** What the request lacks of the regulation's list. */
  readonly missing: readonly MissingField[];
}

/** What becomes of it. Whatever it is, an appeal stays open. */
export type Reopening =
  | { readonly outcome: 'reopen'; readonly clause: string | undefined }
  /** Not a dead end: once the rest has come it opens again. */
  | {
      readonly outcome: 'complete_first';
      readonly missing: readonly MissingField[];
      readonly clause: string | undefined;
    }
  | { readonly outcome: 'new_linked_ticket' | 'refuse'; readonly clause: string | undefined };

/**
 * Whether a resolved ticket may be opened again (C8). The days run against the requester: the last one
 * counts whole, in the vendor's zone. A clause is undefined where the regulation says nothing.
 */
export function reopenOf(policy: Policy, { resolvedAt, now, missing }: ReopenRequest): Reopening {
  const { condition, withinDays, after, clause } = policy.pack.reopen;
  const days = vendorDay(policy, now) - vendorDay(policy, resolvedAt);
  if (withinDays !== null && days > withinDays) return { outcome: after, clause };
  if (condition === 'complete' && missing.length > 0) {
    return { outcome: 'complete_first', missing, clause };
  }
  return { outcome: 'reopen', clause };
}
