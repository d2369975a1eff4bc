import type { PolicyPack } from '#server/policy/pack.ts';

const dayMs = 86_400_000;
const validDays = 180;

/** A vendor with an address for found vulnerabilities. */
export interface SecurityContact {
  readonly pack: PolicyPack;
  readonly contact: string;
}

/** The vendor's address for vulnerabilities; undefined where its regulation has none. */
export const securityContact = (pack: PolicyPack): SecurityContact | undefined =>
  pack.security ? { pack, contact: pack.security.contact } : undefined;

/**
 * Where to report a vulnerability, for machines and people.
 *
 * @param address of the file itself
 * @param now epoch milliseconds; the file is good for half a year from its day
 * @see RFC 9116
 */
export function securityTxt(
  contacts: readonly SecurityContact[],
  { address, publicUrl, now }: { address: string; publicUrl: string; now: number },
): string {
  const expires = new Date((Math.floor(now / dayMs) + validDays) * dayMs).toISOString();
  const languages = [...new Set(contacts.flatMap(({ pack }) => pack.languages))];
  return [
    ...new Set(contacts.map(({ contact }) => `Contact: ${contact}`)),
    `Expires: ${expires}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${address}`,
    ...contacts.map(({ pack }) => `Policy: ${publicUrl}/policy/${pack.vendor}`),
    // no field of the standard names them
    ...contacts.map(({ pack }) => `# Advisories: ${publicUrl}/advisories/${pack.vendor}`),
    '',
  ].join('\n');
}
