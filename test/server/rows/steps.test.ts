import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DeskQueue } from '#shared/wire/desk.ts';
import type { ContactRecorded } from '#shared/wire/interactions.ts';
import { codeOf } from '#test/support/api.ts';
import { fireDue } from '#test/support/jobs.ts';
import { type OpenedTicket, rowDesk } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
beforeEach(() => rows.at('2026-11-20T08:00:00Z')); // Friday 13:00 in Tashkent, 11:00 in Moscow
afterAll(() => rows.close());

/** Everything that runs for a ticket, by the timers that are armed. */
const armedFor = async ({ id }: OpenedTicket) => {
  const armed = await rows.database.client.unsafe(
    "select kind, fire_at from timers where subject_id = $1 and state = 'armed' order by kind",
    [id],
  );
  return armed.map((timer) => [timer['kind'], new Date(timer['fire_at']).toISOString()]);
};

test('S0.4.3 REG, DSK: a finished request bears four marks in order: it came, was written down, looked into, worked on', async () => {
  const recorded = (await (
    await rows.post('modme', '/interactions', {
      kind: 'phone',
      channel: 'phone',
      category: 'error',
      text: 'Не проходит оплата.',
      receivedAt: '2026-11-20T07:40:00Z',
    })
  ).json()) as ContactRecorded;
  if (recorded.record !== 'ticket') throw new Error('no ticket was opened');
  const opened = { vendor: 'modme', id: recorded.ticket.id } as OpenedTicket;
  await rows.at('2026-11-20T08:30:00Z');
  await rows.answer(opened, { kind: 'reply', text: 'Исправлено.', resolve: true });
  const { events } = await rows.ticket(opened);
  const marks = ['opened', 'diagnosis_started', 'resolved'].map((kind) =>
    events.find((event) => event.kind === kind)!,
  );

  expect(marks[0]!.params?.['receivedAt']).toBe('2026-11-20T07:40:00.000Z');
  expect(marks.map(({ at }) => at)).toEqual([
    '2026-11-20T08:00:00.000Z',
    '2026-11-20T08:30:00.000Z',
    '2026-11-20T08:30:00.000Z',
  ]);
  expect(marks.map((mark) => events.indexOf(mark))).toEqual(
    marks.map((mark) => events.indexOf(mark)).toSorted((a, b) => a - b),
  );
});

test('S0.4.3 DSK: looking into it is marked once, whoever says so first', async () => {
  const opened = await rows.open('modme', 'error');
  await rows.done(opened, { act: 'start_diagnosis' });
  await rows.answer(opened, { kind: 'reply', text: 'Исправлено.', resolve: true });

  expect(await rows.logged(opened, 'diagnosis_started')).toHaveLength(1);
});

test('S0.4.7 REG: a wish ends handed to developers or declined with words, never as solved, and its author hears which', async () => {
  const [taken, declined] = [await rows.open('modme', 'idea'), await rows.open('modme', 'idea')];
  const solved = await rows.act(taken, { act: 'resolve', text: 'Сделано.' });
  const silent = await rows.act(declined, { act: 'decline' });
  await rows.done(taken, { act: 'hand_over', to: 'development', ref: 'DEV-7', text: 'Передали.' });
  await rows.done(declined, { act: 'decline', text: 'Такого делать не будем: мешает отчётам.' });
  const [handed] = await rows.logged(taken, 'handed_over');
  const [[handedLetter], [declinedLetter]] = [
    await rows.letters(taken),
    await rows.letters(declined),
  ];

  expect(await codeOf(solved)).toEqual([409, 'proposal.outcome_needed']);
  expect(await codeOf(silent)).toEqual([422, 'words.needed']);
  expect(handed).toMatchObject({
    at: new Date('2026-11-20T08:00:00Z'),
    params: { to: 'development', ref: 'DEV-7' },
  });
  expect(handedLetter?.text).toContain(`${taken.receipt.number} передано: Отдел разработки`);
  expect(declinedLetter?.text).toContain('мешает отчётам');
  expect(declinedLetter?.text).toContain(`${declined.receipt.number} отклонено`);
});

test('S0.7.4 REG: what comes on Friday night is registered at once, and its time runs from Saturday morning', async () => {
  await rows.at('2026-11-20T17:00:00Z'); // Friday 22:00 in Tashkent
  const { receipt } = await rows.open('modme', 'error');

  expect(receipt).toMatchObject({
    status: 'open',
    receivedAt: '2026-11-20T17:00:00.000Z',
    decision: {
      firstResponse: {
        startsAt: '2026-11-21T05:00:00.000Z',
        dueAt: '2026-11-21T14:00:00.000Z',
      },
    },
  });
});

