import { sql, type AnyColumn, type SQL } from 'drizzle-orm';

/**
 * Whether a digest (see `contactDigest`) is that of a mailbox that somebody has: a requester, or a contact of
 * a contract. What nobody has may be cleared: it would only tell whoever guesses an address that it was told.
 */
export const isMailboxOfSomebody = (tenantId: string, digest: AnyColumn): SQL => sql`${digest} in (
    select translate(encode(sha256(convert_to(lower(trim(email)), 'UTF8')), 'base64'), '+/=', '-_')
    from (
      select email from requesters where tenant_id = ${tenantId} and email is not null
      union select email from contract_contacts where tenant_id = ${tenantId} and email is not null
    ) mailboxes)`;
