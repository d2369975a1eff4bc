import { dateText, dayOf } from '#server/policy/time/local-date.ts';
import { type Policy, vendorDay } from '#server/policy/packs.ts';

/** When an edition begins to hold. */
export type EditionEffect =
  /** `from`: the vendor's first day under it, `YYYY-MM-DD`; null where it always held. */
  | { readonly state: 'in_force'; readonly from: string | null; readonly clause: string }
  | { readonly state: 'later'; readonly from: string; readonly clause: string }
  /** It has to be published first, and nothing on record says that it was. */
  | { readonly state: 'not_published'; readonly clause: string };

/**
 * Whether an edition holds at an instant. Where the regulation demands a notice, it holds from its
 * own day or from so many days after its publication, whichever is later; without a publication on
 * record never. Where none is demanded its own day decides.
 *
 * @param publishedAt instants at which it was published, epoch milliseconds
 */
export function takesEffect(
  policy: Policy,
  publishedAt: readonly number[],
  now: number,
): EditionEffect {
  const { pack } = policy;
  const { changes } = pack.publication;
  const clause = changes?.clause ?? pack.editionClause;
  const noticed = changes?.notice === 'published';
  if (noticed && publishedAt.length === 0) return { state: 'not_published', clause };
  const afterNotice = noticed
    ? vendorDay(policy, Math.min(...publishedAt)) + changes.daysBefore
    : -Infinity;
  const own = pack.validFrom === null ? -Infinity : dayOf(pack.validFrom);
  const first = Math.max(own, afterNotice);
  if (first === -Infinity) return { state: 'in_force', from: null, clause };
  const state = vendorDay(policy, now) >= first ? 'in_force' : 'later';
  return { state, from: dateText(first), clause };
}
