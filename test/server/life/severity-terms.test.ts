import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventLine } from '#desk/text/event-line.ts';
import { wordsOf } from '#desk/text/words.ts';
import { fireDue } from '#test/support/jobs.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

// Friday, nine in the morning in Moscow
const friday = '2026-11-20T06:00:00Z';
let desk: Awaited<ReturnType<typeof rowDesk>>;

beforeAll(async () => {
  desk = await rowDesk(friday);
  await desk.database.client.unsafe(
    `update contracts set first_response_by_severity =
       '{"critical": {"value": 30, "unit": "businessMinute"}, "low": {"value": 3, "unit": "businessDay"}}'`,
  );
});
beforeEach(() => desk.at(friday));
afterAll(() => desk.close());

const set = (opened: OpenedTicket, severity: 'critical' | 'high' | 'normal' | 'low') =>
  desk.done(opened, { act: 'set_severity', severity });
const dueOf = async (opened: OpenedTicket) => (await desk.ticket(opened)).clock.dueAt;
const armed = ({ id }: OpenedTicket) =>
  desk.database.client.unsafe(
    `select kind, to_char(due_at at time zone 'UTC', 'HH24:MI:SS') as due from timers
     where subject_id = $1 and kind like 'first_response.%' and state = 'armed' order by kind`,
    [id],
  );

describe('a term that the regulation leaves to the contract', () => {
  test('a term of the severity holds as soon as an agent has set it', async () => {
    const opened = await desk.open('technokad');
    const first = await dueOf(opened);

    const { clock, decision, events } = await set(opened, 'critical');

    expect(clock.dueAt).toBe('2026-11-20T06:30:00.000Z');
    expect(decision.firstResponse).toMatchObject({
      dueAt: clock.dueAt,
      target: { value: 30, unit: 'businessMinute' },
    });
    expect(events.at(-1)).toMatchObject({
      kind: 'due_moved',
      params: { from: first, to: clock.dueAt, because: 'severity' },
    });
    expect(await armed(opened)).toEqual([
      { kind: 'first_response.due', due: '06:30:00' },
      { kind: 'first_response.warn', due: '06:22:30' },
    ]);
  });

  test('the one before holds again where the agent takes it back', async () => {
    const opened = await desk.open('technokad');
    const first = await dueOf(opened);
    await set(opened, 'critical');
    await set(opened, 'high');

    expect(await dueOf(opened)).toBe(first);
    expect(await desk.logged(opened, 'due_moved')).toHaveLength(2);
  });

  test('the warning that was given for a term comes again for a longer one', async () => {
    const opened = await desk.open('technokad');
    await set(opened, 'critical');
    await desk.at('2026-11-20T06:25:00Z');
    await fireDue(desk.server);
    await set(opened, 'low');

    expect(await desk.logged(opened, 'due_warned')).toHaveLength(1);
    expect(await armed(opened)).toMatchObject([
      { kind: 'first_response.due' },
      { kind: 'first_response.warn' },
    ]);
  });

  test('an instant that has passed stays: what is late stays late', async () => {
    const opened = await desk.open('technokad');
    await set(opened, 'critical');
    await desk.at('2026-11-20T06:31:00Z');
    await fireDue(desk.server);
    await set(opened, 'low');

    expect(await dueOf(opened)).toBe('2026-11-20T06:30:00.000Z');
    expect(await desk.logged(opened, 'due_moved')).toHaveLength(1);
  });

  test('after the first response nothing moves', async () => {
    const opened = await desk.open('technokad');
    await desk.answer(opened, { kind: 'reply', text: 'Смотрим.', response: 'consultation' });
    await set(opened, 'critical');

    expect(await desk.logged(opened, 'due_moved')).toEqual([]);
  });
});

test.each([
  ['the regulation states the term itself', 'modme'],
  ['no hours are stated to count a term by', 'didox24'],
])('where %s, no severity moves anything', async (_case, vendor) => {
  const opened = await desk.open(vendor);
  const first = await dueOf(opened);
  await set(opened, 'critical');

  expect(await dueOf(opened)).toBe(first);
  expect(await desk.logged(opened, 'due_moved')).toEqual([]);
});

test('the history of the ticket tells the move and what the receipt promised', async () => {
  const opened = await desk.open('technokad');
  await set(opened, 'critical');
  const ticket = await desk.ticket(opened);
  const lines = ticket.events.map((event) => eventLine(wordsOf('ru'), ticket, event));

  expect(lines).toContainEqual(
    expect.stringContaining('По договору у этого приоритета свой срок: первый ответ до'),
  );
  expect(lines[0]).not.toContain('09:30');
});
