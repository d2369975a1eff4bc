import type { Finding, Severity } from '#shared/vocabulary.ts';
import type { ResponseAct } from '#server/policy/decision/stops.ts';
import type { AnswerDraft } from './closing-answer.ts';
import type { LifeEventParams } from './life-event.ts';
import type { Receipt } from './life-state.ts';

/** Salted digest of words that stand in a message; null where the act was done without words. */
interface Said {
  readonly digest: string | null;
}

/** When a requester hears more. Epoch milliseconds; null where it was not told. */
export interface ToldTerms {
  readonly etaAt: number | null;
  readonly nextUpdateAt: number | null;
}

/** An answer of the pack and what it points at. */
export type AnswerGiven = Pick<AnswerDraft, 'kind' | 'holds'>;

/**
 * What somebody wants to do with a ticket. Each is allowed or refused by `takeStep`; those that tell
 * the requester something carry the digest of what was said.
 */
export type LifeAct =
  | ({
      readonly act: 'reply';
      readonly response: Exclude<ResponseAct, 'auto_acknowledged' | 'note' | 'question'>;
      /** The requester is asked whether it helped: silence then may end the ticket. */
      readonly proposes: boolean;
      readonly answer: AnswerGiven | null;
      readonly resolves: boolean;
      /** Articles answer it: its requester helps themselves. */
      readonly selfService?: boolean;
      /** Id of the known problem that it is about. */
      readonly problem?: string;
    } & Said)
  | ({ readonly act: 'ask' } & Said)
  | ({ readonly act: 'note' } & Said)
  | ({ readonly act: 'requester_reply' } & Said)
  /** Answers to fields of the form that the request lacked. */
  | ({ readonly act: 'complete'; readonly fields: readonly string[] } & Said)
  | { readonly act: 'confirm_arrival'; readonly terms: LifeEventParams['channel_confirmed'] }
  | { readonly act: 'start_diagnosis' }
  | { readonly act: 'diagnose'; readonly finding: Finding; readonly cause: string | null }
  | { readonly act: 'set_severity'; readonly severity: Severity }
  | { readonly act: 'take_up'; readonly agent: string }
  | { readonly act: 'assign'; readonly to: string | null }
  | ({
      readonly act: 'escalate';
      /** A target of the pack. */
      readonly to: string;
      /** Why, in the agent's words; they stand in a note. */
      readonly reason: string;
      readonly terms: ToldTerms;
    } & Said)
  | ({ readonly act: 'inform'; readonly terms: ToldTerms } & Said)
  | { readonly act: 'return' }
  | ({
      readonly act: 'plan_release';
      /** `YYYY-MM-DD` in the vendor's zone. */
      readonly on: string;
      readonly version: string | null;
    } & Said)
  | { readonly act: 'ship_release'; readonly version: string }
  | ({ readonly act: 'defer'; readonly reason: string } & Said)
  | ({ readonly act: 'refuse'; readonly reason: string } & Said)
  /** Somebody else answers for the cause that a diagnosis found. */
  | ({ readonly act: 'refer'; readonly cause: string } & Said)
  | ({ readonly act: 'hand_over'; readonly to: string; readonly ref: string | null } & Said)
  | ({ readonly act: 'decline' } & Said)
  /** Feedback that was acted upon, or heard. */
  | ({ readonly act: 'settle'; readonly outcome: 'done' | 'noted' } & Said)
  | ({ readonly act: 'resolve'; readonly answer: AnswerGiven | null } & Said)
  | { readonly act: 'close_silent' }
  | { readonly act: 'withdraw' }
  | { readonly act: 'mark_spam' }
  | { readonly act: 'reopen' }
  | ({
      readonly act: 'answer_follow_up';
      readonly solved: boolean | null;
      /** 1 to 5. */
      readonly score: number | null;
    } & Said)
  | { readonly act: 'finish_follow_up' }
  | ({ readonly act: 'appeal' } & Said)
  | ({ readonly act: 'hear_appeal' } & Said)
  /** Its requester goes on in another ticket of theirs. */
  | { readonly act: 'merge'; readonly into: string }
  /** The other side of a merge: one clock for both from now on. */
  | {
      readonly act: 'absorb';
      readonly from: string;
      readonly receipt: Pick<Receipt, 'receivedAt' | 'response'>;
    }
  | { readonly act: 'unmerge' }
  /** The other side of an unmerge. */
  | { readonly act: 'separate'; readonly from: string }
  | { readonly act: 'link'; readonly to: string }
  /** It is a problem that is known. */
  | { readonly act: 'link_problem'; readonly problem: string };

/** What an act is called. */
export type ActKind = LifeAct['act'];

/** Acts of one kind. */
export type ActOf<Kind extends ActKind> = Extract<LifeAct, { readonly act: Kind }>;
