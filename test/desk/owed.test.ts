import { expect, test } from 'vitest';
import type { AppealList, FollowUpList } from '#shared/wire/after-resolution.ts';
import { fail, succeed } from '#shared/result.ts';
import { owedCount, readOwed } from '#desk/owed.ts';

const now = '2026-11-23T11:50:00.000Z';
const ticket = (id: string) => ({ id, number: id, subject: id, status: 'resolved' as const });
const followUp = (id: string): FollowUpList['rows'][number] => ({
  ticket: ticket(id),
  requesterName: '',
  state: 'person',
  resolvedAt: now,
  nextAt: null,
  clause: '12',
});
const appeal = (id: string): AppealList['rows'][number] => ({
  ticket: ticket(id),
  requesterName: '',
  to: { id: 'head', name: 'Руководитель' },
  appealedAt: now,
  dueAt: null,
  clause: '2.5.3',
});

/** Pages of two rows; what they were asked for is written down. */
function api(appeals: string, contacts: string) {
  const asked: unknown[] = [];
  const page = <Row>(ids: string, row: (id: string) => Row, after?: string) => {
    const from = after === undefined ? 0 : ids.indexOf(after) + 1;
    const next = from + 2 < ids.length ? ids[from + 1]! : null;
    return succeed({ rows: Array.from(ids.slice(from, from + 2), row), next, now });
  };
  return {
    asked,
    appeals: async (_vendor: string, _locale: string, after?: string) =>
      page(appeals, appeal, after),
    followUps: async (_vendor: string, state: string, after?: string) => {
      asked.push([state, after]);
      return page(contacts, followUp, after);
    },
  };
}
const ids = (rows: readonly { readonly ticket: { readonly id: string } }[] | false) =>
  rows && rows.map((row) => row.ticket.id).join('');

test('S0.12.1 DSK: only contacts that a person owes are work; what goes on by itself is not asked for', async () => {
  const desk = api('', 'ab');
  const read = await readOwed(desk, 'modme', 'ru', { appeals: 1, contact: 1 });

  expect(ids(read.ok && read.value.contact.rows)).toBe('ab');
  expect(read.ok && owedCount(read.value, 'contact')).toBe(2);
  expect(owedCount(undefined, 'contact')).toBe(0);
  expect(desk.asked).toEqual([['person', undefined]]);
});

test('each list is read as far as a person has come in it', async () => {
  const read = await readOwed(api('abcdef', 'uvwxyz'), 'modme', 'ru', { appeals: 3, contact: 1 });

  expect(ids(read.ok && read.value.appeals.rows)).toBe('abcd');
  expect(ids(read.ok && read.value.contact.rows)).toBe('uv');
  expect(read.ok && [read.value.appeals.next, read.value.contact.next]).toEqual(['d', 'v']);
});

test('one list that does not come makes both unknown', async () => {
  const failure = { code: 'service.unavailable' } as const;
  const half = { ...api('', ''), followUps: () => Promise.resolve(fail(failure)) };

  expect(await readOwed(half, 'modme', 'ru', { appeals: 1, contact: 1 })).toEqual({
    ok: false,
    failure,
  });
});
