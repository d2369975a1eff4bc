import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReleaseView } from '#shared/wire/releases.ts';
import { codeOf } from '#test/support/api.ts';
import { fireDue } from '#test/support/jobs.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

const vendor = 'technokad';
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
beforeEach(async () => {
  await rows.at('2026-11-20T08:00:00Z');
  await rows.database.client.unsafe(
    'truncate releases, release_waiters, known_problems, problem_tickets, idempotency_keys',
  );
});
afterAll(() => rows.close());

const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const add = async (version: string, more: object = {}) =>
  idOf(await rows.post(vendor, '/releases', { version, plannedOn: '2026-12-15', ...more }));
const publish = async (id: string) => {
  await rows.post(vendor, `/releases/${id}/acts`, { act: 'publish' });
  await fireDue(rows.server);
};
const openFrom = (product?: string) =>
  rows.open(vendor, 'error', product === undefined ? {} : { context: { extra: { product } } });
const wait = (opened: OpenedTicket, version?: string) =>
  rows.act(opened, { act: 'plan_release', on: '2027-01-15', version, text: 'Исправим.' });
const statusOf = async (opened: OpenedTicket) => (await rows.ticket(opened)).status;
const told = async (opened: OpenedTicket) =>
  (await rows.letters(opened)).filter(({ kind }) => kind === 'release_shipped').length;
const waitingOf = async (id: string) =>
  ((await (await rows.get(vendor, `/releases/${id}`)).json()) as ReleaseView).waiting;

describe('versions of two products that bear one number', () => {
  test('move and tell only tickets of their product, though both were told the number before', async () => {
    const [mobile, main, unnamed, other] = [
      await openFrom('mobile'),
      await openFrom('main'),
      await openFrom(),
      await openFrom('of nobody'),
    ];
    for (const one of [mobile, main, unnamed, other]) await wait(one, '7.2');
    const [ofMobile, ofMain] = [await add('7.2.0', { product: 'mobile' }), await add('7.2.0')];
    const waiting = [await waitingOf(ofMobile), await waitingOf(ofMain)];
    await publish(ofMobile);
    const first = [await statusOf(mobile), await statusOf(main), await statusOf(unnamed)];
    const letters = [await told(mobile), await told(main), await told(unnamed), await told(other)];
    await publish(ofMain);

    expect(waiting).toEqual([1, 3]);
    expect(first).toEqual(['in_progress', 'waiting_release', 'waiting_release']);
    expect(letters).toEqual([1, 0, 0, 0]);
    for (const one of [mobile, main, unnamed, other]) {
      expect(await statusOf(one)).toBe('in_progress');
      expect(await told(one)).toBe(1);
    }
  });

  test('are promised each to tickets of its product', async () => {
    const [ofMobile, ofMain] = [await add('7.2.0', { product: 'mobile' }), await add('7.2.0')];
    const [mobile, unnamed] = [await openFrom('mobile'), await openFrom()];
    await wait(mobile, '7.2');
    await wait(unnamed, '7.2');
    await publish(ofMain);
    const first = [await statusOf(mobile), await statusOf(unnamed)];
    await publish(ofMobile);

    expect(first).toEqual(['waiting_release', 'in_progress']);
    expect(await statusOf(mobile)).toBe('in_progress');
  });

  test('of which a ticket of one product is not promised the other', async () => {
    await add('7.2.0', { product: 'mobile' });
    await add('7.1.0');

    expect(await codeOf(await wait(await openFrom('main'), '7.2'))).toEqual([
      422,
      'answer.unknown_version',
    ]);
    expect((await wait(await openFrom(), '7.2')).status).toBe(200);
  });
});

test('a vendor whose only product has a name of its own needs it nowhere else', async () => {
  const opened = await openFrom();
  await wait(opened, '7.2');
  await publish(await add('7.2.0', { product: 'crm' }));

  expect([await statusOf(opened), await told(opened)]).toEqual(['in_progress', 1]);
});

describe('a ticket that waits without a version', () => {
  const problem = async (more: object = {}) =>
    idOf(
      await rows.post(vendor, '/known-problems', { texts: { ru: { title: 'Печать' } }, ...more }),
    );
  const about = async (known: string) => {
    const opened = await openFrom();
    await wait(opened);
    await rows.post(vendor, `/tickets/${opened.id}/known-problem`, { problem: known });
    return opened;
  };

  test('goes on when a version ends the known problem that it is about, and its requester is told once', async () => {
    const [known, other] = [await problem(), await problem()];
    const [opened, apart, named] = [await about(known), await about(other), await about(known)];
    await wait(named, '9.9');
    const release = await add('7.2.0', { problems: [known] });
    const waiting = await waitingOf(release);
    await publish(release);
    await publish(release);

    expect(waiting).toBe(1);
    expect([await statusOf(opened), await told(opened)]).toEqual(['in_progress', 1]);
    expect([await statusOf(apart), await told(apart)]).toEqual(['waiting_release', 0]);
    expect([await statusOf(named), await told(named)]).toEqual(['waiting_release', 0]);
  });

  test('is not moved by a version of the same number of another product, nor by a problem that was none', async () => {
    const [known, none] = [
      await problem({ fixedIn: '7.2.0' }),
      await problem({ fixedIn: '7.2.0' }),
    ];
    const [opened, apart] = [await about(known), await about(none)];
    await rows.post(vendor, `/known-problems/${none}/acts`, { act: 'withdraw' });
    await publish(await add('7.2.0', { product: 'mobile' }));
    const first = await statusOf(opened);
    await publish(await add('7.2.0'));

    expect([first, await statusOf(opened)]).toEqual(['waiting_release', 'in_progress']);
    expect(await statusOf(apart)).toBe('waiting_release');
  });
});
