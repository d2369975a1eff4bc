import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Webhook } from 'standardwebhooks';
import type { DeliveryList, WebhookList, WebhookSecret } from '#shared/wire/webhooks.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { deliveryLanes } from '#server/features/webhooks/delivery-lanes.ts';
import { forgetDeliveries } from '#server/features/webhooks/forget-deliveries.ts';
import { takeEvents } from '#server/features/webhooks/take-events.ts';
import { sealedWebhookSecrets } from '#server/features/webhooks/webhook-secrets.repository.ts';
import type { Post } from '#server/http/probe/guarded-post.ts';
import { createAlarm } from '#server/jobs/alarm.ts';
import { runWebhookWorker } from '#server/jobs/webhook-worker.ts';
import { reseal } from '#server/reseal.ts';
import { createSecretBox } from '#server/secret-box.ts';
import { codeOf, deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';
import { tellReceivers } from '#test/support/tell-receivers.ts';
import { webhookReceiver } from '#test/support/webhook-receiver.ts';

const start = Date.parse('2026-11-23T08:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let receiver: Awaited<ReturnType<typeof webhookReceiver>>;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  database = await testDatabase();
  server = await testServer(database, { now: () => Date.now() });
});
beforeEach(async () => {
  vi.setSystemTime(start);
  desk = await deskApi(server);
  receiver = await webhookReceiver();
});
afterEach(async () => {
  receiver.close();
  await database.client.unsafe('truncate webhooks, webhook_deliveries, webhook_secrets');
});
afterAll(async () => {
  await server.close();
  await database.drop();
  vi.useRealTimers();
});

const types = ['ticket.opened', 'ticket.replied', 'ticket.resolved'];
const add = async (more: object = {}, key: string = randomUUID()) => {
  const added = await desk.post(
    'modme',
    '/webhooks',
    { url: receiver.url, types, ...more },
    { 'idempotency-key': key },
  );
  const made = (await added.json()) as WebhookSecret;
  receiver.state.secret = made.secret;
  return made;
};
const work = async (post: Post = receiver.post) => {
  while ((await takeEvents(server.deps)) > 0);
  await tellReceivers(server.deps, post);
};
const wait = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const deliveries = async (id: string, query = '') =>
  (await (await desk.get('modme', `/webhooks/${id}/deliveries${query}`)).json()) as DeliveryList;
const again = (id: string, seq: number) =>
  desk.post('modme', `/webhooks/${id}/deliveries/${seq}/again`, {});
const stop = (id: string) =>
  fetch(`${server.url}/v1/desk/vendors/modme/webhooks/${id}`, {
    method: 'DELETE',
    headers: { cookie: desk.cookie },
  });
const listed = async (id: string) =>
  ((await (await desk.get('modme', '/webhooks')).json()) as WebhookList).rows.find(
    (row) => row.id === id,
  );

const logged = async (id: string) =>
  (
    await database.client.unsafe<{ line: string }[]>(
      `select kind || ' ' || (body::json #>> '{actor,kind}') as line from ticket_events
       where body like '%${id}%' order by seq`,
    )
  ).map(({ line }) => line);

test('a receiver with the published library hears what it asked for: ids and enums, nobody’s words', async () => {
  await requesterApi(server).open();
  await add();
  const { id, number } = await requesterApi(server).open();
  await desk.answer('modme', id, { kind: 'note', text: 'Только для нас.' });
  await desk.answer('modme', id, { kind: 'reply', text: 'Проверяем.' });
  await work();
  const whole = JSON.stringify(receiver.heard);

  expect(receiver.known.map(({ message }) => [message.type, message.data.number])).toEqual([
    ['ticket.opened', number],
    ['ticket.replied', number],
  ]);
  expect(receiver.known[0]?.message).toMatchObject({
    timestamp: '2026-11-23T08:00:00.000Z',
    data: { vendor: 'modme', ticket: id, actor: { kind: 'requester' } },
  });
  for (const words of ['Проверяем', 'Алишер', 'Принял оплату', 'Только для нас'])
    expect(whole).not.toContain(words);
});

test('each event is told once, however many workers look at once', async () => {
  await add();
  const api = requesterApi(server);
  for (let count = 0; count < 6; count += 1) await api.open();
  await Promise.all(Array.from({ length: 4 }, () => work()));
  await work();
  const ids = receiver.known.map(({ id }) => id);

  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(6);
});

