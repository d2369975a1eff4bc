import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutcomeReport } from '#shared/wire/reports.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, requesterApi } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
afterAll(() => rows.close());

const reported = async (vendor: string) =>
  (await (
    await rows.get(vendor, '/reports/outcomes?from=2026-11-01&to=2026-11-30')
  ).json()) as OutcomeReport;
const timesOf = ({ reasons }: OutcomeReport, act: 'end' | 'defer', reason: string) =>
  reasons.find((one) => one.act === act && one.reason === reason)?.times ?? 0;

describe('putting off by a reason of the regulation', () => {
  const insults = 'Вы бездари! Позор вам! Чините уже, негодяи!';

  test.each([
    ['S3.3.7.1', 'technokad', 'licence-violation', '3.7'],
    ['S3.3.7.2', 'technokad', 'insufficient-information', '3.7'],
    ['S3.3.7.3', 'technokad', 'meaning-unclear', '3.7'],
    ['S3.3.7.4', 'technokad', 'abusive-words', '3.7'],
    ['S3.3.7.5', 'technokad', 'beyond-competence', '3.7'],
    ['S4.4.6.1', 'jokercrm', 'not-reproducible', '4.6'],
    ['S4.4.6.2', 'jokercrm', 'insufficient-information', '4.6'],
    ['S4.4.6.3', 'jokercrm', 'beyond-support', '4.6'],
    ['S4.4.6.4', 'jokercrm', 'unconstructive', '4.6'],
    ['S4.4.6.5', 'jokercrm', 'insults', '4.6'],
  ] as const)(
    '%s DSK: %s: a person puts off by «%s», which is told with clause %s, logged and counted',
    async (_row, vendor, reason, clause) => {
      const before = timesOf(await reported(vendor), 'defer', reason);
      const opened = await rows.open(vendor, 'error', { answers: { got: insults } });
      const fresh = await rows.ticket(opened);
      const silent = await rows.act(opened, { act: 'defer', reason });
      const text = 'Пока отложено: вот почему и что нужно от вас.';
      const after = await rows.done(opened, { act: 'defer', reason, text });
      const thread = await opened.api.thread(opened.id);
      const [letter] = await rows.letters(opened);

      // whatever the words are, nothing is put off by itself
      expect(fresh.status).toBe('open');
      expect(fresh.choices.reasons).toContainEqual(
        expect.objectContaining({ action: 'defer', id: reason, clause }),
      );
      expect(await codeOf(silent)).toEqual([422, 'words.needed']);
      expect(after).toMatchObject({ status: 'deferred', life: { deferred: { clause } } });
      const [logged] = await rows.logged(opened, 'deferred');
      expect(logged).toMatchObject({ params: { reason, clause } });
      expect(logged?.actor).toMatchObject({ kind: 'agent' });
      expect(thread.messages.at(-1)?.text).toBe(text);
      expect(thread.told.deferred?.clause).toBe(clause);
      const { scope } = rows.packOf(vendor);
      const why = scope.deferReasons.find((one) => one.reason === reason)!.text.ru;
      expect(letter?.text).toContain(text);
      expect(letter?.text).toContain(`п. ${clause}: ${why}`);
      expect(timesOf(await reported(vendor), 'defer', reason)).toBe(before + 1);
      await opened.api.post(`/v1/tickets/${opened.id}/messages`, { text: 'Вот подробности.' });
      expect((await rows.ticket(opened)).status).toBe('in_progress');
    },
  );

  test('nothing is put off by a reason that the regulation does not name', async () => {
    const opened = await rows.open('modme');
    const put = await rows.act(opened, { act: 'defer', reason: 'insults', text: 'Отложено.' });

    expect(await codeOf(put)).toEqual([409, 'reason.not_allowed']);
  });
});

