import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** Words of the pages that run inside a Bitrix24 portal, beside the widget's own. */
export const en = {
  title: '{name} support',
  who: 'Who asks',
  provenBy: 'Confirmed by the portal',
  unnamed: 'An employee of the portal',
  portal: 'Portal',
  address: 'Address',
  kind: 'Kind',
  cloud: 'Cloud',
  box: 'On your own server',
  deal: 'Deal',
  license: 'Edition',
  unknown: 'Not said',
  tokensStay: 'The portal’s access keys are not passed on to agents.',
  noFrame: 'The portal does not answer. What you write is kept and can be sent all the same.',
} as const;

export type PortalAppCatalog = CatalogOf<typeof en>;
