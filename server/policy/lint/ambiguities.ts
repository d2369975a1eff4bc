import { ambiguitiesOfLife } from './ambiguities-of-life.ts';
import { ambiguitiesOfPeople } from './ambiguities-of-people.ts';
import { ambiguitiesOfTime } from './ambiguities-of-time.ts';
import type { Ambiguity } from './ambiguity.ts';

/**
 * Every ambiguity that keys decide. Three more are found in what a pack says, not in what it leaves
 * out: a placeholder for an address (B11), a mailbox of a person (B12), a discount whose place in the
 * price is not stated (E1).
 */
export const ambiguities: readonly Ambiguity[] = [
  ...ambiguitiesOfTime,
  ...ambiguitiesOfPeople,
  ...ambiguitiesOfLife,
];
