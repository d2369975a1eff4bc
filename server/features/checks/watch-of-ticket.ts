import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Database } from '#server/db/connect.ts';
import { findCheck } from '#server/features/checks/checks.repository.ts';
import { findIncidentOfTicket } from '#server/features/incidents/incidents.repository.ts';

/** What the watch saw that opened a ticket; undefined where a person opened it. */
export async function watchOfTicket(
  db: Database,
  { tenantId, id, channel }: { tenantId: string; id: string; channel: DeskTicket['channel'] },
): Promise<DeskTicket['watch']> {
  const incident =
    channel === 'monitoring' ? await findIncidentOfTicket(db, tenantId, id) : undefined;
  if (!incident) return undefined;
  const { kind: by, source, openedAt, recoveredAt } = incident;
  const check = by === 'check' ? await findCheck(db, tenantId, source) : undefined;
  return {
    by,
    monitor: by === 'alert' ? source : null,
    check: check
      ? { id: check.id, name: check.name, url: check.url, stopped: check.stoppedAt !== null }
      : null,
    since: openedAt.toISOString(),
    recoveredAt: recoveredAt?.toISOString() ?? null,
  };
}
