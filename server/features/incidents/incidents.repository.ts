import { and, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { incidents, type IncidentRow } from '#server/features/incidents/incidents.table.ts';

type Known = Pick<IncidentRow, 'tenantId' | 'kind' | 'source' | 'sourceId'>;

/** The incident of this very finding or alert. */
export async function findIncident(
  tx: Transaction,
  { tenantId, kind, source, sourceId }: Known,
): Promise<IncidentRow | undefined> {
  const [row] = await tx
    .select()
    .from(incidents)
    .where(
      and(
        eq(incidents.tenantId, tenantId),
        eq(incidents.kind, kind),
        eq(incidents.source, source),
        eq(incidents.sourceId, sourceId),
      ),
    );
  return row;
}

/** The incident of a source that has not recovered yet. */
export async function findOpenIncident(
  tx: Transaction,
  tenantId: string,
  kind: 'check' | 'silence',
  source: string,
): Promise<IncidentRow | undefined> {
  const [row] = await tx
    .select()
    .from(incidents)
    .where(
      and(
        eq(incidents.tenantId, tenantId),
        eq(incidents.kind, kind),
        eq(incidents.source, source),
        isNull(incidents.recoveredAt),
      ),
    );
  return row;
}

/** The incident that a ticket was opened for. */
export async function findIncidentOfTicket(
  db: Database,
  tenantId: string,
  ticketId: string,
): Promise<IncidentRow | undefined> {
  const [row] = await db
    .select()
    .from(incidents)
    .where(and(eq(incidents.tenantId, tenantId), eq(incidents.ticketId, ticketId)));
  return row;
}
