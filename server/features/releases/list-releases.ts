import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ReleaseList, ReleaseView } from '#shared/wire/releases.ts';
import type { Database } from '#server/db/connect.ts';
import { problemsFixedIn } from '#server/features/known-problems/known-problems.repository.ts';
import {
  findRelease,
  pageOfReleases,
  releasedVersions,
} from '#server/features/releases/releases.repository.ts';
import type { ReleaseRow } from '#server/features/releases/releases.table.ts';
import { currentVersion } from '#server/policy/decision/outdated-version.ts';
import { pageOf } from '#server/http/page.ts';

/** A page of a desk's versions with what each ends, the newest entry first. */
export async function listReleases(
  db: Database,
  tenantId: string,
  asked: {
    readonly product: string | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<ReleaseList> {
  const found = await pageOfReleases(db, tenantId, { ...asked, limit: asked.limit + 1 });
  const { rows, next } = pageOf(found, asked.limit, ({ id }) => id);
  return { releases: await releaseViews(db, tenantId, rows), next };
}

/** One version at the desk. Fails with `release.not_found`. */
export async function readRelease(
  db: Database,
  tenantId: string,
  id: string,
): Promise<Result<ReleaseView, Problem>> {
  const row = await findRelease(db, tenantId, id);
  const [view] = row ? await releaseViews(db, tenantId, [row]) : [];
  return view ? succeed(view) : fail({ code: 'release.not_found' });
}

async function releaseViews(
  db: Database,
  tenantId: string,
  rows: readonly ReleaseRow[],
): Promise<ReleaseView[]> {
  const [out, ended] = await Promise.all([
    releasedVersions(db, tenantId),
    problemsFixedIn(db, tenantId, rows),
  ]);
  const current = (product: string) =>
    currentVersion(
      out.flatMap((row) => (row.product === product ? [{ version: row.version, fixes: [] }] : [])),
    );
  return rows.map(({ id, product, version, plannedOn, releasedOn, texts, toldAt }) => ({
    id,
    product,
    version,
    plannedOn,
    releasedOn,
    current: releasedOn !== null && version === current(product),
    problems: ended
      .filter((problem) => problem.product === product && problem.fixedIn === version)
      .map((problem) => problem.id),
    texts,
    toldAt: toldAt?.toISOString() ?? null,
  }));
}
