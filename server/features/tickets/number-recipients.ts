import type { RequesterDraft } from '#server/features/tickets/ticket-draft.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * Addresses that get the number of a request: the sender's once it is proven, and the one of the
 * contract where the regulation confirms by mail, whatever channel the request came by.
 */
export function numberRecipients(
  { acknowledge }: PolicyPack,
  { email, emailVerified }: Pick<RequesterDraft, 'email' | 'emailVerified'>,
  contractEmail: string | null | undefined,
): string[] {
  const proven = emailVerified && email !== null ? [email] : [];
  const agreed = acknowledge.channels.includes('mail') && contractEmail ? [contractEmail] : [];
  const same = (one: string) => one.toLowerCase() === proven[0]?.toLowerCase();
  return [...proven, ...agreed.filter((one) => !same(one))];
}
