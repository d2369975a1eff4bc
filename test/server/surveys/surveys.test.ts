import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { IdeaList } from '#shared/wire/ideas.ts';
import type { SurveyCommentList, WaveView } from '#shared/wire/surveys.ts';
import { sha256 } from '#server/digest.ts';
import { issueSurvey } from '#server/features/surveys/issue-survey.ts';
import { surveyLink } from '#server/features/surveys/survey-letter.ts';
import { sendSurveyWaves } from '#server/features/surveys/send-survey-waves.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { nextWaveAt } from '#server/policy/life/survey-waves.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { fireDue } from '#test/support/jobs.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const start = '2026-11-23T06:00:00.000Z';
const clock = handClock(start);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
});
beforeEach(async () => {
  clock.set(start);
  await database.client.unsafe(
    `truncate requesters, outbox, surveys, survey_answers, survey_waves, survey_opt_outs, timers,
       idempotency_keys`,
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const people = (count: number) =>
  database.client.unsafe(
    `insert into requesters (tenant_id, id, identity, email, email_verified, locale, updated_at)
     select 'modme', 'rqr_' || lpad(n::text, 6, '0'), 'token', 'a' || n || '@example.org', true, 'uz', now()
     from generate_series(1, ${count}) n`,
  );
const plan = (body: object = {}) =>
  desk.post('modme', '/survey-waves', { samplePercent: 100, ...body });
const waves = async () =>
  ((await (await desk.get('modme', '/survey-waves')).json()) as { rows: WaveView[] }).rows;
/** Links of the letters, as they are sent. */
const links = async () =>
  (await database.db.select().from(outbox).orderBy(outbox.id)).map((entry) =>
    surveyLink(server.deps, entry),
  );
const post = (url: string, form: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form) });
const issue = (kind: 'wave' | 'follow_up' = 'follow_up') =>
  database.db.transaction((tx) =>
    issueSurvey(
      server.deps,
      tx,
      {
        tenantId: 'modme',
        ticketId: null,
        requesterId: 'rqr_000001',
        kind,
        questions: ['solved', 'score', 'comment'],
      },
      new Date(clock.now()),
    ),
  );

describe('S0.13.2 JOB: a wave of surveys', () => {
  test('asks each contact once, and reports rate and score', async () => {
    await people(250);
    await plan();
    await fireDue(server);
    await database.client.unsafe(`update timers set state = 'armed'`);
    await fireDue(server);
    const sent = await links();
    for (const [index, score] of ['5', '4', '3'].entries())
      await post(sent[index]!, { score, comment: '' });

    expect([sent.length, new Set(sent).size]).toEqual([250, 250]);
    expect(await waves()).toMatchObject([
      { invited: 250, answered: 3, responseRate: 0.012, score: 4, sentAt: start },
    ]);
  });

  test('leaves out who wants no more of them, by one press on a link of the letter', async () => {
    await people(2);
    await plan();
    await fireDue(server);
    const [first] = await links();
    const looked = await fetch(`${first}/stop`);
    await fireDue(server);
    const unpressed = await database.client.unsafe('select 1 from survey_opt_outs');
    const pressed = await post(`${first}/stop`, { 'List-Unsubscribe': 'One-Click' });
    await database.client.unsafe('delete from outbox');
    await plan();
    await fireDue(server);

    expect([looked.status, pressed.status]).toEqual([200, 200]);
    expect(unpressed).toHaveLength(0);
    expect(await links()).toHaveLength(1);
  });

  test('hears who wants no more of them by however old a link, and does not forget it', async () => {
    await people(1);
    await plan();
    await fireDue(server);
    const [link] = await links();
    clock.set('2027-11-23T06:00:00Z');
    desk = await deskApi(server);
    const [answer, stop] = [await fetch(link!), await post(`${link}/stop`, {})];
    await database.client.unsafe('delete from outbox');
    await plan();
    await fireDue(server);

    expect([answer.status, stop.status]).toEqual([404, 200]);
    expect(await links()).toEqual([]);
  });

  test('brings proposals, which go on to somebody who answers for them, once', async () => {
    await people(1);
    await plan();
    await fireDue(server);
    const [link] = await links();
    await post(link!, { score: '4', comment: 'Сделайте тёмную тему' });
    const comments = async () =>
      ((await (await desk.get('modme', '/survey-comments')).json()) as SurveyCommentList).comments;
    const [said] = await comments();
    const handOn = (category: string) =>
      desk.post('modme', `/survey-comments/${said!.id}/ticket`, { category });
    const refused = await handOn('none');
    const first = (await (await handOn('idea')).json()) as { id: string; number: string };
    const again = (await (await handOn('idea')).json()) as { id: string };
    const { ideas } = (await (await desk.get('modme', '/feedback')).json()) as IdeaList;

    expect(said).toMatchObject({ score: 4, comment: 'Сделайте тёмную тему', ticket: null });
    expect(await codeOf(refused)).toEqual([400, 'category.unknown']);
    expect(again.id).toBe(first.id);
    expect(await comments()).toMatchObject([
      { ticket: first.id, number: first.number, askedAt: expect.stringMatching(/Z$/) },
    ]);
    expect(ideas.filter(({ ticket }) => ticket.id === first.id)).toHaveLength(1);
    expect(
      await codeOf(await desk.post('modme', '/survey-comments/x/ticket', { category: 'idea' })),
    ).toEqual([404, 'survey.not_found']);
  });

  test('takes the part of the contacts that it was told to', async () => {
    await people(400);
    await plan({ samplePercent: 25 });
    await fireDue(server);
    const { length } = await links();

    expect(length).toBeGreaterThan(60);
    expect(length).toBeLessThan(140);
  });

  test('comes again every quarter, and asks anew', async () => {
    await people(1);
    await plan({ repeats: 'quarter' });
    await fireDue(server);
    clock.set('2027-02-23T05:59:59Z');
    const early = await fireDue(server);
    clock.set('2027-02-23T06:00:00Z');
    await fireDue(server);

    // nobody stays signed in for a quarter
    desk = await deskApi(server);

    expect(early).toBe(0);
    expect(await links()).toHaveLength(2);
    expect((await waves()).map(({ startsAt }) => startsAt)).toEqual([
      '2027-05-23T06:00:00.000Z',
      '2027-02-23T06:00:00.000Z',
      start,
    ]);
  });

  test('keeps no token that could be read out of the database or the desk', async () => {
    await people(1);
    await plan();
    await fireDue(server);
    const token = (await links())[0]!.split('/').at(-1)!;
    const rows = await database.client.unsafe(
      `select (select json_agg(o) from outbox o)::text || (select json_agg(s) from surveys s)::text as all`,
    );
    const shown = await (await desk.get('modme', '/outbox')).text();

    expect(rows[0]!['all']).toContain(sha256(token));
    expect(rows[0]!['all']).not.toContain(token);
    expect(shown).not.toContain(token);
  });
});

describe('S3.6.1.3 JOB: an opinion is left by a link, without signing in', () => {
  test('on a page that needs no script, in the language of its reader', async () => {
    await people(1);
    const token = await issue();
    const page = await fetch(`${server.url}/survey/${token}`);
    const text = await page.text();

    expect(page.status).toBe(200);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('lang="uz"');
    expect(text).toContain('name="score"');
    expect(text).not.toMatch(/<script|style=/);
  });

  test('once: of many answers at the same moment one is stored, and reading changes nothing', async () => {
    await people(1);
    const url = `${server.url}/survey/${await issue()}`;
    await fetch(url);
    const given = await Promise.all(
      ['1', '2', '3', '4', '5'].map((score) => post(url, { score, solved: 'yes', comment: score })),
    );
    const stored = await database.client.unsafe(
      'select score, solved, comment from survey_answers',
    );
    const texts = await Promise.all(given.map((one) => one.text()));

    expect(stored).toHaveLength(1);
    expect(stored[0]).toEqual({
      score: expect.any(Number),
      solved: true,
      comment: String(stored[0]!['score']),
    });
    expect(texts.filter((text) => text.includes('saqlandi'))).toHaveLength(1);
    expect(await (await fetch(url)).text()).toContain('allaqachon');
  });

  test.each<[string, Record<string, string>]>([
    ['no score', { solved: 'yes' }],
    ['a score of six', { score: '6', solved: 'yes' }],
    ['half a score', { score: '2.5', solved: 'yes' }],
    ['an empty score', { score: '', solved: 'yes' }],
    ['no word on whether it is settled', { score: '5' }],
    ['another word on it', { score: '5', solved: 'perhaps' }],
    ['a text that cannot be stored', { score: '5', solved: 'no', comment: 'a\0b' }],
    ['a book', { score: '5', solved: 'no', comment: 'a'.repeat(5001) }],
  ])('%s is asked for again and stores nothing', async (_case, form) => {
    await people(1);
    const answered = await post(`${server.url}/survey/${await issue()}`, form);

    expect(answered.status).toBe(422);
    expect(await database.client.unsafe('select 1 from survey_answers')).toHaveLength(0);
  });

  test('an unknown link and one that is too old lead nowhere', async () => {
    await people(1);
    const token = await issue();
    const at = (path: string) => `${server.url}/survey/${path}`;
    clock.set('2027-01-22T06:00:00Z');
    const answers = await Promise.all([
      fetch(at(token!)),
      post(at(token!), { score: '5', solved: 'yes' }),
      post(at(`${token}/stop`), {}),
      fetch(at('x')),
      fetch(at('x/stop')),
    ]);

    // no more surveys may be wished for at any time
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 200, 404, 404]);
    expect(await database.client.unsafe('select 1 from survey_answers')).toHaveLength(0);
  });

  test('what a person wrote is shown to nobody as markup', async () => {
    await people(1);
    const url = `${server.url}/survey/${await issue()}`;
    await post(url, { score: '5', solved: 'yes', comment: '<img src=x onerror=alert(1)>' });

    expect(await (await fetch(url)).text()).not.toContain('<img');
  });
});

