import type { PolicyPack } from '#server/policy/pack.ts';
import { pointerOf } from './pointer.ts';

/** A place in a pack that names a clause. */
export interface CitedClause {
  /** JSON pointer. */
  readonly at: string;
  readonly clause: string;
}

/** Every clause that some part of the pack cites, wherever it stands. */
export function citedClauses(pack: PolicyPack): CitedClause[] {
  const { clauses: _sentences, ...rest } = pack;
  return citedIn(rest, []);
}

function citedIn(value: unknown, parts: readonly string[]): CitedClause[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const at = [...parts, key];
    if (typeof part === 'string' && /^(clause|\w+Clause)$/.test(key)) {
      return [{ at: pointerOf(at), clause: part }];
    }
    if (key === 'clauses' && Array.isArray(part)) {
      return part.map((clause, i) => ({ at: pointerOf([...at, String(i)]), clause }));
    }
    return citedIn(part, at);
  });
}
