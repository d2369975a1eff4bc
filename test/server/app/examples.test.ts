import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { GuestInvited } from '#shared/wire/guests.ts';
import type { WebhookSecret } from '#shared/wire/webhooks.ts';
import { noWord } from '#server/http/openapi-words.ts';
import { deskApi, device, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

interface Content {
  readonly schema?: object;
  readonly example?: unknown;
}
interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, Content>>;
}
interface Operation {
  readonly security?: readonly Record<string, unknown>[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: object;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, Answer>>;
}
interface Call {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

let database: TestDatabase;
let server: TestServer;
let components: object;
let calls: Call[];
let ids: Readonly<Record<string, string>>;
let guest: string;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  const document = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    readonly components: object;
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  components = document.components;
  calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
  const desk = await deskApi(server);
  const { id: ticket } = await requesterApi(server).open();
  const invited = await desk.post('modme', `/tickets/${ticket}/guests`, {
    name: 'Эксперт',
    help: 'Формат',
  });
  guest = /token=(gst_[\w-]{43})$/.exec(((await invited.json()) as GuestInvited).link)?.[1] ?? '';
  const added = await desk.post('modme', '/webhooks', {
    url: 'https://crm.example.org/',
    types: ['ticket.opened'],
  });
  ids = { tickets: ticket, webhooks: ((await added.json()) as WebhookSecret).id };
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A value of the document, checked against what the document says of it. */
function faultsOf(schema: object | undefined, value: unknown): string[] {
  const whole = { ...schema, components, $schema: 'https://json-schema.org/draft/2020-12/schema' };
  const text = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
  const { components: moved, ...rest } = JSON.parse(text) as { components: { schemas?: object } };
  const parsed = z
    .fromJSONSchema({ ...rest, $defs: moved.schemas ?? {} } as never)
    .safeParse(value);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const jsonOf = ({ content }: Answer): Content | undefined => content?.['application/json'];

test('every operation has examples of what it takes and of everything it answers', () => {
  const lacking = calls.flatMap(({ name, operation }) => {
    const { parameters = [], requestBody, responses } = operation;
    const body = requestBody?.content['application/json'];
    return [
      ...parameters.filter(({ example }) => example === undefined).map((one) => one.name),
      ...(body && body.example === undefined ? ['body'] : []),
      ...Object.entries(responses)
        .filter(([, { content = {} }]) =>
          Object.entries(content).some(
            ([type, { example }]) => type.endsWith('json') && example === undefined,
          ),
        )
        .map(([status]) => status),
    ].map((part) => `${name}: ${part}`);
  });

  expect(lacking).toEqual([]);
});

test('every example of an answer is one by its own schema', () => {
  const wrong = calls.flatMap(({ name, operation }) =>
    Object.entries(operation.responses).flatMap(([status, answer]) => {
      const json = jsonOf(answer);
      return json?.schema
        ? faultsOf(json.schema, json.example).map((fault) => `${name} ${status} ${fault}`)
        : [];
    }),
  );

  expect(wrong).toEqual([]);
});

test('every example of a parameter and of a body is accepted by its own schema', () => {
  const wrong = calls.flatMap(({ name, operation: { parameters = [], requestBody } }) => {
    const body = requestBody?.content['application/json'];
    const given = parameters.map((one) => ({ what: one.name, ...one }));
    return [...given, ...(body ? [{ what: 'body', ...body }] : [])].flatMap(
      ({ what, schema, example }) =>
        faultsOf(schema, example).map((fault) => `${name} ${what} ${fault}`),
    );
  });

  expect(wrong).toEqual([]);
});

/** Every text of an example, with the fields around it. */
function textsIn(value: unknown, around: readonly string[] = []): [string, string][] {
  if (typeof value === 'string') return [[around.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, part]) =>
    textsIn(part, Array.isArray(value) ? around : [...around, field]),
  );
}

const examplesOf = ({ parameters = [], requestBody, responses }: Operation): unknown[] => [
  Object.fromEntries(parameters.map(({ name, example }) => [name, example])),
  ...[requestBody, ...Object.values(responses)].map(
    (one) => one?.content?.['application/json']?.example,
  ),
];

test('no example is the word of a field that has none of its own', () => {
  const wordless = calls.flatMap(({ name, operation }) =>
    examplesOf(operation)
      .flatMap((example) => textsIn(example))
      .filter(([, text]) => text === noWord)
      .map(([field]) => `${name}: ${field}`),
  );

  expect(wordless).toEqual([]);
});

/** What ids of things begin with, by the part of the path or the field around them. */
const prefixes: Readonly<Record<string, string>> = {
  tickets: 'tck',
  ticket: 'tck',
  arrivals: 'tck',
  messages: 'msg',
  attachments: 'att',
  requesters: 'rqr',
  organisations: 'org',
  organisation: 'org',
  'on-call': 'shf',
  interactions: 'int',
  time: 'tim',
  entries: 'tim',
  orders: 'ord',
  'access-grants': 'acc',
  grants: 'acc',
  guests: 'gst',
  meetings: 'mtg',
  'article-tasks': 'atk',
  articles: 'art',
  checks: 'chk',
  announcements: 'ann',
  'survey-waves': 'wav',
  'api-keys': 'key',
  webhooks: 'whk',
  releases: 'rel',
  'known-problems': 'kpr',
  advisories: 'adv',
};

test('an id in an example begins as ids of its kind do', () => {
  const wrong = calls.flatMap(({ name, path, operation }) => {
    const inPath = [...path.matchAll(/([\w-]+)\/\{(?!slug)(\w+)\}/g)].map(
      ([, of = '', id = '']) => {
        const { example } = operation.parameters?.find((one) => one.name === id) ?? {};
        return [of, example] as const;
      },
    );
    const inside = examplesOf(operation)
      .flatMap((example) => textsIn(example))
      .filter(([field]) => field.endsWith('.id'))
      .map(([field, text]) => [field.split('.').at(-2) ?? '', text] as const);
    return [...inPath, ...inside]
      .filter(([of, id]) => prefixes[of] && !String(id).startsWith(`${prefixes[of]}_`))
      .map(([of, id]) => `${name}: ${of} ${String(id)}`);
  });

  expect(wrong).toEqual([]);
});

/** The way in that an operation asks for; every call has a session of its own, since one ends it. */
async function headersOf({ operation, path }: Call): Promise<Record<string, string>> {
  const who = Object.keys(operation.security?.[0] ?? {})[0];
  const vendor = { 'x-widget-key': 'modme' };
  if (path.startsWith('/v1/guest/')) return { ...vendor, authorization: `Bearer ${guest}` };
  if (who === 'agent') return { cookie: (await deskApi(server)).cookie };
  return { ...vendor, authorization: `Bearer ${device()}` };
}

const file = { 'content-type': 'text/plain', 'x-file-name': 'log.txt' };

async function make(call: Call): Promise<Response> {
  const { method, path, operation } = call;
  const given = operation.parameters ?? [];
  const value = (name: string) => String(given.find((one) => one.name === name)?.example ?? name);
  const url = new URL(
    server.url +
      path
        .replace(/\/(\w[\w-]*)\/\{id\}/, (_, of: string) => `/${of}/${ids[of] ?? value('id')}`)
        .replace('{vendor}', 'modme')
        .replace('{key}', 'modme')
        .replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(value(name))),
  );
  for (const { name, in: place, required, example } of given) {
    if (place === 'query' && required) url.searchParams.set(name, String(example));
  }
  const content = operation.requestBody?.content;
  const body = content?.['application/json'];
  return fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(await headersOf(call)),
      'idempotency-key': randomUUID(),
      ...(body ? { 'content-type': 'application/json' } : {}),
      // a file that is refused unread ends its connection, and the next call must not take it
      ...(content?.['*/*'] ? { ...file, connection: 'close' } : {}),
    },
    ...(body ? { body: JSON.stringify(body.example) } : {}),
    ...(content?.['*/*'] ? { body: 'GET /payments 500' } : {}),
  });
}

