import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StoredMessage, TicketStanding } from '#shared/wire/ticket.ts';
import type { TicketActBody } from '#shared/wire/ticket-act.ts';
import { listTicketEvents } from '#server/features/event-log/event-log.repository.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { timers } from '#server/jobs/timers.table.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { codeOf, deskApi, requesterApi } from '#test/support/api.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

const vendor = 'moidokumenty';
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
beforeEach(() => rows.at('2026-11-20T08:00:00Z'));
afterAll(() => rows.close());

let people = 0;
/** Somebody new, whose address is proven. */
async function somebody(of = vendor) {
  people += 1;
  const sub = `person-${people}`;
  const claims = { sub, email: `${sub}@namuna.example`, email_verified: true };
  const bearer = await rows.server.signAsHost(of, claims);
  return requesterApi(rows.server, { vendor: of, bearer });
}

/** Two requests of one person, the second ten minutes later. */
async function two(of = vendor): Promise<[OpenedTicket, OpenedTicket]> {
  await rows.at('2026-11-20T08:00:00Z');
  const first = await rows.open(of, 'error', { api: await somebody(of) });
  await rows.at('2026-11-20T08:10:00Z');
  const second = await rows.open(of, 'error', { api: first.api });
  await rows.at('2026-11-20T08:20:00Z');
  return [first, second];
}

const into = ({ receipt }: OpenedTicket): TicketActBody => ({ act: 'merge', into: receipt.number });
const link = ({ receipt }: OpenedTicket): TicketActBody => ({ act: 'link', to: receipt.number });
const refusal = async (opened: OpenedTicket, body: TicketActBody) =>
  codeOf(await rows.act(opened, body));
const words = (text: string) => ({ text, attachments: [] });
const write = async ({ api, id }: OpenedTicket, text: string) => {
  const response = await api.post(`/v1/tickets/${id}/messages`, words(text));
  return { status: response.status, body: (await response.json()) as StoredMessage };
};
const stored = async ({ id }: OpenedTicket) => (await findTicket(rows.database.db, vendor, id))!;
const armed = async ({ id }: OpenedTicket) => {
  const found = await rows.database.db
    .select()
    .from(timers)
    .where(and(eq(timers.tenantId, vendor), eq(timers.subjectId, id), eq(timers.state, 'armed')))
    .orderBy(timers.kind);
  return found.map(({ kind, dueAt }) => [kind, dueAt.toISOString()] as const);
};

/** The stored state is what the log tells, and the chain holds. */
async function expectWhole(...opened: readonly OpenedTicket[]): Promise<void> {
  for (const ticket of opened) {
    const log = await listTicketEvents(rows.database.db, vendor, ticket.id);
    const told = log.reduce<LifeState | null>(
      (state, { kind, params, at }) =>
        evolve(state, { kind, params } as unknown as LifeEvent, at.getTime()),
      null,
    );
    expect((await stored(ticket)).life).toEqual(JSON.parse(JSON.stringify(told)));
  }
  expect(await verifyChain(rows.database.db, vendor)).toMatchObject({ brokenAt: null });
}

