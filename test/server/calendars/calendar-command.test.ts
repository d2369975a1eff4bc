import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCommandLine } from '#server/cli.ts';
import { calendarCommand, type CalendarOptions } from '#server/commands/calendar.ts';
import { importsInForce } from '#server/features/calendars/calendars.repository.ts';
import { deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'reglament-calendars-'));
const shipped = new URL('../../../server/policy/calendars/', import.meta.url);
const now = () => Date.parse('2026-12-30T06:00:00Z');
let database: TestDatabase;
let server: TestServer;
let said: string[];

const decree = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20270102',
  'SUMMARY:Дополнительный нерабочий день',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now });
  writeFileSync(join(folder, 'decree.ics'), decree);
  writeFileSync(
    join(folder, 'opens.ics'),
    decree.replace('20270102', '20261231\r\nSTATUS:CANCELLED'),
  );
  writeFileSync(
    join(folder, 'timed.ics'),
    decree.replace(';VALUE=DATE:20270102', ':20270102T090000'),
  );
  writeFileSync(join(folder, 'latin.ics'), Buffer.from(decree, 'latin1').fill(0xff, 60, 62));
  writeFileSync(join(folder, 'large.ics'), `${decree}${' '.repeat(1_000_000)}`);
});
afterAll(async () => {
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  said = [];
  await database.client.unsafe(
    'truncate calendars, tickets, messages, timers, ticket_events, outbox, idempotency_keys, requesters cascade',
  );
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((line: unknown) => void said.push(String(line)));
  return () => vi.restoreAllMocks();
});

/** The command at the wednesday of the decree; what it said is in `said`. */
const run = (
  action: string,
  args: readonly string[] = [],
  options: CalendarOptions = {},
  env: Record<string, string> = {},
) =>
  calendarCommand(
    { DATABASE_URL: database.url, SECRET_KEY: 'A'.repeat(43), DATA_DIR: folder, ...env },
    action,
    args,
    options,
    env['AT'] ? () => Date.parse(env['AT'] ?? '') : now,
  );
const six2027 = { calendar: 'uz-six-day', year: 2027 };
const take = (file: string, options: CalendarOptions = {}) =>
  run('import', [join(folder, file)], { ...six2027, ...options });

describe('check', () => {
  test('warns before the decree of Uzbekistan and passes, a line a finding', async () => {
    expect(await run('check', [], {}, { AT: '2026-11-22T08:00:00Z' })).toBe(0);

    expect(said).toEqual([
      'warning calendar.ends_soon uz-six-day: final until 2026-12-31, 39 days from now, provisional until 2027-12-31',
      'warning calendar.ends_soon uz-five-day: final until 2026-12-31, 39 days from now, provisional until 2027-12-31',
    ]);
  });

  test('says in one sentence that nothing is wrong', async () => {
    expect(await run('check', [], {}, { AT: '2026-06-01T08:00:00Z' })).toBe(0);

    expect(said).toEqual(['Every calendar is in order.']);
  });

  test('fails where a final year has run out', async () => {
    expect(await run('check', [], {}, { AT: '2027-01-01T08:00:00Z' })).toBe(1);

    expect(said[0]).toMatch(/^error calendar\.ended uz-six-day: /);
  });

  test('fails for a file of a folder that is wrong, and names it', async () => {
    const own = join(folder, 'wrong');
    mkdirSync(own, { recursive: true });
    copyFileSync(new URL('ru-2027.json', shipped), join(own, 'ru-2028.json'));
    writeFileSync(join(own, 'ru-2026.json'), '{');
    writeFileSync(join(own, 'uz-2027.json'), '{"id":"uz-2027"}');

    expect(await run('check', [], { dir: own }, { AT: '2026-06-01T08:00:00Z' })).toBe(1);

    expect(said.join('\n')).toMatch(
      /^error calendar\.unreadable ru-2028\.json: holds ru-2027, and must be named so$/m,
    );
    expect(said.join('\n')).toMatch(/^error calendar\.unreadable ru-2026\.json: is not JSON$/m);
    expect(said.join('\n')).toMatch(/^error calendar\.unreadable uz-2027\.json: country /m);
  });

  test('refuses a folder that is not there, as the server does', async () => {
    const none = join(folder, 'none');

    expect(await run('check', [], { dir: none })).toBe(1);
    expect(await runCommandLine(['node', 'reglament', 'serve'], { CALENDAR_DIR: none })).toBe(1);
    expect(said).toEqual([`${none}: it does not exist`, 'CALENDAR_DIR: it does not exist']);
  });

  test('counts what was imported when it is asked to', async () => {
    const at = { AT: '2026-12-30T08:00:00Z' };
    await run('export', ['uz-six-day', '2027']);
    writeFileSync(join(folder, 'whole.ics'), `${said[0]}\n`);
    await take('whole.ics', { complete: true, apply: true });
    said = [];

    expect(await run('check', [], { stored: true }, at)).toBe(0);
    expect(said).toEqual([expect.stringMatching(/ends_soon uz-five-day/)]);
  });
});

