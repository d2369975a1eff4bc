import type { ClockKind } from '#shared/vocabulary.ts';
import type { ClockState, LifeState } from './life-state.ts';

type Clocks = LifeState['clocks'];

/** A clock as its event tells it; instants ISO 8601. */
export const clockOf = ({
  startsAt,
  dueAt = null,
  warnAt = null,
  brokenFrom,
}: {
  readonly startsAt: string;
  readonly dueAt?: string | null | undefined;
  readonly warnAt?: string | null | undefined;
  readonly brokenFrom?: string | undefined;
}): ClockState => ({
  ...started(Date.parse(startsAt), dueAt === null ? null : Date.parse(dueAt)),
  warnAt: warnAt === null ? null : Date.parse(warnAt),
  ...(brokenFrom === undefined ? {} : { brokenFrom: Date.parse(brokenFrom) }),
});

/** A clock that begins to run; epoch milliseconds. */
export const started = (startedAt: number, dueAt: number | null): ClockState => ({
  startedAt,
  dueAt,
  warnAt: null,
  stoppedAt: null,
  warnedAt: null,
  breachedAt: null,
});

/** Stops those that run. */
export const stop = (clocks: Clocks, kinds: readonly ClockKind[], at: number): Clocks =>
  Object.fromEntries(
    (Object.entries(clocks) as [ClockKind, ClockState][]).map(([kind, clock]) => [
      kind,
      kinds.includes(kind) && clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock,
    ]),
  );

/** Writes something of a clock that is there. */
export const mark = (clocks: Clocks, kind: ClockKind, told: Partial<ClockState>): Clocks => {
  const clock = clocks[kind];
  return clock ? { ...clocks, [kind]: { ...clock, ...told } } : clocks;
};