describe('two requests of one person that are one matter', () => {
  test('go on in one ticket under the term of the earliest receipt, and no clock of the other runs', async () => {
    const [first, second] = await two();
    const before = await armed(first);
    const due = (await rows.ticket(first)).clock.dueAt;
    const merged = await rows.done(first, into(second));
    const target = await rows.ticket(second);

    expect(before.length).toBeGreaterThan(0);
    expect([merged.status, merged.life.mergedInto?.number]).toEqual([
      'closed',
      second.receipt.number,
    ]);
    expect(merged.clock.state).toBe('none');
    expect(target.life.mergedHere).toEqual([{ id: first.id, number: first.receipt.number }]);
    expect(target.receivedAt).toBe('2026-11-20T08:00:00.000Z');
    expect(target.clock.dueAt).toBe(due);
    expect(await armed(first)).toEqual([]);
    expect(await armed(second)).toEqual(before);
    expect((await stored(second)).dueAt?.toISOString()).toBe(due);
    await expectWhole(first, second);
  });

  test('come apart again with the clocks, terms and places that they had', async () => {
    const [first, second] = await two();
    const before = [await stored(first), await stored(second)];
    const timers = [await armed(first), await armed(second)];
    await rows.done(first, into(second));
    const back = await rows.done(first, { act: 'unmerge' });

    expect([back.status, back.life.mergedInto]).toEqual(['open', null]);
    const after = [await stored(first), await stored(second)];
    const kept = ({ life, status, dueAt, receivedAt, queueKey, outcome }: (typeof after)[0]) => ({
      life,
      status,
      dueAt,
      receivedAt,
      queueKey,
      outcome,
    });
    expect(after.map(kept)).toEqual(before.map(kept));
    expect([await armed(first), await armed(second)]).toEqual(timers);
    expect(await refusal(first, { act: 'unmerge' })).toEqual([409, 'act.not_allowed']);
    await expectWhole(first, second);
  });

  test('the requester is told the number, and again when it goes on by itself', async () => {
    const [first, second] = await two();
    await rows.done(first, into(second));
    const [told] = await rows.letters(first);
    await rows.done(first, { act: 'unmerge' });
    const [untold] = await rows.letters(first);

    expect(told).toMatchObject({
      kind: 'ticket_merged',
      subject: `${first.receipt.number} продолжается как ${second.receipt.number}`,
    });
    expect(untold).toMatchObject({ kind: 'ticket_unmerged' });
    expect(untold?.text).toContain(second.receipt.number);
    expect((await rows.letters(second)).map(({ kind }) => kind)).toEqual(['ticket_opened']);
  });

  test('an answer to the one that goes on keeps the promise of both', async () => {
    const [first, second] = await two();
    await rows.answer(first, { kind: 'note', ...words('то же самое') });
    await rows.answer(second, { kind: 'reply', ...words('Смотрим.') });
    await rows.done(first, into(second));
    const owed = await rows.ticket(second);
    const answered = await rows.answer(second, { kind: 'reply', ...words('Исправили.') });

    expect(owed.clock).toMatchObject({ state: 'running', metAt: null });
    expect(answered.clock).toMatchObject({ state: 'met', metAt: '2026-11-20T08:20:00.000Z' });
    expect((await armed(second)).filter(([kind]) => kind.startsWith('first'))).toEqual([]);
    await expectWhole(first, second);
  });

  test('both histories name the other by its number', async () => {
    const [first, second] = await two();
    await rows.done(first, into(second));
    const back = await rows.done(first, { act: 'unmerge' });
    const told = ({ events }: typeof back) =>
      events.flatMap(({ kind, params }) =>
        /merge|absorb|separat/.test(kind) ? [[kind, params?.['into'] ?? params?.['from']]] : [],
      );

    expect(told(back)).toEqual([
      ['merged', second.receipt.number],
      ['unmerged', second.receipt.number],
    ]);
    expect(told(await rows.ticket(second))).toEqual([
      ['absorbed', first.receipt.number],
      ['separated', first.receipt.number],
    ]);
  });
});

