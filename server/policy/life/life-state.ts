import type { ClockKind, Finding, Outcome, Severity, TicketStatus } from '#shared/vocabulary.ts';
import type { CloseReason } from './auto-close.ts';

/** One clock. Instants in epoch milliseconds. */
export interface ClockState {
  readonly startedAt: number;
  /** Null where the wait is measured and nothing is due. */
  readonly dueAt: number | null;
  /** From when it is broken, where that is not the due instant. */
  readonly brokenFrom?: number;
  readonly warnAt: number | null;
  readonly stoppedAt: number | null;
  readonly warnedAt: number | null;
  readonly breachedAt: number | null;
}

/** A requester who was asked and has not answered. */
export interface Waiting {
  readonly for: CloseReason;
  readonly since: number;
  readonly reminders: number;
  readonly remindedAt: number | null;
}

/** Where the contact after a resolution stands; `person`: somebody has to get in touch. */
export const followUpStates = ['due', 'asked', 'person', 'done'] as const;
type FollowUpState = (typeof followUpStates)[number];

/** One request's receipt and the first response that was promised with it. Epoch milliseconds. */
export interface Receipt {
  /** The ticket that was merged into this one; null for this one's own. */
  readonly of: string | null;
  readonly receivedAt: number | null;
  readonly firstRespondedAt: number | null;
  /** Null where nothing ran any more when the two became one matter. */
  readonly response: ClockState | null;
}

/** Everything that the rules of a ticket's life look at. Told by its events and nothing else. */
export interface LifeState {
  readonly status: TicketStatus;
  readonly severity: Severity;
  readonly category: string;
  /** Fields that the request lacked and that were answered since; absent where it was told by an older log. */
  readonly completed?: readonly string[];
  readonly receivedAt: number | null;
  readonly clocks: Readonly<Partial<Record<ClockKind, ClockState>>>;
  readonly firstRespondedAt: number | null;
  readonly lastAgentMessageAt: number | null;
  readonly lastRequesterMessageAt: number | null;
  readonly waiting: Waiting | null;
  readonly diagnosisStartedAt: number | null;
  readonly finding: Finding | null;
  readonly cause: string | null;
  /** Who was called for what is critical, and when the next one is; null where nothing is. */
  readonly onCall: {
    readonly called: readonly string[];
    readonly nextCallAt: number | null;
  } | null;
  readonly takenUpBy: string | null;
  readonly assignee: string | null;
  readonly escalatedTo: string | null;
  readonly release: { readonly on: string; readonly version: string | null } | null;
  readonly handedOver: boolean;
  readonly ending: {
    readonly outcome: Outcome;
    readonly at: number;
    readonly reason: string | null;
  } | null;
  readonly followUp: FollowUpState | null;
  /** The requester has said how the present solution went, whoever still gets in touch. */
  readonly followUpAnswered?: boolean;
  readonly appealedTo: string | null;
  /** The ticket that goes on in this one's place, and how this one would stand without it. */
  readonly mergedInto: string | null;
  readonly beforeMerge?: LifeState;
  /** Its own and those of tickets that were merged into it, which share one clock; absent where none was. */
  readonly receipts?: readonly Receipt[];
  /** Tickets that it is linked with; absent where it never was. */
  readonly links?: readonly string[];
}

/** Work on it has ended, with a solution or without. */
export const hasEnded = ({ status }: Pick<LifeState, 'status'>): boolean =>
  status === 'resolved' || status === 'closed';

/** A first response is still to be given: to it, or to a request that was merged into it. */
export const owesResponse = ({
  firstRespondedAt,
  clocks,
}: Pick<LifeState, 'clocks'> & { readonly firstRespondedAt: number | Date | null }): boolean =>
  firstRespondedAt === null || clocks.first_response?.stoppedAt === null;
