import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CheckList, LookList } from '#shared/wire/watch.ts';
import { recordCheck } from '#server/features/checks/record-check.ts';
import { recordPortal } from '#server/features/portals/record-portal.ts';
import { runProbes } from '#server/features/probes/run-probes.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import type { ProbeFinding } from '#server/http/probe/probe-finding.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { fireDue } from '#test/support/jobs.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

// a Sunday night in Tashkent and in Moscow
const sunday = '2026-11-21T22:00:00Z';
const clock = handClock(sunday);
const wait = (minutes: number) => clock.set(new Date(clock.now() + minutes * 60_000).toISOString());

let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let found: ProbeFinding;
let asked: string[];

const works: ProbeFinding = { outcome: 'reachable', status: 200 };
const fails: ProbeFinding = { outcome: 'reachable', status: 503 };

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
});
beforeEach(async () => {
  clock.set(sunday);
  await database.client.unsafe(
    'truncate tickets, ticket_events, messages, idempotency_keys, incidents, checks, probes, timers cascade',
  );
  [found, asked] = [works, []];
  await database.client.unsafe(
    `update ticket_counters set last_seq = 0, chain_head = decode(repeat('00', 32), 'hex')`,
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const onFinding = () => ({ check: recordCheck(server.deps), portal: recordPortal });

/** What is due is done, and what was asked for is looked at. */
async function goOn(): Promise<void> {
  await fireDue(server);
  const probe = async (url: string) => {
    asked.push(url);
    return found;
  };
  await runProbes(server.deps, probe, onFinding());
}

const add = async (vendor: string, body: object = {}) => {
  const response = await desk.post(vendor, '/checks', {
    name: 'Оплата',
    url: 'https://pay.example.org/health',
    ...body,
  });
  return ((await response.json()) as { id: string }).id;
};
const checksOf = async (vendor: string) =>
  (await (await desk.get(vendor, '/checks')).json()) as CheckList;

const stop = (id: string, vendor = 'modme') =>
  fetch(`${server.url}/v1/desk/vendors/${vendor}/checks/${id}`, {
    method: 'DELETE',
    headers: { cookie: desk.cookie },
  });

describe('S0.13.1 JOB: a check of the platform', () => {
  test('is in the log when it is added and when it is stopped, and one that is stopped is not answered as made', async () => {
    const body = { name: 'Вход', url: 'https://in.example.org/', everyMinutes: 5 };
    const post = () => desk.post('modme', '/checks', body, { 'idempotency-key': 'once' });
    const { id } = (await (await post()).json()) as { id: string };
    const again = (await (await post()).json()) as { id: string };
    const stopped = [(await stop(id)).status, (await stop(id)).status];
    const logged = await database.client.unsafe<{ kind: string }[]>(
      'select kind from ticket_events order by seq',
    );

    expect([again.id, stopped]).toEqual([id, [204, 204]]);
    expect(await codeOf(await post())).toEqual([409, 'check.stopped']);
    expect(await codeOf(await stop('nope'))).toEqual([404, 'check.not_found']);
    expect(logged.map(({ kind }) => kind)).toEqual(['check_added', 'check_stopped']);
    expect(await verifyChain(database.db, 'modme')).toMatchObject({ brokenAt: null });
  });

  test('is looked at as often as it says', async () => {
    await add('modme', { everyMinutes: 10 });
    const seen: number[] = [];
    for (let minute = 0; minute <= 20; minute += 5) {
      await goOn();
      seen.push(asked.length);
      wait(5);
    }

    expect(seen).toEqual([1, 1, 2, 2, 3]);
    expect((await checksOf('modme')).rows).toMatchObject([
      { failuresInARow: 0, lastResultAt: '2026-11-21T22:20:00.000Z', incident: null },
    ]);
  });

  test('is told once where two servers work on it, and taken over where one has died', async () => {
    await add('modme');
    await fireDue(server);
    const never = runProbes(server.deps, () => new Promise(() => undefined), onFinding());
    void never;
    await expect
      .poll(() => database.client.unsafe('select 1 from probes where claimed_until is not null'))
      .toHaveLength(1);
    await goOn();
    expect(asked).toEqual([]);
    wait(1);
    await goOn();

    expect(asked).toEqual(['https://pay.example.org/health']);
  });

  test('is looked at once when nobody has looked for a while, and one failure is one', async () => {
    await add('modme', { everyMinutes: 1, failuresToOpen: 2 });
    for (let minute = 0; minute < 10; minute += 1) {
      await fireDue(server);
      wait(1);
    }
    found = fails;
    await goOn();

    expect(asked).toHaveLength(1);
    expect((await checksOf('modme')).rows).toMatchObject([{ failuresInARow: 1, incident: null }]);
  });

  test('of a demo looks at nothing outside and says so, and opens no incident for it', async () => {
    const id = await add('modme');
    found = { outcome: 'refused', reason: 'held' };
    for (let look = 0; look < 4; look += 1) {
      await goOn();
      wait(5);
    }
    const looks = await desk.get('modme', `/checks/${id}/looks?limit=1`);

    expect((await checksOf('modme')).rows).toMatchObject([{ failuresInARow: 0, incident: null }]);
    expect(((await looks.json()) as LookList).rows).toMatchObject([found]);
  });

  test('keeps what each look has found', async () => {
    const id = await add('modme', { everyMinutes: 1 });
    for (const finding of [works, { outcome: 'unreachable', reason: 'tls' } as const]) {
      found = finding;
      await goOn();
      wait(1);
    }
    const { rows } = (await (await desk.get('modme', `/checks/${id}/looks`)).json()) as LookList;

    expect(rows).toMatchObject([
      { outcome: 'unreachable', reason: 'tls', status: null },
      { outcome: 'reachable', reason: null, status: 200 },
    ]);
  });
});

describe('S0.13.1 MON: a check that fails', () => {
  test('twice in a row opens one internal incident, which a success ends', async () => {
    await add('modme', { everyMinutes: 1 });
    found = fails;
    const open: number[] = [];
    for (let look = 0; look < 4; look += 1) {
      await goOn();
      open.push((await desk.queue('modme')).rows.length);
      wait(1);
    }
    const [ticket] = (await desk.queue('modme')).rows;
    const during = await checksOf('modme');
    found = works;
    await goOn();
    const after = await desk.ticket('modme', ticket!.id);

    expect(open).toEqual([0, 1, 1, 1]);
    expect(ticket).toMatchObject({
      number: expect.stringMatching(/^MOD-\d+$/),
      subject: 'Оплата: ответ 503, ожидался 200',
      severity: 'critical',
      channel: 'monitoring',
      clock: { state: 'none', dueAt: null },
    });
    expect(during.rows).toMatchObject([{ failuresInARow: 4, incident: ticket!.id }]);
    expect(after.status).toBe('open');
    expect(after.events.map(({ kind }) => kind)).toEqual([
      'opened',
      'incident_opened',
      'severity_set',
      'incident_recovered',
    ]);
    expect((await checksOf('modme')).rows).toMatchObject([{ failuresInARow: 0, incident: null }]);
    expect(await verifyChain(database.db, 'modme')).toMatchObject({ brokenAt: null });
  });

  test('says at the desk which check saw it, and takes notes and a silent solution but no words to nobody', async () => {
    const id = await add('modme', { everyMinutes: 1, failuresToOpen: 1 });
    found = fails;
    await goOn();
    const ticketId = (await desk.queue('modme')).rows[0]!.id;
    const opened = await desk.ticket('modme', ticketId);
    const answer = (kind: string) =>
      desk.post(
        'modme',
        `/tickets/${ticketId}/messages`,
        { kind, text: 'Смотрим' },
        { 'idempotency-key': kind },
      );
    const act = (body: object) => desk.post('modme', `/tickets/${ticketId}/acts`, body);
    const refused = [
      await answer('reply'),
      await answer('question'),
      await act({ act: 'resolve', text: 'Починили' }),
      await act({ act: 'decline', text: 'Нет' }),
    ];
    const noted = await answer('note');
    wait(1);
    found = works;
    await goOn();
    const resolved = await act({ act: 'resolve' });
    const after = await desk.ticket('modme', ticketId);

    expect(opened.watch).toEqual({
      by: 'check',
      monitor: null,
      check: { id, name: 'Оплата', url: 'https://pay.example.org/health', stopped: false },
      since: '2026-11-21T22:00:00.000Z',
      recoveredAt: null,
    });
    expect(opened.can).toEqual(expect.arrayContaining(['start_diagnosis', 'resolve']));
    for (const spoken of ['inform', 'refuse', 'defer', 'refer', 'appeal', 'plan_release'])
      expect(opened.can).not.toContain(spoken);
    expect(await Promise.all(refused.map(codeOf))).toEqual(
      refused.map(() => [409, 'ticket.nobody_reads']),
    );
    expect([noted.status, resolved.status]).toEqual([201, 200]);
    expect(after).toMatchObject({
      status: 'resolved',
      watch: { recoveredAt: '2026-11-21T22:01:00.000Z' },
      life: { followUp: null },
    });
    expect(after.events.map(({ kind }) => kind)).not.toContain('first_responded');
  });

  test('is handed over without telling anybody', async () => {
    await add('modme', { everyMinutes: 1, failuresToOpen: 1 });
    found = fails;
    await goOn();
    const ticketId = (await desk.queue('modme')).rows[0]!.id;
    const { choices } = await desk.ticket('modme', ticketId);
    const handed = await desk.post('modme', `/tickets/${ticketId}/acts`, {
      act: 'escalate',
      to: choices.targets[0]?.id,
      reason: 'Не отвечает база',
    });

    expect(handed.status).toBe(200);
    expect(await handed.json()).toMatchObject({
      status: 'escalated',
      life: { escalation: { nextUpdateBy: null } },
    });
  });

  test('is told to the customers where it says so, once', async () => {
    await database.client.unsafe(
      `insert into requesters (tenant_id, id, identity, email, email_verified, locale, updated_at)
       values ('modme', 'rqr_a', 'token', 'a@example.org', true, 'uz', now())`,
    );
    await add('modme', { everyMinutes: 1, notifyAffected: true });
    found = fails;
    for (let look = 0; look < 4; look += 1) {
      await goOn();
      wait(1);
    }
    const { rows } = (await (await desk.get('modme', '/outbox')).json()) as {
      rows: { kind: string; to: string; subject: string }[];
    };

    expect(rows.filter(({ kind }) => kind === 'announcement')).toMatchObject([
      { to: 'a@example.org', subject: 'Nosozlik: Оплата' },
    ]);
  });

  test('is shown to everybody while it lasts, and told by letter once an hour at most', async () => {
    await database.client.unsafe(
      `truncate requesters, outbox, announcements, announcement_deliveries cascade;
       insert into requesters (tenant_id, id, identity, email, email_verified, locale, updated_at)
       values ('modme', 'rqr_a', 'token', 'a@example.org', true, 'uz', now())`,
    );
    await add('modme', { everyMinutes: 1, failuresToOpen: 1, notifyAffected: true });
    const told = async () => {
      const response = await fetch(`${server.url}/v1/widgets/modme?locale=ru`);
      const { news } = (await response.json()) as { news: { title: string }[] };
      const letters = await database.client.unsafe(
        `select 1 from outbox where kind = 'announcement'`,
      );
      return [news.map(({ title }) => title), letters.length];
    };
    const seen: unknown[] = [];
    for (const [finding, minutes] of [
      [fails, 1],
      [works, 1],
      [fails, 1],
      [works, 61],
      [fails, 1],
    ] as const) {
      found = finding;
      await goOn();
      await fireDue(server);
      seen.push(await told());
      wait(minutes);
    }

    expect(seen).toEqual([
      [['Сбой: Оплата'], 1],
      [[], 1],
      [['Сбой: Оплата'], 1],
      [[], 1],
      [['Сбой: Оплата'], 2],
    ]);
  });

  test('again soon after it has recovered is the same incident, where somebody has taken it up', async () => {
    const id = await add('moidokumenty', { everyMinutes: 1, failuresToOpen: 1 });
    const swing = async (...findings: ProbeFinding[]) => {
      for (const finding of findings) {
        found = finding;
        await goOn();
        wait(1);
      }
    };
    await swing(fails);
    const [ticket] = (await desk.queue('moidokumenty')).rows;
    await desk.post('moidokumenty', `/tickets/${ticket!.id}/acts`, { act: 'take_up' });
    await swing(works, fails);
    const { events } = await desk.ticket('moidokumenty', ticket!.id);
    const during = (await checksOf('moidokumenty')).rows;
    await swing(works);
    wait(31);
    await swing(fails);

    expect(
      events.filter(({ kind }) => kind.startsWith('incident_')).map(({ kind }) => kind),
    ).toEqual(['incident_opened', 'incident_recovered', 'incident_opened']);
    expect(during).toMatchObject([{ id, incident: ticket!.id }]);
    // nobody looked for half an hour, which is an incident of its own
    const { rows } = await desk.queue('moidokumenty');
    expect(rows.filter(({ subject }) => subject.startsWith('Оплата'))).toHaveLength(2);
    expect(await verifyChain(database.db, 'moidokumenty')).toMatchObject({ brokenAt: null });
  });

  test('again after it has recovered is another incident', async () => {
    await add('modme', { everyMinutes: 1, failuresToOpen: 1 });
    for (const finding of [fails, works, fails]) {
      found = finding;
      await goOn();
      wait(1);
    }

    expect((await desk.queue('modme')).rows).toHaveLength(2);
  });

  test('is looked at no more once it is stopped', async () => {
    const id = await add('modme', { everyMinutes: 1, failuresToOpen: 1 });
    found = fails;
    await goOn();
    const stopped = await fetch(`${server.url}/v1/desk/vendors/modme/checks/${id}`, {
      method: 'DELETE',
      headers: { cookie: desk.cookie },
    });
    wait(60);
    await goOn();

    expect(stopped.status).toBe(204);
    expect(asked).toHaveLength(1);
    expect((await checksOf('modme')).rows).toEqual([]);
  });

  test.each([
    ['http://169.254.169.254/latest/meta-data/', 422, 'address.private'],
    ['http://localhost/', 422, 'address.private'],
    ['https://pay.example.org:6379/', 422, 'address.port'],
    ['https://user:secret@pay.example.org/', 400, 'request.invalid'],
    ['ftp://pay.example.org/', 400, 'request.invalid'],
  ])('is not even taken at %s, and the refusal names its field', async (url, status, code) => {
    const refused = await desk.post('modme', '/checks', { name: 'x', url });

    expect(refused.status).toBe(status);
    expect(await refused.json()).toMatchObject({ code, fields: ['url'] });
  });
});

describe('S2.2.1.2 MON: outages are watched day and night', () => {
  const alert = { source: 'zabbix', id: 'event-7', title: 'База данных не отвечает' };
  const tell = async (body: object = alert, vendor = 'moidokumenty') =>
    (await (await desk.post(vendor, '/alerts', body)).json()) as {
      ticketId: string | null;
      opened: boolean;
    };

  test('an alert on Sunday at three opens a critical incident at once', async () => {
    clock.set('2026-11-22T00:00:00Z');
    const { ticketId, opened } = await tell();
    const ticket = await desk.ticket('moidokumenty', ticketId!);

    expect(opened).toBe(true);
    expect(ticket).toMatchObject({
      severity: 'critical',
      channel: 'monitoring',
      receivedAt: '2026-11-22T00:00:00.000Z',
      requester: { name: 'zabbix' },
    });
    expect((await desk.queue('moidokumenty')).open).toMatchObject({ now: false });
  });

  test('the same alert again is the same incident, also when all come at once', async () => {
    const told = await Promise.all(Array.from({ length: 12 }, () => tell()));

    expect(new Set(told.map(({ ticketId }) => ticketId)).size).toBe(1);
    expect(told.filter(({ opened }) => opened)).toHaveLength(1);
    expect((await tell({ ...alert, id: 'event-8' })).opened).toBe(true);
  });

  test('a recovery ends it, and one of nothing opens nothing', async () => {
    const { ticketId } = await tell();
    const recovered = await tell({ ...alert, state: 'recovered' });
    const unknown = await tell({ ...alert, id: 'event-9', state: 'recovered' });
    const { events } = await desk.ticket('moidokumenty', ticketId!);

    expect(recovered).toEqual({ ticketId, opened: false });
    expect(unknown).toEqual({ ticketId: null, opened: false });
    expect(events.at(-1)?.kind).toBe('incident_recovered');
  });

  test('the silence of the watch itself opens one incident, and the next result ends it', async () => {
    await add('moidokumenty', { everyMinutes: 1 });
    await goOn();
    for (let minute = 0; minute < 12; minute += 1) {
      wait(1);
      await fireDue(server);
    }
    const { silentSince } = await checksOf('moidokumenty');
    const { rows } = await desk.queue('moidokumenty');
    await goOn();
    const { events } = await desk.ticket('moidokumenty', rows[0]!.id);

    expect(silentSince).toBe('2026-11-21T22:00:00.000Z');
    expect(rows).toMatchObject([
      { subject: 'Наблюдение молчит', severity: 'critical', channel: 'monitoring' },
    ]);
    expect(events.at(-1)?.kind).toBe('incident_recovered');
  });

  test('one check that is lost while others speak is silence too and said as that one, until it speaks or is stopped', async () => {
    const lost = await add('moidokumenty', { name: 'Потеряна', everyMinutes: 1 });
    await add('moidokumenty', { everyMinutes: 1 });
    await goOn();
    await database.client.unsafe(`delete from timers where subject_id = '${lost}'`);
    for (let minute = 0; minute < 8; minute += 1) {
      wait(1);
      await goOn();
    }
    const { rows } = await desk.queue('moidokumenty');
    const { silentSince } = await checksOf('moidokumenty');
    const { messages } = await desk.ticket('moidokumenty', rows[0]!.id);
    await fetch(`${server.url}/v1/desk/vendors/moidokumenty/checks/${lost}`, {
      method: 'DELETE',
      headers: { cookie: desk.cookie },
    });
    const { events } = await desk.ticket('moidokumenty', rows[0]!.id);

    expect(rows).toMatchObject([{ subject: 'Потеряна: проверка молчит', severity: 'critical' }]);
    expect(messages[0]?.text).toContain('Проверка «Потеряна» не дала результата с');
    expect(silentSince).toBeNull();
    expect(events.at(-1)?.kind).toBe('incident_recovered');
  });
});
