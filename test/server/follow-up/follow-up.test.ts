import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FollowUpList } from '#shared/wire/after-resolution.ts';
import type { OutboxList } from '#shared/wire/outbox.ts';
import { demoPeople } from '#server/demo/people.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { selectLetters } from '#server/features/outbox/select-letters.ts';
import { surveyLink } from '#server/features/surveys/survey-letter.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import { fireDue } from '#test/support/due-timers.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const start = '2026-11-19T08:00:00Z';
const clock = handClock(start);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
beforeEach(async () => {
  clock.set(start);
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const signedIn = (vendor: string) => {
  const person = demoPeople.find((one) => one.vendor === vendor && one.claims.email_verified);
  return demoRequester(server, vendor, person!.id);
};
async function resolved(vendor = 'modme'): Promise<string> {
  const { id } = await (await signedIn(vendor)).open();
  await desk.answer(vendor, id, { kind: 'reply', text: 'Починили', resolve: true });
  return id;
}
const followUpOf = async (id: string, vendor = 'modme') =>
  ((await (await desk.get(vendor, '/follow-ups')).json()) as FollowUpList).rows.find(
    ({ ticket }) => ticket.id === id,
  );
/** Goes on to the instant at which the follow-up of a ticket goes on by itself. */
async function goOn(id: string, vendor = 'modme'): Promise<void> {
  const nextAt = (await followUpOf(id, vendor))?.nextAt;
  clock.set(nextAt ?? '');
  await fireDue(server);
  desk = await deskApi(server);
}
/** The address in the letter of a ticket's follow-up, of the newest where there are several. */
async function linkOf(id: string): Promise<string> {
  const letters = await selectLetters(server.deps.db);
  const [entry] = letters
    .map((letter) => letter.entry)
    .filter(({ kind, ticketId }) => kind === 'follow_up' && ticketId === id)
    .toSorted((one, other) => other.id - one.id);
  const { pathname } = new URL(surveyLink(server.deps, entry!));
  return server.url + pathname;
}
const vote = (link: string, form: Record<string, string>) =>
  fetch(link, { method: 'POST', body: new URLSearchParams(form) });
const kinds = async (id: string, vendor = 'modme') =>
  (await desk.ticket(vendor, id)).events.map(({ kind }) => kind);

test('S0.12.1 JOB: a solution is followed by a letter, and where nobody answers it by a person', async () => {
  const id = await resolved();
  await goOn(id);
  const asked = await followUpOf(id);
  const letter = await linkOf(id);
  await goOn(id);
  const called = await followUpOf(id);
  await fireDue(server);

  expect(asked).toMatchObject({ state: 'asked', clause: '12' });
  expect(letter).toMatch(/\/survey\/[\w-]{43}$/);
  expect(called).toMatchObject({ state: 'person', nextAt: null });
  expect((await kinds(id)).filter((kind) => kind.startsWith('follow_up'))).toEqual([
    'follow_up_sent',
    'follow_up_called',
  ]);
  expect(await verifyChain(database.db, 'modme')).toMatchObject({ brokenAt: null });
});

test('S0.12.1 DSK: every solution stands in the view until somebody has come back to it; rubbish never does', async () => {
  const id = await resolved();
  const spam = (await (await signedIn('modme')).open()).id;
  await desk.post('modme', `/tickets/${spam}/acts`, { act: 'mark_spam' });
  const due = await followUpOf(id);
  await desk.post('modme', `/tickets/${id}/acts`, { act: 'finish_follow_up' });

  expect(due).toMatchObject({ state: 'due', resolvedAt: '2026-11-19T08:00:00.000Z' });
  expect(await followUpOf(spam)).toBeUndefined();
  expect(await followUpOf(id)).toBeUndefined();
});

describe('S0.12.2 DSK: a “no”', () => {
  test('that an agent heard opens the same ticket again', async () => {
    const id = await resolved();
    await desk.post('modme', `/tickets/${id}/acts`, { act: 'answer_follow_up', solved: false });

    expect((await desk.ticket('modme', id)).status).toBe('in_progress');
    expect((await kinds(id)).slice(-2)).toEqual(['follow_up_answered', 'reopened']);
  });

  test('by the link opens it too, and a later solution asks anew by a link of its own', async () => {
    const id = await resolved();
    await goOn(id);
    const first = await linkOf(id);
    const page = await vote(first, { solved: 'no', score: '2', comment: 'Всё ещё падает' });
    const { status, messages } = await desk.ticket('modme', id);
    await desk.answer('modme', id, { kind: 'reply', text: 'Теперь точно', resolve: true });
    await goOn(id);
    const second = await linkOf(id);
    const late = await vote(first, { solved: 'yes', score: '5' });
    await vote(second, { solved: 'yes', score: '5' });

    expect(page.status).toBe(200);
    expect(status).toBe('in_progress');
    expect(messages.at(-1)).toMatchObject({ author: 'requester', text: 'Всё ещё падает' });
    expect(second).not.toBe(first);
    expect(await late.text()).toContain('уже ответили');
    expect((await desk.ticket('modme', id)).status).toBe('resolved');
  });

  test('by the widget does the same', async () => {
    const id = await resolved();
    const { api } = await signedIn('modme');
    const { can } = await api.thread(id);
    await api.post(`/v1/tickets/${id}/acts`, { act: 'answer_follow_up', solved: false });

    expect(can).toContain('answer_follow_up');
    expect((await desk.ticket('modme', id)).status).toBe('in_progress');
  });
});

describe('S0.12.3 DSK: feedback', () => {
  test('is taken by a link without signing in, once', async () => {
    const id = await resolved();
    await goOn(id);
    const link = await linkOf(id);
    const [one, two] = await Promise.all([
      vote(link, { solved: 'yes', score: '5' }),
      vote(link, { solved: 'yes', score: '1' }),
    ]);
    const texts = [await one.text(), await two.text()];
    const answered = (await desk.ticket('modme', id)).events.filter(
      ({ kind }) => kind === 'follow_up_answered',
    );
    const byWidget = await (
      await signedIn('modme')
    ).api.post(`/v1/tickets/${id}/acts`, {
      act: 'answer_follow_up',
      score: 1,
    });

    expect(texts.filter((text) => text.includes('уже ответили'))).toHaveLength(1);
    expect(answered).toHaveLength(1);
    expect(await codeOf(byWidget)).toEqual([409, 'follow_up.closed']);
  });

  test('that is bad calls a person, and is given once all the same', async () => {
    const id = await resolved();
    await goOn(id);
    await vote(await linkOf(id), { solved: 'yes', score: '3' });
    const { api } = await signedIn('modme');
    const again = await api.post(`/v1/tickets/${id}/acts`, { act: 'answer_follow_up', score: 5 });

    expect(await followUpOf(id)).toMatchObject({ state: 'person' });
    expect((await api.thread(id)).can).not.toContain('answer_follow_up');
    expect(await codeOf(again)).toEqual([409, 'follow_up.closed']);
  });

  test('is not given by a program that only opens the link, nor by a wrong or old one', async () => {
    const id = await resolved();
    await goOn(id);
    const link = await linkOf(id);
    const opened = await fetch(link);
    const wrong = await fetch(`${server.url}/survey/${'x'.repeat(43)}`);
    const blank = await fetch(`${server.url}/survey/`);
    clock.set('2027-03-01T08:00:00Z');
    const old = await vote(link, { solved: 'yes', score: '5' });
    desk = await deskApi(server);

    expect(opened.headers.get('set-cookie')).toBeNull();
    expect(await opened.text()).not.toContain('<script');
    expect([wrong.status, blank.status, old.status]).toEqual([404, 404, 404]);
    expect(await wrong.text()).toBe(await blank.text());
    expect(await kinds(id)).not.toContain('follow_up_answered');
  });

  test('with a password in its words is not stored and can be given again', async () => {
    const id = await resolved();
    await goOn(id);
    const link = await linkOf(id);
    const refused = await vote(link, { solved: 'yes', score: '5', comment: 'Пароль: Qwerty12!x' });
    const again = await refused.text();
    const half = await (await vote(link, { solved: 'no' })).text();
    const stored = await vote(link, { solved: 'yes', score: '5' });

    expect([refused.status, stored.status]).toEqual([422, 200]);
    expect(again).toContain('похоже на пароль');
    expect(again).not.toContain('Qwerty12');
    expect(again).toMatch(/value="5"\s+required\s+checked/);
    expect(half).toContain('ответ нужен на каждый вопрос');
  });
});

test('S3.6.1.3 JOB: an opinion is asked for after a solution by a letter of its own', async () => {
  const id = await resolved('technokad');
  await goOn(id, 'technokad');
  const { rows } = (await (await desk.get('technokad', '/outbox')).json()) as OutboxList;

  expect(rows.filter(({ kind }) => kind === 'follow_up')).toHaveLength(1);
  expect(await (await fetch(await linkOf(id))).text()).not.toContain('name="solved"');
});
