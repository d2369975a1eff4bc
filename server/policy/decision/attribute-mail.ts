import type { Attribution, TrustRule, UnattributedReason } from './attribution.ts';
import { isPublicMailDomain, mailDomain } from './public-mail.ts';

/** What a mail server found out about a letter. */
export interface MailEvidence {
  readonly by: 'mail';
  /** Address of the From header, ASCII. */
  readonly from: string;
  readonly dmarc: 'pass' | 'fail' | 'none';
  /** Domain that passed: of the signature or of the envelope. Undefined where none did. */
  readonly authenticatedDomain?: string | undefined;
}

/** Mail of one organisation that its contract names. */
export interface RegisteredMail {
  readonly organisation: string;
  /** Exact domains; a subdomain is another one. */
  readonly domains: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * Whether a letter comes from the organisation it names (B9): its domain has to have passed, exactly
 * where the rule is strict, and to be on record. A forged one goes nowhere.
 */
export function attributeMail(
  rule: TrustRule<'dmarc'>,
  clause: string,
  { from, dmarc, authenticatedDomain }: MailEvidence,
  registered: readonly RegisteredMail[],
): Attribution {
  const unattributed = (reason: UnattributedReason): Attribution => ({
    outcome: 'unattributed',
    reason,
    clause,
  });
  if (dmarc === 'fail') return { outcome: 'quarantined', reason: 'forged', clause };
  if (dmarc === 'none') return unattributed('not_authenticated');
  const domain = mailDomain(from);
  if (domain === undefined) return unattributed('not_registered');
  if (rule.alignment === 'strict' && authenticatedDomain?.toLowerCase() !== domain) {
    return unattributed('not_aligned');
  }

  const isPublic = isPublicMailDomain(domain);
  const byAddress = registered.find(({ addresses }) => addresses.includes(from.toLowerCase()));
  if (byAddress && !(isPublic && rule.publicDomains === 'forbidden')) {
    return { outcome: 'attributed', organisation: byAddress.organisation, by: 'address', clause };
  }
  if (isPublic) return unattributed('public_provider');
  const byDomain = registered.find(({ domains }) => domains.includes(domain));
  return byDomain
    ? { outcome: 'attributed', organisation: byDomain.organisation, by: 'domain', clause }
    : unattributed('not_registered');
}
