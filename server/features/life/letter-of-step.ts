import type { OutboxEntry } from '#server/features/outbox/outbox.table.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { Step } from '#server/policy/life/take-step.ts';

const letters: Partial<Record<LifeEvent['kind'], OutboxEntry['kind']>> = {
  resolved: 'ticket_resolved',
  closed: 'ticket_closed',
  asked: 'agent_asked',
  reminded: 'requester_reminded',
  replied: 'agent_replied',
  escalated: 'agent_replied',
  requester_informed: 'agent_replied',
  release_planned: 'agent_replied',
  deferred: 'agent_replied',
  appeal_heard: 'agent_replied',
};

/** The letter that tells the requester what was done; the last thing that happened is what it is about. */
export function letterOfStep({ events }: Step): OutboxEntry['kind'] | undefined {
  const told = events.filter((event) => !(event.kind === 'closed' && isQuiet(event)));
  return told.map(({ kind }) => letters[kind]).findLast((letter) => letter !== undefined);
}

/** Nobody writes to those who sent rubbish, or who said themselves that it is done. */
const isQuiet = ({ params }: Extract<LifeEvent, { kind: 'closed' }>): boolean =>
  params.outcome === 'spam' || params.outcome === 'withdrawn';
