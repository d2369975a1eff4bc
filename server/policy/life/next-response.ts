import { type TermEnd, termEnd } from './term-end.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A state of a ticket in which a regulation may suspend the next answer. */
export type SuspendingState = PolicyPack['clocks']['nextResponse']['suspendedIn'][number];

/** When a later message of the requester is to be answered (A12): a target of the desk, promised to nobody. */
export type NextResponse =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'suspended';
      readonly in: SuspendingState;
      readonly clause: string | undefined;
    }
  | { readonly kind: 'target'; readonly ends: TermEnd; readonly clause: string | undefined };

/** @param state what the ticket is in besides being open; @param askedAt epoch milliseconds */
export function nextResponseOf(
  policy: Policy,
  { askedAt, state }: { readonly askedAt: number; readonly state: SuspendingState | null },
): NextResponse {
  const { target, suspendedIn, clause } = policy.pack.clocks.nextResponse;
  if (state && suspendedIn.includes(state)) return { kind: 'suspended', in: state, clause };
  if (!target) return { kind: 'none' };
  return { kind: 'target', ends: termEnd(policy, askedAt, target, 'clamped'), clause };
}