describe('import', () => {
  test('shows what would change, in calendar and promises, and saves nothing', async () => {
    await requesterApi(server).open();

    expect(await take('decree.ics')).toBe(0);
    expect(said).toEqual([
      '+ 2027-01-02 additional',
      expect.stringMatching(
        /^uz-six-day 2027 [0-9a-f]{8}: 1 added, 0 removed, 0 in conflict; provisional\.$/,
      ),
      expect.stringMatching(
        /^modme MOD-\d+: 2027-01-02T06:00:00\.000Z → 2027-01-04T06:00:00\.000Z, kept: the policy moves no promise later$/,
      ),
      'Open promises: 0 would move, 1 would be kept as they were given.',
      'Nothing is saved; --apply saves the calendar and moves what moves.',
    ]);
    expect(await importsInForce(database.db)).toEqual([]);
  });

  test('saves and moves with --apply, and what is exported then comes back the same', async () => {
    await requesterApi(server).open();

    expect(await take('opens.ics', { year: 2026, apply: true })).toBe(0);
    expect(said.slice(0, 1)).toEqual(['- 2026-12-31 additional']);
    expect(said.at(-1)).toBe('Promises moved: 1.');
    expect(await importsInForce(database.db)).toMatchObject([
      { imported: { year: 2026, ordinary: ['2026-12-31'] }, savedAt: new Date(now()) },
    ]);
  });

  test('an instant that follows from the calendar alone comes earlier at once: nobody has to wait for a server', async () => {
    const { id } = await requesterApi(server).open();
    const desk = await deskApi(server);
    await desk.answer('modme', id, { kind: 'reply', text: 'Готово.', resolve: true });
    const sendAt = async () => {
      const rows = await database.client.unsafe<{ due_at: string }[]>(
        `select due_at from timers where subject_id = $1 and kind = 'follow_up.send'`,
        [id],
      );
      return rows[0]?.due_at.slice(0, 10);
    };
    const before = await sendAt();
    await take('opens.ics', { year: 2026, apply: true });

    expect([before, await sendAt()]).toEqual(['2027-01-02', '2026-12-31']);
  });

  test('an exported year is taken back without a change', async () => {
    for (const [calendar, year] of [
      ['uz-six-day', 2026],
      ['ru-production', 2027],
    ] as const) {
      said = [];
      await run('export', [calendar, String(year)]);
      writeFileSync(join(folder, 'out.ics'), `${said[0]}\n`);
      said = [];

      expect(await take('out.ics', { calendar, year, complete: true })).toBe(0);
      expect(said[0]).toMatch(/: 0 added, 0 removed, 0 in conflict; final\.$/);
    }
  });

  test('mentions a file of CALENDAR_DIR that comes before it', async () => {
    const own = join(folder, 'own');
    mkdirSync(own, { recursive: true });
    copyFileSync(new URL('uz-2027.json', shipped), join(own, 'uz-2027.json'));

    await run('import', [join(folder, 'decree.ics')], six2027, { CALENDAR_DIR: own });

    expect(said[0]).toBe(
      'warning calendar.overridden uz-six-day 2027: CALENDAR_DIR holds this year, and its file comes before an import',
    );
    expect(said[1]).toMatch(/: 0 added, 0 removed/);
  });

  test.each([
    ['timed.ics', /^error ical\.timed line 3: has a time of day/],
    ['latin.ics', /^error ical\.unreadable file: is not UTF-8/],
    ['large.ics', /^error ical\.too_large file: more than 1000000 bytes/],
    ['none.ics', /none\.ics: it does not exist$/],
  ])('refuses %s in a sentence', async (file, sentence) => {
    expect(await take(file, { apply: true })).toBe(1);

    expect(said).toEqual([expect.stringMatching(sentence)]);
    expect(await importsInForce(database.db)).toEqual([]);
  });
});

