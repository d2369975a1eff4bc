import { fail, succeed, type Result } from '#shared/result.ts';
import type { AnnounceBody } from '#shared/wire/announcements.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { writeAnnouncement } from '#server/features/announcements/write-announcement.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';

/**
 * Publishes an announcement now or at its time, and answers with its id. Fails with
 * `field.secret_in_text` or `idempotency_key.reused`.
 */
export async function announce(
  deps: Deps,
  tenantId: string,
  agent: Agent,
  body: AnnounceBody,
  idempotencyKey: string,
): Promise<Result<string, Problem>> {
  const at = new Date(deps.now());
  const words = Object.entries(body.texts).flatMap(([locale, { title, text }]) => [
    [`texts.${locale}.title`, title],
    [`texts.${locale}.text`, text],
  ]);
  const { pack } = deps.policies.inForce(tenantId, at.getTime()) ?? {};
  const told = refusedSecret(pack, Object.fromEntries(words) as Record<string, string>);
  if (told) return fail(told);
  return transact(deps.db, async (tx) => {
    const id = deps.ids.next('ann');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['announcement', body],
      at,
    });
    if (!taken.ok || taken.value !== id) return taken;
    await writeAnnouncement(tx, {
      tenantId,
      id,
      kind: body.kind,
      texts: body.texts,
      audience: body.audience,
      publishAt: body.publishAt === undefined ? at : new Date(body.publishAt),
      createdBy: agent.id,
      createdAt: at,
    });
    return succeed(id);
  });
}
