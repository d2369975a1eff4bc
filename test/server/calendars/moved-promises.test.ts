import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoPeople } from '#server/demo/people.ts';
import { loadCalendarFiles } from '#server/features/calendars/calendar-files.ts';
import { importsInForce, saveImport } from '#server/features/calendars/calendars.repository.ts';
import { calendarsInForce, withImports } from '#server/features/calendars/calendars-in-force.ts';
import { makeDueMoves, planDueMoves } from '#server/features/calendars/due-moves.ts';
import { followCalendars } from '#server/features/calendars/follow-calendars.ts';
import { recountFollowUps } from '#server/features/follow-up/recount-follow-ups.ts';
import { livePolicies } from '#server/features/policies/live-policies.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { followQueueOrder, rekeyQueue } from '#server/features/tickets/rekey-queue.ts';
import type { ImportedYear } from '#server/policy/calendar/calendar-import.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { completeRequest, deskApi, device, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { packFiles, packOf } from '#test/support/policies.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const wednesday = '2026-12-30T06:00:00Z';
const saturday = '2027-01-02T06:00:00.000Z';
const monday = '2027-01-04T06:00:00.000Z';

/** The decree that closes 2 January 2027 for weeks of six days, and one that opens 31 December 2026. */
const closesSaturday: ImportedYear = {
  calendar: 'uz-six-day',
  year: 2027,
  complete: false,
  days: [{ date: '2027-01-02', kind: 'additional', certainty: 'certain' }],
  ordinary: [],
};
const opensThursday: ImportedYear = {
  calendar: 'uz-six-day',
  year: 2026,
  complete: false,
  days: [],
  ordinary: ['2026-12-31'],
};

const any: unknown = expect.any(String);

const clock = handClock(wednesday);
let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});
beforeEach(async () => {
  clock.set(wednesday);
  await database.client.unsafe(
    'truncate calendars, tickets, messages, timers, ticket_events, outbox, idempotency_keys, requesters cascade',
  );
  server.live.replace(await policies());
});

const packs = packFiles.map(packOf);
const moving = (pack: PolicyPack): PolicyPack =>
  'offices' in pack.desk ? { ...pack, desk: { ...pack.desk, lateMoves: 'move' } } : pack;

/** All policies by what is in the database, compiled anew. */
async function policies(change: (pack: PolicyPack) => PolicyPack = (pack) => pack) {
  const inForce = await calendarsInForce(database.db, undefined);
  if (!inForce.ok) throw new Error(inForce.failure.join('\n'));
  return packs.map((pack) => compilePolicy(change(pack), inForce.value.sources));
}

const save = (imported: ImportedYear) =>
  saveImport(database.db, imported, 'file', new Date(clock.now()));

/** Counts open promises again by what was imported; what was planned and how many moved. */
async function apply(change?: (pack: PolicyPack) => PolicyPack) {
  const registry = policyRegistry(await policies(change));
  const moves = await planDueMoves(database.db, registry, clock.now());
  const moved = await makeDueMoves(
    { db: database.db, policies: registry },
    moves,
    new Date(clock.now()),
  );
  return {
    moved,
    planned: moves.map(({ number, from, to, outcome }) => [number, from, to, outcome]),
  };
}

/** What the database holds of every ticket's promise. */
const stored = () =>
  database.client.unsafe(
    `select t.number, t.version, to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as due,
      (select count(*)::int from ticket_events e where e.ticket_id = t.id and e.kind = 'due_moved') as events
     from tickets t join timers c on c.subject_id = t.id and c.kind = 'first_response.due' order by t.number`,
  );

