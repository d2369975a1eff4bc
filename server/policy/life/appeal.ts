import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';
import { type TermEnd, termEnd } from './term-end.ts';

/** Who hears a complaint about a ticket; at any time, whatever became of it. */
export interface Appeal {
  readonly to: PolicyPack['roles'][number] | undefined;
  readonly channel: NonNullable<PolicyPack['appeal']>['channel'];
  /** By when it is heard: a target of the desk, told to nobody unless the text states it. */
  readonly due: TermEnd;
  readonly clause: string;
}

/**
 * The appeal that a message of complaint becomes; null where the regulation names nobody to hear it.
 *
 * @param appealedAt epoch milliseconds
 */
export function appealOf(policy: Policy, appealedAt: number): Appeal | null {
  const { appeal, roles } = policy.pack;
  if (!appeal) return null;
  return {
    to: roles.find(({ id }) => id === appeal.to),
    channel: appeal.channel,
    due: termEnd(policy, appealedAt, appeal.within, 'clamped'),
    clause: appeal.clause,
  };
}
