import { isDeepStrictEqual } from 'node:util';
import type { Connection } from '#server/db/connect.ts';
import { readBody } from '#server/features/event-log/event-body.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { toldByLog, toldByState } from '#test/support/life/agrees.ts';
import { readLog, type ReadEvent } from '#test/support/life/log-reader.ts';

interface Lived {
  readonly number: number;
  readonly life: LifeState;
  readonly log: readonly ReadEvent[];
  readonly armed: readonly { readonly kind: string; readonly fireAt: number }[];
  /** How many letters of each kind it had. */
  readonly letters: Readonly<Record<string, number>>;
}

/** What a ticket does by itself and tells by a letter: that often and no more. */
const toldBy = { reminded: 'requester_reminded', follow_up_sent: 'follow_up' } as const;

/**
 * Holds each ticket against its own log: it stands where the log leaves it, every promise that was
 * passed is marked as broken once, nothing that was due is left, and what it does by itself has been
 * told once each time.
 *
 * @param now when everything was to be done, epoch milliseconds
 */
export async function lifeAgainst(
  { client }: Pick<Connection, 'client'>,
  tenantId: string,
  now: number,
): Promise<string[]> {
  const lived = await readLived(client, tenantId);
  return lived.flatMap((ticket) =>
    brokenIn(ticket, now).map((broken) => `ticket ${ticket.number}: ${broken}`),
  );
}

function brokenIn({ life, log, armed, letters }: Lived, now: number): string[] {
  const waits = Object.entries(readLog(log).waits).flatMap(([kind, all]) =>
    all.map((wait) => ({ kind, ...wait })),
  );
  const breaches = log.filter((event) => event.kind === 'due_breached').length;
  const marked = waits.filter(({ breachedAt }) => breachedAt !== null).length;
  return [
    ...(isDeepStrictEqual(toldByLog(log), toldByState(life))
      ? []
      : ['stands elsewhere than its log']),
    ...waits
      .filter(({ brokenFrom, until, breachedAt }) =>
        brokenFrom !== null && brokenFrom <= (until ?? now)
          ? breachedAt === null
          : breachedAt !== null,
      )
      .map(({ kind, ...wait }) => `${kind} is not marked as it was kept: ${JSON.stringify(wait)}`),
    ...(breaches === marked ? [] : [`${breaches} breaches told for ${marked}`]),
    ...armed.filter(({ fireAt }) => fireAt <= now).map(({ kind }) => `${kind} was left out`),
    ...Object.entries(toldBy).flatMap(([kind, letter]) => {
      const times = log.filter((event) => event.kind === kind).length;
      const told = letters[letter] ?? 0;
      return told === times ? [] : [`${kind} ${times} times and told ${told} times`];
    }),
  ];
}

async function readLived(client: Connection['client'], tenantId: string): Promise<Lived[]> {
  const rows = await client.unsafe<
    {
      number: number;
      life: LifeState;
      log: { kind: string; at: number; body: string }[];
      armed: { kind: string; fireAt: number }[];
      letters: Record<string, number>;
    }[]
  >(
    `select t.number, t.life,
       (select json_agg(json_build_object(
          'kind', e.kind, 'at', extract(epoch from e.at) * 1000, 'body', e.body) order by e.seq)
        from ticket_events e where e.tenant_id = t.tenant_id and e.ticket_id = t.id) as log,
       (select coalesce(json_agg(json_build_object(
          'kind', r.kind, 'fireAt', extract(epoch from r.fire_at) * 1000)), '[]')
        from timers r where r.tenant_id = t.tenant_id and r.subject_id = t.id
          and r.state = 'armed') as armed,
       (select coalesce(json_object_agg(kind, times), '{}') from (
          select o.kind, count(*) as times from outbox o
          where o.tenant_id = t.tenant_id and o.ticket_id = t.id group by o.kind) l) as letters
     from tickets t where t.tenant_id = $1 order by t.number`,
    [tenantId],
  );
  return rows.map((row) => ({
    ...row,
    log: row.log.map(({ kind, at, body }) => {
      const { actor, params } = readBody(body);
      return { kind, params, at: Math.round(at), by: actor.kind } as ReadEvent;
    }),
  }));
}
