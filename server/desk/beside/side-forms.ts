/** What a form beside a ticket asks for. */
export type SideField =
  | 'minutes'
  | 'workedAt'
  | 'ownError'
  | 'item'
  | 'exclusive'
  | 'order'
  | 'choice'
  | 'url'
  | 'at'
  | 'scope'
  | 'days'
  | 'name'
  | 'email'
  | 'help'
  | 'agent'
  | 'purpose'
  | 'work'
  | 'price'
  | 'currency'
  | 'by'
  | 'problem';

/** What has been filled in so far, as the fields hold it. */
export type SideValues = Readonly<Partial<Record<SideField, string>>>;

/** Acts beside a ticket with the fields of their forms; one without fields is only confirmed. */
export const sideForms = {
  log_time: ['minutes', 'item', 'exclusive', 'ownError', 'workedAt', 'order', 'choice'],
  correct_time: ['minutes', 'choice'],
  void_time: [],
  arrange_meeting: ['url', 'at', 'minutes'],
  hold_meeting: ['minutes', 'ownError', 'order', 'choice'],
  cancel_meeting: [],
  ask_access: ['scope', 'days'],
  revoke_access: [],
  invite_guest: ['name', 'email', 'help', 'days'],
  revoke_guest: [],
  add_participant: ['agent', 'purpose', 'order'],
  remove_participant: [],
  propose_order: ['item', 'exclusive', 'work', 'price', 'currency'],
  accept_order: ['by'],
  decline_order: ['by'],
  finish_order: [],
  link_problem: ['problem'],
} as const satisfies Record<string, readonly SideField[]>;
export type SideAct = keyof typeof sideForms;

/** Acts whose minutes go to the hours of a plan: what they would use up is shown before. */
const debits: readonly SideAct[] = ['log_time', 'hold_meeting'];
export const usesHours = (act: SideAct): boolean => debits.includes(act);

/** What is done to which of several: one meeting, one guest. */
export interface SideSubject {
  readonly id: string;
  /** As the list names it. */
  readonly label: string;
  /** What its fields begin with. */
  readonly values?: SideValues;
}

/** What fields begin with where nothing else is known: the usual length of things. */
export const usualValues: Partial<Record<SideAct, SideValues>> = {
  arrange_meeting: { minutes: '30' },
  invite_guest: { days: '14' },
  add_participant: { purpose: 'help' },
  propose_order: { currency: 'RUB' },
};
