import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReleaseDetail } from '#shared/wire/releases.ts';
import { shipReleases } from '#server/features/releases/ship-releases.ts';
import { codeOf } from '#test/support/api.ts';
import { fireDue } from '#test/support/jobs.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

const start = '2026-11-20T08:00:00Z';
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk(start);
});
beforeEach(async () => {
  await rows.at(start);
  await rows.database.client.unsafe(
    'truncate releases, release_waiters, known_problems, problem_tickets, idempotency_keys',
  );
});
afterAll(() => rows.close());

const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const add = async (vendor: string, version: string, more: object = {}) =>
  idOf(await rows.post(vendor, '/releases', { version, ...more }));
const publish = (vendor: string, id: string) =>
  rows.post(vendor, `/releases/${id}/acts`, { act: 'publish' });
const told = async (opened: OpenedTicket) =>
  (await rows.letters(opened)).filter(({ kind }) => kind === 'release_shipped');
const provenError = async (vendor: string) => {
  const opened = await rows.open(vendor, 'error');
  await rows.done(opened, { act: 'start_diagnosis' });
  await rows.done(opened, { act: 'diagnose', finding: 'error', cause: 'product-error' });
  return opened;
};
const wait = (opened: OpenedTicket, version?: string) =>
  rows.act(opened, { act: 'plan_release', on: '2026-12-15', version, text: 'Исправим.' });

