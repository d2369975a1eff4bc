import type { Message } from '#shared/i18n/catalog.ts';
import type { ProblemCode } from '#shared/wire/problem.ts';

/** A code without a sentence does not compile, in any language. */
export type ProblemCatalog = Readonly<Record<ProblemCode, Message>>;

export const en: ProblemCatalog = {
  'request.malformed': 'The request could not be read.',
  'request.invalid': 'Some fields are filled in wrongly.',
  'request.bad_text': 'The text holds characters that cannot be stored.',
  'request.too_large': 'This is too large: at most {limitBytes} bytes.',
  'request.wrong_content_type': 'The request came in a form that is not accepted.',
  'request.not_found': 'There is nothing at this address.',
  'idempotency_key.missing': 'The request came without its key.',
  'idempotency_key.reused': 'This key was already used for another request.',
  'origin.not_allowed': 'Requests are not taken from this site.',
  'widget.unknown': 'The support service does not know this form.',
  'widget.off': 'Requests are not taken here; use the official channels.',
  'identity.required': 'Requests are taken from people who are signed in.',
  'identity.rejected': 'Your sign-in could not be confirmed. Sign in to the product again.',
  'category.unknown': 'There is no such kind of request any more. Choose another.',
  'field.unknown': 'The form has changed. Open it again; the draft is safe.',
  'fields.missing': 'Some fields that the regulation requires are empty.',
  'attachment.not_found': 'An attached file was not kept. Attach it again.',
  'attachment.type_refused': 'This kind of file is not accepted.',
  'attachment.empty': 'The file is empty.',
  'ticket.not_found': 'There is no such request, or it is not yours.',
  'ticket.not_awaiting_channel': 'The arrival of this request is already confirmed.',
  'ticket.awaiting_channel': 'The request waits for the message in the official channel.',
  'ticket.changed': 'Somebody changed the request meanwhile. Look at it again.',
  'sign_in.expired': 'The sign-in link is used up or too old.',
  'sign_in.required': 'Sign in to continue.',
  'agent.not_found': 'No such agent works at this desk.',
  'vendor.not_allowed': 'You have no access to this vendor.',
  'service.unavailable': 'The support service is unavailable for a moment.',
  'service.fault': 'The support service failed at this. It is noted.',
};
