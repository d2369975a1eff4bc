import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiKeyCreated } from '#shared/wire/api-keys.ts';
import type { TicketPage } from '#shared/wire/ticket-list.ts';
import type { WebhookSecret } from '#shared/wire/webhooks.ts';
import { takeEvents } from '#server/features/webhooks/take-events.ts';
import { codeOf, deskApi, device, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { machineApi } from '#test/support/machine-api.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>;
}
interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let crm: ReturnType<typeof machineApi>;
let lists: { path: string; schema: Schema; operation: Operation }[];
let webhook: string;
let announcement: string;
let ticket: { id: string; requester_id: string };
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
  const key = await desk.post('modme', '/api-keys', { name: 'CRM', scopes: ['tickets:read'] });
  crm = machineApi(server, ((await key.json()) as ApiKeyCreated).key);
  webhook = await addWebhook();
  announcement = await announce();
  const { id } = await open();
  [ticket] = await database.client.unsafe<[typeof ticket]>(
    `select id, requester_id from tickets where id = '${id}'`,
  );
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, { get?: Operation }>;
  };
  lists = Object.entries(paths).flatMap(([path, { get: operation }]) => {
    const schema = operation?.responses['200']?.content?.['application/json']?.schema;
    return operation && schema ? [{ path, schema, operation }] : [];
  });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const open = () => requesterApi(server).open();
const addWebhook = async () => {
  const added = await desk.post('modme', '/webhooks', {
    url: 'https://crm.example.org/',
    types: ['ticket.opened'],
  });
  return ((await added.json()) as WebhookSecret).id;
};
const announce = async () => {
  const text = { title: 'Работы ночью', text: 'Что будет.' };
  const announced = await desk.post('modme', '/announcements', {
    kind: 'planned_works',
    texts: { ru: text, uz: text, en: text },
    audience: { kind: 'all' },
  });
  return ((await announced.json()) as { id: string }).id;
};
const insert = async (table: string, row: object) => {
  const names = Object.keys(row);
  const [added] = await database.client.unsafe(
    `insert into ${table} (${names.join(', ')}) select ${names.join(', ')}
     from json_populate_record(null::${table}, '${JSON.stringify(row)}') returning *`,
  );
  return added;
};
const at = new Date().toISOString();
const addContact = () =>
  insert('interactions', {
    tenant_id: 'modme',
    id: server.deps.ids.next('int'),
    kind: 'phone',
    channel: 'phone',
    at,
    requester_id: ticket.requester_id,
    locale: 'ru',
    edition: '1',
    reason: 'not_official',
    clause: '1',
    recorded_by: 'agt',
    recorded_at: at,
  });

/** What adds one row to each list that has pages. */
const adds: Readonly<Record<string, () => Promise<unknown>>> = {
  '/queue': open,
  '/tickets': open,
  '/message-search?q=долг': open,
  '/outbox': async () => {
    const { id } = await open();
    await insert('outbox', {
      tenant_id: 'modme',
      kind: 'ticket_opened',
      ticket_id: id,
      recipient: 'a@example.org',
      locale: 'ru',
      params: {},
      state: 'sent',
      created_at: at,
      attempts: 1,
    });
  },
  '/organisations': () => desk.post('modme', '/organisations', { name: `Завод ${(made += 1)}` }),
  '/articles': () =>
    desk.post('modme', '/articles', {
      slug: `article-${(made += 1)}`,
      visibility: 'public',
      texts: { ru: { title: 'Оплата', body: 'Как принять оплату.' } },
    }),
  '/article-tasks': async () => {
    const { id } = await open();
    await insert('article_tasks', {
      tenant_id: 'modme',
      id: server.deps.ids.next('atk'),
      ticket_id: id,
      created_by: 'agt',
      created_at: at,
    });
  },
  '/releases': () => desk.post('modme', '/releases', { version: `1.${(made += 1)}.0` }),
  '/advisories': () => {
    const text = { title: 'Уязвимость', text: 'Что случилось.' };
    return desk.post('modme', '/advisories', {
      severity: 'high',
      texts: { ru: text, uz: text, en: text },
    });
  },
  '/survey-comments': async () => {
    const id = server.deps.ids.next('svy');
    await insert('surveys', {
      tenant_id: 'modme',
      id,
      kind: 'wave',
      requester_id: 'rqr',
      questions: [],
      token_sha256: id,
      issued_at: at,
      expires_at: at,
    });
    const answer = { tenant_id: 'modme', survey_id: id, comment: 'Хочу', answered_at: at };
    await insert('survey_answers', answer);
  },
  '/known-problems': () =>
    desk.post('modme', '/known-problems', { texts: { ru: { title: 'Печать пуста' } } }),
  '/api-keys': () => desk.post('modme', '/api-keys', { name: 'X', scopes: ['desk:read'] }),
  '/announcements': announce,
  '/announcements/{id}/deliveries': async () => {
    const letter = await insert('outbox', {
      tenant_id: 'modme',
      kind: 'announcement',
      recipient: 'a@example.org',
      locale: 'ru',
      params: {},
      state: 'sent',
      created_at: at,
      attempts: 1,
    });
    await insert('announcement_deliveries', {
      tenant_id: 'modme',
      announcement_id: announcement,
      contact_sha256: createHash('sha256')
        .update(`${(made += 1)}`)
        .digest('hex'),
      channel: 'mail',
      outbox_id: letter!['id'],
      at,
    });
  },
  '/survey-waves': () => desk.post('modme', '/survey-waves', {}),
  '/interactions': addContact,
  '/tickets/{id}/interactions': addContact,
  '/feedback': async () => {
    const { id } = await open();
    await insert('ideas', {
      tenant_id: 'modme',
      ticket_id: id,
      target: 'product',
      created_at: at,
      due_at: at,
    });
  },
  '/webhooks': addWebhook,
  '/webhooks/{id}/deliveries': async () => {
    await open();
    while ((await takeEvents(server.deps)) > 0);
  },
};

