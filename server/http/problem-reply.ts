import type { NextStep, Problem, ProblemCode } from '#shared/wire/problem.ts';

export const problemStatuses = {
  'request.malformed': 400,
  'request.invalid': 400,
  'request.bad_text': 400,
  'request.too_large': 413,
  'request.wrong_content_type': 415,
  'request.not_found': 404,
  'idempotency_key.missing': 400,
  'idempotency_key.reused': 422,
  'origin.not_allowed': 403,
  'widget.unknown': 404,
  'widget.off': 403,
  'identity.required': 401,
  'identity.rejected': 401,
  'category.unknown': 400,
  'contact.not_recorded': 409,
  'interaction.not_found': 404,
  'requester.not_found': 404,
  'guest.not_found': 404,
  'guest.gone': 410,
  'meeting.not_found': 404,
  'meeting.over': 409,
  'idea.not_found': 404,
  'article_task.not_found': 404,
  'article.not_found': 404,
  'article.changed': 412,
  'article.slug_taken': 409,
  'article.too_nested': 422,
  'article.open_first': 422,
  'article.confirm_first': 422,
  'article.link_first': 422,
  'release.not_found': 404,
  'release.exists': 409,
  'release.out': 409,
  'release.day_to_come': 422,
  'known_problem.not_found': 404,
  'known_problem.changed': 412,
  'advisory.not_found': 404,
  'advisory.changed': 412,
  'advisory.cure_needed': 409,
  'field.unknown': 400,
  'fields.missing': 422,
  'field.secret_in_text': 422,
  'attachment.not_found': 404,
  'attachment.type_refused': 415,
  'attachment.empty': 400,
  'access.not_found': 404,
  'access.not_given': 409,
  'access.already_given': 409,
  'access.ended': 410,
  'ticket.not_found': 404,
  'ticket.erased': 410,
  'letter.not_found': 404,
  'letter.not_failed': 409,
  'survey.not_found': 404,
  'ticket.not_awaiting_channel': 409,
  'ticket.awaiting_channel': 409,
  'ticket.changed': 412,
  'act.not_allowed': 409,
  'act.not_yours': 403,
  'words.needed': 422,
  'ticket.merged': 409,
  'merge.holds_others': 409,
  'merge.other_requester': 409,
  'merge.other_kind': 409,
  'merge.target_over': 409,
  'other_ticket.not_found': 404,
  'other_ticket.same': 409,
  'diagnosis.not_started': 409,
  'cause.unknown': 422,
  'finding.needed': 409,
  'answer.unknown': 422,
  'answer.other_needed': 409,
  'answer.incomplete': 422,
  'answer.unknown_version': 422,
  'answer.unknown_update': 422,
  'answer.unknown_day': 422,
  'answer.unknown_workaround': 422,
  'vulnerability.cure_needed': 409,
  'proposal.outcome_needed': 409,
  'reason.not_allowed': 409,
  'escalation.not_provided': 409,
  'escalation.unknown_target': 422,
  'escalation.no_reason': 422,
  'escalation.tell_requester': 409,
  'instant.past': 422,
  'critical.not_running': 409,
  'close.not_due': 409,
  'reopen.complete_first': 409,
  'reopen.new_ticket': 409,
  'reopen.too_late': 409,
  'field.not_missing': 422,
  'follow_up.closed': 409,
  'appeal.not_provided': 409,
  'check.not_found': 404,
  'portal.not_named': 409,
  'organisation.not_found': 404,
  'organisation.exists': 409,
  'organisation.changed': 412,
  'organisation.region_unknown': 422,
  'contract.not_found': 404,
  'contract.changed': 412,
  'contract.number_taken': 409,
  'contract.plan_unknown': 422,
  'contract.level_unknown': 422,
  'contract.ends_before_it_begins': 422,
  'contract.email_missing': 422,
  'contract.domain_public': 422,
  'contract.domain_taken': 409,
  'contract.login_taken': 409,
  'condition.unknown': 422,
  'import.malformed': 422,
  'import.column_missing': 422,
  'import.column_unknown': 422,
  'import.row_width': 422,
  'import.cell_invalid': 422,
  'import.contradiction': 422,
  'advice.order_needed': 409,
  'advice.refused': 409,
  'work.refused': 409,
  'order.needed': 409,
  'order.not_needed': 409,
  'order.not_found': 404,
  'order.not_accepted': 409,
  'order.decided': 409,
  'hours.used_up': 409,
  'time_entry.not_found': 404,
  'time_entry.voided': 409,
  'plan_task.not_found': 404,
  'api_key.not_found': 404,
  'api_key.scope_missing': 403,
  'api_key.ended': 409,
  'webhook.not_found': 404,
  'webhook.stopped': 409,
  'delivery.not_found': 404,
  'sign_in.expired': 410,
  'sign_in.required': 401,
  'agent.not_found': 404,
  'vendor.not_allowed': 404,
  'service.unavailable': 503,
  'service.fault': 500,
} as const satisfies Record<ProblemCode, number>;

/** What helps whatever the regulation says; a problem that names another step keeps it. */
const nextSteps: Partial<Record<ProblemCode, NextStep['code']>> = {
  'identity.required': 'sign_in',
  'identity.rejected': 'sign_in',
  'service.unavailable': 'try_later',
};

const contentType = 'application/problem+json';

/** RFC 9457: `type`, `title` and `status` beside our `code`; never the input. */
export function problemBodyOf(problem: Problem) {
  const nextStep = nextSteps[problem.code];
  return {
    type: `/problems/${problem.code}`,
    title: titleOf(problem.code),
    status: problemStatuses[problem.code],
    ...(nextStep ? { nextStep: { code: nextStep } } : {}),
    ...problem,
  };
}

/** A problem as an answer. */
export function problemResponse(problem: Problem): Response {
  const body = problemBodyOf(problem);
  const { status } = body;
  const headers = new Headers({ 'content-type': contentType, 'cache-control': 'no-store' });
  if (status === 503) headers.set('retry-after', '2');
  // the rest of the body is not read, so nothing more can come over this connection
  if (status === 413) headers.set('connection', 'close');
  return new Response(JSON.stringify(body), { status, headers });
}

/** The same from a typed route: its problems are listed there, so the answer passes as it is. */
export const replyProblem = (problem: Problem): never => problemResponse(problem) as never;

const titleOf = (code: ProblemCode): string => {
  const words = code.replace(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
