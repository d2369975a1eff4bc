import { z } from 'zod';
import {
  nextStepCodes,
  type NextStepCode,
  overageChoices,
  type OverageChoice,
} from '#shared/vocabulary.ts';

/** Every expected failure has one; its sentence stands in the catalogs, its HTTP status at the edge. */
export const problemCodes = [
  'request.malformed',
  'request.invalid',
  'request.bad_text',
  'request.too_large',
  'request.wrong_content_type',
  'request.not_found',
  'idempotency_key.missing',
  'idempotency_key.reused',
  'origin.not_allowed',
  'widget.unknown',
  'widget.off',
  'identity.required',
  'identity.rejected',
  'category.unknown',
  'contact.not_recorded',
  'interaction.not_found',
  'requester.not_found',
  'guest.not_found',
  'guest.gone',
  'meeting.not_found',
  'meeting.over',
  'idea.not_found',
  'article_task.not_found',
  'article.not_found',
  'article.changed',
  'article.slug_taken',
  'field.unknown',
  'fields.missing',
  'field.secret_in_text',
  'attachment.not_found',
  'attachment.type_refused',
  'attachment.empty',
  'access.not_found',
  'access.not_given',
  'access.already_given',
  'access.ended',
  'ticket.not_found',
  'ticket.erased',
  'letter.not_found',
  'letter.not_failed',
  'ticket.not_awaiting_channel',
  'ticket.awaiting_channel',
  'ticket.changed',
  'act.not_allowed',
  'act.not_yours',
  'words.needed',
  'ticket.merged',
  'merge.holds_others',
  'merge.other_requester',
  'merge.other_kind',
  'merge.target_over',
  'other_ticket.not_found',
  'other_ticket.same',
  'diagnosis.not_started',
  'cause.unknown',
  'finding.needed',
  'answer.unknown',
  'answer.other_needed',
  'answer.incomplete',
  'vulnerability.cure_needed',
  'proposal.outcome_needed',
  'reason.not_allowed',
  'escalation.not_provided',
  'escalation.unknown_target',
  'escalation.no_reason',
  'escalation.tell_requester',
  'instant.past',
  'critical.not_running',
  'close.not_due',
  'reopen.complete_first',
  'reopen.new_ticket',
  'reopen.too_late',
  'field.not_missing',
  'follow_up.closed',
  'appeal.not_provided',
  'check.not_found',
  'portal.not_named',
  'organisation.not_found',
  'organisation.exists',
  'organisation.changed',
  'organisation.region_unknown',
  'contract.not_found',
  'contract.changed',
  'contract.number_taken',
  'contract.plan_unknown',
  'contract.level_unknown',
  'contract.ends_before_it_begins',
  'contract.email_missing',
  'contract.domain_public',
  'contract.domain_taken',
  'contract.login_taken',
  'condition.unknown',
  'import.malformed',
  'import.column_missing',
  'import.column_unknown',
  'import.row_width',
  'import.cell_invalid',
  'import.contradiction',
  'advice.order_needed',
  'advice.refused',
  'work.refused',
  'order.needed',
  'order.not_needed',
  'order.not_found',
  'order.not_accepted',
  'order.decided',
  'hours.used_up',
  'time_entry.not_found',
  'time_entry.voided',
  'plan_task.not_found',
  'api_key.not_found',
  'api_key.scope_missing',
  'webhook.not_found',
  'delivery.not_found',
  'sign_in.expired',
  'sign_in.required',
  'agent.not_found',
  'vendor.not_allowed',
  'service.unavailable',
  'service.fault',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A failure that was expected. A code, not a sentence: sentences live in the catalogs. */
export interface Problem {
  readonly code: ProblemCode;
  /** Fields that failed, as dot paths into the request: `contact.email`. Never their values. */
  readonly fields?: readonly string[];
  /** Numbers and names the sentence needs: `{ limitBytes: 5_000_000 }`. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** The clause of the regulation that decided, where one did. */
  readonly clause?: string;
  /** What an agent may choose, where there is a choice. */
  readonly choices?: readonly OverageChoice[];
  /** Where to go instead, where there is such a place. */
  readonly nextStep?: NextStep;
}

/** What a person can do after a refusal: a code for the sentence and, where there is one, an address. */
export interface NextStep {
  readonly code: NextStepCode;
  readonly href?: string;
}

/** RFC 9457 body: `type` is a path on this server, `title` a short English name of the code. */
export const problemBody = z.object({
  type: z.string().meta({ example: '/problems/request.invalid' }),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes),
  fields: z.array(z.string()).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  clause: z.string().optional(),
  choices: z.array(z.enum(overageChoices)).optional(),
  nextStep: z.object({ code: z.enum(nextStepCodes), href: z.string().optional() }).optional(),
});
