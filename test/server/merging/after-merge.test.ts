import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { GuestInvited } from '#shared/wire/guests.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { selectLetters } from '#server/features/outbox/select-letters.ts';
import { surveyLink } from '#server/features/surveys/survey-letter.ts';
import { codeOf, completeRequest, requesterApi } from '#test/support/api.ts';
import { fireDue } from '#test/support/due-timers.ts';
import { tablesHolding } from '#test/support/planted.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
beforeEach(() => rows.at('2026-11-20T08:00:00Z'));
afterAll(() => rows.close());

let people = 0;
/** Somebody new, whose address is proven. */
async function somebody(vendor: string) {
  people += 1;
  const claims = { sub: `p-${people}`, email: `p${people}@namuna.example`, email_verified: true };
  return requesterApi(rows.server, {
    vendor,
    bearer: await rows.server.signAsHost(vendor, claims),
  });
}
const merge = (source: OpenedTicket, target: OpenedTicket) =>
  rows.done(source, { act: 'merge', into: target.receipt.number });
const followUps = async (ticket: OpenedTicket) =>
  (await rows.letters(ticket)).filter(({ kind }) => kind === 'follow_up').length;

test('nobody is asked twice how it went: what was merged asks no more, the one that went on asks once', async () => {
  const source = await rows.open('modme', 'error', { api: await somebody('modme') });
  const target = await rows.open('modme', 'error', { api: source.api });
  const other = await rows.open('modme', 'error', { api: source.api });
  for (const ticket of [source, other])
    await rows.done(ticket, { act: 'resolve', text: 'Готово.' });
  await merge(source, target);
  await rows.done(target, { act: 'resolve', text: 'Готово.' });
  await rows.at('2026-11-25T08:00:00Z');
  await fireDue(rows.server);

  // the third shows that the time to ask has come
  expect(await Promise.all([source, target, other].map(followUps))).toEqual([0, 1, 1]);
});

test('an answer to how it went stands with the ticket it was asked for, whatever that was merged into since', async () => {
  const source = await rows.open('modme', 'error', { api: await somebody('modme') });
  const target = await rows.open('modme', 'error', { api: source.api });
  await rows.done(source, { act: 'resolve', text: 'Готово.' });
  await rows.at('2026-11-25T08:00:00Z');
  await fireDue(rows.server);
  await merge(source, target);
  const letter = (await selectLetters(rows.database.db)).find(
    ({ entry }) => entry.kind === 'follow_up' && entry.ticketId === source.id,
  );
  const { pathname } = new URL(surveyLink(rows.server.deps, letter!.entry));
  const answer = { solved: 'no', score: '2', comment: 'Всё ещё падает' };
  const body = new URLSearchParams(answer);
  const page = await fetch(rows.server.url + pathname, { method: 'POST', body });
  const { status, messages, events } = await rows.ticket(source);

  expect(await page.text()).toContain('Спасибо');
  expect(status).toBe('closed');
  expect(messages.at(-1)).toMatchObject({ author: 'requester', text: 'Всё ещё падает' });
  expect(events.at(-1)).toMatchObject({ kind: 'follow_up_answered', params: { solved: 'false' } });
  expect((await rows.done(source, { act: 'unmerge' })).status).toBe('resolved');
  expect((await rows.ticket(source)).life.followUp).toBe('person');
  expect(await verifyChain(rows.database.db, 'modme')).toMatchObject({ brokenAt: null });
});

test.each([
  ['a “no”', { solved: 'no', score: '4' }, true],
  ['a low score', { solved: 'yes', score: '3' }, true],
  ['a “yes” with a high score', { solved: 'yes', score: '5' }, false],
])(
  'who works on the ticket that goes on is told of %s as of one in their own: %o',
  async (_name, answer, told) => {
    const source = await rows.open('modme', 'error', { api: await somebody('modme') });
    const target = await rows.open('modme', 'error', { api: source.api });
    await rows.done(source, { act: 'resolve', text: 'Готово.' });
    await rows.at('2026-11-25T08:00:00Z');
    await fireDue(rows.server);
    await merge(source, target);
    const letter = (await selectLetters(rows.database.db)).find(
      ({ entry }) => entry.kind === 'follow_up' && entry.ticketId === source.id,
    );
    const { pathname } = new URL(surveyLink(rows.server.deps, letter!.entry));
    const send = () =>
      fetch(rows.server.url + pathname, { method: 'POST', body: new URLSearchParams(answer) });
    await send();
    await send();
    const { events } = await rows.ticket(target);

    expect(events.filter(({ kind }) => kind === 'merged_answered')).toMatchObject(
      told ? [{ params: { from: source.receipt.number }, actor: null }] : [],
    );
    expect(await verifyChain(rows.database.db, 'modme')).toMatchObject({ brokenAt: null });
  },
);

