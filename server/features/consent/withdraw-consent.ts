import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { notifyAgents } from '#server/features/agent-notices/agent-notices.repository.ts';
import { agentsAt } from '#server/features/agents/agents.repository.ts';
import { consentProof } from '#server/features/consent/given-consent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { takeBackProofs } from '#server/features/requesters/requester-proofs.repository.ts';

/**
 * Takes back every consent that a requester has given. What was done until then stays; the log keeps when
 * each was given and taken back, and the heads of the desk are told, for it is theirs to erase the person.
 *
 * Fails with `consent.not_given`.
 *
 * @returns when it was taken back
 */
export async function withdrawConsent(
  deps: Pick<Deps, 'db' | 'now'>,
  { tenantId, requesterId }: { readonly tenantId: string; readonly requesterId: string },
): Promise<Result<Date, Problem>> {
  return transact(deps.db, async (tx) => {
    const at = new Date(deps.now());
    const given = await takeBackProofs(tx, { tenantId, requesterId }, consentProof, at);
    const [last] = given.toSorted((a, b) => b.at.getTime() - a.at.getTime());
    if (!last) return fail({ code: 'consent.not_given' });
    await appendEvents(
      tx,
      tenantId,
      given.map(({ ticketId, subject, at: givenAt }) => ({
        ticketId,
        kind: 'consent_withdrawn' as const,
        at,
        actor: { kind: 'requester' as const, id: requesterId },
        params: {
          version: subject.slice(consentProof.length),
          givenAt: givenAt.toISOString(),
        },
      })),
    );
    const desk = await agentsAt(tx, tenantId);
    const heads = desk.filter(({ role }) => role === 'head');
    await notifyAgents(
      tx,
      (heads.length > 0 ? heads : desk).map(({ id: agentId }) => ({
        tenantId,
        agentId,
        kind: 'consent_withdrawn' as const,
        ticketId: last.ticketId,
        at,
      })),
    );
    return succeed(at);
  });
}
