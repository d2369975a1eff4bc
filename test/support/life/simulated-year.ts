import { compareInQueue, type QueueItem } from '#server/policy/decision/queue-order.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { hasEnded } from '#server/policy/life/life-state.ts';
import type { Mover } from '#server/policy/life/transition.ts';
import type { Policy } from '#server/policy/packs.ts';
import { diceOf } from '#test/support/dice.ts';
import { agendaOf } from './agenda.ts';
import { agentWants, requesterWants, type Wanted } from './desk-habits.ts';

/** Where a year happens: in memory, or on a server and its database. */
export interface YearWorld {
  /** Opens a ticket of a category; it stands last among `states`. */
  open(at: number, category: string): Promise<void>;
  /** Where the tickets stand, in the order of their opening. */
  readonly states: readonly LifeState[];
  /** False where the rules refuse it. */
  act(place: number, by: Mover, at: number, act: Wanted): Promise<boolean>;
  /** Fires what is due up to an instant, each at its own. */
  pass(to: number): Promise<void>;
}

/** What a year came to. Instants in epoch milliseconds. */
export interface YearEnd {
  readonly end: number;
  readonly done: number;
  readonly refused: number;
}

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 12);
const end = Date.UTC(2026, 11, 31);

type Happening =
  | { readonly kind: 'arrival' | 'tick' }
  | { readonly kind: 'requester'; readonly place: number; readonly act: Wanted };

/**
 * A year of a desk: requests come, agents take what their queue puts first, requesters answer or stay
 * silent, deadlines pass. The same seed gives the same year.
 */
export async function simulateYear(
  world: YearWorld,
  policy: Policy,
  { seed, tickets }: { readonly seed: number; readonly tickets: number },
): Promise<YearEnd> {
  const dice = diceOf(seed);
  const compare = compareInQueue(policy.pack.queue);
  const categories = [...policy.categories.keys()];
  const agenda = agendaOf<Happening>();
  for (let n = 0; n < tickets; n += 1) {
    agenda.add(dice.whole(start, end - 40 * 24 * hour), { kind: 'arrival' });
  }
  const ticks = tickets * 9;
  for (let n = 0; n < ticks; n += 1) agenda.add(dice.whole(start, end), { kind: 'tick' });

  let [done, refused] = [0, 0];
  /** Those on which somebody may still do something. */
  const open = new Set<number>();
  const owed = new Set<number>();
  const settle = (place: number, at: number, by: Mover) => {
    const state = world.states[place];
    if (!state) return;
    if (hasEnded(state)) open.delete(place);
    else open.add(place);
    if (state.followUp !== null || state.appealedTo !== null) owed.add(place);
    if (by !== 'agent') return;
    for (const { after, act } of requesterWants(state, dice))
      agenda.add(at + after, { kind: 'requester', place, act });
  };
  const attempt = async (place: number, by: Mover, at: number, act: Wanted) => {
    const went = await world.act(place, by, at, act);
    if (went) done += 1;
    else refused += 1;
    if (went) settle(place, at, by);
    return went;
  };

  while (agenda.nextAt <= end) {
    const at = agenda.nextAt;
    const happening = agenda.take();
    if (!happening) break;
    await world.pass(at);
    if (happening.kind === 'arrival') {
      const category = categories[dice.whole(0, categories.length - 1)] ?? '';
      await world.open(at, category);
      settle(world.states.length - 1, at, 'requester');
    } else if (happening.kind === 'requester') {
      await attempt(happening.place, 'requester', at, happening.act);
    } else {
      const place = dice.chance(0.8) ? first(world.states, open, compare) : any(open, owed, dice);
      const state = place === undefined ? undefined : world.states[place];
      if (place === undefined || !state) continue;
      for (const act of agentWants(policy, state, dice, at)) {
        if (await attempt(place, 'agent', at, act)) break;
      }
      if (hasEnded(state)) owed.delete(place);
    }
  }
  await world.pass(end);
  return { end, done, refused };
}

/** The ticket that the regulation puts first among those that wait for the desk. */
function first(
  states: readonly LifeState[],
  open: Iterable<number>,
  compare: (a: QueueItem, b: QueueItem) => number,
): number | undefined {
  let best: { place: number; item: QueueItem } | undefined;
  for (const place of open) {
    const state = states[place];
    if (!state || (state.status !== 'open' && state.status !== 'in_progress')) continue;
    const clock = state.clocks.first_response;
    const item = {
      severity: state.severity,
      dueAt: clock && clock.stoppedAt === null ? clock.dueAt : null,
      planWeight: 0,
      receivedAt: state.receivedAt ?? 0,
      number: `T-${place}`,
    };
    if (!best || compare(item, best.item) < 0) best = { place, item };
  }
  return best?.place;
}

/** Any ticket on which something may be left to do. */
function any(
  open: ReadonlySet<number>,
  owed: ReadonlySet<number>,
  dice: ReturnType<typeof diceOf>,
): number | undefined {
  const all = [...open, ...owed];
  return all[dice.whole(0, Math.max(0, all.length - 1))];
}
