import type { ContractBody, ContractContact } from '#shared/wire/organisation.ts';

/** A listed person, with the account that a login was bound to. */
export interface ContactRecord extends ContractContact {
  readonly telegramAccountId: string | null;
  readonly telegramBoundAt: Date | null;
}

/** A contract as it is on record, with everything that it names. */
export interface ContractRecord extends Omit<ContractBody, 'organisation' | 'contacts'> {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly contacts: readonly ContactRecord[];
  /** Raised by every change. */
  readonly version: number;
}

/** A contract to be recorded; an organisation that is named and not known is added. */
export interface ContractDraft extends Omit<ContractBody, 'organisation'> {
  readonly organisation:
    | { readonly id: string }
    | { readonly name: string; readonly region?: string | null | undefined };
}

/** What a contract says, without whose it is. */
export type ContractTerms = Omit<ContractDraft, 'organisation'>;

/** The terms of a contract on record, to be changed in part. */
export function termsOf({
  version: _version,
  organisation: _organisation,
  contacts,
  ...terms
}: ContractRecord): ContractTerms {
  return {
    ...terms,
    contacts: contacts.map(
      ({ telegramAccountId: _account, telegramBoundAt: _bound, ...contact }) => contact,
    ),
  };
}

/** What a contract says of which nothing is known. */
export const blankTerms = {
  plan: null,
  level: null,
  validUntil: null,
  signedOn: null,
  firstResponse: null,
  firstResponseBySeverity: null,
  email: null,
  domains: [],
  contacts: [],
  portals: [],
} satisfies Partial<ContractTerms>;
