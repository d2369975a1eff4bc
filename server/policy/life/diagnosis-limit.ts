import type { PolicyPack } from '#server/policy/pack.ts';
import type { ResponseRuling } from '#server/policy/decision/ruling.ts';

/** By when the cause has to be looked for (A3). */
export interface DiagnosisLimit {
  /** Epoch milliseconds; null where the first response has no instant either. */
  readonly dueAt: number | null;
  readonly clause: string;
}

/** The limit of the clock `diagnosisStarted`; null where the regulation sets none. */
export function diagnosisLimit(
  { clocks: { diagnosis } }: PolicyPack,
  firstResponse: Pick<ResponseRuling, 'dueAt' | 'clause'>,
): DiagnosisLimit | null {
  if (diagnosis.limit === 'none') return null;
  return { dueAt: firstResponse.dueAt, clause: diagnosis.clause ?? firstResponse.clause };
}
