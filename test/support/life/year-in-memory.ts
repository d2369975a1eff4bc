import type { Policy } from '#server/policy/packs.ts';
import type { Deadline } from '#server/policy/life/deadlines.ts';
import { diceOf } from '#test/support/dice.ts';
import { agendaOf } from './agenda.ts';
import { arrivalOf, fire, play, playTicket, running, type PlayedTicket } from './played-ticket.ts';
import type { YearWorld } from './simulated-year.ts';

/** A year on the pure core alone. */
export function yearInMemory(
  policy: Policy,
  seed: number,
): YearWorld & { readonly tickets: readonly PlayedTicket[] } {
  const dice = diceOf(seed + 1);
  const tickets: PlayedTicket[] = [];
  const states: PlayedTicket['state'][] = [];
  const due = agendaOf<{ place: number; kind: Deadline['kind']; fireAt: number }>();
  let now = 0;
  const keep = (place: number, ticket: PlayedTicket) => {
    tickets[place] = ticket;
    states[place] = ticket.state;
    for (const { kind, fireAt } of running(ticket)) due.add(fireAt, { place, kind, fireAt });
  };
  const ticketAt = (place: number) => {
    const ticket = tickets[place];
    if (!ticket) throw new RangeError(`no ticket ${place}`);
    return ticket;
  };
  return {
    tickets,
    states,
    open: async (at, category) => {
      const answered = [...policy.fields.keys()].filter(() => dice.chance(0.95));
      const proven = dice.chance(0.8);
      keep(
        tickets.length,
        playTicket(policy, {
          receivedAt: at,
          arrival: 'widget',
          category,
          answered: new Set(answered),
          attachments: dice.whole(0, 1),
          requester: { proven, entitlement: dice.chance(0.9) ? {} : null },
        }),
      );
    },
    act: async (place, by, at, wanted) => {
      const ticket = ticketAt(place);
      const act = wanted === 'arrive' ? arrivalOf(ticket, at) : wanted;
      const step = play(ticket, by, at, act);
      if (step.ok) keep(place, step.value);
      return step.ok;
    },
    pass: async (to) => {
      while (due.nextAt <= to) {
        const next = due.take();
        if (!next) break;
        now = Math.max(now, next.fireAt);
        const ticket = ticketAt(next.place);
        const fired = fire(ticket, next.kind, now);
        if (fired.log.length > ticket.log.length) keep(next.place, fired);
      }
      now = to;
    },
  };
}
