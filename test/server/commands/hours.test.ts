import { spawn } from 'node:child_process';
import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeEach, expect, test, vi } from 'vitest';
import { runCommandLine } from '#server/cli.ts';
import { hoursCommand } from '#server/commands/hours.ts';
import { linesOf } from '#server/commands/lines.ts';
import { root } from '#test/support/sources.ts';

const schedule = { timezone: 'UTC', hours: { mon: [['09:00', '18:00']] } };
const isOpen = (at: string) => JSON.stringify({ schedule, op: 'isOpen', in: { at } });
const open = isOpen('2026-11-23T09:00:00Z');
const closed = isOpen('2026-11-23T18:00:00Z');

let said: string[];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line: unknown) => void said.push(String(line)));
  return () => vi.restoreAllMocks();
});

/** Questions as chunks of standard input; what is answered, and the exit code. */
async function stream(...chunks: readonly (string | Buffer)[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answered = text(output);
  for (const chunk of chunks) input.write(chunk);
  input.end();
  const code = await hoursCommand({}, {}, { input, output });
  output.end();
  return {
    code,
    answers: (await answered)
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  };
}

/** A command line in words, as a shell would hand it over. */
async function flags(...words: readonly string[]) {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  const code = await runCommandLine(['node', 'reglament', 'hours', ...words], {});
  return [code, written.join('').trim(), ...said];
}

test('the built-in command answers line by line in order, past lines that are no question', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', 'hours'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const questions = Array.from({ length: 3000 }, (_, index) =>
    index % 3 === 2
      ? 'not a question'
      : JSON.stringify({
          schedule: index % 3 === 0 ? schedule : 'modme',
          op: 'add',
          in: { at: '2026-11-23T09:00:00Z', seconds: index },
        }),
  );
  child.stdin.end(`${questions.join('\n')}\n\n`);
  const [answers, code] = await Promise.all([
    text(child.stdout),
    new Promise((resolve) => child.once('close', resolve)),
  ]);

  const at = (seconds: number) =>
    new Date(Date.UTC(2026, 10, 23, 9) + seconds * 1000).toISOString().replace('.000', '');
  const expected = questions.map((_, index) =>
    index % 3 === 2
      ? { error: { code: 'hours.bad_json' } }
      : { earliest: at(index), latest: at(index) },
  );
  expect(
    answers
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(expected);
  expect(code).toBe(0);
});

test.each([
  ['in one piece', [`${open}\n${closed}\n`]],
  ['cut anywhere', [open.slice(0, 20), open.slice(20), '\n', closed.slice(0, 3), closed.slice(3)]],
  ['with a byte order mark', [`\uFEFF${open}\n${closed}\n`]],
  ['with empty lines and other ends of line', [`\n${open}\r\n   \n`, `\n\n${closed}`]],
])('questions come %s', async (_case, chunks) => {
  expect(await stream(...chunks)).toEqual({ code: 0, answers: [{ open: true }, { open: false }] });
});

test('a letter cut in two bytes by the pipe is one letter', async () => {
  const line = Buffer.from(`{"note":"день","op":"isOpen","in":1}\n${open}`);

  expect((await stream(line.subarray(0, 10), line.subarray(10))).answers).toEqual([
    { error: { code: 'hours.bad_question' } },
    { open: true },
  ]);
});

test('a line too long is answered once, kept nowhere, and the next one is itself again', async () => {
  const long = ' '.repeat(300_000);

  expect((await stream(open, '\n', long, long, long, long, '\n', closed)).answers).toEqual([
    { open: true },
    { error: { code: 'hours.too_long' } },
    { open: false },
  ]);
});

test('lines are cut at the limit exactly, the last one also without its end', async () => {
  const cut = async (...chunks: string[]) => {
    const lists = [];
    for await (const lines of linesOf(PassThrough.from(chunks), 4)) lists.push(...lines);
    return lists;
  };

  expect(await cut('abcd\nabcde\nab', 'cd\nabc', 'de', 'f\nx')).toEqual([
    { text: 'abcd' },
    'too_long',
    { text: 'abcd' },
    'too_long',
    { text: 'x' },
  ]);
  expect(await cut('abcde')).toEqual(['too_long']);
  expect(await cut('')).toEqual([]);
});

