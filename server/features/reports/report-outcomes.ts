import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { OutcomeReport } from '#shared/wire/reports.ts';
import type { Deps } from '#server/deps.ts';
import { countDeferred, countEnded } from '#server/features/reports/reports.repository.ts';
import { outcomeReport } from '#server/policy/decision/outcome-report.ts';
import type { Policy } from '#server/policy/packs.ts';
import { dayMs, dayOf } from '#server/policy/time/local-date.ts';

/** A year and a day, so that two whole years are never read at once. */
const mostDays = 366;

/**
 * What tickets of a desk ended in, between two days of the vendor's zone, both included.
 *
 * Fails with `request.invalid` where the days stand in the wrong order or more than a year apart.
 */
export async function reportOutcomes(
  { db }: Pick<Deps, 'db'>,
  { pack, zone }: Policy,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Result<OutcomeReport, Problem>> {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (last < first || last - first >= mostDays) {
    return fail({ code: 'request.invalid', fields: ['from', 'to'] });
  }
  const period = {
    from: new Date(zone.toInstant(first * dayMs)),
    until: new Date(zone.toInstant((last + 1) * dayMs)),
  };
  const [ended, deferred] = await Promise.all([
    countEnded(db, pack.vendor, period),
    countDeferred(db, pack.vendor, period),
  ]);
  return succeed({ from, to, ...outcomeReport(pack, ended, deferred) });
}
