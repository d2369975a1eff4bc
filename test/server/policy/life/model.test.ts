import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasEnded } from '#server/policy/life/life-state.ts';
import type { LifeAct } from '#server/policy/life/life-act.ts';
import type { Mover } from '#server/policy/life/transition.ts';
import { anyAct } from '#test/support/life/any-act.ts';
import { expectAgreement } from '#test/support/life/agrees.ts';
import { readLog } from '#test/support/life/log-reader.ts';
import {
  arrivalOf,
  fire,
  folded,
  play,
  playTicket,
  running,
  type PlayedTicket,
} from '#test/support/life/played-ticket.ts';
import { anyQuestion } from '#test/support/any-question.ts';
import { packFiles, policyOf } from '#test/support/policies.ts';

const vendors = packFiles.map((file) => file.split('.')[0] ?? '');
const hour = 3_600_000;

/** One ticket and the clock that it lives by. */
interface World {
  ticket: PlayedTicket;
  now: number;
}
type Command = fc.Command<object, World>;

/** Somebody asks for something, some time later; most of it is refused. */
const acting = (by: Mover, later: number, act: LifeAct | 'arrive'): Command => ({
  check: () => true,
  run: (_, world) => {
    world.now += later;
    const before = freeze(world.ticket);
    const log = before.log.length;
    const asked = act === 'arrive' ? arrivalOf(before, world.now) : act;
    const done = play(before, by, world.now, asked);
    if (done.ok) world.ticket = done.value;
    else expect(before.log).toHaveLength(log);
    expectLaws(world.ticket);
  },
  toString: () => `${by} after ${later / hour} h: ${JSON.stringify(act)}`,
});

/** The next deadline comes, and its worker is late by so much. */
const waking = (late: number): Command => ({
  check: () => true,
  run: (_, world) => {
    const [next] = running(world.ticket).toSorted((a, b) => a.fireAt - b.fireAt);
    if (!next) return;
    world.now = Math.max(world.now, next.fireAt) + late;
    const fired = fire(freeze(world.ticket), next.kind, world.now);
    expect(fire(fired, next.kind, world.now - late - 1).log).toHaveLength(fired.log.length);
    world.ticket = fired;
    expectLaws(world.ticket);
  },
  toString: () => `the next deadline, ${late / hour} h late`,
});

const movers = fc.constantFrom<Mover>('agent', 'agent', 'agent', 'requester', 'system');
const later = fc.oneof(
  fc.integer({ min: 1, max: 600_000 }),
  fc.integer({ min: 1, max: 12 * 24 * hour }),
);

describe.each(vendors)('%s: whatever is done to a ticket, in any order', (vendor) => {
  const policy = policyOf(vendor);

  test('its log tells its state, nothing runs that was stopped, and it ends only by the rules', () => {
    const commands = fc.commands<object, World>(
      [
        fc.tuple(movers, later, anyAct(policy)).map((parts) => acting(...parts)),
        fc.tuple(movers, later).map(([by, wait]) => acting(by, wait, 'arrive')),
        fc.oneof(fc.constant(0), later).map(waking),
      ],
      { maxCommands: 40, size: 'max' },
    );
    fc.assert(
      fc.property(anyQuestion(policy), commands, (question, all) => {
        const ticket = playTicket(policy, {
          ...question,
          receivedAt: Date.UTC(2026, 2, 2) + (question.receivedAt % (200 * 24 * hour)),
        });
        fc.modelRun(() => ({ model: {}, real: { ticket, now: ticket.question.receivedAt } }), all);
      }),
      { numRuns: 150 },
    );
  });
});

function expectLaws(ticket: PlayedTicket): void {
  const { log, state, policy } = ticket;
  expect(folded(ticket)).toEqual(state);
  expectAgreement(log, state);

  const deadlines = running(ticket);
  const kinds = deadlines.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const { kind, fireAt } of deadlines) {
    expect(Number.isFinite(fireAt)).toBe(true);
    const [name = '', what] = kind.split('.');
    if (what === 'due' || what === 'warn') {
      expect(state.clocks[name as keyof typeof state.clocks]?.stoppedAt).toBeNull();
    }
    if (name === 'silence') expect(state.status).toBe('waiting_requester');
  }
  for (const wait of Object.values(readLog(log).waits).flat()) {
    if (wait.brokenFrom === null || wait.until === null) continue;
    // whoever stops a clock finds out whether it was in time, however late its timer is
    if (wait.breachedAt === null) expect(wait.until).toBeLessThan(wait.brokenFrom);
  }
  if (hasEnded(state)) {
    expect(kinds.filter((kind) => !/^(follow_up|appeal)\./.test(kind))).toEqual([]);
    expect(state.ending).not.toBeNull();
    expect(state.waiting).toBeNull();
  } else {
    expect(state.ending).toBeNull();
    expect(kinds.filter((kind) => kind.startsWith('follow_up'))).toEqual([]);
  }
  if (state.status !== 'escalated' && state.status !== 'waiting_release') {
    expect(state.waiting !== null).toBe(state.status === 'waiting_requester');
  }
  const promises = log.filter(({ kind }) => kind === 'opened' || kind === 'absorbed').length;
  const given = log.filter(({ kind }) => kind === 'first_responded').length;
  expect(given).toBeLessThanOrEqual(promises);

  const { autoClose } = policy.pack;
  for (const [index, event] of log.entries()) {
    if (event.kind === 'resolved') expect(event.by).toBe('agent');
    if (event.kind !== 'closed') continue;
    const { outcome } = event.params;
    expect(endings[event.by]).toContain(outcome);
    if (outcome === 'no_answer') {
      expect(autoClose).not.toBeNull();
      expect(readLog(log.slice(0, index)).status).toBe('waiting_requester');
    }
    if (event.by === 'system') expect(autoClose?.mode).toBe('auto');
  }
}

/** Who may end a ticket without a solution, and how. */
const endings: Readonly<Record<Mover, readonly string[]>> = {
  agent: [
    'handed_over',
    'declined',
    'done',
    'noted',
    'no_answer',
    'refused',
    'referred',
    'withdrawn',
    'spam',
  ],
  requester: ['withdrawn'],
  system: ['no_answer'],
};

/** Whoever writes into what has happened is caught. */
function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    if (value instanceof Map || value instanceof Set) return value;
    Object.freeze(value);
    const { policy: _, ...parts } = value as Record<string, unknown>;
    Object.values(parts).forEach(freeze);
  }
  return value;
}
