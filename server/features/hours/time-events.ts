import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import type { EventDraft } from '#server/features/event-log/event-body.ts';
import type { TimeEntryRow } from '#server/features/hours/time-entries.table.ts';
import type { WrittenTime } from '#server/features/hours/write-time.ts';

type TimeEventKind = 'time_logged' | 'time_corrected' | 'time_voided';

/** What happened to an entry of time. */
export const timeEvent = (
  kind: TimeEventKind,
  { ticketId, id, minutes, countedMinutes }: TimeEntryRow,
  at: Date,
  by: Agent,
): EventDraft => ({
  ticketId,
  kind,
  at,
  actor: agentActor(by),
  params: { entry: id, minutes, countedMinutes },
});

/** The same for an entry that was just written, and the warning of its month where that has come. */
export const writtenEvents = (
  kind: TimeEventKind,
  { entry, warned }: WrittenTime,
  at: Date,
  by: Agent,
): EventDraft[] => [
  timeEvent(kind, entry, at, by),
  ...(warned
    ? [
        {
          ticketId: entry.ticketId,
          kind: 'hours_warned' as const,
          at,
          actor: { kind: 'system' as const, id: null },
          params: { organisation: entry.organisationId, plan: entry.plan },
        },
      ]
    : []),
];