test.each([
  ['a quarter later', '2026-11-23T06:00:00Z', 'quarter', null, '2027-02-23T06:00:00Z'],
  [
    'the last day of a shorter month',
    '2026-11-30T06:00:00Z',
    'quarter',
    null,
    '2027-02-28T06:00:00Z',
  ],
  ['a month over the new year', '2026-12-31T06:00:00Z', 'month', null, '2027-01-31T06:00:00Z'],
  ['a year after a leap day', '2028-02-29T06:00:00Z', 'year', null, '2029-02-28T06:00:00Z'],
  [
    'the same day again',
    '2027-01-31T06:00:00Z',
    'month',
    '2027-02-28T06:00:00Z',
    '2027-03-31T06:00:00Z',
  ],
  [
    'the next leap day',
    '2028-02-29T06:00:00Z',
    'year',
    '2031-02-28T06:00:00Z',
    '2032-02-29T06:00:00Z',
  ],
  [
    'after an outage',
    '2020-01-31T06:00:00Z',
    'month',
    '2026-11-23T00:00:00Z',
    '2026-11-30T06:00:00Z',
  ],
  [
    'later that day',
    '2026-08-23T06:00:00Z',
    'quarter',
    '2026-11-23T05:59:59Z',
    '2026-11-23T06:00:00Z',
  ],
  [
    'not at once again',
    '2026-08-23T06:00:00Z',
    'quarter',
    '2026-11-23T06:00:00Z',
    '2027-02-23T06:00:00Z',
  ],
] as const)('the next wave: %s', (_case, first, repeats, after, next) => {
  const from = Date.parse(first);
  expect(new Date(nextWaveAt(from, repeats, after === null ? from : Date.parse(after)))).toEqual(
    new Date(next),
  );
});

