import type { Result } from '#shared/result.ts';
import type { RestAnswer, RestFailure } from '#server/features/portals/portal-rest.ts';
import { backOffMs } from '#server/jobs/back-off.ts';

/** How a portal bore a call. */
export interface Pause {
  /** In a row, this one included. */
  readonly failures: number;
  /** Epoch milliseconds before which it is left alone; undefined where it may go on. */
  readonly until?: number;
  /** Whether the portal refused the call for its load alone, so that it was certainly not done. */
  readonly untouched: boolean;
}

const minuteMs = 60_000;
/** Of the 480 seconds that an app has for one method in ten minutes. */
const operatingNearEnd = 400;
const windowMs = 10 * minuteMs;
/** A portal that did not answer so often in a row is left alone for a while. */
const silentAtMost = 3;

/**
 * How long to leave a portal alone after a call: longer each time in a row, where it says that it is too busy
 * or says nothing at all.
 *
 * @param before failures in a row until this call
 * @param now epoch milliseconds
 */
export function pauseAfter(
  answer: Result<RestAnswer, RestFailure>,
  before: number,
  now: number,
): Pause {
  const failures = before + 1;
  if (answer.ok) {
    const { operatingSeconds = 0, resetsAt } = answer.value;
    const nearEnd = operatingSeconds >= operatingNearEnd;
    return { failures: 0, untouched: false, ...(nearEnd && { until: resetsAt ?? now + windowMs }) };
  }
  const { failure } = answer;
  const code = failure.kind === 'refused' ? failure.code : undefined;
  const busy = (waitMs: number): Pause => ({ failures, until: now + waitMs, untouched: true });
  if (code === 'QUERY_LIMIT_EXCEEDED') return busy(backOffMs(failures, 1000, minuteMs));
  if (code === 'OVERLOAD_LIMIT') return busy(backOffMs(failures, 5 * minuteMs, 60 * minuteMs));
  if (code === 'OPERATION_TIME_LIMIT')
    return busy(
      Math.max((failure.kind === 'refused' && failure.resetsAt) || now + windowMs, now) - now,
    );
  if (!isSilent(failure)) return { failures: 0, untouched: false };
  if (failures < silentAtMost) return { failures, untouched: false };
  const waitMs = backOffMs(failures - silentAtMost + 1, minuteMs / 2, 15 * minuteMs);
  return { failures, until: now + waitMs, untouched: false };
}

const isSilent = (failure: RestFailure): boolean =>
  failure.kind === 'unreachable' || failure.status >= 500;
