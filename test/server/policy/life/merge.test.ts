import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasEnded, type ClockState, type LifeState } from '#server/policy/life/life-state.ts';
import { linkPair, mergePair, unmergePair, type PairSide } from '#server/policy/life/merge-pair.ts';
import type { LifeAct } from '#server/policy/life/life-act.ts';
import type { Step } from '#server/policy/life/take-step.ts';
import type { Mover } from '#server/policy/life/transition.ts';
import { anyQuestion } from '#test/support/any-question.ts';
import { expectAgreement } from '#test/support/life/agrees.ts';
import { anyAct } from '#test/support/life/any-act.ts';
import {
  fire,
  folded,
  play,
  playTicket,
  running,
  type PlayedTicket,
} from '#test/support/life/played-ticket.ts';
import { packFiles, policyOf } from '#test/support/policies.ts';

const hour = 3_600_000;
const at = Date.UTC(2026, 10, 24, 9);
const moidokumenty = policyOf('moidokumenty');

const question = {
  receivedAt: at,
  arrival: 'channel' as const,
  category: 'error',
  answered: new Set(moidokumenty.fields.keys()),
  attachments: 1,
  requester: { proven: true, category: undefined, entitlement: null },
};

const side = (ticketId: string, ticket: PlayedTicket, now: number): PairSide => ({
  ticketId,
  requesterId: 'rqr_1',
  context: {
    policy: ticket.policy,
    facts: ticket.facts,
    state: ticket.state,
    by: 'agent',
    at: now,
  },
});

const after = (ticket: PlayedTicket, now: number, step: Step): PlayedTicket => ({
  ...ticket,
  state: step.state,
  log: [
    ...ticket.log,
    ...step.events.map((event) => ({ ...event, at: now, by: 'agent' as const })),
  ],
});

/** Both after what is done to the pair; throws where it is refused. */
function both(
  done: typeof mergePair,
  [source, target]: readonly [PlayedTicket, PlayedTicket],
  now: number,
): [PlayedTicket, PlayedTicket] {
  const steps = done(side('tkt_a', source, now), side('tkt_b', target, now));
  if (!steps.ok) throw new Error(steps.failure.code);
  return [after(source, now, steps.value.source), after(target, now, steps.value.target)];
}

function acted(ticket: PlayedTicket, now: number, act: LifeAct, by: Mover = 'agent') {
  const done = play(ticket, by, now, act);
  if (!done.ok) throw new Error(done.failure.code);
  return done.value;
}

const responseOf = ({ state }: PlayedTicket) => state.clocks.first_response;
const opened = (receivedAt: number, policy = moidokumenty) =>
  playTicket(policy, { ...question, receivedAt });
const answer = {
  act: 'reply',
  response: 'answer',
  proposes: false,
  answer: null,
  resolves: false,
  digest: 'd',
} as const;

