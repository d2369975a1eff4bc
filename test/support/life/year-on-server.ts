import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { actOnTicket } from '#server/features/life/act-on-ticket.ts';
import { confirmArrival } from '#server/features/tickets/confirm-arrival.ts';
import { tickets as ticketTable } from '#server/features/tickets/tickets.table.ts';
import { demoPeople } from '#server/demo/people.ts';
import { demoAgent } from '#server/demo/seed.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import type { Policy } from '#server/policy/packs.ts';
import { completeRequest, requesterApi } from '#test/support/api.ts';
import { fireDue } from '#test/support/jobs.ts';
import type { TestServer } from '#test/support/server.ts';
import type { YearWorld } from './simulated-year.ts';

/** The clock of a server that a year moves on. */
export interface YearClock {
  now: number;
}

/** A year on a server and its database: requests over HTTP, acts and deadlines as its workers do them. */
export async function yearOnServer(
  server: TestServer,
  { pack }: Policy,
  clock: YearClock,
): Promise<YearWorld> {
  const { deps } = server;
  const tenantId = pack.vendor;
  const person = demoPeople.find(({ vendor }) => vendor === tenantId);
  if (!person) throw new Error(`the demo has nobody of ${tenantId}`);
  const ids: string[] = [];
  const states: LifeState[] = [];
  const look = async (id?: string) => {
    const rows = await deps.db
      .select({ id: ticketTable.id, life: ticketTable.life })
      .from(ticketTable)
      .where(
        sql`${ticketTable.tenantId} = ${tenantId} and (${id ?? null}::text is null or ${ticketTable.id} = ${id ?? null})`,
      )
      .orderBy(asc(ticketTable.number));
    for (const row of rows) {
      if (!ids.includes(row.id)) ids.push(row.id);
      states[ids.indexOf(row.id)] = row.life;
    }
  };
  const idAt = (place: number) => {
    const id = ids[place];
    if (id === undefined) throw new RangeError(`no ticket ${place}`);
    return id;
  };
  const requesterOf = async (id: string) => {
    const [row] = await deps.db
      .select({ requesterId: ticketTable.requesterId })
      .from(ticketTable)
      .where(eq(ticketTable.id, id));
    return row?.requesterId ?? '';
  };
  return {
    states,
    open: async (at, category) => {
      clock.now = at;
      const bearer = await server.signAsHost(tenantId, person.claims);
      const api = requesterApi(server, { vendor: tenantId, bearer });
      const response = await api.post('/v1/tickets', completeRequest(pack, category));
      if (response.status !== 201) throw new Error(await response.text());
      await response.body?.cancel();
      await look();
    },
    act: async (place, by, at, wanted) => {
      clock.now = at;
      const ticketId = idAt(place);
      const mover = by === 'requester' ? await requesterOf(ticketId) : demoAgent.id;
      const locked = { tenantId, ticketId };
      if (wanted === 'arrive') {
        const arrived = await confirmArrival(deps, locked, demoAgent);
        await look(ticketId);
        return arrived.ok;
      }
      const spoken = 'digest' in wanted && wanted.digest !== null;
      const kind = wanted.act === 'ask' ? 'question' : wanted.act === 'note' ? 'note' : 'reply';
      const done = await actOnTicket(deps, locked, {
        actor: { kind: by, id: mover },
        words: spoken
          ? { kind, text: 'Слова', attachments: [], idempotencyKey: randomUUID(), requestHash: 'h' }
          : undefined,
        act: (digest) => (spoken ? { ...wanted, digest } : wanted),
      });
      await look(ticketId);
      return done.ok;
    },
    pass: async (to) => {
      for (;;) {
        const [next] = await deps.db.execute<{ at: number | null }>(sql`
          select extract(epoch from min(fire_at))::float8 * 1000 as at from timers
          where tenant_id = ${tenantId} and state = 'armed'`);
        const at = next?.at ?? Infinity;
        if (at > to) break;
        clock.now = Math.max(clock.now, Math.round(at));
        if ((await fireDue(server)) === 0) throw new Error('a deadline that nobody fires');
        await look();
      }
      clock.now = to;
    },
  };
}