test('a worker that dies after the receiver has heard tells it again under the same id', async () => {
  const { id } = await add();
  await requesterApi(server).open();
  await takeEvents(server.deps);
  const dies: Post = async (url, sent) => {
    await receiver.post(url, sent);
    throw new Error('killed');
  };
  await tellReceivers(server.deps, dies);
  await work();
  const before = receiver.known.length;
  wait(61);
  await work();
  const [first, second] = receiver.known;

  expect(before).toBe(1);
  expect(second?.id).toBe(first?.id);
  expect((await deliveries(id)).rows).toMatchObject([{ state: 'delivered', attempts: 2 }]);
});

test('a server that stops gives a receiver a moment, and leaves what it did not hear to the next one', async () => {
  const { id } = await add();
  for (let count = 0; count < 3; count += 1) await requesterApi(server).open();
  while ((await takeEvents(server.deps)) > 0);
  const begun: string[] = [];
  const hangs: Post = (_url, { headers }, ending) => {
    begun.push(headers['webhook-id'] ?? '');
    return new Promise((resolve) => {
      const reason = 'deadline';
      ending?.addEventListener('abort', () => resolve({ outcome: 'unreachable', reason }));
    });
  };
  const lanes = deliveryLanes(server.deps, hangs, () => 0);
  await lanes.start();
  await expect.poll(() => begun.length).toBe(1);
  await lanes.stop(20);
  const left = (await deliveries(id)).rows;
  await work();

  expect(left).toMatchObject([0, 1, 2].map(() => ({ state: 'waiting', attempts: 0 })));
  expect(begun).toHaveLength(1);
  expect(receiver.known.map((one) => one.id)).toHaveLength(3);
  expect(receiver.known[0]?.id).toBe(begun[0]);
});

test('a receiver that answers within the moment is not told again', async () => {
  const { id } = await add();
  await requesterApi(server).open();
  while ((await takeEvents(server.deps)) > 0);
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const lanes = deliveryLanes(
    server.deps,
    async () => {
      await answered;
      return { outcome: 'reachable', status: 204 };
    },
    () => 0,
  );
  await lanes.start();
  const stopped = lanes.stop(60_000);
  answer();
  await stopped;

  expect((await deliveries(id)).rows).toMatchObject([{ state: 'delivered', attempts: 1 }]);
});