/** Examples of writes at a desk that the log does not tell, and why. */
const untold: Readonly<Record<string, string>> = {
  'POST /v1/desk/vendors/{vendor}/articles/preview': 'writes nothing',
  'POST /v1/desk/vendors/{vendor}/attachments': 'is said by the message that takes the file',
  'POST /v1/desk/vendors/{vendor}/organisations/import': 'saves no row of its example',
  'DELETE /v1/desk/vendors/{vendor}/on-call/{id}': 'finds no such shift to take out',
  'DELETE /v1/desk/vendors/{vendor}/tickets/{id}/participants/{agent}': 'finds nobody to take out',
  'DELETE /v1/desk/vendors/{vendor}/tickets/{id}/guests/{guest}': 'finds no such guest to revoke',
  'POST /v1/desk/vendors/{vendor}/notices/{id}/seen': 'is between a person and their own notices',
};

const lastSeq = async (): Promise<number> => {
  const [row] = await database.client.unsafe<{ seq: number }[]>(
    `select last_seq::int as seq from ticket_counters where tenant_id = 'modme'`,
  );
  return row?.seq ?? 0;
};

test('every operation understands its example, and answers as it says; what it writes at a desk is in the log', async () => {
  const silent: string[] = [];
  const odd: string[] = [];
  const done: string[] = [];
  for (const call of calls) {
    const { name, operation } = call;
    const before = await lastSeq();
    const response = await make(call);
    const answer = operation.responses[response.status];
    const type = response.headers.get('content-type') ?? '';
    // one goes on for as long as it is read
    const endless = type.startsWith('text/event-stream');
    const text = endless ? '' : await response.text();
    if (endless) await response.body?.cancel();
    if (response.ok) done.push(name);
    const writes = call.method !== 'GET' && call.path.startsWith('/v1/desk/vendors/');
    if (writes && response.ok && !(name in untold) && (await lastSeq()) === before)
      silent.push(name);
    if (!answer) odd.push(`${name}: ${response.status} is not listed ${text.slice(0, 200)}`);
    else if (/request\.(invalid|malformed|bad_text)/.test(text)) odd.push(`${name}: ${text}`);
    else if (type.startsWith('application/problem+json')) {
      const { code } = JSON.parse(text) as { code: string };
      if (!answer.description.includes(code)) odd.push(`${name}: ${code} is not listed`);
    } else if (type.startsWith('application/json')) {
      for (const fault of faultsOf(jsonOf(answer)?.schema, JSON.parse(text)))
        odd.push(`${name}: ${fault}`);
    }
  }

  expect(odd).toEqual([]);
  expect(silent).toEqual([]);
  expect(done.length).toBeGreaterThan(calls.length / 2);
});