/** The one thing whose parts are listed. */
function placeOf(path: string): string {
  if (path.startsWith('/webhooks')) return webhook;
  return path.startsWith('/tickets') ? ticket.id : announcement;
}

const prefix = '/v1/desk/vendors/{vendor}';
const arrayOf = ({ properties = {} }: Schema) =>
  Object.entries(properties).find(
    ([name, { type }]) => type === 'array' && name !== 'order',
  )?.[0] ?? '';

/** Lists that end by themselves: parts of one thing, a period, work that waits to be done. */
const whole = [
  /\/tickets\/\{id\}/,
  /^\/v1\/(guest|widgets|policies)\//,
  /^\/v1\/(desk\/session|tickets|articles(\/suggest|\/\{slug\})?)$/,
  /\/(follow-ups|appeals|silence|notices|plan-tasks|on-call|agents|checks)$/,
  /\/requesters\/\{id\}\/export$/,
  /\/(contracts|contracts\/incomplete|organisations\/\{\w+\}(\/hours)?|reports\/outcomes)$/,
  /\/(articles\/search|articles\/\{id\}|releases\/\{id\}|checks\/\{id\}\/looks)$/,
];

test('every list either has pages or is known to end by itself', () => {
  const paged = lists.filter(({ schema }) => schema.properties?.['next']);
  const unpaged = lists.filter(
    ({ path, schema }) =>
      arrayOf(schema) !== '' &&
      !schema.properties?.['next'] &&
      !whole.some((pattern) => pattern.test(path)),
  );

  expect(unpaged.map(({ path }) => path)).toEqual([]);
  expect(paged.map(({ path }) => path.slice(prefix.length)).toSorted()).toEqual(
    Object.keys(adds)
      .map((path) => path.replace(/\?.*/, ''))
      .toSorted(),
  );
});

test('all pages are asked for in one way', () => {
  for (const { path, schema, operation } of lists) {
    if (!schema.properties?.['next']) continue;
    const query = (operation.parameters ?? []).filter((one) => one.in === 'query');

    expect([path, query.map(({ name }) => name)]).toEqual([
      path,
      expect.arrayContaining(['after', 'limit']),
    ]);
  }
});

describe('what was in a list when its first page was read comes once, while rows are added:', () => {
  test.each(Object.entries(adds))('%s', async (path, add) => {
    const [bare, asked = ''] = path.split('?');
    const { schema } = lists.find((one) => one.path === prefix + bare)!;
    const rows = arrayOf(schema);
    const read = async (query: string) => {
      const response = await desk.get(
        'modme',
        `${bare!.replace('{id}', placeOf(path))}?${asked}&${query}`,
      );
      expect([path, response.status]).toEqual([path, 200]);
      const page = (await response.json()) as Record<string, unknown>;
      const found = page[rows] as {
        id?: string;
        seq?: number;
        ticket?: { id: string };
      }[];
      return {
        ids: found.map(({ id, seq, ticket: of }) => id ?? seq ?? of?.id),
        next: page['next'] as string | null,
      };
    };
    for (let count = 0; count < 5; count += 1) await add();
    const before = (await read('limit=50')).ids;
    const met: unknown[] = [];
    let page = await read('limit=2');
    for (let pages = 0; pages < 100; pages += 1) {
      met.push(...page.ids);
      if (page.next === null) break;
      if (pages < 3) await add();
      page = await read(`limit=2&after=${encodeURIComponent(page.next)}`);
    }

    expect(before.length).toBeGreaterThanOrEqual(5);
    expect(met.filter((id) => before.includes(id as string))).toEqual(before);
    expect(new Set(met).size).toBe(met.length);
  });
});

describe('tickets of a vendor, for programs', () => {
  const ids = async (query: string) => {
    const response = await crm.get(`/tickets?${query}`);
    return ((await response.json()) as TicketPage).rows.map(({ id }) => id);
  };

  test('are found by what they are and when they changed', async () => {
    const mine = requesterApi(server, { bearer: device('F') });
    const [first, second] = [await mine.open(), await mine.open()];
    const since = new Date().toISOString();
    await desk.answer('modme', second.id, { kind: 'question', text: 'Какая версия?' });
    const rows = ((await (await crm.get('/tickets?limit=200')).json()) as TicketPage).rows;
    const row = rows.find(({ id }) => id === second.id)!;

    expect(row).toMatchObject({ status: 'waiting_requester', category: 'error', version: 2 });
    expect(await ids(`requester=${row.requester}`)).toEqual([second.id, first.id]);
    expect(await ids(`requester=${row.requester}&status=open`)).toEqual([first.id]);
    expect(await ids(`requester=${row.requester}&status=open&status=waiting_requester`)).toEqual([
      second.id,
      first.id,
    ]);
    expect(await ids(`updatedSince=${since}`)).toEqual([second.id]);
    expect(await ids(`requester=${row.requester}&severity=critical`)).toEqual([]);
    expect(await ids(`requester=${row.requester}&category=error`)).toHaveLength(2);
    expect(await ids(`requester=${row.requester}&assignee=nobody`)).toEqual([]);
    expect(await ids('organisation=none')).toEqual([]);
  });

  test.each(['status=new', 'after=x', 'limit=0', 'limit=1000', 'updatedSince=yesterday'])(
    'are not looked for by %s',
    async (query) => {
      expect(await codeOf(await crm.get(`/tickets?${query}`))).toEqual([400, 'request.invalid']);
    },
  );
});
