import type { LifeAct } from './life-act.ts';
import type { StepContext } from './step.ts';
import { takeStep } from './take-step.ts';

/** What a requester may do with their ticket besides writing. */
const requesterActKinds = ['reopen', 'withdraw', 'appeal', 'answer_follow_up'] as const;
export type RequesterActKind = (typeof requesterActKinds)[number];

const tried: { readonly [Kind in RequesterActKind]: LifeAct } = {
  reopen: { act: 'reopen' },
  withdraw: { act: 'withdraw' },
  appeal: { act: 'appeal', digest: null },
  answer_follow_up: { act: 'answer_follow_up', solved: null, score: null, digest: null },
};

/**
 * The acts that would be done if the requester asked for them now: the steps themselves say so. Of a
 * ticket that goes on in another one nobody is asked how it went, whoever answers a letter from before.
 */
export const requesterOptions = (context: Omit<StepContext, 'by'>): RequesterActKind[] =>
  requesterActKinds.filter((kind) => {
    if (kind === 'answer_follow_up' && context.state.mergedInto !== null) return false;
    const step = takeStep({ ...context, by: 'requester' }, tried[kind]);
    return step.ok && step.value.events.length > 0;
  });