test('no more is read than the reader of the answers has taken', async () => {
  const input = new PassThrough({ highWaterMark: 1 });
  const waiting: (() => void)[] = [];
  let chunks = 0;
  const output = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      chunks += 1;
      waiting.push(done);
    },
  });
  const done = hoursCommand({}, {}, { input, output });
  for (let index = 0; index < 4; index += 1) input.write(`${open}\n`);
  await vi.waitFor(() => expect(chunks).toBe(1));
  await new Promise((resolve) => setImmediate(resolve));

  expect(chunks).toBe(1);
  input.end();
  const drain = setInterval(() => waiting.shift()?.(), 1);
  expect(await done).toBe(0);
  clearInterval(drain);
});

test('a reader that goes away ends the command quietly', async () => {
  const input = new PassThrough();
  const output = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
  });
  const done = hoursCommand({}, {}, { input, output });
  input.write(`${open}\n`);

  expect(await done).toBe(0);
  expect(said).toEqual([]);
});

test.each([
  [
    ['--schedule', 'modme', '--op', 'add', '--at', '2026-11-23T08:00:00Z', '--seconds', '5400'],
    [0, '{"earliest":"2026-11-23T09:30:00Z","latest":"2026-11-23T09:30:00Z"}'],
  ],
  [
    [
      '--schedule',
      JSON.stringify(schedule),
      '--op',
      'isOpen',
      '--in',
      '{"at":"2026-11-23T09:00:00Z"}',
    ],
    [0, '{"open":true}'],
  ],
  [
    ['--schedule', 'modme', '--op', 'addBusinessDates', '--date', '2026-11-23', '--days=-3'],
    [0, '{"date":"2026-11-19"}'],
  ],
  [
    [
      '--schedule',
      JSON.stringify(schedule),
      '--op',
      'deadline',
      '--start',
      '2026-11-23T09:00:00Z',
      '--seconds',
      '0.5',
      '--pauses',
      '[["2026-11-23T09:00:00Z","2026-11-23T09:30:00Z"]]',
    ],
    [0, '{"earliest":"2026-11-23T09:30:00.500Z","latest":"2026-11-23T09:30:00.500Z"}'],
  ],
  [
    [
      '--schedule',
      'technokad',
      '--op',
      'intersect',
      '--other',
      JSON.stringify(schedule),
      '--from',
      '2026-11-23T00:00:00Z',
      '--until',
      '2026-11-24T00:00:00Z',
    ],
    [0, '{"periods":[["2026-11-23T09:00:00Z","2026-11-23T15:00:00Z"]]}'],
  ],
  [
    [
      '--op',
      'localToInstant',
      '--timezone',
      'Asia/Tashkent',
      '--date',
      '2026-11-23',
      '--time',
      '09:00',
    ],
    [0, '{"at":"2026-11-23T04:00:00Z"}'],
  ],
  [
    ['--schedule', JSON.stringify(schedule), '--op', 'validate'],
    [0, '{"valid":true}'],
  ],
  [
    ['--schedule', 'didox24', '--op', 'isOpen', '--at', '2026-11-23T08:00:00Z'],
    [1, '{"error":{"code":"hours.not_stated"}}'],
  ],
  [
    ['--schedule', 'modme', '--op', 'isOpen'],
    [1, '{"error":{"code":"hours.bad_question"}}'],
  ],
  [
    ['--schedule', 'modme', '--op', 'add', '--at', '2026-11-23T08:00:00Z', '--seconds', ''],
    [2, '', 'option `--seconds` value is missing'],
  ],
  [
    ['--schedule', 'modme', '--op', 'add', '--at', '2026-11-23T08:00:00Z', '--seconds= '],
    [2, '', 'option `--seconds` value is missing'],
  ],
  [
    ['--schedule', 'modme', '--op', 'isOpen', '--in', '{}', '--at', '2026-11-23T08:00:00Z'],
    [2, '', '--in already holds the question; --at says it twice.'],
  ],
  [
    ['--schedule', '{', '--op', 'isOpen', '--pauses', '['],
    [2, '', '--pauses is not JSON. --schedule is not JSON.'],
  ],
  [
    ['--schedule', 'modme'],
    [2, '', expect.stringMatching(/^Say --op/)],
  ],
  [
    ['--operation', 'add'],
    [2, '', expect.stringMatching(/Unknown option/)],
  ],
])('hours %j', async (words, expected) => {
  expect(await flags(...words)).toEqual(expected);
});

test('a folder of policies that is not there is named before a question is read', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];

  expect(await hoursCommand({ POLICY_DIR: '/none/such' }, {}, { input, output })).toBe(1);
  expect(said).toEqual(['POLICY_DIR: it does not exist']);
});
