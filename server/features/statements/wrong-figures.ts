import type { ServiceStatement } from '#shared/wire/statement.ts';
import { attainmentOf } from '#server/policy/statement/attainment.ts';
import { livesOf } from '#server/policy/statement/logged-life.ts';
import type { TimedEvent } from '#server/policy/statement/promise-runs.ts';
import { ticketLines, type TicketLines } from '#server/policy/statement/ticket-lines.ts';

/** Tickets that are not stated as the log tells them, or more than once, and `attainment` where the counts differ. */
export function wrongFigures({
  from,
  until,
  tickets,
  attainment,
  log,
}: ServiceStatement): readonly string[] {
  const wrong: string[] = [];
  const period = { from: Date.parse(from), until: Date.parse(until) };
  const lives = livesOf(log);
  const stated = new Set<string>();
  for (const { id, number, promises, pauses } of tickets) {
    const clauses = new Map(promises.map(({ clock, clause }) => [clock, clause]));
    const lines = linesOf(lives.get(id) ?? [], (life) =>
      ticketLines(life, period, (clock) => clauses.get(clock) ?? null),
    );
    const told = JSON.stringify(lines) === JSON.stringify({ promises, pauses });
    if (!told || stated.has(id)) wrong.push(number);
    stated.add(id);
  }
  for (const [id, life] of lives) {
    if (!stated.has(id) && linesOf(life, (events) => ticketLines(events, period, () => null))) {
      wrong.push(id);
    }
  }
  const counted = attainmentOf(tickets.flatMap(({ promises }) => promises));
  if (JSON.stringify(counted) !== JSON.stringify(attainment)) wrong.push('attainment');
  return wrong;
}

/** Events that this server would never write, signed all the same, tell nothing. */
function linesOf(
  life: readonly TimedEvent[],
  read: (life: readonly TimedEvent[]) => TicketLines | undefined,
): TicketLines | 'unreadable' | undefined {
  try {
    return read(life);
  } catch {
    return 'unreadable';
  }
}
