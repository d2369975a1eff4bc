import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import {
  desksOfSession,
  insertSession,
  insertSignInLink,
  takeSignInLink,
} from '#server/features/agents/agents.repository.ts';

const hourMs = 3_600_000;
const linkLifeMs = 24 * hourMs;
/** How long an agent stays signed in: a working day and its overtime. */
export const sessionLifeMs = 12 * hourMs;

type SignInDeps = Pick<Deps, 'db' | 'ids' | 'now'>;

/** Makes a one-time sign-in token for an agent; it works once, within 24 hours. */
export async function createSignInToken(
  { db, ids, now }: SignInDeps,
  agentId: string,
): Promise<string> {
  const token = ids.secret();
  const expiresAt = new Date(now() + linkLifeMs);
  await insertSignInLink(db, { tokenSha256: sha256(token), agentId, expiresAt });
  return token;
}

/** Exchanges a one-time token for a session's secret. Fails with `sign_in.expired`. */
export async function signIn(
  { db, ids, now }: SignInDeps,
  token: string,
): Promise<Result<{ readonly secret: string; readonly agentId: string }, Problem>> {
  const at = new Date(now());
  const link = await takeSignInLink(db, sha256(token), at);
  if (!link) return fail({ code: 'sign_in.expired' });
  const secret = ids.secret();
  await insertSession(db, {
    tokenSha256: sha256(secret),
    agentId: link.agentId,
    createdAt: at,
    expiresAt: new Date(at.getTime() + sessionLifeMs),
  });
  return succeed({ secret, agentId: link.agentId });
}

/** The desks of the agent a session's secret belongs to; none where there is no such session or it has ended. */
export async function desksOfSecret(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  secret: string | undefined,
) {
  return secret ? desksOfSession(db, sha256(secret), new Date(now())) : [];
}
