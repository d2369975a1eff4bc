import type { MetArticle } from '#shared/article-uses.ts';
import type { Locale, TicketChannel, TicketStatus } from '#shared/vocabulary.ts';
import type { Decision } from '#shared/wire/decision.ts';
import type { TicketTimerKind } from '#server/policy/life/deadlines.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';
import type { PortalProof } from '#shared/wire/portal.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { GrantDraft } from '#server/features/access/draft-grants.ts';
import type { ShownCondition } from '#server/policy/decision/shown-conditions.ts';
import type { SearchLetters } from '#server/policy/search/words.ts';

/** Everything that opening one ticket writes, decided before the database is asked. Instants are ISO. */
export interface TicketDraft {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly messageId: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly requester: RequesterDraft;
  readonly status: TicketStatus;
  readonly category: string;
  readonly channel: TicketChannel;
  readonly subject: string;
  readonly text: string;
  /** What the request is found by. */
  readonly letters: SearchLetters;
  readonly answers: Readonly<Record<string, Answer>>;
  /** What secret fields were answered with; in `answers` a mask stands for it. */
  readonly grants: readonly GrantDraft[];
  readonly context: CaptureContext;
  /** Null where it came from no portal. */
  readonly portal: PortalProof | null;
  readonly attachments: readonly string[];
  readonly locale: Locale;
  readonly plan: string | null;
  readonly organisation: string | null;
  /** Number of the contract; null where none is on record. */
  readonly contract: string | null;
  readonly edition: string;
  readonly decision: Decision;
  readonly bridgeCode: string | null;
  readonly createdAt: string;
  readonly receivedAt: string | null;
  /** When the first response is due; null where nothing runs. */
  readonly dueAt: string | null;
  /** Of the digest that the log keeps of the request's words. */
  readonly salt: string;
  /** The first event of the log, to the letter. */
  readonly openedBody: string;
  readonly life: LifeState;
  readonly queueKey: string;
  readonly timers: readonly {
    readonly kind: TicketTimerKind | 'idea.overdue';
    readonly fireAt: string;
  }[];
  /** By when a proposal or feedback wants an outcome; null for anything else. */
  readonly ideaDueAt: string | null;
  /** Addresses that get the number by mail. */
  readonly mailTo: readonly string[];
  /** Mailbox that it is sent to in the requester's name; null where they write themselves, or need not. */
  readonly handOverTo: string | null;
  /** Articles that its sender met while writing. */
  readonly articles: readonly MetArticle[];
  /** What the answers say of the conditions of support. */
  readonly shown: readonly ShownCondition[];
}

/** Who asks, as stored: what a signature says, else what was typed; `monitor` is the vendor's own watch. */
export interface RequesterDraft {
  readonly id: string;
  readonly identity: 'token' | 'device' | 'monitor';
  readonly provenBy: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly phone: string | null;
  readonly organisation: string | null;
  readonly position: string | null;
  readonly contract: string | null;
  readonly plan: string | null;
  readonly category: string | null;
  readonly region: string | null;
  readonly timezone: string | null;
}