test('S0.9.3 REG: time runs from the arrival in the channel, however late it was written down; both instants are kept', async () => {
  const at = (receivedAt: string) =>
    rows.post('modme', '/interactions', {
      kind: 'phone',
      channel: 'phone',
      category: 'error',
      text: 'Не проходит оплата.',
      receivedAt,
    });
  const recorded = (await (await at('2026-11-20T06:15:00Z')).json()) as ContactRecorded;
  if (recorded.record !== 'ticket') throw new Error('no ticket was opened');
  const ticket = await rows.ticket({ vendor: 'modme', id: recorded.ticket.id } as OpenedTicket);

  expect(ticket).toMatchObject({
    receivedAt: '2026-11-20T06:15:00.000Z',
    createdAt: '2026-11-20T08:00:00.000Z',
    // a working day of nine hours from Friday 11:15
    decision: { firstResponse: { dueAt: '2026-11-21T06:15:00.000Z' } },
  });
  expect(await codeOf(await at('2026-11-20T08:01:00Z'))).toEqual([400, 'request.invalid']);
});

test('S0.10.1 DSK: the diagnosis has a clock beside that of the first answer, with its limit, and stops by its beginning', async () => {
  const opened = await rows.open('modme', 'error');
  await rows.answer(opened, { kind: 'question', text: 'В каком филиале?' });
  const asked = await rows.ticket(opened);
  const armed = await armedFor(opened);
  const looked = await rows.done(opened, { act: 'start_diagnosis' });

  const due = opened.receipt.decision.firstResponse.dueAt;
  expect(asked.clock.state).toBe('met');
  expect(asked.life.clocks).toMatchObject([{ kind: 'diagnosis', state: 'running', dueAt: due }]);
  expect(armed).toContainEqual(['diagnosis.due', due]);
  expect(looked.life).toMatchObject({
    clocks: [],
    diagnosis: { startedAt: '2026-11-20T08:00:00.000Z', clause: '10' },
  });
});

test('S0.10.2 DSK: an instruction is recorded as the kind of answer it is', async () => {
  const opened = await rows.open('modme', 'how-to');
  await rows.answer(opened, {
    kind: 'reply',
    text: 'Откройте «Отчёты» и нажмите «Пересчитать».',
    response: 'consultation',
    answer: { kind: 'instruction' },
  });
  const ticket = await rows.ticket(opened);

  expect(ticket.choices.answers).toContainEqual(
    expect.objectContaining({ id: 'instruction', clause: '10' }),
  );
  expect(await rows.logged(opened, 'replied')).toMatchObject([
    { params: { answer: 'instruction' } },
  ]);
  expect(ticket.clock.state).toBe('met');
});

test('S0.11.1 DSK, S4.2.2.1 DSK: handing over names who takes it and why, and it stands in their queue', async () => {
  for (const vendor of ['modme', 'jokercrm']) {
    const opened = await rows.open(vendor, 'error');
    const terms = { nextUpdateBy: '2026-11-24T08:00:00Z', text: 'Напишем во вторник.' };
    const handing = (to: string, reason: string) =>
      rows.act(opened, { act: 'escalate', to, reason, ...terms });
    expect(await codeOf(await handing('nobody', 'Нужна правка кода'))).toEqual([
      422,
      'escalation.unknown_target',
    ]);
    expect(await codeOf(await handing('development', ''))).toEqual([422, 'escalation.no_reason']);
    expect((await handing('development', 'Нужна правка кода')).status).toBe(200);
    const ticket = await rows.ticket(opened);
    const of = async (target: string) =>
      ((await (await rows.get(vendor, `/queue?target=${target}`)).json()) as DeskQueue).rows.map(
        ({ id }) => id,
      );

    expect(ticket.status).toBe('escalated');
    expect(await rows.logged(opened, 'escalated')).toMatchObject([
      { params: { to: 'development' } },
    ]);
    expect(ticket.messages).toContainEqual(
      expect.objectContaining({ kind: 'note', text: 'Нужна правка кода' }),
    );
    expect(await of('development')).toContain(opened.id);
    expect(await of('product-manager')).not.toContain(opened.id);
    await rows.done(opened, { act: 'return' });
    expect(await of('development')).not.toContain(opened.id);
  }
});

test('S0.11.2 DSK: a hand-over is not complete before the customer is told when to hear more; silence then raises an alarm', async () => {
  const opened = await rows.open('modme', 'error');
  const handing = { act: 'escalate', to: 'development', reason: 'Нужна правка кода' } as const;
  const untold = await rows.act(opened, handing);
  const vague = await rows.act(opened, { ...handing, text: 'Передали разработчикам.' });
  const nextUpdateBy = '2026-11-24T08:00:00.000Z';
  const text = 'Передали разработчикам, напишем во вторник.';
  const handed = await rows.done(opened, { ...handing, nextUpdateBy, text });
  const [letter] = await rows.letters(opened);
  const thread = await opened.api.thread(opened.id);
  await rows.at('2026-11-24T08:00:01Z');
  await fireDue(rows.server);
  const late = await rows.ticket(opened);

  expect(await codeOf(untold)).toEqual([409, 'escalation.tell_requester']);
  expect(await codeOf(vague)).toEqual([409, 'escalation.tell_requester']);
  expect(handed.life.escalation).toMatchObject({ nextUpdateBy, clause: '11' });
  expect(thread.messages.at(-1)?.text).toBe(text);
  expect(thread.told.escalation).toEqual({ eta: null, nextUpdateBy, clause: '11' });
  expect(letter?.text).toContain(text);
  expect(letter?.text).toContain('Следующая новость — до вт, 24 ноября, 13:00');
  expect(
    (await rows.logged(opened, 'due_breached')).map(({ params }) => params['clock']),
  ).toContain('next_update');
  expect(late.life.clocks).toContainEqual(
    expect.objectContaining({ kind: 'next_update', state: 'breached' }),
  );
});

