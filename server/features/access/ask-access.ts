import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { accessGrants } from '#server/features/access/access-grants.table.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { lockForWords, type TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { touchTicket } from '#server/features/tickets/touch-ticket.ts';
import { grantKindOf } from '#server/policy/decision/grant-kind.ts';

/** What an agent needs to get into. */
export interface AccessRequest extends TicketPlace {
  readonly agent: Agent;
  /** One of `accessScopes`, or a secret field of the form. */
  readonly scope: string;
  /** Undefined for as long as the pack keeps secrets. */
  readonly days: number | undefined;
  readonly idempotencyKey: string;
}

/**
 * Asks a ticket's requester for access, and answers with the id under which it can be given. Nothing
 * but this asks, so that nobody has a reason to write a password into the text.
 *
 * Fails with `ticket.not_found`, `ticket.changed`, `ticket.erased`, `request.invalid` or `idempotency_key.reused`.
 */
export async function askAccess(
  deps: Deps,
  request: AccessRequest,
): Promise<Result<string, Problem>> {
  const { tenantId, ticketId, agent, scope } = request;
  return transact(deps.db, async (tx) => {
    const locked = await lockForWords(tx, request);
    if (!locked.ok) return locked;
    const pack = deps.policies.edition(tenantId, locked.value.edition)?.pack;
    if (!pack) return fail({ code: 'ticket.not_found' });
    const kind = grantKindOf(pack, scope);
    if (!kind) return fail({ code: 'request.invalid', fields: ['scope'] });
    const longest = pack.intake.secrets.expireAfterDays;
    const days = request.days ?? longest;
    if (days > longest) {
      return fail({ code: 'request.invalid', fields: ['days'], params: { longest } });
    }

    const at = new Date(deps.now());
    const id = deps.ids.next('acc');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey: request.idempotencyKey,
      content: ['access', ticketId, scope, days],
      ticketId,
      at,
    });
    if (!taken.ok || taken.value !== id) return taken;
    await tx
      .insert(accessGrants)
      .values({ tenantId, id, ticketId, kind, scope, days, askedBy: agent.id, createdAt: at });
    await touchTicket(tx, locked.value, at, 'agent');
    await mailRequester(tx, locked.value, 'access_asked', at);
    await appendEvents(tx, tenantId, [
      {
        ticketId,
        kind: 'access_asked',
        at,
        actor: agentActor(agent),
        params: { grant: id, scope, days },
      },
    ]);
    return succeed(id);
  });
}
