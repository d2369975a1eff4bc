import { expect } from 'vitest';
import type { ClockKind } from '#shared/vocabulary.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { readLog, type ReadEvent } from './log-reader.ts';

/** The log read by somebody who knows nothing of the code tells the same as the state. */
export function expectAgreement(log: readonly ReadEvent[], state: LifeState): void {
  expect(toldByLog(log)).toEqual(toldByState(state));
}

/** What a log says of where its ticket stands, by a reader who knows nothing of the code. */
export function toldByLog(log: readonly ReadEvent[]) {
  const read = readLog(log);
  const waits = Object.entries(read.waits).map(([kind, all]) => [kind, all.at(-1)]);
  return {
    status: read.status,
    silence: read.silence,
    firstResponseAt: read.firstResponseAt,
    outcome: read.outcome,
    endedAt: read.endedAt,
    waits: Object.fromEntries(waits) as object,
  };
}

/** The same of a state. */
export const toldByState = (state: LifeState): ReturnType<typeof toldByLog> => ({
  status: state.status,
  silence: state.waiting && {
    since: state.waiting.since,
    reminders: state.waiting.reminders,
  },
  firstResponseAt: state.firstRespondedAt,
  outcome: state.ending?.outcome ?? null,
  endedAt: state.ending?.at ?? null,
  waits: Object.fromEntries(
    (Object.keys(state.clocks) as ClockKind[]).map((kind) => {
      const clock = state.clocks[kind];
      return [
        kind,
        clock && {
          from: clock.startedAt,
          dueAt: clock.dueAt,
          brokenFrom: clock.brokenFrom ?? clock.dueAt,
          until: clock.stoppedAt,
          breachedAt: clock.breachedAt,
        },
      ];
    }),
  ),
});
