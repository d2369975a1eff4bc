import type { AlertBody } from '#shared/wire/watch.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { findIncident } from '#server/features/incidents/incidents.repository.ts';
import { openIncident } from '#server/features/incidents/open-incident.ts';
import { recoverIncident } from '#server/features/incidents/recover-incident.ts';

/** What an alert led to; no ticket where a recovery came of something nobody had told of. */
export interface TakenAlert {
  readonly ticketId: string | null;
  readonly opened: boolean;
}

/** Takes an alert of another monitor: opens its incident, or ends it. The same alert again changes nothing. */
export async function takeAlert(
  deps: Deps,
  tenantId: string,
  { source, id, title, text, state }: AlertBody,
): Promise<TakenAlert> {
  const at = new Date(deps.now());
  return inTransaction(deps.db, async (tx) => {
    const outage = { tenantId, kind: 'alert', source, sourceId: id } as const;
    if (state === 'firing') {
      const told = { ...outage, watcher: source, title, text: text || title };
      const { ticketId, fresh } = await openIncident(deps, tx, told, at);
      return { ticketId, opened: fresh };
    }
    const known = await findIncident(tx, outage);
    if (known) await recoverIncident(deps, tx, known, at);
    return { ticketId: known?.ticketId ?? null, opened: false };
  });
}