describe('Wednesday 30 December in Tashkent, one working day, the decree of 2027 not signed yet', () => {
  test('S0.7.2 POL: the answer is Saturday 2 January, an estimate by the rule of the law', async () => {
    const { decision } = await requesterApi(server).open();

    expect(decision.firstResponse).toMatchObject({
      dueAt: saturday,
      estimated: true,
      calendar: 'uz-six-day 2026–2027',
    });
  });

  test('S0.7.2 POL: a decree that closes Saturday keeps what was given, unless the policy says otherwise', async () => {
    const { id } = await requesterApi(server).open();
    await save(closesSaturday);

    expect(await apply()).toEqual({
      moved: 0,
      planned: [[any, saturday, monday, 'kept_late']],
    });
    expect((await requesterApi(server).thread(id)).decision.firstResponse.dueAt).toBe(saturday);
    expect(await stored()).toMatchObject([{ due: '2027-01-02T06:00:00', version: 1, events: 0 }]);
  });

  test('S0.7.2 POL: a policy that moves promises answers on Monday 4 January, and the history says so', async () => {
    const { id, decision: given } = await requesterApi(server).open();
    const { revision } = await save(closesSaturday);

    expect((await apply(moving)).moved).toBe(1);

    const desk = await deskApi(server);
    const ticket = await desk.ticket('modme', id);
    const calendar = `uz-six-day 2026–2027 ${revision}`;
    expect(ticket.decision.firstResponse).toMatchObject({
      dueAt: monday,
      calendar,
      estimated: true,
      clause: given.firstResponse.clause,
    });
    expect(ticket.decision.firstResponse.segments.at(-1)).toMatchObject({ to: monday });
    expect(ticket.clock.dueAt).toBe(monday);
    expect(ticket.events.at(-1)).toEqual({
      at: new Date(wednesday).toISOString(),
      kind: 'due_moved',
      actor: null,
      params: {
        from: saturday,
        to: monday,
        calendar,
        because: 'calendar',
        warnAt: '2026-12-30T12:45:00.000Z',
        diagnosisDueAt: monday,
      },
    });
    expect((await requesterApi(server).thread(id)).decision.firstResponse.dueAt).toBe(monday);
    expect(await stored()).toMatchObject([{ due: '2027-01-04T06:00:00', version: 2, events: 1 }]);
  });

  test('what was decided stays as it was given, and a second time nothing moves', async () => {
    const { decision } = await requesterApi(server).open();
    await save(closesSaturday);
    await apply(moving);

    expect(await apply(moving)).toEqual({ moved: 0, planned: [] });
    const [row] = await database.client.unsafe('select decision from tickets');
    expect(row?.['decision'].firstResponse).toEqual(decision.firstResponse);
  });

  test('a promise that comes earlier is moved without being asked', async () => {
    await requesterApi(server).open();
    await save(opensThursday);

    expect(await apply()).toMatchObject({ moved: 1 });
    expect(await stored()).toMatchObject([{ due: '2026-12-31T06:00:00', events: 1 }]);
  });

  test('a promise whose earlier instant would have passed is kept', async () => {
    await requesterApi(server).open();
    await save(opensThursday);
    clock.set('2026-12-31T07:00:00Z');

    expect(await apply()).toMatchObject({ moved: 0, planned: [[any, any, any, 'kept_past']] });
  });

  test('a calendar that becomes final settles the estimate and moves nothing', async () => {
    const { id } = await requesterApi(server).open();
    const { files } = withImports(await shippedFiles(), []);
    const year = files.shipped.find(({ id: file }) => file === 'uz-2027');
    const days = (year?.days ?? [])
      .filter(({ weeks }) => weeks?.includes('six') ?? true)
      .map(({ weeks: _weeks, ...day }) => day);
    await save({ ...closesSaturday, complete: true, days });

    expect(await apply()).toMatchObject({ moved: 0, planned: [[any, any, any, 'settled']] });
    const { decision } = await requesterApi(server).thread(id);
    expect(decision.firstResponse).toMatchObject({ dueAt: saturday, estimated: false });
    expect(await stored()).toMatchObject([{ version: 1, events: 0 }]);
  });
});

const shippedFiles = async () => {
  const files = await loadCalendarFiles();
  if (!files.ok) throw new Error(files.failure.join('\n'));
  return files.value;
};

describe('what no calendar touches', () => {
  test.each([
    [
      'a first response that was given',
      async (id: string) => {
        const desk = await deskApi(server);
        await desk.answer('modme', id, { kind: 'reply', text: 'Проверили.', attachments: [] });
      },
    ],
    [
      'a ticket that was resolved',
      async (id: string) => {
        const desk = await deskApi(server);
        await desk.post('modme', `/tickets/${id}/acts`, { act: 'resolve', text: 'Готово.' });
      },
    ],
    ['a due instant that has passed', async () => clock.set('2027-01-02T06:00:00Z')],
  ])('%s', async (_case, happen) => {
    const { id } = await requesterApi(server).open();
    await happen(id);
    await save(closesSaturday);

    expect(await apply(moving)).toEqual({ moved: 0, planned: [] });
  });

  test('a ticket that is answered between the plan and the move', async () => {
    const { id } = await requesterApi(server).open();
    await save(closesSaturday);
    const moves = await planDueMoves(
      database.db,
      policyRegistry(await policies(moving)),
      clock.now(),
    );
    await (
      await deskApi(server)
    ).answer('modme', id, { kind: 'reply', text: 'Да.', attachments: [] });

    expect(
      await makeDueMoves(
        { db: database.db, policies: server.deps.policies },
        moves,
        new Date(clock.now()),
      ),
    ).toBe(0);
    expect(await stored()).toMatchObject([{ due: '2027-01-02T06:00:00', events: 0 }]);
  });

  test('a promise that is planned twice at once moves once', async () => {
    await requesterApi(server).open();
    await save(closesSaturday);
    const both = await Promise.all([apply(moving), apply(moving)]);

    expect(both.map(({ moved }) => moved).toSorted()).toEqual([0, 1]);
    expect(await stored()).toMatchObject([{ events: 1 }]);
  });

  test('a regulation that names no hours', async () => {
    const didox24 = packs.find(({ vendor }) => vendor === 'didox24')!;
    const { decision } = await requesterApi(server, { vendor: 'didox24' }).open(
      completeRequest(didox24),
    );
    await save(closesSaturday);

    expect(decision.firstResponse.dueAt).toBeNull();
    expect((await apply(moving)).planned).toEqual([]);
  });
});

