import type { Sql } from 'postgres';
import { copyRows, readRows, type TextRow } from '#test/bench/scale/copy-rows.ts';

/** Tickets that one requester has written. */
const ticketsOfOne = 10;

const requesterOf = (place: number) => `req_bench${Math.floor(place / ticketsOfOne)}`;
/** The id of a ticket that was filled in, by its place. */
export const ticketOf = (place: number): string => `tck_bench${place}`;

/**
 * Fills tickets `from` up to `until` with their requesters, requests and first events by COPY: each
 * is a real ticket of the desk under another id, number and time.
 *
 * @param openShare how many of them are not resolved yet, 0 to 1
 */
export async function fillTickets(
  sql: Sql,
  tenantId: string,
  range: { readonly from: number; readonly until: number; readonly openShare: number },
): Promise<void> {
  const own = `tenant_id = '${tenantId}' and`;
  const templates = await readRows(sql, 'tickets', `${own} id not like 'tck_bench%'`);
  const open = templates.filter(({ status }) => status !== 'resolved');
  const ended = templates.filter(({ status }) => status === 'resolved');
  const isOpen = (place: number) => (place % 100) / 100 < range.openShare;
  const templateOf = (place: number) => pick(isOpen(place) ? open : ended, place);

  await fill('requesters', `${own} id not like 'req_bench%'`, ticketsOfOne, (row, place) => ({
    ...row,
    id: requesterOf(place),
  }));
  await copyRows(
    sql,
    'tickets',
    columnsOf(templates),
    each(1, (place) => {
      const ticket = shifted(templateOf(place), place);
      const number = String(1_000 + place);
      return { ...ticket, id: ticketOf(place), number, requester_id: requesterOf(place) };
    }),
  );
  await fill(
    'messages',
    `${own} kind = 'request' and id not like 'msg_bench%'`,
    1,
    (row, place) => ({
      ...row,
      id: `msg_bench${place}`,
      ticket_id: ticketOf(place),
    }),
  );
  await fill('ticket_events', `${own} kind = 'opened' and seq < 1000`, 1, (row, place) => ({
    ...row,
    seq: String(1_000 + place),
    ticket_id: ticketOf(place),
  }));
  await sql.unsafe(`update ticket_counters c set last_seq = e.seq, last_number = t.number
    from (select max(seq) as seq from ticket_events where tenant_id = '${tenantId}') e,
      (select max(number) as number from tickets where tenant_id = '${tenantId}') t
    where c.tenant_id = '${tenantId}'`);
  await sql.unsafe('vacuum analyze');

  async function fill(
    table: string,
    where: string,
    step: number,
    change: (row: TextRow, place: number) => TextRow,
  ) {
    const rows = await readRows(sql, table, where);
    await copyRows(
      sql,
      table,
      columnsOf(rows),
      each(step, (place) => change(pick(rows, place), place)),
    );
  }

  function* each(step: number, make: (place: number) => TextRow) {
    for (let place = range.from; place < range.until; place += step) yield make(place);
  }
}

const columnsOf = (rows: readonly TextRow[]) => Object.keys(rows[0] ?? {});

function pick(rows: readonly TextRow[], place: number): TextRow {
  const row = rows[place % rows.length];
  if (!row) throw new Error('nothing to fill with');
  return row;
}

const instant = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/;

/** The same some time ago, all of its instants alike. */
function shifted(row: TextRow, place: number): TextRow {
  const agoMs = (place % 1_000_000) * 7_000;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value !== null && instant.test(value)
        ? new Date(Date.parse(value) - agoMs).toISOString()
        : value,
    ]),
  );
}
