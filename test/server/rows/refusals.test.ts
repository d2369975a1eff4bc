import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
afterAll(() => rows.close());

const words = 'Это не входит в поддержку.';

// row, vendor, reason and category of the same name, clause, what it ends as
test.each([
  ['S0.5.1', 'modme', 'training', '5', 'refused'],
  ['S0.5.2', 'modme', 'custom-process', '5', 'refused'],
  ['S2.3.1.1', 'moidokumenty', 'functionality', '3.1', 'refused'],
  ['S2.3.1.2', 'moidokumenty', 'training', '3.1', 'refused'],
  ['S2.3.1.3', 'moidokumenty', 'manuals', '3.1', 'refused'],
  ['S2.3.1.4', 'moidokumenty', 'development', '3.1', 'refused'],
  ['S2.3.1.5', 'moidokumenty', 'testing', '3.1', 'refused'],
  ['S2.3.1.6', 'moidokumenty', 'monitoring', '3.1', 'refused'],
  ['S2.3.1.7', 'moidokumenty', 'consulting', '3.1', 'refused'],
  ['S2.3.1.8', 'moidokumenty', 'servers', '3.1', 'refused'],
  ['S3.4.1.7', 'technokad', 'os-setup', '4.1', 'referred'],
  ['S3.4.1.8', 'technokad', 'third-party-software', '4.1', 'referred'],
  ['S3.4.1.9', 'technokad', 'law', '4.1', 'refused'],
  ['S3.4.1.10', 'technokad', 'third-party-actions', '4.1', 'refused'],
  ['S3.4.1.11', 'technokad', 'update-server', '4.1', 'refused'],
  ['S4.1.5.1', 'jokercrm', 'web-design', '1.5', 'refused'],
  ['S4.3.1.3', 'jokercrm', 'configure', '3.1', 'refused'],
  ['S4.3.1.4', 'jokercrm', 'configure-other', '3.1', 'refused'],
  ['S4.3.1.5', 'jokercrm', 'client-computer', '3.1', 'refused'],
  ['S4.3.3.2', 'jokercrm', 'custom-development', '3.3', 'refused'],
  ['S4.3.3.3', 'jokercrm', 'code-change', '3.3', 'refused'],
] as const)(
  '%s DSK: %s: an agent refuses by «%s», citing clause %s, and it ends as %s',
  async (_row, vendor, reason, clause, outcome) => {
    const opened = await rows.open(vendor, reason);
    const before = await rows.ticket(opened);
    const silent = await rows.act(opened, { act: 'refuse', reason });
    const after = await rows.done(opened, { act: 'refuse', reason, text: words });
    const [letter] = await rows.letters(opened);
    const thread = await opened.api.thread(opened.id);

    // registered as any other request: the category alone refuses nothing
    expect(before).toMatchObject({
      status: 'open',
      category: { id: reason },
      decision: { scope: { state: 'out', reason, clause } },
    });
    expect(before.rights).toContainEqual({ action: 'refuse', reason, clause });
    expect(await codeOf(silent)).toEqual([422, 'words.needed']);
    expect(after.status).toBe('closed');
    expect(await rows.logged(opened, 'closed')).toMatchObject([
      { params: { outcome, reason, clause } },
    ]);
    expect(await rows.logged(opened, 'first_responded')).toMatchObject([
      { params: { by: 'answer' } },
    ]);
    expect(after.clock.metAt).not.toBeNull();
    expect(thread.status).toBe('closed');
    expect(thread.messages.at(-1)?.text).toBe(words);
    expect(thread.told.ending).toMatchObject({ outcome, clause });
    expect(letter).toMatchObject({ kind: 'ticket_closed' });
    expect(letter?.text).toContain(words);
    expect(letter?.text).toContain(`п. ${clause}`);
    expect(letter?.text).toContain(
      rows.packOf(vendor).scope.out.find((one) => one.reason === reason)?.text.ru,
    );
  },
);