describe('a receiver that fails', () => {
  test('is tried again, later each time, until it answers', async () => {
    const { id } = await add();
    receiver.state.answer = 503;
    await requesterApi(server).open();
    const tried: number[] = [];
    for (const seconds of [0, 4, 1, 9, 1, 20]) {
      wait(seconds);
      await work();
      tried.push(receiver.heard.length);
    }
    const [failing] = (await deliveries(id)).rows;
    receiver.state.answer = 200;
    wait(60);
    await work();

    expect(tried).toEqual([1, 1, 2, 2, 3, 4]);
    expect(failing).toMatchObject({ state: 'waiting', attempts: 4, lastError: 'http_503' });
    expect((await deliveries(id)).rows).toMatchObject([{ state: 'delivered', lastError: null }]);
  });

  test('for three days is given up, shows that, and is told by hand under the same id', async () => {
    const { id } = await add();
    receiver.state.answer = 500;
    await requesterApi(server).open();
    for (let attempt = 0; attempt < 40; attempt += 1) {
      await work();
      wait(12 * 3600);
    }
    desk = await deskApi(server);
    const heard = receiver.heard.length;
    const [dead] = (await deliveries(id, '?state=dead')).rows;
    const shown = await listed(id);
    receiver.state.answer = 200;
    expect((await again(id, dead!.seq)).status).toBe(204);
    await work();
    const [after] = (await deliveries(id)).rows;

    expect(await logged(id)).toEqual(['webhook_added agent', 'webhook_told_again agent']);
    expect([heard, dead?.attempts, shown?.dead]).toEqual([18, 18, 1]);
    expect(after).toMatchObject({ state: 'delivered', attempts: 1, messageId: dead?.messageId });
    expect(receiver.known.at(-1)?.id).toBe(dead?.messageId);
  });

  test('by saying that it is gone is not tried again, and is told nothing more', async () => {
    const { id } = await add();
    receiver.state.answer = 410;
    await requesterApi(server).open();
    await work();
    await requesterApi(server).open();
    await work();

    expect((await deliveries(id)).rows).toMatchObject([{ state: 'dead', lastError: 'http_410' }]);
    expect(receiver.heard).toHaveLength(1);
    expect((await listed(id))?.stoppedAt).toBe('2026-11-23T08:00:00.000Z');
    expect(await logged(id)).toEqual(['webhook_added agent', 'webhook_stopped system']);
    expect(await verifyChain(database.db, 'modme')).toMatchObject({ brokenAt: null });
  });

  test('is tried no more by what was claimed before it said that it is gone', async () => {
    await add();
    receiver.state.answer = 410;
    for (let count = 0; count < 3; count += 1) await requesterApi(server).open();
    await work();

    expect(receiver.heard).toHaveLength(1);
  });

  test('by answering nothing holds up nobody but itself', async () => {
    await add({ url: 'http://slow.example.org/' });
    const { id } = await add();
    for (let count = 0; count < 6; count += 1) await requesterApi(server).open();
    while ((await takeEvents(server.deps)) > 0);
    let asked = 0;
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const post: Post = async (url, sent) => {
      if (!url.includes('slow')) return receiver.post(url, sent);
      asked += 1;
      await answered;
      return { outcome: 'reachable', status: 204 };
    };
    const lanes = deliveryLanes(server.deps, post, () => 0);
    const told = async () => {
      await lanes.start();
      return (await deliveries(id, '?state=delivered')).rows.length;
    };
    await expect.poll(told, { timeout: 10_000 }).toBe(6);
    const meanwhile = asked;
    answer();
    await lanes.idle();

    expect([meanwhile, asked]).toEqual([1, 4]);
  });

  test('leaves room for others where many answer nothing', async () => {
    for (let count = 0; count < 31; count += 1)
      await add({ url: `http://slow.example.org/${count}` });
    await requesterApi(server).open();
    while ((await takeEvents(server.deps)) > 0);
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const lanes = deliveryLanes(
      server.deps,
      async () => {
        await answered;
        return { outcome: 'reachable', status: 204 };
      },
      () => 0,
    );
    expect([await lanes.start(), await lanes.start()]).toEqual([31, 0]);
    const { id } = await add();
    await requesterApi(server).open();
    while ((await takeEvents(server.deps)) > 0);

    expect(await lanes.start()).toBe(1);
    answer();
    await lanes.idle();
    expect((await deliveries(id)).rows).toMatchObject([{ state: 'delivered' }]);
  });
});

describe('what was over a month ago', () => {
  const month = 31 * 86_400;
  const kept = async () =>
    (await database.client.unsafe('select state from webhook_deliveries order by seq')).map(
      ({ state }) => state as string,
    );

  test.each([
    ['told', 200, 'delivered'],
    ['given up', 410, 'dead'],
  ])('and was %s is forgotten, and what is younger is not', async (_how, answer, state) => {
    await add();
    receiver.state.answer = answer;
    await requesterApi(server).open();
    await work();
    wait(month - 2 * 86_400);
    expect([await forgetDeliveries(server.deps), await kept()]).toEqual([0, [state]]);
    wait(2 * 86_400);

    expect(await forgetDeliveries(server.deps)).toBe(1);
    expect(await kept()).toEqual([]);
    expect(await forgetDeliveries(server.deps)).toBe(0);
  });

  test('is forgotten where it waits for a receiver that was stopped, and told by one that was not', async () => {
    const { id } = await add();
    await add();
    await requesterApi(server).open();
    while ((await takeEvents(server.deps)) > 0);
    await stop(id);
    wait(month);

    expect(await forgetDeliveries(server.deps)).toBe(1);
    expect(await kept()).toEqual(['waiting']);
    await work();
    expect(receiver.heard).toHaveLength(1);
  });

  test('is forgotten by the worker itself', async () => {
    await add();
    await requesterApi(server).open();
    await work();
    wait(month);
    const ending = new AbortController();
    const worker = runWebhookWorker(server.deps, createAlarm(), ending.signal);
    await expect.poll(kept).toEqual([]);
    ending.abort();
    await worker;
  });
});

