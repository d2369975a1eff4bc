import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Explanation, explanation } from '#shared/wire/explanation.ts';
import { runCommandLine } from '#server/cli.ts';
import { saveImport } from '#server/features/calendars/calendars.repository.ts';
import { codeOf, deskApi, device, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';
import { printedLines } from '#test/support/printed-lines.ts';

const clock = Date.parse('2026-12-07T13:00:00Z');
let database: TestDatabase;
let server: TestServer;
let api: ReturnType<typeof requesterApi>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: () => clock });
  api = requesterApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const read = async (response: Response): Promise<Explanation> =>
  explanation.parse(await response.json());

describe('a ticket', () => {
  const path = (id: string, lang = 'en') => `/v1/tickets/${id}/explanation?lang=${lang}`;

  test('is explained to its requester from what is stored, in the language asked for', async () => {
    const { id, decision } = await api.open();

    const told = await read(await api.get(path(id)));

    expect(told.dueAt).toBe(decision.firstResponse.dueAt);
    expect(told).toMatchObject({ vendor: 'modme', edition: '2025-11-25', language: 'en' });
    expect(told.paragraph).toContain('Not counted: Tue 8 Dec: Constitution Day.');
    expect((await read(await api.get(path(id, 'uz')))).paragraph).toContain('Hisobga kirmadi:');
  });

  test('is not found by anybody else, and not without an identity', async () => {
    const { id } = await api.open();

    expect(await codeOf(await api.get(path(id), { bearer: device('B') }))).toEqual([
      404,
      'ticket.not_found',
    ]);
    const unknown = await fetch(`${server.url}${path(id)}`, {
      headers: { 'x-widget-key': 'modme' },
    });
    expect(await codeOf(unknown)).toEqual([401, 'identity.required']);
  });

  test('tells an agent besides what the regulation lets an agent do', async () => {
    const { id } = await api.open();
    const desk = await deskApi(server);

    const agent = await read(await desk.get('modme', `/tickets/${id}/explanation?lang=en`));
    const own = await read(await api.get(path(id)));

    expect(agent.paragraph).toMatch(/An agent may: ask for what is missing — clause 9\./);
    expect(own.paragraph).not.toContain('An agent may');
    expect(await codeOf(await desk.get('modme', '/tickets/none/explanation'))).toEqual([
      404,
      'ticket.not_found',
    ]);
  });
});

describe('a regulation', () => {
  const get = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/v1/policies/${query}`, { headers });

  test('is explained to anybody, the same for all, and is kept by caches', async () => {
    const response = await get('modme/explanation?at=2026-11-23T07:00:00Z&lang=en');
    const tag = response.headers.get('etag') ?? '';

    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect((await read(response)).workingDays).toEqual(['2026-11-24']);
    const again = await get('modme/explanation?at=2026-11-23T07:00:00Z&lang=en', {
      'if-none-match': tag,
    });
    expect(again.status).toBe(304);
  });

  test('counts from the present minute where no instant is given', async () => {
    const told = await read(await get('modme/explanation'));

    expect(told.dueAt).toBe('2026-12-09T13:00:00.000Z');
    expect(told.language).toBe('ru');
  });

  test('an excluded category is explained as such', async () => {
    const told = await read(await get('modme/explanation?category=training&lang=en'));

    expect(told.sentences.map(({ code }) => code)).toContain('scope.out');
  });

  test.each([
    ['nobody/explanation', 404, 'request.not_found'],
    ['modme/explanation?category=none', 400, 'category.unknown'],
    ['modme/explanation?at=tomorrow', 400, 'request.invalid'],
    ['modme/explanation?at=9999-12-07T13:00:00Z', 400, 'request.invalid'],
    ['modme/explanation?lang=fr', 400, 'request.invalid'],
  ])('%s is refused', async (query, status, code) => {
    expect(await codeOf(await get(query))).toEqual([status, code]);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reglament-explain-'));
  const said = printedLines();
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (line: string, env: Record<string, string> = {}) =>
    runCommandLine(['node', 'reglament', 'policy', 'explain', ...line.split(' ').filter(Boolean)], {
      DATABASE_URL: database.url,
      SECRET_KEY: 'A'.repeat(43),
      DATA_DIR: folder,
      ...env,
    });
  const inOrder = (days: readonly object[]) =>
    days.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

  test('prints a paragraph on a regulation', async () => {
    expect(await run('--vendor modme --at 2026-12-07T13:00:00Z')).toBe(0);

    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^Первый ответ до ср, 9 декабря, 18:00 \(Ташкент\) — п\. 9\. /);
  });

  test('counts by the calendars that are in force: imports of the database, files of the folder', async () => {
    const line = '--vendor modme --at 2026-12-07T13:00:00Z --lang en';
    const off = { kind: 'additional', certainty: 'certain' } as const;
    const imported = { calendar: 'uz-six-day', year: 2026, complete: false } as const;
    await saveImport(
      database.db,
      { ...imported, days: [{ date: '2026-12-09', ...off }], ordinary: [] },
      '',
      new Date(clock),
    );

    await run(line);
    await database.client.unsafe('truncate calendars');
    const own = mkdtempSync(join(folder, 'own-'));
    const shipped = new URL('../../../server/policy/calendars/uz-2026.json', import.meta.url);
    const file = JSON.parse(readFileSync(shipped, 'utf8')) as { days: object[] };
    const days = [...file.days, { date: '2026-12-09', ...off }, { date: '2026-12-10', ...off }];
    writeFileSync(join(own, 'uz-2026.json'), JSON.stringify({ ...file, days: inOrder(days) }));
    await run(line, { CALENDAR_DIR: own });
    await run(line, { CALENDAR_DIR: own, DATABASE_URL: '', DATA_DIR: join(folder, 'none') });

    expect(said.map((text) => /^First reply by (.*?),/.exec(text)?.[1])).toEqual([
      'Thu 10 December',
      'Fri 11 December',
      'Fri 11 December',
    ]);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  test('prints the structure of a stored ticket by its number', async () => {
    const { number, decision } = await api.open();

    expect(await run(`--ticket ${number} --lang uz --json`)).toBe(0);
    const told = explanation.parse(JSON.parse(said[0] ?? ''));

    expect(told.dueAt).toBe(decision.firstResponse.dueAt);
    expect(told.language).toBe('uz');
  });

  test.each([
    ['', 2, /policy explain --vendor VENDOR/],
    ['modme --vendor modme', 2, /policy explain --vendor VENDOR/],
    ['--vendor modme --ticket MOD-1', 2, /policy explain --vendor VENDOR/],
    ['--vendor modme --lang fr', 2, /ru, uz, uz-Cyrl, en/],
    ['--vendor modme --at soon', 2, /2026-12-07T13:00:00Z/],
    ['--vendor nobody', 1, /no vendor nobody; there are didox24/],
    ['--vendor modme --category none', 1, /modme has no category none/],
    ['--ticket 1042', 2, /such as MOD-1042/],
    ['--ticket MOD-999999', 1, /no ticket MOD-999999/],
  ])('«%s» is refused in a sentence', async (line, code, sentence) => {
    expect(await run(line)).toBe(code);

    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(sentence);
  });
});