describe('S0.13.2 JOB: a wave asks nobody for what has gone by', () => {
  test('one that began long ago is not taken, and one of half a minute ago is', async () => {
    const answers = [];
    for (const startsAt of ['2020-01-01T00:00:00Z', '2026-11-23T05:58:59Z', '2026-11-23T05:59:30Z'])
      answers.push(await plan({ startsAt, repeats: 'month' }));
    const [old, late, now] = answers;

    for (const one of [old, late]) expect(await codeOf(one!)).toEqual([422, 'instant.past']);
    expect(now!.status).toBe(201);
    expect(await waves()).toHaveLength(1);
  });

  test('after an outage of five months it asks once, and then on its day', async () => {
    await people(1);
    await plan({ startsAt: '2027-01-31T06:00:00Z', repeats: 'month' });
    clock.set('2027-06-15T06:00:00Z');
    for (let time = 0; time < 4; time += 1) await fireDue(server);
    desk = await deskApi(server);

    expect(await links()).toHaveLength(1);
    expect((await waves()).map(({ startsAt }) => startsAt)).toEqual([
      '2027-06-30T06:00:00.000Z',
      '2027-01-31T06:00:00.000Z',
    ]);
  });
});

describe('S0.13.2 JOB: a wave is stopped', () => {
  const end = (id: string) => desk.post('modme', `/survey-waves/${id}/acts`, { act: 'end' });
  const planned = async (body: object = {}) =>
    ((await (await plan(body)).json()) as { id: string }).id;
  const logged = () =>
    database.client.unsafe<{ kind: string }[]>(
      `select kind from ticket_events where kind like 'survey_wave_%' and tenant_id = 'modme'
       order by seq desc limit 2`,
    );

  test('before anybody is asked, once and for all that would follow', async () => {
    await people(3);
    const id = await planned({ repeats: 'month' });
    const [ended, again] = [await end(id), await end(id)];
    clock.set('2027-03-01T06:00:00Z');
    await fireDue(server);
    desk = await deskApi(server);

    expect([ended.status, again.status]).toEqual([200, 200]);
    expect(await ended.json()).toMatchObject({ id, endedAt: start, sentAt: null });
    expect(await links()).toEqual([]);
    expect(await waves()).toMatchObject([{ id, endedAt: start }]);
    expect((await logged()).map(({ kind }) => kind)).toEqual([
      'survey_wave_ended',
      'survey_wave_added',
    ]);
  });

  test('between two batches, and the answers of those who were asked count', async () => {
    await people(250);
    const id = await planned();
    await database.db.transaction(async (tx) => {
      const now = new Date(clock.now());
      const due = [{ tenantId: 'modme', subjectId: id, kind: 'survey_wave.send', generation: 0 }];
      await sendSurveyWaves(server.deps)(tx, due as never, now);
    });
    const half = await links();
    const ended = await end(id);
    await fireDue(server);
    await post(half[0]!, { score: '5', comment: '' });

    expect(half).toHaveLength(200);
    expect(ended.status).toBe(200);
    expect(await links()).toHaveLength(200);
    expect(await waves()).toMatchObject([{ invited: 200, answered: 1, sentAt: null }]);
  });

  test('not after everybody was asked, and not one that is not there', async () => {
    await people(1);
    const id = await planned();
    await fireDue(server);

    expect(await codeOf(await end(id))).toEqual([409, 'survey_wave.sent']);
    expect(await codeOf(await end('wav_none'))).toEqual([404, 'survey_wave.not_found']);
    const elsewhere = await desk.post('didox24', `/survey-waves/${id}/acts`, { act: 'end' });
    expect(await codeOf(elsewhere)).toEqual([404, 'survey_wave.not_found']);
  });
});
