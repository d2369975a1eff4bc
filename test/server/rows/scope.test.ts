import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskQueue } from '#shared/wire/desk.ts';
import type { OutcomeReport } from '#shared/wire/reports.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
afterAll(() => rows.close());

const reported = async (vendor: string) =>
  (await (
    await rows.get(vendor, '/reports/outcomes?from=2026-11-20&to=2026-11-20')
  ).json()) as OutcomeReport;
const countOf = ({ categories }: OutcomeReport, category: string) =>
  categories.find((one) => one.category === category)?.tickets ?? 0;

// row, vendor, category, whom it goes to; null where the regulation's desk is one
test.each([
  ['S0.4.1', 'modme', 'how-to', null],
  ['S0.4.2', 'modme', 'question', null],
  ['S0.4.6', 'modme', 'api', 'api'],
  ['S3.4.1.1', 'technokad', 'install', 'support'],
  ['S3.4.1.2', 'technokad', 'signature', 'support'],
  ['S3.4.1.3', 'technokad', 'documents', 'support'],
  ['S3.4.1.4', 'technokad', 'error', 'support'],
  ['S3.4.1.5', 'technokad', 'web-error', 'support'],
  ['S4.3.1.1', 'jokercrm', 'settings', null],
  ['S4.3.1.2', 'jokercrm', 'integrations', null],
  ['S4.3.2.1', 'jokercrm', 'down', null],
  ['S4.3.3.1', 'jokercrm', 'api', null],
  ['S4.3.4.1', 'jokercrm', 'error', null],
  ['S4.3.4.2', 'jokercrm', 'functions', null],
] as const)(
  '%s DSK: %s: «%s» can be asked for, goes to its team (%s) and is counted',
  async (_row, vendor, category, team) => {
    const before = countOf(await reported(vendor), category);
    const opened = await rows.open(vendor, category);
    const ticket = await rows.ticket(opened);
    const queue = await rows.get(vendor, `/queue${team === null ? '' : `?team=${team}`}`);
    const others = await rows.get(vendor, '/queue?team=another');
    await rows.answer(opened, { kind: 'reply', text: 'Вот как это сделать.', resolve: true });
    const after = await reported(vendor);

    expect(ticket).toMatchObject({
      category: { id: category, team },
      decision: { scope: { state: 'in' } },
    });
    expect(((await queue.json()) as DeskQueue).rows).toContainEqual(
      expect.objectContaining({ id: opened.id, team }),
    );
    expect(((await others.json()) as DeskQueue).rows).toEqual([]);
    expect(countOf(after, category)).toBe(before + 1);
    expect(after.categories).toContainEqual(expect.objectContaining({ category, team }));
  },
);