describe('what its requester does with a merged ticket', () => {
  test('words stand in the one that goes on, and the answer says its number, again for a repeated press', async () => {
    const [first, second] = await two();
    await rows.done(first, into(second));
    const key = 'once-0001-merged';
    const send = async () => {
      const said = words('Есть новости?');
      const path = `/v1/tickets/${first.id}/messages`;
      return (await (await first.api.post(path, said, { key })).json()) as StoredMessage;
    };
    const said = await send();
    const again = await send();

    expect(said.goesOnIn).toEqual({ id: second.id, number: second.receipt.number });
    expect(again).toEqual(said);
    const texts = ({ messages }: Awaited<ReturnType<typeof first.api.thread>>) =>
      messages.filter(({ id }) => id === said.id).map(({ text }) => text);
    expect(texts(await second.api.thread(second.id))).toEqual(['Есть новости?']);
    expect(texts(await first.api.thread(first.id))).toEqual([]);
    await expectWhole(first, second);
  });

  test('reading it and asking for its number say where it goes on', async () => {
    const [first, second] = await two();
    await rows.done(first, into(second));
    const thread = await first.api.thread(first.id);
    const status = await first.api.get(`/v1/tickets/status/${first.receipt.number}`);

    expect(thread.goesOnIn).toEqual({ id: second.id, number: second.receipt.number });
    expect([thread.can, thread.told.ending?.outcome]).toEqual([[], 'merged']);
    expect(((await status.json()) as TicketStanding).goesOnIn).toBe(second.receipt.number);
    expect((await second.api.thread(second.id)).goesOnIn).toBeUndefined();
  });

  test('reopening and withdrawing it are refused with the number to go on in', async () => {
    const [first, second] = await two();
    await rows.done(first, into(second));
    for (const act of ['reopen', 'withdraw']) {
      const response = await first.api.post(`/v1/tickets/${first.id}/acts`, { act });
      expect([response.status, await response.json()]).toMatchObject([
        409,
        { code: 'ticket.merged', params: { into: second.receipt.number } },
      ]);
    }
  });

  test('what a request lacked is added to the one that goes on', async () => {
    const lacking = rows
      .packOf('technokad')
      .intake.fields.find(
        ({ requirement, kind, secret }) =>
          requirement === 'asked' && kind !== 'attachment' && !secret,
      )!.id;
    const [, second] = await two('technokad');
    const first = await rows.open('technokad', 'error', {
      api: second.api,
      answers: { [lacking]: null },
    });
    const { missing } = (await first.api.thread(first.id)).decision;
    await rows.done(first, into(second));
    const answers = { [lacking]: 'Вот чего не хватало' };
    const added = await first.api.post(`/v1/tickets/${first.id}/answers`, { answers });

    expect(missing.map(({ field }) => field)).toContain(lacking);
    expect(added.status).toBe(200);
    const { messages } = await second.api.thread(second.id);
    expect(messages.at(-1)?.text).toContain('Вот чего не хватало');
  });

  test('somebody else’s ticket is not found, merged or not', async () => {
    const [first, second] = await two();
    await rows.done(first, into(second));
    const stranger = requesterApi(rows.server, { vendor, bearer: `dev_${'Q'.repeat(43)}` });
    const said = await stranger.post(`/v1/tickets/${first.id}/messages`, words('Чужое'));
    expect(await codeOf(said)).toEqual([404, 'ticket.not_found']);
  });
});