describe('two requests that are one matter have one clock', () => {
  test('of the earliest receipt, whichever goes on', () => {
    const [early, late] = [opened(at), opened(at + 2 * hour)];
    const [, intoLate] = both(mergePair, [early, late], at + 3 * hour);
    const [, intoEarly] = both(mergePair, [late, early], at + 3 * hour);

    expect(responseOf(intoLate)).toEqual(responseOf(early));
    expect(responseOf(intoEarly)).toEqual(responseOf(early));
    expect([intoLate.state.receivedAt, intoEarly.state.receivedAt]).toEqual([at, at]);
    expect(running(intoLate)).toEqual(running(early));
  });

  test('what was merged runs no more, whatever ran before', () => {
    const [source] = both(mergePair, [opened(at), opened(at)], at + hour);

    expect(running(source)).toEqual([]);
    expect([source.state.status, source.state.ending?.outcome]).toEqual(['closed', 'merged']);
  });

  test('a promise that was kept is kept: the other one stays its own', () => {
    const kept = acted(opened(at), at + hour, answer);
    const other = opened(at + 2 * hour);
    const [, target] = both(mergePair, [kept, other], at + 3 * hour);

    expect(responseOf(target)).toEqual(responseOf(other));
    expect(target.state.receivedAt).toBe(at);
  });

  test('a request that nobody answered is still owed its answer in a ticket that was answered before', () => {
    const answered = acted(opened(at), at + hour, answer);
    const asked = opened(at + 2 * hour);
    const [, target] = both(mergePair, [asked, answered], at + 3 * hour);

    expect(responseOf(target)).toEqual(responseOf(asked));
    const now = at + 4 * hour;
    const done = acted(target, now, answer);
    expect(responseOf(done)?.stoppedAt).toBe(now);
    expect(done.state.firstRespondedAt).toBe(at + hour);
    expectAgreement(done.log, done.state);
  });

  test('a promise is broken once: one that was is broken in the ticket that goes on, too', () => {
    const due = responseOf(opened(at))?.dueAt ?? 0;
    const broken = fire(opened(at), 'first_response.due', due);
    const other = opened(at + 2 * hour);
    const [, target] = both(mergePair, [broken, other], due + hour);

    expect(responseOf(target)?.breachedAt).toBe(due);
    expect(running(target)).toEqual(running(other));
  });

  test('a promise that passes behind one that is broken is broken at its own instant', () => {
    const first = opened(at);
    const second = opened(at + 2 * hour);
    const [source, target] = both(mergePair, [first, second], at + 3 * hour);
    const due = responseOf(first)?.dueAt ?? 0;
    const ownDue = responseOf(second)?.brokenFrom ?? 0;
    const broken = fire(target, 'first_response.due', due);
    const late = acted(broken, ownDue + hour, answer);
    const [, alone] = both(unmergePair, [source, late], ownDue + 2 * hour);
    const inTime = acted(broken, ownDue - hour, answer);
    const [, kept] = both(unmergePair, [source, inTime], ownDue + 2 * hour);

    expect(running(broken)).toContainEqual({ kind: 'first_response.due', fireAt: ownDue });
    expect(responseOf(late)?.breachedAt).toBe(due);
    expect(responseOf(alone)).toMatchObject({
      stoppedAt: ownDue + hour,
      breachedAt: ownDue + hour,
    });
    expect(responseOf(kept)).toMatchObject({ stoppedAt: ownDue - hour, breachedAt: null });
    expectAgreement(late.log, late.state);
    expectAgreement(alone.log, alone.state);
  });

  test('a term that passed under one clock is not held against the ticket once it is alone again', () => {
    const pair = both(mergePair, [opened(at), opened(at + 2 * hour)], at + 3 * hour);
    const due = responseOf(pair[1])?.dueAt ?? 0;
    const late = fire(pair[1], 'first_response.due', due);
    const [, alone] = both(unmergePair, [pair[0], late], due + 1);

    expect(responseOf(late)?.breachedAt).toBe(due);
    expect(responseOf(alone)).toEqual(responseOf(opened(at + 2 * hour)));
  });

  test('of three, one that comes out leaves the earliest of the others', () => {
    const [first, second, third] = [opened(at), opened(at + hour), opened(at + 2 * hour)];
    const into = (source: PlayedTicket, target: PlayedTicket, id: string) => {
      const steps = mergePair(
        side(id, source, at + 3 * hour),
        side('tkt_b', target, at + 3 * hour),
      );
      if (!steps.ok) throw new Error(steps.failure.code);
      return after(target, at + 3 * hour, steps.value.target);
    };
    const all = into(second, into(first, third, 'tkt_1'), 'tkt_2');
    const left = acted(all, at + 4 * hour, { act: 'separate', from: 'tkt_1' });

    expect(responseOf(all)).toEqual(responseOf(first));
    expect(responseOf(left)).toEqual(responseOf(second));
    expect(left.state.receivedAt).toBe(at + hour);
  });

  test('nobody is asked twice how it went: what was merged asks no more', () => {
    const modme = policyOf('modme');
    const solved = acted(acted(opened(at, modme), at + hour, answer), at + hour, {
      act: 'resolve',
      answer: null,
      digest: null,
    });
    const [source] = both(mergePair, [solved, opened(at + 2 * hour, modme)], at + 3 * hour);

    expect(running(solved).map(({ kind }) => kind)).toContain('follow_up.send');
    expect(running(source)).toEqual([]);
    expect(source.state.followUp).toBeNull();
  });
});

