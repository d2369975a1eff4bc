import { and, eq, gt, isNull } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ApiKeyBody, ApiKeyCreated } from '#shared/wire/api-keys.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { apiKeys } from '#server/features/api-keys/api-keys.table.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';

const dayMs = 86_400_000;
const shownLetters = 12;

/**
 * Makes a key, which is said once. The same submission again gets a fresh key in the place of the one
 * that was lost.
 *
 * Fails with `idempotency_key.reused`, or `api_key.ended` where what it made was revoked or has run out.
 */
export async function createKey(
  { db, ids, now }: Pick<Deps, 'db' | 'ids' | 'now'>,
  tenantId: string,
  { days, actsAs, ...body }: ApiKeyBody,
  { agent, idempotencyKey }: { readonly agent: Agent; readonly idempotencyKey: string },
): Promise<Result<ApiKeyCreated, Problem>> {
  const key = `rgk_${ids.secret()}`;
  const secret = { tokenSha256: sha256(key), prefix: key.slice(0, shownLetters) };
  const createdAt = new Date(now());
  const id = ids.next('key');
  const expiresAt = new Date(createdAt.getTime() + days * dayMs);
  return transact<ApiKeyCreated>(db, async (tx) => {
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['api key', body, days, actsAs],
      at: createdAt,
    });
    if (!taken.ok) return taken;
    if (taken.value !== id) {
      const [renewed] = await tx
        .update(apiKeys)
        .set(secret)
        .where(
          and(
            eq(apiKeys.tenantId, tenantId),
            eq(apiKeys.id, taken.value),
            isNull(apiKeys.revokedAt),
            gt(apiKeys.expiresAt, createdAt),
          ),
        )
        .returning({ expiresAt: apiKeys.expiresAt });
      if (!renewed) return fail({ code: 'api_key.ended' });
      const params = { key: taken.value };
      const act = { kind: 'api_key_renewed', by: agent, at: createdAt, params } as const;
      await logAgentAct(tx, tenantId, act);
      return succeed({ id: taken.value, key, expiresAt: renewed.expiresAt.toISOString() });
    }
    await tx.insert(apiKeys).values({
      tenantId,
      id,
      ...body,
      ...secret,
      agentId: actsAs === 'agent' ? agent.id : null,
      createdBy: agent.id,
      createdAt,
      expiresAt,
    });
    const params = { key: id, until: expiresAt.toISOString(), scopes: body.scopes.join(',') };
    const act = { kind: 'api_key_created', by: agent, at: createdAt, params } as const;
    await logAgentAct(tx, tenantId, act);
    return succeed({ id, key, expiresAt: expiresAt.toISOString() });
  });
}
