import type { DayReading, Severity, UnstatedReason } from '#shared/vocabulary.ts';
import type { Decision, Duration } from '#shared/wire/decision.ts';
import type { Due } from './due.ts';
import type { Entitlement } from './entitlement.ts';

/** A first response that is promised, in numbers, or the reason why none is. */
export interface ResponseRuling {
  readonly clause: string;
  /** Epoch milliseconds; null always comes with `unstated`. */
  readonly dueAt: number | null;
  readonly unstated: UnstatedReason | null;
  /** Null where neither the text nor a contract sets a term for this request. */
  readonly target: Duration | null;
  /** Only where a contract has terms of single severities. */
  readonly bySeverity?: Readonly<Partial<Record<Severity, Duration>>>;
  /** Only where the target counts days. */
  readonly reading: DayReading | null;
  /** Only with the reading `businessHours`: how many hours one working day counts. */
  readonly hoursPerDay: number | null;
  /** A day was counted whose calendar is not final. */
  readonly estimated: boolean;
  /** What was counted; null where nothing was. Kept where a missing calendar refuses the promise. */
  readonly due: Due | null;
}

/**
 * What the policy says to a request, in numbers. `presentDecision` turns it into the decision that is
 * stored and shown, with every stretch of time that was counted.
 */
export interface Ruling extends Omit<Decision, 'entitlement' | 'firstResponse'> {
  readonly entitlement: Entitlement;
  readonly firstResponse: ResponseRuling;
}
