import { expect, test } from 'vitest';
import type { AppealList, FollowUpList } from '#shared/wire/after-resolution.ts';
import { fail, succeed } from '#shared/result.ts';
import { owedCount, readOwed } from '#desk/owed.ts';

const now = '2026-11-23T11:50:00.000Z';
const ticket = (id: string) => ({ id, number: id, subject: id, status: 'resolved' as const });
const followUp = (id: string, state: 'due' | 'asked' | 'person'): FollowUpList['rows'][number] => ({
  ticket: ticket(id),
  requesterName: '',
  state,
  resolvedAt: now,
  nextAt: null,
  clause: '12',
});
const appeal = (id: string, dueAt: string | null): AppealList['rows'][number] => ({
  ticket: ticket(id),
  requesterName: '',
  to: { id: 'head', name: 'Руководитель' },
  appealedAt: now,
  dueAt,
  clause: '2.5.3',
});
const api = (appeals: AppealList['rows'], rows: FollowUpList['rows']) => ({
  appeals: () => Promise.resolve(succeed({ rows: appeals, now })),
  followUps: () => Promise.resolve(succeed({ rows, now })),
});

test('S0.12.1 DSK: only contacts that a person owes are work; what goes on by itself is not', async () => {
  const rows = [followUp('a', 'due'), followUp('b', 'person'), followUp('c', 'asked')];
  const read = await readOwed(api([], rows), 'modme', 'ru');

  expect(read.ok && read.value.contact.map((row) => row.ticket.id)).toEqual(['b']);
  expect(read.ok && owedCount(read.value, 'contact')).toBe(1);
  expect(owedCount(undefined, 'contact')).toBe(0);
});

test('S3.6.1.2 DSK: appeals stand by their terms, those without one last', async () => {
  const rows = [appeal('late', null), appeal('b', '2026-11-25T00:00:00Z'), appeal('a', now)];
  const read = await readOwed(api(rows, []), 'moidokumenty', 'ru');

  expect(read.ok && read.value.appeals.map((row) => row.ticket.id)).toEqual(['a', 'b', 'late']);
});

test('one list that does not come makes both unknown', async () => {
  const failure = { code: 'service.unavailable' } as const;
  const half = { ...api([], []), followUps: () => Promise.resolve(fail(failure)) };

  expect(await readOwed(half, 'modme', 'ru')).toEqual({ ok: false, failure });
});
