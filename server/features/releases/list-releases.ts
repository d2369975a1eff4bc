import type { Locale } from '#shared/vocabulary.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ReleaseDetail, ReleaseList, ReleaseView } from '#shared/wire/releases.ts';
import type { Deps } from '#server/deps.ts';
import { problemsFixedIn } from '#server/features/known-problems/known-problems.repository.ts';
import { countWaiting, reachOf } from '#server/features/releases/release-audience.ts';
import {
  allReleases,
  findRelease,
  releasedVersions,
} from '#server/features/releases/releases.repository.ts';
import type { ReleaseRow } from '#server/features/releases/releases.table.ts';
import { currentVersion } from '#server/policy/decision/outdated-version.ts';
import { compareVersions } from '#server/policy/decision/version-order.ts';
import { pageOf } from '#server/http/page.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Whose registry is read. */
type Registry = Pick<Deps, 'db' | 'policies' | 'now'>;

/** A page of a desk's versions with what each ends: by product, the highest version first. */
export async function listReleases(
  registry: Registry,
  tenantId: string,
  asked: {
    readonly product: string | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<ReleaseList> {
  const all = (await allReleases(registry.db, tenantId))
    .filter(({ product }) => asked.product === undefined || product === asked.product)
    .toSorted(inOrder);
  const last = all.findIndex(({ id }) => id === asked.after);
  const behind = asked.after === undefined || last >= 0 ? all.slice(last + 1) : [];
  const { rows, next } = pageOf(behind, asked.limit, ({ id }) => id);
  return { releases: await releaseViews(registry, tenantId, rows), next };
}

/** One version at the desk and whom it reaches. Fails with `release.not_found`. */
export async function readRelease(
  registry: Registry,
  tenantId: string,
  id: string,
): Promise<Result<ReleaseDetail, Problem>> {
  const row = await findRelease(registry.db, tenantId, id);
  const [view] = row ? await releaseViews(registry, tenantId, [row]) : [];
  if (!row || !view) return fail({ code: 'release.not_found' });
  const [reach, ended] = await Promise.all([
    reachOf(registry.db, row),
    problemsFixedIn(registry.db, tenantId, [row]),
  ]);
  const ends = ended.filter(({ product }) => product === row.product);
  return succeed({
    ...view,
    reach,
    ends: ends.map((problem) => ({ id: problem.id, titles: titlesOf(problem.texts) })),
  });
}

const titlesOf = (texts: Partial<Record<Locale, { readonly title: string }>>) =>
  Object.fromEntries(Object.entries(texts).map(([locale, { title }]) => [locale, title]));

const inOrder = (a: ReleaseRow, b: ReleaseRow): number =>
  a.product === b.product ? compareVersions(b.version, a.version) : a.product < b.product ? -1 : 1;

/** The clause by which customers hear the day of a version to come; null where the regulation has none. */
const dayClause = (pack: PolicyPack | undefined): string | null =>
  pack?.answers?.kinds.find(({ needs }) => needs === 'date')?.clause ?? null;

async function releaseViews(
  { db, policies, now }: Registry,
  tenantId: string,
  rows: readonly ReleaseRow[],
): Promise<ReleaseView[]> {
  const [out, ended, waiting] = await Promise.all([
    releasedVersions(db, tenantId),
    problemsFixedIn(db, tenantId, rows),
    countWaiting(
      db,
      rows.filter(({ releasedOn }) => releasedOn === null),
    ),
  ]);
  const clause = dayClause(policies.inForce(tenantId, now())?.pack);
  return rows.map((row) => {
    const { id, product, version, revision, plannedOn, releasedOn, texts, toldAt } = row;
    return {
      id,
      product,
      version,
      revision,
      plannedOn,
      releasedOn,
      current: releasedOn !== null && version === currentOf(out, product),
      problems: ended
        .filter((problem) => problem.product === product && problem.fixedIn === version)
        .map((problem) => problem.id),
      texts,
      toldAt: toldAt?.toISOString() ?? null,
      waiting: waiting.get(id) ?? 0,
      clause: releasedOn === null ? clause : null,
    };
  });
}

const currentOf = (out: readonly ReleaseRow[], product: string): string | null =>
  currentVersion(
    out.flatMap((row) => (row.product === product ? [{ version: row.version, fixes: [] }] : [])),
  );
