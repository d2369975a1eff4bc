import type { ClockKind } from '#shared/vocabulary.ts';
import type { LifeClock } from '#shared/wire/desk-life.ts';
import { remaining } from '#server/policy/decision/due.ts';
import type { ClockState, LifeState } from '#server/policy/life/life-state.ts';
import type { Policy } from '#server/policy/packs.ts';

/**
 * Clocks that run besides the first response, the next due first.
 *
 * @param now epoch milliseconds
 */
export const lifeClocks = (
  policy: Policy,
  { clocks }: Pick<LifeState, 'clocks'>,
  now: number,
): LifeClock[] =>
  (Object.entries(clocks) as [ClockKind, ClockState][])
    .filter(([kind, { stoppedAt }]) => kind !== 'first_response' && stoppedAt === null)
    .map(([kind, { startedAt, dueAt }]): LifeClock => {
      const leftMs = dueAt === null ? null : leftOf(policy, kind, dueAt, now);
      const termMs = dueAt === null ? 0 : leftOf(policy, kind, dueAt, startedAt);
      return {
        kind,
        state: leftMs === null ? 'running' : stateOf(leftMs, termMs),
        remainingSeconds: leftMs === null ? null : Math.round(leftMs / 1000),
        dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
        clause: clauseOf(policy, kind),
      };
    })
    .toSorted((a, b) => dueOrder(a) - dueOrder(b));

/** What is only measured comes last. */
const dueOrder = ({ dueAt }: LifeClock): number =>
  dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(dueAt);

/** Less than a quarter left is soon, as with the first response. */
const stateOf = (leftMs: number, termMs: number): LifeClock['state'] =>
  leftMs < 0 ? 'breached' : leftMs < termMs / 4 ? 'soon' : 'running';

/** What is critical is counted round the clock, and so is everything where no hours are stated. */
const leftOf = ({ desk }: Policy, kind: ClockKind, dueAt: number, now: number): number =>
  desk && kind !== 'critical_ack' ? remaining(desk, now, { dueAt }) : dueAt - now;

function clauseOf({ pack }: Policy, kind: ClockKind): string | null {
  const { clocks, escalation, appeal } = pack;
  const rules: Record<ClockKind, { readonly clause?: string | undefined } | null> = {
    first_response: clocks.firstResponse,
    diagnosis: clocks.diagnosis,
    next_response: clocks.nextResponse,
    next_update: escalation,
    critical_ack: clocks.critical,
    appeal,
  };
  return rules[kind]?.clause ?? null;
}
