import { sql, type SQL } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { Audience } from '#shared/wire/announcements.ts';
import type { Database } from '#server/db/connect.ts';
import { contactDigest, type Contact } from '#server/features/contacts/contacts.repository.ts';
import { knownProducts } from '#server/features/releases/releases.repository.ts';
import { productOf } from '#server/policy/decision/product-of.ts';
import { inRange } from '#server/policy/decision/version-order.ts';

/** A contact that holds a contract. */
export interface Holder extends Omit<Contact, 'requesterId'> {
  /** Null where a contract lists the address of somebody who never wrote. */
  readonly requesterId: string | null;
}

interface HolderRow extends Record<string, unknown> {
  readonly sha256: string;
  readonly email: string;
  readonly id: string | null;
  readonly locale: Locale;
  /** Those of each contract that the mailbox belongs to; null where nobody knows them. */
  readonly versions: readonly (readonly KnownVersion[] | null)[];
}

interface KnownVersion {
  readonly version: string;
  /** Null where nobody has named it. */
  readonly product: string | null;
}

/**
 * A page of those who have a contract, of one organisation or of any, and may have one of these versions: people with
 * proven addresses and those whom contracts list, each mailbox once, in the order of its digest behind
 * `after`. A version is known by the portals of a contract and the last request; where nobody knows that
 * of one of their contracts, they are told too, since silence could harm them. A version of another product
 * is none of these.
 */
export async function affectedHolders(
  db: Database,
  tenantId: string,
  audience: Extract<Audience, { kind: 'holders' | 'organisation' }>,
  after: string | null,
  limit: number,
): Promise<{ readonly contacts: readonly Holder[]; readonly last: string | null }> {
  const ofOrganisation = (contract: SQL) =>
    audience.kind === 'organisation'
      ? sql`and ${contract} in (select number from contracts
          where tenant_id = ${tenantId} and organisation_id = ${audience.organisation})`
      : sql.empty();
  const rows = await db.execute<HolderRow>(sql`
    with people as (
      select lower(trim(r.email)) as email, r.id, r.locale, r.contract
      from requesters r
      where r.tenant_id = ${tenantId} and r.contract is not null
        and r.email_verified and r.email is not null ${ofOrganisation(sql`r.contract`)}
      union all
      select lower(trim(c.email)), null, null, c.contract_number
      from contract_contacts c
      where c.tenant_id = ${tenantId} and c.email is not null
        ${ofOrganisation(sql`c.contract_number`)}
    ), known as (
      select p.email, min(p.id) as id, min(p.locale) as locale,
        json_agg(json_build_object('version', v.version, 'product', v.product))
          filter (where v.version is not null) as versions
      from people p left join lateral (
        select version, null as product from contract_portals cp
        where cp.tenant_id = ${tenantId} and cp.contract_number = p.contract
        union all
        (select m.context->>'appVersion', m.context->'extra'->>'product' from tickets t
          join messages m on m.tenant_id = t.tenant_id and m.ticket_id = t.id and m.kind = 'request'
          where t.tenant_id = ${tenantId} and t.requester_id = p.id
          order by t.created_at desc limit 1)
      ) v on v.version is not null
      group by p.email, p.contract
    )
    select encode(sha256(convert_to(email, 'UTF8')), 'hex') as sha256, email, min(id) as id,
      coalesce(min(locale), 'ru') as locale, json_agg(versions) as versions
    from known
    group by email
    having encode(sha256(convert_to(email, 'UTF8')), 'hex') collate "C" > ${after ?? ''}
    order by encode(sha256(convert_to(email, 'UTF8')), 'hex') collate "C"
    limit ${limit}`);
  const products = audience.kind === 'holders' ? await knownProducts(db, tenantId) : [];
  return {
    contacts: rows
      .filter(
        ({ versions }) => audience.kind !== 'holders' || isAffected(audience, versions, products),
      )
      .map(({ id, email, locale }) => ({
        requesterId: id,
        email,
        sha256: contactDigest(email),
        locale,
        plan: null,
        version: null,
        product: null,
      })),
    last: rows.length < limit ? null : (rows.at(-1)?.sha256 ?? null),
  };
}

const isAffected = (
  affected: Extract<Audience, { kind: 'holders' }>,
  versions: HolderRow['versions'],
  products: readonly string[],
): boolean =>
  versions.some(
    (known) =>
      !known ||
      known.some(
        ({ version, product }) =>
          (affected.product === undefined || affected.product === productOf(product, products)) &&
          inRange(affected, version),
      ),
  );
