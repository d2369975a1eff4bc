import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiKeyCreated } from '#shared/wire/api-keys.ts';
import type { TicketPage } from '#shared/wire/ticket-list.ts';
import type { WebhookSecret } from '#shared/wire/webhooks.ts';
import { demoPeople } from '#server/demo/people.ts';
import { notePushes } from '#server/features/vendor-portal/note-pushes.ts';
import type { PortalHost } from '#server/features/portals/portal-host.ts';
import { savePortalApp, saveSeenPortal } from '#server/features/portals/portals.repository.ts';
import { saveVendorPortal } from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { takeEvents } from '#server/features/webhooks/take-events.ts';
import { codeOf, deskApi, device, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
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
let own: ReturnType<typeof requesterApi>;
let webhook: string;
let check: string;
let announcement: string;
let ticket: { id: string; requester_id: string };
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
  const key = await desk.post('modme', '/api-keys', { name: 'CRM', scopes: ['tickets:read'] });
  crm = machineApi(server, ((await key.json()) as ApiKeyCreated).key);
  own = requesterApi(server, { bearer: device('L') });
  webhook = await addWebhook();
  announcement = await announce();
  check = await addCheck();
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
const connectVendorPortal = () =>
  saveVendorPortal(
    server.deps.db,
    {
      tenantId: 'modme',
      host: 'vendor.example.org',
      sealedUrl: '',
      sealedEventKey: null,
      settings: { agent: 'demo', locale: 'ru', everyTicketIsTask: false },
    },
    new Date(server.deps.now()),
  );
const addPortal = async () => {
  await savePortalApp(server.deps.db, {
    tenantId: 'modme',
    clientId: 'app.65a1b2c3d4e5f6.12345678',
    code: 'vendor.app',
    sealedSecret: '',
    createdAt: new Date(server.deps.now()),
  });
  const memberId = (made += 1).toString(16).padStart(32, '0');
  await saveSeenPortal(server.deps.db, {
    tenantId: 'modme',
    memberId,
    // some of the same address, at a port of its own
    domain: `romashka-${made % 3}.example:8443` as PortalHost,
    restUrl: null,
    oauthSide: 'east',
    version: '1',
    status: 'F',
    seenAt: new Date(server.deps.now()),
  });
  return memberId;
};
const addCheck = async () => {
  const added = await desk.post('modme', '/checks', {
    name: `Сайт ${(made += 1)}`,
    url: 'https://www.example.org/',
  });
  return ((await added.json()) as { id: string }).id;
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
/** A ticket of a desk whose requester has signed in. */
const ofSigned = async (vendor: string, body: object) => {
  const { id } = demoPeople.find((one) => one.vendor === vendor)!;
  const opened = await (await demoRequester(server, vendor, id)).open();
  await desk.answer(vendor, opened.id, body);
  return opened.id;
};
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

const aTask = () => ({
  tenant_id: 'jokercrm',
  organisation_id: 'kvartal',
  item: `item-${(made += 1)}`,
  month: '2026-11-01',
  due_at: at,
});
const aLook = (subject: string, subjectId: string) => ({
  tenant_id: 'modme',
  id: server.deps.ids.next('prb'),
  subject,
  subject_id: subjectId,
  url: 'https://www.example.org/',
  asked_at: new Date().toISOString(),
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
  '/survey-waves': () => desk.post('modme', '/survey-waves', { samplePercent: 100 }),
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
  '/follow-ups': async () => {
    const { id } = await open();
    await desk.answer('modme', id, { kind: 'reply', text: 'Починили', resolve: true });
  },
  '/appeals': async () => {
    const id = await ofSigned('technokad', { kind: 'reply', text: 'Готово', resolve: true });
    await desk.post('technokad', `/tickets/${id}/acts`, { act: 'appeal' });
  },
  '/silence': async () => {
    const { id } = await open();
    await desk.answer('modme', id, { kind: 'question', text: 'Какая версия?' });
  },
  '/plan-tasks': () => insert('plan_tasks', aTask()),
  '/plan-tasks?state=done': () => insert('plan_tasks', { ...aTask(), done_at: at }),
  '/contracts/incomplete': async () => {
    const added = await desk.post('technokad', '/organisations', { name: `Цех ${(made += 1)}` });
    const { id } = (await added.json()) as { id: string };
    await insert('contracts', {
      tenant_id: 'technokad',
      number: `Д-${made}`,
      organisation_id: id,
      valid_from: '2026-01-01',
      version: 1,
    });
  },
  '/checks': addCheck,
  '/notices': () =>
    insert('agent_notices', {
      tenant_id: 'modme',
      agent_id: 'demo',
      kind: 'letter_failed',
      letter_id: 1,
      at: new Date().toISOString(),
    }),
  '/v1/tickets': () => own.open(),
  '/checks/{id}/looks': () => insert('probes', aLook('check', check)),
  '/tickets/{id}/portal-looks': () => insert('probes', aLook('portal', ticket.id)),
  '/vendor-portal/pushes': async () => {
    await connectVendorPortal();
    await open();
    while ((await notePushes(server.deps)) > 0);
  },
  '/portals': addPortal,
  '/portals?asked=true': async () => {
    const member_id = await addPortal();
    await insert('portal_contract_asks', {
      tenant_id: 'modme',
      member_id,
      number: 'ДГ-1',
      asked_at: at,
      version: 1,
    });
  },
  '/webhooks': addWebhook,
  '/webhooks/{id}/deliveries': async () => {
    await open();
    while ((await takeEvents(server.deps)) > 0);
  },
};

/** Lists of desks whose regulation is another one. */
const vendorOf: Readonly<Record<string, string>> = {
  '/appeals': 'technokad',
  '/contracts/incomplete': 'technokad',
  '/plan-tasks': 'jokercrm',
  '/plan-tasks?state=done': 'jokercrm',
};

const prefix = '/v1/desk/vendors/{vendor}';
/** Where a list is, without what all lists of a desk begin with. */
const shortOf = (path: string) => path.replace(prefix, '');

/** The one thing whose parts are listed. */
function placeOf(path: string): string {
  if (path.startsWith('/checks')) return check;
  if (path.startsWith('/webhooks')) return webhook;
  return path.startsWith('/tickets') ? ticket.id : announcement;
}

const arrayOf = ({ properties = {} }: Schema) =>
  Object.entries(properties).find(
    ([name, { type }]) => type === 'array' && name !== 'order',
  )?.[0] ?? '';

/** Lists that end by themselves, each with what ends it; paths of desks without what they begin with. */
const whole: Readonly<Record<string, string>> = {
  '/tickets/{id}': 'one conversation, which its readers see whole',
  '/tickets/{id}/access-grants': 'what the requester of one ticket has entrusted',
  '/tickets/{id}/articles': 'articles that one ticket has met, each once',
  '/tickets/{id}/conditions': 'conditions that the regulation has',
  '/tickets/{id}/explanation': 'sentences of one decision',
  '/tickets/{id}/guests': 'whom one ticket was shown to',
  '/tickets/{id}/known-problems': 'what one ticket is about',
  '/tickets/{id}/meetings': 'appointments of one ticket',
  '/tickets/{id}/orders': 'offers within one ticket',
  '/tickets/{id}/participants': 'colleagues beside one ticket',
  '/tickets/{id}/time': 'work on one ticket, whose sum stands under it',
  '/tickets/{id}/time/preview': 'months that one piece of work falls into',
  '/agents': 'who works at the desk; forms offer all of them',
  '/choices': 'categories and plans of one regulation, which forms offer whole',
  '/on-call': 'a stretch of time, a year at most',
  '/contracts': 'one contract with what it names',
  '/organisations/{id}': 'contracts of one customer',
  '/organisations/{organisation}/hours': 'one month of one customer',
  '/reports/outcomes': 'counts by the words of the regulation',
  '/vendor-portal': 'what somebody has to delete by hand, fifty at most',
  '/requesters/{id}/export': 'everything of one person, which may leave nothing out',
  '/portals/{id}': 'names that one portal had',
  '/articles/search': 'the best hits, twenty at most',
  '/articles/{id}': 'versions of one text',
  '/releases/{id}': 'problems that one version ends',
  '/v1/articles': 'the best hits, twenty at most',
  '/v1/articles/suggest': 'the few best hits',
  '/v1/articles/{slug}': 'languages of one text',
  '/v1/desk/session': 'desks that one agent works at',
  '/v1/guest/thread': 'what one guest was shown of one ticket',
  '/v1/policies/{vendor}/editions': 'editions of one regulation, which every reader compares',
  '/v1/policies/{vendor}/explanation': 'sentences of one decision',
  '/v1/policies/{vendor}/signing-keys': 'keys that proofs are checked with, so none may be missing',
  '/v1/tickets/{id}': 'one conversation, which its requester sees whole',
  '/v1/tickets/{id}/access-grants': 'what the requester of one ticket has entrusted',
  '/v1/tickets/{id}/explanation': 'sentences of one decision',
  '/v1/tickets/{id}/meetings': 'appointments of one ticket',
  '/v1/widgets/{key}': 'what one form offers',
};

test('every list either has pages or is known to end by itself', () => {
  const paged = lists.filter(({ schema }) => schema.properties?.['next']);
  const unpaged = lists.filter(
    ({ schema }) => arrayOf(schema) !== '' && !schema.properties?.['next'],
  );

  expect(unpaged.map(({ path }) => shortOf(path)).toSorted()).toEqual(
    Object.keys(whole).toSorted(),
  );
  expect(paged.map(({ path }) => shortOf(path)).toSorted()).toEqual(
    [...new Set(Object.keys(adds).map((path) => path.replace(/\?.*/, '')))].toSorted(),
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
    const { schema } = lists.find((one) => shortOf(one.path) === bare)!;
    const rows = arrayOf(schema);
    const read = async (query: string) => {
      const place = `${bare!.replace('{id}', placeOf(path))}?${asked}&${query}`;
      const response = await (place.startsWith('/v1/')
        ? own.get(place)
        : desk.get(vendorOf[path] ?? 'modme', place));
      expect([path, response.status]).toEqual([path, 200]);
      const page = (await response.json()) as Record<string, unknown>;
      const found = page[rows] as {
        id?: string;
        seq?: number;
        number?: string;
        item?: string;
        ticket?: { id: string };
      }[];
      return {
        ids: found.map(
          ({ id, seq, number, item, ticket: of }) => id ?? seq ?? of?.id ?? number ?? item,
        ),
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

describe('a row that leaves its list between two pages takes no other with it:', () => {
  const all = async (
    vendor: string,
    path: string,
    leave: (first: string[]) => Promise<unknown>,
  ) => {
    const pages: string[][] = [];
    let after = '';
    for (let count = 0; count < 100; count += 1) {
      const response = await desk.get(vendor, `${path}limit=2${after}`);
      const page = (await response.json()) as {
        rows: { ticket: { id: string } }[];
        next: string | null;
      };
      pages.push(page.rows.map(({ ticket: { id } }) => id));
      if (count === 0) await leave(pages[0]!);
      if (page.next === null) break;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    return pages.flat();
  };
  const act = (vendor: string, id: string | undefined, body: object) =>
    desk.post(vendor, `/tickets/${id}/acts`, body);

  test.each<[string, string, string, (ids: string[]) => Promise<unknown>]>([
    [
      'a follow-up that was made',
      'modme',
      '/follow-ups?',
      async (ids) => {
        for (const id of ids) await act('modme', id, { act: 'finish_follow_up' });
      },
    ],
    [
      'an appeal that was heard',
      'technokad',
      '/appeals?',
      async (ids) => {
        for (const id of ids)
          await act('technokad', id, { act: 'hear_appeal', text: 'Пересмотрели.' });
      },
    ],
    [
      'a silence that was broken',
      'modme',
      '/silence?',
      async (ids) => {
        for (const id of ids) {
          await desk.answer('modme', id, { kind: 'reply', text: 'Починили', resolve: true });
        }
      },
    ],
  ])('%s', async (_what, vendor, path, leave) => {
    const before = await all(vendor, path, async () => {});
    const met = await all(vendor, path, leave);
    const left = await all(vendor, path, async () => {});

    expect(before.length).toBeGreaterThanOrEqual(5);
    expect(met).toEqual(before);
    expect(left).toEqual(before.slice(2));
  });
});

test.each([
  '/follow-ups',
  '/appeals',
  '/silence',
  '/plan-tasks',
  '/notices',
  '/checks/{id}/looks',
  '/tickets/{id}/portal-looks',
  '/portals',
])('a cursor of %s that no page has ended with is refused in words', async (path) => {
  for (const after of ['x', '1', ':', '12345678901234:1', "1:'", '1:1:1:1']) {
    const place = path.replace('{id}', placeOf(path));
    const response = await desk.get('modme', `${place}?after=${encodeURIComponent(after)}`);

    expect([after, await codeOf(response)]).toEqual([after, [400, 'request.invalid']]);
  }
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