test('a deadline that passed while a ticket was merged comes due once it is alone again', async () => {
  const source = await rows.open('moidokumenty', 'error', { api: await somebody('moidokumenty') });
  const target = await rows.open('moidokumenty', 'error', { api: source.api });
  await merge(source, target);
  await rows.at('2026-11-27T08:00:00Z');
  await fireDue(rows.server);
  const meanwhile = await rows.logged(source, 'due_breached');
  await rows.done(source, { act: 'unmerge' });
  await fireDue(rows.server);

  expect(meanwhile).toEqual([]);
  expect(await rows.logged(target, 'due_breached')).toHaveLength(1);
  expect(await rows.logged(source, 'due_breached')).toHaveLength(1);
});

test('an erasure takes what was written into the merged ticket and nothing of the one that goes on', async () => {
  const source = await rows.open('modme', 'error', { api: await somebody('modme') });
  const target = await rows.open('modme', 'error', { api: source.api });
  const write = (text: string) =>
    source.api.post(`/v1/tickets/${source.id}/messages`, { text, attachments: [] });
  await write('до Zz8811Qq');
  await merge(source, target);
  await write('после Zz8812Qq');
  const erased = await eraseContent(rows.server.deps, { tenantId: 'modme', ticketId: source.id });
  const back = await rows.done(source, { act: 'unmerge' });

  expect(erased.ok).toBe(true);
  expect(await tablesHolding(rows.database.client, 'Zz8811Qq')).toEqual([]);
  expect(await tablesHolding(rows.database.client, 'Zz8812Qq')).toContain('messages');
  expect(back.status).toBe('open');
  expect(await verifyChain(rows.database.db, 'modme')).toMatchObject({ brokenAt: null });
});

test('a guest of a merged ticket reads its thread and is told where the matter goes on, but writes into no other', async () => {
  const source = await rows.open('modme', 'error', { api: await somebody('modme') });
  const target = await rows.open('modme', 'error', { api: source.api });
  const guest = { name: 'Гость', email: 'guest@bank.example', help: 'Формат выгрузки' };
  const invited = await rows.post('modme', `/tickets/${source.id}/guests`, guest);
  const { link } = (await invited.json()) as GuestInvited;
  await merge(source, target);
  const headers = {
    'x-widget-key': 'modme',
    authorization: `Bearer ${new URLSearchParams(link.split('#')[1]).get('token')}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const read = await fetch(`${rows.server.url}/v1/guest/thread`, { headers });
  const body = JSON.stringify({ text: 'Слова гостя' });
  const path = `${rows.server.url}/v1/guest/messages`;
  const written = await fetch(path, { method: 'POST', headers, body });

  expect(read.status).toBe(200);
  expect(await written.json()).toMatchObject({
    code: 'ticket.merged',
    params: { into: target.receipt.number },
  });
});

test('a request that goes on with an earlier own one is linked with it on both sides, once however often it is sent', async () => {
  const earlier = await rows.open('modme', 'error', { api: await somebody('modme') });
  const request = { ...completeRequest(rows.packOf('modme'), 'error'), linkedTo: earlier.id };
  const key = randomUUID();
  const send = async () => {
    const sent = await earlier.api.post('/v1/tickets', request, { key });
    return (await sent.json()) as TicketReceipt;
  };
  const [receipt, again] = [await send(), await send()];
  const later = { ...earlier, receipt, id: receipt.id };
  const stranger = await (await somebody('modme')).post('/v1/tickets', request);

  expect(again).toEqual(receipt);
  expect((await rows.ticket(later)).life.links).toEqual([
    { id: earlier.id, number: earlier.receipt.number },
  ]);
  expect((await rows.ticket(earlier)).life.links).toEqual([
    { id: later.id, number: receipt.number },
  ]);
  expect(await rows.logged(earlier, 'linked')).toHaveLength(1);
  expect(await codeOf(stranger)).toEqual([404, 'other_ticket.not_found']);
  expect(await verifyChain(rows.database.db, 'modme')).toMatchObject({ brokenAt: null });
});
