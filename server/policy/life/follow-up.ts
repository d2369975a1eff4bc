import type { Outcome } from '#shared/vocabulary.ts';
import { outcomeCounts } from './outcome.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';
import { type TermEnd, termEnd } from './term-end.ts';

type FollowUpRule = NonNullable<PolicyPack['followUp']>;

/** The contact that a regulation promises after a resolution (D3). */
export interface FollowUp {
  /** Who begins it; `auto_then_agent` begins by itself. */
  readonly by: FollowUpRule['by'];
  readonly due: TermEnd;
  /** Clauses by which it asks whether it is solved, and how it went; null where it does not. */
  readonly confirms: string | null;
  readonly feedback: string | null;
  readonly clause: string;
}

/**
 * The follow-up of a resolved ticket; null where none is promised, and for what was not solved:
 * merged, spam, refused or ended in silence.
 *
 * @param resolvedAt epoch milliseconds
 */
export function followUpOf(
  policy: Policy,
  { resolvedAt, outcome }: { readonly resolvedAt: number; readonly outcome: Outcome },
): FollowUp | null {
  const rule = policy.pack.followUp;
  if (!rule || !outcomeCounts(outcome).followedUp) return null;
  return {
    by: rule.by,
    due: termEnd(policy, resolvedAt, rule.within, 'clamped'),
    confirms: rule.confirms?.clause ?? null,
    feedback: rule.feedback?.clause ?? null,
    clause: rule.clause,
  };
}

/** What a requester said to a follow-up; what was not said is left out. */
export interface FollowUpAnswer {
  readonly solved?: boolean | undefined;
  /** 1 to 5. */
  readonly score?: number | undefined;
}

/** What follows from the answer, or from none at all. */
export interface FollowUpStep {
  /** `reopen`: the same ticket; `agent_contacts`: a person gets in touch; `done`: nothing more. */
  readonly act: 'reopen' | 'agent_contacts' | 'done';
  readonly clause: string;
}

/**
 * @param answer null where the requester has not answered in the time given
 * @returns null where the regulation promises no follow-up
 */
export function followUpStep(
  { followUp: rule }: PolicyPack,
  answer: FollowUpAnswer | null,
): FollowUpStep | null {
  if (!rule) return null;
  if (rule.confirms && answer?.solved === false) {
    return { act: 'reopen', clause: rule.confirms.clause };
  }
  const unhappy = answer?.score !== undefined && answer.score <= rule.agentFromScore;
  const callsFor = { agent: !answer, auto: false, auto_then_agent: !answer || unhappy };
  return callsFor[rule.by]
    ? { act: 'agent_contacts', clause: rule.clause }
    : { act: 'done', clause: rule.feedback?.clause ?? rule.clause };
}
