import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { OnFinding } from '#server/features/probes/run-probes.ts';

/** Writes down, in the history of its ticket, whether a portal could be reached, and when. */
export const recordPortal: OnFinding = async (tx, { tenantId, subjectId }, finding, at) =>
  appendEvents(tx, tenantId, [
    {
      ticketId: subjectId,
      kind: 'portal_probed',
      at,
      actor: { kind: 'system', id: null },
      params:
        finding.outcome === 'reachable'
          ? { outcome: finding.outcome, status: finding.status }
          : { outcome: finding.outcome, reason: finding.reason },
    },
  ]);
