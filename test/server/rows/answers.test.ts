import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SilenceList } from '#shared/wire/after-resolution.ts';
import type { DeskQueue } from '#shared/wire/desk.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { codeOf, deskApi } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
beforeEach(() => rows.at('2026-11-20T08:00:00Z')); // Friday, 11:00 in Moscow
afterAll(() => rows.close());

/** An error of the product, as a diagnosis has shown it. */
const provenError = async (vendor: string) => {
  const opened = await rows.open(vendor, 'error');
  await rows.done(opened, { act: 'start_diagnosis' });
  await rows.done(opened, { act: 'diagnose', finding: 'error', cause: 'product-error' });
  return opened;
};

describe('an error of the product', () => {
  // row, kind of answer, what it needs, an example of it
  test.each([
    ['S1.3.2.6', 'existing-version', 'version', '1.6.0'],
    ['S1.3.2.7', 'existing-update', 'update', 'Обновление от 20.11.2026'],
    ['S1.3.2.8', 'planned', 'date', '2027-01-20'],
    ['S1.3.2.9', 'workaround', 'workaround', 'Откройте документ по прямой ссылке.'],
  ] as const)(
    '%s DSK: may be answered by «%s», which says its %s; without one of the four it does not close',
    async (_row, kind, needs, example) => {
      const opened = await provenError('didox24');
      const { choices } = await rows.ticket(opened);
      const text = `Ответ: ${example}`;
      const bare = await rows.act(opened, { act: 'resolve', text });
      const other = await rows.act(opened, { act: 'resolve', text, answer: { kind: 'solution' } });
      const empty = await rows.act(opened, { act: 'resolve', text, answer: { kind } });
      const closed = await rows.done(opened, {
        act: 'resolve',
        text,
        answer: { kind, holds: { [needs]: example } },
      });
      const [letter] = await rows.letters(opened);

      expect(choices.requiredAnswers).toContain(kind);
      expect(choices.answers).toContainEqual(
        expect.objectContaining({ id: kind, needs, clause: '3.2' }),
      );
      expect(await codeOf(bare)).toEqual([409, 'answer.other_needed']);
      expect(await codeOf(other)).toEqual([409, 'answer.other_needed']);
      expect(await codeOf(empty)).toEqual([422, 'answer.incomplete']);
      expect(closed.status).toBe('resolved');
      expect(await rows.logged(opened, 'resolved')).toMatchObject([{ params: { answer: kind } }]);
      expect(letter?.text).toContain(text);
    },
  );

  test('S4.3.2.3 DSK: a proven error ends mended at once or with a later version, which is told', async () => {
    for (const kind of ['fixed', 'later-update']) {
      const opened = await provenError('jokercrm');
      const advice = await rows.act(opened, {
        act: 'resolve',
        text: 'Обновите страницу.',
        answer: { kind: 'advice' },
      });
      const text = 'Исправлено.';
      await rows.done(opened, { act: 'resolve', text, answer: { kind } });

      expect(await codeOf(advice)).toEqual([409, 'answer.other_needed']);
      expect(await rows.logged(opened, 'resolved')).toMatchObject([{ params: { answer: kind } }]);
      expect((await rows.letters(opened))[0]?.text).toContain(text);
    }
  });

  test('S4.3.2.2 DSK: a diagnosis is not left without a finding', async () => {
    const opened = await rows.open('jokercrm', 'error');
    const early = await rows.act(opened, { act: 'diagnose', finding: 'error' });
    await rows.done(opened, { act: 'start_diagnosis' });
    const unfound = await rows.act(opened, { act: 'resolve', text: 'Готово.' });
    const found = await rows.done(opened, { act: 'diagnose', finding: 'not_reproducible' });
    const closed = await rows.done(opened, { act: 'resolve', text: 'Повторить не удалось.' });

    expect(await codeOf(early)).toEqual([409, 'diagnosis.not_started']);
    expect(await codeOf(unfound)).toEqual([409, 'finding.needed']);
    expect(found.life.diagnosis?.finding).toBe('not_reproducible');
    expect(closed.status).toBe('resolved');
  });
});

