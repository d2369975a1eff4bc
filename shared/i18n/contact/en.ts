import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** What somebody is told whose call or message is no request by the regulation. */
export const en = {
  'answer.not_official':
    'Requests are not registered here (clause {clause}). Please send yours where they are: {ways}.',
  'answer.manager':
    'A manager does not register requests, and writing to one makes nothing faster (clause {clause}). Please send yours here: {ways}.',
  'answer.in_writing_only':
    'This is taken in writing only (clause {clause}). Please send it here: {ways}.',
  'way.form': 'the form, {link}',
  'way.channel': '{label}, {address}',
} as const;

export type ContactCatalog = CatalogOf<typeof en>;
