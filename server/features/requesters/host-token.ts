import { decodeProtectedHeader, jwtVerify, type CryptoKey, type KeyObject } from 'jose';
import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
import { isCleanText } from '#server/http/json-body.ts';

const lifetimeLimitSeconds = 3600;
const skewSeconds = 30;

const text = (max: number) => z.string().min(1).max(max).refine(isCleanText);
const seconds = z.int().positive();

/** What a host product may say of its user. Anything else in the token is ignored. */
const hostClaims = z.object({
  iss: text(255),
  sub: text(255),
  aud: z.string(),
  iat: seconds,
  exp: seconds,
  name: text(200).optional(),
  email: z.email().max(254).optional(),
  email_verified: z.boolean().optional(),
  phone: text(40).optional(),
  org: text(200).optional(),
  position: text(200).optional(),
  contract: text(100).optional(),
  plan: text(100).optional(),
  category: text(64).optional(),
  region: text(64).optional(),
});
export type HostClaims = z.infer<typeof hostClaims>;

/** A key that a vendor registered, ready to verify with. */
export interface VerificationKey {
  readonly algorithm: 'EdDSA' | 'HS256';
  readonly issuer: string;
  readonly key: CryptoKey | KeyObject | Uint8Array;
}

/**
 * Verifies a token by the profile: one algorithm a key, `aud` is `desk:<tenant>`, the key's own
 * issuer, at most an hour of life, 30 s of skew. Types are checked after the signature, because the
 * verifier accepts a `sub` that is no string and an `exp` beyond all numbers.
 *
 * @param now epoch milliseconds
 */
export async function verifyHostToken(
  token: string,
  tenantId: string,
  findKey: (kid: string) => Promise<VerificationKey | undefined>,
  now: number,
): Promise<Result<HostClaims, 'rejected'>> {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) || token.length > 8000) return fail('rejected');
  const kid = keyIdOf(token);
  const registered = kid === undefined ? undefined : await findKey(kid);
  if (!registered) return fail('rejected');
  try {
    const { payload } = await jwtVerify(token, registered.key, {
      algorithms: [registered.algorithm],
      audience: `desk:${tenantId}`,
      issuer: registered.issuer,
      requiredClaims: ['iss', 'aud', 'sub', 'iat', 'exp'],
      clockTolerance: skewSeconds,
      currentDate: new Date(now),
    });
    const claims = hostClaims.safeParse(payload);
    if (!claims.success || !livesShortly(claims.data, now)) return fail('rejected');
    return succeed(claims.data);
  } catch {
    return fail('rejected');
  }
}

const livesShortly = ({ iat, exp }: HostClaims, now: number): boolean =>
  exp - iat <= lifetimeLimitSeconds && iat <= now / 1000 + skewSeconds;

function keyIdOf(token: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(token);
    return typeof kid === 'string' && kid.length <= 100 && isCleanText(kid) ? kid : undefined;
  } catch {
    return undefined;
  }
}