describe('everything else', () => {
  // row, kind of answer, what it points at
  test.each([
    ['S1.3.2.10', 'solution', {}],
    ['S1.3.2.11', 'consultation', {}],
    ['S1.3.2.12', 'resources', { article: 'https://didox24.example/known/7' }],
  ] as const)('%s DSK: a question may be answered by «%s»', async (_row, kind, holds) => {
    const opened = await rows.open('didox24', 'question');
    const { choices } = await rows.ticket(opened);
    const text = ['Ответ.', ...Object.values(holds)].join(' ');
    await rows.done(opened, { act: 'resolve', text, answer: { kind, holds } });

    expect(choices.answers).toContainEqual(expect.objectContaining({ id: kind, clause: '3.2' }));
    expect(await rows.logged(opened, 'resolved')).toMatchObject([
      { params: { answer: kind, ref: Object.values(holds)[0] ?? null } },
    ]);
    expect((await opened.api.thread(opened.id)).messages.at(-1)?.text).toBe(text);
  });

  test('S1.3.2.12 DSK, S3.3.5.1 DSK: a link is no answer without its address', async () => {
    for (const [vendor, kind] of [
      ['didox24', 'resources'],
      ['technokad', 'article'],
    ] as const) {
      const opened = await rows.open(vendor, vendor === 'didox24' ? 'question' : 'documents');
      const text = 'Смотрите на сайте.';
      const bare = await rows.act(opened, { act: 'resolve', text, answer: { kind } });

      expect(await codeOf(bare)).toEqual([422, 'answer.incomplete']);
    }
  });

  test('S3.3.5.1 DSK: a link to an article is a whole answer, marked as such, and may be found wanting', async () => {
    const opened = await rows.open('technokad', 'documents');
    const article = 'https://www.technokad.ru/faq/7';
    await rows.done(opened, {
      act: 'resolve',
      text: `Порядок описан здесь: ${article}`,
      answer: { kind: 'article', holds: { article } },
    });
    const answered = await rows.ticket(opened);
    await opened.api.post(`/v1/tickets/${opened.id}/messages`, { text: 'Там нет моего случая.' });

    expect(answered).toMatchObject({ status: 'resolved', clock: { state: 'met' } });
    expect(await rows.logged(opened, 'resolved')).toMatchObject([
      { params: { answer: 'article', ref: article } },
    ]);
    const wanting = await rows.ticket(opened);
    expect(wanting.messages.at(-1)?.text).toBe('Там нет моего случая.');
    expect((await rows.done(opened, { act: 'reopen' })).status).toBe('in_progress');
  });

  test('S3.3.6.1 DSK: asking for what is missing makes the ticket wait, and the wait is no work', async () => {
    const opened = await rows.open('technokad', 'error');
    await rows.at('2026-11-20T09:00:00Z');
    const asked = await rows.answer(opened, { kind: 'question', text: 'Пришлите файл проекта.' });
    await rows.at('2026-11-20T12:00:00Z');
    await (
      await rows.requesterOf('technokad')
    ).post(`/v1/tickets/${opened.id}/messages`, {
      text: 'Вот он.',
    });
    await rows.at('2026-11-20T12:30:00Z');
    const { status, life } = await rows.ticket(opened);

    expect(asked).toMatchObject({ status: 'waiting_requester', life: { waiting: {} } });
    expect(status).toBe('in_progress');
    // an hour before the question, three hours of waiting, half an hour since
    expect(life.work).toEqual({ workSeconds: 5400, waitedSeconds: 10_800, clause: '3.6' });
  });
});

test('S1.1.5 DSK: an error is told by what was expected and what came; what is not told is asked for', async () => {
  const whole = await rows.open('didox24', 'error', {
    answers: { expected: 'Документ подписан', got: 'Ошибка 500' },
  });
  const bare = await rows.open('didox24', 'error', { answers: { expected: null, got: null } });
  const { answers } = await rows.ticket(whole);
  const { decision, choices } = await rows.ticket(bare);
  const missing = decision.missing.map(({ field }) => field);

  expect(answers).toContainEqual(
    expect.objectContaining({ field: 'expected', value: 'Документ подписан' }),
  );
  expect(answers).toContainEqual(expect.objectContaining({ field: 'got', value: 'Ошибка 500' }));
  expect(missing).toEqual(expect.arrayContaining(['expected', 'got']));
  expect(choices.reasons).toContainEqual(
    expect.objectContaining({ action: 'ask_missing', id: 'clarify' }),
  );
});

test('S1.1.6 DSK: a danger that has not harmed yet is reported as an incident', async () => {
  const opened = await rows.open('didox24', 'incident', {
    answers: { did: 'Сертификат истекает завтра: обмен документами может остановиться.' },
  });
  const ticket = await rows.ticket(opened);

  expect(ticket).toMatchObject({
    status: 'open',
    category: { id: 'incident', clause: '1' },
    decision: { scope: { state: 'in' } },
  });
  expect(rows.packOf('didox24').intake.categories).toContainEqual(
    expect.objectContaining({ id: 'incident', type: 'incident' }),
  );
});

