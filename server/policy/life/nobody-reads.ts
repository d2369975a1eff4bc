import type { ActKind, LifeAct } from './life-act.ts';
import type { StepContext } from './step.ts';

/** Acts that tell the requester something, ask them or speak in their name. */
const spoken: readonly ActKind[] = [
  'reply',
  'ask',
  'inform',
  'plan_release',
  'defer',
  'refuse',
  'refer',
  'hand_over',
  'decline',
  'settle',
  'appeal',
  'answer_follow_up',
];

/** Acts that can be done without telling the requester. */
const mayBeSilent: readonly ActKind[] = ['resolve', 'escalate'];

/** Whether an act would say something in a ticket that the watch opened, where nobody reads it. */
export const speaksToNobody = ({ facts }: StepContext, act: LifeAct): boolean =>
  facts.ofWatch === true &&
  (spoken.includes(act.act) ||
    (mayBeSilent.includes(act.act) && 'digest' in act && act.digest !== null));
