import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import type { Deps } from '#server/deps.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { hasEnded, tickets } from '#server/features/tickets/tickets.table.ts';

const atOnce = 200;

/**
 * Takes away what people wrote into tickets that ended so many months ago: as the regulation in force
 * says, else by the setting `CONTENT_KEPT_MONTHS`; without both nothing. Some of each vendor at a time, the oldest first; running it
 * again, or on two servers, is harmless.
 *
 * @returns how many tickets were erased
 */
export async function eraseOutdated(
  deps: Pick<Deps, 'db' | 'files' | 'policies' | 'now' | 'config'>,
): Promise<number> {
  const now = deps.now();
  let erased = 0;
  for (const tenantId of deps.policies.vendors) {
    const { retention } = deps.policies.inForce(tenantId, now)?.pack ?? {};
    const months = retention?.months ?? deps.config.CONTENT_KEPT_MONTHS;
    if (months === undefined) continue;
    const before = monthsBefore(now, months);
    const outdated = await deps.db
      .select({ id: tickets.id })
      .from(tickets)
      .where(
        and(
          eq(tickets.tenantId, tenantId),
          hasEnded,
          lt(tickets.resolvedAt, before),
          isNull(tickets.erasedAt),
        ),
      )
      .orderBy(asc(tickets.resolvedAt), asc(tickets.number))
      .limit(atOnce);
    for (const { id } of outdated) {
      const done = await eraseContent(deps, { tenantId, ticketId: id });
      if (done.ok) erased += 1;
    }
  }
  return erased;
}

/** The same day of an earlier month in UTC, or its last where it has no such day. */
function monthsBefore(now: number, months: number): Date {
  const then = new Date(now);
  const day = then.getUTCDate();
  then.setUTCMonth(then.getUTCMonth() - months);
  // a day that its month does not have runs over into the next
  if (then.getUTCDate() !== day) then.setUTCDate(0);
  return then;
}
