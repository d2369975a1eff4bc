import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import { deletePortal, renamePortal } from '#server/demo/portal/portal-acts.ts';
import {
  finishInstall,
  install,
  setPayment,
  uninstall,
  update,
} from '#server/demo/portal/install-acts.ts';
import { sendLetters } from '#server/features/outbox/send-letters.ts';
import { smtpTransport } from '#server/features/outbox/smtp.ts';
import { portalTokens, portals } from '#server/features/portals/portals.table.ts';
import { deskApi, requesterApi } from '#test/support/api.ts';
import { capturedLog } from '#test/support/captured-log.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { changedEvent } from '#test/support/event-sender.ts';
import { openMailbox, type Mailbox } from '#test/support/mailbox.ts';
import { tinyPng } from '#test/support/picture.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';
import { actors } from '#test/support/portal-world.ts';
import { dumpOf, filesBelow, tracesIn } from '#test/support/traces.ts';

/** The life of an app in a portal from the first install to the last, each test where the one before ends. */
describe('the app in a portal', () => {
  const clientId = actors.app.client_id;
  const { log, said } = capturedLog();
  const secrets = new Set<string>([actors.app.client_secret]);
  let database: TestDatabase;
  let desk: PortalDesk;
  let mailbox: Mailbox;
  let ticket: TicketReceipt;
  let bearer = '';
  beforeAll(async () => {
    database = await testDatabase();
    desk = await portalDesk(database, [], log);
    mailbox = await openMailbox();
  });
  afterAll(async () => {
    await mailbox.close();
    await desk.close();
    await database.drop();
  });

  const alpha = () => desk.portal('alpha');
  const row = async () => (await desk.server.deps.db.select().from(portals))[0];
  const held = () => desk.server.deps.db.$count(portalTokens);
  const api = (secret = bearer) => requesterApi(desk.server, { vendor: 'didox24', bearer: secret });
  /** Opens the app, and remembers every secret that went over the wire. */
  async function open(userId = 7, page: 'app' | 'install' = 'app', wish = {}) {
    const posted = desk.post('alpha', { userId, ...wish });
    for (const name of ['AUTH_ID', 'REFRESH_ID', 'APPLICATION_TOKEN'])
      secrets.add(new URLSearchParams(posted.body).get(name) ?? actors.app.client_secret);
    const answer = await desk.enter(posted, page);
    expect(answer.status).toBe(200);
    const start = await startOf(answer);
    secrets.add(start.secret);
    return start;
  }
  async function reinstall() {
    desk.pass(60);
    install(desk.world, alpha(), clientId, 1);
    await open(1, 'install');
    bindPlaces();
    finishInstall(desk.world, alpha(), clientId);
    await desk.settle();
  }
  /** What the installer binds in every version anew. */
  function bindPlaces() {
    const made = alpha().installs.get(clientId)!;
    made.events = ['ONAPPUNINSTALL', 'ONAPPUPDATE', 'ONAPPPAYMENT'].map((event, id) => ({
      id,
      event,
      handler: 'https://app.acme-helpline.example/b24/events',
      authType: 0,
      offline: false,
    }));
    made.placements.push({
      placement: 'REST_APP_URI',
      userId: 0,
      handler: 'https://app.acme-helpline.example/b24/app',
      options: {},
      title: '',
      description: '',
      langAll: {},
    });
  }

  test('is installed by an administrator, and believed', async () => {
    await desk.install('alpha');
    bindPlaces();
    await desk.settle();

    expect(await row()).toMatchObject({ uninstalledAt: null, version: '3' });
    expect((await row())?.installedAt).not.toBeNull();
    expect(await held()).toBe(1);
  });

  test('opens for the administrator and for an employee', async () => {
    const [boss, employee] = [await open(1), await open(7)];
    bearer = employee.secret;

    expect([boss.isAdmin, employee.isAdmin]).toEqual([true, false]);
    expect(employee.portal).toMatchObject({ domain: alpha().host, boxed: false, version: '3' });
  });

  test('takes a request with two pictures and what the page knows', async () => {
    // an operator has bound the portal to its contract
    await desk.server.deps.db.update(portals).set({ contractNumber: '45/2026' });
    const pictures = await Promise.all(
      ['one.png', 'two.png'].map(
        async (name) =>
          (await (await api().upload(new Uint8Array(tinyPng), 'image/png', name)).json()) as {
            id: string;
          },
      ),
    );
    const request = {
      category: 'error',
      answers: { did: 'Подписал счёт', expected: 'Документ ушёл', got: 'Ошибка 500' },
      attachments: pictures.map(({ id }) => id),
      context: { page: 'https://alpha-fixture.bitrix24.ru/crm/deal/details/12/' },
      locale: 'ru',
    };
    const answer = await api().post('/v1/tickets', request);
    ticket = (await answer.json()) as TicketReceipt;
    const atDesk = await (await deskApi(desk.server)).ticket('didox24', ticket.id);

    expect(answer.status).toBe(201);
    expect(JSON.stringify(atDesk)).toContain('/crm/deal/details/12/');
    expect((await api().thread(ticket.id)).messages[0]?.attachments).toHaveLength(2);
  });

  test('has the number sent by mail', async () => {
    const transport = smtpTransport(mailbox.url, 5000);
    const { db, log: lines, policies, secretBox, publicUrl } = desk.server.deps;
    await sendLetters({
      db,
      log: lines,
      policies,
      secretBox,
      publicUrl,
      now: desk.world.now,
      transport,
      from: 'support@desk.example',
      leaseMs: 60_000,
    });
    transport.close();

    expect(mailbox.mails.map(({ to }) => to)).toEqual([['ivan@romashka.example']]);
    expect(mailbox.mails[0]?.text).toContain(ticket.number);
  });

  test('leads by its link inside the portal to the request', async () => {
    const wish = { placement: 'REST_APP_URI', options: { ticket: ticket.number } };
    const start = await open(7, 'app', wish);

    expect(start.ticket).toBe(ticket.number);
  });

  test('shows its author what the vendor answers', async () => {
    const agent = await deskApi(desk.server);
    await agent.answer('didox24', ticket.id, { kind: 'reply', text: 'Обновите сертификат.' });
    const { messages } = await api().thread(ticket.id);

    expect(messages.at(-1)).toMatchObject({ author: 'agent', text: 'Обновите сертификат.' });
  });

  test('goes on after the hour of a token, by a new one', async () => {
    desk.pass(3601);
    const late = await api().get(`/v1/tickets/${ticket.id}`);
    const form = new URLSearchParams(desk.post('alpha').body);
    const accessToken = form.get('AUTH_ID') ?? '';
    secrets.add(accessToken);
    const renewed = await fetch(`${desk.server.url}/v1/portals/didox24/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ domain: alpha().host, memberId: alpha().memberId, accessToken }),
    });
    const { secret } = (await renewed.json()) as { secret: string };
    secrets.add(secret);
    bearer = secret;

    expect([late.status, renewed.status]).toEqual([401, 201]);
    expect((await api().thread(ticket.id)).number).toBe(ticket.number);
  });

  test('is updated to version 4, whose installer binds everything anew', async () => {
    desk.pass(60);
    update(desk.world, alpha(), clientId, { version: 4, rotate: true });
    await open(1, 'install');
    bindPlaces();
    finishInstall(desk.world, alpha(), clientId);
    await desk.settle();

    expect(await row()).toMatchObject({ version: '4', uninstalledAt: null });
  });

  test('hears that it is paid for', async () => {
    desk.pass(60);
    setPayment(desk.world, alpha(), clientId, { status: 'S', days: 30 });
    await desk.settle();

    expect(await row()).toMatchObject({ paymentExpired: false, daysLeft: 30 });
  });

  test('is the same one after the portal is renamed', async () => {
    renamePortal(alpha(), 'alpha-renamed.bitrix24.ru');
    bearer = (await open()).secret;

    expect(await row()).toMatchObject({ domain: 'alpha-renamed.bitrix24.ru' });
    expect((await api().thread(ticket.id)).number).toBe(ticket.number);
  });

  test('is removed, and keeps the requests where nobody wished them gone', async () => {
    desk.pass(60);
    uninstall(desk.world, alpha(), clientId, false);
    await desk.settle();

    expect((await api().get(`/v1/tickets/${ticket.id}`)).status).toBe(401);
    expect(await held()).toBe(0);
    expect((await row())?.uninstalledAt).not.toBeNull();
  });

  test('is installed again, and the old requests are there', async () => {
    await reinstall();
    bearer = (await open()).secret;
    const { messages } = await api().thread(ticket.id);

    expect(messages[0]?.text).toContain('Подписал счёт');
    expect(await held()).toBe(1);
  });

  test('wrote no token down and said none, neither in what it keeps nor in its log', async () => {
    for (const { accessToken, refreshToken } of desk.world.pairs) {
      secrets.add(accessToken);
      secrets.add(refreshToken);
    }
    const made = alpha().installs.get(clientId)!;
    secrets.add(made.applicationToken).add(actors.portals.alpha.app_token);
    const [kept, files] = [
      await dumpOf(database),
      await filesBelow(desk.server.deps.config.DATA_DIR),
    ];

    expect(secrets.size).toBeGreaterThan(20);
    expect(said()).toContain('"host":"oauth.bitrix24.tech","path":"/rest/app.info","status":200');
    expect(said()).toContain('"refused":"NOT_INSTALLED"');
    expect(kept).toContain(alpha().memberId);
    expect(tracesIn(kept, secrets)).toEqual([]);
    expect(tracesIn(files, secrets)).toEqual([]);
    expect(tracesIn(said(), secrets)).toEqual([]);
    expect(tracesIn(mailbox.mails.map(({ raw }) => raw).join('\n'), secrets)).toEqual([]);
  });

  test('is removed with all that was written, once the OAuth server confirms it', async () => {
    desk.pass(60);
    uninstall(desk.world, alpha(), clientId, true);
    await desk.settle();
    const left = await dumpOf(database);
    await reinstall();
    bearer = (await open()).secret;
    const { messages } = await api().thread(ticket.id);

    expect(messages.map(({ text }) => text).join('')).toBe('');
    const words = ['Подписал счёт', 'Обновите сертификат', 'ivan@romashka.example'];
    expect(words.filter((word) => left.includes(word))).toEqual([]);
  });

  test('lets nobody in once its portal is deleted', async () => {
    const posted = desk.post('alpha');
    deletePortal(alpha());

    expect((await desk.enter(posted)).status).toBe(401);
  });
});

describe('the event of an install', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  test.each([
    ['before the installer was opened', ['event', 'installer', 'app']],
    ['before anybody opened the app', ['installer', 'event', 'app']],
    ['after the app was opened', ['installer', 'app', 'event']],
  ] as const)('that comes %s ends the same', async (_, order) => {
    await database.client.unsafe('truncate portal_apps cascade');
    const desk = await portalDesk(database);
    desk.installed('alpha');
    const event = () => {
      const form = new URLSearchParams(desk.post('alpha', { userId: 1 }).body);
      return desk.tell(
        changedEvent('onappinstall', {
          auth: {
            access_token: form.get('AUTH_ID') ?? '',
            refresh_token: form.get('REFRESH_ID') ?? '',
          },
        }),
      );
    };
    const acts = {
      event,
      installer: () => desk.enter(desk.post('alpha', { userId: 1 }), 'install'),
      app: () => desk.enter(desk.post('alpha')),
    };
    for (const act of order) {
      expect((await acts[act]()).status).toBeLessThan(300);
      await desk.settle();
    }
    const { db } = desk.server.deps;
    const [row] = await db.select().from(portals);

    expect(row).toMatchObject({ uninstalledAt: null, version: '3', lifeTs: actors.now });
    expect([row?.installedAt === null, row?.sealedEventKey === null]).toEqual([false, false]);
    expect(await db.$count(portalTokens)).toBe(1);
    await desk.close();
  });
});
