import type { ApiScope } from '#shared/api-scopes.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { findAgent } from '#server/features/agents/agents.repository.ts';
import { findKey, touchKey } from '#server/features/api-keys/api-keys.repository.ts';

/** Whoever acts by a key, and what the key allows. */
export interface KeyHolder {
  readonly agent: Agent;
  readonly scopes: readonly ApiScope[];
}

/**
 * Who acts by a key: the machine, whose id is that of its key, or the agent in whose name it does.
 *
 * @returns undefined where the key opens nothing at this vendor, or its agent works there no more
 */
export async function identifyKey(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  tenantId: string,
  token: string,
): Promise<KeyHolder | undefined> {
  const at = new Date(now());
  const key = await findKey(db, tenantId, sha256(token), at);
  if (!key) return undefined;
  const agent = key.agentId === null ? key : await findAgent(db, tenantId, key.agentId);
  if (!agent) return undefined;
  await touchKey(db, key, at);
  const via = key.agentId === null ? {} : { via: key.id };
  return { agent: { id: agent.id, name: agent.name, ...via }, scopes: key.scopes };
}