/** A solution that somebody comes back to, and a question that nobody answers. */
async function afterWords() {
  const desk = await deskApi(server);
  const { id: resolved } = await requesterApi(server).open();
  await desk.answer('modme', resolved, { kind: 'reply', text: 'Готово.', resolve: true });
  const vendor = 'moidokumenty';
  const person = demoPeople.find((one) => one.vendor === vendor);
  const { id: silent } = await (await demoRequester(server, vendor, person!.id)).open();
  await desk.answer(vendor, silent, {
    kind: 'question',
    text: 'Какая версия?',
  });
  return { resolved, silent };
}
const terms = () =>
  database.client.unsafe<
    { subject: string; kind: string; due: string; version: number; generation: number }[]
  >(
    `select subject_id as subject, kind, c.generation::int, t.version,
      to_char(c.due_at at time zone 'Europe/Moscow', 'YYYY-MM-DD"T"HH24:MI:SS') as due
     from timers c join tickets t on t.id = c.subject_id
     where c.state = 'armed' and (kind like 'silence.%' or kind like 'follow_up.%') order by 1, 2`,
  );

describe('a server that runs', () => {
  const files = () => shippedFiles();
  const follow = async () =>
    followCalendars(
      server.deps,
      server.live,
      packs.map(moving),
      withImports(await files(), await importsInForce(database.db)),
    );

  test('promises by an import from its next look on', async () => {
    const look = await follow();
    await save(closesSaturday);
    const before = await requesterApi(server).open();
    await look();
    const after = await requesterApi(server, { bearer: device('B') }).open();

    expect(before.decision.firstResponse.dueAt).toBe(saturday);
    expect(after.decision.firstResponse.dueAt).toBe(monday);
  });

  test('counts again what it promised after the import and before the look', async () => {
    const look = await follow();
    const earlier = await requesterApi(server).open();
    clock.set('2026-12-30T06:10:00Z');
    await save(closesSaturday);
    const meanwhile = await requesterApi(server, { bearer: device('B') }).open();
    await look();

    const [first, second] = await Promise.all([
      requesterApi(server).thread(earlier.id),
      requesterApi(server, { bearer: device('B') }).thread(meanwhile.id),
    ]);
    expect(first.decision.firstResponse.dueAt).toBe(saturday);
    expect(second.decision.firstResponse.dueAt).toBe('2027-01-04T06:10:00.000Z');
  });

  test('two servers come to the same promises and one event', async () => {
    const other = livePolicies(
      server.live.registry.vendors.map((vendor) =>
        server.deps.policies.inForce(vendor, clock.now())!,
      ),
    );
    const looks = [
      await follow(),
      followCalendars(server.deps, other, packs.map(moving), withImports(await files(), [])),
    ];
    await save(closesSaturday);
    await requesterApi(server).open();
    await Promise.all(looks.map((look) => look()));

    expect(await stored()).toMatchObject([{ due: '2027-01-04T06:00:00', events: 1 }]);
    expect(other.registry.inForce('modme', clock.now())?.desk?.calendar.revisionOf(2027)).toBe(
      server.live.registry.inForce('modme', clock.now())?.desk?.calendar.revisionOf(2027),
    );
  });

  test('notices silence and owes contacts by an import that brings them earlier; no ticket is changed by it', async () => {
    const { resolved, silent } = await afterWords();
    const before = await terms();
    const look = await follow();
    const rekey = followQueueOrder(server.deps);
    await rekey();
    const same = await terms();
    await save(opensThursday);
    await save({ ...opensThursday, calendar: 'ru-production' });
    await look();
    await rekey();
    const after = await terms();
    await rekeyQueue(server.deps);
    await recountFollowUps(server.deps);

    expect(same).toEqual(before);
    expect(before.map(({ subject, kind, due }) => [subject, kind, due < '2026-12-31'])).toEqual(
      expect.arrayContaining([
        [resolved, 'follow_up.send', false],
        [silent, 'silence.remind', false],
      ]),
    );
    for (const [at, { subject, kind, due, version, generation }] of after.entries()) {
      expect([subject, kind, version]).toEqual([
        before[at]?.subject,
        before[at]?.kind,
        before[at]?.version,
      ]);
      expect(due.slice(0, 10)).toBe('2026-12-31');
      expect(generation).toBe((before[at]?.generation ?? 0) + 1);
    }
    expect(await terms()).toEqual(after);
  });

  test('goes back by importing again', async () => {
    const look = await follow();
    await save(closesSaturday);
    await look();
    await save({ ...closesSaturday, days: [] });
    await look();

    expect((await requesterApi(server).open()).decision.firstResponse.dueAt).toBe(saturday);
    expect(await importsInForce(database.db)).toHaveLength(1);
  });
});
