import type { TicketEventKind } from '#shared/ticket-events.ts';

/** Who did something; `id` null where nobody in particular did. */
export interface Actor {
  readonly kind: 'requester' | 'agent' | 'system' | 'guest';
  readonly id: string | null;
  /** The key by which a program did it in an agent's name. */
  readonly via?: string;
}

/** Ids, enums, instants and digests, never a person's words. */
export type EventParams = Readonly<Record<string, string | number | boolean | null>>;

/** Something that has just happened. */
export interface EventDraft {
  /** Null for what concerns the tenant and no ticket. */
  readonly ticketId: string | null;
  readonly kind: TicketEventKind;
  readonly at: Date;
  readonly actor: Actor;
  readonly params?: EventParams;
}

/** An event as the log holds it. */
export interface LoggedEvent {
  /** Place in the tenant's chain, from 1. */
  readonly seq: number;
  readonly ticketId: string | null;
  readonly kind: TicketEventKind;
  readonly at: Date;
  readonly actor: Actor;
  readonly params: EventParams;
}

/** How the text of an event begins that is chained with a mark of its ticket; those from before have none. */
export const markedBegin = '{"v":2,';

/** The text that is hashed and stored. */
export const bodyOf = ({ ticketId, kind, at, actor, params = {} }: EventDraft): string =>
  JSON.stringify({ v: 2, ticket: ticketId, kind, at: at.toISOString(), actor, params });

/** The parts of a stored event that only its text holds. */
export function readBody(body: string): Pick<LoggedEvent, 'actor' | 'params'> {
  const { actor, params } = JSON.parse(body) as Pick<LoggedEvent, 'actor' | 'params'>;
  return { actor, params };
}
