import type { ClockKind, Finding, Outcome, Severity } from '#shared/vocabulary.ts';
import type { ResponseAct } from '#server/policy/decision/stops.ts';
import type { CloseReason } from './auto-close.ts';

/** ISO 8601 UTC. */
type Instant = string;

/** What a clock is told when it starts. Null where it is measured and nothing is due. */
interface Term {
  readonly startsAt: Instant;
  readonly dueAt: Instant | null;
  readonly warnAt: Instant | null;
}

/** A first response that is counted, and the diagnosis where it has a limit of its own. */
interface ReceiptTerms {
  readonly receivedAt: Instant | null;
  readonly responseStartsAt: Instant | null;
  readonly responseDueAt: Instant | null;
  readonly responseWarnAt: Instant | null;
  /** From when it is broken where that is not the due instant: hours that end at a closing go on at the next opening. */
  readonly responseBrokenFrom?: Instant;
  readonly diagnosisDueAt: Instant | null;
}

/** The receipt of a second ticket, and what ran for its first response; nulls where nothing did. */
interface SharedReceipt {
  readonly receivedAt: Instant | null;
  readonly responseStartsAt: Instant | null;
  readonly responseDueAt: Instant | null;
  readonly responseWarnAt: Instant | null;
  readonly responseBrokenFrom?: Instant;
  readonly warnedAt: Instant | null;
  readonly breachedAt: Instant | null;
}

/**
 * What each event of a ticket's life says besides its instant and its actor: ids, enums, instants and
 * digests. Everything that runs for a ticket can be counted from these and the policy of its edition.
 */
export interface LifeEventParams {
  opened: ReceiptTerms & {
    readonly edition: string;
    readonly category: string;
    readonly severity: Severity;
    readonly complete: boolean;
    /** The acknowledgement that is sent at once is the first response by this edition. */
    readonly acknowledged: boolean;
    readonly digest: string;
  };
  channel_confirmed: ReceiptTerms & { readonly edition: string; readonly complete: boolean };
  first_responded: { readonly by: ResponseAct };
  replied: {
    readonly digest: string;
    readonly answer: string | null;
    readonly proposes: boolean;
    /** What it is by the regulation; logs from before this was told have none. */
    readonly response?: ResponseAct;
    /** Only where articles answered. */
    readonly selfService?: true;
  };
  asked: { readonly digest: string };
  noted: { readonly digest: string };
  requester_replied: Partial<Term> & { readonly digest: string };
  /** Ids of fields that the request lacked and that were answered now, with commas between. */
  request_completed: { readonly fields: string };
  diagnosis_started: Record<never, never>;
  diagnosed: { readonly finding: Finding; readonly cause: string | null };
  severity_set: {
    readonly from: Severity;
    readonly to: Severity;
    /** Round the clock, where the regulation has somebody take up what is critical. */
    readonly ackBy: Instant | null;
  };
  taken_up: { readonly by: string };
  /** Somebody of the rota was called, and when the next one is where nobody comes. */
  on_call_called: { readonly agent: string; readonly nextCallAt: Instant | null };
  on_call_exhausted: Record<never, never>;
  incident_opened: { readonly by: string };
  incident_recovered: Record<never, never>;
  assigned: { readonly to: string | null };
  escalated: {
    readonly to: string;
    readonly digest: string;
    readonly eta: Instant | null;
    readonly nextUpdateBy: Instant | null;
    readonly clause: string;
    /** The customer's plan goes first at development. */
    readonly priority: boolean;
  };
  requester_informed: { readonly eta: Instant | null; readonly nextUpdateBy: Instant | null };
  returned: Record<never, never>;
  release_planned: { readonly on: string; readonly version: string | null };
  release_shipped: { readonly version: string };
  deferred: { readonly reason: string; readonly clause: string };
  handed_over: { readonly to: string; readonly ref: string | null };
  reminded: { readonly waitingFor: CloseReason };
  due_warned: { readonly clock: ClockKind };
  due_breached: { readonly clock: ClockKind };
  due_moved: {
    /** Null where the wait was measured and nothing was due. */
    readonly from: Instant | null;
    readonly to: Instant;
    readonly brokenFrom?: Instant;
    readonly calendar: string;
    /** Logs from before terms had severities have none of what follows. */
    readonly warnAt?: Instant | null;
    /** Null where the diagnosis has no limit, or has begun. */
    readonly diagnosisDueAt?: Instant | null;
    readonly because?: 'calendar' | 'severity';
  };
  resolved: {
    readonly answer: string | null;
    /** What the answer points at: a version, a day, an article. */
    readonly ref: string | null;
    /** The regulation promises a contact after it. */
    readonly followUp: boolean;
  };
  closed: {
    readonly outcome: Exclude<Outcome, 'solved' | 'merged'>;
    readonly reason: string | null;
    readonly clause: string | null;
  };
  follow_up_sent: Record<never, never>;
  follow_up_answered: {
    readonly solved: boolean | null;
    readonly score: number | null;
    /** Of the comment; null where none was made. */
    readonly digest: string | null;
  };
  follow_up_called: { readonly clause: string };
  follow_up_done: Record<never, never>;
  reopened: { readonly clause: string | null };
  appealed: {
    readonly to: string;
    readonly dueAt: Instant | null;
    readonly clause: string;
    readonly digest: string | null;
  };
  appeal_heard: { readonly digest: string };
  linked: { readonly to: string };
  problem_linked: { readonly problem: string };
  merged: { readonly into: string };
  absorbed: SharedReceipt & { readonly from: string };
  unmerged: { readonly from: string };
  separated: { readonly from: string };
}

/** One event of a ticket's life. */
export type LifeEvent = {
  [Kind in keyof LifeEventParams]: {
    readonly kind: Kind;
    readonly params: Readonly<LifeEventParams[Kind]>;
  };
}[keyof LifeEventParams];
