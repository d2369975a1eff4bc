import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** What is written into a vendor's own portal, and what comes from there. English is the source. */
export const en = {
  'by.requester': 'Requester',
  'by.desk': 'Support',
  'request.link': 'At the desk: {link}',
  files: 'Files: {names}',
  'handed.to': 'Handed over to: {to}',
  'handed.reason': 'Reason: {reason}',
  'handed.reference': 'Request: {number}',
  'erased.title': '{number}: erased',
  'erased.text': 'The words of this request were erased.',
  'note.comment': 'Comment in Bitrix24, person {person}:',
  'note.taskComment': 'Said in Bitrix24 below task {task}, person {person}:',
  'note.done': 'Task {task} in Bitrix24 is done.',
  'note.stage': 'Item {item} in Bitrix24 was moved to the stage {stage}.',
} as const;

export type VendorPortalCatalog = CatalogOf<typeof en>;
