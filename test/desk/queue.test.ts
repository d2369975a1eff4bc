import { describe, expect, test } from 'vitest';
import type { LifeClock } from '#shared/wire/desk-life.ts';
import { fail, succeed } from '#shared/result.ts';
import type { ClockView, DeskQueue, QueueRow } from '#shared/wire/desk.ts';
import { dutyOf, dutyOfClock } from '#desk/text/duty.ts';
import { orderSentence } from '#desk/text/order.ts';
import { criticalClock, nextClock, urgencyOf } from '#desk/text/pressing.ts';
import { arrivals, loadPages } from '#desk/queue-pages.ts';
import { viewsThatFit } from '#desk/text/views-that-fit.ts';
import { wordsOf } from '#desk/text/words.ts';
import { aClock, aQueue, aRow } from '#test/support/desk-fixtures.ts';

const met = aClock({ state: 'met', metAt: '2026-11-23T11:31:00.000Z' });
const ru = wordsOf('ru');
const now = Date.parse('2026-11-23T11:50:00.000Z');

describe('the pages of a queue', () => {
  const page = (ids: string, next: string | null = null): DeskQueue =>
    aQueue({ rows: [...ids].map((id) => aRow({ id })), next });
  const idOf = ({ id }: QueueRow) => id;
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).join('');
  const load = async (pages: Readonly<Record<string, DeskQueue>>, atLeast: number) => {
    const asked: (string | undefined)[] = [];
    const done = await loadPages(
      async (after?: string) => {
        asked.push(after);
        return succeed(pages[after ?? 'first']!);
      },
      atLeast,
      idOf,
    );
    return { asked, ids: done.ok ? idsOf(done.value.rows) : done.failure.code };
  };
  const pages = { first: page('ab', 'b'), b: page('cd', 'd'), d: page('e') };

  test.each([
    [0, 'ab'],
    [2, 'ab'],
    [3, 'abcd'],
    [99, 'abcde'],
  ])('where %i rows are wanted, as many pages as hold them', async (atLeast, ids) => {
    expect(await load(pages, atLeast)).toMatchObject({ ids });
  });

  test('a ticket that moved down meanwhile is shown once, where it stood first', async () => {
    expect(await load({ ...pages, b: page('bc', 'd') }, 5)).toMatchObject({ ids: 'abce' });
  });

  test('a page that does not come fails the whole, so that no gap looks like an end', async () => {
    const answers = [succeed(page('ab', 'b')), fail({ code: 'service.unavailable' } as const)];

    expect(await loadPages(async () => answers.shift()!, 9, idOf)).toMatchObject({ ok: false });
  });

  test.each([
    ['was not there before', page('ab'), page('bcd'), 2],
    ['came above what was shown', page('ab', 'b'), page('cab', 'b'), 1],
    ['only came into sight behind it', page('ab', 'b'), page('bc', 'c'), 0],
    ['left', page('ab'), page('a'), 0],
  ])('arrived is not counted wrongly: a ticket that %s', (_case, before, after, count) => {
    expect(arrivals(before, after)).toBe(count);
  });
});

describe('why a ticket stands where it stands', () => {
  const duty = (clock: ClockView, status: QueueRow['status'] = 'open') =>
    dutyOf(ru, { clock, status }, 'Asia/Tashkent', now);

  test.each([
    ['owed', duty(aClock()), 'Первый ответ до вт 10:00'],
    [
      'overdue',
      duty(aClock({ state: 'breached', dueAt: '2026-11-23T11:10:00.000Z' })),
      'Первый ответ был нужен до пн 16:10',
    ],
    [
      'far away',
      duty(aClock({ dueAt: '2026-12-09T05:00:00.000Z' })),
      'Первый ответ до 9 декабря, 10:00',
    ],
    ['given', duty(met, 'in_progress'), 'Первый ответ дан пн 16:31'],
    ['waited for', duty(met, 'waiting_requester'), 'Ждём заявителя'],
    [
      'not promised',
      duty(aClock({ state: 'none', dueAt: null })),
      'Точного срока первого ответа нет',
    ],
    [
      'not begun',
      duty(aClock({ state: 'not_started', dueAt: null }), 'awaiting_channel'),
      'В официальный канал ещё не пришло',
    ],
  ])('a first reply that is %s', (_case, said, expected) => {
    expect(said).toBe(expected);
  });
});

