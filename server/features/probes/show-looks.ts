import type { LookList } from '#shared/wire/watch.ts';
import type { Database } from '#server/db/connect.ts';
import { lastProbes, type ProbePlace } from '#server/features/probes/probes.repository.ts';
import type { ProbeSubject } from '#server/features/probes/probes.table.ts';
import { afterPlace, pageOf, pageQuery, placeParts, placeText } from '#server/http/page.ts';
import type { PageAsked } from '#server/http/read-on.ts';

/** Which page of looks a request asks for. */
export const looksQuery = pageQuery(200, 50).extend({
  after: afterPlace('1795348200000:prb_1', placeParts.instant, placeParts.id).transform(
    (parts): ProbePlace | undefined =>
      parts && { askedAt: new Date(Number(parts[0])), id: parts[1] ?? '' },
  ),
});

/** The first page of them. */
export const firstLooks = looksQuery.parse({});

/** A page of the looks at one subject, the newest first; empty where nobody has looked. */
export async function showLooks(
  db: Database,
  tenantId: string,
  subject: ProbeSubject,
  subjectId: string,
  { after, limit }: PageAsked<ProbePlace>,
): Promise<LookList> {
  const found = await lastProbes(db, { tenantId, subject, subjectId }, after, limit + 1);
  const { rows, next } = pageOf(found, limit, ({ askedAt, id }) =>
    placeText(askedAt.getTime(), id),
  );
  return {
    rows: rows.map(({ id, askedAt, finishedAt, outcome, reason, httpStatus }) => ({
      id,
      askedAt: askedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
      outcome,
      reason,
      status: httpStatus,
    })),
    next,
  };
}
