import { describe, expect, test } from 'vitest';
import { missingFields } from '#server/policy/decision/intake.ts';
import { reopenOf } from '#server/policy/life/reopen.ts';
import { fire, play, playTicket, running } from '#test/support/life/played-ticket.ts';
import { policyOf } from '#test/support/policies.ts';

const technokad = policyOf('technokad');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);

describe('S3.6.1.1 POL: a complete request that was closed too early opens again', () => {
  const closed = msk('2026-11-20 12:00');
  const missing = (answered: readonly string[], attachments: number) => {
    const { required, asked } = missingFields(
      technokad.pack,
      { category: 'error', answered: new Set(answered), attachments },
      undefined,
    );
    return [...required, ...asked];
  };
  const all = [...technokad.fields.keys()];
  const reopen = (lacking: ReturnType<typeof missing>, now = msk('2026-11-23 12:00')) =>
    reopenOf(technokad, { resolvedAt: closed, now, missing: lacking });

  test('complete', () => {
    expect(reopen(missing(all, 1))).toEqual({ outcome: 'reopen', clause: '6' });
  });

  test('incomplete: it is asked for the rest, which is no dead end', () => {
    const lacking = missing(
      all.filter((id) => id !== 'did'),
      1,
    );

    expect(reopen(lacking)).toEqual({
      outcome: 'complete_first',
      missing: [{ field: 'did', clause: '3.4' }],
      clause: '6',
    });
  });

  test.each([
    ['the last millisecond of the thirtieth day in Moscow', '2026-12-20 23:59:59.999', 'reopen'],
    ['the day after', '2026-12-21 00:00', 'new_linked_ticket'],
  ])('%s', (_case, now, outcome) => {
    expect(reopen([], msk(now))).toMatchObject({ outcome });
  });

  test('after its days an incomplete one is a new ticket too', () => {
    expect(reopen(missing([], 0), msk('2027-03-01 12:00'))).toMatchObject({
      outcome: 'new_linked_ticket',
    });
  });
});

test.each([
  ['any condition', { condition: 'any' as const }, 'reopen'],
  ['no limit', { withinDays: null }, 'complete_first'],
  ['a text that refuses', { withinDays: 1, after: 'refuse' as const }, 'refuse'],
])('C8: %s', (_case, change, outcome) => {
  const reopen = { ...technokad.pack.reopen, ...change };
  const policy = { ...technokad, pack: { ...technokad.pack, reopen } };
  const late = {
    resolvedAt: msk('2026-11-20 12:00'),
    now: msk('2026-11-25 12:00'),
    missing: [{ field: 'did', clause: '3.4' }],
  };

  expect(reopenOf(policy, late)).toMatchObject({ outcome });
});

describe('a request that was ended without an answer', () => {
  const received = msk('2026-11-20 12:00');
  const policy = policyOf('moidokumenty');
  const opened = playTicket(policy, {
    receivedAt: received,
    arrival: 'channel',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: { proven: true, category: undefined, entitlement: null },
  });
  const due = opened.state.clocks.first_response?.dueAt ?? NaN;
  const reopened = (at: number) => {
    const ended = play(opened, 'agent', received + 1, { act: 'mark_spam' });
    const again = ended.ok && play(ended.value, 'agent', at, { act: 'reopen' });
    if (!again || !again.ok) throw new Error('not opened again');
    return again.value;
  };

  test('opened again within its term has the rest of it', () => {
    expect(running(reopened(due - 1))).toContainEqual({ kind: 'first_response.due', fireAt: due });
  });

  test('opened again after its term is broken at once: the end was no answer', () => {
    const now = due + 86_400_000;
    const late = reopened(now);
    const broken = fire(late, 'first_response.due', now);

    expect(running(late)).toContainEqual({ kind: 'first_response.due', fireAt: due });
    expect(broken.state.clocks.first_response).toMatchObject({ stoppedAt: null, breachedAt: now });
  });
});