test('the order of each regulation is one sentence', () => {
  const modme = { order: ['severity', 'due', 'received'], severities: 'critical_first' } as const;
  const joker = { order: ['severity', 'plan', 'received'], severities: 'ranked' } as const;

  expect(
    [modme, joker].map(({ order, severities }) =>
      orderSentence(ru, 'order', { order: [...order], severities }),
    ),
  ).toEqual([
    'Критичные, затем ближайший срок, затем получение',
    'Критичность, затем вес тарифа, затем получение',
  ]);
});

describe('clocks besides the first response', () => {
  const aLifeClock = (change: Partial<LifeClock> = {}): LifeClock => ({
    kind: 'next_update',
    state: 'running',
    remainingSeconds: 7800,
    dueAt: '2026-11-24T05:00:00.000Z',
    clause: '11',
    ...change,
  });
  const critical = aLifeClock({ kind: 'critical_ack', remainingSeconds: 200 });

  test('are spoken of once the first response is no longer owed; what is only measured never', () => {
    const measured = aLifeClock({ kind: 'next_response', dueAt: null, remainingSeconds: null });
    const clocks = [critical, measured, aLifeClock()];

    expect(nextClock(aRow({ clocks }))).toBeUndefined();
    expect(nextClock(aRow({ clock: met, clocks }))?.kind).toBe('next_update');
    expect(dutyOfClock(ru, aLifeClock(), 'Asia/Tashkent', now)).toBe(
      'Новости заявителю: до вт 10:00',
    );
    expect(dutyOfClock(ru, aLifeClock({ state: 'breached' }), 'Asia/Tashkent', now)).toBe(
      'Новости заявителю: срок был вт 10:00',
    );
  });

  test('S2.2.1.3 DSK: what is critical and not taken up stands on its row beside the first response', () => {
    expect(criticalClock(aRow({ clocks: [aLifeClock(), critical] }))).toEqual(critical);
    expect(criticalClock(aRow({ clocks: [aLifeClock()] }))).toBeUndefined();
  });

  test.each<[string, Partial<QueueRow>, string | undefined]>([
    ['all run', { clocks: [aLifeClock()] }, undefined],
    ['the first response is broken', { clock: aClock({ state: 'breached' }) }, 'late'],
    ['less than a quarter is left', { clock: aClock({ state: 'soon' }) }, 'soon'],
    ['another one is broken', { clocks: [aLifeClock({ state: 'breached' })] }, 'late'],
    [
      'one is broken and another soon',
      { clock: aClock({ state: 'soon' }), clocks: [aLifeClock({ state: 'breached' })] },
      'late',
    ],
    [
      'the first response was late and is past',
      { clock: { ...met, state: 'met_late' } },
      undefined,
    ],
  ])('mark a row where %s', (_case, change, urgency) => {
    expect(urgencyOf(aRow(change))).toBe(urgency);
  });
});
test.each([
  ['all of them, where there is room', [100, 60, 40], 220, 0, 3],
  ['fewer and a list, where there is none', [100, 60, 40, 80], 260, 0, 2],
  ['fewer still where the list names the one that is shown', [100, 60, 40, 80], 260, 3, 1],
  ['none where not even the first fits', [100, 60], 80, 0, 0],
])('the views of the queue stand on one line: %s', (_case, widths, line, chosen, fitting) => {
  expect(viewsThatFit(widths, line, chosen)).toBe(fitting);
});
