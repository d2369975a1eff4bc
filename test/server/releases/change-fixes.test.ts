import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import type { ReleaseDetail } from '#shared/wire/releases.ts';
import { codeOf } from '#test/support/api.ts';
import { fireDue } from '#test/support/jobs.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

const vendor = 'technokad';
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
afterAll(() => rows.close());

const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const problem = async (title: string) =>
  idOf(await rows.post(vendor, '/known-problems', { texts: { ru: { title } } }));
const change = (id: string, problems: readonly string[], revision?: number) =>
  rows
    .signedIn()
    .put(
      vendor,
      `/releases/${id}/fixes`,
      { problems, texts: { ru: { fixes: ['Печать'] } } },
      revision === undefined ? {} : { 'if-match': `"${revision}"` },
    );
const told = async (opened: OpenedTicket) =>
  (await rows.letters(opened)).filter(({ kind }) => kind === 'release_shipped').length;
const state = async (id: string) =>
  ((await (await rows.get(vendor, `/known-problems/${id}`)).json()) as KnownProblemView).state;
/** A ticket that waits for whatever version ends a known problem. */
async function waits(about: string) {
  const opened = await rows.open(vendor, 'error');
  await rows.done(opened, { act: 'start_diagnosis' });
  await rows.post(vendor, `/tickets/${opened.id}/known-problem`, { problem: about });
  await rows.done(opened, { act: 'plan_release', on: '2026-12-15', text: 'Исправим.' });
  return opened;
}

test('S3.2.4.1 KB: what is found to be mended by a version that is out is told to those who wait for it, once', async () => {
  const [first, second] = [await problem('Печать'), await problem('Вход')];
  const [early, late] = [await waits(first), await waits(second)];
  const id = await idOf(
    await rows.post(vendor, '/releases', {
      version: '7.2.0',
      releasedOn: '2026-11-20',
      problems: [first],
    }),
  );
  await fireDue(rows.server);
  const before = [await told(early), await told(late)];
  const done = await change(id, [first, second], 1);
  await fireDue(rows.server);
  await change(id, [first, second], 2);
  await fireDue(rows.server);

  expect(before).toEqual([1, 0]);
  expect((await done.json()) as ReleaseDetail).toMatchObject({ revision: 2 });
  expect([await told(early), await told(late)]).toEqual([1, 1]);
  expect((await rows.ticket(late)).status).toBe('in_progress');
  expect(await state(second)).toBe('fixed');
});

test('what it does not mend after all is open again, and an older revision is refused with nothing lost', async () => {
  const broken = await problem('Экспорт');
  const draft = { version: '7.3.0', releasedOn: '2026-11-20', problems: [broken] };
  const id = await idOf(await rows.post(vendor, '/releases', draft));
  const fixed = await state(broken);
  const done = await change(id, []);
  const stale = await change(id, [broken], 1);

  expect([fixed, await state(broken)]).toEqual(['fixed', 'open']);
  expect(done.headers.get('etag')).toBe('"2"');
  expect(await codeOf(stale)).toEqual([412, 'release.changed']);
  expect(await codeOf(await change('rel_none', []))).toEqual([404, 'release.not_found']);
  expect(await codeOf(await change(id, ['kpr_none']))).toEqual([404, 'known_problem.not_found']);
  const [logged] = await rows.database.client.unsafe<{ kind: string }[]>(
    `select kind from ticket_events where kind like 'release_%' and ticket_id is null
     order by seq desc limit 1`,
  );
  expect(logged?.kind).toBe('release_changed');
});
