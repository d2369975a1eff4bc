import { fail, succeed, type Result } from '#shared/result.ts';
import type { AnnounceBody } from '#shared/wire/announcements.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import {
  announcementColumns,
  refusedNow,
  refusedWords,
} from '#server/features/announcements/check-announcement.ts';
import { writeAnnouncement } from '#server/features/announcements/write-announcement.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';

/**
 * Publishes an announcement now or at its time, and answers with its id. Fails with `request.invalid`,
 * `organisation.not_found`, `field.secret_in_text` or `idempotency_key.reused`.
 */
export async function announce(
  deps: Deps,
  tenantId: string,
  agent: Agent,
  body: AnnounceBody,
  idempotencyKey: string,
): Promise<Result<string, Problem>> {
  const at = new Date(deps.now());
  const { pack } = deps.policies.inForce(tenantId, at.getTime()) ?? {};
  const told = refusedWords(pack, body);
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
    const wrong = await refusedNow(tx, tenantId, pack, body, at);
    if (wrong) return fail(wrong);
    const row = { tenantId, id, ...announcementColumns(body, at) };
    await writeAnnouncement(tx, { ...row, createdBy: agent.id, createdAt: at });
    const params = { announcement: id, about: body.kind, audience: body.audience.kind };
    await logAgentAct(tx, tenantId, { kind: 'announcement_added', by: agent, at, params });
    return succeed(id);
  });
}
