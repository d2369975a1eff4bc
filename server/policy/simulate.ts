import { deskOfOffice } from '#server/policy/calendar/office-coverage.ts';
import { decide } from './decide.ts';
import { isBreached, targetMsOf } from '#server/policy/decision/due.ts';
import {
  outcomeChanges,
  outcomeOfDecision,
  outcomeOfRuling,
  type OutcomeChange,
} from '#server/policy/edition/edition-diff-outcome.ts';
import type { Policy } from './packs.ts';
import type { Ruling } from '#server/policy/decision/ruling.ts';
import { type StoredTicket, storedQuestion } from '#server/policy/edition/simulate-question.ts';

/** What another edition would have decided on a stored ticket. */
export interface ReplayedTicket {
  readonly ticket: StoredTicket;
  /** From what is stored to what would have been; empty where nothing changes. */
  readonly changes: readonly OutcomeChange[];
  /** Whether the first response is late by each promise. */
  readonly late: { readonly before: boolean; readonly after: boolean };
  /**
   * Whether its own edition, asked again, answers what is stored. Where it does not, what was known
   * at the receipt could not be told for certain, and neither can the changes.
   */
  readonly certain: boolean;
}

/** What a replay goes by besides the ticket. */
export interface ReplayTerms {
  /** The edition that would decide. */
  readonly next: Policy;
  /** The edition that decided a ticket; undefined where its file is gone. */
  readonly own: (edition: string) => Policy | undefined;
  /** An answer that is still awaited is late or not by this instant, epoch milliseconds. */
  readonly now: number;
}

/** Asks another edition what it would have said to a stored ticket. */
export function replayTicket(terms: ReplayTerms, ticket: StoredTicket): ReplayedTicket {
  const { next, now } = terms;
  const { decision } = ticket;
  const own = terms.own(decision.edition);
  const question = storedQuestion(ticket, own);
  const stored = outcomeOfDecision(decision);
  const again = own?.categories.has(ticket.category)
    ? outcomeOfRuling(decide(own, question))
    : undefined;
  const certain = again !== undefined && outcomeChanges(stored, again).length === 0;
  const answeredAt = ticket.respondedAt ?? now;
  const before = storedIsLate(own, ticket, answeredAt);
  if (!next.categories.has(ticket.category)) {
    const changes = [{ aspect: 'category', from: true, to: false }] as const;
    return { ticket, changes, late: { before, after: false }, certain };
  }
  const ruling = decide(next, question);
  return {
    ticket,
    changes: outcomeChanges(stored, outcomeOfRuling(ruling)),
    late: { before, after: rulingIsLate(next, ruling, answeredAt) },
    certain,
  };
}

function storedIsLate(
  own: Policy | undefined,
  { decision: { firstResponse } }: StoredTicket,
  answeredAt: number,
): boolean {
  if (firstResponse.dueAt === null) return false;
  const dueAt = Date.parse(firstResponse.dueAt);
  if (!own?.desk) return answeredAt > dueAt;
  const { target, hoursPerDay, office } = firstResponse;
  const targetMs = target ? targetMsOf(target, hoursPerDay) : null;
  return isBreached(deskOfOffice(own.desk, office), answeredAt, { dueAt, targetMs });
}

function rulingIsLate({ desk }: Policy, { firstResponse }: Ruling, answeredAt: number): boolean {
  const { due, dueAt } = firstResponse;
  if (!desk || !due || dueAt === null) return false;
  return isBreached(deskOfOffice(desk, due.office), answeredAt, due);
}
