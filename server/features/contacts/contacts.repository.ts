import { sql } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { Database } from '#server/db/connect.ts';
import { sha256 } from '#server/digest.ts';

/** A person whose address is proven, so that letters may go there. */
export interface Contact {
  readonly requesterId: string;
  readonly email: string;
  /** Digest of the address: two accounts with one mailbox are one contact. */
  readonly sha256: string;
  readonly locale: Locale;
  /** By the last request, else by what is known of the person. */
  readonly plan: string | null;
  /** Version of the product that the last request named. */
  readonly version: string | null;
  /** The product that it named. */
  readonly product: string | null;
}

interface ContactRow extends Record<string, unknown> {
  readonly id: string;
  readonly email: string;
  readonly locale: Locale;
  readonly plan: string | null;
  readonly version: string | null;
  readonly product: string | null;
}

/** How an address is known without being kept. */
export const contactDigest = (email: string): string => sha256(email.trim().toLowerCase());

/**
 * A page of a tenant's contacts in the order of their ids, behind `after`; from the first where that
 * is null. Accounts that share a mailbox come one by one.
 */
export async function contactsAfter(
  db: Database,
  tenantId: string,
  after: string | null,
  limit: number,
): Promise<{ readonly contacts: readonly Contact[]; readonly last: string | null }> {
  const rows = await db.execute<ContactRow>(sql`
    select r.id, r.email, r.locale, coalesce(t.plan, r.plan) as plan, m.version, m.product
    from requesters r
    left join lateral (
      select id, plan from tickets t
      where t.tenant_id = r.tenant_id and t.requester_id = r.id
      order by t.created_at desc nulls last limit 1
    ) t on true
    left join lateral (
      select m.context->>'appVersion' as version, m.context->'extra'->>'product' as product
      from messages m
      where m.tenant_id = r.tenant_id and m.ticket_id = t.id and m.kind = 'request' limit 1
    ) m on true
    where r.tenant_id = ${tenantId} and r.id > ${after ?? ''}
      and r.email_verified and r.email is not null
    order by r.id limit ${limit}`);
  return {
    contacts: rows.map(({ id, ...contact }) => ({
      ...contact,
      requesterId: id,
      sha256: contactDigest(contact.email),
    })),
    last: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
  };
}

/** The first of each mailbox: of several who share one any may be whom something concerns. */
export const onePerMailbox = <Someone extends Pick<Contact, 'sha256'>>(
  contacts: readonly Someone[],
): Someone[] =>
  [...new Map(contacts.toReversed().map((one) => [one.sha256, one])).values()].reverse();