describe('a ticket that waits for a version', () => {
  test.each([
    ['S3.2.4.1', 'technokad'],
    ['S4.3.2.3', 'jokercrm'],
  ])('%s KB: goes on once it is out, and its requester is told once: %s', async (_row, vendor) => {
    const release = await add(vendor, '7.2.0', { plannedOn: '2026-12-15' });
    const opened = await rows.open(vendor, 'error');
    await rows.done(opened, { act: 'start_diagnosis' });
    await wait(opened, '7.2');
    const before = await rows.ticket(opened);
    await publish(vendor, release);
    await publish(vendor, release);
    await fireDue(rows.server);
    await rows.database.client.unsafe(
      `update timers set state = 'armed' where subject_id = '${release}'`,
    );
    await fireDue(rows.server);

    expect(before.status).toBe('waiting_release');
    expect((await rows.ticket(opened)).status).toBe('in_progress');
    expect(await rows.logged(opened, 'release_shipped')).toMatchObject([
      { actor: { kind: 'system' }, params: { version: '7.2.0' } },
    ]);
    expect((await told(opened)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('вышла версия 7.2.0'),
    ]);
  });

  test('S3.2.4.1 KB: is found by the name it was told before the registry knew it, and no other is', async () => {
    const [early, other] = [
      await rows.open('technokad', 'error'),
      await rows.open('technokad', 'error'),
    ];
    await wait(early, 'v7.2');
    await wait(other, '7.20');
    const release = await add('technokad', '7.2.0');
    await publish('technokad', release);
    await fireDue(rows.server);

    expect((await rows.ticket(early)).status).toBe('in_progress');
    expect((await rows.ticket(other)).status).toBe('waiting_release');
  });

  test('waits for a version of the registry that is still to come, where the vendor keeps one', async () => {
    await add('technokad', '7.1.0', { releasedOn: '2026-10-01' });
    const opened = await rows.open('technokad', 'error');

    expect(await codeOf(await wait(opened, '7.3'))).toEqual([422, 'answer.unknown_version']);
    expect(await codeOf(await wait(opened, '7.1'))).toEqual([409, 'release.out']);
    expect((await wait(opened)).status).toBe(200);
  });

  test('that is promised another version waits for that one alone', async () => {
    const first = await add('technokad', '7.2.0', { plannedOn: '2026-12-15' });
    await add('technokad', '7.3.0', { plannedOn: '2027-02-15' });
    const opened = await rows.open('technokad', 'error');
    await wait(opened, '7.2');
    await wait(opened, '7.3');
    await publish('technokad', first);
    await fireDue(rows.server);

    expect((await rows.ticket(opened)).status).toBe('waiting_release');
    expect(await told(opened)).toEqual([]);
  });

  test('a worker that is killed between leaves nobody out and tells nobody twice', async () => {
    const release = await add('technokad', '7.2.0', { plannedOn: '2026-12-15' });
    const opened = [await rows.open('technokad', 'error'), await rows.open('technokad', 'error')];
    for (const one of opened) await wait(one, '7.2');
    await publish('technokad', release);
    const due = [
      { tenantId: 'technokad', subjectId: release, generation: 1, dueAt: new Date(start) },
    ];
    const killed = rows.database.db.transaction(async (tx) => {
      await shipReleases(rows.server.deps)(tx, due, new Date(start));
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    const between = await told(opened[0]!);
    await fireDue(rows.server);

    expect(between).toEqual([]);
    for (const one of opened) {
      expect((await rows.ticket(one)).status).toBe('in_progress');
      expect(await told(one)).toHaveLength(1);
    }
  });

  test('that somebody holds is served when it is free', async () => {
    const release = await add('technokad', '7.2.0', { plannedOn: '2026-12-15' });
    const opened = await rows.open('technokad', 'error');
    await wait(opened, '7.2');
    await publish('technokad', release);
    await rows.database.db.transaction(async (tx) => {
      await tx.execute(`select from tickets where id = '${opened.id}' for update`);
      await fireDue(rows.server);
    });
    const held = await told(opened);
    await rows.at('2026-11-20T08:00:02Z');
    await fireDue(rows.server);

    expect(held).toEqual([]);
    expect(await told(opened)).toHaveLength(1);
  });
});

describe('an answer points at what exists, where the vendor keeps a registry', () => {
  const resolve = (opened: OpenedTicket, kind: string, holds: object) =>
    rows.act(opened, { act: 'resolve', text: 'Ответ.', answer: { kind, holds } });

  // row, kind of answer, what it names, one that is unknown, one that is known
  test.each([
    ['S1.3.2.6', 'existing-version', 'version', '1.9.0', '1.6'],
    ['S1.3.2.7', 'existing-update', 'update', 'Обновление 1.7.0', 'Обновление 1.6.0.'],
    ['S1.3.2.8', 'planned', 'date', '2027-01-21', '2027-01-20'],
  ] as const)('%s KB: %s', async (_row, kind, needs, missing, known) => {
    await add('didox24', '1.6.0', { releasedOn: '2026-10-01' });
    await add('didox24', '1.7.0', { plannedOn: '2027-01-20' });
    const opened = await provenError('didox24');
    const refused = await resolve(opened, kind, { [needs]: missing });
    const problem = (await refused.clone().json()) as { fields: string[] };
    const taken = await resolve(opened, kind, { [needs]: known });

    expect(await codeOf(refused)).toEqual([
      422,
      `answer.unknown_${needs === 'date' ? 'day' : needs}`,
    ]);
    expect(problem.fields).toEqual([`answer.holds.${needs}`]);
    expect(taken.status).toBe(200);
  });

  test.each([
    ['a day gone by', { date: '2026-11-19' }, 'instant.past'],
    ['the day of a version that is out', { date: '2027-01-20' }, 'release.out'],
    ['a version that is out', { date: '2027-02-20', version: '1.6' }, 'release.out'],
  ])('S1.3.2.8 KB: %s is no day of a version to come', async (_name, holds, code) => {
    const early = await add('didox24', '1.6.0', { plannedOn: '2027-01-20' });
    await add('didox24', '1.7.0', { plannedOn: '2027-02-20' });
    await publish('didox24', early);
    const opened = await provenError('didox24');
    const refused = await resolve(opened, 'planned', holds);
    const written = await rows.post('didox24', `/tickets/${opened.id}/messages`, {
      kind: 'reply',
      text: 'Ответ.',
      resolve: true,
      answer: { kind: 'planned', holds },
    });

    expect(await codeOf(refused)).toEqual([code === 'release.out' ? 409 : 422, code]);
    expect(await codeOf(written)).toEqual([code === 'release.out' ? 409 : 422, code]);
  });

  test('S1.3.2.8 KB: a day gone by is none without a registry either, and today is one', async () => {
    const opened = await provenError('didox24');
    const refused = await resolve(opened, 'planned', { date: '2026-11-19' });

    expect(await codeOf(refused)).toEqual([422, 'instant.past']);
    expect((await resolve(opened, 'planned', { date: '2026-11-20' })).status).toBe(200);
  });

  test('S1.3.2.9 KB: a way round is that of a known problem or of a published article', async () => {
    await add('didox24', '1.6.0', { releasedOn: '2026-10-01' });
    const write = (workaround?: string) =>
      rows.post('didox24', '/known-problems', { texts: { ru: { title: 'Печать', workaround } } });
    const [without, known] = [await idOf(await write()), await idOf(await write('Из PDF.'))];
    const article = await idOf(
      await rows.post('didox24', '/articles', {
        slug: 'print-around',
        visibility: 'public',
        texts: { ru: { title: 'Печать', body: 'Печатайте из PDF.' } },
      }),
    );
    const opened = await provenError('didox24');
    const words = 'Печатайте из PDF';
    const unknown = 'answer.unknown_workaround';

    expect(await codeOf(await resolve(opened, 'workaround', { workaround: words }))).toEqual([
      422,
      unknown,
    ]);
    expect(await codeOf(await resolve(opened, 'workaround', { workaround: without }))).toEqual([
      422,
      unknown,
    ]);
    const byArticle = { workaround: words, article: 'print-around' };
    expect(await codeOf(await resolve(opened, 'workaround', byArticle))).toEqual([422, unknown]);
    expect((await resolve(opened, 'workaround', { workaround: `${words}: ${known}` })).status).toBe(
      200,
    );
    await rows.post('didox24', `/articles/${article}/acts`, { act: 'publish' });
    expect((await resolve(await provenError('didox24'), 'workaround', byArticle)).status).toBe(200);
  });

  test('S1.3.2.8 KB: whoever was told its day hears when it is out, though the request has ended', async () => {
    const release = await add('didox24', '1.7.0', { plannedOn: '2027-01-20' });
    const opened = await provenError('didox24');
    await resolve(opened, 'planned', { date: '2027-01-20' });
    await rows.post('didox24', `/releases/${release}/acts`, { act: 'plan', on: '2027-02-20' });
    await publish('didox24', release);
    await fireDue(rows.server);
    await fireDue(rows.server);

    expect((await rows.ticket(opened)).status).toBe('resolved');
    expect((await told(opened)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('вышла версия 1.7.0'),
    ]);
  });

  test('a vendor without a registry says it in words, as before', async () => {
    const opened = await provenError('didox24');

    expect((await resolve(opened, 'existing-version', { version: '1.9.0' })).status).toBe(200);
  });
});

describe('a known problem', () => {
  const known = async () =>
    idOf(await rows.post('didox24', '/known-problems', { texts: { ru: { title: 'Печать' } } }));

  test('S1.1.13 KB: sent with its solution is the first response, and the ticket is linked with it', async () => {
    const problem = await known();
    const opened = await rows.open('didox24', 'error');
    const reply = {
      kind: 'reply',
      text: 'Печатайте из PDF.',
      response: 'known_solution',
      knownProblem: problem,
    };
    const answered = await rows.answer(opened, reply);
    const { problems } = (await (await rows.get('didox24', '/known-problems')).json()) as {
      problems: { id: string; tickets: number }[];
    };

    expect(answered.clock.state).toBe('met');
    expect(await rows.logged(opened, 'problem_linked')).toMatchObject([{ params: { problem } }]);
    expect(await rows.logged(opened, 'first_responded')).toMatchObject([
      { params: { by: 'known_solution' } },
    ]);
    expect(problems).toMatchObject([{ id: problem, tickets: 1 }]);
  });

  test('is linked by itself as well, once, and has to exist', async () => {
    const problem = await known();
    const opened = await rows.open('didox24', 'error');
    const link = (id: string) =>
      rows.post('didox24', `/tickets/${opened.id}/known-problem`, { problem: id });
    await link(problem);
    const again = await link(problem);

    expect(await again.json()).toMatchObject({ id: problem, tickets: 1 });
    expect(await codeOf(await link('kpr_none'))).toEqual([404, 'known_problem.not_found']);
  });
});

describe('whom a version reaches', () => {
  const read = async (vendor: string, id: string) =>
    (await (await rows.get(vendor, `/releases/${id}`)).json()) as ReleaseDetail;

  test('S3.2.4.1 DSK: is said before it comes out, and once it is out', async () => {
    const release = await add('technokad', '7.2.0', { plannedOn: '2026-12-15' });
    const early = await rows.open('technokad', 'error');
    await wait(early, '7.2');
    const other = await rows.open('technokad', 'error');
    await wait(other, '7.2');
    const ended = await rows.open('technokad', 'error');
    await wait(ended, '7.2');
    await rows.done(ended, {
      act: 'resolve',
      answer: { kind: 'next-update', holds: { date: '2026-12-15' } },
      text: 'Выйдет 15 декабря.',
    });
    const before = await read('technokad', release);
    await publish('technokad', release);
    await fireDue(rows.server);

    expect(before).toMatchObject({ waiting: 2, reach: { tickets: 3, people: 1 }, clause: '2.4' });
    expect(await read('technokad', release)).toMatchObject({
      waiting: 0,
      reach: { tickets: 3, people: 1 },
      clause: null,
      toldAt: '2026-11-20T08:00:00.000Z',
    });
    expect((await told(early)).length + (await told(other)).length).toBe(2);
  });

  test('counts those who were told its name before the registry knew it', async () => {
    const early = await rows.open('technokad', 'error');
    await wait(early, 'v7.2');
    const release = await add('technokad', '7.2.0');
    await add('technokad', '7.2.0', { product: 'mobile' });
    await add('technokad', '7.3.0');

    expect(await read('technokad', release)).toMatchObject({
      waiting: 1,
      reach: { tickets: 1, people: 1 },
    });
    expect(await codeOf(await rows.get('technokad', '/releases/rel_none'))).toEqual([
      404,
      'release.not_found',
    ]);
  });

  test('names the problems that end with it', async () => {
    const problem = await idOf(
      await rows.post('technokad', '/known-problems', { texts: { ru: { title: 'Печать пуста' } } }),
    );
    const release = await add('technokad', '7.2.0', { problems: [problem] });

    expect((await read('technokad', release)).ends).toEqual([
      { id: problem, titles: { ru: 'Печать пуста' } },
    ]);
  });
});
