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
  release_shipped: 'release_shipped',
  deferred: 'agent_replied',
  appeal_heard: 'agent_replied',
};

/** A letter to be written; `params` are what of the act it tells besides an agent's words. */
export interface StepLetter {
  readonly kind: OutboxEntry['kind'];
  readonly params: OutboxEntry['params'];
}

/** The letter that tells the requester what was done; the last thing that happened is what it is about. */
export function letterOfStep({ events }: Step): StepLetter | undefined {
  const told = events.filter((event) => !(event.kind === 'closed' && isQuiet(event)));
  const kind = told.map((event) => letters[event.kind]).findLast((letter) => letter !== undefined);
  return kind && { kind, params: Object.assign({}, ...told.map(toldOf)) as StepLetter['params'] };
}

/** Nobody writes to those who sent rubbish, or who said themselves that it is done. */
const isQuiet = ({ params }: Extract<LifeEvent, { kind: 'closed' }>): boolean =>
  params.outcome === 'spam' || params.outcome === 'withdrawn';

/** Reasons with their clauses, days and versions: what a requester has a right to read. */
function toldOf(event: LifeEvent): StepLetter['params'] {
  switch (event.kind) {
    case 'closed':
      return known({
        outcome: event.params.outcome,
        reason: event.params.reason,
        clause: event.params.clause,
      });
    case 'deferred':
      return known({ reason: event.params.reason, clause: event.params.clause });
    case 'escalated':
    case 'requester_informed':
      return known({ eta: event.params.eta, nextUpdateBy: event.params.nextUpdateBy });
    case 'release_planned':
      return known({ on: event.params.on, version: event.params.version });
    case 'release_shipped':
      return { version: event.params.version };
    case 'handed_over':
      return { to: event.params.to };
    default:
      return {};
  }
}

const known = (values: Readonly<Record<string, string | null>>): StepLetter['params'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