test('S2.2.2.1 DSK: no day of solution is shown or counted', async () => {
  const opened = await rows.open('moidokumenty', 'error');
  await rows.done(opened, { act: 'start_diagnosis' });
  await rows.answer(opened, { kind: 'reply', text: 'Разбираемся.' });
  const ticket = await rows.ticket(opened);
  const armed = await rows.database.client.unsafe(
    "select kind from timers where subject_id = $1 and state = 'armed'",
    [opened.id],
  );

  expect(ticket.clock).toMatchObject({ kind: 'first_response', state: 'met' });
  expect(ticket.life.clocks).toEqual([]);
  expect([...armed]).toEqual([]);
  expect(ticket.decision.notices.map(({ code }) => code)).toContain('no_resolution_term');
});

test('S2.2.3.1 DSK: agents alone rank; a requester says how much it hurts, which only suggests', async () => {
  const api = await rows.requesterOf('moidokumenty');
  const demanded = await api.post('/v1/tickets', {
    category: 'error',
    answers: { did: 'Не открывается запись.', impact: 'blocked' },
    severity: 'critical',
    locale: 'ru',
  });
  const opened = await rows.open('moidokumenty', 'error', { answers: { impact: 'blocked' } });
  const before = await rows.ticket(opened);
  const after = await rows.done(opened, { act: 'set_severity', severity: 'low' });

  expect(await codeOf(demanded)).toEqual([400, 'request.invalid']);
  expect(before).toMatchObject({ severity: 'normal', life: { suggestedSeverity: 'high' } });
  expect(after).toMatchObject({ severity: 'low', life: { suggestedSeverity: null } });
  expect(await rows.logged(opened, 'severity_set')).toMatchObject([
    { actor: { kind: 'agent' }, params: { from: 'normal', to: 'low' } },
  ]);
});

test('S3.1.2.1 DSK: whatever is sent to a customer is signed by the department', async () => {
  const opened = await rows.open('technokad', 'documents');
  await rows.answer(opened, { kind: 'question', text: 'Какая версия?' });
  await rows.answer(opened, { kind: 'reply', text: 'Вот порядок.', resolve: true });
  const letters = await rows.letters(opened);
  const department = 'Отдел поддержки и сопровождения программ';

  expect(letters.map(({ kind }) => kind)).toEqual([
    'ticket_resolved',
    'agent_asked',
    'ticket_opened',
  ]);
  for (const { text } of letters) expect(text.endsWith(`\n\n${department}`)).toBe(true);
});

test('S3.2.4.1 DSK: what needs a new version waits for it, and its coming moves it on and is told', async () => {
  const opened = await rows.open('technokad', 'error');
  await rows.done(opened, { act: 'start_diagnosis' });
  const waiting = await rows.done(opened, {
    act: 'plan_release',
    on: '2026-12-15',
    version: '7.2',
    text: 'Исправим в следующем обновлении.',
  });
  const shipped = await rows.done(opened, { act: 'ship_release', version: '7.2' });
  const [letter] = await rows.letters(opened);

  expect(waiting).toMatchObject({
    status: 'waiting_release',
    life: { release: { on: '2026-12-15', version: '7.2' } },
  });
  expect(shipped.status).toBe('in_progress');
  expect(letter).toMatchObject({ kind: 'release_shipped' });
  expect(letter?.subject).toContain('вышла версия 7.2');
});

test('S3.2.4.2 DSK: the day of that version is set while looking, told, and told again when it moves', async () => {
  const opened = await rows.open('technokad', 'error');
  await rows.done(opened, { act: 'start_diagnosis' });
  const silent = await rows.act(opened, { act: 'plan_release', on: '2026-12-15' });
  const past = await rows.act(opened, { act: 'plan_release', on: '2026-11-19', text: 'Вчера.' });
  await rows.done(opened, { act: 'plan_release', on: '2026-12-15', text: 'Исправим.' });
  const first = await opened.api.thread(opened.id);
  await rows.done(opened, { act: 'plan_release', on: '2027-01-20', text: 'Срок сдвинулся.' });
  const second = await opened.api.thread(opened.id);
  const [moved, planned] = await rows.letters(opened);

  expect(await codeOf(silent)).toEqual([422, 'words.needed']);
  expect((await codeOf(past))[1]).toBe('instant.past');
  expect(first.told.release).toEqual({ on: '2026-12-15', version: null });
  expect(second.told.release).toEqual({ on: '2027-01-20', version: null });
  expect(planned?.text).toContain('Выпуск запланирован на 15.12.2026.');
  expect(moved?.text).toContain('Выпуск запланирован на 20.01.2027.');
  expect(await rows.logged(opened, 'release_planned')).toHaveLength(2);
});

