import type { PackCategory, PolicyPack } from '#server/policy/pack.ts';
import { dayMs } from '#server/policy/time/local-date.ts';

/**
 * By when a proposal or feedback wants an outcome, epoch milliseconds; undefined for anything else.
 * A target of the desk: no regulation promises it, so it is days of 24 hours from the receipt.
 */
export const ideaDueAt = (
  { proposals }: PolicyPack,
  category: PackCategory | undefined,
  receivedAt: number,
): number | undefined =>
  category?.type === 'proposal' ? receivedAt + proposals.outcomeWithinDays * dayMs : undefined;
