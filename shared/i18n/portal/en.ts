import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** Sentences of the pages that a Bitrix24 portal opens in its frame. */
export const en = {
  outside: 'This page opens inside a Bitrix24 portal: from its menu or from the app’s card.',
  malformed:
    'The portal sent something this page cannot read. Open the app once more from the menu.',
  foreign:
    'This page was opened by another site than the portal it names. Open the app from the portal’s menu.',
  unproven:
    'The portal’s sign-in has ended or is not this app’s. Open the app once more from the menu.',
  notInstalled:
    'The app is not fully installed. An administrator of the portal opens it once and finishes that.',
  payment:
    'The app’s subscription in this portal has ended. What was asked before stays; an administrator can renew it.',
  unavailable:
    'Bitrix24’s sign-in servers do not answer, so nobody can be told apart at present. Open the app again in a minute.',
  tooMany:
    'The app is opened from here too often. Wait a minute and open it again; pages that are open go on working.',
  otherWays: 'Other ways to write to support',
  noApp: 'This vendor has no app for Bitrix24.',
  code: 'Code: {code}',
  title: '{name} support',
} as const;

export type PortalCatalog = CatalogOf<typeof en>;
