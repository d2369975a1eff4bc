import type { Severity } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** The second clock of a critical outage (A9): round the clock, for the desk itself, never promised. */
export interface CriticalTrack {
  /** Epoch milliseconds: somebody has to have taken it up by then. */
  readonly ackBy: number;
  readonly internal: true;
  /** Who is called when nobody has. */
  readonly ifSilent: 'next_on_call' | 'none';
  readonly clause: string;
}

/** The critical track of a request; null where the regulation has none or the request is not critical. */
export function criticalTrack(
  { clocks: { critical } }: PolicyPack,
  { severity, receivedAt }: { readonly severity: Severity; readonly receivedAt: number },
): CriticalTrack | null {
  if (!critical || severity !== 'critical') return null;
  const { minutes, ifSilent, clause } = critical;
  return { ackBy: receivedAt + minutes * 60_000, internal: true, ifSilent, clause };
}

/** Where a critical track stands: taken up in time or late, still running, or nobody came. */
export function criticalState(
  { ackBy }: Pick<CriticalTrack, 'ackBy'>,
  acknowledgedAt: number | null,
  now: number,
): 'acknowledged' | 'acknowledged_late' | 'running' | 'breached' {
  if (acknowledgedAt !== null)
    return acknowledgedAt <= ackBy ? 'acknowledged' : 'acknowledged_late';
  return now < ackBy ? 'running' : 'breached';
}
