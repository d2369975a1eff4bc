import type { DeskTicket } from '#shared/wire/desk.ts';
import type { LoggedEvent } from '#server/features/event-log/event-body.ts';
import {
  firstResponseFigures,
  type DoneAct,
} from '#server/policy/decision/first-response-figures.ts';
import type { ResponseAct } from '#server/policy/decision/stops.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** A ticket's first response by both counts, from its log. */
export function shownFigures(
  pack: PolicyPack,
  events: readonly LoggedEvent[],
): NonNullable<DeskTicket['firstResponse']> {
  const { stopsAt, literalAt, humanAt } = firstResponseFigures(pack, events.flatMap(doneBy));
  return { stopsAt: iso(stopsAt), literalAt: iso(literalAt), humanAt: iso(humanAt) };
}

/** The acknowledgement goes out by itself at the receipt; what an answer was stands in its event. */
function doneBy({ kind, at, params }: LoggedEvent): DoneAct[] {
  const done = (act: ResponseAct): DoneAct[] => [{ kind: act, at: at.getTime() }];
  switch (kind) {
    case 'opened':
    case 'channel_confirmed':
      return typeof params['receivedAt'] === 'string' ? done('auto_acknowledged') : [];
    case 'first_responded':
      return done(params['by'] as ResponseAct);
    case 'replied':
      return params['response'] === undefined ? [] : done(params['response'] as ResponseAct);
    case 'asked':
      return done('question');
    default:
      return [];
  }
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
