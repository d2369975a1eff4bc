import { and, eq, ne } from 'drizzle-orm';
import { fail, type Result, succeed } from '#shared/result.ts';
import type { Database } from '#server/db/connect.ts';
import { policyEditions } from '#server/features/policies/policy-editions.table.ts';
import type { Publication } from '#server/features/policies/publications.ts';
import { ensureTenant } from '#server/features/tenants/tenants.repository.ts';

/** An edition as its file has it. */
export interface EditionFile {
  readonly vendor: string;
  readonly edition: string;
  readonly sha256: string;
}

/**
 * Puts the publication of an edition on record. The same file again leaves the first record as it is.
 *
 * Fails with the record of another file that was published under the same name.
 */
export async function publishEdition(
  db: Database,
  { vendor, edition, sha256 }: EditionFile,
  at: Date,
): Promise<Result<Publication & { readonly again: boolean }, Publication>> {
  await ensureTenant(db, vendor, at);
  const row = { tenantId: vendor, edition, sha256, state: 'published' as const, loadedAt: at };
  const [fresh] = await db
    .insert(policyEditions)
    .values(row)
    .onConflictDoUpdate({
      target: [policyEditions.tenantId, policyEditions.edition],
      set: row,
      setWhere: ne(policyEditions.state, 'published'),
    })
    .returning();
  if (fresh) return succeed({ publishedAt: at, sha256, again: false });
  const [known] = await db
    .select()
    .from(policyEditions)
    .where(and(eq(policyEditions.tenantId, vendor), eq(policyEditions.edition, edition)));
  if (!known) throw new Error('an edition that was in the way is gone');
  const publication = { publishedAt: known.loadedAt, sha256: known.sha256 };
  return known.sha256 === sha256 ? succeed({ ...publication, again: true }) : fail(publication);
}
