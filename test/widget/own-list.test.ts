import { expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import type { TicketSummary } from '#shared/wire/ticket.ts';
import { readPages } from '#widget/read-pages.ts';
import { createOwnList } from '#widget/controllers/own-list.ts';

const now = '2026-11-23T11:50:00.000Z';
const summary = (id: string): TicketSummary => ({
  id,
  number: id,
  subject: id,
  status: 'open',
  createdAt: now,
  receivedAt: now,
  updatedAt: now,
  firstResponseDueAt: null,
  firstRespondedAt: null,
  clause: '6',
  unread: id === 'a',
});

/** A person's requests in pages of two, as far as the server answers. */
function listOf(ids: string) {
  const state = { ids, reachable: true };
  const own = createOwnList(
    {
      tickets: async (query) => {
        if (!state.reachable) return fail({ code: 'service.unavailable' });
        const after = new URLSearchParams(query).get('after');
        const from = after === null ? 0 : state.ids.indexOf(after) + 1;
        const rows = Array.from(state.ids.slice(from, from + 2), summary);
        const next = from + 2 < state.ids.length ? rows.at(-1)!.id : null;
        return succeed({ tickets: rows, next, now });
      },
    },
    () => true,
    () => {},
  );
  return { state, own, shown: () => own.tickets?.map(({ id }) => id).join('') };
}

test('older requests are read on as far as the person asks, and stay when the list is loaded anew', async () => {
  const { state, own, shown } = listOf('abcde');
  await own.load();
  expect([shown(), own.next !== null]).toEqual(['ab', true]);
  await own.load(readPages(3));
  expect([shown(), own.next !== null]).toEqual(['abcd', true]);
  state.ids = 'nabcde';
  await own.load();
  expect([shown(), own.next !== null]).toEqual(['nabc', true]);
  await own.load(readPages(5));

  expect([shown(), own.next !== null]).toEqual(['nabcde', false]);
  expect(own.unread()).toBe(1);
});

test('what is shown stays where the next page does not come', async () => {
  const { state, own, shown } = listOf('abcde');
  await own.load();
  state.reachable = false;
  await own.load(readPages(3));

  expect([shown(), own.next !== null]).toEqual(['ab', true]);
  expect(own.failure).toBeDefined();
});

test('what was asked for one person is never shown to the next, nor an older answer over a newer one', async () => {
  const answers: ((ids: string) => void)[] = [];
  const own = createOwnList(
    {
      tickets: () =>
        new Promise((resolve) =>
          answers.push((ids) =>
            resolve(succeed({ tickets: Array.from(ids, summary), next: null, now })),
          ),
        ),
    },
    () => true,
    () => {},
  );
  const shown = () => own.tickets?.map(({ id }) => id).join('');
  const anna = own.load();
  own.forget();
  const boris = own.load();
  answers[1]?.('b');
  await boris;
  answers[0]?.('a');
  await anna;
  expect([shown(), own.unread()]).toEqual(['b', 0]);

  const left = own.load();
  own.forget();
  answers[2]?.('b');
  await left;
  expect(shown()).toBeUndefined();
});
