import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GuestInvited } from '#shared/wire/guests.ts';
import { issueSurvey } from '#server/features/surveys/issue-survey.ts';
import { codeOf } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

/** What a body of the API may hold, as the document has it. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
}

const told = 'Пароль: Qwerty4711';
/** Bodies whose words are refused where a password stands among them. */
const passed = [
  'POST /guest/messages: text',
  'POST /tickets/{id}/acts: text',
  'POST /tickets/{id}/answers: answers.*',
  'POST /tickets/{id}/messages: text',
  // in what was recorded they are taken out
  'POST /tickets: answers.* context.appVersion context.console.text context.extra.* context.failedRequests.path context.page context.referrer context.title context.trail.name context.userAgent',
  'POST desk /advisories: texts.en.mitigation texts.en.text texts.en.title texts.ru.mitigation texts.ru.text texts.ru.title texts.uz.mitigation texts.uz.text texts.uz.title',
  'POST desk /announcements: audience.version texts.en.text texts.en.title texts.ru.text texts.ru.title texts.uz.text texts.uz.title',
  'POST desk /articles: texts.en.body texts.en.summary texts.en.title texts.ru.body texts.ru.summary texts.ru.title texts.uz.body texts.uz.summary texts.uz.title',
  'POST desk /interactions: name organisation phone text',
  'POST desk /known-problems: texts.en.title texts.en.workaround texts.ru.title texts.ru.workaround texts.uz.title texts.uz.workaround',
  'POST desk /portals/{id}/contract/refusal: reason',
  'POST desk /releases: texts.en.fixes texts.ru.fixes texts.uz.fixes',
  // instants of bounded years count among texts: their document names no form
  'POST desk /tickets/{id}/acts: answer.holds.update answer.holds.workaround reason text',
  'POST desk /tickets/{id}/guests: help name',
  'POST desk /tickets/{id}/messages: answer.holds.update answer.holds.workaround text',
  'POST desk /tickets/{id}/orders: scope',
  'PUT desk /advisories/{id}: texts.en.mitigation texts.en.text texts.en.title texts.ru.mitigation texts.ru.text texts.ru.title texts.uz.mitigation texts.uz.text texts.uz.title',
  'PUT desk /announcements/{id}: audience.version texts.en.text texts.en.title texts.ru.text texts.ru.title texts.uz.text texts.uz.title',
  'PUT desk /articles/{id}: texts.en.body texts.en.summary texts.en.title texts.ru.body texts.ru.summary texts.ru.title texts.uz.body texts.uz.summary texts.uz.title',
  'PUT desk /known-problems/{id}: texts.en.title texts.en.workaround texts.ru.title texts.ru.workaround texts.uz.title texts.uz.workaround',
  'PUT desk /releases/{id}/fixes: texts.en.fixes texts.ru.fixes texts.uz.fixes',
];

/** Bodies whose words are taken as they are, and why. */
const notAsked: Readonly<Record<string, string>> = {
  'POST /desk/session: token': 'a secret itself, of which only a digest is kept',
  'POST /tickets/{id}/access-grants: secret': 'the form for secrets: it is sealed',
  'POST desk /api-keys: name': 'a name, for the desk alone',
  'POST desk /alerts: text title': 'an alarm may not be lost for how it reads',
  'POST desk /articles/preview: body': 'nothing of it is stored',
  'POST desk /article-tasks/{id}/finish: article': 'a name or an address, for the desk alone',
  'POST desk /checks: name': 'a name, for the desk alone',
  'POST desk /contracts/end: number': 'a record',
  'POST desk /orders/{id}/accept: by': 'a name, for the desk alone',
  'POST desk /orders/{id}/decline: by': 'a name, for the desk alone',
  'POST desk /organisations/import: csv': 'records',
  'POST desk /organisations: name': 'a record',
  'POST /portals/{vendor}/contract: number': 'a record',
  'POST desk /vendor-portal/left/deleted: key ticket':
    'they find a record, and nothing of them is kept',
  'PUT desk /portals/{id}/contract: number': 'a record',
  'PUT desk /contracts: contacts.name contacts.role level number plan portals.edition portals.version':
    'a record',
  'PUT desk /organisations/{id}: name': 'a record',
};

let desk: Awaited<ReturnType<typeof rowDesk>>;

