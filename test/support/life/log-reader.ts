import type { ClockKind, Outcome, TicketStatus } from '#shared/vocabulary.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { Mover } from '#server/policy/life/transition.ts';

/** A line of a ticket's log. `at` in epoch milliseconds. */
export type ReadEvent = LifeEvent & { readonly at: number; readonly by: Mover };

/** A wait that the log tells of. Instants in epoch milliseconds. */
export interface ReadWait {
  readonly from: number;
  dueAt: number | null;
  /** From when it is broken: the due instant, or the opening after it. */
  brokenFrom: number | null;
  until: number | null;
  breachedAt: number | null;
}

/** What a person would write down who reads the log from top to bottom. */
export interface Reading {
  status: TicketStatus;
  /** Those of one kind in their order; the last is the one that runs or ran last. */
  waits: Partial<Record<ClockKind, ReadWait[]>>;
  /** Since when the requester is asked, and how often they were reminded. */
  silence: { since: number; reminders: number } | null;
  firstResponseAt: number | null;
  outcome: Outcome | null;
  endedBy: Mover | null;
  endedAt: number | null;
  ends: number;
}

const overWith = ['first_response', 'diagnosis', 'next_response', 'next_update', 'critical_ack'];

/**
 * Reads a log without any code of the ticket's life: the same facts, come to in another way. Knows
 * nothing of policies.
 *
 * A merge that was undone has never been, but for a question that could not be answered. Of tickets that were merged into this one and are still, each
 * promise is read on its own; of those that run, or ran last, the first one due counts.
 */
export function readLog(log: readonly ReadEvent[]): Reading {
  const told = withoutUndone(log);
  const found = readAlone(told, null);
  const joined = told.flatMap((event) => (event.kind === 'absorbed' ? [event.params.from] : []));
  const promises = [found, ...joined.map((from) => readAlone(told, from))].flatMap(
    ({ waits }) => waits.first_response?.at(-1) ?? [],
  );
  const [first] = promises.toSorted(
    (a, b) => late(b.until) - late(a.until) || late(a.dueAt) - late(b.dueAt) || a.from - b.from,
  );
  if (joined.length > 0 && first)
    found.waits.first_response = [...(found.waits.first_response ?? []).slice(0, -1), first];
  return found;
}

/** Later than everything where it has not come. */
const late = (at: number | null): number => at ?? Number.MAX_SAFE_INTEGER;

/** Each merge and its end taken out, on either side of it. */
function withoutUndone(log: readonly ReadEvent[]): ReadEvent[] {
  const left: ReadEvent[] = [];
  for (const event of log) {
    const began =
      event.kind === 'unmerged'
        ? left.findLastIndex(({ kind }) => kind === 'merged')
        : event.kind === 'separated'
          ? left.findLastIndex(
              (one) => one.kind === 'absorbed' && one.params.from === event.params.from,
            )
          : -1;
    if (began >= 0) left.splice(began, 1);
    if (began < 0 || event.kind === 'unmerged') left.push(event);
  }
  return left;
}

