import type { Decision } from '#shared/wire/decision.ts';
import { bodyOf, type Actor } from '#server/features/event-log/event-body.ts';
import { placeInQueue, runningDueAt } from '#server/features/life/ticket-columns.ts';
import { contentDigest } from '#server/features/messages/content-digest.ts';
import type { TicketDraft } from '#server/features/tickets/ticket-draft.ts';
import { deadlinesOf } from '#server/policy/life/deadlines.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import { ideaDueAt } from '#server/policy/life/idea-due.ts';
import { openedEvent } from '#server/policy/life/open-life.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What a ticket is opened from. */
export interface OpenedFrom extends Pick<
  TicketDraft,
  'ticketId' | 'category' | 'plan' | 'text' | 'answers' | 'context' | 'receivedAt'
> {
  readonly decision: Decision;
  readonly salt: string;
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The first event of a ticket, and everything that follows from it. */
export function openedLife(
  policy: Policy,
  from: OpenedFrom,
): Pick<
  TicketDraft,
  'status' | 'salt' | 'openedBody' | 'life' | 'dueAt' | 'queueKey' | 'timers' | 'ideaDueAt'
> {
  const { ticketId, category, plan, text, answers, context, receivedAt, salt, actor, at } = from;
  const opened = openedEvent(policy, from.decision, {
    category,
    severity: 'normal',
    digest: contentDigest(salt, text, answers, context),
    receivedAt,
  });
  const life = evolve(null, opened, at);
  const { kind, params } = opened;
  const outcomeBy = ideaDue(policy, category, at);
  return {
    status: life.status,
    salt,
    openedBody: bodyOf({ ticketId, kind, at: new Date(at), actor, params }),
    life,
    dueAt: runningDueAt(life)?.toISOString() ?? null,
    queueKey: placeInQueue(policy.pack, life, { plan, createdAt: at }),
    timers: [
      ...deadlinesOf(policy, life).map((deadline) => ({
        kind: deadline.kind,
        fireAt: new Date(deadline.fireAt).toISOString(),
      })),
      ...(outcomeBy === null ? [] : [{ kind: 'idea.overdue' as const, fireAt: outcomeBy }]),
    ],
    ideaDueAt: outcomeBy,
  };
}

function ideaDue(policy: Policy, category: string, at: number): string | null {
  const dueAt = ideaDueAt(policy.pack, policy.categories.get(category), at);
  return dueAt === undefined ? null : new Date(dueAt).toISOString();
}