test('S4.2.1.3 DSK: what is critical overtakes, and the queue says that and why', async () => {
  const first = await rows.open('jokercrm', 'error');
  await rows.at('2026-11-20T08:05:00Z');
  const later = await rows.open('jokercrm', 'down');
  await rows.done(later, { act: 'set_severity', severity: 'critical' });
  const { rows: queue } = await rows.queue('jokercrm');
  const placeOf = (id: string) => queue.findIndex((row) => row.id === id);

  expect(placeOf(later.id)).toBeLessThan(placeOf(first.id));
  expect(queue[placeOf(later.id)]?.why).toEqual({
    code: 'severity',
    outOfTurn: true,
    clause: '2.1',
  });
  expect((await rows.ticket(first)).choices.reasons).toContainEqual(
    expect.objectContaining({ action: 'handle_out_of_turn', id: 'critical-outage', clause: '2.1' }),
  );
});

test('S1.3.2.4 DSK: a hole in security is read by few, and is not closed before there is a cure', async () => {
  const { db } = rows.database;
  const alone = await rows.open('didox24', 'vulnerability', {
    answers: { question: 'Чужие документы видны по адресу с номером.' },
  });
  expect((await rows.ticket(alone)).status).toBe('open');
  await saveAgent(db, { tenantId: 'didox24', id: 'head', name: 'Руководитель', role: 'head' });
  const head = await deskApi(rows.server, await createSignInToken(rows.server.deps, 'head'));
  const seen = await head.ticket('didox24', alone.id);
  const refused = await rows.get('didox24', `/tickets/${alone.id}`);
  const acted = await rows.act(alone, { act: 'start_diagnosis' });
  const guests = await rows.get('didox24', `/tickets/${alone.id}/guests`);
  const idsOf = (queue: DeskQueue) => queue.rows.map(({ id }) => id);

  // what it is about stands in no list
  expect(seen.subject).toBe('Уязвимость');
  expect(idsOf(await head.queue('didox24'))).toContain(alone.id);
  expect(idsOf(await rows.queue('didox24'))).not.toContain(alone.id);
  expect(await rows.letters(alone)).toEqual([]);
  for (const response of [refused, acted, guests])
    expect(await codeOf(response)).toEqual([404, 'ticket.not_found']);

  const uploaded = await fetch(`${rows.server.url}/v1/desk/vendors/didox24/attachments`, {
    method: 'POST',
    headers: { cookie: head.cookie, 'content-type': 'text/plain', 'x-file-name': 'log.txt' },
    body: 'GET /documents/7',
  });
  const file = ((await uploaded.json()) as { id: string }).id;
  const asked = { kind: 'question', text: 'Так вы его открыли?', attachments: [file] };
  await head.answer('didox24', alone.id, asked);
  const read = [head, rows].map(({ get }) => get('didox24', `/attachments/${file}`));
  const silence = [head, rows].map(({ get }) => get('didox24', '/silence'));
  const silent = await Promise.all(
    silence.map(async (answer) => ((await (await answer).json()) as SilenceList).rows),
  );
  expect((await Promise.all(read)).map(({ status }) => status)).toEqual([200, 404]);
  expect(silent.map((list) => list.some(({ ticket }) => ticket.id === alone.id))).toEqual([
    true,
    false,
  ]);

  const headActs = (body: object) => head.post('didox24', `/tickets/${alone.id}/acts`, body);
  await headActs({ act: 'assign', to: 'demo' });
  expect((await rows.ticket(alone)).life.assignee?.id).toBe('demo');
  const uncured = await rows.act(alone, { act: 'resolve', text: 'Приняли к сведению.' });
  const cured = await rows.done(alone, {
    act: 'resolve',
    text: 'Закрыто в версии 1.6.1.',
    answer: { kind: 'existing-version', holds: { version: '1.6.1' } },
  });

  expect(await codeOf(uncured)).toEqual([409, 'vulnerability.cure_needed']);
  expect(cured.status).toBe('resolved');
});
