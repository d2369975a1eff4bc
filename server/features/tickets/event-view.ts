import type { Locale } from '#shared/vocabulary.ts';
import type { TicketEventView } from '#shared/wire/desk.ts';
import type { LoggedEvent } from '#server/features/event-log/event-body.ts';
import type { Policy } from '#server/policy/packs.ts';

/** Whose words an event is shown in. */
export interface EventWords {
  readonly policy: Policy;
  /** Names of people and programs by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Numbers of tickets by id. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Clause of the promise, by which a first response is one. */
  readonly promiseClause: string;
  readonly locale: Locale;
}

/** One line of a ticket's history; what an event does not say is left out. */
export function eventView(event: LoggedEvent, words: EventWords): TicketEventView {
  const { kind, params, actor } = event;
  const said = Object.entries(params).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, nameOf(kind, name, String(value), words)]],
  );
  const clause =
    kind === 'first_responded'
      ? words.promiseClause
      : typeof params['clause'] === 'string'
        ? params['clause']
        : undefined;
  return {
    at: event.at.toISOString(),
    kind,
    actor: actor.kind === 'requester' ? null : (words.names.get(actor.id ?? '') ?? null),
    ...(actor.via === undefined ? {} : { via: words.names.get(actor.via) ?? actor.via }),
    ...(clause === undefined ? {} : { clause }),
    params: Object.fromEntries(said),
  };
}

/** What of an event is another ticket's id. */
const ticketParams: Partial<Record<LoggedEvent['kind'], string>> = {
  linked: 'to',
  merged: 'into',
  merged_answered: 'from',
  absorbed: 'from',
  unmerged: 'from',
  separated: 'from',
};

/** Tickets that a history names. */
export const ticketsNamed = (events: readonly LoggedEvent[]): string[] =>
  events.flatMap(({ kind, params }) => {
    const id = params[ticketParams[kind] ?? ''];
    return typeof id === 'string' ? [id] : [];
  });

/** Ids become the names that people know. */
function nameOf(
  kind: LoggedEvent['kind'],
  name: string,
  value: string,
  { policy, names, numbers, locale }: EventWords,
): string {
  if ((kind === 'assigned' && name === 'to') || name === 'agent') return names.get(value) ?? value;
  if (ticketParams[kind] === name) return numbers.get(value) ?? value;
  if (kind === 'escalated' && name === 'to') {
    const target = policy.pack.escalation?.targets.find(({ id }) => id === value);
    return target?.name[locale] ?? value;
  }
  return value;
}
