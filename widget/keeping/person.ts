import type { TokenSource } from '#widget/api/identity.ts';

/** Whoever has no signature is known by the browser alone. */
export const thisDevice = 'device';

/** Whom the host names in its token, or the whole token where it cannot be read. */
export function subjectOf(token: string): string {
  try {
    const payload = token.split('.')[1] ?? '';
    const { sub } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof sub === 'string' ? sub : token;
  } catch {
    return token;
  }
}

/**
 * A name for whoever asks, that stays the same through renewed tokens and tells nothing of them.
 *
 * @throws where the host does not name anybody at present
 */
export async function personOf(tokens: Pick<TokenSource, 'vouched'>): Promise<string> {
  const token = await tokens.vouched();
  if (!token) return thisDevice;
  const subject = subjectOf(token);
  const digest = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(subject));
  if (!digest) return subject;
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