/** @param of the merged ticket whose promise is read in the place of the ticket's own; null for its own */
function readAlone(log: readonly ReadEvent[], of: string | null): Reading {
  const found: Reading = {
    status: 'open',
    waits: {},
    silence: null,
    firstResponseAt: null,
    outcome: null,
    endedBy: null,
    endedAt: null,
    ends: 0,
  };
  let diagnosisBegan = false;
  const last = (kind: ClockKind) => found.waits[kind]?.at(-1);
  const begin = (kind: ClockKind, from: number, due: string | null, broken = due) =>
    (found.waits[kind] ??= []).push({
      from,
      dueAt: ms(due),
      brokenFrom: ms(broken),
      until: null,
      breachedAt: null,
    });
  const finish = (at: number, ...kinds: readonly ClockKind[]) => {
    for (const kind of kinds) {
      const wait = last(kind);
      if (wait && wait.until === null) wait.until = at;
    }
  };
  const receipt = (terms: Extract<LifeEvent, { kind: 'channel_confirmed' }>['params']) => {
    if (terms.receivedAt === null) return;
    const from = Date.parse(terms.responseStartsAt ?? terms.receivedAt);
    const { responseDueAt, diagnosisDueAt, responseBrokenFrom } = terms;
    begin('first_response', from, responseDueAt, responseBrokenFrom);
    if (diagnosisDueAt !== null) begin('diagnosis', from, diagnosisDueAt, responseBrokenFrom);
  };
  const spoken = () => (found.firstResponseAt === null ? 'open' : 'in_progress');
  /** A question that was asked while others had the ticket: the requester's time begins now. */
  const askedAgain = (at: number) => {
    if (found.silence) found.silence = { since: at, reminders: 0 };
  };
  const end = (event: ReadEvent, outcome: Outcome) => {
    finish(event.at, ...(overWith as ClockKind[]));
    Object.assign(found, { outcome, endedBy: event.by, endedAt: event.at, silence: null });
    found.status = outcome === 'solved' ? 'resolved' : 'closed';
    found.ends += 1;
  };

  for (const event of log) {
    const { at } = event;
    const away = found.status === 'escalated' || found.status === 'waiting_release';
    switch (event.kind) {
      case 'opened': {
        const { receivedAt, acknowledged } = event.params;
        found.status = receivedAt === null ? 'awaiting_channel' : 'open';
        receipt(event.params);
        if (acknowledged) {
          found.firstResponseAt = ms(receivedAt);
          finish(at, 'first_response');
        }
        break;
      }
      case 'channel_confirmed':
        receipt(event.params);
        found.status = 'open';
        break;
      case 'first_responded':
        found.firstResponseAt ??= at;
        finish(at, 'first_response');
        break;
      case 'replied': {
        const { proposes } = event.params;
        finish(at, 'next_response');
        found.silence = proposes ? { since: at, reminders: 0 } : null;
        if (!away) found.status = proposes ? 'waiting_requester' : 'in_progress';
        break;
      }
      case 'asked':
        finish(at, 'next_response');
        found.silence = { since: at, reminders: 0 };
        if (!away) found.status = 'waiting_requester';
        break;
      case 'requester_replied': {
        const { startsAt, dueAt } = event.params;
        found.silence = null;
        if (found.status === 'waiting_requester' || found.status === 'deferred')
          found.status = spoken();
        if (startsAt !== undefined) begin('next_response', Date.parse(startsAt), dueAt ?? null);
        break;
      }
      case 'diagnosis_started':
        diagnosisBegan = true;
        finish(at, 'diagnosis');
        if (found.status === 'open') found.status = 'in_progress';
        break;
      case 'severity_set': {
        const { ackBy } = event.params;
        if (ackBy === null) finish(at, 'critical_ack');
        else if (last('critical_ack')?.until !== null) begin('critical_ack', at, ackBy);
        break;
      }
      case 'taken_up':
      case 'incident_recovered':
        finish(at, 'critical_ack');
        break;
      case 'escalated':
        finish(at, 'next_response', 'next_update');
        begin('next_update', at, event.params.nextUpdateBy);
        found.silence = null;
        found.status = 'escalated';
        break;
      case 'requester_informed':
        finish(at, 'next_response', 'next_update');
        begin('next_update', at, event.params.nextUpdateBy);
        break;
      case 'returned':
        finish(at, 'next_update');
        askedAgain(at);
        found.status = found.silence ? 'waiting_requester' : spoken();
        break;
      case 'release_planned':
      case 'deferred':
        finish(at, 'next_update', 'next_response');
        found.silence = null;
        found.status = event.kind === 'deferred' ? 'deferred' : 'waiting_release';
        break;
      case 'release_shipped':
        askedAgain(at);
        found.status = found.silence ? 'waiting_requester' : 'in_progress';
        break;
      case 'reminded':
        if (found.silence) found.silence.reminders += 1;
        break;
      case 'due_breached': {
        const wait = last(event.params.clock);
        const runs = wait?.until === null && wait.breachedAt === null;
        if (runs && late(wait.brokenFrom) <= at) wait.breachedAt = at;
        break;
      }
      case 'due_moved': {
        const wait = last('first_response');
        const { to, brokenFrom = to, diagnosisDueAt } = event.params;
        if (wait && of === null) Object.assign(wait, { dueAt: ms(to), brokenFrom: ms(brokenFrom) });
        const looking = last('diagnosis');
        if (looking && of === null && diagnosisDueAt) {
          Object.assign(looking, { dueAt: ms(diagnosisDueAt), brokenFrom: ms(brokenFrom) });
        }
        break;
      }
      case 'resolved':
        end(event, 'solved');
        break;
      case 'closed':
        end(event, event.params.outcome);
        break;
      case 'reopened':
        for (const [kind, given] of [
          ['first_response', found.firstResponseAt !== null],
          ['diagnosis', diagnosisBegan],
        ] as const) {
          const wait = last(kind);
          if (wait && !given && wait.until === found.endedAt) wait.until = null;
        }
        Object.assign(found, { outcome: null, endedBy: null, endedAt: null });
        found.status = spoken();
        break;
      case 'appealed':
        if (last('appeal')?.until !== null) begin('appeal', at, event.params.dueAt);
        break;
      case 'appeal_heard':
        finish(at, 'appeal');
        break;
      case 'merged':
        end(event, 'merged');
        break;
      case 'unmerged':
        askedAgain(at);
        break;
      case 'absorbed': {
        const { from, responseStartsAt, responseDueAt, responseBrokenFrom, breachedAt } =
          event.params;
        if (from !== of) break;
        delete found.waits.first_response;
        found.firstResponseAt = null;
        if (responseStartsAt === null) break;
        begin('first_response', Date.parse(responseStartsAt), responseDueAt, responseBrokenFrom);
        const wait = last('first_response');
        if (wait) wait.breachedAt = ms(breachedAt);
        break;
      }
      default:
    }
  }
  return found;
}

const ms = (instant: string | null): number | null =>
  instant === null ? null : Date.parse(instant);