describe('what is not merged', () => {
  const refusal = (done: typeof mergePair, source: PairSide, target: PairSide) => {
    const steps = done(source, target);
    return steps.ok ? 'done' : steps.failure.code;
  };
  const [one, two] = [opened(at), opened(at + hour)];
  const now = at + 2 * hour;
  const a = side('tkt_a', one, now);
  const b = side('tkt_b', two, now);
  const [merged, holding] = both(mergePair, [one, two], now);

  test('a ticket with itself, and those of different people', () => {
    expect(refusal(mergePair, a, a)).toBe('other_ticket.same');
    expect(refusal(mergePair, a, { ...b, requesterId: 'rqr_2' })).toBe('merge.other_requester');
    expect(refusal(linkPair, a, a)).toBe('other_ticket.same');
    expect(refusal(linkPair, a, { ...b, requesterId: 'rqr_2' })).toBe('done');
  });

  test('what was merged, into what was merged, and what holds others', () => {
    const third = side('tkt_c', opened(at), now);
    expect(refusal(mergePair, side('tkt_a', merged, now), third)).toBe('ticket.merged');
    expect(refusal(mergePair, third, side('tkt_a', merged, now))).toBe('merge.target_over');
    expect(refusal(mergePair, side('tkt_b', holding, now), third)).toBe('merge.holds_others');
    expect(refusal(unmergePair, a, b)).toBe('act.not_allowed');
  });

  test('into what has ended, or has not come', () => {
    const spam = acted(two, now, { act: 'mark_spam' });
    expect(refusal(mergePair, a, side('tkt_b', spam, now))).toBe('merge.target_over');
    const bridged = playTicket(policyOf('jokercrm'), { ...question, arrival: 'widget' });
    expect(refusal(mergePair, a, side('tkt_b', bridged, now))).toBe(
      bridged.state.status === 'awaiting_channel' ? 'merge.target_over' : 'done',
    );
  });

  test.each([
    ['proposal', 'modme'],
    ['vulnerability', 'didox24'],
  ])('a %s into another kind of request', (type, vendor) => {
    const policy = policyOf(vendor);
    const of = (wanted: (kind: string) => boolean) =>
      [...policy.categories.values()].find((category) => wanted(category.type))?.id ?? '';
    const special = of((kind) => kind === type);
    const plain = of((kind) => kind !== 'proposal' && kind !== 'vulnerability');
    const report = side('tkt_a', playTicket(policy, { ...question, category: special }), now);
    const error = side('tkt_b', playTicket(policy, { ...question, category: plain }), now);
    expect(refusal(mergePair, report, error)).toBe('merge.other_kind');
    expect(refusal(mergePair, error, report)).toBe('merge.other_kind');
    expect(refusal(mergePair, report, { ...report, ticketId: 'tkt_b' })).toBe('done');
  });

  test('nothing but a note, a link, its appeal and the way back is done with what was merged', () => {
    const done = (act: LifeAct, by: Mover) => {
      const step = play(merged, by, now, act);
      return step.ok ? 'done' : step.failure.code;
    };
    expect(done(answer, 'agent')).toBe('ticket.merged');
    expect(done({ act: 'requester_reply', digest: 'd' }, 'requester')).toBe('ticket.merged');
    expect(done({ act: 'reopen' }, 'requester')).toBe('ticket.merged');
    expect(done({ act: 'appeal', digest: null }, 'requester')).toBe('ticket.merged');
    expect(done({ act: 'assign', to: 'agt_1' }, 'agent')).toBe('ticket.merged');
    expect(done({ act: 'note', digest: 'd' }, 'agent')).toBe('done');
    expect(done({ act: 'link', to: 'tkt_9' }, 'agent')).toBe('done');
    expect(done({ act: 'unmerge' }, 'requester')).toBe('act.not_yours');
  });
});

test('an appeal that is heard while a ticket is merged stays heard once it is alone again', () => {
  const fresh = opened(at, policyOf('technokad'));
  const appealed = acted(fresh, at + 1, { act: 'appeal', digest: null }, 'requester');
  const [source, target] = both(mergePair, [appealed, fresh], at + hour);
  const heard = acted(source, at + 2 * hour, { act: 'hear_appeal', digest: 'd' });
  const [alone] = both(unmergePair, [heard, target], at + 3 * hour);

  expect(running(source).map(({ kind }) => kind)).toEqual(
    running(appealed).flatMap(({ kind }) => (kind === 'appeal.due' ? [kind] : [])),
  );
  expect(alone.state).toEqual(
    acted(appealed, at + 2 * hour, { act: 'hear_appeal', digest: 'd' }).state,
  );
});

