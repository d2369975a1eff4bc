import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** Words of the installer inside a Bitrix24 portal. */
export const en = {
  tokensStay: 'The portal’s access keys are not passed on to agents.',
  install: 'Install {name} support',
  installText:
    'The app adds a «Support» entry for everybody in this portal. Requests go to the vendor; the rules by which they are answered are public.',
  policy: 'Read the regulation',
  places: 'Where it will be found:',
  'place.own': 'the app’s own page, in the menu of the portal',
  'place.USER_PROFILE_MENU': 'the menu of each user, on any page',
  'place.REST_APP_URI': 'links in messages: to the request they are about',
  'place.CRM_DEAL_DETAIL_TAB':
    'the card of a deal: its number and title come along with the request',
  finish: 'Finish the installation',
  finishing: 'Finishing…',
  notAdmin:
    'Only an administrator of the portal can install the app. Ask yours to open this page once.',
  placeFailed: 'The portal did not take:',
  withoutRest:
    'The plan of this portal lets no app reach its data. The app works from its own page; names of people are not filled in.',
  deaf: 'The portal does not tell this app of changes. It finds out when somebody opens it.',
  again: 'Try again',
  asItIs: 'Finish without it',
  slow: 'The portal has not answered for {count} seconds. If this page stays, reload it: nothing is done twice.',
} as const;

export type PortalInstallCatalog = CatalogOf<typeof en>;
