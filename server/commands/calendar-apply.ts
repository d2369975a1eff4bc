import type { Environment } from '#server/cli.ts';
import type { CalendarOptions } from '#server/commands/calendar.ts';
import { refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import type { Database } from '#server/db/connect.ts';
import { calendarsInForce } from '#server/features/calendars/calendars-in-force.ts';
import { type DueMove, makeDueMoves, planDueMoves } from '#server/features/calendars/due-moves.ts';
import { recountFollowUps } from '#server/features/follow-up/recount-follow-ups.ts';
import { loadPolicies } from '#server/features/policies/load-policies.ts';
import { policyRegistry, type PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { rekeyQueue } from '#server/features/tickets/rekey-queue.ts';

/**
 * Shows which open promises the calendars in force would move, after a file of CALENDAR_DIR or a
 * release has changed one; moves them with `--apply`.
 */
export async function calendarApply(
  env: Environment,
  { apply }: Pick<CalendarOptions, 'apply'>,
  now: () => number,
): Promise<number> {
  return withDatabase(env, async (db, config) => {
    const inForce = await calendarsInForce(db, config.CALENDAR_DIR);
    if (!inForce.ok) return refuse(...inForce.failure);
    const loaded = await loadPolicies(config.POLICY_DIR, inForce.value.sources);
    if (!loaded.ok) return refuse(...loaded.failure);
    const policies = policyRegistry(loaded.value.map(({ policy }) => policy));
    const moves = await planDueMoves(db, policies, now());
    printMoves(moves);
    if (!apply) {
      console.log('Nothing is changed; --apply moves what moves.');
      return 0;
    }
    await moveAll({ db, policies }, moves, new Date(now()));
    return 0;
  });
}

const reasons = {
  moves: '',
  settled: ', no longer an estimate',
  kept_late: ', kept: the policy moves no promise later',
  kept_past: ', kept: that instant has passed',
} as const satisfies Record<DueMove['outcome'], string>;

/** A line a promise: ticket, the instant it was given, the one that the calendar gives. */
export function printMoves(moves: readonly DueMove[]): void {
  for (const { place, number, from, to, outcome } of moves) {
    console.log(`${place.tenantId} ${number}: ${from} → ${to}${reasons[outcome]}`);
  }
  const moving = moves.filter(({ outcome }) => outcome === 'moves').length;
  const kept = moves.filter(({ outcome }) => outcome.startsWith('kept')).length;
  console.log(`Open promises: ${moving} would move, ${kept} would be kept as they were given.`);
}

/** Moves what was planned, and counts anew what follows from calendars alone: silence and contacts. */
export async function moveAll(
  writes: { readonly db: Database; readonly policies: PolicyRegistry },
  moves: readonly DueMove[],
  at: Date,
): Promise<void> {
  console.log(`Promises moved: ${await makeDueMoves(writes, moves, at)}.`);
  await rekeyQueue({ ...writes, now: () => at.getTime() });
  await recountFollowUps(writes);
}