describe('a secret', () => {
  test('that is changed is good beside the new one for its grace, and not longer', async () => {
    const old = await add();
    const rotated = await desk.post('modme', `/webhooks/${old.id}/secret`, { graceHours: 1 });
    const fresh = (await rotated.json()) as WebhookSecret;
    const knowsBoth: boolean[][] = [];
    for (const hours of [0, 1]) {
      wait(hours * 3600);
      await requesterApi(server).open();
      await work();
      const { headers, body } = receiver.heard.at(-1)!;
      knowsBoth.push([old, fresh].map(({ secret }) => verifies(secret, headers, body)));
    }

    expect(knowsBoth).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(fresh.secret).not.toBe(old.secret);
  });

  test('is sealed in the database and shown to nobody afterwards', async () => {
    const { id, secret } = await add();
    const [row] = await database.client.unsafe(
      `select string_agg(s::text, '') as whole from webhook_secrets s`,
    );
    const shown = JSON.stringify(await (await desk.get('modme', '/webhooks')).json());

    expect(row?.['whole']).toContain(id);
    for (const whole of [row?.['whole'], shown]) expect(whole).not.toContain(secret.slice(6));
  });

  test('is sealed anew when the key of the server changes', async () => {
    const { secret } = await add();
    const next = createSecretBox(Buffer.alloc(32, 9), [Buffer.alloc(32, 7)]);
    const cells = await sealedWebhookSecrets(database.db);
    const changed = await reseal(next, cells);
    const afterwards = { ...server.deps, secretBox: createSecretBox(Buffer.alloc(32, 9)) };
    await requesterApi(server).open();
    while ((await takeEvents(server.deps)) > 0);
    await tellReceivers(afterwards, receiver.post);
    const { headers, body } = receiver.heard[0]!;

    expect(changed).toEqual({ changed: 1, unopened: [] });
    expect(verifies(secret, headers, body)).toBe(true);
  });

  test('that was lost on the way comes anew under the same submission', async () => {
    const [lost, found] = [await add({}, 'once'), await add({}, 'once')];
    await requesterApi(server).open();
    await work();
    const { headers, body } = receiver.heard[0]!;

    expect(found.id).toBe(lost.id);
    expect(await logged(found.id)).toEqual(['webhook_added agent', 'webhook_secret_changed agent']);
    expect(verifies(found.secret, headers, body)).toBe(true);
    expect(verifies(lost.secret, headers, body)).toBe(false);
  });
});

test('a message that somebody changed, moved to another id or kept for ten minutes is not known', async () => {
  const { secret } = await add();
  await requesterApi(server).open();
  await work();
  const { headers, body } = receiver.heard[0]!;

  expect(verifies(secret, headers, body)).toBe(true);
  expect(verifies(secret, headers, body.replace('MOD-', 'MOD-9'))).toBe(false);
  expect(verifies(secret, { ...headers, 'webhook-id': 'other' }, body)).toBe(false);
  wait(600);
  expect(verifies(secret, headers, body)).toBe(false);
});

test('a server whose clock is wrong is not believed, and tells it again when its clock is right', async () => {
  await add();
  await requesterApi(server).open();
  const late = { ...server.deps, now: () => Date.now() - 600_000 };
  while ((await takeEvents(late)) > 0);
  await tellReceivers(late, receiver.post);
  expect([receiver.heard.length, receiver.known.length]).toEqual([1, 0]);
  await work();

  expect(receiver.known).toHaveLength(1);
});