test('S0.11.3 DSK: what was handed over has no last day; each word to the customer sets the day of the next', async () => {
  const opened = await rows.open('modme', 'error');
  const text = 'Разбираемся.';
  await rows.done(opened, {
    act: 'escalate',
    to: 'development',
    reason: 'Нужна правка кода',
    nextUpdateBy: '2026-11-24T08:00:00Z',
    text,
  });
  const first = await armedFor(opened);
  await rows.at('2026-11-23T08:00:00Z');
  const told = await rows.done(opened, { act: 'inform', text });
  const second = await armedFor(opened);

  expect(first).toContainEqual(['next_update.due', '2026-11-24T08:00:00.000Z']);
  // five working days on from Monday 13:00, and nothing else is due
  expect(second).toContainEqual(['next_update.due', '2026-11-28T08:00:00.000Z']);
  expect(told.life.clocks.map(({ kind }) => kind)).not.toContain('resolution');
  expect(JSON.stringify(told)).not.toMatch(/resolutionDue|resolveBy/i);
  expect(told.decision.notices.map(({ code }) => code)).toContain('no_resolution_term');
});

test('a term beyond every calendar is refused, and its desk goes on', async () => {
  const opened = await rows.open('moidokumenty');
  const text = 'Сообщим позже.';
  const inform = (nextUpdateBy: string) => rows.act(opened, { act: 'inform', nextUpdateBy, text });

  expect(await codeOf(await inform('9999-12-31T23:59:59Z'))).toEqual([400, 'request.invalid']);
  expect((await inform('2099-12-31T23:59:59Z')).status).toBe(200);
  expect((await rows.queue('moidokumenty')).rows.map(({ id }) => id)).toContain(opened.id);
});

test('S4.2.2.2 DSK: each customer hears of release days personally', async () => {
  const opened = await rows.open('jokercrm', 'error', { person: 'alla' });
  await rows.done(opened, {
    act: 'escalate',
    to: 'development',
    reason: 'Нужна доработка',
    eta: '2026-12-10T15:00:00Z',
    text: 'Доработка выйдет к 10 декабря.',
  });
  await rows.at('2026-11-23T08:00:00Z');
  const silent = await rows.act(opened, { act: 'inform', eta: '2026-12-15T15:00:00Z' });
  const text = 'Срок сдвинулся: 15 декабря.';
  const told = await rows.done(opened, { act: 'inform', eta: '2026-12-15T15:00:00Z', text });
  const [letter] = await rows.letters(opened);

  expect(await codeOf(silent)).toEqual([422, 'words.needed']);
  expect(told.life.escalation?.eta).toBe('2026-12-15T15:00:00.000Z');
  expect(await rows.logged(opened, 'requester_informed')).toMatchObject([
    { params: { eta: '2026-12-15T15:00:00.000Z' } },
  ]);
  expect(letter?.text).toContain(text);
  expect(letter?.text).toContain('Ожидаемый срок — до вт, 15 декабря, 18:00 (Москва)');
});

test('S4.5.2.3 DSK: the extended plan goes first at developers: its hand-overs say so', async () => {
  const handed = async (person: string) => {
    const opened = await rows.open('jokercrm', 'error', { person });
    const ticket = await rows.done(opened, {
      act: 'escalate',
      to: 'development',
      reason: 'Нужна доработка',
      nextUpdateBy: '2026-11-24T08:00:00Z',
      text: 'Передали.',
    });
    return { opened, ticket };
  };
  const [service, extended] = [await handed('denis'), await handed('alla')];
  const { rows: queue } = (await (
    await rows.get('jokercrm', '/queue?target=development')
  ).json()) as DeskQueue;
  const placeOf = ({ opened }: typeof service) => queue.findIndex(({ id }) => id === opened.id);

  expect(await rows.logged(extended.opened, 'escalated')).toMatchObject([
    { params: { priority: true } },
  ]);
  expect(extended.ticket.life.escalation?.priority).toBe(true);
  expect(service.ticket.life.escalation?.priority).toBe(false);
  expect(queue[placeOf(extended)]?.handedTo).toEqual({ target: 'development', priority: true });
  expect(queue[placeOf(service)]?.handedTo).toEqual({ target: 'development', priority: false });
  expect(placeOf(extended)).toBeLessThan(placeOf(service));
});
