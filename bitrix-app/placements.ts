/** A spot of the portal where the app can be found, beside its own page. */
export interface Placement {
  readonly code: 'USER_PROFILE_MENU' | 'REST_APP_URI' | 'CRM_DEAL_DETAIL_TAB';
  /** Whether the portal gives it only with this scope. */
  readonly scope?: string;
}

/** The menu of every person, links in messages, and the card of a deal where the app may read it. */
export const placements: readonly Placement[] = [
  { code: 'USER_PROFILE_MENU' },
  { code: 'REST_APP_URI' },
  { code: 'CRM_DEAL_DETAIL_TAB', scope: 'crm' },
];

/** Events that the server hears of, whatever the portal tells by itself. */
export const events = ['ONAPPUNINSTALL', 'ONAPPUPDATE', 'ONAPPPAYMENT'] as const;
