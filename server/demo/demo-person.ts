import type { Duration, LocalText } from '#shared/wire/decision.ts';

/** What the vendor's own backend would put into the token of this person. */
export interface DemoClaims {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly phone?: string;
  /** Name of the organisation, as agents read it. */
  readonly org?: string;
  readonly position?: string;
  /** Number of a contract in `demoContracts` of the same vendor. */
  readonly contract?: string;
  readonly plan?: string;
  readonly category?: string;
}

/** Somebody the demo can be used as. All of them, and their organisations, are invented. */
export interface DemoPerson {
  readonly vendor: string;
  readonly id: string;
  readonly name: string;
  readonly role: LocalText;
  readonly claims: DemoClaims;
}

/** What an invented organisation has agreed with a vendor. */
export interface DemoContract {
  readonly vendor: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly number: string;
  readonly plan: string | null;
  readonly level: string | null;
  /** Local dates in the vendor's zone, `YYYY-MM-DD`; valid through the end of the last one. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Sample value of a contract, where the regulation leaves the term to it. */
  readonly firstResponse: Duration | null;
  /** Where the number of a request goes besides its sender. */
  readonly email: string | null;
}

/** Somebody whom such a contract names as a responsible person. */
export interface DemoContact {
  readonly vendor: string;
  /** Of the contract. */
  readonly number: string;
  readonly name: string;
  readonly email: string;
}
