import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** The page that a survey's link opens. */
export const en = {
  title: 'The support of {name}',
  solved: 'Is the matter settled?',
  yes: 'Yes',
  no: 'No',
  score: 'How satisfied are you?',
  scoreHint: '1 not at all, 5 entirely',
  comment: 'What should we know?',
  optional: 'if you like',
  missing: 'Not saved yet: every question but the last needs an answer.',
  secret: 'Not saved: the text looks like a password or a key. Write it without.',
  send: 'Send',
  thanks: 'Thank you, your answer is stored.',
  before: 'You have answered already, thank you.',
  gone: 'This link is unknown or no longer valid.',
  stopTitle: 'No more surveys',
  stopText: 'We will send you no more surveys of {name}.',
  stop: 'Send no more surveys',
  stopped: 'Done: we will send no more surveys.',
} as const;
export type SurveyCatalog = CatalogOf<typeof en>;
