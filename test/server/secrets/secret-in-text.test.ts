import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskApi, errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const told = 'Не пускает в портал.\nПароль: Qwerty4711';
const refused = async (response: Response) => {
  const text = await response.text();
  expect(text).not.toContain('4711');
  const { code, fields, clause } = JSON.parse(text) as Record<string, unknown>;
  return [response.status, code, fields, clause];
};
const withAnswers = (answers: object) => ({
  ...errorRequest,
  answers: { ...errorRequest.answers, ...answers },
});

test.each([
  ['a text', { got: told }, ['answers.got']],
  ['a step among others', { steps: ['Открыл портал', 'пароль: Qwerty4711'] }, ['answers.steps']],
  ['two answers', { got: told, did: 'token: Qwerty4711' }, ['answers.did', 'answers.got']],
])(
  'a request with a password in %s is refused by the names of the fields',
  async (_case, answers, fields) => {
    const response = await requesterApi(server).post('/v1/tickets', withAnswers(answers));

    expect(await refused(response)).toEqual([422, 'field.secret_in_text', fields, undefined]);
    expect(await database.client.unsafe('select 1 from tickets')).toEqual([]);
  },
);

test('words about a password are taken', async () => {
  const words = withAnswers({ got: 'Пароль: не подходит, пишет «Password: incorrect»' });

  expect((await requesterApi(server).post('/v1/tickets', words)).status).toBe(201);
});

test('nobody writes one into a thread: not the requester, not an agent, not in a note', async () => {
  const api = requesterApi(server);
  const desk = await deskApi(server);
  const { id } = await api.open();
  const message = { text: told, attachments: [] };

  expect(await refused(await api.post(`/v1/tickets/${id}/messages`, message))).toEqual([
    422,
    'field.secret_in_text',
    ['text'],
    undefined,
  ]);
  for (const kind of ['reply', 'question', 'note']) {
    const answer = await desk.post('modme', `/tickets/${id}/messages`, { ...message, kind });

    expect((await refused(answer)).slice(0, 2)).toEqual([422, 'field.secret_in_text']);
  }
  expect((await api.thread(id)).messages).toHaveLength(1);
});

test('nor does an agent name one beside the words of an act', async () => {
  const desk = await deskApi(server);
  const { id } = await requesterApi(server).open();
  const holds = { workaround: told };
  const acts = [
    [
      { act: 'resolve', answer: { kind: 'workaround', holds }, text: 'Готово.' },
      'answer.holds.workaround',
    ],
    [
      { act: 'resolve', answer: { kind: 'workaround', holds: { update: told } }, text: 'Готово.' },
      'answer.holds.update',
    ],
  ] as const;
  for (const [act, field] of acts) {
    const answer = await desk.post('modme', `/tickets/${id}/acts`, act);

    expect((await refused(answer)).slice(0, 3)).toEqual([422, 'field.secret_in_text', [field]]);
  }
  const message = { kind: 'reply', text: 'Готово.', answer: { kind: 'workaround', holds } };
  expect((await refused(await desk.post('modme', `/tickets/${id}/messages`, message)))[1]).toBe(
    'field.secret_in_text',
  );
});