beforeAll(async () => {
  desk = await rowDesk();
});
afterAll(() => desk.close());

/** Paths of the texts in which somebody can say what they like. */
function textsOf(schema: Schema, path: string): string[] {
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const { additionalProperties: more } = schema;
  return [
    ...parts.flatMap((part) => textsOf(part, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
      textsOf(part, path === '' ? name : `${path}.${name}`),
    ),
    ...(schema.items ? textsOf(schema.items, path) : []),
    ...(typeof more === 'object' ? textsOf(more, `${path}.*`) : []),
    ...([schema.type].flat().includes('string') &&
    (schema.maxLength ?? Infinity) > 64 &&
    !schema.pattern &&
    !schema.format &&
    !schema.enum
      ? [path]
      : []),
  ];
}

test('every route that takes words is known, and so is what it does about a password in them', async () => {
  const document = (await (await fetch(`${desk.server.url}/v1/openapi.json`)).json()) as {
    readonly paths: Record<
      string,
      Record<string, { requestBody?: { content: Record<string, { schema?: Schema } | undefined> } }>
    >;
  };
  const found = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const texts = textsOf(requestBody?.content['application/json']?.schema ?? {}, '');
      const place = path.replace('/v1/desk/vendors/{vendor}', 'desk ').replace('/v1', '');
      return texts.length === 0
        ? []
        : [`${method.toUpperCase()} ${place}: ${[...new Set(texts)].toSorted().join(' ')}`];
    }),
  );

  expect(found.toSorted()).toEqual([...passed, ...Object.keys(notAsked)].toSorted());
});

test('what a guest writes and what an agent says of one holds no password', async () => {
  const ticket = await desk.open('technokad', 'error');
  const invite = (body: object) =>
    desk.post('technokad', `/tickets/${ticket.id}/guests`, { name: 'Эксперт', help: 'X', ...body });
  const { link } = (await (await invite({})).json()) as GuestInvited;
  const written = await fetch(`${desk.server.url}/v1/guest/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${/token=(gst_[\w-]+)$/.exec(link)?.[1]}`,
      'x-widget-key': 'technokad',
      'content-type': 'application/json',
      'idempotency-key': 'k',
    },
    body: JSON.stringify({ text: told }),
  });

  expect(await codeOf(written)).toEqual([422, 'field.secret_in_text']);
  expect(await codeOf(await invite({ help: told }))).toEqual([422, 'field.secret_in_text']);
  expect(await codeOf(await invite({ name: told }))).toEqual([422, 'field.secret_in_text']);
});

test.each([
  ['a contact', '/interactions', { kind: 'manager', channel: 'telegram', text: told }],
  [
    'an announcement',
    '/announcements',
    {
      kind: 'version',
      audience: { kind: 'all' },
      texts: {
        ru: { title: 'Версия', text: told },
        uz: { title: 'Versiya', text: 'x' },
        en: { title: 'Version', text: 'x' },
      },
    },
  ],
])('%s with a password in it is refused', async (_case, path, body) => {
  expect(await codeOf(await desk.post('modme', path, body))).toEqual([422, 'field.secret_in_text']);
});

test('work to order is offered without one', async () => {
  const ticket = await desk.open('jokercrm');
  const body = { scope: told, priceMinor: 100, currency: 'RUB' };
  const offered = await desk.post('jokercrm', `/tickets/${ticket.id}/orders`, body);

  expect(await codeOf(offered)).toEqual([422, 'field.secret_in_text']);
});

test('an opinion with a password in it is not stored, and its question stays open', async () => {
  const { server, database } = desk;
  const ticket = await desk.open('modme');
  const [row] = await database.client.unsafe(
    `select requester_id from tickets where id = '${ticket.id}'`,
  );
  const token = await database.db.transaction((tx) =>
    issueSurvey(
      server.deps,
      tx,
      {
        tenantId: 'modme',
        ticketId: null,
        requesterId: row?.['requester_id'],
        kind: 'wave',
        questions: ['score', 'comment'],
      },
      new Date(server.deps.now()),
    ),
  );
  const answer = (comment: string) =>
    fetch(`${server.url}/survey/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ score: '5', comment }),
    });

  expect((await answer(told)).status).toBe(422);
  expect(await database.client.unsafe('select 1 from survey_answers')).toEqual([]);
  expect((await answer('Спасибо')).status).toBe(200);
});
