import { succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { agentActor } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { NotOfficial } from '#server/features/interactions/contact-answer.ts';
import { interactions } from '#server/features/interactions/interactions.table.ts';
import type { ContactNote } from '#server/features/interactions/record-contact.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import type { ContactRule } from '#server/policy/decision/contact-rule.ts';

/**
 * Stores a contact that is no request, and answers with its id. The log gets a salted digest of the
 * words, never the words. Fails with `idempotency_key.reused`.
 */
export async function saveInteraction(
  { ids }: Pick<Deps, 'ids'>,
  tx: Transaction,
  kept: {
    readonly note: ContactNote;
    readonly organisation: string | null;
    readonly edition: string;
    readonly rule: ContactRule & { readonly reason: NotOfficial };
    readonly at: Date;
  },
): Promise<Result<string, Problem>> {
  const { note, organisation, edition, rule, at } = kept;
  const { tenantId, agent, idempotencyKey, ...body } = note;
  const { reason, clause } = rule;
  const id = ids.next('int');
  const salt = ids.secret();
  const taken = await takeMakingKey(tx, id, {
    tenantId,
    sender: agent.id,
    idempotencyKey,
    content: ['contact', body],
    at,
  });
  if (!taken.ok || taken.value !== id) return taken;
  await tx.insert(interactions).values({
    tenantId,
    id,
    kind: note.kind,
    channel: note.channel,
    at: note.receivedAt === undefined ? at : new Date(note.receivedAt),
    requesterId: note.requester ?? null,
    organisation,
    name: note.name ?? null,
    phone: note.phone ?? null,
    category: note.category ?? null,
    locale: note.locale,
    words: note.text,
    salt,
    edition,
    reason,
    clause,
    recordedBy: agent.id,
    recordedAt: at,
  });
  await appendEvents(tx, tenantId, [
    {
      ticketId: null,
      kind: 'contact_recorded',
      at,
      actor: agentActor(agent),
      params: { interaction: id, reason, clause, digest: sha256(`${salt}\n${note.text}`) },
    },
  ]);
  return succeed(id);
}
