import type { Problem } from '#shared/wire/problem.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A refusal of work with the clause that refuses and, where the pack names one, where to go instead. */
export function refusedWork(
  { outReasons }: Policy,
  { clause, reason }: { readonly clause: string; readonly reason?: string },
): Problem {
  const step = reason === undefined ? undefined : outReasons.get(reason)?.nextStep;
  if (!step) return { code: 'work.refused', clause };
  const { code, href } = step;
  return { code: 'work.refused', clause, nextStep: href === undefined ? { code } : { code, href } };
}
