import type { CatalogOf } from '#shared/i18n/catalog.ts';

export const en = {
  'opened.subject': '{number} received',
  'opened.text': 'Your request {number} has been received.',
  'opened.due': 'First reply by {due} ({zone}) — clause {clause}.',
  'opened.no_due': 'The regulation sets no term for the first reply — clause {clause}.',
  'replied.subject': '{number}: reply',
  'asked.subject': '{number}: a question to you',
  'access.subject': '{number}: access is needed',
  'access.text':
    'An agent needs access for your request {number}. It is taken in the form for it alone: write no password into a letter or a message.',
  'resolved.subject': '{number} resolved',
  'resolved.text':
    'Your request {number} has been resolved. If the problem is still there, reply in the request.',
  'meeting.subject': '{number}: online meeting',
  'meeting.text': 'You are invited to an online meeting about your request {number}.',
  'meeting.when': 'When: {at} ({zone}).',
  'meeting.yours': 'Your time: {at}.',
  'meeting.length': 'It takes about {minutes} minutes. The link:',
  'meeting.off_subject': '{number}: the online meeting is called off',
  'meeting.off_text': 'The online meeting about your request {number} is called off.',
  'closed.subject': '{number} closed',
  'closed.text': 'Your request {number} has been closed without a solution.',
  'reminded.subject': '{number}: we are waiting for your answer',
  'reminded.text':
    'Request {number} waits for your answer. Reply in the request, or tell us that it is no longer needed.',
  'survey.subject': 'How satisfied are you with the support of {name}?',
  'survey.text': 'Please answer two short questions: {link}',
  'survey.stop': 'No more surveys: {stop}',
  edition: 'Regulation: {edition}.',
} as const;

export type MailCatalog = CatalogOf<typeof en>;