describe('apply', () => {
  /** A folder in which 31 December 2026 is worked by the week of six days. */
  const changed = () => {
    const own = join(folder, 'changed');
    mkdirSync(own, { recursive: true });
    const file = JSON.parse(readFileSync(new URL('uz-2026.json', shipped), 'utf8'));
    const days = file.days.filter(
      ({ date, weeks }: { date: string; weeks?: string[] }) =>
        date !== '2026-12-31' || !weeks?.includes('six'),
    );
    writeFileSync(join(own, 'uz-2026.json'), JSON.stringify({ ...file, days }));
    return { CALENDAR_DIR: own };
  };

  test('shows what a file of the folder moves, then moves it and says by which revision', async () => {
    const { id } = await requesterApi(server).open();

    expect(await run('apply', [], {}, changed())).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/: 2027-01-02T06:00:00\.000Z → 2026-12-31T06:00:00\.000Z$/),
      'Open promises: 1 would move, 0 would be kept as they were given.',
      'Nothing is changed; --apply moves what moves.',
    ]);

    said = [];
    expect(await run('apply', [], { apply: true }, changed())).toBe(0);
    expect(said.at(-1)).toBe('Promises moved: 1.');
    const { decision } = await requesterApi(server).thread(id);
    expect(decision.firstResponse).toMatchObject({
      dueAt: '2026-12-31T06:00:00.000Z',
      estimated: false,
    });
    expect(decision.firstResponse.calendar).toMatch(/^uz-six-day 2026 [0-9a-f]{8}$/);
  });
});

test.each<[string, string[], CalendarOptions, RegExp]>([
  ['melt', [], {}, /Say `calendar check`/],
  ['import', [join(folder, 'decree.ics')], { year: 2027 }, /--calendar ID --year YEAR/],
  ['import', [join(folder, 'decree.ics')], { calendar: 'uz-six-day' }, /--calendar ID --year YEAR/],
  ['import', [], six2027, /--calendar ID --year YEAR/],
  ['export', ['uz', '2027'], {}, /ID is one of ru-production/],
  ['export', ['uz-six-day', '2027', '2028'], {}, /Say `calendar export ID YEAR`/],
  ['export', ['uz-six-day', 'next'], {}, /ID is one of ru-production/],
  ['check', ['now'], {}, /Say `calendar check`/],
])('calendar %s %j %j is not meant so', async (action, args, options, sentence) => {
  expect(await run(action, args, options)).toBe(2);

  expect(said).toEqual([expect.stringMatching(sentence)]);
});

test('a year that nobody has stated cannot be exported', async () => {
  expect(await run('export', ['uz-six-day', '2031'])).toBe(1);

  expect(said).toEqual(['Nobody has stated 2031 of uz-six-day yet.']);
});

test('the command is one of the program', async () => {
  const exit = await runCommandLine(
    ['node', 'reglament', 'calendar', 'export', 'uz-six-day', '2031'],
    { DATABASE_URL: database.url, SECRET_KEY: 'A'.repeat(43) },
  );

  expect([exit, ...said]).toEqual([1, 'Nobody has stated 2031 of uz-six-day yet.']);
});
