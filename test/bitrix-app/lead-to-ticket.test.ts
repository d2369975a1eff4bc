import { expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import type { TicketSummary } from '#shared/wire/ticket.ts';
import { createOwnList } from '#widget/controllers/own-list.ts';
import { leadToTicket } from '#bitrix-app/lead-to-ticket.ts';

const now = '2026-11-23T11:50:00.000Z';
const summary = (number: number): TicketSummary => ({
  id: `id-${number}`,
  number: `DDX-${number}`,
  subject: 'Не формируется отчёт',
  status: 'open',
  createdAt: now,
  receivedAt: now,
  updatedAt: now,
  firstResponseDueAt: null,
  firstRespondedAt: null,
  clause: '6',
  unread: false,
});

/** A panel whose person has so many requests, the newest first and three a page. */
function panelOf(count: number, reachable = true) {
  const done: string[] = [];
  const rows = Array.from({ length: count }, (_none, index) => summary(count - index));
  const own = createOwnList(
    {
      tickets: async (query) => {
        if (!reachable) return fail({ code: 'service.unavailable' });
        const after = Number(new URLSearchParams(query).get('after') ?? 0);
        const next = after + 3 < count ? String(after + 3) : null;
        return succeed({ tickets: rows.slice(after, after + 3), next, now });
      },
    },
    () => true,
    () => {},
  );
  const panel = {
    own,
    openThread: async (id: string) => void done.push(`thread ${id}`),
    go: (screen: string) => void done.push(screen),
  };
  return { panel, done };
}

test('a link opens a request however many came after it', async () => {
  const { panel, done } = panelOf(8);

  expect(await leadToTicket(panel, 'DDX-1', 'ru')).toBe('');
  expect(done).toEqual(['thread id-1']);
});

test('a request of somebody else is said to be none of the person’s, above the first page of theirs', async () => {
  const { panel, done } = panelOf(8);

  expect(await leadToTicket(panel, 'DDX-9', 'ru')).toBe('Такого обращения нет, или оно не ваше.');
  expect(done).toEqual(['list']);
  expect(panel.own.tickets).toHaveLength(3);
});

test('where the list does not come nothing is said of the request', async () => {
  const { panel, done } = panelOf(8, false);

  expect(await leadToTicket(panel, 'DDX-1', 'ru')).toBe('');
  expect(done).toEqual(['list']);
});
