import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** Words of the installer inside a Bitrix24 portal. */
export const en = {
  tokensStay: 'The portal’s access keys are not passed on to agents.',
  install: 'Install {name} support',
  installText:
    'The app adds a “Support” entry for everybody in this portal. Requests go to the vendor; the rules by which they are answered are public.',
  policy: 'Read the regulation',
  places: 'Where it will be found:',
  'place.own': 'the app’s own page, in the menu of the portal',
  'place.USER_PROFILE_MENU': 'the menu of each user, on any page',
  'place.REST_APP_URI': 'links in messages: to the request they are about',
  'place.CRM_DEAL_DETAIL_TAB':
    'the card of a deal: its number and title come along with the request',
  contract: 'Support contract',
  'contract.number': 'We have a contract',
  'contract.none': 'We have no contract',
  'contract.label': 'Contract number',
  'contract.checked':
    'An agent compares it with the records. Until then requests count as those without a contract.',
  'contract.lacks': 'Write the number, or choose that there is no contract.',
  'contract.later': 'The number can be named later, too: on the page of the app.',
  'contract.free': 'The app works without a contract.',
  'contract.effect.promise': 'Requests without one are answered as others are: clause {clause}.',
  'contract.effect.register_and_inform':
    'Requests without one are registered, and you are told what they lack: clause {clause}.',
  'contract.effect.contract_route':
    'By clause {clause} of the regulation, help with requests needs one.',
  'contract.ask': 'Ask for a contract',
  'contract.confirmed': 'Support contract {number} is confirmed for this portal.',
  'contract.refused': 'The number {number} was not confirmed.',
  'contract.unsent':
    'The number was not sent and stays in the field. The app can be installed without it.',
  'contract.withoutIt': 'Finish without the number',
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