describe('what is refused', () => {
  test('itself, an unknown number, another vendor’s number, and what has ended', async () => {
    const [first, second] = await two();
    const foreign = await rows.open('modme', 'error');
    await rows.done(second, { act: 'mark_spam' });

    expect(await refusal(first, into(first))).toEqual([409, 'other_ticket.same']);
    expect(await refusal(first, { act: 'merge', into: '999999' })).toEqual([
      404,
      'other_ticket.not_found',
    ]);
    expect(await refusal(first, into(foreign))).toEqual([404, 'other_ticket.not_found']);
    expect(await refusal(first, into(second))).toEqual([409, 'merge.target_over']);
  });

  test('requests of different people, which may be linked, seen on both sides and once', async () => {
    const one = await rows.open(vendor, 'error');
    const other = await rows.open(vendor, 'error', { api: await somebody() });

    expect(await refusal(one, into(other))).toEqual([409, 'merge.other_requester']);
    await rows.done(one, link(other));
    await rows.done(other, link(one));
    expect((await rows.ticket(one)).life.links).toEqual([
      { id: other.id, number: other.receipt.number },
    ]);
    expect((await rows.ticket(other)).life.links).toEqual([
      { id: one.id, number: one.receipt.number },
    ]);
    expect(await rows.logged(one, 'linked')).toHaveLength(1);
    expect((await rows.letters(one)).map(({ kind }) => kind)).not.toContain('ticket_merged');
    await expectWhole(one, other);
  });

  test('a merged ticket a second time, one that holds others, and an agent’s answer to a merged one', async () => {
    const [first, second] = await two();
    const third = await rows.open(vendor, 'error', { api: first.api });
    await rows.done(first, into(second));

    expect(await refusal(first, into(third))).toEqual([409, 'ticket.merged']);
    expect(await refusal(third, into(first))).toEqual([409, 'merge.target_over']);
    expect(await refusal(second, into(third))).toEqual([409, 'merge.holds_others']);
    const reply = { kind: 'reply', ...words('Ответ') };
    const said = await rows.post(vendor, `/tickets/${first.id}/messages`, reply);
    expect(await said.json()).toMatchObject({
      code: 'ticket.merged',
      params: { into: second.receipt.number },
    });
  });

  test('with a version that is not the present one nothing happens', async () => {
    const [first, second] = await two();
    const { cookie } = await deskApi(rows.server);
    const response = await fetch(
      `${rows.server.url}/v1/desk/vendors/${vendor}/tickets/${first.id}/acts`,
      {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'if-match': '"99"' },
        body: JSON.stringify(into(second)),
      },
    );
    expect(await codeOf(response)).toEqual([412, 'ticket.changed']);
    expect((await stored(second)).life.receipts).toBeUndefined();
  });
});

test('a merge, an unmerge and a link that are pressed again under their key are the same', async () => {
  const [first, second] = await two();
  const desk = await deskApi(rows.server);
  const press = async (body: TicketActBody, key: string) => {
    const { version } = await stored(first);
    const again = async () => {
      const seen = { 'idempotency-key': key, 'if-match': `"${version}"` };
      return (await desk.post(vendor, `/tickets/${first.id}/acts`, body, seen)).status;
    };
    return [await again(), await again()];
  };

  expect(await press(into(second), 'merge-key-00001')).toEqual([200, 200]);
  expect(await press({ act: 'unmerge' }, 'merge-key-00002')).toEqual([200, 200]);
  expect(await press(link(second), 'merge-key-00003')).toEqual([200, 200]);
  expect(await rows.logged(first, 'merged')).toHaveLength(1);
  expect(await rows.logged(first, 'unmerged')).toHaveLength(1);
});

describe('at once', () => {
  test('one into the other while the other into the one: one of both is done, and nobody waits for ever', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = await two();
      const both = await Promise.all([
        rows.act(first, into(second)),
        rows.act(second, into(first)),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      await expectWhole(first, second);
    }
  });

  test('a reply that arrives while its ticket is merged is kept in one of the two threads, once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = await two();
      const [merged, said] = await Promise.all([
        rows.act(first, into(second)),
        write(first, `в раунде ${round}`),
      ]);
      expect([merged.status, said.status]).toEqual([200, 201]);
      const threads = [await first.api.thread(first.id), await second.api.thread(second.id)];
      const found = threads.flatMap(({ messages }) =>
        messages.filter(({ text }) => text === `в раунде ${round}`),
      );
      expect(found).toHaveLength(1);
      await expectWhole(first, second);
    }
  });

  test('two merges into one ticket are both done, a second merge of the same is not', async () => {
    const [first, second] = await two();
    const third = await rows.open(vendor, 'error', { api: first.api });
    const all = await Promise.all([
      rows.act(first, into(third)),
      rows.act(second, into(third)),
      rows.act(first, into(third)),
    ]);
    expect(all.map(({ status }) => status).toSorted()).toEqual([200, 200, 409]);
    expect((await rows.ticket(third)).life.mergedHere).toHaveLength(2);
    await expectWhole(first, second, third);
  });
});
