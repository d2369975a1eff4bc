import { and, eq, gt, isNull } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { GuestBody, GuestInvited } from '#shared/wire/guests.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { guests } from '#server/features/guests/guests.table.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { lockForWords, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';

const dayMs = 86_400_000;

/**
 * Invites somebody from outside to one ticket. The link is said once. An invitation that is repeated
 * under its key gets a fresh link in the place of the one that was lost, while the guest may come in.
 *
 * Fails with `ticket.not_found`, `ticket.changed`, `ticket.erased`, `field.secret_in_text`, `guest.gone` or
 * `idempotency_key.reused`.
 */
export async function inviteGuest(
  deps: Deps,
  place: TicketPlace,
  { days, ...guest }: GuestBody,
  { agent, idempotencyKey }: { readonly agent: Agent; readonly idempotencyKey: string },
): Promise<Result<GuestInvited, Problem>> {
  const { tenantId, ticketId } = place;
  const token = `gst_${deps.ids.secret()}`;
  const tokenSha256 = sha256(token);
  const link = `${deps.publicUrl}/guest#vendor=${tenantId}&token=${token}`;
  return transact(deps.db, async (tx) => {
    const locked = await lockForWords(tx, place);
    if (!locked.ok) return locked;
    const { pack } = deps.policies.edition(tenantId, locked.value.edition) ?? {};
    const told = refusedSecret(pack, { name: guest.name, help: guest.help });
    if (told) return fail(told);
    const id = deps.ids.next('gst');
    const invitedAt = new Date(deps.now());
    const expiresAt = new Date(invitedAt.getTime() + days * dayMs);
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['guest', ticketId, guest, days],
      ticketId,
      at: invitedAt,
    });
    if (!taken.ok) return taken;
    if (taken.value !== id) {
      const [renewed] = await tx
        .update(guests)
        .set({ tokenSha256 })
        .where(
          and(
            eq(guests.tenantId, tenantId),
            eq(guests.id, taken.value),
            isNull(guests.endedAt),
            gt(guests.expiresAt, invitedAt),
          ),
        )
        .returning({ expiresAt: guests.expiresAt });
      return renewed
        ? succeed({ id: taken.value, link, expiresAt: renewed.expiresAt.toISOString() })
        : fail({ code: 'guest.gone' });
    }
    await tx.insert(guests).values({
      tenantId,
      id,
      ticketId,
      ...guest,
      tokenSha256,
      invitedBy: agent.id,
      invitedAt,
      expiresAt,
    });
    await armTimers(tx, [{ tenantId, subjectId: id, kind: 'guest.expire', fireAt: expiresAt }]);
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'guest_invited',
        at: invitedAt,
        actor: agentActor(agent),
        params: { guest: id, until: expiresAt.toISOString() },
      },
    ]);
    return succeed({ id, link, expiresAt: expiresAt.toISOString() });
  });
}
