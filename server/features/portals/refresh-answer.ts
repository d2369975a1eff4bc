import { z } from 'zod';
import { isPassing, refusedAs } from '#server/features/portals/refused-as.ts';

/** A new pair of tokens. The old one is dead from then on. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly memberId: string;
  readonly userId: number;
  readonly expiresInSeconds: number;
}

/** What an OAuth server answers to a refresh token; `unreadable` where it says nothing of it now. */
export type RefreshAnswer =
  | { readonly kind: 'renewed'; readonly pair: TokenPair }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unreadable' };

const renewed = z.object({
  access_token: z.string().min(8).max(512),
  refresh_token: z.string().min(8).max(512),
  member_id: z.string(),
  user_id: z.coerce.number().int().positive(),
  expires_in: z.coerce.number().int().positive().max(86_400),
});

/**
 * Reads the answer to a refresh; its body decides, since refusals come with HTTP 200 too. Only a portal that is
 * gone is answered with 404 and nothing.
 */
export function readRefreshAnswer(status: number, body: unknown): RefreshAnswer {
  if (status === 404) return { kind: 'refused', code: 'not_found' };
  const code = refusedAs(body);
  if (code !== undefined)
    return isPassing(code) ? { kind: 'unreadable' } : { kind: 'refused', code };
  const read = renewed.safeParse(body);
  if (!read.success) return { kind: 'unreadable' };
  const { access_token, refresh_token, member_id, user_id, expires_in } = read.data;
  return {
    kind: 'renewed',
    pair: {
      accessToken: access_token,
      refreshToken: refresh_token,
      memberId: member_id.toLowerCase(),
      userId: user_id,
      expiresInSeconds: expires_in,
    },
  };
}
