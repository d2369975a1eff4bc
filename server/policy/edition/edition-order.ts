import { type EditionEffect, takesEffect } from './edition-effect.ts';
import { dayOf, type LocalDay } from '#server/policy/time/local-date.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { type Policy, vendorDay } from '#server/policy/packs.ts';

/** An edition among those of its vendor. */
export interface EditionStart {
  readonly policy: Policy;
  /** The vendor's first day under it; null while it waits for its publication. */
  readonly from: LocalDay | null;
  /** Whether it holds at an instant, epoch milliseconds, and by which clause. */
  effect(at: number): EditionEffect;
}

/** Instant of an edition's publication, epoch milliseconds; undefined where none is on record. */
export type PublishedAt = (policy: Policy) => number | undefined;

/**
 * The editions of one vendor, the oldest first. The first one always holds: there is nothing else to
 * decide by. A further one may have to be published first, where it says so itself or the edition
 * before it does: the rule about changes is that of the text that is changed, too. One that waits for
 * its publication changes nothing and is changed by nothing.
 */
export function editionStarts(
  policies: readonly Policy[],
  vendor: string,
  publishedAt: PublishedAt,
): EditionStart[] {
  const editions = policies.filter(({ pack }) => pack.vendor === vendor).toSorted(byOrder);
  const starts: EditionStart[] = [];
  for (const policy of editions) {
    const before = starts.findLast(({ from }) => from !== null)?.policy;
    const bound = before ? boundBy(policy, before) : boundBy(policy);
    const published = publishedAt(policy);
    const effect = (at: number) =>
      takesEffect(bound, published === undefined ? [] : [published], at);
    starts.push({ policy, from: before ? firstDay(effect(0)) : -Infinity, effect });
  }
  return starts;
}

/** The edition that decides a request received at an instant: the newest that holds by then, else the first. */
export const editionAt = (starts: readonly EditionStart[], at: number): Policy | undefined =>
  (
    starts.findLast(({ policy, from }) => from !== null && from <= vendorDay(policy, at)) ??
    starts[0]
  )?.policy;

const byOrder = (a: Policy, b: Policy): number => (orderOf(a.pack) < orderOf(b.pack) ? -1 : 1);

/** Texts without a date come before dated ones, in the order in which they were read. */
const orderOf = ({ validFrom, edition }: PolicyPack): string => `${validFrom ?? ''} ${edition}`;

function firstDay(effect: EditionEffect): LocalDay | null {
  if (effect.state === 'not_published') return null;
  return effect.from === null ? -Infinity : dayOf(effect.from);
}

/** The edition with the notice that its coming into force needs. */
function boundBy(policy: Policy, before?: Policy): Policy {
  const rules = [before, before && policy].flatMap((one) => one?.pack.publication.changes ?? []);
  const changes = rules.toSorted((a, b) => strictness(b) - strictness(a))[0];
  const publication = { ...policy.pack.publication, changes };
  return { ...policy, pack: { ...policy.pack, publication } };
}

const strictness = ({
  notice,
  daysBefore,
}: NonNullable<PolicyPack['publication']['changes']>): number =>
  notice === 'published' ? 1 + daysBefore : 0;
