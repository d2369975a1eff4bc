import { eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { policyEditions } from '#server/features/policies/policy-editions.table.ts';

/** That an edition was published, and as what. */
export interface Publication {
  readonly publishedAt: Date;
  /** Of the file, base64url. */
  readonly sha256: string;
}

/** Publications on record, by `editionKey`. */
export type Publications = ReadonlyMap<string, Publication>;

/** Names an edition of a vendor. */
export const editionKey = ({
  vendor,
  edition,
}: {
  readonly vendor: string;
  readonly edition: string;
}): string => `${vendor} ${edition}`;

/** Every publication that the database knows. */
export async function readPublications(db: Database): Promise<Publications> {
  const rows = await db.select().from(policyEditions).where(eq(policyEditions.state, 'published'));
  return new Map(
    rows.map(({ tenantId, edition, sha256, loadedAt }) => [
      editionKey({ vendor: tenantId, edition }),
      { publishedAt: loadedAt, sha256 },
    ]),
  );
}
