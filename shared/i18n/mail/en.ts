import type { CatalogOf } from '#shared/i18n/catalog.ts';

export const en = {
  'opened.subject': '{number} received',
  'opened.text': 'Your request {number} has been received.',
  'opened.due': 'First reply by {due} ({zone}) — clause {clause}.',
  'opened.no_due': 'The regulation sets no term for the first reply — clause {clause}.',
  'handed.from': '{name} by the form of {vendor}',
  'handed.proven': 'Answer to: {email}. The address is vouched for by {by}.',
  'handed.unproven': 'Answer to: {email}. Nobody vouches for this address: it is as it was typed.',
  'handed.files': 'Pictures, files and the whole request: {number} at the desk.',
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
  'closed.handed_over': 'Your proposal {number} has been handed over: {to}.',
  'closed.declined': 'Your proposal {number} has been declined.',
  'closed.referred': 'Your request {number} is closed: somebody else answers for its cause.',
  'silence.no_confirmation': 'There was no answer to the proposed solution.',
  'silence.no_information': 'There was no answer to the question.',
  'told.reason': 'Ground: clause {clause}. {why}',
  'told.eta': 'Expected by {at} ({zone}).',
  'told.next_update': 'More news by {at} ({zone}).',
  'told.release': 'The release is planned for {on}.',
  'told.version': 'Version {version} is planned for {on}.',
  'advisory.fixed': 'It is mended in version {version}.',
  'advisory.page': 'Read it on its page: {href}',
  'works.when': 'When: from {from} to {until} ({zone}).',
  'released.subject': '{number}: version {version} is out',
  'released.text': 'Version {version}, for which your request {number} waited, is out.',
  'merged.subject': '{number} goes on as {into}',
  'merged.text':
    'Your requests {number} and {into} are about one matter and were joined. Everything goes on as {into}, and the earlier of the two terms holds. Write there; what you write to {number} gets there, too.',
  'unmerged.subject': '{number} goes on by itself again',
  'unmerged.text':
    'Your request {number} is no longer joined with {into} and goes on under its own number.',
  'reminded.subject': '{number}: we are waiting for your answer',
  'reminded.text':
    'Request {number} waits for your answer. Reply in the request, or tell us that it is no longer needed.',
  'follow_up.subject': '{number}: did it help?',
  'follow_up.text':
    'The request {number} was resolved. Tell us how it went, no sign-in is needed: {link}',
  'survey.subject': 'How satisfied are you with the support of {name}?',
  'survey.text': 'Please answer two short questions: {link}',
  'survey.stop': 'No more surveys: {stop}',
  edition: 'Regulation: {edition}.',
} as const;

export type MailCatalog = CatalogOf<typeof en>;