describe('a receiver inside', () => {
  test.each([
    ['http://127.0.0.1/hook', 422, 'address.private'],
    ['http://169.254.169.254/latest/meta-data/', 422, 'address.private'],
    ['http://[::ffff:10.0.0.1]/', 422, 'address.private'],
    ['http://localhost/', 422, 'address.private'],
    ['https://hooks.example.org:6379/', 422, 'address.port'],
    ['https://user:secret@hooks.example.org/', 400, 'request.invalid'],
    ['ftp://hooks.example.org/', 400, 'request.invalid'],
  ])('is not even taken at %s, and the refusal names its field', async (url, status, code) => {
    const refused = await desk.post('modme', '/webhooks', { url, types });

    expect(refused.status).toBe(status);
    expect(await refused.json()).toMatchObject({ code, fields: ['url'] });
  });

  test('is not called by a demo, which says so in the log of deliveries and to nobody else', async () => {
    const { id } = await add({ url: 'http://127.0.0.2.example.org/hook' });
    await requesterApi(server).open();
    const stopping = new AbortController();
    const working = runWebhookWorker(server.deps, createAlarm(), stopping.signal);
    await expect
      .poll(async () => (await deliveries(id)).rows, { timeout: 10_000 })
      .toMatchObject([{ state: 'dead', attempts: 1, lastError: 'held' }]);
    stopping.abort();
    await working;

    expect(receiver.heard).toEqual([]);
    expect(
      await database.client.unsafe(`select id from agent_notices where webhook_id = '${id}'`),
    ).toEqual([]);
  });

  test('is not told through a public name that leads there', async () => {
    const { id } = await add({ url: 'http://rebound.example.org/' });
    await requesterApi(server).open();
    await work();

    expect(receiver.heard).toEqual([]);
    expect((await deliveries(id)).rows).toMatchObject([
      { state: 'waiting', lastError: 'private_address' },
    ]);
  });

  test('is refused again by the worker of a running server, whatever was stored', async () => {
    const { id } = await add();
    await database.client.unsafe(`update webhooks set url = 'http://10.0.0.7/hook'`);
    await requesterApi(server).open();
    const stopping = new AbortController();
    const working = runWebhookWorker(server.deps, createAlarm(), stopping.signal);
    await expect
      .poll(async () => (await deliveries(id)).rows, { timeout: 10_000 })
      .toMatchObject([{ state: 'waiting', attempts: 1, lastError: 'private_address' }]);
    stopping.abort();
    await working;

    expect(receiver.heard).toEqual([]);
  });

  test('is not told through a redirect of a public one', async () => {
    const { id } = await add();
    Object.assign(receiver.state, { answer: 302, location: 'http://10.0.0.7/hook' });
    await requesterApi(server).open();
    await work();

    expect(receiver.heard).toHaveLength(1);
    expect((await deliveries(id)).rows).toMatchObject([
      { state: 'waiting', lastError: 'http_302' },
    ]);
  });
});

test('pages of what was told stand still while more is told', async () => {
  const { id } = await add();
  const api = requesterApi(server);
  for (let count = 0; count < 5; count += 1) await api.open();
  await work();
  const whole = (await deliveries(id)).rows.map(({ seq }) => seq);
  const paged: number[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: DeliveryList = await deliveries(id, `?limit=2${after && `&after=${after}`}`);
    paged.push(...page.rows.map(({ seq }) => seq));
    after = page.next;
    await api.open();
    await work();
  }

  expect(paged).toEqual(whole);
});

test('a receiver that was stopped is neither told again nor given a secret', async () => {
  const { id } = await add({}, 'then-stopped');
  await requesterApi(server).open();
  await work();
  const [told] = (await deliveries(id)).rows;
  await stop(id);
  const same = { url: receiver.url, types };
  const refused = [
    await again(id, told!.seq),
    await desk.post('modme', `/webhooks/${id}/secret`, { graceHours: 1 }),
    await desk.post('modme', '/webhooks', same, { 'idempotency-key': 'then-stopped' }),
  ];

  for (const one of refused) expect(await codeOf(one)).toEqual([409, 'webhook.stopped']);
  expect((await deliveries(id)).rows).toEqual([told]);
  expect(await logged(id)).toEqual(['webhook_added agent', 'webhook_stopped agent']);
});

test('a receiver that was stopped hears nothing more, and the log knows who did what', async () => {
  const { id } = await add();
  expect([(await stop(id)).status, (await stop(id)).status]).toEqual([204, 204]);
  await requesterApi(server).open();
  await work();

  expect(receiver.heard).toEqual([]);
  expect(await logged(id)).toEqual(['webhook_added agent', 'webhook_stopped agent']);
  expect((await listed(id))?.stoppedAt).toBe('2026-11-23T08:00:00.000Z');
  expect(await verifyChain(database.db, 'modme')).toMatchObject({ brokenAt: null });
});

function verifies(secret: string, headers: object, body: string): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}
