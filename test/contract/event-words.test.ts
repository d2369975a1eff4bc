import { expect, test } from 'vitest';
import { givenAnswer, ticketAct } from '#shared/wire/ticket-act.ts';
import { freeWords } from '#test/support/logged-words.ts';

const sentences = [
  'Не пускает Иванова в портал',
  'Ivanov cannot sign in',
  'ivanov@bank.example',
  '+998 90 123 45 67',
  'пароль: Qwerty4711',
  'Иванов',
  'a\nb',
  'x'.repeat(400),
];

/** What is said to people and stands in a message; the log has its digest. */
const inMessages: ReadonlySet<string> = new Set([
  'text',
  'reason of escalate',
  'update',
  'workaround',
]);

const whole = {
  on: '2099-01-01',
  to: 'development',
  reason: 'r',
  cause: 'c',
  finding: 'error',
  severity: 'high',
  outcome: 'done',
  version: '7.2',
  ref: 'DEV-1',
  eta: '2099-01-01T00:00:00Z',
  nextUpdateBy: '2099-01-01T00:00:00Z',
  text: 'Слова',
  into: 'MOD-7',
};

test('no act takes words into the log: what is not a message is an id, a day, an instant or a version', () => {
  const taken = ticketAct.options.flatMap((option) => {
    const act = option.shape.act.value;
    const sample = act === 'link' ? { to: 'MOD-7' } : whole;
    const known = Object.entries(sample).filter(([name]) => name in option.shape);
    const body = { act, ...Object.fromEntries(known) };
    expect([act, option.safeParse(body).success]).toEqual([act, true]);
    return known.flatMap(([name]) =>
      sentences
        .filter((words) => option.safeParse({ ...body, [name]: words }).success)
        .map(() => (name === 'reason' ? `reason of ${act}` : name)),
    );
  });
  const held = Object.keys(givenAnswer.shape.holds.unwrap().shape).flatMap((name) =>
    sentences
      .filter((words) => givenAnswer.safeParse({ kind: 'k', holds: { [name]: words } }).success)
      .map(() => name),
  );

  expect([...new Set([...taken, ...held])].filter((name) => !inMessages.has(name))).toEqual([]);
});

test.each([
  ['version', ['7.2', '2026.11-rc.1', '1.6.0+2'], ['Иванов', 'latest', '7.2 от Иванова', '-7']],
  ['article', ['KB-1', 'https://www.technokad.ru/faq/7'], ['a b', 'a@b.example', 'Статья']],
  ['date', ['2027-01-20'], ['завтра', '20.01.2027']],
] as const)('what an answer points at: %s', (name, right, wrong) => {
  const takes = (value: string) =>
    givenAnswer.safeParse({ kind: 'k', holds: { [name]: value } }).success;

  expect(right.filter((value) => !takes(value))).toEqual([]);
  expect(wrong.filter(takes)).toEqual([]);
});

test('the wall of the test databases tells words from ids, instants and digests', () => {
  const params = {
    id: 'tck_01JD',
    at: '2026-11-22T10:00:00.000Z',
    digest: 'a'.repeat(64),
    clause: '3.1',
    list: 'version,steps',
    none: null,
    minutes: 15,
  };

  expect(freeWords({ kind: 'opened', params })).toEqual([]);
  for (const words of sentences)
    expect(freeWords({ kind: 'opened', params: { ref: words } })).toEqual(['opened.ref']);
});