describe('refusing by a right of the regulation', () => {
  const refusing = (reason: string) => ({ act: 'refuse', reason, text: 'Отказ.' }) as const;

  test('S2.1.4.1 DSK: without the conditions an agent may refuse with the reason; nothing refuses by itself', async () => {
    const [lacking, whole] = [
      await rows.open('moidokumenty', 'question', { api: anonymous('moidokumenty') }),
      await rows.open('moidokumenty', 'question'),
    ];
    const before = await rows.ticket(lacking);
    await rows.done(lacking, refusing('conditions-not-met'));
    const notHere = await rows.act(whole, refusing('conditions-not-met'));

    expect(before).toMatchObject({ status: 'open', decision: { guaranteed: false } });
    expect(before.choices.reasons).toContainEqual(
      expect.objectContaining({ action: 'refuse', id: 'conditions-not-met', clause: '1.4' }),
    );
    expect(await rows.logged(lacking, 'closed')).toMatchObject([
      { params: { outcome: 'refused', reason: 'conditions-not-met', clause: '1.4' } },
    ]);
    expect((await lacking.api.thread(lacking.id)).messages.at(-1)?.text).toBe('Отказ.');
    expect(timesOf(await reported('moidokumenty'), 'end', 'conditions-not-met')).toBe(1);
    expect(await codeOf(notHere)).toEqual([409, 'reason.not_allowed']);
  });

  test('S3.3.2.2 DSK: who does not say who they are may be refused, by an agent and in the log', async () => {
    const unknown = await rows.open('technokad', 'documents', { api: anonymous('technokad') });
    const known = await rows.open('technokad', 'documents');
    await rows.done(unknown, refusing('no-identity'));
    const [closed] = await rows.logged(unknown, 'closed');

    expect(closed).toMatchObject({
      params: { outcome: 'refused', reason: 'no-identity', clause: '3.2' },
    });
    expect(closed?.actor).toMatchObject({ kind: 'agent' });
    expect(await verifyChain(rows.database.db, 'technokad')).toMatchObject({ brokenAt: null });
    expect(await codeOf(await rows.act(known, refusing('no-identity')))).toEqual([
      409,
      'reason.not_allowed',
    ]);
  });

  // row, vendor, reason, clause
  test.each([
    ['S0.5.3', 'modme', 'customer-action', '5'],
    ['S2.3.2.1', 'moidokumenty', 'third-party-code', '3.2'],
  ] as const)(
    '%s DSK: %s: «%s» may refuse once somebody has looked, and not before',
    async (_row, vendor, reason, clause) => {
      const opened = await rows.open(vendor, 'error');
      const before = await rows.ticket(opened);
      const early = await rows.act(opened, refusing(reason));
      const looked = await rows.done(opened, { act: 'start_diagnosis' });
      await rows.done(opened, refusing(reason));
      const [letter] = await rows.letters(opened);

      expect(before.choices.reasons.map(({ id }) => id)).not.toContain(reason);
      expect(before.choices.causes).toEqual([]);
      expect((await codeOf(early))[0]).toBe(409);
      expect(looked.choices.reasons.map(({ id }) => id)).toContain(reason);
      expect(await rows.logged(opened, 'closed')).toMatchObject([
        { params: { outcome: 'refused', reason, clause } },
      ]);
      expect(letter?.text).toContain(`п. ${clause}`);
      expect(timesOf(await reported(vendor), 'end', reason)).toBe(1);
    },
  );

  const anonymous = (vendor: string) => requesterApi(rows.server, { vendor });
});

describe('causes that lie with others', () => {
  // row, vendor, category, cause, clause
  test.each([
    ['S1.3.1.11', 'didox24', 'error', 'hardware', '3.1'],
    ['S1.3.1.11', 'didox24', 'error', 'operator', '3.1'],
    ['S2.3.3.1', 'moidokumenty', 'error', 'network-hosting', '3.3'],
    ['S2.3.4.1', 'moidokumenty', 'error', 'third-party-product', '3.4'],
    ['S3.4.2.1', 'technokad', 'error', 'user-connection', '4.2'],
    ['S3.4.2.2', 'technokad', 'error', 'web-services', '4.2'],
    ['S3.4.2.3', 'technokad', 'error', 'recipient-software', '4.2'],
    ['S3.4.2.4', 'technokad', 'error', 'recipient-volume', '4.2'],
    ['S3.4.2.5', 'technokad', 'error', 'provider', '4.2'],
  ] as const)(
    '%s DSK: %s: after looking, «%s» is referred by cause «%s», clause %s, and is not the vendor’s own',
    async (_row, vendor, category, cause, clause) => {
      await rows.at('2026-11-20T08:00:00Z');
      const before = await reported(vendor);
      const opened = await rows.open(vendor, category);
      const text = 'Обратитесь в поддержку ООО «Сосед»: neighbour.example, +7 000 000-00-00.';
      const early = await rows.act(opened, { act: 'refer', cause, text });
      const looked = await rows.done(opened, { act: 'start_diagnosis' });
      const silent = await rows.act(opened, { act: 'refer', cause });
      await rows.at('2026-11-20T09:00:00Z');
      await rows.done(opened, { act: 'refer', cause, text });
      const [letter] = await rows.letters(opened);
      const after = await reported(vendor);

      expect(await codeOf(early)).toEqual([409, 'diagnosis.not_started']);
      expect(looked.choices.causes).toContainEqual(
        expect.objectContaining({ id: cause, liable: false, clause }),
      );
      expect(await codeOf(silent)).toEqual([422, 'words.needed']);
      expect(await rows.logged(opened, 'closed')).toMatchObject([
        { params: { outcome: 'referred', reason: cause, clause } },
      ]);
      expect((await opened.api.thread(opened.id)).messages.at(-1)?.text).toBe(text);
      expect(letter?.text).toContain(text);
      expect(letter?.text).toContain(`п. ${clause}`);
      expect(after.causes).toContainEqual({ cause, liable: false, tickets: 1, openSeconds: 3600 });
      expect(after.ended).toBe(before.ended + 1);
      expect(after.own).toEqual(before.own);
    },
  );

  test('S2.3.3.1 DSK, S3.4.2.1 DSK: what the vendor answers for is counted with its time as its own', async () => {
    await rows.at('2026-11-20T08:00:00Z');
    const { own } = await reported('moidokumenty');
    const opened = await rows.open('moidokumenty', 'error');
    await rows.done(opened, { act: 'start_diagnosis' });
    await rows.done(opened, { act: 'diagnose', finding: 'error', cause: 'app-error' });
    await rows.at('2026-11-20T08:30:00Z');
    await rows.done(opened, { act: 'resolve', text: 'Исправлено.' });
    const after = await reported('moidokumenty');

    expect(after.own).toEqual({
      tickets: own.tickets + 1,
      openSeconds: own.openSeconds + 1800,
    });
    expect(after.causes).toContainEqual({
      cause: 'app-error',
      liable: true,
      tickets: 1,
      openSeconds: 1800,
    });
  });
});