test('silence is counted anew once a ticket is alone again: merged, nobody could answer it', () => {
  const asked = acted(opened(at), at + hour, { act: 'ask', digest: 'd' });
  const pair = both(mergePair, [asked, opened(at)], at + 2 * hour);
  const now = at + 90 * 24 * hour;
  const [alone] = both(unmergePair, pair, now);
  const closes = play(alone, 'agent', now + 1, { act: 'close_silent' });
  const anew = acted(opened(at), now, { act: 'ask', digest: 'd' });

  expect(alone.state.waiting).toEqual(anew.state.waiting);
  expect(closes.ok || closes.failure.code).toBe('close.not_due');
  expect(running(alone).filter(({ kind }) => kind.startsWith('silence'))).toEqual(
    running(anew).filter(({ kind }) => kind.startsWith('silence')),
  );
  expectWhole(alone);
});

describe('an answer to how it went, asked before the merge', () => {
  const modme = policyOf('modme');
  const resolve = { act: 'resolve', answer: null, digest: null } as const;
  const solved = acted(acted(opened(at, modme), at + hour, answer), at + hour, resolve);
  const fireAt = running(solved)[0]?.fireAt ?? 0;
  const asked = fire(solved, 'follow_up.send', fireAt);
  const [source, target] = both(mergePair, [asked, opened(at, modme)], fireAt + hour);
  const says = (wants: boolean) =>
    ({ act: 'answer_follow_up', solved: wants, score: 2, digest: 'd' }) as const;

  test.each([
    ['a “yes” is heard', true, 'done'],
    ['a “no” is heard, and is owed a contact once the ticket is alone again', false, 'person'],
  ])('%s, once; nothing is opened by it', (_case, wants, after) => {
    const now = fireAt + 2 * hour;
    const heard = acted(source, now, says(wants), 'requester');
    const again = play(heard, 'requester', now, says(wants));
    const [alone] = both(unmergePair, [heard, target], now + hour);

    expect(heard.log.at(-1)).toMatchObject({ kind: 'follow_up_answered' });
    expect([heard.state.status, heard.state.followUp]).toEqual(['closed', null]);
    expect(running(heard)).toEqual([]);
    expect(again.ok || again.failure.code).toBe('follow_up.closed');
    expect(alone.state).toMatchObject({ status: 'resolved', followUp: after });
    expectWhole(heard);
    expectWhole(alone);
  });

  test('who was asked nothing, or is not the requester, says nothing', () => {
    const [fresh] = both(mergePair, [opened(at, modme), opened(at, modme)], at + hour);
    const late = play(fresh, 'requester', at + 2 * hour, says(true));
    const agents = play(source, 'agent', fireAt + 2 * hour, says(true));

    expect(late.ok || late.failure.code).toBe('follow_up.closed');
    expect(agents.ok || agents.failure.code).toBe('follow_up.closed');
  });
});

/** A life that many have worked on for a while; what was refused is left out. */
const lives = (vendor: string) => {
  const policy = policyOf(vendor);
  const movers = fc.constantFrom<Mover>('agent', 'agent', 'requester', 'system');
  const acts = fc.array(
    fc.tuple(
      movers,
      fc.integer({ min: 1, max: 40 * hour }),
      fc.option(anyAct(policy), { freq: 5 }),
    ),
    { maxLength: 25 },
  );
  return fc.tuple(anyQuestion(policy), acts).map(([asked, all]) => {
    const receivedAt = Date.UTC(2026, 2, 2) + (asked.receivedAt % (90 * 24 * hour));
    let now = receivedAt;
    let ticket = playTicket(policy, { ...asked, receivedAt, arrival: 'channel' });
    for (const [by, wait, act] of all) {
      now += wait;
      const [next] = running(ticket).toSorted((a, b) => a.fireAt - b.fireAt);
      if (act === null && next) {
        now = Math.max(now, next.fireAt);
        ticket = fire(ticket, next.kind, now);
      } else if (act !== null && act.act !== 'merge' && act.act !== 'unmerge') {
        const done = play(ticket, by, now, act);
        if (done.ok) ticket = done.value;
      }
    }
    return { ticket, now };
  });
};

