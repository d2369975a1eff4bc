import type { Message } from '#shared/i18n/catalog.ts';
import type { ProblemCode } from '#shared/wire/problem.ts';

/** Refusals that only agents, programs and the command line meet: requesters do not load their sentences. */
export const en = {
  'upload.moved_on': 'The file goes on elsewhere by now. Ask how much of it is there.',
  'upload.too_many': 'Too many files are on their way at once. Wait for some of them.',
  'live.too_many': 'Too many pages listen for changes at once. They still show after a while.',
  'upload.version': 'This version of the upload protocol is not spoken here.',
  'contact.not_recorded': 'The regulation keeps no record of such contacts.',
  'arrival.unknown_code': 'There is no such code here. Compare it with the message.',
  'arrival.code_expired':
    'A code is good for a day, and that has passed. Open the request by its number.',
  'interaction.not_found': 'There is no such contact here.',
  'idea.not_found': 'This request is no proposal and no feedback.',
  'article_task.not_found': 'There is no such task for an article.',
  'article.changed':
    'The article has been changed in the meantime. Reload it and apply your change again.',
  'article.slug_taken': 'Another article has this address already.',
  'article.slug_reserved': 'The service itself needs this address. Choose another one.',
  'article.too_nested':
    'The text is too long or its lists, quotes and marks are too deep in each other: simplify the Markdown.',
  'release.not_found': 'There is no such version.',
  'release.exists': 'This version is entered already.',
  'release.out': 'This version is out; its day moves no more.',
  'release.changed': 'The version has been changed meanwhile. Look at it again.',
  'release.day_to_come': 'A version that is out has no day to come.',
  'advisory.not_found': 'There is no such advisory, or it is published already.',
  'advisory.changed': 'The advisory has been changed meanwhile. Look at it again.',
  'advisory.cure_needed':
    'Name the version without the vulnerability, or a mitigation in every language.',
  'announcement.not_found': 'There is no such announcement.',
  'announcement.changed': 'The announcement has been changed meanwhile. Look at it again.',
  'announcement.begun': 'It is being told already: it can neither be changed nor withdrawn.',
  'announcement.withdrawn': 'The announcement is withdrawn. Write a new one.',
  'survey_wave.not_found': 'There is no such wave of surveys.',
  'survey_wave.sent': 'Everybody in it has been asked already. Stop the one that follows.',
  'known_problem.not_found': 'There is no such known problem.',
  'known_problem.changed': 'The known problem has been changed meanwhile. Look at it again.',
  'survey.not_found': 'There is no such answer to a survey.',
  'tickets.hidden': 'Requests that you may not see belong to this. Ask the head of support.',
  'letter.not_found': 'There is no such letter.',
  'letter.not_failed': 'Only a letter that could not be delivered is sent again.',
  'merge.holds_others':
    'Other requests were merged into this one. Take them out first, or merge this way round: the other one into it.',
  'merge.other_requester':
    'These are requests of different people. Link them: what one of them wrote is not for the other to read.',
  'merge.other_kind':
    'A proposal and a report of a vulnerability are merged only with their like. Link them.',
  'merge.target_over': 'That request has ended, goes on in another one, or has not come yet.',
  'other_ticket.same': 'That is this very request.',
  'diagnosis.not_started': 'The cause has not been looked for yet. Start the diagnosis first.',
  'cause.unknown': 'The regulation names no such cause.',
  'finding.needed': 'A diagnosis ends in a finding: say what was found.',
  'answer.unknown_version': 'No such version is out.',
  'answer.unknown_update': 'The answer names no update that is out.',
  'answer.unknown_day': 'No version is planned for that day.',
  'answer.unknown_workaround':
    'The answer names no known problem with a way round, and no article.',
  'vulnerability.cure_needed': 'A vulnerability ends with a version, an update or a way around it.',
  'proposal.outcome_needed': 'A wish is handed over to development or declined.',
  'address.private':
    'This address leads into a private network; the server calls public ones only.',
  'address.port': 'The port of this address is not allowed. Allowed: {ports}.',
  'reason.not_allowed': 'The regulation does not allow this reason now.',
  'escalation.not_provided': 'The regulation knows no handing over.',
  'escalation.unknown_target': 'The regulation names no such place to hand over to.',
  'escalation.no_reason': 'Say why it is handed over.',
  'escalation.tell_requester':
    'Tell the requester first when they will hear more: a day or the next update.',
  'critical.not_running': 'There is nothing critical to take up.',
  'close.not_due': 'The time to answer has not passed yet.',
  'check.not_found': 'There is no such check.',
  'check.stopped': 'This check is looked at no more.',
  'portal.not_named': 'The request names no portal on machines of the customer.',
  'organisation.not_found': 'There is no such organisation.',
  'organisation.exists': 'There is an organisation of this name already.',
  'organisation.changed': 'The organisation has been changed meanwhile. Look at it again.',
  'organisation.region_unknown': 'The regulation knows no such region.',
  'portal.not_admin': 'The portal does not call this person its administrator.',
  'portal.not_found': 'There is no such portal here.',
  'portal.contract_changed':
    'The contract of this portal has been asked for anew or decided on meanwhile. Look at it again.',
  'portal.no_contract_asked': 'No number of this portal waits for a decision.',
  'contract.not_found': 'There is no such contract.',
  'contract.changed': 'The contract has been changed meanwhile. Look at it again.',
  'contract.number_taken': 'A contract of another organisation has this number.',
  'contract.plan_unknown': 'The regulation has no such plan.',
  'contract.level_unknown': 'The regulation has no such level of support.',
  'instant.ends_before_it_begins': 'The end has to come after the beginning.',
  'contract.ends_before_it_begins': 'The contract ends before it begins.',
  'contract.email_missing':
    'The regulation sends the number of a request by mail: the contract needs an address.',
  'contract.domain_public':
    'Anybody can open a mailbox in this domain: it belongs to no organisation.',
  'contract.domain_taken': 'This mail domain stands in the contract of another organisation.',
  'contract.login_taken': 'This Telegram login stands in the contract of another organisation.',
  'condition.unknown': 'The regulation has no such condition of support.',
  'import.malformed': 'A quotation mark is not closed, or stands in the middle of a cell.',
  'import.column_missing': 'A column that is needed is missing.',
  'import.column_unknown': 'There is no such column.',
  'import.row_width': 'The line has another number of cells than the first one.',
  'import.cell_invalid': 'The value does not fit its column.',
  'import.contradiction': 'Another line says otherwise of the same contract.',
  'advice.order_needed':
    'The plan of this requester holds no advice from a developer: it is a separate order.',
  'advice.refused': 'The regulation gives no advice from a developer to this requester.',
  'work.refused': 'The regulation does not provide for this work.',
  'hours.used_up':
    'The hours of the plan do not suffice: {leftMinutes} of {budgetMinutes} minutes are left, and {minutes} are asked for.',
  'time_entry.not_found': 'There is no such entry of time on this request.',
  'plan_task.not_found': 'There is no such task of a plan.',
  'ticket.nobody_reads': 'The watch opened this ticket, so nobody would read that. Write a note.',
  'time_entry.voided': 'This entry of time was taken back already.',
  'api_key.not_found': 'There is no such key.',
  'api_key.scope_missing': 'This key does not allow that.',
  'api_key.ended': 'That key was revoked or has expired. Make a new one.',
  'webhook.not_found': 'There is no such receiver.',
  'webhook.stopped': 'This receiver is told nothing any more.',
  'delivery.not_found': 'This receiver was never told of that event.',
  'sign_in.expired': 'The sign-in link is used up or too old.',
  'sign_in.required': 'Sign in to continue.',
  'agent.not_found': 'No such agent works at this desk.',
} as const satisfies Readonly<Partial<Record<ProblemCode, Message>>>;

export type DeskProblemCode = keyof typeof en;

export type DeskProblemCatalog = Readonly<Record<DeskProblemCode, Message>>;
