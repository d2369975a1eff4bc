import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly type?: string;
  readonly example?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
interface Posting {
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: Schema; readonly example?: object }>
    >;
  };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: { readonly example?: unknown; readonly enum?: readonly string[] };
}

let database: TestDatabase;
let server: TestServer;
let cookie: string;
let ticket: string;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  ({ cookie } = await deskApi(server));
  ({ id: ticket } = await requesterApi(server).open());
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Cursors, numbers, days and instants that no client means and a database may choke on. */
const odd = [
  '2147483648',
  '9007199254740991',
  '99999999999999999999',
  '999999999999999:a',
  '999999999:9999999999999',
  '0001-01-01',
];
/** Days and instants that no client means, and the first and the last that are taken. */
const oddTimes = [
  '0000-01-01',
  '1970-01-01',
  '2199-12-31',
  '9999-12-31',
  '0000-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '2199-12-31T23:59:59.999999999Z',
  '9999-12-31T23:59:59.999999999Z',
  '9999-12-31T23:59:59-14:00',
];
const usual: Readonly<Record<string, string>> = { vendor: 'modme', from: '2026-11-01' };

test('no value of a query is the server’s fault, whatever it is', async () => {
  const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, { get?: { readonly parameters?: readonly Parameter[] } }>;
  };
  const asked = Object.entries(paths).flatMap(([path, { get }]) => {
    const parameters = get?.parameters ?? [];
    const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => usual[name] ?? '1');
    const queries = parameters.filter((parameter) => parameter.in === 'query');
    const needed = queries
      .filter(({ required }) => required)
      .map(({ name, schema }): [string, string] => [
        name,
        String(schema?.example ?? schema?.enum?.[0] ?? usual[name] ?? '2026-11-30'),
      ]);
    return queries.flatMap(({ name }) =>
      [...odd, ...oddTimes].map((value) => {
        const query = new URLSearchParams({ ...Object.fromEntries(needed), [name]: value });
        return `${place}?${query}`;
      }),
    );
  });
  const faults: string[] = [];
  for (const path of asked) {
    const answer = await fetch(server.url + path, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status >= 500) faults.push(path);
  }

  expect(asked.length).toBeGreaterThan(300);
  expect(faults).toEqual([]);
}, 120_000);

const plain: Readonly<Record<string, unknown>> = {
  string: 'x',
  integer: 1,
  number: 1,
  boolean: true,
  array: [],
};

test('no day and no instant of a body is the server’s fault, whatever it is', async () => {
  const { paths, components } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, Readonly<Record<'post' | 'put', Posting | undefined>>>;
    components: { schemas: Readonly<Record<string, Schema>> };
  };
  const whole = (schema: Schema): Schema =>
    schema.$ref ? whole(components.schemas[schema.$ref.split('/').at(-1)!]!) : schema;
  const branches = ({ anyOf = [], oneOf = [] }: Schema) => [...anyOf, ...oneOf];
  const sample = (of: Schema): unknown => {
    const schema = whole(of);
    const [branch] = branches(schema);
    const { example, const: only, enum: some, required = [], properties = {} } = schema;
    const known = example ?? only ?? some?.[0];
    if (known !== undefined) return known;
    if (branch) return sample(branch);
    if (schema.type !== 'object') return plain[schema.type ?? 'string'];
    return Object.fromEntries(required.map((name) => [name, sample(properties[name]!)]));
  };
  /** Each place for a day or an instant: the value that holds another one there. */
  const places = (of: Schema): ((time: string) => unknown)[] => {
    const schema = whole(of);
    if (schema.format === 'date' || schema.format === 'date-time') return [(time) => time];
    if (schema.items) return places(schema.items).map((put) => (time) => [put(time)]);
    const base = schema.type === 'object' ? (sample(schema) as object) : {};
    const inside = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      places(property).map((put) => (time: string) => ({ ...base, [name]: put(time) })),
    );
    return [...inside, ...branches(schema).flatMap(places)];
  };
  const sent = Object.entries(paths).flatMap(([path, methods]) =>
    (['post', 'put'] as const).flatMap((method) => {
      const content = methods[method]?.requestBody?.content['application/json'];
      const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        name === 'id' && path.includes('/tickets/') ? ticket : (usual[name] ?? '1'),
      );
      return (content ? places(content.schema) : []).flatMap((put) =>
        oddTimes.map((time) => {
          const written = put(time) as object;
          return { method, place, body: JSON.stringify({ ...content?.example, ...written }) };
        }),
      );
    }),
  );
  const faults: string[] = [];
  for (const [index, { method, place, body }] of sent.entries()) {
    const answer = await fetch(server.url + place, {
      method: method.toUpperCase(),
      headers: {
        cookie,
        'content-type': 'application/json',
        'idempotency-key': `odd-${index}`,
        origin: server.url,
      },
      body,
    });
    await answer.arrayBuffer();
    if (answer.status >= 500) faults.push(`${method} ${place} ${body}`);
  }

  expect(sent.length).toBeGreaterThan(200);
  expect(faults).toEqual([]);
}, 120_000);
