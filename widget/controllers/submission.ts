import type { ApiFailure } from '#widget/api/answer.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';

/** Why the last attempt got no answer. */
export type OutageReason = 'offline' | 'unavailable';

/** Where the sending of one request or reply stands. Only `delivered` and `refused` are final answers. */
export type Submission<Receipt = TicketReceipt> =
  | { readonly phase: 'writing' }
  | { readonly phase: 'sending'; readonly attempt: number; readonly reason?: OutageReason }
  | {
      readonly phase: 'waiting';
      readonly attempt: number;
      readonly reason: OutageReason;
    }
  | { readonly phase: 'refused'; readonly failure: ApiFailure; readonly file?: string }
  | {
      readonly phase: 'delivered';
      readonly receipt: Receipt;
      readonly lost: readonly string[];
    };

export type SubmissionEvent<Receipt = TicketReceipt> =
  | { readonly kind: 'sent' }
  | { readonly kind: 'unreachable'; readonly failure: ApiFailure }
  | { readonly kind: 'retried' }
  | { readonly kind: 'refused'; readonly failure: ApiFailure; readonly file?: string }
  | {
      readonly kind: 'delivered';
      readonly receipt: Receipt;
      readonly lost: readonly string[];
    }
  | { readonly kind: 'written_on' }
  /** It ends here without an answer: its person has gone, or it was delivered before. */
  | { readonly kind: 'left' };

/** The next state; an event that makes no sense in a state leaves it as it is. */
export function nextSubmission<Receipt>(
  state: Submission<Receipt>,
  event: SubmissionEvent<Receipt>,
): Submission<Receipt> {
  switch (event.kind) {
    case 'sent':
      return state.phase === 'writing' || state.phase === 'refused' || state.phase === 'delivered'
        ? { phase: 'sending', attempt: 1 }
        : state;
    case 'unreachable':
      return state.phase === 'sending'
        ? {
            phase: 'waiting',
            attempt: state.attempt,
            reason: event.failure.code === 'offline' ? 'offline' : 'unavailable',
          }
        : state;
    case 'retried':
      return state.phase === 'waiting'
        ? { phase: 'sending', attempt: state.attempt + 1, reason: state.reason }
        : state;
    case 'refused':
      return state.phase === 'sending'
        ? {
            phase: 'refused',
            failure: event.failure,
            ...(event.file !== undefined && { file: event.file }),
          }
        : state;
    case 'delivered':
      return state.phase === 'sending'
        ? { phase: 'delivered', receipt: event.receipt, lost: event.lost }
        : state;
    case 'left':
      return { phase: 'writing' };
    case 'written_on':
      return state.phase === 'sending' || state.phase === 'waiting' ? state : { phase: 'writing' };
  }
}

const longestAskedSeconds = 300;

/** Seconds to wait after a failed attempt: 1, 2, 4, 8, then 15 for ever, and as long as a busy service asks for. */
export function retryDelaySeconds(attempt: number, failure?: ApiFailure): number {
  const own = attempt >= 5 ? 15 : 2 ** (Math.max(1, attempt) - 1);
  const asked = failure && 'params' in failure ? Number(failure.params?.['waitSeconds']) : 0;
  return Math.max(own, Math.min(asked || 0, longestAskedSeconds));
}
