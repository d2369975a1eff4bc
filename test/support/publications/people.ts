import { contactDigest } from '#server/features/contacts/contacts.repository.ts';

/** An account of somebody who may be told; several may share a mailbox. */
export interface Account {
  readonly id: string;
  readonly mailbox: string;
  /** As this account writes it. */
  readonly email: string;
  readonly contract: string | null;
  /** Version of the contract's portal; null where nobody knows it. */
  readonly version: string | null;
  /** A contract lists it, and nobody ever wrote from there. */
  readonly listed: boolean;
  /** Whether its address is proven now. */
  proven: boolean;
  plan: 'pro' | null;
}

/** Of nine two share a mailbox with their neighbour, and one with somebody far away. */
const sharing: Readonly<Record<number, number>> = { 1: 0, 4: 3, 8: 2 };

const account = (place: number): Account => {
  const mailbox = `m${sharing[place] ?? place}@example.org`;
  return {
    id: `rqr_${String(place).padStart(3, '0')}`,
    mailbox,
    email: place in sharing ? ` ${mailbox.toUpperCase()}` : mailbox,
    contract: place % 4 === 3 ? null : `D-${place}`,
    version: ['1.4.0', '1.6.0', null][place % 3] ?? null,
    listed: false,
    proven: place % 5 !== 0,
    plan: place % 2 === 0 ? 'pro' : null,
  };
};

/** Everybody who may come to be told something, as they stand at the beginning. */
export const anybody = (): Account[] => [
  ...Array.from({ length: 9 }, (_, place) => account(place)),
  {
    ...account(0),
    id: 'listed',
    mailbox: 'listed@example.org',
    email: 'listed@example.org',
    listed: true,
    proven: true,
  },
];

/** How a delivery names a mailbox. */
export const digestOf = ({ mailbox }: Account): string => contactDigest(mailbox);

/** Statements that put them into a vendor's tables. */
export function rowsOf(vendor: string, accounts: readonly Account[]): string {
  const people = accounts.filter(({ listed }) => !listed);
  const text = (value: string | null) => (value === null ? 'null' : `'${value}'`);
  const requesters = people.map(
    ({ id, email, contract, plan, proven }) =>
      `('${vendor}', '${id}', 'token', '${email}', ${proven}, ${text(contract)}, ${text(plan)}, 'ru', now())`,
  );
  const portals = people
    .filter(({ contract, version }) => contract !== null && version !== null)
    .map(
      ({ contract, version }) =>
        `('${vendor}', '${contract}', 'https://${contract}.example', 'cloud', '${version}')`,
    );
  const listed = accounts
    .filter((one) => one.listed)
    .map(({ contract, email }) => `('${vendor}', '${contract}', 0, 'X', '${email}', true)`);
  return `
    insert into requesters (tenant_id, id, identity, email, email_verified, contract, plan, locale, updated_at)
      values ${requesters.join(', ')};
    insert into contract_portals (tenant_id, contract_number, url, kind, version) values ${portals.join(', ')};
    insert into contract_contacts (tenant_id, contract_number, place, name, email, responsible)
      values ${listed.join(', ')}`;
}