describe.each(packFiles.map((file) => file.split('.')[0] ?? ''))('%s', (vendor) => {
  test('merge and unmerge give back exactly what both were, whatever their lives before', () => {
    let merges = 0;
    fc.assert(
      fc.property(lives(vendor), lives(vendor), fc.nat(90 * 24 * hour), (one, two, wait) => {
        const now = Math.max(one.now, two.now) + 1;
        const pair = [one.ticket, two.ticket] as const;
        const steps = mergePair(side('tkt_a', pair[0], now), side('tkt_b', pair[1], now));
        if (!steps.ok) return;
        merges += 1;
        expectGivenBack(pair, now, now + wait);
      }),
      { numRuns: 150 },
    );
    expect(merges).toBeGreaterThan(5);
  });
});

test('merge and unmerge give back a promise that runs behind one which passed meanwhile', () => {
  const [first, second, third] = [opened(at), opened(at + hour), opened(at + 2 * hour)];
  const receipt = { receivedAt: at + hour, response: responseOf(second) ?? null };
  const holding = acted(first, at + 3 * hour, { act: 'absorb', from: 'tkt_c', receipt });
  const firstDue = running(first).find(({ kind }) => kind === 'first_response.due')?.fireAt ?? 0;

  expectGivenBack([third, holding], at + 3 * hour, firstDue);
});

function expectGivenBack(pair: readonly [PlayedTicket, PlayedTicket], now: number, end: number) {
  const merged = both(mergePair, pair, now);
  merged.forEach(expectWhole);
  expectOneClock(pair, merged[1].state);

  const back = both(unmergePair, merged, end);
  back.forEach(expectWhole);
  const expected = [askedAt(pair[0], end), pair[1]] as const;
  expect(back.map((ticket) => passedBy(ticket, end))).toEqual(
    expected.map((ticket) => passedBy(ticket, end)),
  );
}

/** The one difference: what was asked before the merge can be answered again from its end on. */
function askedAt(ticket: PlayedTicket, since: number): PlayedTicket {
  const { waiting } = ticket.state;
  const anew = waiting && { for: waiting.for, since, reminders: 0, remindedAt: null };
  return { ...ticket, state: { ...ticket.state, waiting: anew } };
}

/** Where a ticket stands once every promise that passed by an instant is broken; when it was told is left out. */
function passedBy(ticket: PlayedTicket, end: number) {
  const told = brokenBy(ticket, end);
  const { clocks, receipts, ...state } = told.state;
  const untimed = (clock: ClockState) => ({ ...clock, breachedAt: clock.breachedAt !== null });
  return {
    ...state,
    clocks: Object.fromEntries(
      Object.entries(clocks).map(([kind, clock]) => [kind, untimed(clock)]),
    ) as object,
    receipts: receipts?.map(({ response, ...receipt }) => ({
      ...receipt,
      response: response && untimed(response),
    })),
    runs: running(told).filter(({ fireAt }) => fireAt > end),
  };
}

/** One that has passed hides the one behind it until it is told: at most one of a kind runs. */
function brokenBy(ticket: PlayedTicket, end: number): PlayedTicket {
  const passed = running(ticket).find(({ kind, fireAt }) => kind.endsWith('.due') && fireAt <= end);
  return passed ? brokenBy(fire(ticket, passed.kind, end), end) : ticket;
}

/** The log tells the state, to the code that writes it and to a reader who does not know that code. */
function expectWhole(ticket: PlayedTicket): void {
  expect(folded(ticket)).toEqual(ticket.state);
  expectAgreement(ticket.log, ticket.state);
}

function expectOneClock([source, target]: readonly PlayedTicket[], now: LifeState): void {
  const owed = [source, target].flatMap((ticket) => {
    const clock = ticket && responseOf(ticket);
    return clock && clock.stoppedAt === null && !hasEnded(ticket.state) ? [clock] : [];
  });
  const received = [source, target].flatMap((ticket) => ticket?.state.receivedAt ?? []);
  expect(now.receivedAt).toBe(Math.min(...received));
  const dueAts = owed.map(({ dueAt }) => dueAt ?? Infinity);
  if (owed.length > 0) {
    expect(now.clocks.first_response?.dueAt ?? Infinity).toBe(Math.min(...dueAts));
  }
}
