import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { releases, type ReleaseRow } from '#server/features/releases/releases.table.ts';

/** Versions that are compared at most; older ones are nobody's news. */
const comparedAtMost = 2000;

/** All versions of a vendor, those to come included. Empty where it keeps no registry. */
export async function allReleases(db: Database, tenantId: string): Promise<ReleaseRow[]> {
  return db
    .select()
    .from(releases)
    .where(eq(releases.tenantId, tenantId))
    .orderBy(desc(releases.id))
    .limit(comparedAtMost);
}

/** Versions that are out. */
export async function releasedVersions(db: Database, tenantId: string): Promise<ReleaseRow[]> {
  return db
    .select()
    .from(releases)
    .where(and(eq(releases.tenantId, tenantId), isNotNull(releases.releasedOn)))
    .orderBy(desc(releases.id))
    .limit(comparedAtMost);
}

/** Products whose versions are known. Empty where a vendor keeps no registry. */
export async function knownProducts(db: Database, tenantId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ product: releases.product })
    .from(releases)
    .where(eq(releases.tenantId, tenantId));
  return rows.map(({ product }) => product);
}

/** Undefined when this tenant has no such version. */
export async function findRelease(
  db: Database,
  tenantId: string,
  id: string,
): Promise<ReleaseRow | undefined> {
  const [row] = await db
    .select()
    .from(releases)
    .where(and(eq(releases.tenantId, tenantId), eq(releases.id, id)));
  return row;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockRelease(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<ReleaseRow | undefined> {
  const [row] = await tx
    .select()
    .from(releases)
    .where(and(eq(releases.tenantId, tenantId), eq(releases.id, id)))
    .for('update');
  return row;
}

/**
 * Whether a version is still to come. It comes out neither before the transaction ends, so that whoever
 * begins to wait for it is among those who are told.
 */
export async function keepRelease(tx: Transaction, tenantId: string, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.tenantId, tenantId), eq(releases.id, id), isNull(releases.releasedOn)))
    .for('share');
  return row !== undefined;
}
