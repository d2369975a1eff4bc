import type { Deps } from '#server/deps.ts';
import {
  calendarsInForce,
  type CalendarsInForce,
} from '#server/features/calendars/calendars-in-force.ts';
import { coverageOfPolicies } from '#server/features/calendars/coverage.ts';
import { makeDueMoves, planDueMoves } from '#server/features/calendars/due-moves.ts';
import type { LivePolicies } from '#server/features/policies/live-policies.ts';
import { findingLine, hasErrors } from '#server/policy/calendar/calendar-findings.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { compilePolicy } from '#server/policy/packs.ts';

/** How often a running server looks whether calendars have changed. */
export const followEveryMs = 60_000;

/**
 * Keeps a running server at the calendars in force: looked at every minute, because that is the same
 * for one server and for many, and needs nobody to tell it. Until the next look a server may promise
 * by the calendar before; such promises are then counted again.
 *
 * @param packs of every edition that this server runs
 * @returns looks once; a calendar that cannot be read is logged and leaves everything as it is
 */
export function followCalendars(
  { db, now, log, config }: Pick<Deps, 'db' | 'now' | 'log' | 'config'>,
  live: LivePolicies,
  packs: readonly PolicyPack[],
  atStart: CalendarsInForce,
): () => Promise<void> {
  let current = atStart;
  let unsettledSince: Date | undefined;
  let said = '';
  let warnedOn = '';

  return async () => {
    const read = await calendarsInForce(db, config.CALENDAR_DIR);
    const wrong = read.ok ? '' : read.failure.join('\n');
    if (wrong && wrong !== said) log.error({ wrong }, 'calendars stay as they were');
    said = wrong;
    if (read.ok && read.value.fingerprint !== current.fingerprint) {
      const before = current;
      current = read.value;
      live.replace(packs.map((pack) => compilePolicy(pack, current.sources)));
      log.info({ revisions: current.fingerprint.split('\n') }, 'calendars changed');
      unsettledSince ??= newSince(before, current);
    }
    if (unsettledSince) await recountSince(unsettledSince);
    unsettledSince = undefined;
    const today = new Date(now()).toISOString().slice(0, 10);
    if (today !== warnedOn) warnOfCoverage();
    warnedOn = today;
  };

  /** Tickets that were opened after a calendar was saved and before this server knew it. */
  async function recountSince(since: Date): Promise<void> {
    const moves = await planDueMoves(db, live.registry, now(), since);
    const moved = await makeDueMoves({ db, policies: live.registry }, moves, new Date(now()));
    if (moved > 0) log.info({ moved }, 'promises counted again');
  }

  function warnOfCoverage(): void {
    const findings = coverageOfPolicies(live.registry, now()).flatMap((one) => one.findings);
    const level = hasErrors(findings) ? 'error' : 'warn';
    for (const finding of findings) log[level]({ code: finding.code }, findingLine(finding));
  }
}

/** When the first of the imports was saved that were not in force before. */
function newSince(before: CalendarsInForce, after: CalendarsInForce): Date | undefined {
  const known = new Set(before.imports.map(({ savedAt }) => savedAt.getTime()));
  const added = after.imports.filter(({ savedAt }) => !known.has(savedAt.getTime()));
  return added.map(({ savedAt }) => savedAt).toSorted((a, b) => a.getTime() - b.getTime())[0];
}
