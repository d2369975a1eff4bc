import { expect, test } from 'vitest';
import { policyWith, samplePack } from '#test/support/pack-variants.ts';
import { fire, play, playTicket, running } from '#test/support/life/played-ticket.ts';
import { readLog } from '#test/support/life/log-reader.ts';

const { clocks } = samplePack();
/** Nine hours of a day that is nine hours long: received before the opening, due at the closing. */
const nineHours = policyWith({
  cases: samplePack().cases.slice(0, 1),
  clocks: {
    ...clocks,
    firstResponse: {
      kind: 'fixed',
      target: { value: 9, unit: 'businessHour' },
      clause: '9',
    },
  },
});
const question = {
  receivedAt: Date.parse('2026-11-23T03:00:00Z'),
  arrival: 'widget',
  category: 'error',
  answered: new Set<string>(),
  attachments: 0,
  requester: { proven: false, category: undefined, entitlement: null },
} as const;
const closing = Date.parse('2026-11-23T14:00:00Z');
const opening = Date.parse('2026-11-24T05:00:00Z');
const answer = {
  act: 'reply',
  response: 'consultation',
  proposes: false,
  answer: null,
  resolves: false,
  digest: 'd',
} as const;

test('hours that end at a closing are due then and broken from the next opening', () => {
  const ticket = playTicket(nineHours, question);

  expect(ticket.state.clocks.first_response).toMatchObject({
    dueAt: closing,
    brokenFrom: opening,
  });
  expect(running(ticket).find(({ kind }) => kind === 'first_response.due')?.fireAt).toBe(opening);
  expect(fire(ticket, 'first_response.due', opening - 1).log).toHaveLength(1);
  expect(fire(ticket, 'first_response.due', opening).log.at(-1)?.kind).toBe('due_breached');
});

test.each([
  ['in the night between', opening - 1, null],
  ['at the next opening, before any timer has fired', opening, opening],
])('an answer %s', (_when, at, breachedAt) => {
  const answered = play(playTicket(nineHours, question), 'agent', at, answer);

  if (!answered.ok) throw new Error(answered.failure.code);
  const [wait] = readLog(answered.value.log).waits.first_response ?? [];
  expect(wait).toMatchObject({ until: at, breachedAt });
});
