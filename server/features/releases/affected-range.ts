import type { Problem } from '#shared/wire/problem.ts';
import { isRange } from '#server/policy/decision/version-order.ts';

/** What is wrong with the versions that something is said to affect; undefined where nothing is. */
export const refusedRange = ({
  affectedFrom: from,
  fixedIn: before,
}: {
  readonly affectedFrom: string | null;
  readonly fixedIn: string | null;
}): Problem | undefined =>
  isRange({ from, before }) ? undefined : { code: 'request.invalid', fields: ['fixedIn'] };
